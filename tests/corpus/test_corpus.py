"""Hard inputs: each is read, or refused at its line; none brings the tool down."""

import json
import re
from pathlib import Path

import pytest

from child import TRACEBACK, kehoach
from corpus.cases import CASES, REQUEST, Case, read
from kehoach.checking import check
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from places import EXAMPLES

REFUSED = [case for case in CASES if case.codes]
READ = [case for case in CASES if case.data]
FORMS = [case for case in CASES if case.template and not case.codes]
DANGEROUS = [case for case in REFUSED if case.id.startswith(("bomb/", "depth/", "encoding/", "control/", "tag/py"))]
CLEAN = EXAMPLES / "xa-mau-2026" / "plan.yaml"


def by_id(case: Case) -> str:
    return case.id


@pytest.mark.parametrize("case", REFUSED, ids=by_id)
def test_refused_with_its_code_at_its_line(case: Case) -> None:
    found = read(case.content())

    assert sorted({d.code for d in found}) == sorted(case.codes)
    if case.line is not None:
        assert case.line in {d.place.line for d in found}


@pytest.mark.parametrize("case", DANGEROUS, ids=by_id)
def test_command_line_stays_calm(case: Case, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(case.content())

    ran = kehoach("validate", "plan.yaml", cwd=tmp_path, limited=True)

    assert ran.code == 1
    assert TRACEBACK not in ran.err
    assert len(ran.out.splitlines()) <= 25
    assert "plan.yaml" in ran.out
    assert not [text for text in case.never if text in ran.out + ran.err]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.yaml"]


@pytest.mark.parametrize("case", READ, ids=by_id)
def test_read_to_exactly_its_data(case: Case) -> None:
    document = compose("plan.yaml", decode(case.content()).text)

    assert document.complaints == []
    assert document.data == json.loads(case.file.with_suffix(".json").read_text("utf-8"))


@pytest.mark.parametrize("case", READ, ids=by_id)
def test_owners_data_is_nobody_elses_business(case: Case) -> None:
    text = case.content().decode().removeprefix("--- ")
    indented = re.sub(r"(?m)^(?=.)|(?<=\r)(?=[^\r\n])", "  ", text)
    plan = CLEAN.read_text("utf-8")

    found = check(f"{plan}\nx-data:\n{indented}".encode(), "plan.yaml", REQUEST, CLEAN.parent).diagnostics

    assert [(d.code, d.place.line) for d in found] == []


@pytest.mark.parametrize("case", FORMS, ids=by_id)
def test_form_changes_nothing(case: Case) -> None:
    plan = CLEAN.read_text("utf-8")

    document = compose("plan.yaml", case.content(plan).decode())

    assert document.data == compose("plan.yaml", plan).data
    assert check(case.content(plan), "plan.yaml", REQUEST, CLEAN.parent).diagnostics == ()


def test_each_file_has_its_case() -> None:
    folder = Path(__file__).parent / "cases"

    assert {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.yaml")} == {case.id for case in CASES}
    assert {case.id for case in READ} == {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.json")}
