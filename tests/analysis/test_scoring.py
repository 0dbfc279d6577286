from decimal import Decimal

from analysis.plans import plan
from kehoach.analysis.scoring import rank_options, rank_value_chains

CHAINS = """\
situation:
  criteria: {market: 3, poor: 2}
  value_chains:
    - {id: VC1, product: Chè, status: priority, scores: {market: 4, poor: 4}}
    - {id: VC2, product: Mận, status: potential, scores: {market: 5, poor: 2}}
    - {id: VC3, product: Gạo, status: not_chosen, scores: {market: 2}}
"""


def test_weighted_means_and_ranks() -> None:
    ranking = rank_value_chains(plan(CHAINS))

    assert [(each.id, each.score, each.rank, each.missing) for each in ranking.scored] == [
        ("VC1", Decimal(4), 1, ()),
        ("VC2", Decimal("3.8"), 2, ()),
        ("VC3", Decimal(2), 3, ("poor",)),
    ]
    assert (ranking.chosen, ranking.best, ranking.is_followed) == (("VC1",), ("VC1",), True)
    assert ranking.swings == ()


def test_the_choice_that_hangs_on_one_weight() -> None:
    ranking = rank_value_chains(plan(CHAINS.replace("market: 3, poor: 2", "market: 2, poor: 1.05")))

    # VC1 4; VC2 (10 + 2.1) / 3.05 = 3.967; with market at 2.4, or poor at 0.84, VC2 is ahead
    assert [(swing.criterion, swing.change, swing.best) for swing in ranking.swings] == [
        ("market", Decimal("0.2"), ("VC2",)),
        ("poor", Decimal("-0.2"), ("VC2",)),
    ]


def test_a_choice_against_the_scores() -> None:
    ranking = rank_value_chains(
        plan(
            CHAINS.replace("status: priority", "status: x-", 1)
            .replace("status: x-", "status: potential")
            .replace("status: not_chosen", "status: priority")
        )
    )

    assert (ranking.chosen, ranking.best, ranking.is_followed) == (("VC3",), ("VC1",), False)


def test_equals_share_a_rank() -> None:
    body = "options:\n  - {id: A, title: A, scores: {x: 3}, chosen: true}\n  - {id: B, title: B, scores: {x: 3}}\n"
    ranking = rank_options(plan(body))

    assert [each.rank for each in ranking.scored] == [1, 1]
    assert ranking.weights == {"x": Decimal(1)}
    assert ranking.best == ("A", "B")


def test_nothing_scored() -> None:
    ranking = rank_options(plan("tasks: []\n"))

    assert (ranking.scored, ranking.best, ranking.is_followed) == ((), (), False)


def test_weights_of_nothing_count_for_nothing() -> None:
    ranking = rank_value_chains(plan(CHAINS.replace("market: 3, poor: 2", "market: 0, poor: 0")))

    assert {each.score for each in ranking.scored} == {Decimal(0)}
