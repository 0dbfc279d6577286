"""How far many plans have come: one line a plan, the readiest first, and what each has to do next."""

from collections.abc import Sequence

from kehoach.diagnostics import Severity
from kehoach.language import Language, Text
from kehoach.model.labels import label
from kehoach.reports.views.filing import Folder
from kehoach.reports.views.pieces import CENTRE, LEFT, RIGHT, Column, Figure, Piece, Row, entry, part, table, totals
from kehoach.reports.views.sections import SECTIONS, SHORT, SHORT_MARKS
from kehoach.workspace.standing import Standing, by_readiness


def standings_parts(standings: Sequence[Standing], folder: Folder, language: Language) -> list[Piece]:
    """Give the table of the plans and that of the things to do."""
    ordered = by_readiness(list(standings))
    return [
        part(_PLANS.to(language), table=_plans(ordered, folder, language)),
        part(
            _NEXT.to(language), paragraphs=[] if (things := _things(ordered, folder, language)) else [_NOTHING.to(language)], table=things
        ),
    ]


def _plans(ordered: Sequence[Standing], folder: Folder, language: Language) -> Piece | None:
    marks = (Column(SHORT[name].to(language), CENTRE) for name in SECTIONS)
    columns = [*_columns(_HEADS, language), *marks, *_columns(_FIGURES, language)]
    rows = [_plan(number, one, folder, language) for number, one in enumerate(ordered, start=1)]
    sums = (sum(one.counts.get(severity, 0) for one in ordered) for severity in (Severity.ERROR, Severity.WARNING))
    whole = totals("", _TOTAL.to(language), "", "", *[""] * len(SECTIONS), "", *map(_figure, sums), "")
    return table(columns, [*rows, whole])


def _plan(number: int, one: Standing, folder: Folder, language: Language) -> Row:
    settled, steps = one.settled
    done = f"{settled}/{steps}" if steps else ""
    counts = [_figure(one.counts.get(severity, 0)) for severity in (Severity.ERROR, Severity.WARNING)]
    summary = one.summary
    if summary is None:
        return entry(str(number), folder.short(one.path), _UNREADABLE.to(language), "", *[""] * len(SECTIONS), done, *counts, "")
    marks = {section.name: SHORT_MARKS[section.mark].to(language) for section in one.sections if section.mark in SHORT_MARKS}
    return entry(
        str(number),
        summary.id,
        summary.locality,
        label(summary.checked_as).to(language),
        *(marks.get(name, "") for name in SECTIONS),
        done,
        *counts,
        "" if summary.readiness is None else Figure(f"{summary.readiness}%", summary.readiness),
    )


def _things(ordered: Sequence[Standing], folder: Folder, language: Language) -> Piece | None:
    rows = []
    for one in ordered:
        for number, thing in enumerate(one.things, start=1):
            name = one.summary.id if one.summary is not None else ""
            locality = one.summary.locality if one.summary is not None else ""
            place = f"{folder.short(one.path)}:{thing.spot.line}"
            rows.append(entry(str(number), name, locality, thing.said.to(language), thing.process, place, thing.command))
    columns = [
        column._replace(room=_ROOM) if title is _WHAT else column
        for column, (title, _) in zip(_columns(_THINGS, language), _THINGS, strict=True)
    ]
    return table(columns, rows)


def _figure(number: int) -> Figure:
    return Figure(str(number), number)


def _columns(heads: Sequence[tuple[Text, str]], language: Language) -> list[Column]:
    return [Column(title.to(language), align) for title, align in heads]


_PLANS = Text(vi="Mức sẵn sàng", en="Readiness")
_NEXT = Text(vi="Việc tiếp theo", en="What to do next")
_NOTHING = Text(vi="Không còn việc nào.", en="Nothing is left to do.")
_TOTAL = Text(vi="Tổng cộng", en="Total")
_UNREADABLE = Text(vi="không đọc được", en="could not be read")
_WHAT = Text(vi="Việc", en="What")
_ROOM = 90  # mm, for whole sentences
_NUMBER = (Text(vi="TT", en="No."), CENTRE)
_PLAN = (Text(vi="Kế hoạch", en="Plan"), LEFT)
_LOCALITY = (Text(vi="Địa phương", en="Locality"), LEFT)
_HEADS = (_NUMBER, _PLAN, _LOCALITY, (Text(vi="Giai đoạn", en="Stage"), CENTRE))
_FIGURES = (
    (Text(vi="Bước xong", en="Steps"), CENTRE),
    (Text(vi="Lỗi", en="Errors"), RIGHT),
    (Text(vi="Cảnh báo", en="Warnings"), RIGHT),
    (Text(vi="Sẵn sàng", en="Ready"), RIGHT),
)
_THINGS = (
    _NUMBER,
    _PLAN,
    _LOCALITY,
    (_WHAT, LEFT),
    (Text(vi="Quy trình", en="Process"), LEFT),
    (Text(vi="Ghi ở", en="Where"), LEFT),
    (Text(vi="Lệnh", en="Command"), LEFT),
)
