"""RES006: resources that are not ensured, and objectives that stay as they were."""

from collections.abc import Iterator

from kehoach.analysis.balance import Balance, balance
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Related, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report once a plan whose resources are not ensured and that records no adjustment."""
    result = balance(plan)
    if result.is_ensured(context.thresholds.unsecured) or (plan.process and plan.process.adjustments):
        return
    yield Finding(
        path=("process", "adjustments"),
        values={"gap": _gap(result)},
        related=tuple(
            Related(overrun.path, _OVER, {"name": overrun.source.name, "over": overrun.over}) for overrun in result.overruns[:_MOST]
        ),
        reads=_YEARS if result.overruns else _NEEDS,
    )


def _gap(result: Balance) -> Text:
    if not result.overruns:
        share = f"{result.unsecured.share * 100:.0f}%"
        return Text(vi=f"{share} nhu cầu dựa vào nguồn chưa chắc chắn", en=f"{share} of the need rests on unsure money")
    names = ", ".join(dict.fromkeys(overrun.source.id for overrun in result.overruns))
    return Text(vi=f"nhu cầu vượt mức trần của {names}", en=f"the need is over the limit of {names}")


_MOST = 3
_YEARS: tuple[KeyPath, ...] = (("tasks", "*", "needs", "*", "year"), ("tasks", "*", "actions", "*", "needs", "*", "year"))
_NEEDS: tuple[KeyPath, ...] = (("tasks", "*", "needs"), ("tasks", "*", "actions", "*", "needs"))
_OVER = Text(vi="{name} vượt {over}", en="{name} is {over} over")

RULE = Rule(
    code="RES006",
    name="gap-without-adjustment",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="nguồn lực không bảo đảm ({gap}) mà chưa ghi lần điều chỉnh mục tiêu nào",
        en="the resources are not ensured ({gap}) and no adjustment of objectives is recorded",
    ),
    why=Text(
        vi="Nguồn lực không đảm bảo thì phải điều chỉnh mục tiêu, không chỉ sửa dòng kinh phí.",
        en="Where resources are not ensured the objectives must be adjusted, not the budget line alone.",
    ),
    fix=Text(
        vi="Cân đối lại nhu cầu, hoặc ghi lần điều chỉnh trong `process.adjustments` (mục tiêu, mức cũ, mức mới, lý do).",
        en="Balance the need, or record the change in `process.adjustments` (objective, old and new value, reason).",
    ),
    source="S2",
    lacks=Text(vi="điều chỉnh mục tiêu theo nguồn lực", en="an adjustment of objectives to the resources"),
    reads=("unit", "period", "resources.rates", "resources.funds.*.limits"),
    check=check,
)
