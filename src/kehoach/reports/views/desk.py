"""Many appraised plans at a glance: one line a plan."""

from collections import Counter
from collections.abc import Sequence

from kehoach.checking import Checked
from kehoach.diagnostics import Severity
from kehoach.language import Language, Text
from kehoach.model.labels import label
from kehoach.reports.options import Options
from kehoach.reports.views.overview import overview
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Figure, Piece, Row, entry, part, table
from kehoach.reports.views.sections import SECTIONS, SHORT, SHORT_MARKS
from kehoach.workspace.answering import Answers

Appraised = tuple[Checked, Answers | None]


def desk(plans: Sequence[Appraised], options: Options) -> Piece:
    """Give the table of all plans as a view of its own."""
    language = options.language
    subject = _COUNT.fill(language, {"count": len(plans)})
    return overview("overview", _TITLE, subject, [part("", table=_table(plans, language))], options)


def _table(plans: Sequence[Appraised], language: Language) -> Piece | None:
    columns = (
        Column(_NUMBER.to(language), CENTRE),
        Column(_PLAN.to(language)),
        Column(_LOCALITY.to(language)),
        Column(_STAGE.to(language), CENTRE),
        *(Column(SHORT[name].to(language), CENTRE) for name in SECTIONS),
        Column(_ERRORS.to(language), RIGHT),
        Column(_WARNINGS.to(language), RIGHT),
        Column(_READY.to(language), RIGHT),
        Column(_NEW.to(language), RIGHT, optional=True),
        Column(_STILL.to(language), RIGHT, optional=True),
        Column(_GONE.to(language), RIGHT, optional=True),
    )
    return table(columns, [_row(number, *one, language) for number, one in enumerate(plans, start=1)])


def _row(number: int, checked: Checked, answers: Answers | None, language: Language) -> Row:
    counts = Counter(one.severity for one in checked.diagnostics)
    numbers = (_figure(counts[Severity.ERROR]), _figure(counts[Severity.WARNING]))
    plan = checked.plan
    if plan is None:
        return entry(str(number), checked.path, _UNREADABLE.to(language), "", *[""] * len(SECTIONS), *numbers, "", "", "", "")
    marks = (SHORT_MARKS[plan.checklist[name]].to(language) for name in SECTIONS)
    ready = "" if plan.readiness is None else Figure(f"{plan.readiness}%", plan.readiness)
    new = sum(answers.is_new) if answers else 0
    since = (_figure(new), _figure(len(answers.is_new) - new), _figure(len(answers.gone))) if answers else ("", "", "")
    return entry(str(number), plan.id, plan.locality, label(plan.stage).to(language), *marks, *numbers, ready, *since)


def _figure(number: int) -> Figure:
    return Figure(str(number), number)


_TITLE = Text(vi="Tổng hợp thẩm định kế hoạch", en="Plans appraised")
_COUNT = Text(vi="{count} kế hoạch", en="{count} plans")
_NUMBER = Text(vi="TT", en="No.")
_PLAN = Text(vi="Kế hoạch", en="Plan")
_LOCALITY = Text(vi="Địa phương", en="Locality")
_STAGE = Text(vi="Giai đoạn", en="Stage")
_ERRORS = Text(vi="Lỗi", en="Errors")
_WARNINGS = Text(vi="Cảnh báo", en="Warnings")
_READY = Text(vi="Sẵn sàng", en="Ready")
_NEW = Text(vi="Góp ý mới", en="New")
_STILL = Text(vi="Vẫn còn", en="Still there")
_GONE = Text(vi="Không còn", en="Gone")
_UNREADABLE = Text(vi="không đọc được", en="could not be read")
