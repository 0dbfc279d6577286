"""What a report is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kehoach import __version__
from kehoach.diagnostics import Diagnostic
from kehoach.language import Language, Text
from kehoach.model.vocabulary import Stage
from kehoach.processes.base import ReadyProcess
from kehoach.values.dates import Period

if TYPE_CHECKING:
    from kehoach.workspace.answering import Answers


class Report(StrEnum):
    """A report that can be rendered."""

    PLAN = "plan"
    ASSIGNMENTS = "assignments"
    INDICATORS = "indicators"
    BUDGET = "budget"
    RISKS = "risks"
    MONITORING = "monitoring"
    SUMMARY = "summary"
    PROCESS = "process"
    SUBMISSION = "submission"
    ASSIGNED = "assigned"
    APPRAISAL = "appraisal"

    @property
    def label(self) -> Text:
        """Name the report as offices do."""
        return _TITLES[self]


class Edition(StrEnum):
    """For whom a report is: what is for the leaders only stays out of what is issued."""

    LEADERS = "leaders"
    ISSUED = "issued"


class Below(NamedTuple):
    """A plan to which targets are handed down."""

    locality: str
    period: Period


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a report is wanted.

    Attributes:
        today: the day that the report says it was made on.
        invalid: how many errors the plan has; more than none mark the report at its top.
        checklist: the mark of each section, for the summary; empty where the plan was not checked.
        readiness: how many per cent of the checklist are complete.
        diagnostics: what checking found, for the counts of the summary.
        processes: those that the plan follows; none: the shipped ones that it names itself.
        unsecured: the share of the need that may rest on unsure money.
        stage: the one that the plan was checked as; none: its own.
        unread: how many values of the plan could not be checked.
        sources: where the demands of a workspace's own rules come from, by their code.
        answers: what became of the findings of the last appraisal; none: there was none.
        below: the plans to which this one hands targets down, as far as they are known, by their id.
    """

    today: date
    language: Language = Language.VI
    edition: Edition = Edition.ISSUED
    invalid: int = 0
    checklist: Mapping[str, str] = field(default_factory=dict)
    readiness: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    processes: tuple[ReadyProcess, ...] | None = None
    unsecured: Decimal = Decimal("0.30")
    stage: Stage | None = None
    unread: int = 0
    sources: Mapping[str, str] = field(default_factory=dict)
    answers: "Answers | None" = None
    below: Mapping[str, Below] = field(default_factory=dict)
    version: str = __version__

    def receiver(self, plan: str) -> str:
        """Name who receives what is handed down: the locality of a plan that is known, else the plan's id."""
        known = self.below.get(plan)
        return known.locality if known else plan


_TITLES = {
    Report.PLAN: Text(vi="Kế hoạch", en="Plan"),
    Report.ASSIGNMENTS: Text(vi="Biểu phân công nhiệm vụ", en="Assignment of tasks"),
    Report.INDICATORS: Text(vi="Biểu chỉ tiêu", en="Table of indicators"),
    Report.BUDGET: Text(vi="Biểu kinh phí", en="Budget"),
    Report.RISKS: Text(vi="Rủi ro và nội dung còn thiếu", en="Risks and gaps"),
    Report.MONITORING: Text(vi="Khung theo dõi, đánh giá", en="Monitoring and evaluation framework"),
    Report.SUMMARY: Text(vi="Tóm tắt kế hoạch", en="Summary of the plan"),
    Report.PROCESS: Text(vi="Quá trình lập kế hoạch", en="How the plan was made"),
    Report.SUBMISSION: Text(vi="Tờ trình", en="Submission"),
    Report.ASSIGNED: Text(vi="Biểu giao chỉ tiêu", en="Assigned targets"),
    Report.APPRAISAL: Text(vi="Phiếu góp ý thẩm định", en="Appraisal sheet"),
}
