"""What other plans may want to know of a plan: values with their places, so that no file is read twice."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kehoach.diagnostics import KeyPath, Place
from kehoach.model.ends import by_id
from kehoach.model.facts import AssignmentFacts, IndicatorFacts
from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Level, PlanKind, Stage
from kehoach.values.dates import Period
from kehoach.values.text import fold

if TYPE_CHECKING:
    from kehoach.model.opening import Opened


class Acceptance(NamedTuple):
    """A comment in the file that accepts findings between plans."""

    code: str
    has_reason: bool
    first_line: int
    last_line: int
    place: Place


class Whose(NamedTuple):
    """The locality of a plan."""

    name: str
    code: str = ""
    within: str = ""

    @property
    def key(self) -> str:
        """Tell units apart: by the code, else by the folded name."""
        return self.code or f"{fold(self.name)}, {fold(self.within)}"


class Extract(NamedTuple):
    """One plan as its neighbours see it: a card to find it by, and the rest packed.

    Attributes:
        path: the file, as diagnostics call it.
        stage: the one at which it is checked.
        parent: the id of the plan above; empty: none.
        spots: where `id`, `parent`, `period`, `locality` stand.
        outward: how many references lead to each other plan.
        answers: the requests from below that it answers.
        tasks: how many it has.
        cuts: what could not be read.
        packed: its contents, compressed where thousands are held.
        acceptances: the comments in the file that accept findings between plans.
        is_pinned: it was not read from its file but from the lock of the workspace.
    """

    path: str
    id: str
    title: str
    kind: PlanKind
    level: Level
    locality: Whose
    sector: str
    period: Period
    stage: Stage
    parent: str
    spots: Mapping[str, Spot]
    outward: Mapping[str, int]
    answers: frozenset[str]
    tasks: int
    cuts: tuple[KeyPath, ...]
    packed: bytes
    acceptances: tuple[Acceptance, ...] = ()
    is_pinned: bool = False

    def has_read(self, key: str) -> bool:
        """Tell whether a key at the top of the plan could be read."""
        return not any(cut[:1] in ((key,), ("*",)) for cut in self.cuts)


class Member:
    """A plan that is opened when something is asked of it, and then stays open."""

    def __init__(self, card: Extract, whole: Callable[[], bytes | None] | None = None) -> None:
        """Keep a plan unopened.

        Args:
            card: the plan.
            whole: gives its contents with the parts that were left out of them; none where its file is no plan any more.
        """
        self.card = card
        self.whole = whole
        self.matched: tuple[Member, Mapping[str, IndicatorFacts]] | None = None
        """Which of its indicators are those of a plan above, once that was asked."""

    @cached_property
    def has(self) -> "Opened":
        """Open its contents."""
        from kehoach.model.opening import Opened  # noqa: PLC0415 - brings in what one sound plan does not need

        return Opened(self.card.packed, self.whole)

    @cached_property
    def assigned(self) -> Mapping[str, Sequence[AssignmentFacts]]:
        """What it hands down to each lower plan, by the plan's id."""
        found: dict[str, list[AssignmentFacts]] = {}
        for assignment in self.has.assignments:
            found.setdefault(assignment.to.plan, []).append(assignment)
        return found

    @cached_property
    def registered(self) -> Mapping[str, str]:
        """Its indicators by the entries of the registers that they name."""
        return {indicator.register.entry: indicator.id for indicator in self.has.linked if indicator.register is not None}

    @cached_property
    def ends(self) -> Mapping[str, str]:
        """When its tasks and actions end, by their ids."""
        return by_id(self.has.ends)

    @cached_property
    def ids(self) -> frozenset[str] | None:
        """The ids of all things in it; none where they are not known."""
        return None if self.has.names is None else frozenset(self.has.names.split())


def held(extract: Extract) -> Extract:
    """Make an extract small, where thousands are held."""
    from kehoach.model.encoding import compressed  # noqa: PLC0415 - as above

    return extract._replace(packed=compressed(extract.packed))


def opened(extract: Extract) -> Member:
    """Make a plan ready to be asked."""
    return Member(extract)
