"""Risks on a grid of likelihood and impact."""

from collections.abc import Iterator

from kehoach.model.risks import Risk
from kehoach.reports.charts.drawing import LINE, Shape, chart, drawing, rect, text, wrap
from kehoach.reports.views.pieces import CENTRE, Column, Piece, entry, table
from kehoach.reports.views.risks import SCALE, matrix, ordered
from kehoach.reports.views.telling import Teller

_LEFT, _TOP = 120, 8
_CELL, _HIGH = 88, 58
_LIST = 590  # where the risks are named
_NAME = 48  # characters of a name in a line
_NUMBERS = 10  # characters in a line of a cell
_LEVELS = ((15, "r4"), (10, "r3"), (5, "r2"), (1, "r1"))


def risk_matrix(teller: Teller) -> Piece | None:
    """Draw the risks that have scores, by their numbers in the register."""
    scored = [(number, risk) for number, risk in enumerate(ordered(teller), start=1) if risk.likelihood and risk.impact]
    grid = matrix(teller)
    if not scored or grid is None:
        return None
    shapes = [*_cells(scored), *_edges(teller), *_legend(teller), *_names(scored, teller)]
    about = "; ".join(
        teller.text(
            "rủi ro {number}: khả năng {likelihood}, tác động {impact}",
            "risk {number}: likelihood {likelihood}, impact {impact}",
            number=number,
            likelihood=risk.likelihood,
            impact=risk.impact,
        )
        for number, risk in scored[:12]
    )
    title = teller.text("Ma trận rủi ro", "Risk matrix")
    how = teller.text("Số trong ô là số thứ tự trong sổ rủi ro.", "Numbers are those of the risk register.")
    height = _TOP + _HIGH * len(SCALE) + 78
    return chart(
        "risk-matrix",
        title,
        f"{about[:1].upper()}{about[1:]}.",
        [drawing(height, shapes)],
        _data(scored, teller),
        notes=(how, *grid["notes"]),
    )


def _cells(scored: list[tuple[int, Risk]]) -> Iterator[Shape]:
    for row, likelihood in enumerate(reversed(SCALE)):
        for column, impact in enumerate(SCALE):
            here = [(number, risk) for number, risk in scored if (risk.likelihood, risk.impact) == (likelihood, impact)]
            x, y = _LEFT + _CELL * column, _TOP + _HIGH * row
            look = next(look for least, look in _LEVELS if likelihood * impact >= least)
            about = "; ".join(f"{number}. {risk.description}" for number, risk in here[:5])
            yield rect(x, y, _CELL - 3, _HIGH - 3, look, about=about)
            if here:
                lines = wrap(", ".join(str(number) for number, _ in here), _NUMBERS)
                foot = y + (_HIGH - 3) // 2 + 5 - (len(lines) - 1) * LINE // 2
                yield text(x + (_CELL - 3) // 2, foot, lines, f"strong on-{look}", anchor="middle")


def _edges(teller: Teller) -> Iterator[Shape]:
    foot = _TOP + _HIGH * len(SCALE)
    for row, likelihood in enumerate(reversed(SCALE)):
        yield text(_LEFT - 14, _TOP + _HIGH * row + _HIGH // 2 + 4, str(likelihood), "small", anchor="end")
    for column, impact in enumerate(SCALE):
        yield text(_LEFT + _CELL * column + _CELL // 2, foot + 16, str(impact), "small", anchor="middle")
    yield text(0, _TOP + _HIGH * len(SCALE) // 2 - 4, teller.text("Khả năng\nxảy ra", "Likelihood").split("\n"), "strong")
    yield text(_LEFT + _CELL * len(SCALE) // 2, foot + 38, teller.text("Mức tác động", "Impact"), "strong", anchor="middle")


def _names(scored: list[tuple[int, Risk]], teller: Teller) -> Iterator[Shape]:
    """Name the gravest risks beside the grid, as many as there is room for."""
    y = _TOP + 14
    end = _TOP + _HIGH * len(SCALE)
    for index, (number, risk) in enumerate(scored):
        lines = wrap(f"{number}. {risk.description}", _NAME)
        if y + LINE * len(lines) > end and index + 1 < len(scored):
            yield text(_LIST, y, teller.text("… và {rest} rủi ro khác", "… and {rest} more", rest=len(scored) - index), "small")
            return
        yield text(_LIST, y, lines)
        y += LINE * len(lines) + 7


def _legend(teller: Teller) -> Iterator[Shape]:
    y = _TOP + _HIGH * len(SCALE) + 52
    names = (
        ("r1", teller.text("Thấp (1 - 4)", "Low (1 - 4)")),
        ("r2", teller.text("Trung bình (5 - 9)", "Medium (5 - 9)")),
        ("r3", teller.text("Cao (10 - 14)", "High (10 - 14)")),
        ("r4", teller.text("Rất cao (15 - 25)", "Very high (15 - 25)")),
    )
    x = _LEFT
    for look, name in names:
        yield rect(x, y, 14, 14, look)
        yield text(x + 20, y + 12, name, "small")
        x += 44 + len(name) * 7


def _data(scored: list[tuple[int, Risk]], teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Rủi ro", "Risk")),
        Column(teller.text("Khả năng", "Likelihood"), CENTRE),
        Column(teller.text("Tác động", "Impact"), CENTRE),
    )
    return table(columns, [entry(str(number), risk.description, str(risk.likelihood), str(risk.impact)) for number, risk in scored])
