"""JUnit XML, read by a parser."""

from html import unescape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.samples import PATH, THREE, diagnostic, many, outcome
from kehoach import escaping
from kehoach.checking import Checked
from kehoach.diagnostics import Severity
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.language import Language


def suites(case: Outcome) -> ET.Element:
    return ET.fromstring(render(Format.JUNIT, case).encode())  # noqa: S314 - our own output


@pytest.mark.parametrize("case", [outcome(), outcome(*many()), outcome(results=())], ids=["three", "many", "none"])
def test_counts_are_those_of_the_cases(case: Outcome) -> None:
    top = suites(case)

    for element in (top, *top):
        assert int(element.attrib["tests"]) == len(list(element.iter("testcase")))
        assert int(element.attrib["failures"]) == len(list(element.iter("failure")))
        assert int(element.attrib["skipped"]) == len(list(element.iter("skipped")))
        assert element.attrib["errors"] == "0"


def test_errors_fail_and_the_rest_is_listed_as_skipped() -> None:
    (suite,) = suites(outcome(language=Language.EN))

    assert suite.attrib["name"] == PATH
    assert [case[0].tag for case in suite] == ["failure", "skipped", "skipped"]
    first = suite[0]
    assert first.attrib == {"name": "TIM002 end-before-start /tasks/0/end", "classname": PATH, "file": PATH, "line": "12", "time": "0"}
    assert first[0].attrib == {"type": "error", "message": "T1 ends before it starts"}
    assert first[0].text == (f"{PATH}:12:10: error TIM002 T1 ends before it starts\nwhy: Nobody can do it.\nfix: Correct `end` of T1.")


def test_names_are_steady_and_differ() -> None:
    found = (diagnostic(steady="/tasks/T1/end"),) * 3

    (suite,) = suites(outcome(Checked(path=PATH, diagnostics=found)))

    assert [case.attrib["name"] for case in suite] == [
        "TIM002 end-before-start /tasks/T1/end",
        "TIM002 end-before-start /tasks/T1/end (2)",
        "TIM002 end-before-start /tasks/T1/end (3)",
    ]


def test_a_clean_file_passes_and_a_document_that_is_not_checked_is_skipped() -> None:
    clean = (Checked(path="a.yaml"), Checked(path="c.yaml", skipped="register/1"))
    top = suites(outcome(clean[0], Checked(path="b.yaml", skipped="progress/1"), clean[1], language=Language.EN))

    assert [len(suite[0]) for suite in top] == [0, 1, 0]
    assert top[1][0][0].attrib == {"message": "not a plan: progress/1"}


@given(evil=st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_text_is_read_back_with_what_xml_forbids_shown(evil: str) -> None:
    found = diagnostic(values={"id": evil}, name=evil, pointer=evil, severity=Severity.WARNING)

    output = render(Format.JUNIT, outcome(Checked(path=PATH, diagnostics=(found,)), language=Language.EN))

    assert len(output.splitlines()) == len(
        render(Format.JUNIT, outcome(Checked(path=PATH, diagnostics=THREE.diagnostics[:1]))).splitlines()
    )
    assert "##[" not in output
    (suite,) = ET.fromstring(output.encode())  # noqa: S314 - our own output
    shown = unescape(escaping.html(evil))
    assert suite[0][0].attrib["message"] == f"{shown} ends before it starts"
    assert f" TIM002 {shown} ends before it starts\nwhy: " in (suite[0][0].text or "")
