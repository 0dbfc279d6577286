"""The contents of a plan as bytes: kept for every plan of a country, opened for a family at a time."""

import io
import pickle
import zlib
from functools import lru_cache
from typing import Any

from kehoach.model.extract import Contents


def pack(contents: Contents) -> bytes:
    """Make contents small, to be kept for every plan of a country."""
    return zlib.compress(pickle.dumps(tuple(contents), protocol=5), _QUICK)


@lru_cache(maxsize=8)
def unpack(packed: bytes) -> Contents:
    """Open packed contents; nothing but the plain values of this module is ever made."""
    return Contents(*_Opener(io.BytesIO(zlib.decompress(packed))).load())


class _Opener(pickle.Unpickler):
    """Makes no object but values, whoever wrote the bytes."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class of values, and refuse anything else."""
        if (module, name) == ("decimal", "Decimal") or (module, name) == ("datetime", "date"):
            return super().find_class(module, name)
        if module in _VALUES and name[:1].isupper():
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        message = f"{module}.{name}"
        raise pickle.UnpicklingError(message)


_QUICK = 1  # of the levels of compression
_VALUES = frozenset(
    (
        "kehoach.model.extract",
        "kehoach.diagnostics",
        "kehoach.model.vocabulary",
        "kehoach.values.dates",
        "kehoach.values.money",
        "kehoach.values.targets",
        "kehoach.values.units",
    ),
)
