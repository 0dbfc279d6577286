"""All that changed between two plans."""

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.analysis.changes.change import Change, Reordered
from kehoach.analysis.changes.comparing import Comparer
from kehoach.analysis.changes.money import Money, money
from kehoach.analysis.changes.pairing import renames
from kehoach.analysis.changes.sides import Side
from kehoach.analysis.changes.works import moved, regrouped
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.reading.building import Built
from kehoach.reading.document import Document
from kehoach.values.plain import TEXT


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What differs between two plans.

    Attributes:
        changes: by meaning; another notation of the same is none.
        reordered: the lists of which only the order differs.
        money: the sums; none where the plans are in two currencies.
        renames: the ids that have another name now, by their old one.
        names: what each thing is called, by its id, in the old plan and in the new one.
    """

    old: Side
    new: Side
    changes: tuple[Change, ...]
    reordered: tuple[Reordered, ...]
    money: Money | None
    renames: Mapping[str, str]
    names: tuple[Mapping[str, str], Mapping[str, str]]


def difference(old: tuple[Built[Plan], Document], new: tuple[Built[Plan], Document]) -> Difference:
    """Compare two plans by meaning.

    Things are matched by id, entries without ids by what they say; reads nothing but the two plans.
    """
    before, after = Side(*old), Side(*new)
    named = renames(before, after)
    before = before.renamed(named)
    comparer = Comparer(before, after)
    found = list(moved(comparer, list(comparer.changes())))
    return Difference(
        old=before,
        new=after,
        changes=tuple(regrouped(before, after, found)),
        reordered=tuple(dict.fromkeys(comparer.reordered)),
        money=money(before, after),
        renames=named,
        names=(_names(before.plan), _names(after.plan)),
    )


def _names(plan: Plan) -> dict[str, str]:
    """Give what every thing of a plan is called."""
    found: dict[str, str] = {}
    todo: list[Node] = [plan]
    while todo:
        node = todo.pop()
        for field in node.fields.values():
            inside = node.__dict__.get(field.attribute)
            if field.node is not None and inside is not None:
                todo += [inside] if isinstance(inside, Node) else [*(inside.values() if isinstance(inside, Mapping) else inside)]
        if node is not plan and node.has("id"):
            found.setdefault(node.__dict__["id"], title_of(node))
    return found


def title_of(node: Node) -> str:
    """Give what a thing is called: the first text that makes it such a thing, else the first that it says."""
    for only_required in (True, False):
        for field in node.fields.values():
            value = node.__dict__.get(field.attribute)
            if field.defines is None and isinstance(value, str) and field.kind is TEXT and (field.required or not only_required):
                return value
    return ""
