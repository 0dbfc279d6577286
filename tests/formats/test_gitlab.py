"""GitLab's Code Quality report, held against its schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from formats.samples import PATH, diagnostic, many, outcome
from kehoach.checking import Checked
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.language import Language

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "schemas" / "gitlab-code-quality.json").read_text("utf-8")))


def report(case: Outcome) -> Any:
    return json.loads(render(Format.GITLAB, case))


@pytest.mark.parametrize("case", [outcome(), outcome(language=Language.EN), outcome(*many()), outcome(results=())])
def test_schema(case: Outcome) -> None:
    assert list(SCHEMA.iter_errors(report(case))) == []


def test_severities() -> None:
    assert [item["severity"] for item in report(outcome())] == ["major", "minor", "info"]


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    items = report(outcome(Checked(path=PATH, diagnostics=(diagnostic(),) * 5)))

    fingerprints = [item["fingerprint"] for item in items]
    assert len(set(fingerprints)) == 5
    assert all(len(fingerprint) == 16 for fingerprint in fingerprints)
    assert fingerprints == [item["fingerprint"] for item in report(outcome(Checked(path=PATH, diagnostics=(diagnostic(),) * 5)))]


def test_paths_start_at_the_repository(tmp_path: Path) -> None:
    name = str(tmp_path / "xã" / "plan.yaml")

    (item,) = report(outcome(Checked(path=name, diagnostics=(diagnostic(path=name),)), root=str(tmp_path)))

    assert item["location"]["path"] == "xã/plan.yaml"
    assert report(outcome(Checked(path="./a.yaml", diagnostics=(diagnostic(path="./a.yaml"),))))[0]["location"]["path"] == "a.yaml"


def test_hostile_text() -> None:
    text = render(Format.GITLAB, outcome(Checked(path=PATH, diagnostics=(diagnostic(values={"id": "\n::error::x##[error]\udc80\u202e"}),))))

    text.encode("utf-8")
    assert "##[" not in text
    assert not set(text) & set("\u202e\udc80")
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    assert json.loads(text)[0]["description"] == "\n::error::x##[error]\ufffd\u202e kết thúc trước khi bắt đầu"


def test_nothing_found_is_an_empty_report() -> None:
    assert render(Format.GITLAB, outcome(Checked(path=PATH))) == "[]\n"
