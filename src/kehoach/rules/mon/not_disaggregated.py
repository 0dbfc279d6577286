"""MON008: an indicator of people that does not say which people."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Counts, Disaggregation
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each indicator that counts people and is split neither by sex nor ethnicity nor poverty."""
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        if indicator.counts is Counts.PEOPLE and not _SPLITS.intersection(indicator.disaggregated_by):
            yield Finding(path=indicator.at("disaggregated_by"), values={"id": indicator.id}, subject=indicator.id)


_SPLITS = frozenset((Disaggregation.SEX, Disaggregation.ETHNICITY, Disaggregation.POVERTY))

RULE = Rule(
    code="MON008",
    name="not-disaggregated",
    nature=MISSING,
    severities=NOTE,
    message=Text(
        vi="chỉ tiêu {id} đếm người nhưng không phân tổ theo giới tính, dân tộc hay hộ nghèo",
        en="the indicator {id} counts people, but not by sex, ethnicity or poverty",
    ),
    why=Text(
        vi="Số chung che mất nhóm bị bỏ lại phía sau.",
        en="A figure for all hides those who are left behind.",
    ),
    fix=Text(
        vi="Ghi `disaggregated_by:`, ví dụ `[sex, ethnicity, poverty]`.",
        en="Write `disaggregated_by:`, such as `[sex, ethnicity, poverty]`.",
    ),
    source="S1-2",
    lacks=Text(vi="phân tổ của chỉ tiêu về người", en="a split of indicators of people"),
    check=check,
)
