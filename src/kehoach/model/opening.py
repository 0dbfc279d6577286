"""The contents of a plan, opened: each part is read when it is first asked for, and of most plans hardly any is."""

from typing import TYPE_CHECKING, Any, get_type_hints

from kehoach.model.encoding import BadEncodingError, lines, read, reader
from kehoach.model.facts import Contents, IndicatorFacts

if TYPE_CHECKING:
    from kehoach.model.facts import Contents as _Parts
else:
    _Parts = object


class Opened(_Parts):
    """Has the parts of contents."""

    def __init__(self, packed: bytes) -> None:
        """Keep the parts unread.

        Raises:
            BadEncodingError: the bytes are no contents.
        """
        parts = lines(packed)
        if len(parts) != len(Contents._fields):
            raise BadEncodingError
        self.parts = dict(zip(Contents._fields, parts, strict=True))

    def __getattr__(self, name: str) -> Any:
        """Read a part."""
        if name not in _KINDS:
            raise AttributeError(name)
        found = self.__dict__[name] = read(_KINDS[name], self.parts[name])
        return found

    def indicator(self, name: str) -> IndicatorFacts | None:
        """Find an indicator by its id."""
        return next((indicator for indicator in self.indicators if indicator.id == name), None)


def ready() -> None:
    """Make all that reads parts, before the first is read."""
    for kind in _KINDS.values():
        reader(kind)


_KINDS: dict[str, Any] = get_type_hints(Contents)
