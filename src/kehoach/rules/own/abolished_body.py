"""OWN006: a body, fund or approval of a level or body that no longer existed."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from kehoach.analysis.span import Span, dated
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.money_vocabulary import FundKind
from kehoach.model.owners import Owner
from kehoach.model.party_vocabulary import OwnerType
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund
from kehoach.model.vocabulary import Level
from kehoach.rules.base import WARNING_THEN_ERROR, WRONG, Context, Finding, Related, Rule
from kehoach.values.dates import PlanDate, exact_date


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each reference to such a body from a task, a need of money or an approval."""
    gone = {owner.id: (owner, last) for owner in plan.owners if (last := _last_day(owner)) is not None}
    funds = {fund.id: fund for fund in plan.resources.funds if fund.kind is FundKind.DISTRICT_BUDGET} if plan.resources else {}
    for path, name, day, subject in chain(_led(plan), _approved(plan)) if gone else ():
        if name in gone and day > gone[name][1].last:
            yield _finding(path, *gone[name], day, subject)
    for path, name, day, subject in _paid(plan) if funds else ():
        if name in funds and day > LAST_DAY_OF_DISTRICTS:
            yield _finding(path, funds[name], exact_date(LAST_DAY_OF_DISTRICTS), day, subject)


LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)

Use = tuple[KeyPath, str | None, date, str]
"""A place, the id that stands there, the first day on which it is needed, and the thing it is about."""


def _last_day(owner: Owner) -> PlanDate | None:
    """Tell until when a body existed, where it is known to have ended."""
    if owner.until is not None:
        return owner.until
    if owner.level is Level.DISTRICT and owner.type in _OF_A_LEVEL:
        return exact_date(LAST_DAY_OF_DISTRICTS)
    return None


def _led(plan: Plan) -> Iterator[Use]:
    """List who leads and partners, from the day on which the work surely has begun."""
    for work, _task, span in dated(plan):
        day = _begins(span, plan)
        yield work.at("owner"), work.owner, day, work.id
        for sharer in work.co_owners:
            yield sharer.at("owner"), sharer.owner, day, work.id
        for index, partner in enumerate(work.partners):
            yield work.at("partners", index), partner, day, work.id


def _paid(plan: Plan) -> Iterator[Use]:
    for work, _task, span in dated(plan):
        for need in work.needs:
            day = _begins(span, plan) if need.year is None else date(need.year, 1, 1)
            yield need.at("fund"), need.fund, day, work.id


def _approved(plan: Plan) -> Iterator[Use]:
    for approval in plan.process.approvals if plan.process else ():
        if approval.date is not None:
            yield approval.at("by"), approval.by, approval.date.first, approval.by or ""


def _begins(span: Span, plan: Plan) -> date:
    """Give the earliest day that the dates allow; the plan's first where there is none."""
    return span.start.first if span.start else plan.period.first


def _finding(path: KeyPath, body: Owner | Fund, last: PlanDate, day: date, subject: str) -> Finding:
    values = {"name": body.name, "last": last, "day": day, "id": subject}
    return Finding(path=path, values=values, related=(Related(body.path, _HERE, {"id": body.id}),), subject=subject)


_OF_A_LEVEL = frozenset((None, OwnerType.GOVERNMENT, OwnerType.PARTY, OwnerType.ELECTED_BODY, OwnerType.MASS_ORGANISATION))
_HERE = Text(vi="{id} được khai báo ở đây", en="{id} is declared here")

RULE = Rule(
    code="OWN006",
    name="abolished-body",
    nature=WRONG,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="{name} chỉ tồn tại đến {last}, trước khi cần đến ở đây ({day})",
        en="{name} existed until {last} only, before it is needed here ({day})",
    ),
    why=Text(
        vi="Từ 01/07/2025 không còn cấp huyện; đơn vị đã sáp nhập hoặc giải thể không nhận việc, không cấp vốn được.",
        en="Since 2025-07-01 there are no districts; a body that was merged or abolished can neither act nor pay.",
    ),
    fix=Text(
        vi="Ghi đơn vị kế thừa, thường là của xã hoặc của tỉnh; nếu thời điểm sai thì sửa thời điểm.",
        en="Name the body that took over, mostly of the commune or the province; or correct the date.",
    ),
    source="72/2025/QH15",
    reads=(
        "owners.*.until",
        "owners.*.level",
        "tasks.*.start",
        "tasks.*.date",
        "tasks.*.actions.*.start",
        "tasks.*.actions.*.date",
        "period",
    ),
    check=check,
)
