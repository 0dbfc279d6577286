"""Shapes, as plain data that any format can write: places are whole points."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol, TypeVar

from kehoach.reports.views.pieces import Piece

Shape = dict[str, Any]

WIDTH = 960
TALLEST = 560
"""What is taller goes on in another drawing, so that none is cut by the end of a page, even a landscape one."""
LINE = 17


class High(Protocol):
    """What takes some height in points."""

    @property
    def height(self) -> int:
        """In points."""


H = TypeVar("H", bound=High)


def pages(rows: Sequence[H], top: int) -> Iterator[list[H]]:
    """Spread rows over drawings, none taller than may be; `top` is the room in points above the rows of each."""
    page: list[H] = []
    height = top
    for row in rows:
        if page and height + row.height > TALLEST:
            yield page
            page, height = [], top
        page.append(row)
        height += row.height
    yield page


def rect(x: int, y: int, width: int, height: int, look: str, *, about: str = "") -> Shape:
    """Draw a box; `about` is what a reader sees who points at it."""
    return {"shape": "rect", "x": x, "y": y, "width": width, "height": height, "look": look, "about": about}


def line(x1: int, y1: int, x2: int, y2: int, look: str) -> Shape:
    """Draw a straight line."""
    return {"shape": "line", "x1": x1, "y1": y1, "x2": x2, "y2": y2, "look": look}


def path(points: str, look: str, *, about: str = "") -> Shape:
    """Draw a path."""
    return {"shape": "path", "points": points, "look": look, "about": about}


def circle(x: int, y: int, radius: int, look: str, *, about: str = "") -> Shape:
    """Draw a dot."""
    return {"shape": "circle", "x": x, "y": y, "radius": radius, "look": look, "about": about}


def text(x: int, y: int, lines: list[str] | str, look: str = "", *, anchor: str = "start") -> Shape:
    """Write lines below each other; `y` is the foot of the first."""
    rows = [lines] if isinstance(lines, str) else lines
    return {
        "shape": "text",
        "x": x,
        "y": y,
        "look": look,
        "anchor": anchor,
        "lines": [{"y": y + LINE * i, "text": row} for i, row in enumerate(rows)],
    }


def drawing(height: int, shapes: list[Shape]) -> Piece:
    """Make one drawing."""
    return {"width": WIDTH, "height": height, "shapes": shapes}


def chart(name: str, title: str, about: str, drawings: list[Piece], data: Piece | None, *, notes: tuple[str, ...] = ()) -> Piece:
    """Make a chart of one or several drawings, with its text alternative and the table of what it shows."""
    return {"name": name, "title": title, "about": about, "drawings": drawings, "data": data, "notes": [note for note in notes if note]}


def wrap(words: str, width: int, most: int = 2) -> list[str]:
    """Break a text into at most so many lines of so many characters; what is left over becomes `…`."""
    lines: list[str] = []
    rest = " ".join(words.split())
    while rest and len(lines) < most:
        if len(rest) <= width:
            lines.append(rest)
            return lines
        cut = rest.rfind(" ", 1, width + 1)
        cut = cut if cut > width // 3 else width
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if rest and lines:
        lines[-1] = f"{lines[-1][: width - 1].rstrip(' ,;:.')}…"
    return lines or [""]
