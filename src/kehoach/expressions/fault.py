"""What is wrong with an expression, and where in its text."""

from typing import NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.values.kind import BadValueError


class Place(NamedTuple):
    """A stretch of an expression's text, in code points from 0."""

    offset: int
    length: int


class ExpressionError(KehoachError):
    """An expression that cannot be understood, or cannot be worked out.

    `message` and `fix` are filled already: they may hold braces of the expression's own, so never fill them again.
    """

    def __init__(self, message: Text, fix: Text, offset: int, length: int) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        self.offset = offset
        self.length = length

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with its place."""
        return type(self), (self.message, self.fix, self.offset, self.length)


def fault(place: Place, message: Text, fix: Text, **values: object) -> ExpressionError:
    """Make the error of a place from two templates."""
    return ExpressionError(_filled(message, values), _filled(fix, values), place.offset, place.length)


def bad_value(place: Place, error: BadValueError) -> ExpressionError:
    """Say of a text in an expression what the reader of its kind says of one in a plan."""
    return fault(place, error.message, error.fix, **error.values)


def _filled(template: Text, values: dict[str, object]) -> Text:
    return Text(vi=template.fill(Language.VI, values), en=template.fill(Language.EN, values))
