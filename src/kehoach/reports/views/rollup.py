"""An upper plan with its lower ones: what they carry, take, do and ask, each figure with its place."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.analysis.coherence import Carried, Part
from kehoach.analysis.measures import Reach
from kehoach.analysis.rollup import Rollup
from kehoach.language import Language, Text, say_number
from kehoach.model.extract import Extract
from kehoach.model.labels import label
from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Aggregation, Direction
from kehoach.reports.views.filing import Folder
from kehoach.reports.views.pieces import (
    BEYOND,
    CENTRE,
    RIGHT,
    Column,
    Figure,
    Formula,
    Piece,
    Row,
    entry,
    part,
    subtotal,
    table,
    totals,
)
from kehoach.reports.views.sums import Sums
from kehoach.rules.between import discussed, time

_TARGET, _GIVEN, _SHORT = 5, 6, 7  # columns of the table of indicators


def rollup_parts(found: Rollup, known: "Known") -> list[Piece]:
    """Give a table of indicators, funds, tasks, requests and silent plans, and one of the assigned targets that nobody took."""
    pieces = (
        (INDICATORS, indicators(found, known)),
        (FUNDS, funds(found, known)),
        (TASKS, tasks(found, known)),
        (REQUESTS, requests(found, known)),
        (SILENT, silent(found, known)),
        (MISSED, missed(found, known)),
    )
    return [part(known.say(title), paragraphs=[] if piece else [known.say(_NONE)], table=piece) for title, piece in pieces]


class Known:
    """Says plans, places and numbers in one language."""

    def __init__(self, found: Rollup, language: Language) -> None:
        self.language = language
        self.folder = Folder(card.path for card in (found.upper, *found.lowers) if not card.is_pinned)

    def say(self, text: Text, **values: object) -> str:
        """Fill a text."""
        return text.fill(self.language, values)

    def plan(self, card: Extract) -> str:
        """Name a plan by its id and its locality."""
        return f"{card.locality.name} ({card.id})"

    def file(self, card: Extract) -> str:
        """Name the file of a plan below the folder that all have in common; of a pinned plan there is no file here."""
        return self.say(_PINNED) if card.is_pinned else self.folder.short(card.path)

    def place(self, card: Extract, spot: Spot) -> str:
        """Say where something stands."""
        return self.file(card) if card.is_pinned else f"{self.file(card)}:{spot.place.line}"

    def reach(self, reach: Reach) -> str:
        """Say a figure, or the two ends of a range."""
        if reach.low == reach.high:
            return Figure(say_number(reach.low, self.language), reach.low)
        return f"{say_number(reach.low, self.language)} - {say_number(reach.high, self.language)}"


def indicators(found: Rollup, known: Known) -> Piece | None:
    """Give each target with what every plan gives of it."""
    columns = _columns(known, _NUMBER, _INDICATOR, _WHEN, _HOW, _UNIT, _UPPER, _LOWER, _RESIDUAL, _PLACE)
    rows = [row for number, carried in enumerate(found.indicators, start=1) for row in _indicator(number, carried, found, known)]
    return table(columns, rows)


def _indicator(number: int, row: Carried, found: Rollup, known: Known) -> Iterator[Row]:
    residual = row.said_residual
    formulas = [Formula(_GIVEN, _FUNCTIONS[row.how], 1, len(row.parts))] if row.how in _FUNCTIONS and row.parts else []
    if row.way is not Direction.MAINTAIN:
        ends = (_GIVEN, _TARGET) if row.way is Direction.DECREASE else (_TARGET, _GIVEN)
        formulas.append(Formula(_SHORT, BEYOND, *ends))
    given = "" if row.said_result is None else Figure(say_number(row.said_result, known.language), row.said_result)
    yield subtotal(
        str(number),
        f"{row.indicator.name} ({row.indicator.id})",
        time(row.target.when).to(known.language),
        label(row.how).to(known.language),
        row.measure(residual).unit,
        known.reach(row.asked),
        given,
        Figure(say_number(residual, known.language), residual),
        known.place(found.upper, row.target.spot),
        formulas=formulas,
    )
    for one in row.parts:
        yield _given(one, known)
    for text, cards in ((_SAYS_NOTHING, row.silent), (_UNREAD, row.unread)):
        for card in cards:
            yield entry("", known.plan(card), "", "", "", "", known.say(text), "", known.file(card))


def _given(one: Part, known: Known) -> Row:
    card = one.member.card
    return entry("", known.plan(card), "", "", "", "", known.reach(one.reach), "", known.place(card, one.figure.spot))


def funds(found: Rollup, known: Known) -> Piece | None:
    """Give each fund with what every plan was handed of it and counts on."""
    sums = Sums([amount for fund in found.funds for amount in (fund.has, fund.handed, fund.claimed)], known.language)
    columns = _columns(known, _NUMBER, _FUND, _HAS, _HANDED, _CLAIMED, _OVER, _LEFT, _UPPER_PLACE, _LOWER_PLACE)
    rows: list[Row] = []
    for number, fund in enumerate(found.funds, start=1):
        below = len(fund.claims) + len(fund.unclaimed)
        over = [claim.over for claim in fund.claims if claim.over is not None]
        adds = [Formula(column, "SUM", 1, below) for column in (3, 4, 5)]
        rows.append(
            subtotal(
                str(number),
                fund.fund.name,
                *map(sums.say, (fund.has, fund.handed, fund.claimed)),
                sums.say_all(over),
                sums.say(fund.left),
                known.place(found.upper, fund.fund.spot),
                "",
                formulas=adds,
            )
        )
        for claim in fund.claims:
            card, handed = claim.member.card, claim.handed
            spot = claim.funds[0].limits[0].spot if claim.funds[0].limits else claim.funds[0].spot
            places = (known.place(found.upper, handed.spot) if handed else known.say(_NOT_HANDED), known.place(card, spot))
            amounts = (sums.say(handed.amount if handed else None), sums.say(claim.amount), sums.say(claim.over))
            rows.append(entry("", known.plan(card), "", *amounts, "", *places)._replace(formulas=[Formula(5, BEYOND, 4, 3)]))
        rows += [
            entry("", name, "", sums.say(money.amount), "", "", "", known.place(found.upper, money.spot), known.say(_NOT_CLAIMED))
            for name, money in fund.unclaimed
        ]
    return table(columns, rows, unit=sums.unit_line)


def tasks(found: Rollup, known: Known) -> Piece | None:
    """Give what each plan has to do, and for which tasks of others its own wait."""
    sums = Sums([work.taken for work in found.works], known.language)
    columns = _columns(known, _NUMBER, _PLAN, _LOCALITY, _STAGE, _TASK_COUNT, _TAKEN, _WAITS)
    rows = [
        entry(
            str(number),
            work.plan.id,
            work.plan.locality.name,
            label(work.plan.stage).to(known.language),
            Figure(say_number(work.plan.tasks, known.language), work.plan.tasks),
            sums.say(work.taken),
            "\n".join(known.say(_WAITS_FOR, id=name, others=", ".join(others)) for name, others in work.waits),
        )
        for number, work in enumerate(found.works, start=1)
    ]
    count = sum(work.plan.tasks for work in found.works)
    whole = totals(
        "", known.say(_TOTAL), "", "", Figure(say_number(count, known.language), count), sums.say_all([w.taken for w in found.works]), ""
    )
    return table(columns, [*rows, whole], unit=sums.unit_line)


def requests(found: Rollup, known: Known) -> Piece | None:
    """Give what was asked and nobody has answered."""
    sums = Sums([one.request.amount for one in found.requests], known.language)
    columns = _columns(known, _NUMBER, _PLAN, _LOCALITY, _ASKED, _AMOUNT, _ASKED_OF, _PLACE)
    rows = [
        entry(
            str(number),
            one.plan.id,
            one.plan.locality.name,
            f"{one.request.id}: {one.request.what}",
            sums.say(one.request.amount),
            one.request.to.to if one.request.to is not None else found.upper.id,
            known.place(one.plan, one.request.spot),
        )
        for number, one in enumerate(found.requests, start=1)
    ]
    whole = totals("", known.say(_TOTAL), "", "", sums.say_all([one.request.amount for one in found.requests]), "", "")
    return table(columns, [*rows, whole] if rows else [], unit=sums.unit_line)


def silent(found: Rollup, known: Known) -> Piece | None:
    """Give the plans that say nothing of a target that others make together with them."""
    said: dict[str, tuple[Extract, list[str]]] = {}
    for row in found.indicators:
        for card in row.silent:
            said.setdefault(card.id, (card, []))[1].append(f"{row.indicator.id} ({time(row.target.when).to(known.language)})")
    columns = _columns(known, _NUMBER, _PLAN, _LOCALITY, _INDICATOR_COUNT, _SILENT_ON, _FILE)
    rows = [
        entry(str(number), card.id, card.locality.name, Figure(str(len(names)), len(names)), "\n".join(names), known.file(card))
        for number, (card, names) in enumerate(said.values(), start=1)
    ]
    count = sum(len(names) for _, names in said.values())
    return table(columns, [*rows, totals("", known.say(_TOTAL), "", Figure(say_number(count, known.language), count), "", "")])


def missed(found: Rollup, known: Known) -> Piece | None:
    """Give the targets that were assigned and not taken up, with the discussion about them."""
    columns = _columns(known, _NUMBER, _PLAN, _TARGET_NAME, _WHEN, _ASSIGNED, _PROMISED, _DIALOGUE, _UPPER_PLACE, _LOWER_PLACE)
    rows = []
    for number, one in enumerate(found.missed, start=1):
        indicator, card, above = one.given.indicator, one.lower.card, one.above or one.given
        rows.append(
            entry(
                str(number),
                known.plan(card),
                f"{indicator.name} ({indicator.id})",
                time(one.given.when).to(known.language),
                f"{one.given.value.say(known.language)} {one.given.unit}".strip(),
                f"{one.planned.value.say(known.language)} {indicator.unit}".strip(),
                (discussed(one.dialogue) if one.dialogue is not None else _NO_DIALOGUE).to(known.language),
                known.place(above.card, above.spot),
                known.place(card, one.planned.spot),
            )
        )
    return table(columns, rows)


class _Head(NamedTuple):
    title: Text
    align: str = "left"


def _columns(known: Known, *heads: "_Head") -> Sequence[Column]:
    return [Column(head.title.to(known.language), head.align) for head in heads]


_FUNCTIONS = {Aggregation.SUM: "SUM", Aggregation.MIN: "MIN", Aggregation.MAX: "MAX"}
INDICATORS = Text(vi="Chỉ tiêu", en="Indicators")
FUNDS = Text(vi="Nguồn vốn", en="Funds")
TASKS = Text(vi="Nhiệm vụ", en="Tasks")
REQUESTS = Text(vi="Kiến nghị chưa trả lời", en="Requests without an answer")
SILENT = Text(vi="Kế hoạch chưa đề ra", en="Silent plans")
MISSED = Text(vi="Chỉ tiêu giao chưa được nhận", en="Assigned targets not taken up")
_NONE = Text(vi="Không có.", en="None.")
_PINNED = Text(vi="kehoach.lock", en="kehoach.lock")
_SAYS_NOTHING = Text(vi="chưa đề ra", en="silent")
_UNREAD = Text(vi="không đọc được", en="unreadable")
_NOT_HANDED = Text(vi="không giao", en="nothing handed")
_NOT_CLAIMED = Text(vi="chưa tính", en="not counted on")
_NO_DIALOGUE = Text(vi="chưa có đối thoại", en="no dialogue")
_WAITS_FOR = Text(vi="{id} chờ {others}", en="{id} waits for {others}")
_TOTAL = Text(vi="Tổng cộng", en="Total")
_NUMBER = _Head(Text(vi="TT", en="No."), CENTRE)
_INDICATOR = _Head(Text(vi="Chỉ tiêu, kế hoạch", en="Indicator, plan"))
_TARGET_NAME = _Head(Text(vi="Chỉ tiêu", en="Indicator"))
_WHEN = _Head(Text(vi="Thời điểm", en="When"), CENTRE)
_HOW = _Head(Text(vi="Cách tính", en="Reckoned by"), CENTRE)
_UNIT = _Head(Text(vi="ĐVT", en="Unit"), CENTRE)
_UPPER = _Head(Text(vi="Cấp trên", en="Upper plan"), RIGHT)
_LOWER = _Head(Text(vi="Cấp dưới", en="Lower plans"), RIGHT)
_RESIDUAL = _Head(Text(vi="Chưa khớp", en="Residual"), RIGHT)
_PLACE = _Head(Text(vi="Ghi ở", en="Where"))
_UPPER_PLACE = _Head(Text(vi="Cấp trên ghi ở", en="Where above"))
_LOWER_PLACE = _Head(Text(vi="Cấp dưới ghi ở", en="Where below"))
_FUND = _Head(Text(vi="Nguồn vốn, kế hoạch", en="Fund, plan"))
_HAS = _Head(Text(vi="Có", en="Has"), RIGHT)
_HANDED = _Head(Text(vi="Đã giao", en="Handed down"), RIGHT)
_CLAIMED = _Head(Text(vi="Cấp dưới tính", en="Counted on"), RIGHT)
_OVER = _Head(Text(vi="Tính vượt", en="Too much"), RIGHT)
_LEFT = _Head(Text(vi="Còn lại", en="Left"), RIGHT)
_PLAN = _Head(Text(vi="Kế hoạch", en="Plan"))
_LOCALITY = _Head(Text(vi="Địa phương", en="Locality"))
_STAGE = _Head(Text(vi="Giai đoạn", en="Stage"), CENTRE)
_TASK_COUNT = _Head(Text(vi="Số nhiệm vụ", en="Tasks"), RIGHT)
_TAKEN = _Head(Text(vi="Vốn của nhiệm vụ", en="Money of the tasks"), RIGHT)
_WAITS = _Head(Text(vi="Chờ việc của kế hoạch khác", en="Waits for other plans"))
_ASKED = _Head(Text(vi="Nội dung kiến nghị", en="What is asked"))
_AMOUNT = _Head(Text(vi="Số tiền", en="Amount"), RIGHT)
_ASKED_OF = _Head(Text(vi="Gửi", en="Of"))
_INDICATOR_COUNT = _Head(Text(vi="Số chỉ tiêu", en="Indicators"), RIGHT)
_SILENT_ON = _Head(Text(vi="Chỉ tiêu chưa đề ra", en="Silent on"))
_FILE = _Head(Text(vi="Tệp", en="File"))
_ASSIGNED = _Head(Text(vi="Được giao", en="Assigned"))
_PROMISED = _Head(Text(vi="Đề ra", en="Promised"))
_DIALOGUE = _Head(Text(vi="Đối thoại", en="Dialogue"))
