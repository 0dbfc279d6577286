"""A kind that reads its text by one function."""

from typing import Generic, Protocol, TypeVar

from kehoach.language import Text
from kehoach.values.kind import Frame, Schema

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Reader(Protocol[T_co]):
    """A function from a scalar's text to its value."""

    def __call__(self, text: str, frame: Frame) -> T_co:
        """Read the text or raise BadValueError."""
        ...


class Scalar(Generic[T]):
    """A kind with its name, its reader and the pattern of its strings."""

    __slots__ = ("name", "pattern", "read")

    def __init__(self, *, name: Text, read: Reader[T], pattern: str = "") -> None:
        self.name = name
        self.read = read
        self.pattern = pattern

    def schema(self) -> Schema:
        """Accept what YAML may have made of the text; the pattern binds strings only."""
        schema: Schema = {"type": ["string", "number", "boolean"]}
        return schema | {"pattern": self.pattern} if self.pattern else schema
