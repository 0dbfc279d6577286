"""TXT005: letters of another script inside a word."""

from collections.abc import Iterator

from kehoach.analysis.letters import WORD, is_vietnamese, texts_with
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope
from kehoach.values.text import character_name

# Cyrillic and Greek letters that pass for Latin ones; µ, Ω and the like stand in units.
_LOOK_ALIKE = "АВЕЅІЈКМНОРСТУХаеѕіјорсухвкмнптьѵгһԁԛԝлдбзичэяуΑΒΕΖΗΙΚΜΝΟΡΤΥΧοντυικρα"


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text with words of Latin letters and others."""
    if not is_vietnamese(document):
        return
    for scalar in texts_with(document, _LOOK_ALIKE):
        mixed = [word for word in WORD.findall(scalar.text) if _is_mixed(word)]
        if mixed:
            foreign = next(letter for letter in mixed[0] if letter in _LOOK_ALIKE)
            values = {"count": len(mixed), "sample": mixed[0], "character": character_name(foreign)}
            yield Finding(path=scalar.path, values=values, at_key=scalar.is_key)


def _is_mixed(word: str) -> bool:
    return any(letter in _LOOK_ALIKE for letter in word) and any(letter < _GREEK or letter > _CYRILLIC for letter in word)


_GREEK, _CYRILLIC = "\u0370", "\u052f"

RULE = Rule(
    code="TXT005",
    name="mixed-script",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{count} từ có chữ cái của hệ chữ khác, như {sample!r}: {character}",
        en="a letter of another script in {sample!r}: {character} ({count} ×)",
    ),
    why=Text(
        vi="Chữ nhìn giống mà khác mã thì tìm không ra; thường còn sót khi chép từ văn bản bị cố ý làm nhiễu.",
        en="A letter that only looks right is never found; it is often left over from texts that were garbled on purpose.",
    ),
    fix=Text(vi="Gõ lại từ này bằng bàn phím tiếng Việt.", en="Type the word again."),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
)
