"""Targets and money of an upper plan against what its lower plans make of them: each on a line of its own scale from zero."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kehoach.analysis.coherence import Carried
from kehoach.analysis.handing import minus
from kehoach.analysis.rollup import Rollup
from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.model.vocabulary import Direction
from kehoach.reports.charts.drawing import LINE, WIDTH, Shape, chart, drawing, line, pages, rect, text, wrap
from kehoach.reports.charts.scale import Scale
from kehoach.reports.views.pieces import Piece
from kehoach.reports.views.rollup import Known
from kehoach.rules.between import time
from kehoach.values.money import Amount

_NAME = 42  # characters
_FROM, _LONG = 350, 330
_SAID = 700
_SAID_WIDTH = 34
_TOP = 34
_BAR = 16
_PAD = 18


class _Line(NamedTuple):
    """What is asked and what is given; `gap` says by how much they do not meet."""

    name: list[str]
    asked: Decimal
    given: Decimal
    said: list[str]
    gap: str

    @property
    def height(self) -> int:
        return LINE * max(len(self.name), len(self.said) + bool(self.gap)) + _PAD


def rollup_charts(found: Rollup, known: Known) -> Iterator[Piece]:
    """Draw the targets that lower plans make together, then the money that is handed down."""
    targets = [_target(row, known) for row in found.indicators if row.result is not None]
    if targets:
        yield _chart("rollup-indicators", _TARGETS, _TARGET_KEY, targets, known)
    money = list(_money(found, known))
    if money:
        yield _chart("rollup-funds", _FUNDS, _FUND_KEY, money, known)


def _chart(name: str, title: Text, key: tuple[Text, ...], lines: list[_Line], known: Known) -> Piece:
    about = "; ".join(f"{' '.join(one.name)}: {' '.join((*one.said, one.gap))}".strip() for one in lines)
    return chart(name, title.to(known.language), f"{about}.", [_drawing(page, key, known) for page in pages(lines, _TOP)], None)


def _target(row: Carried, known: Known) -> _Line:
    assert row.result is not None
    assert row.said_result is not None
    asked = row.asked.high if row.way is Direction.DECREASE else row.asked.low
    is_little = row.result.high < row.asked.low
    gap = known.say(_SHORT if is_little else _BEYOND, value=row.measure(row.said_residual)) if row.is_short else ""
    name = f"{row.indicator.name} ({time(row.target.when).to(known.language)}, {label(row.how).to(known.language)})"
    values = {"given": row.measure(row.said_result), "asked": row.measure(asked)}
    return _Line(wrap(name, _NAME, 3), asked, row.result.high, wrap(_AGAINST.fill(known.language, values), _SAID_WIDTH), gap)


def _money(found: Rollup, known: Known) -> Iterator[_Line]:
    """Give each fund as a whole, then the plans that count on more of it than they were handed."""
    for fund in found.funds:
        out = fund.claimed or fund.handed
        if out is not None and fund.has is not None and out.currency == fund.has.currency:
            yield _amounts(fund.fund.name, fund.has, out, known)
        for claim in fund.claims:
            if claim.over is not None and claim.handed is not None:
                yield _amounts(f"{fund.fund.name}, {known.plan(claim.member.card)}", claim.handed.amount, claim.amount, known)


def _amounts(name: str, asked: Amount, given: Amount, known: Known) -> _Line:
    over = minus(given, asked)
    gap = known.say(_BEYOND, value=over) if over.value > 0 else ""
    said = wrap(_AGAINST.fill(known.language, {"given": given, "asked": asked}), _SAID_WIDTH)
    return _Line(wrap(name, _NAME, 3), asked.value, given.value, said, gap)


def _drawing(lines: list[_Line], key: tuple[Text, ...], known: Known) -> Piece:
    shapes = list(_key([text.to(known.language) for text in key]))
    y = _TOP
    for one in lines:
        shapes += [line(0, y - 4, WIDTH, y - 4, "grid"), *_row(one, y)]
        y += one.height
    return drawing(y, shapes)


def _key(words: list[str]) -> Iterator[Shape]:
    x = _FROM
    for look, word in zip(("goal", "mark"), words, strict=False):
        yield rect(x, 4, 14, 14, look)
        yield text(x + 20, 16, word, "small")
        x += 36 + 7 * len(word)
    yield line(x + 7, 2, x + 7, 20, "limit")
    yield text(x + 16, 16, words[-1], "small")


def _row(one: _Line, y: int) -> Iterator[Shape]:
    foot = y + LINE - 1
    yield text(0, foot, one.name)
    yield text(_SAID, foot, one.said)
    if one.gap:
        yield text(_SAID, foot + LINE * len(one.said), one.gap, "strong missed")
    scale = Scale(min(Decimal(0), one.asked, one.given), max(Decimal(0), one.asked, one.given), _FROM, _LONG)
    zero, asked, given = scale.at(Decimal(0)), scale.at(one.asked), scale.at(one.given)
    top = y + 6
    whole = min(given, asked) if one.gap else given
    if whole != zero:
        yield rect(min(zero, whole), top, abs(whole - zero), _BAR, "goal", about=" ".join(one.said))
    if one.gap and given != asked:
        yield rect(min(given, asked), top, abs(given - asked), _BAR, "mark", about=one.gap)
    yield line(asked, top - 5, asked, top + _BAR + 5, "limit")


_TARGETS = Text(vi="Chỉ tiêu cấp trên so với các kế hoạch cấp dưới", en="Targets of the upper plan against the lower ones")
_FUNDS = Text(vi="Vốn cấp trên so với phần cấp dưới tính", en="Money of the upper plan against what lower ones count on")
_TARGET_KEY = (
    Text(vi="Cấp dưới cùng làm", en="Lower plans together"),
    Text(vi="Chưa khớp", en="Residual"),
    Text(vi="Cấp trên", en="Upper plan"),
)
_FUND_KEY = (
    Text(vi="Cấp dưới tính", en="Counted on below"),
    Text(vi="Vượt", en="Too much"),
    Text(vi="Cấp trên có, hoặc giao", en="Had or handed down above"),
)
_AGAINST = Text(vi="{given} / {asked}", en="{given} / {asked}")
_SHORT = Text(vi="thiếu {value}", en="{value} short")
_BEYOND = Text(vi="vượt {value}", en="{value} too much")
