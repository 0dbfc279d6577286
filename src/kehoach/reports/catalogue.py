"""The reports there are, the formats there are, and how one is rendered in the other."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, assert_never

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.reports import markdown, sandbox
from kehoach.reports.options import Edition, Options, Report
from kehoach.reports.paper import family
from kehoach.reports.view import view

__all__ = ["Edition", "Options", "OutputFormat", "Report", "has_template", "overview", "render"]


class OutputFormat(StrEnum):
    """A format in which a report can be written."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"

    @property
    def extension(self) -> str:
        """The ending of files of this format."""
        return self.value

    @property
    def is_binary(self) -> bool:
        """Whether a terminal cannot show it."""
        return self in {OutputFormat.DOCX, OutputFormat.XLSX, OutputFormat.PDF}


Tell = Callable[[Text], None]


def has_template(folder: Path, report: Report, output_format: OutputFormat) -> bool:
    """Tell whether a folder of templates has one for a report in a format."""
    names: tuple[str, ...] = ()
    match output_format:
        case OutputFormat.MD:
            names = (f"{report.value}{markdown.SUFFIX}",)
        case OutputFormat.HTML:
            names = (f"{report.value}.html.j2",)
        case OutputFormat.DOCX:
            names = (f"{report.value}.docx", f"{family(report.value)}.docx")
        case OutputFormat.PDF:
            names = (f"{report.value}.typ", f"{family(report.value)}.typ")
        case OutputFormat.XLSX:
            names = (f"{report.value}.xlsx", f"{family(report.value)}.xlsx")
        case _:
            assert_never(output_format)
    return any((folder / name).is_file() for name in names)


def render(
    report: Report, output_format: OutputFormat, plan: Plan, options: Options, template: Path | None = None, tell: Tell | None = None
) -> bytes:
    """Render a report, by the shipped template or a user's own (a file, or a folder that has it by name).

    Args:
        report: which report.
        output_format: in which format.
        plan: of which plan.
        options: how it is wanted.
        template: the user's own template, for formats that have any.
        tell: is called with what the reader of the result should know, such as a font that is missing.

    Raises:
        KehoachError: the user's template cannot be read, fails, or takes too much time or memory; an extra is missing.
    """
    data = view(report, plan, options)
    match output_format:
        case OutputFormat.MD:
            if template is None:
                return markdown.render(report.value, data)
            return markdown.finished(sandbox.render(template, report.value, data))
        case OutputFormat.HTML:
            from kehoach.reports import html  # noqa: PLC0415 - not needed by the other formats

            return html.render(report, data, plan, options, template, tell)
        case OutputFormat.DOCX:
            from kehoach.reports import docx  # noqa: PLC0415 - not needed by the other formats

            return docx.render(data, options.today, template)
        case OutputFormat.PDF:
            from kehoach.reports import pdf  # noqa: PLC0415 - not needed by the other formats

            made = pdf.render(data, options.today, template=template)
            for warning in made.warnings if tell else ():
                assert tell is not None
                tell(warning)
            return made.content
        case OutputFormat.XLSX:
            from kehoach.reports import xlsx  # noqa: PLC0415 - not needed by the other formats

            return xlsx.render(report, data, plan, options, template)
        case _:
            assert_never(output_format)


def overview(output_format: OutputFormat, data: dict[str, Any], options: Options) -> bytes:
    """Render a view of many plans: as a page, a workbook or, in any other format, as Markdown.

    Raises:
        KehoachError: an extra is missing.
    """
    match output_format:
        case OutputFormat.HTML:
            from kehoach.reports import html  # noqa: PLC0415 - not needed by the other formats

            return html.overview(data, options)
        case OutputFormat.XLSX:
            from kehoach.reports import xlsx  # noqa: PLC0415 - not needed by the other formats

            return xlsx.overview(data, options)
        case _:
            return markdown.render("report", data)
