import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from effort import RANDOM_PLANS
from kehoach.checking import Request, check
from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError
from kehoach.formats.base import Outcome
from kehoach.formats.json import render
from kehoach.language import Language
from kehoach.reading.edits import Edit
from kehoach.reading.outline import Outline
from kehoach.rules.catalogue import by_code
from kehoach.workspace.discovery import Source
from kehoach.workspace.fixing import fix_file, fixed
from reading.independent import numbered_comments, tree
from reading.random_plans import FAULTY, MISSPELT, Sample, samples

TOP = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).parent / "texts"
REQUEST = Request(today=date(2026, 6, 30))
HEAD = "kehoach: plan/1\nid: a\ntitle: Kế hoạch\nkind: annual\nlocality: {name: Xã A, level: commune}\nperiod: 2026\n"
FIXABLE = {"TXT001", "TXT002", "TXT003", "TXT006", "YML010"}


def fix(text: str, request: Request = REQUEST) -> str:
    return fixed(text.encode(), "plan.yaml", request).after.decode()


def errors(content: bytes) -> Counter[str]:
    return Counter(d.code for d in check(content, "plan.yaml", REQUEST).diagnostics if d.severity is Severity.ERROR)


def pasted(text: str) -> Iterator[tuple[str, str]]:
    """A text as an officer may paste it: as blocks, as a list of quoted lines, as a list of plain ones."""
    lines = text.splitlines()
    whole = "".join(f"    {line}\n" for line in lines)
    yield "literal", f"{HEAD}situation:\n  overview: |2\n{whole}"
    yield "folded", f"{HEAD}situation:\n  overview: >2\n{whole}"
    listed = [line.replace("\\", "\\\\").replace('"', '\\"') for line in lines if line]
    yield "quoted", f"{HEAD}situation:\n  strengths:\n" + "".join(f'    - "{line}"\n' for line in listed)
    blocks = (f"    - |2\n      {line}\n" for line in lines if line.strip())
    yield "blocks", f"{HEAD}situation:\n  strengths:\n" + "".join(blocks)


@pytest.mark.parametrize("name", ["002", "004"])
def test_every_wrong_letter_of_the_real_texts_is_put_right_and_nothing_else(name: str) -> None:
    text = (TEXTS / f"{name}.txt").read_text("utf-8")
    counts = {letter: text.count(letter) for letter in "ƣƢÐ\xa0"}
    assert counts == ({"ƣ": 122, "Ƣ": 3, "Ð": 0, "\xa0": 0} if name == "002" else {"ƣ": 0, "Ƣ": 0, "Ð": 7, "\xa0": 16})

    for form, plan in pasted(text):
        result = fixed(plan.encode(), "plan.yaml", REQUEST)
        after = result.after.decode()

        assert not set("ƣƢÐ\xa0") & set(after), form
        assert without_spaces(after) == without_spaces(plan.translate(str.maketrans("ƣƢÐ", "ưƯĐ"))), form
        for before_line, after_line in zip(plan.split("\n"), after.split("\n"), strict=True):
            assert before_line == after_line or set("ƣƢÐ\xa0") & set(before_line), form
        assert not {d.code for d in result.checked.diagnostics} & FIXABLE


def without_spaces(text: str) -> str:
    return re.sub("[ \xa0]+", "", text)


