import re
from random import Random

import pytest

from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.reading import entries
from kehoach.reading.beginning import Beginning, new_plan
from kehoach.reading.entries import KINDS, Entered, entered
from kehoach.reading.outline import Outline
from kehoach.values.dates import PERIOD
from kehoach.values.kind import Frame
from reading.independent import tree
from reading.random_plans import plan

HEAD = "kehoach: plan/1\nid: a\ntitle: Kế hoạch\nkind: annual\nlocality: {name: Xã A, level: commune}\nperiod: 2026\n"


def add(text: str, kind: str = "task", title: str = "Đường thôn", *, unique: bool = False) -> Entered:
    return entered(text.encode(), "plan.yaml", KINDS[kind], title, language=Language.VI, unique=unique)


def without_comments(content: bytes) -> str:
    return re.sub(r"(?m)^ *# \w+:  # .*\n", "", content.decode())


def test_every_kind_names_a_list_and_keys_of_the_model() -> None:
    for kind in KINDS.values():
        node = entries._node(kind.path)
        assert {kind.named_by, *kind.shown} <= set(node.fields)
        assert set(node.required) <= {"id", kind.named_by}


def test_a_task_goes_to_the_end_of_its_list_with_the_next_number() -> None:
    text = f"{HEAD}tasks:\n  - id: T09\n    title: a\n    # ghi chú của T09\n# của mục sau\nrisks:\n"

    made = add(text)

    assert (made.id, made.line) == ("T10", 11)
    assert made.content.decode() == (
        f"{HEAD}tasks:\n  - id: T09\n    title: a\n    # ghi chú của T09\n"
        "  - id: T10\n    title: Đường thôn\n"
        "    # serves:  # Đầu ra hoặc mục tiêu mà nó phục vụ\n"
        "    # owner:  # Đơn vị chủ trì, đúng một\n"
        "    # partners:  # Đơn vị phối hợp\n"
        "    # start:  # Bắt đầu\n"
        "    # end:  # Kết thúc\n"
        "    # deliverable:  # Sản phẩm\n"
        "    # needs:  # Nguồn lực cần\n"
        "# của mục sau\nrisks:\n"
    )


def test_the_explanations_speak_the_language_of_the_plan() -> None:
    assert b"# owner:  # The accountable body, exactly one" in add(f"{HEAD}language: en\n").content


@pytest.mark.parametrize("empty", ["tasks:", "tasks: []", "tasks: ~", "tasks: null", "tasks: {}"])
def test_an_empty_section_gets_its_first_entry(empty: str) -> None:
    made = add(f"{HEAD}{empty}  # việc\n#  - id: T1\nrisks:\n")

    assert without_comments(made.content) == f"{HEAD}tasks:  # việc\n  - id: T1\n    title: Đường thôn\n#  - id: T1\nrisks:\n"


def test_a_missing_section_comes_where_the_order_wants_it() -> None:
    text = f"{HEAD}\nowners:\n- id: a\n  name: A\n  # hết\n\nmonitoring:\n  lead: a\nprocess:\n"

    assert without_comments(add(text, "risk", "Mưa lũ").content) == text.replace(
        "  # hết\n", "  # hết\n\nrisks:\n- id: R1\n  description: Mưa lũ\n"
    )
    assert without_comments(add(text, "indicator", "Tỷ lệ hộ nghèo").content) == text.replace(
        "  lead: a\n", "  lead: a\n  indicators:\n  - id: ty-le-ho-ngheo\n    name: Tỷ lệ hộ nghèo\n"
    )
    assert without_comments(add(text, "meeting", "Họp").content) == text.replace(
        "  # hết\n", "  # hết\n\ncoordination:\n  meetings:\n  - title: Họp\n"
    )


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    text = f"{HEAD}tasks:\n  - id: T1\n    title: a".replace("\n", "\r\n")
    content = b"\xef\xbb\xbf" + text.encode()

    made = entered(content, "plan.yaml", KINDS["task"], "b", language=Language.EN)

    assert made.content.startswith(content + b"\r\n  - id: T2\r\n    title: b\r\n")
    assert made.content.count(b"\r\n") == made.content.count(b"\n")
    assert made.content.decode("utf-8-sig").splitlines()[made.line - 1] == "  - id: T2"


IDS = {
    "the last number of the list's own prefix": (["T1", "T12", "T3"], "T13"),
    "its width": (["V-007"], "V-008"),
    "a number below another": (["O1", "O1.1", "O1.2"], "O1.3"),
    "names": (["lam-duong", "tap-huan"], "duong-thon"),
    "a name that is taken": (["duong-thon", "a"], "duong-thon-2"),
    "random letters of before": (["T1", "T2-bcdf"], "T3"),
    "an empty list": ([], "T1"),
}


