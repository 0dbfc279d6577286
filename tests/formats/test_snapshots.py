"""What each format looks like: read the snapshots."""

import pytest
from syrupy.assertion import SnapshotAssertion

from formats.samples import THREE, many, outcome
from kehoach.checking import Checked
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.language import Language

CASES = {
    "three": outcome(),
    "three-en": outcome(language=Language.EN),
    "ascii": outcome(ascii=True),
    "narrow": outcome(width=40),
    "verbose": outcome(verbose=True),
    "quiet": outcome(quiet=True),
    "clean": outcome(Checked(path=THREE.path, plan=outcome().results[0].plan)),
    "many": outcome(*many()),
    "many-quiet": outcome(*many(), quiet=True),
}


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_format(form: Format, case: Outcome, snapshot: SnapshotAssertion) -> None:
    assert render(form, case) == snapshot


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("case", [outcome(colour=True), outcome(*many(), colour=True)], ids=["three", "many"])
def test_colours(form: Format, case: Outcome, snapshot: SnapshotAssertion) -> None:
    assert render(form, case).replace("\x1b", "ESC") == snapshot
