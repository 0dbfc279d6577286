"""The YAML library's parser, as a function that gives one event after another."""

from collections.abc import Callable
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
]

PARSER = "ruamel.yaml.clib" if CParser else "ruamel.yaml"
"""Which parser runs: the C one, or the pure one."""


def next_event(text: str) -> Callable[[], Any]:
    """Give a function that returns the next event of the text, `StreamEndEvent` last."""
    if CParser is not None:
        step: Callable[[], Any] = CParser(text).get_event
        return step
    return _pure(text)


def _pure(text: str) -> Callable[[], Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - the C parser does not need it

    pure: Callable[[], Any] = YAML(typ="safe", pure=True).parse(StringIO(text)).__next__
    return pure
