"""What a typed node says, free of its wording and places, to hold two readings against each other."""

from typing import Any

from kehoach.model.base import Node
from kehoach.values.dates import Period, PlanDate
from kehoach.values.money import Amount, AmountRange
from kehoach.values.targets import TargetValue
from kehoach.values.text import nfc


def facts(value: Any) -> Any:
    """Give nested plain values: equal where two readings have the same values with the same precision."""
    if isinstance(value, Node):
        return {name: facts(inside) for name, inside in vars(value).items() if name != "path"}
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return [facts(item) for item in value]
    if isinstance(value, dict):
        return {facts(key): facts(inside) for key, inside in value.items()}
    if isinstance(value, _VALUES):
        is_wording = isinstance(value, TargetValue) and not value.is_qualitative
        wordings = {"text", "unit"} if not isinstance(value, TargetValue) else {"text"} if is_wording else set()
        return {name: facts(inside) for name, inside in value._asdict().items() if name not in wordings}
    return nfc(value) if type(value) is str else value


_VALUES = (Amount, AmountRange, PlanDate, Period, TargetValue)
