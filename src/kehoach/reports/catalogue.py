"""The reports there are, the formats there are, and how one is rendered in the other."""

from enum import StrEnum
from pathlib import Path
from typing import assert_never

from kehoach.model.plan import Plan
from kehoach.reports import markdown, sandbox
from kehoach.reports.options import Edition, Options, Report
from kehoach.reports.view import view

__all__ = ["Edition", "Options", "OutputFormat", "Report", "render"]


class OutputFormat(StrEnum):
    """A format in which a report can be written."""

    MD = "md"

    @property
    def extension(self) -> str:
        """The ending of files of this format."""
        return self.value

    @property
    def is_binary(self) -> bool:
        """Whether a terminal cannot show it."""
        return False


def render(report: Report, output_format: OutputFormat, plan: Plan, options: Options, template: Path | None = None) -> bytes:
    """Render a report, by the shipped template or a user's own (a file, or a folder that has it by name).

    Raises:
        KehoachError: the user's template cannot be read, fails, or takes too much time or memory.
    """
    data = view(report, plan, options)
    match output_format:
        case OutputFormat.MD:
            if template is None:
                return markdown.render(report.value, data)
            return markdown.finished(sandbox.render(template, report.value, data))
        case _:
            assert_never(output_format)
