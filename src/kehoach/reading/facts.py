"""What a typed node says, free of its wording and places, to hold two readings against each other."""

from dataclasses import fields, is_dataclass
from typing import Any

from kehoach.model.base import Node
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
    if is_dataclass(value) and not isinstance(value, type):
        is_wording = isinstance(value, TargetValue) and not value.is_qualitative
        wordings = {"text", "unit"} if not isinstance(value, TargetValue) else {"text"} if is_wording else set()
        return {f.name: facts(getattr(value, f.name)) for f in fields(value) if f.name not in wordings}
    return nfc(value) if type(value) is str else value
