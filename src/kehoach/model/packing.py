"""The contents of a plan as bytes: kept for every plan of a country, opened for a family at a time."""

import io
import pickle
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from kehoach.diagnostics import Place
from kehoach.model import extract
from kehoach.model.extract import Contents, Details
from kehoach.model.vocabulary import Aggregation, Decision, Direction, Outcome
from kehoach.values.dates import PlanDate, Precision
from kehoach.values.money import Amount, AmountRange
from kehoach.values.targets import Comparison, TargetValue
from kehoach.values.units import MoneyUnit


def pack(contents: Contents) -> bytes:
    """Make contents small, to be kept for every plan of a country."""
    return _packed(tuple(contents))


def unpack(packed: bytes) -> Contents:
    """Open packed contents; nothing but plain values is ever made.

    Raises:
        pickle.UnpicklingError: the bytes ask for anything else.
    """
    return Contents(*_opened(packed))


def pack_details(details: Details) -> bytes:
    """Make small what is seldom asked for."""
    return _packed((details.ends, None if details.ids is None else sorted(details.ids)))


def unpack_details(packed: bytes) -> Details:
    """Open what is seldom asked for; none where nothing was packed.

    Raises:
        pickle.UnpicklingError: the bytes ask for anything but plain values.
    """
    if not packed:
        return Details()
    ends, ids = _opened(packed)
    return Details(ends, None if ids is None else frozenset(ids))


def _packed(values: tuple[Any, ...]) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(values)
    return zlib.compress(buffer.getbuffer(), _QUICK)


def _opened(packed: bytes) -> Any:
    return _Opener(io.BytesIO(zlib.decompress(packed))).load()


class _Opener(pickle.Unpickler):
    """Makes no object but values, whoever wrote the bytes."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a maker of values, and refuse anything else."""
        found = _MAKERS.get((module, name))
        if found is None:
            message = f"{module}.{name}"
            raise pickle.UnpicklingError(message)
        return found


# Values are taken apart and made again by these, which cost a fraction of what copying a data class does.


def _target(*values: Any) -> TargetValue:
    comparison, value, low, high, of, unit, text = values
    return TargetValue(comparison=comparison, value=value, low=low, high=high, of=of, unit=unit, text=text)


def _of_target(target: TargetValue) -> tuple[Any, ...]:
    return _target, (target.comparison, target.value, target.low, target.high, target.of, target.unit, target.text)


def _amount(*values: Any) -> Amount:
    value, currency, step, text, unit = values
    return Amount(value=value, currency=currency, step=step, text=text, unit=unit)


def _of_amount(amount: Amount) -> tuple[Any, ...]:
    return _amount, (amount.value, amount.currency, amount.step, amount.text, amount.unit)


def _of_range(amounts: AmountRange) -> tuple[Any, ...]:
    return AmountRange, (amounts.low, amounts.high)


def _day(*values: Any) -> PlanDate:
    first, last, precision, text = values
    return PlanDate(first=first, last=last, precision=precision, text=text)


def _of_day(day: PlanDate) -> tuple[Any, ...]:
    return _day, (day.first, day.last, day.precision, day.text)


def _of_fields(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return type(values), tuple(values)


def _of_word(word: Enum) -> tuple[Any, ...]:
    return type(word), (word.value,)


_NAMED = (
    *(extract.Spot, extract.Link, extract.Figure, extract.IndicatorFacts, extract.LimitFacts, extract.FundFacts),
    *(extract.HandedTarget, extract.HandedMoney, extract.AssignmentFacts, extract.RequestFacts, extract.ProposalFacts),
    *(extract.DialogueFacts, extract.WaitingFacts, extract.ObjectiveFacts, extract.SectorFacts),
    *(Place, MoneyUnit),
)
_WORDS = (Aggregation, Comparison, Decision, Direction, Outcome, Precision)
_REDUCERS: dict[type, Callable[[Any], Any]] = {
    **dict.fromkeys(_NAMED, _of_fields),
    **dict.fromkeys(_WORDS, _of_word),
    TargetValue: _of_target,
    Amount: _of_amount,
    AmountRange: _of_range,
    PlanDate: _of_day,
}
_MAKERS: Mapping[tuple[str, str], Any] = {
    (made.__module__, made.__qualname__): made for made in (*_NAMED, *_WORDS, AmountRange, Decimal, date, _target, _amount, _day)
}
_QUICK = 1  # of the levels of compression
