"""Values as JSON and back by their declared types: whoever wrote the bytes, nothing but values is ever made."""

import types
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, DecimalException
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kehoach.compiled import COMPILED
from kehoach.language import Text

T = TypeVar("T")

Reader = Callable[[Any], Any]


class BadEncodingError(ValueError):
    """Bytes that are no value of the type that was asked for."""


def write(value: object) -> str:
    """Write a value; its type is not written, for the reader knows it.

    Raises:
        TypeError: it holds something that is no plain value.
    """
    return _written(value).decode("utf-8", "surrogatepass")


def encode(value: object, *, is_small: bool = True) -> bytes:
    """Write a value.

    Args:
        value: a list, or something that is written as one, where it is not compressed.
        is_small: compress it, which takes as long as writing it.

    Raises:
        TypeError: it holds something that is no plain value.
    """
    content = _written(value)
    return zlib.compress(content, _QUICK) if is_small else content


def encode_lines(values: Iterable[object]) -> bytes:
    """Write values one on a line, so that each can be read alone; the first is a list.

    Raises:
        TypeError: as above.
    """
    return b"\n".join(map(_written, values))


def compressed(content: bytes) -> bytes:
    """Compress a list, or lines, as it was written, unless it is compressed."""
    return zlib.compress(content, _QUICK) if content[:1] == _LIST else content


def decode(kind: type[T], content: bytes) -> T:
    """Read a value of a type, compressed or not.

    Raises:
        BadEncodingError: the bytes are none.
    """
    return read(kind, expanded(content))


def read(kind: type[T], content: bytes) -> T:
    """Read a value of a type that is not compressed.

    Raises:
        BadEncodingError: the bytes are none.
    """
    try:
        text = content.decode("utf-8", "surrogatepass")
        plain, end = _json_reader()(text)
        if end != len(text):
            raise BadEncodingError
        value: T = reader(kind)(plain)  # type: ignore[arg-type]  # a type can be hashed
    except _FAULTS as error:
        raise BadEncodingError(str(error)) from None
    return value


def expanded(content: bytes) -> bytes:
    """Expand what was compressed, and refuse what would fill the memory.

    Raises:
        BadEncodingError: the bytes are no such thing.
    """
    if content[:1] == _LIST:
        return content
    expander = zlib.decompressobj()
    try:
        expanded = expander.decompress(content, _LARGEST)
    except zlib.error as error:
        raise BadEncodingError(str(error)) from None
    if not expander.eof:
        message = "too large, or cut off"
        raise BadEncodingError(message)
    return expanded


def _written(value: object) -> bytes:
    written: bytes | None = None if COMPILED is None else COMPILED.written(value, _AS_TEXT, _plain)
    return _json_writer()(value).encode("utf-8", "surrogatepass") if written is None else written


@cache
def _json_reader() -> Callable[[str], tuple[Any, int]]:
    from json import JSONDecoder  # noqa: PLC0415 - who only writes, by the compiled half, needs it not

    return JSONDecoder().raw_decode


@cache
def _json_writer() -> Callable[[object], str]:
    from json import JSONEncoder  # noqa: PLC0415 - as above

    return JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def _plain(value: object) -> object:
    """Give what JSON has no word for by something it has."""
    kind: Any = type(value)
    return _parts(kind)(value)


@cache
def _parts(kind: type) -> Callable[[Any], object]:
    """Find what gives the values of a type by something that JSON has a word for."""
    if issubclass(kind, _AS_TEXT):
        return str
    if issubclass(kind, frozenset):
        return sorted
    if issubclass(kind, Mapping):
        return dict
    raise TypeError(kind.__name__)


@cache
def reader(kind: Any) -> Reader:
    """Make the function that reads one type, as Python's own named tuples are made: by writing it out.

    What it says are the names of our own types and nothing that was read.

    Raises:
        TypeError: a type that this module has no way to read.
    """
    _json_reader()  # whoever makes a function that reads goes on to read
    scope: dict[str, Any] = {"BadEncodingError": BadEncodingError, "new": tuple.__new__}
    lines = ["def read(value):", *_reading(kind, "value", scope), " return value"]
    exec("\n".join(lines), scope)  # noqa: S102 - as said above: a call for each part takes three times as long
    made: Reader = scope["read"]
    return made


