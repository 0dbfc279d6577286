"""RES002: tasks that take more from a source than it has."""

from collections.abc import Iterator

from kehoach.analysis.balance import Overrun, balance
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each limit that is too small, with the tasks that take most."""
    for overrun in balance(plan).overruns:
        yield Finding(
            path=overrun.path,
            values={
                "name": overrun.source.name,
                "when": _when(overrun),
                "need": overrun.need,
                "limit": overrun.limit,
                "over": overrun.over,
            },
            related=tuple(Related(part.path, _TAKES, {"id": part.id, "amount": part.amount}) for part in overrun.parts[:_MOST]),
            subject=overrun.source.id,
            reads=(overrun.source.at("limits"),) if overrun.year is None else (),
        )


def _when(overrun: Overrun) -> Text:
    if overrun.year is None:
        return Text(vi="cả kỳ", en="over the whole period")
    return Text(vi=f"năm {overrun.year}", en=f"in {overrun.year}")


_MOST = 3
_TAKES = Text(vi="{id} cần {amount}", en="{id} takes {amount}")

RULE = Rule(
    code="RES002",
    name="fund-over-limit",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="{name} {when}: các nhiệm vụ cần {need}, mức trần là {limit}, vượt {over}",
        en="{name}: the tasks take {need} {when}, the limit is {limit}: {over} too much",
    ),
    why=Text(
        vi="Nguồn không đủ thì có nhiệm vụ sẽ dở dang; phải biết trước khi kế hoạch được duyệt.",
        en="When a source falls short some task stays unfinished; this must be known before the plan is approved.",
    ),
    fix=Text(
        vi="Giảm hoặc giãn nhu cầu, chuyển sang nguồn khác, hoặc sửa `limits` nếu mức trần đã đổi.",
        en="Take less or later, draw on another source, or correct `limits` where the limit has changed.",
    ),
    source="S0-3",
    reads=("unit", "period", "resources.rates", "tasks.*.needs.*.year", "tasks.*.actions.*.needs.*.year"),
    check=check,
)
