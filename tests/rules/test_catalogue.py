"""The catalogue as it was agreed: codes, names and letters; and how its words must be."""

import re
from pathlib import Path

import pytest

from kehoach.diagnostics import Nature, Severity
from kehoach.language import Text
from kehoach.rules.base import Rule, Scope
from kehoach.rules.catalogue import checks, rules

LATER = ("PRG",)
"""What only progress reports can answer."""

AGREED = [line.split() for line in (Path(__file__).parent / "catalogue.txt").read_text("utf-8").splitlines()]
LETTERS = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}
FOUND = {rule.code: rule for rule in rules()}

each_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


@pytest.mark.parametrize(("code", "name", "letters"), [row for row in AGREED if not row[0].startswith(LATER)], ids=lambda value: value)
def test_is_there_with_its_name_and_letters(code: str, name: str, letters: str) -> None:
    rule = FOUND[code]

    assert rule.name == name
    assert tuple(rule.severities) == (LETTERS[letters[0]], LETTERS[letters[-1]])


@each_rule
def test_prose_is_whole_in_both_languages(rule: Rule) -> None:
    prose = [rule.message, rule.why, rule.fix, *([rule.lacks] if rule.lacks else [])]

    assert all(text.vi and text.en for text in prose)
    assert _places(rule.message.vi) == _places(rule.message.en)
    assert rule.source
    assert rule.lacks is None or rule.nature is Nature.MISSING
    assert rule.lacks is not None or rule.nature is Nature.WRONG or rule.code == "PRC005", "a process says what is lacking itself"


@each_rule
def test_messages_are_facts_and_reasons_are_sentences(rule: Rule) -> None:
    for text in rule.message:
        first = text.lstrip("{")[:1]
        assert first == first.lower() or text.split()[0].isupper()
        assert not text.endswith(".")
        assert "\n" not in text
    for sentence in (*rule.why, *rule.fix):
        assert sentence.endswith(".") or sentence.startswith("{")


@each_rule
def test_codes_and_names_are_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


def test_every_rule_with_a_check_is_run() -> None:
    run = {rule.code for scope in Scope for rule in checks(scope)}

    assert run == {rule.code for rule in rules() if rule.check is not None}


def _places(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", template))


def test_texts_are_not_one_language_twice() -> None:
    same = [rule.code for rule in rules() for text in (rule.message, rule.why, rule.fix) if _words(text)]

    assert same == []


def _words(text: Text) -> bool:
    return text.vi == text.en and len(re.sub(r"\{[^}]*\}", "", text.vi).split()) > 1
