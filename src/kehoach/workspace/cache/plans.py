"""The plans of a run by their links alone, and what may be looked at of them: whatever is, is noted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple, Self

from kehoach.model.extract import Extract, Member
from kehoach.model.portfolio import Portfolio
from kehoach.workspace.cache.heads import Head, Index
from kehoach.workspace.cache.keeping import index
from kehoach.workspace.cache.marks import digest
from kehoach.workspace.cache.shelf import Shelf

PLAN, LOWERS, TWICE, FILE, ALL = "plan", "lowers", "twice", "file", "all"
"""What can be looked at: the first plan with an id, those below one, whether an id is taken twice, one file, all cards."""


class Node(NamedTuple):
    """A plan: with the head of its file, or as it was looked up beside the files of the run."""

    name: str
    plan: Index
    head: Head | None = None
    extract: Extract | None = None


class Plans:
    """All plans of a run in the order of their files."""

    def __init__(self, heads: Iterable[Head], others: Sequence[Extract], pinned: Mapping[str, Extract]) -> None:
        nodes = [Node(head.name, head.plan, head) for head in heads if head.plan is not None]
        nodes += [Node(extract.path, index(extract, b"", b"", lasting=False), extract=extract) for extract in others]
        nodes.sort(key=lambda node: node.name)
        self.nodes = nodes
        self.pinned = pinned
        self.by_name = {node.name: node for node in nodes}
        self.first: dict[str, Node] = {}
        self.below: dict[str, list[Node]] = {}
        self.twice: set[str] = set()
        for node in nodes:
            name, parent = node.plan.id, node.plan.parent
            if self.first.setdefault(name, node) is not node:
                self.twice.add(name)
            if parent:
                self.below.setdefault(parent, []).append(node)
        self._states: dict[str, str] = {}

    def take(self, heads: Iterable[Head]) -> bool:
        """Put in files that were read again, where they say the same at most in other places; else nothing, and tell so."""
        pairs = [(self.by_name.get(head.name), head) for head in heads]
        if not all(node is not None and _says_the_same(node.plan, head.plan) for node, head in pairs):
            return False
        for node, head in pairs:
            assert node is not None
            assert head.plan is not None
            new = Node(head.name, head.plan, head)
            self.by_name[head.name] = new
            for nodes in (self.nodes, self.below.get(head.plan.parent, [])):
                nodes[:] = [new if one is node else one for one in nodes]
            if self.first[head.plan.id] is node:
                self.first[head.plan.id] = new
        return True

    @cached_property
    def ids(self) -> str:
        """Name all that is there, if only as it was pinned."""
        return digest(*sorted({*self.first, *self.pinned}))

    def has(self, name: str) -> bool:
        """Tell whether there is such a plan, if only as it was pinned."""
        return name in self.first or name in self.pinned

    def state(self, base: str, looks: Sequence[str]) -> str:
        """Name what was looked at as it is now, wherever in its file it stands, beside what every rule may look at."""
        states = self._states
        for look in looks:
            if look not in states:
                states[look] = self._looked(look)
        return digest(base, *[states[look] for look in looks])

    def look_again(self, looks: Iterable[Sequence[str]]) -> None:
        """Name ahead what was looked at in an earlier run, and all that is there."""
        for some in looks:
            self.state("", some)
        _ = self.ids

    def placed(self, name: str) -> str:
        """Name what a file says together with where it says it."""
        return self.by_name[name].plan.whole if name in self.by_name else ""

    def _looked(self, look: str) -> str:
        kind, _, name = look.partition(" ")
        if kind == PLAN:
            return self.first[name].plan.says if name in self.first else "pinned" if name in self.pinned else ""
        if kind == LOWERS:
            nodes = self.below.get(name)
            return _named(nodes, [node.plan.says for node in nodes]) if nodes else ""
        if kind == TWICE:
            return str(name in self.twice)
        if kind == FILE:
            return self.by_name[name].plan.says if name in self.by_name else ""
        return _named(self.nodes, [node.plan.card_says for node in self.nodes])


def _says_the_same(was: Index, now: Index | None) -> bool:
    return now is not None and was._replace(card=now.card, whole=now.whole) == now


def _named(nodes: Sequence[Node], said: Sequence[str]) -> str:
    """Name plans together with what they say; no name of a file has the character that stands between."""
    return digest("\0".join([node.name for node in nodes]), "\0".join(said))


class Lens(Portfolio):
    """The plans as rules see them, opened one by one; it notes every look."""

    def __init__(self, plans: Plans, shelf: Shelf, **beside: Any) -> None:
        super().__init__(pinned=plans.pinned, **beside)
        self.__dict__.update(plans=plans, shelf=shelf, looks={}, open={})
        self.__dict__.update(by_id=_ById(self), lowers=_Lowers(self), ambiguous=_Ambiguous(self), cards=_Cards(self))

    plans: Plans
    shelf: Shelf
    looks: dict[str, None]
    cards: "_Cards"
    open: dict[str, Member]

    def begin(self) -> None:
        """Forget what was looked at; what was opened last may be wanted again, for families stand in each other."""
        self.looks.clear()
        if len(self.open) > _OPEN:
            self.open.clear()

    def look(self, kind: str, name: str) -> None:
        """Note that something was looked at."""
        self.looks[f"{kind} {name}"] = None

    def of(self, node: Node) -> Member:
        """Open a plan, which stays the same one."""
        member = self.open.get(node.name)
        if member is None:
            member = self.open[node.name] = self._opened(node)
        return member

    def opened(self, card: Extract) -> Member:
        """Open one of the plans, which does not stay open: there may be thousands."""
        self.look(FILE, card.path)
        return self._opened(self.plans.by_name[card.path])

    def _opened(self, node: Node) -> Member:
        if node.head is None:
            assert node.extract is not None
            return Member(node.extract)
        whole = self.shelf.whole
        return Member(self.shelf.extract(node.head), None if whole is None else partial(whole, node.head))

    def member(self, plan_id: str) -> Member | None:
        """Open a plan by its id."""
        self.look(PLAN, plan_id)
        node = self.plans.first.get(plan_id)
        if node is not None:
            return self.of(node)
        pinned = self.plans.pinned.get(plan_id)
        return Member(pinned) if pinned is not None else None


class _Watched(Mapping[str, Any]):
    """Plans by some key; to go through all of them is to look at all."""

    def __init__(self, lens: Lens) -> None:
        self.lens = lens

    def __iter__(self) -> Iterator[str]:
        self.lens.look(ALL, "")
        return iter(self.keys_of(self.lens.plans))

    def __len__(self) -> int:
        self.lens.look(ALL, "")
        return len(self.keys_of(self.lens.plans))

    def keys_of(self, plans: Plans) -> Mapping[str, Any]:
        raise NotImplementedError


class _ById(_Watched):
    def __getitem__(self, name: str) -> Extract:
        member = self.lens.member(name)
        if member is None:
            raise KeyError(name)
        return member.card

    def keys_of(self, plans: Plans) -> Mapping[str, Any]:
        return {**plans.pinned, **plans.first}


class _Cards(_Watched):
    def __getitem__(self, name: str) -> Extract:
        self.lens.look(FILE, name)
        return self.lens.of(self.lens.plans.by_name[name]).card

    def keys_of(self, plans: Plans) -> Mapping[str, Any]:
        return plans.by_name


class _Lowers(_Watched):
    def __getitem__(self, name: str) -> tuple[Extract, ...]:
        self.lens.look(LOWERS, name)
        return tuple(self.lens.of(node).card for node in self.lens.plans.below[name])

    def keys_of(self, plans: Plans) -> Mapping[str, Any]:
        return plans.below


class _Ambiguous(frozenset[str]):
    """The ids that several files claim."""

    lens: Lens

    def __new__(cls, lens: Lens) -> Self:
        made = super().__new__(cls)
        made.lens = lens
        return made

    def __contains__(self, name: object) -> bool:
        self.lens.look(TWICE, str(name))
        return name in self.lens.plans.twice


_OPEN = 128  # of 50 KB each, beside a family
