"""What is wrong with a typst template, found before it is used: its fields are looked up, then it is set with made-up words."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kehoach.language import Text
from kehoach.reports import sandbox
from kehoach.reports.extras import wanting
from kehoach.reports.faults import UNKNOWN, UNKNOWN_NEAR, Fault
from kehoach.reports.pdf import printable
from kehoach.reports.tags import Known
from kehoach.reports.typst_fields import fields, unknown
from kehoach.reports.typst_folder import SUFFIX, UnfitError, gather

_KINDS = ("section", "part", "point", "paragraph", "item", "subitem", "table", "ending")
_WORDS: dict[str, Any] = {"width": 30, "room": 0, "align": "left", "kind": "entry", "language": "vi", "edition": "issued"}
_DAY = date(2026, 1, 1)


def faults(file: Path, report: str) -> list[Fault]:
    """Find unknown fields in a template and what it imports, and the first mistake that stops it; the place of each is its line.

    Where nothing limits what a template takes, it is looked at and not set.

    Raises:
        KehoachError: the extra is not installed; the template takes too much time or memory.
    """
    with wanting("pdf", "typst"):
        import typst  # noqa: F401, PLC0415 - an extra
    source = file.resolve()
    with TemporaryDirectory(prefix="kehoach-") as place:
        try:
            own = gather(source, Path(place))
        except UnfitError as error:
            return [_fault(error.answer, source)]
        found = [fault for name in own if name.endswith(SUFFIX) for fault in _of_fields(Path(place), name, source, report)]
    if not sandbox.is_bounded():
        return found
    answer = sandbox.tried(source, sample(report), _DAY)
    if "document" not in answer:
        fault = _fault(answer, source)
        found += [] if any(fault.where == one.where for one in found) else [fault]
    return [*found, *_of_standards(answer, source)]


def _of_standards(answer: Mapping[str, Any], source: Path) -> Iterator[Fault]:
    """Find what keeps a PDF from the standards on a line of the template; headings without one may come from made-up words."""
    for name, line, said, is_of_whole in answer.get("lacks", ()):
        if line or is_of_whole:
            yield Fault(_where(name, line, source) if line else "PDF/UA-1", Text(*said))


def _of_fields(root: Path, name: str, source: Path, report: str) -> Iterator[Fault]:
    for one in unknown((root / name).read_text("utf-8"), fields(report)):
        wording = UNKNOWN_NEAR if one.near else UNKNOWN
        said = Text(*(text.format(name=one.name, near=one.near) for text in wording))
        yield Fault(_where(name, one.line, source), said)


def _fault(answer: Mapping[str, Any], source: Path) -> Fault:
    return Fault(_where(str(answer.get("name") or source.name), int(answer.get("line") or 0), source), sandbox.complaint(answer))


def _where(name: str, line: int, source: Path) -> str:
    """Give a line of the template itself, or name the file that it imports."""
    place = str(line) if line else ""
    return place if name == source.name else f"{name}{':' if place else ''}{place}"


def sample(report: str) -> dict[str, Any]:
    """Make up a report that has everything once or twice, so that every part of a template is tried."""
    made = _made(fields(report), "")
    (block, _) = made["blocks"]
    blocks = [{**block, "kind": kind, "table": block["table"] if kind == "table" else None} for kind in _KINDS]
    own: dict[str, Any] = {"report": report, "blocks": blocks}
    if "gantt" in made:
        own["gantt"] = {"note": "", "sections": []}
    return printable({**made, **own})


def _made(known: Known, name: str) -> Any:
    if isinstance(known, dict):
        return {key: _made(one, key) for key, one in known.items()}
    if isinstance(known, list):
        return [_made(known[0], name), _made(known[0], name)]
    return _WORDS.get(name, "1" if known is None else [])
