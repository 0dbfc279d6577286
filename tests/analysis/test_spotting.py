"""Places found together are those found one by one, and what is packed is opened as it was."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import RANDOM_PLANS
from kehoach.analysis.spotting import Spotter
from kehoach.checking import Request, check
from kehoach.diagnostics import KeyPath, Place, pointer
from kehoach.model.encoding import BadEncodingError, decode, encode, encode_lines
from kehoach.model.ends import by_id, end_of
from kehoach.model.extract import held
from kehoach.model.facts import Contents, IndicatorFacts, Link, contents
from kehoach.model.opening import Opened
from kehoach.model.spot import MARK, Spot
from kehoach.reading.composing import compose
from kehoach.reading.document import Document
from places import EXAMPLES, PLANS
from reading.random_plans import Sample, samples

PROVINCE = sorted((EXAMPLES / "tinh-mau-2026").glob("*.yaml"))
ODD = (
    'objectives:\n- {id: a/b~c, "x": "1 ", y: }\n- {id: [1], parts: [{id: Z, v: 2}]}\nperiod:   2026   \n"a/b": &b {c: d}\ntasks: [*b, 5]',
    "monitoring:\n  indicators:\n  - id: a\n    name: >\n      hai\n      dòng\n\n    targets:\n    - {id: t, value: 1}\n  - a\n",
    "id:\r\n  a\r\ntasks:\r\n- - id: T1\r\n- {}\r\n- null\r\n",
    "a",
    "",
)


def paths(document: Document) -> set[KeyPath]:
    """Every path of a document, and some that lead to nothing."""
    found = {scalar.path for scalar in document.scalars()}
    found |= {path[:depth] for path in found for depth in range(1, len(path))}
    return found | {(*path, "không-có") for path in found} | {(*path, 99) for path in found}


@pytest.mark.parametrize("file", [*PROVINCE, *PLANS], ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_places_are_those_found_one_by_one(file: Path) -> None:
    _held(compose("plan.yaml", file.read_text("utf-8")))


@pytest.mark.parametrize("text", ODD)
def test_places_in_odd_documents(text: str) -> None:
    _held(compose("plan.yaml", text))


@given(samples())
@settings(max_examples=min(RANDOM_PLANS // 5, 100), deadline=None)
def test_places_in_random_plans(sample: Sample) -> None:
    _held(compose("plan.yaml", sample.content.decode("utf-8-sig")))


def _held(document: Document) -> None:
    for quote in (False, True):
        spotter = Spotter(document, quote=quote)
        for path in sorted(paths(document), key=str):
            place = document.place(document.span(path), quote=quote)
            spot, other = spotter.spot(path), Spot(spotter.marked("T1", path))
            assert (spot.path, spot.place, spot.steady) == (path, place, pointer(document.by_ids(path)))
            assert (other.path, other.place, other.steady) == (path, place, "T1")


@given(
    path=st.lists(st.integers(0, 10**6) | st.text()).map(tuple),
    numbers=st.tuples(*(st.integers(0),) * 4),
    excerpt=st.text(),
    steady=st.text(),
)
@settings(max_examples=min(RANDOM_PLANS // 5, 100), deadline=None)
def test_a_spot_says_what_it_was_made_of(path: KeyPath, numbers: tuple[int, int, int, int], excerpt: str, steady: str) -> None:
    place = Place(*numbers, excerpt)
    spot = Spot.of(path, place, steady)

    assert (spot.path, spot.place, spot.steady) == (path, place, steady)
    assert decode(Spot, encode(spot)) == spot


@pytest.mark.parametrize("file", PROVINCE, ids=lambda file: file.stem)
def test_what_is_packed_is_opened_as_it_was(file: Path) -> None:
    found = check(file.read_bytes(), file.name, Request(today=date(2026, 6, 30), across=True), file.parent).extract
    if found is None:
        return
    kept = _all_of(found.packed)

    assert kept.indicators or file.stem == "nganh-nong-nghiep"
    assert repr(_all_of(encode_lines(kept))) == repr(kept)  # how an amount was written, too, which makes it no other amount
    assert encode_lines(kept) == found.packed
    assert _all_of(held(held(found)).packed) == kept
    assert _all_of(encode_lines(Contents())) == Contents()


def _all_of(packed: bytes) -> Contents:
    opened = Opened(packed)
    return Contents(*(getattr(opened, part) for part in Contents._fields))


@pytest.mark.parametrize("file", PROVINCE, ids=lambda file: file.stem)
def test_what_is_compared_with_other_plans_is_found_unread(file: Path) -> None:
    found = check(file.read_bytes(), file.name, Request(today=date(2026, 6, 30), across=True), file.parent).extract
    if found is None:
        return
    opened = Opened(found.packed)
    compared = tuple(one for one in opened.indicators if one.register or one.same_as or one.assigned)

    assert Opened(found.packed).linked == compared
    assert Opened(found.packed).drawn == tuple(fund for fund in opened.funds if fund.from_plan)


def test_an_indicator_written_twice_is_compared_twice() -> None:
    spot = Spot("/x\x7f1 1 1 1 ")
    one = IndicatorFacts("a", "A", spot, "", spot, None, None, "", None, (), (), None, None, is_whole=True)
    linked, other = one._replace(register=Link("r#a", spot)), one._replace(id="b")

    assert Opened(encode_lines(contents(indicators=(one, other, linked), funds=()))).linked == (one, linked)


@pytest.mark.parametrize("packed", [b"", b"[]", b"[]\n[]", b"\x78\x01"], ids=repr)
def test_what_is_no_contents_is_refused(packed: bytes) -> None:
    with pytest.raises(BadEncodingError):
        Opened(packed)


def test_a_part_that_is_not_there_is_none_of_an_opened_plan() -> None:
    assert not hasattr(Opened(encode_lines(Contents())), "budget")


def test_ends_of_tasks_and_actions() -> None:
    place = Place(3, 5, 3, 15)
    task = Spot.of(("tasks", 0, "end"), place, "T1 2026-10-02")
    action = Spot.of(("tasks", 0, "actions", 2, "date"), place, "T1.3 2026-Q3")

    found = end_of("T1.3", by_id((task, action)))

    assert found is not None
    assert (found.end.iso(), found.spot) == ("2026-Q3", Spot.of(("tasks", 0, "actions", 2, "date"), place, "/tasks/T1/actions/T1.3/date"))
    assert end_of("T2", by_id((task, action))) is None


def test_a_text_that_is_quoted_has_no_mark() -> None:
    assert Spot.of((), Place(1, 2, 3, 4, f'a{MARK}"b\\'), f"{MARK}\n").count('"') == 0
