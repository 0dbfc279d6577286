"""Numbers and days on their way to a user's workbook: a text that knows its exact value."""

from collections.abc import Mapping
from typing import Any

from kehoach.reports.views.pieces import Figure

_EXACT, _TEXT = "\x00exact", "\x00text"


class Known(Figure):
    """A figure that is still one after a template has printed it."""

    __slots__ = ()

    def __str__(self) -> str:
        return self


def packed(value: Any) -> Any:
    """Make plain data of a view, in which figures keep their values; rows of tables get theirs back."""
    match value:
        case Figure():
            return {_EXACT: value.exact, _TEXT: str(value)}
        case {"cells": cells, "values": values}:
            figures = [Figure(text, exact) if exact else text for text, exact in zip(cells, values, strict=True)]
            return {key: packed(figures if key == "cells" else one) for key, one in value.items() if key not in _ONLY_INSIDE}
        case Mapping():
            return {key: packed(one) for key, one in value.items()}
        case list() | tuple():
            return [packed(one) for one in value]
        case _:
            return value


def unpacked(value: Any) -> Any:
    """Make the data of a template from what `packed` made."""
    if isinstance(value, dict):
        if _EXACT in value:
            return Known(value[_TEXT], value[_EXACT])
        return {key: unpacked(one) for key, one in value.items()}
    return [unpacked(one) for one in value] if isinstance(value, list) else value


_ONLY_INSIDE = frozenset({"values", "formulas"})
