"""SIT009: options none or several of which were chosen, or without a reason."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report what is wrong with the choice; in an annual plan it is a note."""
    severity = Severity.NOTE if plan.kind is PlanKind.ANNUAL else None
    chosen = [option for option in plan.options if option.chosen]
    if not chosen:
        yield Finding(path=("options",), values={"fault": _NONE if plan.options else _NO_OPTIONS}, severity=severity)
    for option in chosen[1:]:
        related = (Related(chosen[0].at("chosen"), _FIRST, {"id": chosen[0].id}),)
        yield Finding(path=option.at("chosen"), values={"fault": _SEVERAL}, related=related, severity=severity, subject=option.id)
    for option in chosen[:1]:
        if not option.rationale:
            yield Finding(path=option.at("rationale"), values={"fault": _NO_REASON}, severity=severity, subject=option.id)


_NO_OPTIONS = Text(vi="chưa nêu phương án nào", en="there are no options")
_NONE = Text(vi="chưa chọn phương án nào", en="none was chosen")
_SEVERAL = Text(vi="chọn nhiều hơn một phương án", en="more than one was chosen")
_NO_REASON = Text(vi="chưa nêu lý do chọn", en="the reason is not given")
_FIRST = Text(vi="{id} cũng được chọn", en="{id} was chosen too")

RULE = Rule(
    code="SIT009",
    name="no-chosen-option",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="lựa chọn phương án: {fault}", en="the choice of an option: {fault}"),
    why=Text(
        vi="So sánh các phương án rồi nói rõ chọn phương án nào, vì sao, thì người quyết định mới biết đã cân nhắc những gì.",
        en="Those who decide can see what was weighed only where options are compared and one is chosen for a stated reason.",
    ),
    fix=Text(
        vi="Ghi `chosen: true` và `rationale:` ở đúng một phương án trong `options`.",
        en="Write `chosen: true` and a `rationale:` at exactly one of the `options`.",
    ),
    source="S2-B5",
    lacks=Text(vi="phương án được chọn kèm lý do", en="a chosen option and its reason"),
    reads=("options.*.chosen", "options.*.rationale"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC)),
    check=check,
)
