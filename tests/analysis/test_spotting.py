"""Places found together are those found one by one, and what is packed is opened as it was."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from effort import RANDOM_PLANS
from kehoach.analysis.spotting import Spotter
from kehoach.checking import Request, check
from kehoach.diagnostics import KeyPath, pointer
from kehoach.model.extract import Contents, Details, Spot
from kehoach.model.packing import pack, pack_details, unpack, unpack_details
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
            assert spotter.place(path) == place, path
            assert spotter.spot(path) == Spot(path, place, pointer(document.by_ids(path)))


@pytest.mark.parametrize("file", PROVINCE, ids=lambda file: file.stem)
def test_what_is_packed_is_opened_as_it_was(file: Path) -> None:
    found = check(file.read_bytes(), file.name, Request(today=date(2026, 6, 30), across=True), file.parent).extract
    if found is None:
        return
    contents, details = unpack(found.packed), unpack_details(found.details)

    assert contents.indicators or file.stem == "nganh-nong-nghiep"
    assert repr(unpack(pack(contents))) == repr(contents)  # how an amount was written, too, which makes it no other amount
    assert pack(contents) == pack(unpack(pack(contents)))
    assert unpack_details(pack_details(details)) == details
    assert (unpack(pack(Contents())), unpack_details(b"")) == (Contents(), Details())