def test_random_faulty_plans_are_put_right_and_say_the_same_otherwise() -> None:
    counts: Counter[str] = Counter()

    @settings(
        max_examples=RANDOM_PLANS,
        derandomize=True,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(samples(is_faulty=True))
    def holds(sample: Sample) -> None:
        content = sample.content
        result = fixed(content, "plan.yaml", REQUEST)
        counts["drawn"] += 1
        counts["rewritten"] += result.after != content
        assert _texts(tree(result.after)) == _put_right(tree(content))
        assert numbered_comments(result.after) == numbered_comments(content)
        assert not errors(result.after) - errors(content)
        left = {(d.code, d.pointer) for d in result.checked.diagnostics}
        assert not {(d.code, d.pointer) for d in result.fixed} & left
        assert not {code for code, _ in left} & FIXABLE
        _unrelated_lines_stay(content, result.after)
        assert fixed(result.after, "plan.yaml", REQUEST).after == result.after

    holds()

    assert counts["drawn"] >= RANDOM_PLANS
    assert counts["rewritten"] >= 0.95 * counts["drawn"]


def _unrelated_lines_stay(before: bytes, after: bytes) -> None:
    old, new = (content.split(b"\n") for content in (before, after))
    assert len(old) == len(new)
    for a, b in zip(old, new, strict=True):
        if a != b:
            text = a.decode("utf-8-sig")
            is_faulty = normalize("NFC", text) != text or set("ƣÐ\xa0\u200b") & set(text) or re.search("&[a-z#0-9]+;", text)
            assert is_faulty or any(re.search(rf"\b{key}\b", text) for key in MISSPELT), text


def _put_right(node: Any) -> Any:
    if isinstance(node, dict):
        return {MISSPELT.get(key, key): _texts(value) if key.startswith("x-") else _put_right(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_put_right(item) for item in node]
    value = node[1]
    for wrong, right in FAULTY.items():
        value = value.replace(wrong, right)
    return normalize("NFC", value)


def _texts(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _texts(value) for key, value in node.items()}
    return [_texts(item) for item in node] if isinstance(node, list) else node[1]


@pytest.mark.parametrize("file", sorted((TOP / "examples").glob("**/*.yaml")), ids=lambda file: str(file.relative_to(TOP / "examples")))
def test_examples_gain_no_error(file: Path) -> None:
    content = file.read_bytes()

    result = fixed(content, file.name, REQUEST, file.parent)

    found = [check(bytes_, file.name, REQUEST, file.parent).diagnostics for bytes_ in (content, result.after)]
    before, after = (Counter(d.code for d in each if d.severity is Severity.ERROR) for each in found)
    assert not after - before
    assert not [d for d in result.checked.diagnostics if d.edits]
    if not result.fixed:
        assert result.after == content
    elif "\ufffd" not in content.decode("utf-8", "replace"):
        comments = [Outline(bytes_.decode("utf-8-sig")).comments() for bytes_ in (content, result.after)]
        unused = sum(d.code == "SUP002" for d in result.fixed)
        assert [comment for comment in comments[0] if comment in comments[1]] == comments[1]
        assert len(comments[0]) - len(comments[1]) == unused


def test_a_misspelt_key_is_put_right_where_only_one_can_be_meant() -> None:
    text = f"{HEAD}tasks:\n  - id: T1\n    title: a\n    'onwer': b # ghi chú\n    Start: 2026\n    metod: c\n    x-own: d\n    abcdef: e\n"

    assert fix(text) == (
        f"{HEAD}tasks:\n  - id: T1\n    title: a\n    owner: b # ghi chú\n    start: 2026\n    method: c\n    x-own: d\n    abcdef: e\n"
    )


def test_a_key_that_may_be_one_of_two_is_left() -> None:
    text = f"{HEAD}coordination:\n  escalation:\n    - when: a\n      tho: b\n  information:\n    - what: a\n      bo: c\n"

    assert "bo: c" in fix(text)


def test_only_what_was_asked_for_is_put_right() -> None:
    text = f"{HEAD}vision:\n  statment: đƣờng Ðá\n"

    assert fix(text, REQUEST._replace(select=("TXT002",))) == f"{HEAD}vision:\n  statment: đường Ðá\n"
    assert fix(text, REQUEST._replace(ignore=("TXT002", "YML010"))) == f"{HEAD}vision:\n  statment: đƣờng Đá\n"


def test_an_anchored_text_is_put_right_once_and_its_alias_stays() -> None:
    text = f"{HEAD}situation:\n  strengths:\n    - &a đƣờng\n    - *a\n"

    assert fix(text) == text.replace("ƣ", "ư")


def test_a_repair_that_would_add_an_error_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = by_code()["TXT002"]

    def worse(document: Any, finding: Any) -> tuple[Edit, ...]:
        start, end = document.span(finding.path)
        return (Edit(start, end, "2026-99-99", "2026-99-99"),) if finding.path[-1] == "date" else (rule.repair or worse)(document, finding)

    text = f"{HEAD}document:\n  date: '2026 ƣu'\n  place: đƣờng\n"
    harmful = rule._replace(repair=worse)
    monkeypatch.setattr("kehoach.checking.checks", lambda scope: (harmful,) if scope is rule.scope else ())
    before = errors(text.encode())

    result = fixed(text.encode(), "plan.yaml", REQUEST)

    assert "đường" in result.after.decode()
    assert not errors(result.after) - before


def test_repairs_that_undo_each_other_are_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = by_code()["TXT002"]

    def to_and_fro(document: Any, finding: Any) -> tuple[Edit, ...]:
        start, end = document.span(finding.path)
        text = document.text[start:end] + " nhƣ"
        return (Edit(start, end, text, text),)

    monkeypatch.setattr("kehoach.checking.checks", lambda scope: (rule._replace(repair=to_and_fro),) if scope is rule.scope else ())

    text = f"{HEAD}vision:\n  statement: đƣờng\n"
    assert fix(text) == text


def test_unsafe_repairs_wait_for_the_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = by_code()["TXT002"]._replace(repair_is_safe=False)
    monkeypatch.setattr("kehoach.checking.checks", lambda scope: (rule,) if scope is rule.scope else ())
    content = f"{HEAD}vision:\n  statement: đƣờng\n".encode()

    assert fixed(content, "plan.yaml", REQUEST).after == content
    assert "đường" in fixed(content, "plan.yaml", REQUEST, unsafe=True).after.decode()


def test_a_file_is_written_once_and_only_if_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(f"{HEAD}vision:\n  statement: đƣờng\n", "utf-8")
    file.chmod(0o640)
    source = Source(str(file), "plan.yaml")

    assert "đường" in fix_file(source, REQUEST, is_dry=True).after.decode()
    assert "ƣ" in file.read_text("utf-8")

    result = fix_file(source, REQUEST)
    assert [d.code for d in result.fixed] == ["TXT002"]
    assert file.read_bytes() == result.after
    assert file.stat().st_mode & 0o777 == 0o640

    stamp = file.stat().st_mtime_ns
    fix_file(source, REQUEST)
    assert file.stat().st_mtime_ns == stamp


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(f"{HEAD}vision:\n  statement: đƣờng\n", "utf-8")
    read = Path.read_bytes

    def changed(path: Path) -> bytes:
        return read(path) + b"# khac\n"

    monkeypatch.setattr(Path, "read_bytes", changed)

    with pytest.raises(KehoachError, match="changed meanwhile"):
        fix_file(Source(str(file), "plan.yaml"), REQUEST)
    assert list(tmp_path.iterdir()) == [file]


def test_the_places_of_edits_are_exact_and_travel_in_json() -> None:
    text = f"{HEAD}vision:\n  statment: |\n    đƣờng\xa0\n    Ðá\n"
    checked = check(text.encode(), "plan.yaml", REQUEST)
    lines = text.split("\n")

    repaired = [d for d in checked.diagnostics if d.edits]
    assert {d.code for d in repaired} == FIXABLE - {"TXT001"}
    for edit in (edit for d in repaired for edit in d.edits):
        assert edit.place.line == edit.place.end_line
        assert lines[edit.place.line - 1][edit.place.column - 1 : edit.place.end_column - 1] == text[edit.start : edit.end]

    outcome = Outcome(results=(checked,), today=REQUEST.today, language=Language.VI, version="1")
    told = {finding["code"]: finding["edits"] for finding in json.loads(render(outcome))["findings"]}
    assert told["TXT002"] == [{"line": 9, "column": 6, "end_line": 9, "end_column": 7, "text": "ư"}]
    assert told["TXT006"] == [{"line": 9, "column": 10, "end_line": 9, "end_column": 11, "text": ""}]
    assert told["YML010"] == [{"line": 8, "column": 3, "end_line": 8, "end_column": 11, "text": "statement"}]


def test_an_unused_suppression_goes_with_its_line_or_its_blanks() -> None:
    text = f"{HEAD}tasks:\n  # kehoach: ignore OWN003 thừa\n  - id: T1\n    title: a   # kehoach: ignore TIM002 thừa\n    # ghi chú\n"

    assert fix(text) == f"{HEAD}tasks:\n  - id: T1\n    title: a\n    # ghi chú\n"
