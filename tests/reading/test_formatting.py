from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from reading.independent import expected, numbered_comments, tree
from reading.random_plans import Sample, samples

from kehoach.errors import KehoachError
from kehoach.model.plan import Plan
from kehoach.reading.building import build
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.facts import facts
from kehoach.reading.formatting import UnformattableError, formatted
from kehoach.reading.loading import frame_of
from kehoach.reading.outline import Outline

TOP = Path(__file__).resolve().parents[2]
PLANS = sorted((TOP / "examples").glob("*/*.yaml"))
GOOD = sorted((TOP / "examples" / "rules").glob("**/good*/**/*.yaml")) + sorted((TOP / "examples" / "rules").glob("*/good.yaml"))

HEAD = "kehoach: plan/1\nid: a\ntitle: Kế hoạch\nkind: annual\nlocality: {name: Xã A, level: commune}\nperiod: 2026\n"


def fmt(text: str) -> str:
    return formatted(text.encode(), "plan.yaml").decode()


def typed(content: bytes) -> object:
    document = compose("plan.yaml", decode(content).text)
    return facts(build(Plan, document, frame_of(document)).node)


def test_random_plans_say_the_same_in_canonical_form() -> None:
    counts: Counter[str] = Counter()

    @settings(
        max_examples=1_500, derandomize=True, deadline=None, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck)
    )
    @given(samples())
    def holds(sample: Sample) -> None:
        content, canon = sample
        result = formatted(content, "plan.yaml")
        counts["drawn"] += 1
        counts["rewritten"] += result != content
        _says_the_same(content, result)
        before, after = tree(content), tree(result)
        assert after == expected(before, canon)
        counts["reordered"] += list(after) != list(before)
        assert numbered_comments(result) == numbered_comments(content)
        assert formatted(result, "plan.yaml") == result

    holds()

    assert counts["drawn"] >= 1_500
    assert counts["rewritten"] >= 0.95 * counts["drawn"]
    assert counts["reordered"] >= 0.5 * counts["drawn"]


def _says_the_same(before: bytes, after: bytes) -> None:
    assert typed(after) == typed(before)
    assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")
    if b"\r\n" in before:
        assert after.count(b"\r\n") == after.count(b"\n")
    else:
        assert b"\r" not in after
