"""The walk through two plans: every declared key compared by meaning, and every key that is not declared."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from kehoach.analysis.changes.change import Change, Group, Kind, Link, Reordered, Unread
from kehoach.analysis.changes.goals import Goal, alike, goal, judge
from kehoach.analysis.changes.grouping import group_of, is_end, is_start
from kehoach.analysis.changes.pairing import nearness, paired
from kehoach.analysis.changes.sides import Side, is_set
from kehoach.diagnostics import KeyPath
from kehoach.model.base import Field, Node, Shape
from kehoach.model.monitoring import AssignedTarget, Baseline, Indicator, Target
from kehoach.model.risks import Risk
from kehoach.values.dates import PlanDate
from kehoach.values.targets import TargetValue
from kehoach.values.text import similarity

Trail = tuple[Link, ...]

_GOAL = ("value", "is", "of")
_SAME_TEXT = 0.5
_MOST_ITEMS = 500


class Spot(NamedTuple):
    """A place in both plans."""

    old: KeyPath
    new: KeyPath

    def at(self, *keys: Any) -> "Spot":
        """Lead further by the same keys."""
        return Spot((*self.old, *keys), (*self.new, *keys))


class Comparer:
    """Compares two sides; `reordered` fills while `changes` is walked."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new
        self.reordered: list[Reordered] = []

    def changes(self) -> Iterator[Change]:
        """Give every change, in the order of the model's keys."""
        yield from self.node((Link(None, None, self.old.plan, self.new.plan),), Spot((), ()))

    def node(self, trail: Trail, spot: Spot) -> Iterator[Change]:
        """Compare the innermost node of a trail, of which one may not be there."""
        link = trail[-1]
        together = self.goals(trail)
        if together is not None:
            yield from self.goal(trail, spot, *together)
        for key, field in link.node.fields.items():
            if field.defines is not None or (together is not None and key in _GOAL):
                continue
            yield from self.field(trail, field, spot.at(key))
        if any(field.defines is not None for field in link.node.fields.values()):
            yield from self.id(trail, spot)
        yield from self.own(trail, None, spot, (link.old, link.new))

    def field(self, trail: Trail, field: Field, spot: Spot) -> Iterator[Change]:
        """Compare what stands under one key."""
        link = trail[-1]
        one, other = self.old.value(link.old, field), self.new.value(link.new, field)
        if isinstance(one, Unread) or isinstance(other, Unread) or field.shape is Shape.VALUE or field.length is not None:
            if self.old.meaning(one, field) != self.new.meaning(other, field) and not self.same_figure(link, one, other):
                yield self.change(trail, field, field.key, (one, other), spot)
        elif field.shape is Shape.NODE:
            if one is None and other is None:
                return
            paths = Spot(one.path if one is not None else spot.old, other.path if other is not None else spot.new)
            yield from self.node((*trail, Link(field, None, one, other)), paths)
        elif field.shape is Shape.NODES:
            yield from self.nodes(trail, field, spot)
        elif field.shape is Shape.VALUES:
            yield from self.values(trail, field, spot)
        else:
            yield from self.table(trail, field, spot)

    def nodes(self, trail: Trail, field: Field, spot: Spot) -> Iterator[Change]:
        """Compare two lists of nodes."""
        link = trail[-1]
        olds, news = self.old.items(link.old, field), self.new.items(link.new, field)
        pairs = paired((self.old, self.new), _typed(olds), _typed(news))
        self.note_order([(old.path[-1], new.path[-1]) for old, new in pairs.both], spot)
        for old in pairs.old:
            yield self.change((*trail, Link(field, None, old, None)), field, None, (old, None), Spot(old.path, spot.new))
        for old, new in pairs.both:
            yield from self.node((*trail, Link(field, None, old, new)), Spot(old.path, new.path))
        for new in pairs.new:
            yield self.change((*trail, Link(field, None, None, new)), field, None, (None, new), Spot(spot.old, new.path))
        yield from self.items(
            trail, field, spot, ([i for i in olds if isinstance(i[1], Unread)], [i for i in news if isinstance(i[1], Unread)])
        )

    def values(self, trail: Trail, field: Field, spot: Spot) -> Iterator[Change]:
        """Compare two lists of values: ids and words as a whole, prose item by item."""
        link = trail[-1]
        olds, news = self.old.items(link.old, field), self.new.items(link.new, field)
        one = [self.old.meaning(value, field) for _, value in olds]
        other = [self.new.meaning(value, field) for _, value in news]
        if one == other:
            return
        if Counter(one) == Counter(other):
            self.reordered.append(Reordered(*spot))
        elif is_set(field):
            yield self.change(trail, field, field.key, (tuple(v for _, v in olds), tuple(v for _, v in news)), spot)
        else:
            if [m for m in one if m in other] != [m for m in other if m in one]:
                self.reordered.append(Reordered(*spot))
            yield from self.items(trail, field, spot, (olds, news))

    def items(
        self, trail: Trail, field: Field, spot: Spot, lists: tuple[list[tuple[KeyPath, Any]], list[tuple[KeyPath, Any]]]
    ) -> Iterator[Change]:
        """Compare lists of texts item by item; those that are much alike are one that changed."""
        olds, news = lists
        left = Counter(self.new.meaning(value) for _, value in news)
        gone, kept = [], Counter[Any]()
        for path, value in olds:
            meant = self.old.meaning(value)
            if left[meant] > kept[meant]:
                kept[meant] += 1
            else:
                gone.append((path, value))
        come = []
        for path, value in news:
            meant = self.new.meaning(value)
            if kept[meant]:
                kept[meant] -= 1
            else:
                come.append((path, value))
        for one, other in _alike(gone, come):
            before, after = one[1] if one else None, other[1] if other else None
            here = Spot(one[0] if one else spot.old, other[0] if other else spot.new)
            yield self.change(trail, field, (other or one or ((0,), 0))[0][-1], (before, after), here)

    def table(self, trail: Trail, field: Field, spot: Spot) -> Iterator[Change]:
        """Compare two tables, entry by entry."""
        link = trail[-1]
        olds, news = self.old.entries(link.old, field), self.new.entries(link.new, field)
        for key in dict.fromkeys((*olds, *news)):
            (old_path, one), (new_path, other) = (
                (olds.get(key) or ((*spot.old, str(key)), None)),
                (news.get(key) or ((*spot.new, str(key)), None)),
            )
            here = Spot(old_path, new_path)
            if field.node is not None and not isinstance(one, Unread) and not isinstance(other, Unread):
                yield from self.node((*trail, Link(field, key, one, other)), here)
            elif self.old.meaning(one) != self.new.meaning(other) and not self.same_figure(link, one, other):
                yield self.change(trail, field, key, (one, other), here)
        yield from self.own(trail, field, spot, (None, None))

    def id(self, trail: Trail, spot: Spot) -> Iterator[Change]:
        """Compare the ids of two things that are one."""
        link = trail[-1]
        if link.old is None or link.new is None:
            return
        one, other = self.old.id_of(link.old), self.new.id_of(link.new)
        if one != other:
            yield self.change(trail, link.node.fields["id"], "id", (one, other), spot.at("id"), Kind.RENAMED)

    def own(self, trail: Trail, field: Field | None, spot: Spot, nodes: tuple[Node | None, Node | None]) -> Iterator[Change]:
        """Compare what stands under keys that the model does not know."""
        is_table = field is not None
        olds = self.old.own(spot.old, nodes[0]) if is_table or nodes[0] is not None else {}
        news = self.new.own(spot.new, nodes[1]) if is_table or nodes[1] is not None else {}
        for key in dict.fromkeys((*olds, *news)):
            if olds.get(key) != news.get(key):
                yield self.change(trail, None, key, (olds.get(key), news.get(key)), spot.at(key))

    def same_figure(self, link: Link, one: Any, other: Any) -> bool:
        """Tell whether two figures of an indicator are one in its old unit and its new one."""
        old, new = self.old.figure(link.old, one), self.new.figure(link.new, other)
        return old is not None and new is not None and alike(old, new)

    def goals(self, trail: Trail) -> tuple[Goal | None, Goal | None] | None:
        """Bring together what a target asks for under several keys; none where that is no target, or was not read."""
        link = trail[-1]
        if not isinstance(link.node, (Target, AssignedTarget, Baseline)):
            return None
        indicator = trail[-2]
        found = []
        for side, node, of in ((self.old, link.old, indicator.old), (self.new, link.new, indicator.new)):
            parts = {key: side.value(node, link.node.fields[key]) for key in _GOAL if key in link.node.fields}
            value, is_, whole = (parts.get(key) for key in _GOAL)
            if any(isinstance(part, Unread) for part in parts.values()) or (value is None and (is_ or whole) is not None):
                return None
            unit = of.unit or "" if isinstance(of, Indicator) else ""
            found.append(goal(value, is_, whole, unit) if isinstance(value, TargetValue) else None)
        return found[0], found[1]

    def goal(self, trail: Trail, spot: Spot, one: Goal | None, other: Goal | None) -> Iterator[Change]:
        """Compare what a target asks for, whichever keys say it."""
        if alike(one, other):
            return
        link = trail[-1]
        fields = [link.node.fields[key] for key in _GOAL if key in link.node.fields]
        told = [(self.old.told(link.old, field), self.new.told(link.new, field)) for field in fields]
        field = next((field for field, (before, after) in zip(fields, told, strict=True) if before != after), link.node.fields["value"])
        indicator = trail[-2].node
        is_promise = isinstance(link.node, (Target, AssignedTarget)) and isinstance(indicator, Indicator)
        same = getattr(trail[-2].old, "direction", None) is getattr(trail[-2].new, "direction", None)
        kind = judge(one, other, indicator.direction) if is_promise and same and isinstance(indicator, Indicator) else _kind(one, other)
        yield self.change(trail, field, field.key, (one, other), spot.at(field.key), kind)

    def change(self, trail: Trail, field: Field | None, key: Any, values: tuple[Any, Any], spot: Spot, kind: Kind | None = None) -> Change:
        """Put together what is known of a change."""
        is_entry = trail[-1].field is field and any(isinstance(value, Node) for value in values)
        group = group_of(trail[:-1] if is_entry else trail, field) if field is not None else Group.OTHER
        if kind is None:
            kind = _graded(trail[-1].node, field, *values) if field is not None else _kind(*values)
        before, after = values
        return Change(
            kind=kind, group=group, trail=trail, field=field, key=key, before=before, after=after, old_path=spot.old, new_path=spot.new
        )

    def note_order(self, pairs: Sequence[tuple[Any, Any]], spot: Spot) -> None:
        """Note a list whose entries stand in another order."""
        olds = [old for old, _ in pairs]
        if olds != sorted(olds):
            self.reordered.append(Reordered(*spot))


