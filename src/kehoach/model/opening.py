"""The contents of a plan, opened: each part is read when it is first asked for, and of most plans hardly any is."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_origin, get_type_hints

from kehoach.model.encoding import BadEncodingError, expanded, read, reader
from kehoach.model.facts import LEFT_OUT, Contents, IndicatorFacts

if TYPE_CHECKING:
    from kehoach.model.facts import Contents as _Parts
else:
    _Parts = object


class Opened(_Parts):
    """Has the parts of contents."""

    def __init__(self, packed: bytes, whole: Callable[[], bytes | None] | None = None) -> None:
        """Keep the parts unread.

        Args:
            packed: the contents as they are held.
            whole: gives them with the parts that were left out.

        Raises:
            BadEncodingError: the bytes are no contents.
        """
        self._whole = whole
        self._lay_out(packed)

    def _lay_out(self, packed: bytes) -> None:
        self._content = content = expanded(packed)
        self._breaks = breaks = [-1]  # where each part ends
        for _ in _NUMBERS:
            breaks.append(content.find(b"\n", breaks[-1] + 1))
        if -1 in breaks[1:-1] or breaks[-1] != -1:
            raise BadEncodingError
        breaks[-1] = len(content)

    def __getattr__(self, name: str) -> Any:
        """Read a part."""
        number = _NUMBERS.get(name)
        if number is None:
            raise AttributeError(name)
        part = self._part(number)
        if part == _NULL and self._whole is not None and name in LEFT_OUT:
            self._complete()
            part = self._part(number)
        found = self.__dict__[name] = () if part in _NOTHING and name in _MANY else read(_KINDS[name], part)
        return found

    def _part(self, number: int) -> bytes:
        return self._content[self._breaks[number] + 1 : self._breaks[number + 1]]

    def _complete(self) -> None:
        """Put in what was left out; nothing where the file is no plan any more."""
        assert self._whole is not None
        content = self._whole()
        if content is not None:
            self._lay_out(content)

    def indicator(self, name: str) -> IndicatorFacts | None:
        """Find an indicator by its id; most that are asked for are linked."""
        return self._linked.get(name) or self._by_id.get(name)

    @cached_property
    def _linked(self) -> Mapping[str, IndicatorFacts]:
        return _by_id(self.linked)

    @cached_property
    def _by_id(self) -> Mapping[str, IndicatorFacts]:
        return _by_id(self.indicators)


def _by_id(indicators: Sequence[IndicatorFacts]) -> Mapping[str, IndicatorFacts]:
    """Give indicators by their ids: of several with one id the first."""
    return {indicator.id: indicator for indicator in reversed(indicators)}


def ready() -> None:
    """Make all that reads parts, before the first is read."""
    for kind in _KINDS.values():
        reader(kind)


_KINDS: dict[str, Any] = get_type_hints(Contents)
_NUMBERS = {name: number for number, name in enumerate(Contents._fields)}
_MANY = frozenset(name for name, kind in _KINDS.items() if get_origin(kind) is tuple)
_NULL = b"null"
_NOTHING = (b"[]", _NULL)
