"""The YAML library's parser, as a function that gives one event after another; its scanner, for what is no YAML."""

from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

try:
    from _ruamel_yaml import CParser
except ImportError:  # the same events from the pure parser, slower
    CParser = None

__all__ = [
    "PARSER",
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
    "next_event",
    "quoted_texts",
]

PARSER = "ruamel.yaml.clib" if CParser else "ruamel.yaml"
"""Which parser runs: the C one, or the pure one."""


def next_event(text: str) -> Callable[[], Any]:
    """Give a function that returns the next event of the text, `StreamEndEvent` last."""
    if CParser is not None:
        step: Callable[[], Any] = CParser(text).get_event
        return step
    return _pure(text)


def quoted_texts(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Give where each quoted text before a place starts and ends, as far as the text can be scanned."""
    try:
        step = CParser(text).get_token if CParser is not None else _pure_tokens(text)
        while (token := step()) is not None and token.start_mark.index < limit:
            if getattr(token, "style", None) in {"'", '"'}:
                yield token.start_mark.index, token.end_mark.index
    except (YAMLError, StopIteration, ValueError):  # the same that ended the reading
        return


def _pure(text: str) -> Callable[[], Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - the C parser does not need it

    pure: Callable[[], Any] = YAML(typ="safe", pure=True).parse(StringIO(text)).__next__
    return pure


def _pure_tokens(text: str) -> Callable[[], Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - the C parser does not need it

    pure: Callable[[], Any] = YAML(typ="safe", pure=True).scan(StringIO(text)).__next__
    return pure
