"""No change is missed, none is made up, and there and back are mirror images: of random plans and of the model plan."""

import re
from collections import Counter
from random import Random

from hypothesis import HealthCheck, Phase, given, settings

from analysis.changes.two_plans import MODEL, changed, compared, mutated, read
from effort import RANDOM_PLANS
from kehoach.analysis.changes.change import Change
from kehoach.analysis.changes.difference import Difference, difference
from kehoach.reading.formatting import formatted
from reading.random_plans import Sample, samples

_ANCHORS = re.compile(r"(?m)[&*]\w")


def _random(examples: int) -> settings:
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


def _keys(found: Difference) -> Counter[tuple[object, ...]]:
    return Counter(map(_key, found.changes))


def _key(change: Change) -> tuple[object, ...]:
    return change.kind, change.group, change.old_path, change.new_path, repr(change.before), repr(change.after)


def _mirrored(found: Difference) -> Counter[tuple[object, ...]]:
    return Counter(_key(change.mirrored()) for change in found.changes)


def test_canonical_form_is_no_change() -> None:
    counts: Counter[str] = Counter()

    @_random(RANDOM_PLANS // 2)
    @given(samples())
    def holds(sample: Sample) -> None:
        result = formatted(sample.content, "plan.yaml")
        found = compared(sample.content, result)

        assert not found.changes
        assert not found.reordered
        assert found.money is None or not found.money.is_changed
        counts["rewritten"] += result != sample.content

    holds()
    assert counts["rewritten"] > RANDOM_PLANS / 4


def test_one_other_value_is_one_change_of_that_place() -> None:
    counts: Counter[str] = Counter()

    @_random(RANDOM_PLANS)
    @given(samples())
    def holds(sample: Sample) -> None:
        text = sample.content.decode("utf-8-sig")
        others = [] if _ANCHORS.search(text) else list(mutated(text))
        if not others:
            return
        one = others[len(text) % len(others)]
        there, back = compared(text, changed(text, one)), compared(changed(text, one), text)

        assert [change.new_path for change in there.changes] == [one.path]
        assert _keys(back) == _mirrored(there)
        counts[one.field.key] += 1

    holds()
    assert len(counts) > 20


def test_every_key_of_the_model_plan_is_looked_at() -> None:
    """Of each key one value is another one; never two in one entry, so that it stays that entry."""
    spoken = {"/".join(key for key in map(str, one.path) if not key.isdecimal()): one for one in mutated(MODEL)}
    known, waiting = read(MODEL), list(spoken.values())
    while waiting:
        batch = {one.path[:-1]: one for one in waiting}
        found = difference(known, read(changed(MODEL, *batch.values())))

        assert {change.new_path for change in found.changes} == {one.path for one in batch.values()}
        assert len(found.changes) == len(batch)
        waiting = [one for one in waiting if one not in batch.values()]
    assert len(spoken) > 150


def test_there_and_back_are_mirror_images_of_several_changes() -> None:
    random = Random(2026)  # noqa: S311 - the same changes each time
    others = list(mutated(MODEL))
    for _ in range(6):
        first, second = (changed(MODEL, *random.sample(others, 5)) for _ in range(2))
        there, back = compared(first, second), compared(second, first)

        assert there.changes
        assert _keys(back) == _mirrored(there)
        assert {(row.key, -row.difference.value) for row in there.money.tasks} == {  # type: ignore[union-attr]
            (row.key, row.difference.value)
            for row in back.money.tasks  # type: ignore[union-attr]
        }
