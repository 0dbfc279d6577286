"""What SARIF is told of a rule."""

from typing import Any

from kehoach import escaping
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.formats.words import FIX, WHY, capitalised, unfilled
from kehoach.language import Language, Text
from kehoach.rules.base import Rule
from kehoach.rules.catalogue import by_code
from kehoach.values.text import nfc

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def descriptor(sample: Diagnostic, language: Language) -> dict[str, Any]:
    """Describe the rule of a finding, its templates unfilled; a workspace's own rule by what the finding says of it."""
    rule = by_code().get(sample.code)
    said, why, fix = (rule.message, rule.why, rule.fix) if rule else (sample.message, sample.why, sample.fix)
    severity = rule.severities.late if rule else sample.severity
    short = capitalised(unfilled(said, language))
    source = {"source": rule.source} if rule else {}
    return {
        "id": sample.code,
        "name": "".join(word.capitalize() for word in sample.name.split("-")),
        "shortDescription": message(short),
        "fullDescription": message(f"{short}{'' if short.endswith('…') else '.'} {why.to(language)}"),
        "help": _help(rule, why, fix, sample.code, language),
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {"tags": ["plan", sample.code[:3]], "problem.severity": _PROBLEMS[severity], **source},
    }


def message(text: str) -> dict[str, str]:
    """Write a text as a SARIF message: braces would be places to fill, `](` would make a link of what a plan says."""
    return {"text": nfc(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _help(rule: Rule | None, why: Text, fix: Text, code: str, language: Language) -> dict[str, str]:
    told = {WHY: why.to(language), FIX: unfilled(fix, language)} | ({_SOURCE: rule.source} if rule else {})
    plain = {capitalised(name.to(language)): text for name, text in told.items()}
    # The catalogue's own prose may use Markdown; that of a workspace's rules may come with the change that is checked.
    parts = [f"**{name}**: {text if rule else escaping.markdown_cell(text)}" for name, text in plain.items()]
    if rule:
        parts.append(f"`kehoach explain {code}`")
    text = "\n".join(f"{name}: {text}" for name, text in plain.items())
    return {**message(text), "markdown": message("\n\n".join(parts))["text"]}


_SOURCE = Text("nguồn", "source")
