"""What a change is: where it lies in both plans, of what kind, and what stood and stands there."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from kehoach.diagnostics import KeyPath
from kehoach.model.base import Field, Node
from kehoach.values.text import nfc


class Kind(StrEnum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RAISED = "raised"  # a target asks for more, or a risk weighs more
    LOWERED = "lowered"
    LATER = "later"
    EARLIER = "earlier"
    RENAMED = "renamed"  # another id, the rest alike
    MOVED = "moved"  # the same id under another thing
    SPLIT = "split"
    MERGED = "merged"


_MIRRORED = {
    Kind.ADDED: Kind.REMOVED,
    Kind.RAISED: Kind.LOWERED,
    Kind.LATER: Kind.EARLIER,
    Kind.SPLIT: Kind.MERGED,
}
_MIRRORED |= {other: kind for kind, other in _MIRRORED.items()}


class Group(StrEnum):
    """What an appraiser asks after, in that order."""

    STAGE = "stage"
    TARGETS = "targets"
    INDICATORS = "indicators"
    MONEY = "money"
    TASKS = "tasks"
    OWNERS = "owners"
    DEADLINES = "deadlines"
    RISKS = "risks"
    COMMITMENTS = "commitments"
    COORDINATION = "coordination"
    MONITORING = "monitoring"
    FRAME = "frame"
    PROCESS = "process"
    OTHER = "other"


class Unread(NamedTuple):
    """What stands in a file and is no value of its key, or stands under a key of the users' own."""

    said: Any  # a text, or tuples of such


class Link(NamedTuple):
    """A part of the plan that leads to a change: the node in both plans, and the field in which it lies."""

    field: Field | None  # none: the plan itself
    key: Any  # of an entry of a table
    old: Node | None
    new: Node | None

    @property
    def node(self) -> Node:
        """The node in the new plan, else in the old one."""
        node = self.new or self.old
        assert node is not None
        return node

    @property
    def has_id(self) -> bool:
        """Whether the node is a thing with an id."""
        return "id" in self.node.fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change.

    Attributes:
        trail: from the plan to the node in which the change lies.
        field: the key that changed; none: a key that the model does not know.
        key: the name of that key, or the key of an entry of a table, or the number of an item of a list.
        before, after: the values; nodes where a whole entry came or went; none: nothing stood there.
        old_path, new_path: where it stands in each plan, or would stand.
        others: of a split or merger, the things that a thing became or was made of.
    """

    kind: Kind
    group: Group
    trail: tuple[Link, ...]
    field: Field | None
    key: Any
    before: Any
    after: Any
    old_path: KeyPath
    new_path: KeyPath
    others: tuple[tuple[Node, KeyPath], ...] = ()

    @property
    def thing(self) -> Link | None:
        """The innermost thing with an id in which the change lies; none: the plan itself."""
        return next((link for link in reversed(self.trail[1:]) if link.has_id), None)

    def mirrored(self) -> "Change":
        """Give the same change as seen from the new plan to the old one."""
        trail = tuple(link._replace(old=link.new, new=link.old) for link in self.trail)
        return replace(
            self,
            kind=_MIRRORED.get(self.kind, self.kind),
            trail=trail,
            before=self.after,
            after=self.before,
            old_path=self.new_path,
            new_path=self.old_path,
        )


class Reordered(NamedTuple):
    """A list of which only the order changed."""

    old_path: KeyPath
    new_path: KeyPath


def spaced(text: str) -> str:
    """Reduce a text to what two spellings of it share: composed letters, no space at the end of a line."""
    return "\n".join(line.rstrip() for line in nfc(text).strip().splitlines())
