"""Values as bytes and back: by their types, and nothing but values."""

import json
import pickle
import zlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from kehoach.diagnostics import Place, Severity
from kehoach.language import Text
from kehoach.model.encoding import BadEncodingError, decode, encode
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


def test_what_is_no_plain_value_is_not_written() -> None:
    with pytest.raises(TypeError):
        encode(object())


def test_nothing_that_would_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach.model.encoding._LARGEST", 1000)

    with pytest.raises(BadEncodingError, match="too large"):
        decode(Place, zlib.compress(b" " * 1_000_000 + b"[1,1,1,1,'']"))
