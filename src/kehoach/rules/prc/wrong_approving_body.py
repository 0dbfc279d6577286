"""PRC008: a plan that the council of another level approved."""

from collections.abc import Iterator
from datetime import date

from kehoach.analysis.councils import Council, council
from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.model.plan import Plan
from kehoach.model.process_record import Approval
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each approval by a council of another level, or of a district that no longer had one."""
    level = plan.locality.level
    for approval in plan.process.approvals if plan.process else ():
        found = council(approval, plan)
        if found is None or found.level is None:
            continue
        if found.level is not level:
            yield _finding(approval, found, _OTHER, label(level))
        elif level is Level.DISTRICT and _after_districts(approval) and not _is_declared(approval, plan):
            yield _finding(approval, found, _ABOLISHED, label(level))


LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)


def _after_districts(approval: Approval) -> bool:
    return approval.date is not None and approval.date.first > LAST_DAY_OF_DISTRICTS


def _is_declared(approval: Approval, plan: Plan) -> bool:
    """Tell whether the body is an owner, of which OWN006 speaks."""
    return any(owner.id == approval.by for owner in plan.owners)


def _finding(approval: Approval, found: Council, fault: Text, level: Text) -> Finding:
    return Finding(
        path=approval.at("by"),
        values={"name": found.name, "fault": fault, "level": level},
        subject=approval.by or "",
    )


_OTHER = Text(vi="không phải hội đồng nhân dân của cấp lập kế hoạch", en="is not the council of the plan's own level")
_ABOLISHED = Text(vi="không còn sau 30/06/2025", en="was abolished after 2025-06-30")

RULE = Rule(
    code="PRC008",
    name="wrong-approving-body",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="{name} {fault}", en="{name} {fault}"),
    why=Text(
        vi="Kế hoạch phát triển kinh tế - xã hội do hội đồng nhân dân cùng cấp quyết định.",
        en="A socio-economic plan is decided by the people's council of its own level.",
    ),
    fix=Text(
        vi="Ghi hội đồng nhân dân cấp {level}, hoặc sửa `locality.level`.",
        en="Name the council of the {level}, or correct `locality.level`.",
    ),
    source="72/2025/QH15",
    reads=("locality.level", "kind", "owners.*.level", "owners.*.type", "..date"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC)),
    check=check,
)
