"""OBJ006: an objective of the short or medium term that is measured in words only."""

import re
from collections.abc import Iterator

from kehoach.analysis.chain import results_chain
from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.monitoring import Indicator
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Horizon, PlanKind
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each such objective without a figure; one without indicators or targets is another rule's."""
    in_words = frozenset(filter(_is_in_words, plan.monitoring.indicators if plan.monitoring else ()))
    if not in_words:
        return
    chain = results_chain(plan)
    for objective in plan.objectives:
        if objective.horizon not in _TO_BE_MEASURED or _FIGURE.search(objective.statement):
            continue
        indicators = chain.indicators_for(objective.id)
        if indicators and in_words.issuperset(indicators):
            yield Finding(
                path=objective.at("id"),
                at_key=True,
                values={"id": objective.id},
                severity=Severity.NOTE if plan.kind is PlanKind.ANNUAL else None,
                subject=objective.id,
            )


def _is_in_words(indicator: Indicator) -> bool:
    """Tell whether all that an indicator is to reach is said in words."""
    values = [target.value for target in indicator.targets if target.value is not None]
    return bool(values) and all(value.is_qualitative for value in values)


_TO_BE_MEASURED = frozenset((Horizon.SHORT, Horizon.MEDIUM))
_FIGURE = re.compile(r"\b(?!(?:19|20)[0-9]{2}\b)[0-9]")  # a year is no figure to be reached

RULE = Rule(
    code="OBJ006",
    name="unquantified-short-term-objective",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="mục tiêu ngắn hoặc trung hạn {id} chưa được lượng hóa",
        en="the short or medium-term objective {id} has no figure",
    ),
    why=Text(
        vi="Mục tiêu dài hạn có thể chỉ nêu định hướng; mục tiêu trung hạn và ngắn hạn phải đo được bằng số.",
        en="Long-term objectives may give a direction only; those of the medium and short term must be measurable.",
    ),
    fix=Text(
        vi="Ghi một mức phấn đấu bằng số cho một chỉ tiêu của mục tiêu này.",
        en="Write a target with a number for one of the objective's indicators.",
    ),
    source="S2-B4",
    lacks=Text(vi="mức lượng hóa của mục tiêu", en="a figure for the objective"),
    reads=("..horizon", "objectives.*.parent", "monitoring.indicators.*.objectives", "monitoring.indicators.*.targets"),
    kinds=frozenset((PlanKind.STRATEGIC, PlanKind.FIVE_YEAR, PlanKind.ANNUAL)),
    check=check,
)
