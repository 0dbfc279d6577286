"""The formats by name."""

from enum import StrEnum
from typing import assert_never

from kehoach.formats import checklist, concise, json, text
from kehoach.formats.base import Outcome


class Format(StrEnum):
    """A format that findings can be written in."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    CHECKLIST = "checklist"


def render(form: Format, outcome: Outcome) -> str:
    """Write what was found in one format; empty where it has nothing to say."""
    match form:
        case Format.TEXT:
            return text.render(outcome)
        case Format.CONCISE:
            return concise.render(outcome)
        case Format.JSON:
            return json.render(outcome)
        case Format.CHECKLIST:
            return checklist.render(outcome)
        case _:
            assert_never(form)
