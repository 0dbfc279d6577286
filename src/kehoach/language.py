"""Text in the two languages of the tool."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable


class Language(StrEnum):
    """A language that the tool speaks."""

    VI = "vi"
    EN = "en"


class Text(NamedTuple):
    """One sentence or word in both languages, so that none can be half translated."""

    vi: str
    en: str

    def to(self, language: Language) -> str:
        """Give the wording in one language."""
        return self.vi if language is Language.VI else self.en

    def fill(self, language: Language, values: Mapping[str, object]) -> str:
        """Put values into the template, each said as the language writes it."""
        template = self.to(language)
        if not values or "{" not in template:
            return template
        return template.format(**{name: say(value, language) for name, value in values.items()})


@runtime_checkable
class Sayable(Protocol):
    """A value that knows how each language writes it."""

    def say(self, language: Language) -> str:
        """Write the value as people do."""
        ...


def say(value: object, language: Language) -> str:
    """Write a value as the language does: `12,5` or `12.5`, `05/03/2026` or `2026-03-05`."""
    match value:
        case str() if not isinstance(value, Text):
            return value
        case Text():
            return value.to(language)
        case bool():
            return str(value).lower()
        case int() | Decimal():
            return say_number(value, language)
        case Sayable():
            return value.say(language)
        case date():
            return value.strftime("%d/%m/%Y") if language is Language.VI else value.isoformat()
        case tuple() | list() | frozenset():
            return ", ".join(say(item, language) for item in value)
        case _:
            return str(value)


def say_number(value: int | Decimal, language: Language) -> str:
    """Group thousands by dots and use a decimal comma in Vietnamese; the reverse in English."""
    number = Decimal(value)
    plain = f"{number:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.translate(_VIETNAMESE) if language is Language.VI else plain


_VIETNAMESE = str.maketrans({",": ".", ".": ","})
