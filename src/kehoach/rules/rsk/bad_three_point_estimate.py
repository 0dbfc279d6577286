"""RSK009: a three-point estimate that is not in order."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each estimate that does not rise; amounts of several currencies are not compared."""
    for risk in plan.risks:
        currencies = {amount.currency for amount in risk.extra_cost}
        costs = tuple(amount.value for amount in risk.extra_cost) if len(currencies) == 1 else ()
        estimates: tuple[tuple[str, Sequence[int | Decimal], Sequence[object]], ...] = (
            ("delay_days", risk.delay_days, risk.delay_days),
            ("extra_cost", costs, risk.extra_cost),
        )
        for key, points, said in estimates:
            if list(points) != sorted(points):
                yield Finding(path=risk.at(key), values={"id": risk.id, "key": key, "points": said}, subject=risk.id)


RULE = Rule(
    code="RSK009",
    name="bad-three-point-estimate",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="ba số của `{key}` không tăng dần: {points}",
        en="the three figures of `{key}` do not rise: {points}",
    ),
    why=Text(
        vi="Ba số là ít nhất, có thể nhất và nhiều nhất; sai thứ tự thì không mô phỏng được rủi ro.",
        en="The three are the least, the likely and the most; out of order they say nothing about the risk.",
    ),
    fix=Text(vi="Viết theo thứ tự: ít nhất, có thể, nhiều nhất.", en="Write them in order: minimum, likely, maximum."),
    source="S0-5",
    check=check,
)
