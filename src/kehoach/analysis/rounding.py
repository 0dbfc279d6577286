"""How far a printed sum may miss its parts by rounding alone."""

from collections.abc import Sequence
from decimal import Decimal

from kehoach.values.money import Amount

_HALF = Decimal("0.5")
_MOST = Decimal("0.01")


def slack(parts: Sequence[Amount], stated: Amount) -> Decimal:
    """Give half a unit of the last significant digit of each part and of the stated sum.

    Zeros at the end of whole numbers may well be significant (1000 and 300 do not make 1500), so that what
    rests on them alone counts up to a hundredth of the sum.
    """
    amounts = (*parts, stated)
    rounded = sum((amount.step for amount in amounts), Decimal(0)) * _HALF
    return max(written_slack(amounts), min(rounded, abs(stated.value) * _MOST))


def written_slack(amounts: Sequence[Amount]) -> Decimal:
    """Give half a unit of the last written digit of each amount, zeros and all: enough for a ceiling."""
    return sum((min(amount.step, amount.unit.factor) for amount in amounts), Decimal(0)) * _HALF