def _typed(items: Sequence[tuple[KeyPath, Any]]) -> list[Node]:
    return [value for _, value in items if isinstance(value, Node)]


def _kind(before: Any, after: Any) -> Kind:
    """Tell what happened to a value of which no more is known."""
    if before is None:
        return Kind.ADDED
    return Kind.REMOVED if after is None else Kind.CHANGED


def _graded(node: Node, field: Field, before: Any, after: Any) -> Kind:
    """Tell which way a date or a rating went."""
    if isinstance(before, PlanDate) and isinstance(after, PlanDate):
        if is_end(node, field) and before.last != after.last:
            return Kind.LATER if after.last > before.last else Kind.EARLIER
        if is_start(node, field) and before.first != after.first:
            return Kind.LATER if after.first > before.first else Kind.EARLIER
    if isinstance(node, Risk) and isinstance(before, int) and isinstance(after, int):
        return Kind.RAISED if after > before else Kind.LOWERED
    return _kind(before, after)


def _alike(
    gone: list[tuple[KeyPath, Any]], come: list[tuple[KeyPath, Any]]
) -> list[tuple[tuple[KeyPath, Any] | None, tuple[KeyPath, Any] | None]]:
    """Pair texts that are much alike, the most alike first; the others stay alone."""
    found: list[tuple[tuple[KeyPath, Any] | None, tuple[KeyPath, Any] | None]] = []
    if len(gone) * len(come) <= _MOST_ITEMS:
        texts = [(i, j) for i, (_, one) in enumerate(gone) for j, (_, other) in enumerate(come) if type(one) is type(other) is str]
        scored = sorted((-similarity(gone[i][1], come[j][1]), nearness(i, j), i, j) for i, j in texts)
        taken: set[tuple[str, int]] = set()
        for score, _, i, j in scored:
            if -score >= _SAME_TEXT and not {("old", i), ("new", j)} & taken:
                taken |= {("old", i), ("new", j)}
                found.append((gone[i], come[j]))
        gone = [item for i, item in enumerate(gone) if ("old", i) not in taken]
        come = [item for j, item in enumerate(come) if ("new", j) not in taken]
    return [*found, *((item, None) for item in gone), *((None, item) for item in come)]
