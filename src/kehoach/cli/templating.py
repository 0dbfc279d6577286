"""Which template a report is written by."""

from pathlib import Path

from kehoach.cli.parser import Given
from kehoach.reports.catalogue import OutputFormat, has_template
from kehoach.reports.options import Report
from kehoach.reports.sandbox import trust
from kehoach.workspace.configuration import Configuration


def template_of(given: Given, settings: Configuration, report: Report, form: OutputFormat) -> Path | None:
    """Choose the user's template, else the workspace's own if it has one for the report; none: the shipped one.

    Raises:
        KehoachError: this system cannot limit a template of one's own, and the user has not said to trust it.
    """
    named = given.template
    if named is None and settings.templates:
        folder = settings.root / settings.templates
        named = str(folder) if has_template(folder, report, form) else None
    return trust(named, is_trusted=given.trust_templates)