def _reading(kind: Any, name: str, scope: dict[str, Any]) -> Iterator[str]:
    """Write the lines that make the plain value of a variable one of a type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        yield from _reading_one_of(inner, name, scope)
    elif origin in (tuple, frozenset):
        yield from _reading_many(kind, name, scope)
    elif origin is not None and issubclass(origin, Mapping):
        yield f" if type({name}) is not dict: raise BadEncodingError"
        yield f" {name} = {{key: {_called(inner[1], scope)}(one) for key, one in {name}.items()}}"
    elif kind is object:
        yield from _reading_one_of((str, Text), name, scope)
    elif kind in _SIMPLE:
        yield f" if type({name}) is not {kind.__name__}: raise BadEncodingError"
    elif kind in _FROM_TEXT:
        yield f" if type({name}) is not str: raise BadEncodingError"
        yield f" {name} = {_named(_FROM_TEXT[kind], scope)}({name})"
    elif issubclass(kind, str) and not issubclass(kind, Enum):
        yield f" if type({name}) is not str: raise BadEncodingError"
        yield f" {name} = {_named(kind, scope)}({name})"
    elif issubclass(kind, Enum):
        yield f" {name} = {_named({word.value: word for word in kind}, scope)}[{name}]"
    else:
        yield from _reading_fields(kind, name, scope)


def _reading_one_of(kinds: tuple[Any, ...], name: str, scope: dict[str, Any]) -> Iterator[str]:
    """Read none, or one type, or of several a simple one by its own type and else the other."""
    wanted = [kind for kind in kinds if kind is not types.NoneType]
    simple = [kind for kind in wanted if kind in _SIMPLE]
    others = [kind for kind in wanted if kind not in _SIMPLE]
    if len(others) > 1:
        raise TypeError(kinds)
    tests = [f"type({name}) is not {kind.__name__}" for kind in simple] + ([f"{name} is not None"] if len(wanted) < len(kinds) else [])
    yield f" if {' and '.join(tests)}:"
    yield from (f" {line}" for line in (_reading(others[0], name, scope) if others else [" raise BadEncodingError"]))


def _reading_many(kind: Any, name: str, scope: dict[str, Any]) -> Iterator[str]:
    origin, inner = get_origin(kind), get_args(kind)
    yield f" if type({name}) is not list: raise BadEncodingError"
    make = "tuple" if origin is tuple else "frozenset"
    if origin is tuple and inner[-1] is not Ellipsis:
        parts = [f"{name}_{number}" for number in range(len(inner))]
        yield f" {''.join(f'{part}, ' for part in parts)}= {name}"
        for part, each in zip(parts, inner, strict=True):
            yield from _reading(each, part, scope)
        yield f" {name} = ({''.join(f'{part}, ' for part in parts)})"
    elif inner[0] == _KEY or inner[0] in _SIMPLE:
        yield f" if not {_named(frozenset(get_args(inner[0]) or inner), scope)}.issuperset(map(type, {name})): raise BadEncodingError"
        yield f" {name} = {make}({name})"
    else:
        yield f" {name} = {make}([{_called(inner[0], scope)}(one) for one in {name}])"


def _reading_fields(kind: Any, name: str, scope: dict[str, Any]) -> Iterator[str]:
    """Read a named tuple, field by field."""
    if not issubclass(kind, tuple):
        raise TypeError(kind)
    names, hints = kind._fields, get_type_hints(kind)
    parts = [f"{name}_{number}" for number in range(len(names))]
    yield f" if type({name}) is not list: raise BadEncodingError"
    yield f" {''.join(f'{part}, ' for part in parts)}= {name}"
    for part, field in zip(parts, names, strict=True):
        yield from _reading(hints[field], part, scope)
    yield f" {name} = new({_named(kind, scope)}, ({''.join(f'{part}, ' for part in parts)}))"


def _called(kind: Any, scope: dict[str, Any]) -> str:
    """Name the function that reads a type."""
    return _named(reader(kind), scope)


def _named(what: object, scope: dict[str, Any]) -> str:
    """Give something a name in what is written out."""
    name = f"given_{len(scope)}"
    scope[name] = what
    return name


_LIST = b"["
"""Begins a list; no compressed value begins so."""

_QUICK = 1  # of the levels of compression
_LARGEST = 256 << 20
_SIMPLE = frozenset((str, int, bool))
_KEY = str | int
_AS_TEXT = (Decimal, date)
_FROM_TEXT: dict[Any, Callable[[str], Any]] = {Decimal: Decimal, date: date.fromisoformat}
_FAULTS = (ValueError, TypeError, KeyError, RecursionError, OverflowError, DecimalException)
