"""What each format looks like: read the snapshots."""

import pytest
from syrupy.assertion import SnapshotAssertion

from formats.samples import THREE, many, outcome, plan
from kehoach.checking import Checked
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.language import Language

PLAIN = {"three": outcome(), "three-en": outcome(language=Language.EN), "many": outcome(*many())}
HUMAN = {
    "ascii": outcome(ascii=True),
    "narrow": outcome(width=40),
    "verbose": outcome(verbose=True),
    "quiet": outcome(quiet=True),
    "clean": outcome(Checked(path=THREE.path, plan=plan())),
    "many-verbose": outcome(*many(6), verbose=True),
    "many-quiet": outcome(*many(), quiet=True),
    "many-ascii-en": outcome(*many(), ascii=True, language=Language.EN),
}


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("case", PLAIN.values(), ids=list(PLAIN))
def test_format(form: Format, case: Outcome, snapshot: SnapshotAssertion) -> None:
    assert render(form, case) == snapshot


@pytest.mark.parametrize("case", HUMAN.values(), ids=list(HUMAN))
def test_text(case: Outcome, snapshot: SnapshotAssertion) -> None:
    assert render(Format.TEXT, case) == snapshot


@pytest.mark.parametrize("case", [outcome(colour=True), outcome(*many(), colour=True)], ids=["three", "many"])
def test_colours(case: Outcome, snapshot: SnapshotAssertion) -> None:
    assert render(Format.TEXT, case).replace("\x1b", "ESC") == snapshot