@pytest.mark.parametrize(("own", "wanted"), IDS.values(), ids=IDS.keys())
def test_ids_continue_the_list(own: list[str], wanted: str) -> None:
    text = f"{HEAD}tasks:\n" + "".join(f"  - id: {name}\n    title: a\n" for name in own)

    assert add(text).id == wanted


def test_ids_that_something_else_has_are_passed_over() -> None:
    text = (
        f"{HEAD}tasks:\n  - id: T1\n    title: a\n    actions:\n      - id: t2\n        title: b\nrisks:\n  - id: T3\n    description: c\n"
    )

    assert add(text).id == "T4"


def test_unique_ids_end_in_four_random_letters() -> None:
    text = f"{HEAD}tasks:\n  - id: T1\n    title: a\n"

    made = {add(text, unique=True).id for _ in range(20)}

    assert len(made) > 16  # of 160,000, two are the same once in a thousand times
    assert all(re.fullmatch("T2-[b-df-hj-np-tv-z]{4}", name) for name in made)


@pytest.mark.parametrize("title", ["a: b", "- a", "12", "yes", 'nói "thế" # không', "~", "năm\nhai", "Tha\u0302\u0301y"])
def test_any_title_is_read_back(title: str) -> None:
    made = tree(add(HEAD, title=title).content)

    assert made["tasks"][0]["title"][1] == " ".join(title.split()).replace("a\u0302\u0301", "ấ")


@pytest.mark.parametrize("title", ["", "  ", "a\x1b[2J", "a\u202eb"])
def test_a_title_that_cannot_be_written_is_refused(title: str) -> None:
    with pytest.raises(KehoachError, match="the title"):
        add(HEAD, title=title)


REFUSED = {
    "tasks: [{id: T1, title: a}]\n": "no list of lines",
    "tasks: &a\n  - id: T1\n    title: a\n": "no list of lines",
    "tasks:\n  id: T1\n": "no list of lines",
    "tasks: một\n": "no list of lines",
    "risks: &r []\ntasks: *r\n": "no list of lines",
    "tasks: [\n": "cannot be read",
    "tasks:\n  - id: T1\n    title: |\n      a": "not ended",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_list_of_lines_is_refused(text: str) -> None:
    with pytest.raises(KehoachError, match=REFUSED[text]):
        add(HEAD + text)


def test_a_plan_in_brackets_is_refused() -> None:
    with pytest.raises(KehoachError, match="no list of lines"):
        add("{kehoach: plan/1, id: a}\n")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_plan_takes_every_kind(kind: str, language: str) -> None:
    beginning = Beginning(locality="Xã Bắc Hà", level=Level.COMMUNE, period=PERIOD.read("2026", Frame()), kind=PlanKind.ANNUAL)
    text = new_plan(beginning, Language(language), "plan.yaml", "schema.json")

    once = add(text, kind).content.decode()
    twice = add(once, kind, "Thứ hai").content.decode()

    assert [line for line in twice.splitlines() if line in set(text.splitlines())] == text.splitlines()


@pytest.mark.parametrize("seed", range(150))
def test_everything_else_of_a_random_plan_stays(seed: int) -> None:
    content = plan(Random(seed)).encode()  # noqa: S311 - the same plan for the same seed
    kind = list(KINDS)[seed % len(KINDS)]

    made = entered(content, "plan.yaml", KINDS[kind], "Mục mới", language=Language.VI)

    old, new = content.decode().splitlines(), made.content.decode().splitlines()
    first = new.index(next(line for line in new if "Mục mới" in line))
    assert first >= made.line - 1
    kept = iter(new)
    assert all(line in kept for line in old)
    said = iter(Outline(made.content.decode()).comments())
    assert all(comment in said for comment in Outline(content.decode()).comments())
    before, after = tree(content), tree(made.content)
    inside = after
    for key in KINDS[kind].path:
        inside = inside[key]
    entry = inside.pop()
    assert {value[1] for value in entry.values()} == {"Mục mới", made.id} - {""}
    assert _bare(after) == _bare(before)


def _bare(node: object) -> object:
    """Leave out what is empty: a list that has got its first entry and lost it again."""
    if isinstance(node, dict):
        inside = {key: _bare(value) for key, value in node.items()}
        return {key: value for key, value in inside.items() if value not in ({}, [])}
    return [_bare(item) for item in node] if isinstance(node, list) else node
