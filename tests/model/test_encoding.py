"""Values as bytes and back: by their types, and nothing but values."""

import json
import pickle
import zlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach.compiled import COMPILED
from kehoach.diagnostics import Place, Severity
from kehoach.language import Text
from kehoach.model import encoding
from kehoach.model.encoding import BadEncodingError, decode, encode, write
from kehoach.values.dates import PlanDate, Precision


class Everything(NamedTuple):
    """A value of each type that is kept."""

    text: str = "ả\n\ud800"
    number: int = -5
    flag: bool = True
    nothing: str | None = None
    amount: Decimal | None = Decimal("1E+30")
    day: date = date(2026, 2, 28)
    word: Severity | None = Severity.NOTE
    keys: tuple[str | int, ...] = ("tasks", 0)
    pair: tuple[str, tuple[int, int]] = ("a", (1, 2))
    places: tuple[Place, ...] = (Place(1, 2, 3, 4, "x"),)
    names: frozenset[str] = frozenset(("b", "a"))
    table: Mapping[str, Place] = {"x": Place(1, 2, 3, 4)}
    said: Mapping[str, object] = {"one": "x", "both": Text("a", "b")}
    when: PlanDate | None = PlanDate(first=date(2026, 1, 1), last=date(2026, 12, 31), precision=Precision.YEAR, text="2026")


def test_what_is_written_is_read_again() -> None:
    value = Everything()

    assert decode(Everything, encode(value)) == value
    assert decode(Everything, encode(value._replace(amount=None, word=None, when=None, said={}))).when is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.dates() | st.text(st.characters(exclude_categories=())) | st.floats(),
    lambda inside: st.lists(inside) | st.tuples(inside) | st.dictionaries(st.text() | st.integers(), inside),
    max_leaves=9,
)


@given(VALUES)
@example(['"\\/\b\t\n\f\r\0\x1f\x7f', "\ud800\udc00", Severity.NOTE, 2**63, -(2**63)])
@example({True: MappingProxyType({"a": frozenset("b")})})
def test_both_halves_write_the_same(value: object) -> None:
    with_it = write([value])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoding, "COMPILED", None)
        assert write([value]) == with_it


@pytest.mark.parametrize("half", [COMPILED, None], ids=["with its part in C where there is one", "in Python"])
def test_what_is_no_plain_value_is_not_written(half: ModuleType | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "COMPILED", half)

    with pytest.raises(TypeError):
        write([object()])
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(RecursionError):
        write(endless)


def packed(value: Any) -> bytes:
    return zlib.compress(json.dumps(value).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x05",
        zlib.compress(pickle.dumps(Everything())),
        zlib.compress(b"["),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b"\xff"),
        zlib.compress(b"[]")[:-2],
        packed({}),
        packed([]),
        packed(["x"] * 4),
        packed([1, 1, 1, "1", ""]),
        packed([1, 2, 3, 4, ["x"]]),
        packed([1, 2, 3, 4, None]),
    ],
)
def test_bytes_that_are_no_such_value(content: bytes) -> None:
    with pytest.raises(BadEncodingError):
        decode(Place, content)


@pytest.mark.parametrize(
    ("number", "wrong"), [(4, "mười"), (5, "2026-02-30"), (6, "grave"), (7, [1.5]), (8, ["a", [1]]), (10, "a"), (12, {"x": 1})]
)
def test_a_part_of_another_type(number: int, wrong: object) -> None:
    row = json.loads(zlib.decompress(encode(Everything()._replace(text="x"))))
    row[number] = wrong

    with pytest.raises(BadEncodingError):
        decode(Everything, packed(row))


def test_nothing_that_would_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach.model.encoding._LARGEST", 1000)

    with pytest.raises(BadEncodingError, match="too large"):
        decode(Place, zlib.compress(b" " * 1_000_000 + b"[1,1,1,1,'']"))
