"""Value chains and options by their weighted scores, and whether the choice hangs on one weight."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import NamedTuple

from kehoach.model.plan import Plan
from kehoach.model.vocabulary import ChainStatus

SWING = Decimal("0.2")
"""How far a weight is moved, down and up, to see whether the choice stands."""

_EXACT = Context(prec=28)


class Scores(NamedTuple):
    """A thing and its scores as the plan has them."""

    id: str
    name: str
    scores: Mapping[str, int]


class Scored(NamedTuple):
    """A thing with its weighted mean, from 1 to 5; `missing` are the criteria that others have a score for."""

    id: str
    name: str
    score: Decimal
    rank: int  # equals share a rank
    missing: tuple[str, ...]


class Swing(NamedTuple):
    """A weight whose change alters the choice."""

    criterion: str
    change: Decimal  # -0.2 or 0.2
    best: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """What the scores say, and what the plan chose.

    Attributes:
        weights: of the criteria that are scored; 1 where the plan gives none.
        scored: the best first.
        chosen: the ids that the plan chose, in the order of the file.
        best: the ids with the highest scores, as many as were chosen, at least one; all of equal score at the edge.
        swings: the weights that alter `best` when they move by 20 %.
    """

    weights: Mapping[str, Decimal]
    scored: tuple[Scored, ...]
    chosen: tuple[str, ...]
    best: tuple[str, ...]
    swings: tuple[Swing, ...]

    @property
    def is_followed(self) -> bool:
        """Whether everything chosen is among the best."""
        return bool(self.chosen) and set(self.chosen) <= set(self.best)


def rank_options(plan: Plan) -> Ranking:
    """Rank the options that have scores."""
    things = [Scores(option.id, option.title, option.scores) for option in plan.options if option.scores]
    return _ranking(things, tuple(option.id for option in plan.options if option.chosen), _weights(plan))


def rank_value_chains(plan: Plan) -> Ranking:
    """Rank the value chains that have scores."""
    chains = plan.situation.value_chains if plan.situation else ()
    things = [Scores(chain.id, chain.product, chain.scores) for chain in chains if chain.scores]
    return _ranking(things, tuple(chain.id for chain in chains if chain.status is ChainStatus.PRIORITY), _weights(plan))


def _weights(plan: Plan) -> Mapping[str, Decimal]:
    return plan.situation.criteria if plan.situation else {}


def _ranking(things: Sequence[Scores], chosen: tuple[str, ...], weights: Mapping[str, Decimal]) -> Ranking:
    criteria = dict.fromkeys(criterion for thing in things for criterion in thing.scores)
    used = {criterion: weights.get(criterion, Decimal(1)) for criterion in criteria}
    wanted = max(len(chosen), 1)
    scored = tuple(_scored(things, used))
    best = _best(scored, wanted)
    return Ranking(weights=used, scored=scored, chosen=chosen, best=best, swings=tuple(_swings(things, used, wanted, best)))


def _scored(things: Sequence[Scores], weights: Mapping[str, Decimal]) -> Iterator[Scored]:
    means = [(thing, _mean(thing.scores, weights)) for thing in things]
    ordered = sorted(means, key=lambda pair: -pair[1])
    for thing, score in ordered:
        rank = 1 + sum(other > score for _, other in means)
        yield Scored(thing.id, thing.name, score, rank, tuple(name for name in weights if name not in thing.scores))


def _mean(scores: Mapping[str, int], weights: Mapping[str, Decimal]) -> Decimal:
    """Weigh the scores that there are; a criterion without a score neither helps nor harms."""
    whole = sum((weights[name] for name in scores), Decimal(0))
    if not whole:
        return Decimal(0)
    return _EXACT.divide(sum((weights[name] * score for name, score in scores.items()), Decimal(0)), whole)


def _best(scored: Sequence[Scored], wanted: int) -> tuple[str, ...]:
    return tuple(each.id for each in scored if each.rank <= wanted)


def _swings(things: Sequence[Scores], weights: Mapping[str, Decimal], wanted: int, best: tuple[str, ...]) -> Iterator[Swing]:
    for criterion, weight in weights.items():
        for change in (-SWING, SWING):
            moved = {**weights, criterion: weight * (1 + change)}
            now = _best(tuple(_scored(things, moved)), wanted)
            if set(now) != set(best):
                yield Swing(criterion, change, now)
