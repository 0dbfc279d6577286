"""A generated country: its run finds what was put in on purpose, and no other error."""

import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from kehoach.analysis.coherence import carried
from kehoach.model.portfolio import Portfolio
from kehoach.workspace.running import Wishes, run
from places import TOP

BETWEEN = ("LVL", "MON010")


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The generator, which is no package, and whose modules are forgotten afterwards."""
    monkeypatch.syspath_prepend(str(TOP / "benchmarks"))
    before = set(sys.modules)
    yield import_module("generator")
    for name in set(sys.modules) - before:
        if str(TOP / "benchmarks") in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


def test_a_run_over_a_country_finds_what_is_on_the_list(tmp_path: Path, generator: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    country = generator.write_country(tmp_path, tasks=25, provinces=4, communes=44)
    monkeypatch.chdir(tmp_path)

    done = run(Wishes(today=date(2026, 1, 10), jobs=1), lambda outcomes, _: iter(outcomes))

    findings = [found for result in done.results for found in result.diagnostics]
    between = {(f.code, f.severity.value, f.path, f.subject) for f in findings if f.code.startswith(BETWEEN) and f.severity != "note"}
    assert between == {(s.code, s.severity, s.file, s.subject) for s in country.seeded}
    assert {f.code for f in findings if f.severity == "error" and not f.code.startswith(BETWEEN)} == set()
    assert {s.code for s in country.seeded} >= {"LVL004", "LVL005", "LVL006", "LVL007", "LVL012", "LVL013", "LVL014", "LVL015", "LVL017"}
    assert done.portfolio is not None
    assert _residuals(done.portfolio) == {(s.file, s.subject): s.residual for s in country.seeded if s.residual is not None}


def _residuals(portfolio: Portfolio) -> dict[tuple[str, str], Fraction]:
    """What lower plans lack of each target, as the tool works it out."""
    rows = [(family, row) for family in portfolio.families() for row in carried(family) if row.is_short]
    return {
        (family.upper.card.path, row.indicator.id): Fraction(row.residual).limit_denominator(10**12)
        for family, row in rows
        if family.upper is not None and row.residual != Decimal(0)
    }


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, generator: Any) -> None:
    written = [generator.write_country(tmp_path / name, tasks=25, provinces=1, communes=3).files for name in "ab"]

    assert [file.read_bytes() for file in written[0]] == [file.read_bytes() for file in written[1]]
    assert len(generator.plan()) in range(65_000, 95_000)
