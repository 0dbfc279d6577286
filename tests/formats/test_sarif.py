"""SARIF, held against its schema and against what its readers rely on."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from formats.samples import DECOMPOSED, ERROR, PATH, diagnostic, many, outcome, place
from kehoach.checking import Checked
from kehoach.diagnostics import Replacement, Severity
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.formats.descriptor import descriptor
from kehoach.language import Language, Text
from kehoach.rules.catalogue import rules

SCHEMA = Draft4Validator(json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))
URI = re.compile(r"(file:///)?[A-Za-z0-9._~/-]*(%[0-9A-F]{2}[A-Za-z0-9._~/-]*)*")
FIXED = diagnostic(
    "TXT002",
    name="letter-oi-for-u-horn",
    edits=(Replacement(start=3, end=4, place=place(12, 10, 11), text="ư"), Replacement(start=9, end=9, place=place(12, 16, 16), text="\n")),
)


def log(case: Outcome) -> Any:
    return json.loads(render(Format.SARIF, case))


def run(case: Outcome) -> Any:
    (only,) = log(case)["runs"]
    return only


def found(*diagnostics: Any, path: str = PATH, **changes: Any) -> Outcome:
    return outcome(Checked(path=path, diagnostics=diagnostics), **changes)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "case",
    [outcome(), outcome(*many()), outcome(results=()), found(FIXED), found(path="sạch.yaml")],
    ids=["three", "many", "none", "fixed", "clean"],
)
def test_schema(case: Outcome, language: Language) -> None:
    again = outcome(*case.results, results=case.results, language=language)

    assert list(SCHEMA.iter_errors(log(again))) == []


@pytest.mark.parametrize("language", Language)
def test_each_rule_of_the_catalogue_is_described(language: Language) -> None:
    described = [descriptor(diagnostic(rule.code, name=rule.name), language) for rule in rules()]
    document = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "kehoach", "rules": described}}}]}

    assert list(SCHEMA.iter_errors(document)) == []
    for rule in described:
        assert re.fullmatch(r"([A-Z][a-z0-9]*)+", rule["name"]), rule["id"]
        for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"], rule["help"]["markdown"]):
            assert re.search(r"(?<!\{)\{\w", text) is None


def test_every_result_names_its_rule() -> None:
    one = run(outcome(*many()))

    for result in one["results"]:
        assert one["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert one["columnKind"] == "unicodeCodePoints"


def test_a_rule_is_told_unfilled_and_a_result_filled() -> None:
    one = run(outcome(language=Language.EN))
    rule = next(rule for rule in one["tool"]["driver"]["rules"] if rule["id"] == "TIM002")

    assert "T1" not in json.dumps(rule)
    assert "…" in rule["shortDescription"]["text"]
    assert rule["help"]["markdown"].startswith("**Why**: ")
    assert one["results"][0]["message"]["text"] == "T1 ends before it starts"
    assert one["results"][0]["partialFingerprints"] == {"kehoachFingerprint/v1": "4d2529cbfd243531"}
    assert one["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 12,
        "startColumn": 10,
        "endLine": 12,
        "endColumn": 20,
    }


def test_a_rule_of_the_workspace_is_told_by_its_finding_and_escaped() -> None:
    text = Text("{id} thiếu [x](y)", "{id} lacks [x](y)")
    own = diagnostic("LCX001", name="own-rule", message=text, why=Text("<b>a</b>", "<b>a</b>"), fix=text, severity=Severity.NOTE)

    (rule,) = run(found(own, language=Language.EN))["tool"]["driver"]["rules"]

    assert rule["name"] == "OwnRule"
    assert rule["shortDescription"]["text"] == "… lacks [x] (y)"
    assert rule["help"]["markdown"].startswith("**Why**: &lt;b&gt;a&lt;/b&gt;")
    assert rule["defaultConfiguration"]["level"] == "note"


def test_what_a_plan_says_is_neither_a_placeholder_nor_a_link() -> None:
    hostile = diagnostic(values={"id": "{0} [here](https://example.org) " + DECOMPOSED})

    text = run(found(hostile))["results"][0]["message"]["text"]

    assert text.startswith("{{0}} [here] (https://example.org) hộ nghèo ")


def test_fixes() -> None:
    (result,) = run(found(FIXED, language=Language.EN))["results"]

    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    assert fix["description"]["text"] == "Correct `end` of T1."
    assert fix["properties"] == {"isSafe": True}
    assert change["artifactLocation"] == {"uri": PATH, "uriBaseId": "SRCROOT"}
    assert change["replacements"] == [
        {"deletedRegion": {"startLine": 12, "startColumn": 10, "endLine": 12, "endColumn": 11}, "insertedContent": {"text": "ư"}},
        {"deletedRegion": {"startLine": 12, "startColumn": 16, "endLine": 12, "endColumn": 16}, "insertedContent": {"text": "\n"}},
    ]


@given(path=st.text(st.characters(exclude_categories=(), exclude_characters="\0"), min_size=1, max_size=12))
def test_uris(path: str) -> None:
    result = run(found(diagnostic(path=path), path=path))["results"][0]

    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert URI.fullmatch(artifact["uri"])
    assert ".." not in artifact["uri"].split("/")
    assert artifact["uri"].startswith("file:///") is ("uriBaseId" not in artifact)
    assert "uriBaseId" not in artifact or unquote(artifact["uri"]) == outcome().located(path).encode("utf-8", "replace").decode()


def test_paths_start_at_the_repository(tmp_path: Path) -> None:
    inside, outside = str(tmp_path / "xã" / "plan.yaml"), str(tmp_path.parent / "plan.yaml")
    results = (Checked(path=inside, diagnostics=(diagnostic(path=inside),)), Checked(path=outside, diagnostics=(diagnostic(path=outside),)))

    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"] for r in run(outcome(*results, root=str(tmp_path)))["results"]]

    assert {"uri": "x%C3%A3/plan.yaml", "uriBaseId": "SRCROOT"} in uris
    assert any(uri["uri"].startswith("file:///") and "uriBaseId" not in uri for uri in uris)


def test_same_bytes_whatever_the_order() -> None:
    assert render(Format.SARIF, outcome(*many())) == render(Format.SARIF, outcome(*reversed(many())))


def test_what_was_not_checked_is_told() -> None:
    (invocation,) = run(outcome(language=Language.EN))["invocations"]

    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [
        "the value could not be read",
        "belongs to another plan: \x1b[1m",
    ]


def test_nothing_for_a_log_to_obey() -> None:
    hostile = diagnostic(path="a\udc80##[error]\u202e", values={"id": "\n::error::x##[error]"}, related=ERROR.related)

    text = render(Format.SARIF, found(hostile))

    text.encode("utf-8")
    assert "##[" not in text
    assert not set(text) & set("\u202e\udc80")
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
