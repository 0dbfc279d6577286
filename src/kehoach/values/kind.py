"""What a kind of value is: how the text of a scalar becomes a value."""

from typing import NamedTuple, Protocol, TypeVar

from kehoach.language import Text
from kehoach.values.units import MoneyUnit

T_co = TypeVar("T_co", covariant=True)

Schema = dict[str, object]


class BadValueError(Exception):
    """The text of a scalar is not a value of its kind: becomes a diagnostic at the scalar.

    `code` is the catalogue's code (YML013 unless a more exact one fits), `message` a fact,
    `fix` the remedy; both are templates filled with `values` (`text` is always the source text).
    """

    def __init__(self, message: Text, fix: Text, *, code: str = "YML013", **values: object) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.fix = fix
        self.values = values


class Frame(NamedTuple):
    """What a scalar's meaning may depend on beside its own text."""

    unit: MoneyUnit | None = None  # of every amount without its own unit; none: đồng
    year: int | None = None  # the calendar year in which the whole period lies, if there is one
    folders: int = 0  # how many folders the file lies below the workspace, so that `..` can stay within


class Kind(Protocol[T_co]):
    """A kind of value: a date, an amount, an id."""

    @property
    def name(self) -> Text:
        """Say what is wanted, with its article in English: `một ngày`, `a date`."""
        ...

    def read(self, text: str, frame: Frame) -> T_co:
        """Turn the scalar's source text into the value.

        Raises:
            BadValueError: the text is not of this kind; says what is, and the remedy.
        """
        ...

    def schema(self) -> Schema:
        """Describe the accepted texts in JSON Schema (draft 2020-12)."""
        ...


NO_FRAME = Frame()
