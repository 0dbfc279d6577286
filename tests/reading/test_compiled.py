"""The compiled half of reading gives what the other gives: the same data, places, nodes and complaints."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from effort import RANDOM_PLANS
from kehoach.compiled import INTERFACE, compiled
from kehoach.diagnostics import KeyPath
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.reading import building, document, references, usual_form, usual_lines
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.document import CUT, Document
from kehoach.reading.forms import FORMS
from kehoach.reading.loading import frame_of
from kehoach.reading.spans import LEAF, Spans, descended
from kehoach.values import alphabet
from kehoach.values.ids import ID, REFERENCE
from kehoach.values.kind import BadValueError
from kehoach.values.plain import TEXT
from reading.test_usual_form import ENTRIES, PLANS, SMALL, UNUSUAL, USUAL, spoilt

TOP = Path(__file__).parents[2]
NATIVE = compiled()
FILES = [*PLANS, *sorted(TOP.glob("examples/rules/*/*.yaml")), *sorted(TOP.glob("tests/corpus/cases/**/*.yaml"))]

HARD = {
    "a zero byte after a minus": "a: -\0\nb: -\0c\nd: [-\0]\n",
    "one byte a letter": "a: é ÿ\nb: [à, {c: 'ù'}]\nd: \xa0e\xa0\nf: [\xa0g]\n",
    "four bytes a letter": "a: 😀\nb: [😀, {c: '😀 # d'}] # 😀\ne: \U0010ffff\n",
    "half of a pair": "a: \ud800\nb: [\udfff]\nc: '\ud800'\n",
    "a key as long as it may be": f"{'a' * 201}: b\nc: {{{'a' * 201}: d}}\n",
    "a key too long": f"a: {{{'a' * 202}: b}}\n{'a' * 202}: b\n",
    "as deep as may be": f"a: {'[' * 32}b{']' * 32}\n",
    "too deep": f"a: {'[' * 33}b{']' * 33}\n",
    "more after the end": "a: [b, [c]] d\ne: [[f] g]\n",
    "lines of blanks": "  \na: b  \n   \n  \nc:\n   \n  d:  e   # f\n ",
}
"""Texts that are easily read otherwise in C."""

needs_native = pytest.mark.skipif(NATIVE is None, reason="kehoach-native is not installed: make native")


def both(ask: Any) -> tuple[Any, Any]:
    """Ask with the compiled half and without."""
    answers = []
    for half in (NATIVE, None):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(usual_form, "COMPILED", half)
            patch.setattr(building, "COMPILED", half)
            patch.setattr(references, "COMPILED", half)
            answers.append(ask())
    return answers[0], answers[1]


def told(value: Any) -> Any:
    """Write out a node with all that is in it."""
    if isinstance(value, Node):
        return type(value).__name__, [(name, told(one)) for name, one in value.__dict__.items()]
    if isinstance(value, tuple):
        return [told(one) for one in value]
    return [(repr(key), told(one)) for key, one in value.items()] if isinstance(value, dict) else repr(value)


def built(document: Document) -> Any:
    """Build a plan of a document and write out all that came of it."""
    if not isinstance(document.data, dict):
        return None
    result = building.build(Plan, document, frame_of(document))
    return told(result.node), result.complaints, result.cuts, sorted(result.mentions), result.elsewhere, sorted(result.ids or ())


def read(text: str) -> Any:
    return repr(usual_form.read_usual(text))


def build(text: str) -> Any:
    return built(compose("plan.yaml", text))


@needs_native
def test_every_file_at_hand_reads_and_builds_the_same() -> None:
    texts = [*(USUAL | ENTRIES | UNUSUAL).values(), *(decode(file.read_bytes()).text for file in FILES)]

    for text in texts:
        for ask in (read, build):
            with_it, without = both(lambda ask=ask, text=text: ask(text))
            assert with_it == without


@needs_native
@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_a_hard_text_reads_the_same(text: str) -> None:
    for ending in ("\n", "\r\n"):
        with_it, without = both(lambda ending=ending: read(text.replace("\n", ending)))
        assert with_it == without


def ways(spans: Spans, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Spans]]:
    """Go every way through places, and some that lead nowhere, each with where it leads."""
    yield path, spans
    inside = spans[2] if len(spans) > LEAF else ()
    for key in ("", "không có", len(inside), 10**30):
        yield (*path, key), None
    for key, child in inside.items() if isinstance(inside, dict) else enumerate(inside):
        yield from ways(child[2] if isinstance(inside, dict) else child, (*path, key))


@needs_native
def test_every_way_through_the_places_leads_to_the_same() -> None:
    texts = [*HARD.values(), *(USUAL | ENTRIES).values(), PLANS[0].read_text(encoding="utf-8")]

    for text in texts:
        with_it, without = both(lambda text=text: usual_form.read_usual(text))
        assert with_it == without
        for path, spans in ways(without.spans) if without else ():
            assert descended(with_it.spans, path) == spans


@needs_native
def test_what_goes_wrong_in_reading_an_entry_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    def ask() -> None:
        with pytest.raises(KeyboardInterrupt):
            usual_form.read_usual(ENTRIES["escape"])

    for reader in (usual_form, usual_lines):
        monkeypatch.setattr(reader, "read_unusual", interrupted)
    both(ask)


@needs_native
def test_what_goes_wrong_in_the_builder_comes_out() -> None:
    class Broken:
        def __init__(self) -> None:
            self.things: dict[str, Any] = {}
            self.references: list[Any] = []
            self.frame = None
            self.misfits = SimpleNamespace(cuts=[])

        @property
        def known(self) -> None:
            raise RecursionError

    assert NATIVE is not None
    with pytest.raises(RecursionError):
        NATIVE.build_node(Broken(), FORMS, TEXT, ID, REFERENCE, CUT, BadValueError, Plan, {}, ())


@needs_native
@given(spoilt())
@settings(max_examples=2 * RANDOM_PLANS, deadline=None)
def test_a_spoilt_plan_reads_and_builds_the_same(text: str) -> None:
    for ask in (read, build):
        with_it, without = both(lambda ask=ask: ask(text))
        assert with_it == without


@needs_native
@given(st.sampled_from(SMALL), st.data())
@settings(max_examples=RANDOM_PLANS, deadline=None)
def test_a_plan_cut_off_anywhere_reads_and_builds_the_same(text: str, data: st.DataObject) -> None:
    cut = text[: data.draw(st.integers(0, len(text)))]

    for ask in (read, build):
        with_it, without = both(lambda ask=ask: ask(cut))
        assert with_it == without


@needs_native
@given(st.text(st.sampled_from("\r\n\u2028a") | st.sampled_from("\r\né😀")))
@example("")
@example("a\r")
@example("a\r\n")
def test_lines_begin_where_they_do(text: str) -> None:
    assert NATIVE is not None
    assert [*NATIVE.line_starts(text)] == document._line_starts(text)


@needs_native
def test_lines_found_in_reading_begin_where_they_do() -> None:
    texts = [*HARD.values(), *(USUAL | ENTRIES).values(), PLANS[0].read_text(encoding="utf-8"), "\n# a\n--- \n\nb: c"]

    for text in texts:
        for ended in (text, text.replace("\n", "\r\n"), text.rstrip("\n")):
            with_it, _ = both(lambda ended=ended: usual_form.read_usual(ended))
            if with_it is not None:
                assert [*with_it.spans.lines] == document._line_starts(ended)


@needs_native
@given(st.lists(st.sampled_from(["abcdefghi", *"aÿĀ\u07ff\u0800ệ\ud7ff\uffff😀"]).map(str.encode) | st.binary(max_size=3)).map(b"".join))
@example(b"\xc4\x80\xed\xa0\x80")
@example(b"\xc4\x80\xe0\x9f\xbf")
@example(b"\xc4\x80\xc1\xbf")
def test_bytes_are_decoded_as_they_are_or_left_to_python(content: bytes) -> None:
    assert NATIVE is not None
    text = NATIVE.decoded(content)
    try:
        expected = content.decode()
    except UnicodeDecodeError:
        expected = None
    assert text == expected if expected and "\xff" < max(expected) <= "\uffff" else text is None


@needs_native
@given(st.text(st.sampled_from("aệ… \n\0\x85Ā😀"), max_size=5))
def test_unusual_characters_are_told_from_usual_ones(text: str) -> None:
    assert Document("plan.yaml", text).characters() == (alphabet.USUAL if alphabet.USUAL.issuperset(text) else frozenset(text))


def test_a_half_of_another_time_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    other = ModuleType("kehoach_native")
    other.INTERFACE = 0  # type: ignore[attr-defined]
    monkeypatch.setitem(__import__("sys").modules, "kehoach_native", other)

    assert compiled() is None


def test_it_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    other = ModuleType("kehoach_native")
    other.INTERFACE = INTERFACE  # type: ignore[attr-defined]
    monkeypatch.setitem(__import__("sys").modules, "kehoach_native", other)
    monkeypatch.delenv("KEHOACH_NATIVE", raising=False)
    assert compiled() is other

    monkeypatch.setenv("KEHOACH_NATIVE", "0")
    assert compiled() is None
