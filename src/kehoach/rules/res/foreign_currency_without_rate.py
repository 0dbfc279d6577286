"""RES013: foreign money that no sum can include."""

from collections.abc import Iterator

from kehoach.analysis.budget import Budget, budget
from kehoach.analysis.works import works
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Related, Rule
from kehoach.values.money import Amount


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each currency once, at its first amount in the file's order of sections."""
    ledger = budget(plan)
    found: dict[str, list[tuple[KeyPath, Amount]]] = {}
    for node, keys, amount in _amounts(plan, ledger.currency):
        if not _is_counted(amount, ledger):
            found.setdefault(amount.currency, []).append((node.at(*keys), amount))
    for currency, places in found.items():
        (first, amount), *others = places
        yield Finding(
            path=first,
            values={"amount": amount, "currency": currency},
            related=tuple(Related(path, _ALSO, {"amount": other}) for path, other in others[:_MOST]),
            subject=currency,
        )


def _is_counted(amount: Amount, ledger: Budget) -> bool:
    return ledger.exchanged(amount) is not None


def _amounts(plan: Plan, own: str) -> Iterator[tuple[Node, tuple[str, ...], Amount]]:
    """List the amounts in another currency that are summed or compared with sums, each with its node and the keys in it."""
    for work, _task in works(plan):
        for need in work.needs:
            if (amount := need.amount) is not None and amount.currency != own:
                yield need, ("amount",), amount
            if (rate := need.rate) is not None and rate.currency != own:
                yield need, ("rate",), rate
        if (stated := work.total) is not None and stated.currency != own:
            yield work, ("total",), stated
    if plan.resources is not None:
        for fund in plan.resources.funds:
            yield from ((fund, ("limits", str(year)), limit.high) for year, limit in fund.limits.items() if limit.high.currency != own)
        totals = plan.resources.totals
        yield from ((plan.resources, ("totals", str(year)), stated) for year, stated in totals.items() if stated.currency != own)
    for commitment in plan.commitments:
        if (amount := commitment.amount) is not None and amount.currency != own:
            yield commitment, ("amount",), amount


_MOST = 3
_ALSO = Text(vi="{amount} cũng chưa được cộng", en="{amount} is left out too")

RULE = Rule(
    code="RES013",
    name="foreign-currency-without-rate",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="{amount} không được cộng vào tổng nào vì chưa có tỷ giá {currency}",
        en="{amount} is left out of every sum, because there is no rate for {currency}",
    ),
    why=Text(
        vi="Không có tỷ giá thì tiền khác loại không cộng, không so với mức trần được.",
        en="Without a rate, money of another currency can be neither added nor held against a limit.",
    ),
    fix=Text(
        vi="Ghi tỷ giá ra đồng của {currency} trong `resources.rates`, số tiền kèm chữ `đồng`.",
        en="Write the rate of {currency} in `resources.rates`, in đồng and with that word.",
    ),
    source="S0-3",
    lacks=Text(vi="tỷ giá", en="an exchange rate"),
    reads=("unit", "resources.rates"),
    check=check,
)
