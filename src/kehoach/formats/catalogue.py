"""The formats by name."""

# A format is imported when it is asked for: a run that prints text need not pay for the others.
# ruff: noqa: PLC0415

from enum import StrEnum
from typing import assert_never

from kehoach.formats.base import Outcome


class Format(StrEnum):
    """A format that findings can be written in."""

    TEXT = "text"
    CONCISE = "concise"
    CHECKLIST = "checklist"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    MARKDOWN = "markdown"


def render(form: Format, outcome: Outcome) -> str:
    """Write what was found in one format; empty where it has nothing to say."""
    match form:
        case Format.TEXT:
            from kehoach.formats.text import render as write
        case Format.CONCISE:
            from kehoach.formats.concise import render as write
        case Format.CHECKLIST:
            from kehoach.formats.checklist import render as write
        case Format.JSON:
            from kehoach.formats.json import render as write
        case Format.SARIF:
            from kehoach.formats.sarif import render as write
        case Format.GITHUB:
            from kehoach.formats.github import render as write
        case Format.GITLAB:
            from kehoach.formats.gitlab import render as write
        case Format.JUNIT:
            from kehoach.formats.junit import render as write
        case Format.MARKDOWN:
            from kehoach.formats.markdown import render as write
        case _:
            assert_never(form)
    return write(outcome)
