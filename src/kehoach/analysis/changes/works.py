"""Tasks that became several, several that became one, and things that went under another one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.analysis.budget import budget
from kehoach.analysis.changes.change import Change, Kind, Link
from kehoach.analysis.changes.comparing import Comparer, Spot
from kehoach.analysis.changes.sides import Side
from kehoach.model.base import Node
from kehoach.model.tasks import Task
from kehoach.values.text import similarity

_ALIKE = 0.5
_FEWEST = 2


def regrouped(old: Side, new: Side, changes: Sequence[Change]) -> list[Change]:
    """Say of tasks that came and went what became of them; the other changes stay as they are."""
    split = _split(old, new, changes)
    return [change.mirrored() for change in _split(new, old, [change.mirrored() for change in split])]


def moved(comparer: Comparer, changes: Sequence[Change]) -> Iterator[Change]:
    """Say of a thing that is gone from one list and came to another one that it moved, and what changed in it."""
    come = {_thing(comparer.new, change.after): change for change in changes if change.kind is Kind.ADDED and _is_thing(change.after)}
    gone = {
        key: change
        for change in changes
        if change.kind is Kind.REMOVED and _is_thing(change.before) and (key := _thing(comparer.old, change.before)) in come
    }
    away = {id(change) for change in gone.values()}
    here = {id(come[key]): change for key, change in gone.items()}
    for change in changes:
        if id(change) in away:
            continue
        before = here.get(id(change))
        if before is None:
            yield change
            continue
        trail = (*change.trail[:-1], Link(change.field, None, before.before, change.after))
        parent = before.trail[-2].old
        others = ((parent, parent.path),) if parent is not None else ()
        yield replace(change, kind=Kind.MOVED, trail=trail, before=before.before, old_path=before.old_path, others=others)
        yield from comparer.node(trail, Spot(before.old_path, change.new_path))


def _is_thing(value: object) -> bool:
    return isinstance(value, Node) and "id" in value.fields


def _thing(side: Side, node: Node) -> tuple[type[Node], str]:
    name = side.id_of(node)
    return type(node), side.renames.get(name, name)


def _split(old: Side, new: Side, changes: Sequence[Change]) -> list[Change]:
    """Find for each task that is gone, or takes less than before, the new tasks that took over from it."""
    free = [change for change in changes if change.kind is Kind.ADDED and isinstance(change.after, Task)]
    if not free:
        return list(changes)
    found = []
    for before, after, gone in _givers(old, new, changes):
        parts = [change for change in free if isinstance(change.after, Task) and _takes_over(old, new, before, change.after)]
        if len(parts) < (1 if after else _FEWEST) or (after and not _keeps_money(old, new, before, after, parts)):
            continue
        free = [change for change in free if change not in parts]
        others = tuple((part.after, part.new_path) for part in parts)
        trail = (Link(None, None, old.plan, new.plan), Link(parts[0].field, None, before, after))
        split = replace(parts[0], kind=Kind.SPLIT, trail=trail, before=before, after=after, others=others)
        found.append((gone, replace(split, old_path=before.path, new_path=after.path if after else parts[0].new_path)))
    taken = {id(gone) for gone, _ in found}
    here = {id(change) for change in free}
    kept = [c for c in changes if id(c) not in taken and (c.kind is not Kind.ADDED or not isinstance(c.after, Task) or id(c) in here)]
    return [*(change for _, change in found), *kept]


def _givers(old: Side, new: Side, changes: Sequence[Change]) -> Iterator[tuple[Task, Task | None, Change | None]]:
    """List the tasks that are gone, each with the change that says so, then those that are still there."""
    for change in changes:
        if change.kind is Kind.REMOVED and isinstance(change.before, Task):
            yield change.before, None, change
    news = {_thing(new, task): task for task in new.plan.tasks}
    for task in old.plan.tasks:
        after = news.get(_thing(old, task))
        if after is not None:
            yield task, after, None


def _takes_over(old: Side, new: Side, gone: Task, come: Task) -> bool:
    """Tell whether a new task is alike in name to another, and serves what it served or has its owner."""
    serves = {old.renames.get(name, name) for name in gone.serves} & {new.renames.get(name, name) for name in come.serves}
    owners = [old.renames.get(gone.owner or "", gone.owner), new.renames.get(come.owner or "", come.owner)]
    is_near = bool(serves) or (owners[0] is not None and owners[0] == owners[1])
    return is_near and similarity(gone.title, come.title) >= _ALIKE


def _keeps_money(old: Side, new: Side, before: Task, after: Task, parts: Sequence[Change]) -> bool:
    """Tell whether what is left of a task and its parts take together what the task took alone."""
    whole, rest = budget(old.plan), budget(new.plan)
    took = whole.sum(whole.costs_of(before.id)).value
    left = rest.sum(rest.costs_of(after.id)).value
    takes = rest.sum([cost for part in parts if isinstance(part.after, Task) for cost in rest.costs_of(part.after.id)]).value
    return left < took and left + takes == took
