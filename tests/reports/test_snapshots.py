"""Every report of every example plan, as a person reads it."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from kehoach.language import Language
from kehoach.reports.catalogue import Edition, Report
from reports.findings import POOREST, checked
from reports.plans import CHECKLIST, NAMES, example, markdown


class Markdown(SingleFileSnapshotExtension):
    """Keep each report as a file of its own that any reader of Markdown shows."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


@pytest.fixture(name="kept")
def _kept(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Markdown)


@pytest.mark.parametrize(("name", "report"), [(name, report) for name in NAMES for report in Report if report is not Report.APPRAISAL])
def test_report(name: str, report: Report, kept: SnapshotAssertion) -> None:
    assert markdown(report, example(name), **checked(report)) == kept


def test_appraisal(kept: SnapshotAssertion) -> None:
    assert markdown(Report.APPRAISAL, example(POOREST), **checked(Report.APPRAISAL)) == kept


def test_leaders_edition(kept: SnapshotAssertion) -> None:
    assert markdown(Report.ASSIGNMENTS, example("lao-cai-2026-2030"), edition=Edition.LEADERS) == kept


def test_english(kept: SnapshotAssertion) -> None:
    assert markdown(Report.SUMMARY, example("xa-mau-2026"), language=Language.EN, checklist=CHECKLIST, readiness=62) == kept
