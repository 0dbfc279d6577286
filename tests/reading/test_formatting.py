from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from corpus.cases import CASES
from effort import RANDOM_PLANS
from kehoach.checking import Request, check
from kehoach.errors import KehoachError
from kehoach.model.plan import Plan
from kehoach.reading.building import build
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.edits import Edit
from kehoach.reading.facts import facts
from kehoach.reading.formatting import UnformattableError, formatted
from kehoach.reading.loading import frame_of
from kehoach.reading.outline import Outline
from reading.independent import expected, numbered_comments, tree
from reading.random_plans import Sample, samples

TOP = Path(__file__).resolve().parents[2]
PLANS = sorted((TOP / "examples").glob("*/*.yaml"))
METHODS = sorted((TOP / "examples" / "methods").glob("*/plan.yaml"))
GOOD = sorted((TOP / "examples" / "rules").glob("**/good*/**/*.yaml")) + sorted((TOP / "examples" / "rules").glob("*/good.yaml"))
REQUEST = Request(today=date(2026, 6, 30))

HEAD = "kehoach: plan/1\nid: a\ntitle: Kế hoạch\nkind: annual\nlocality: {name: Xã A, level: commune}\nperiod: 2026\n"


def fmt(text: str) -> str:
    return formatted(text.encode(), "plan.yaml").decode()


def typed(content: bytes) -> object:
    document = compose("plan.yaml", decode(content).text)
    return facts(build(Plan, document, frame_of(document)).node)


