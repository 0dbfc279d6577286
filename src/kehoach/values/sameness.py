"""What makes a value the same as another one."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T", bound=tuple[Any, ...])


def compared_by(count: int) -> Callable[[type[T]], type[T]]:
    """Compare the named tuples of a class by their first fields alone: how a value was written makes no other of it."""

    def decorated(kind: type[T]) -> type[T]:
        def is_same(one: T, other: object) -> bool:
            return type(other) is kind and one[:count] == other[:count]

        def is_other(one: T, other: object) -> bool:
            return not is_same(one, other)

        def hashed(one: T) -> int:
            return hash(one[:count])

        for name, method in {"__eq__": is_same, "__ne__": is_other, "__hash__": hashed}.items():
            setattr(kind, name, method)
        return kind

    return decorated
