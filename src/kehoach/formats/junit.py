"""JUnit XML: a suite for each file, a case for each finding.

An error is a failed case. A warning or a note is a skipped one: CI services list skipped cases with their message and
leave the run green, while the output of a case that passed is shown by hardly any.
"""

from collections import Counter
from collections.abc import Iterator

from kehoach import escaping
from kehoach.checking import CHECKED_TOO, Checked
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.formats.base import Outcome, count
from kehoach.formats.words import FIX, SEVERITIES, WHY
from kehoach.language import Text


def render(outcome: Outcome) -> str:
    """Write one document; a file without findings has one case that passed."""
    suites = [line for result in outcome.in_order for line in _suite(result, outcome)]
    failures = outcome.number(Severity.ERROR)
    findings = sum(tally.findings for tally in outcome.tallies)
    skipped = sum(_is_passed_over(tally.skipped) and not tally.findings for tally in outcome.tallies) + findings - failures
    tests = sum(max(1, tally.findings) for tally in outcome.tallies)
    head = _element("testsuites", name="kehoach", tests=tests, failures=failures, errors=0, skipped=skipped, time=0)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<{head}>", *suites, "</testsuites>"]
    return "".join(f"{line}\n" for line in lines)


def _suite(result: Checked, outcome: Outcome) -> Iterator[str]:
    found = result.diagnostics
    failures = count(found, Severity.ERROR)
    skipped = len(found) - failures if found else int(_is_passed_over(result.skipped))
    name = outcome.located(result.path)
    head = _element("testsuite", name=name, tests=max(1, len(found)), failures=failures, errors=0, skipped=skipped, time=0)
    yield f"  <{head}>"
    if not found:
        yield from _clean(result, name, outcome)
    seen: Counter[str] = Counter()
    for diagnostic in found:
        title = f"{diagnostic.code} {diagnostic.name} {diagnostic.steady or diagnostic.pointer}".strip()
        seen[title] += 1
        yield from _case(diagnostic, f"{title} ({seen[title]})" if seen[title] > 1 else title, name, outcome)
    yield "  </testsuite>"


def _clean(result: Checked, name: str, outcome: Outcome) -> Iterator[str]:
    case = _element("testcase", name="kehoach validate", classname=name, file=name, time=0)
    if _is_passed_over(result.skipped):
        message = _NO_PLAN.fill(outcome.language, {"kind": result.skipped})
        yield f"    <{case}><{_element('skipped', message=message)}/></testcase>"
    else:
        yield f"    <{case}/>"


def _is_passed_over(kind: str) -> bool:
    return bool(kind) and kind not in CHECKED_TOO


def _case(diagnostic: Diagnostic, title: str, name: str, outcome: Outcome) -> Iterator[str]:
    """Write a finding; its case has a name that no other has, because GitLab keeps one of equal names."""
    language, place = outcome.language, diagnostic.place
    said, tag = diagnostic.said(language), "failure" if diagnostic.severity is Severity.ERROR else "skipped"
    severity = SEVERITIES[diagnostic.severity].to(language)
    body = (
        f"{name}:{place.line}:{place.column}: {severity} {diagnostic.code} {said}",
        f"{WHY.to(language)}: {diagnostic.why.to(language)}",
        f"{FIX.to(language)}: {diagnostic.remedy(language)}",
    )
    text = escaping.xml("\n".join(body))
    yield f"    <{_element('testcase', name=title, classname=name, file=name, line=place.line, time=0)}>"
    yield f"      <{_element(tag, type=diagnostic.severity.value, message=said)}>{text}</{tag}>"
    yield "    </testcase>"


def _element(tag: str, **attributes: str | int) -> str:
    return " ".join([tag, *(f'{name}="{escaping.xml(str(value))}"' for name, value in attributes.items())])


_NO_PLAN = Text("không phải kế hoạch: {kind}", "not a plan: {kind}")