def test_random_plans_say_the_same_in_canonical_form() -> None:
    counts: Counter[str] = Counter()

    @settings(
        max_examples=RANDOM_PLANS,
        derandomize=True,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
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

    assert counts["drawn"] >= RANDOM_PLANS
    assert counts["rewritten"] >= 0.95 * counts["drawn"]
    assert counts["reordered"] >= 0.5 * counts["drawn"]


def _says_the_same(before: bytes, after: bytes) -> None:
    assert typed(after) == typed(before)
    assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")
    if b"\r\n" in before:
        assert after.count(b"\r\n") == after.count(b"\n")
    else:
        assert b"\r" not in after


@pytest.mark.parametrize("file", [*PLANS, *METHODS], ids=lambda file: str(file.relative_to(TOP / "examples")))
def test_example_plans_are_formatted(file: Path) -> None:
    content = file.read_bytes()

    assert formatted(content, file.name) == content


def test_a_deadline_keeps_the_words_that_papers_repeat() -> None:
    tasks = "tasks:\n  - id: T1\n    title: Làm\n    end: {}\n"

    for written, canon in [("trước 2030", "trước 2030"), ("cuối quý IV/2026", "cuối quý IV/2026"), ("đến hết 30/6/2026", "2026-06-30")]:
        assert fmt(HEAD + tasks.format(written)) == HEAD + tasks.format(canon)


@pytest.mark.parametrize("file", [*PLANS, *GOOD], ids=lambda file: str(file.relative_to(TOP / "examples")))
def test_examples_say_the_same(file: Path) -> None:
    content = file.read_bytes()

    result = formatted(content, "plan.yaml")

    assert typed(result) == typed(content)
    assert Counter(Outline(decode(result).text).comments()) == Counter(Outline(decode(content).text).comments())
    assert formatted(result, "plan.yaml") == result
    assert found(result, file.parent) == found(content, file.parent)


def found(content: bytes, folder: Path) -> Counter[tuple[str, str]]:
    return Counter((d.code, d.steady) for d in check(content, "plan.yaml", REQUEST, folder).diagnostics)


def accepted() -> Iterator[tuple[str, str]]:
    """The corpus' cases that are read, each under a key of the user's own."""
    for case in CASES:
        if not case.codes and not case.template:
            body = case.content().decode("utf-8-sig")
            text = f"{HEAD}x-data:\n" + "".join(f"  {line}" for line in body.splitlines(keepends=True))
            document = compose("plan.yaml", text)
            if document.is_readable and not document.complaints:
                yield case.id, text


ACCEPTED = dict(accepted())


def test_many_cases_of_the_corpus_can_stand_in_a_plan() -> None:
    assert len(ACCEPTED) >= 30


@pytest.mark.parametrize("case", ACCEPTED)
def test_own_data_stays_to_the_letter(case: str) -> None:
    text = ACCEPTED[case].replace("kind: annual\n", "kind: hằng năm\n")

    result = fmt(text)

    assert "kind: annual" in result
    before, after = compose("a", text), compose("a", result)
    assert after.data["x-data"] == before.data["x-data"]
    assert Outline(result).comments() == Outline(text).comments()
    assert fmt(result) == result


def test_keys_move_with_the_comments_above_them_and_the_first_takes_the_place_after_the_dash() -> None:
    text = HEAD + ("tasks:\n  # về nhiệm vụ\n  - title: Đường thôn  # tên\n    # ai làm\n    owner: a\n    # mã của nhiệm vụ\n    id: T1\n")

    assert fmt(text) == HEAD + (
        "tasks:\n  # về nhiệm vụ\n  # mã của nhiệm vụ\n  - id: T1\n    title: Đường thôn  # tên\n    # ai làm\n    owner: a\n"
    )


def test_a_blank_line_stays_between_sections() -> None:
    sections = "tasks:\n  - id: T1\n    title: a\n", "risks:\n  - id: R1\n    description: b\n"

    assert fmt(f"{HEAD}\n{sections[1]}\n{sections[0]}") == f"{HEAD}\n{sections[0]}\n{sections[1]}"


def test_the_head_of_the_file_and_examples_under_empty_keys_stay_where_they_are() -> None:
    text = f"# yaml-language-server: $schema=a\n# tệp mẫu\nowners:\n#  - id: ubnd-xa\n#    name: …\n{HEAD}"

    assert fmt(text) == f"# yaml-language-server: $schema=a\n# tệp mẫu\n{HEAD}owners:\n#  - id: ubnd-xa\n#    name: …\n"


def test_own_keys_stay_behind_in_their_order() -> None:
    assert fmt(f"x-b: 1\n{HEAD}x-a: 2\nstage: draft\n") == f"{HEAD}stage: draft\nx-b: 1\nx-a: 2\n"


UNMOVED = {
    "flow": "locality: {level: commune, name: Xã B}\n",
    "anchor": "vision:\n  horizon: &nam 2045\n  statement: a\n",
    "alias": "objectives:\n  - statement: &s a\n    id: O1\n  - level: specific\n    statement: *s\n    id: O2\n",
    "kept blank lines": "vision:\n  horizon: 2045\n  statement: |+\n    a\n\n",
    "accepted findings": "tasks:\n  - title: a\n    # kehoach: ignore OWN001 chưa phân công\n    id: T1\n",
    "a comment that would fall into a text": "vision:\n  horizon: 2045\n\n      # sâu\n  statement: |\n    a\n",
    "a key on a line of its own": "vision:\n  ? horizon\n  : 2045\n  statement: a\n",
}


@pytest.mark.parametrize("text", UNMOVED.values(), ids=UNMOVED.keys())
def test_what_cannot_move_safely_stays(text: str) -> None:
    whole = HEAD.replace("locality: {name: Xã A, level: commune}\n", "") + text if text.startswith("locality") else HEAD + text

    assert text in fmt(whole)


VALUES = {
    "situation:\n  comparisons:\n    - {kind: tương quan, period: 'giai đoạn 2026 - 2030'}": (
        "situation:\n  comparisons:\n    - {kind: tương quan, period: '2026-2030'}"
    ),
    "legal_basis:\n  - {text: a, date: 7/4/2009}": "legal_basis:\n  - {text: a, date: 2009-04-07}",
    'tasks:\n  - {id: T1, title: a, total: "1,2 tỷ đồng"}': 'tasks:\n  - {id: T1, title: a, total: "1200"}',
    "tasks:\n  - {id: T1, title: a, total: USD 12000}": None,
    "tasks:\n  - {id: T1, title: a, date: khoảng 2026}": None,
    "tasks:\n  - {id: T1, title: a, total: 1.250}": None,
    "tasks:\n  - {id: T1, title: 15/03/2026}": None,
    "process:\n  disclosure:\n    - {where: a, date: &d 15/03/2026}\n    - {where: *d}": None,
    "x-data: {date: 15/03/2026}": None,
    "titel: a": None,
}


@pytest.mark.parametrize("text", VALUES)
def test_values_are_written_canonically_where_they_are_clear(text: str) -> None:
    assert fmt(f"{HEAD}unit: triệu đồng\n{text}\n") == f"{HEAD}unit: triệu đồng\n{VALUES[text] or text}\n"


def test_without_a_unit_of_the_plan_amounts_keep_their_own() -> None:
    text = f"{HEAD}tasks:\n  - id: T1\n    title: a\n    total: 1,2 tỷ đồng\n"

    assert fmt(text) == text


def test_blanks_at_line_ends_go_and_the_last_line_is_ended() -> None:
    text = f"{HEAD}vision:  \n  statement: |  # ghi chú  \n    giữ  \n   \nstage: draft\t# a \t"

    assert fmt(text) == f"{HEAD}stage: draft\t# a \t\nvision:\n  statement: |  # ghi chú  \n    giữ  \n   \n"


def test_a_text_that_ends_the_file_without_a_line_end_keeps_its_value() -> None:
    text = f"{HEAD}vision:\n  statement: |\n    không xuống dòng"

    assert fmt(text) == text


@pytest.mark.parametrize("kind", ["progress/1", "process/1", "register/1", "workspace/1"])
def test_other_documents_are_left_alone(kind: str) -> None:
    text = f"b: 15/03/2026  \na: 1\nkehoach: {kind}"

    assert fmt(text) == text


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", "a: !!str b\n", "<<: {a: 1}\n", "\x07", "\ud800", ""])
def test_a_file_that_cannot_be_read_whole_is_refused(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    with pytest.raises(UnformattableError, match="cannot be formatted"):
        formatted(content, "plan.yaml")


def test_a_result_that_says_something_else_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(outline: Outline, top: object) -> list[Edit]:
        del top
        at = outline.text.index("annual")
        return [Edit(at, at + len("annual"), "sector")]

    monkeypatch.setattr("kehoach.reading.formatting.ordering", spoilt)

    with pytest.raises(KehoachError, match="a bug in the tool itself"):
        fmt(HEAD)
