"""TSK005: a vulnerable group that neither a task nor an indicator is about."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.monitoring import Indicator
from kehoach.model.plan import Plan
from kehoach.model.tasks import Beneficiaries
from kehoach.model.vocabulary import Disaggregation
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule
from kehoach.values.text import nfc


class _Group(NamedTuple):
    label: Text
    beneficiaries: str  # the key under which a task counts them
    split: Disaggregation
    called: tuple[str, ...]


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report once which groups are nowhere counted, split by or named."""
    splits = {split for indicator in _indicators(plan) for split in indicator.disaggregated_by}
    beneficiaries = [work.beneficiaries for work, _task in works(plan) if work.beneficiaries is not None]
    doubtful = [group for group in _GROUPS if group.split not in splits and not _is_counted(group, beneficiaries)]
    missing = _not_named(doubtful, _told(plan)) if doubtful else ()
    missing = _not_named(missing, _told(plan).casefold()) if missing else ()
    if missing:
        yield Finding(path=plan.at("tasks"), values={"groups": tuple(group.label for group in missing)})


def _is_counted(group: _Group, beneficiaries: Iterable[Beneficiaries]) -> bool:
    return any(getattr(each, group.beneficiaries) is not None for each in beneficiaries)


def _not_named(groups: Sequence[_Group], told: str) -> Sequence[_Group]:
    return [group for group in groups if not any(name in told for name in group.called)]


def _told(plan: Plan) -> str:
    """Put together what tasks, actions and indicators are called."""
    titles = [work.title for work, _task in works(plan)]
    return nfc("\n".join((*titles, *(indicator.name for indicator in _indicators(plan)))))


def _indicators(plan: Plan) -> tuple[Indicator, ...]:
    return plan.monitoring.indicators if plan.monitoring else ()


_GROUPS = (
    _Group(Text(vi="phụ nữ", en="women"), "women", Disaggregation.SEX, ("phụ nữ", "women")),
    _Group(Text(vi="trẻ em", en="children"), "children", Disaggregation.AGE, ("trẻ", "học sinh", "mầm non", "children")),
    _Group(
        Text(vi="đồng bào dân tộc thiểu số", en="ethnic minorities"),
        "ethnic_minority",
        Disaggregation.ETHNICITY,
        ("dân tộc", "dtts", "ethnic"),
    ),
    _Group(Text(vi="người nghèo", en="the poor"), "poor_households", Disaggregation.POVERTY, ("nghèo", "poor", "poverty")),
)

RULE = Rule(
    code="TSK005",
    name="vulnerable-group-not-addressed",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="chưa nhiệm vụ hay chỉ tiêu nào quan tâm đến: {groups}",
        en="no task and no indicator is about: {groups}",
    ),
    why=Text(
        vi="Kế hoạch có sự tham gia phải nhìn thấy các nhóm dễ bị tổn thương, nhất là phụ nữ, trẻ em, dân tộc thiểu số, người nghèo.",
        en="A participatory plan sees the vulnerable groups, above all women, children, ethnic minorities and the poor.",
    ),
    fix=Text(
        vi="Ghi số người hưởng lợi của các nhóm ở `beneficiaries` (0 nếu không có), hoặc phân tổ chỉ tiêu bằng `disaggregated_by`.",
        en="Count the groups in `beneficiaries` (0 where there are none), or split indicators with `disaggregated_by`.",
    ),
    source="S1-2",
    lacks=Text(vi="nhiệm vụ, chỉ tiêu cho các nhóm dễ bị tổn thương", en="tasks or indicators for vulnerable groups"),
    reads=("monitoring.indicators.*.disaggregated_by",),
    check=check,
)
