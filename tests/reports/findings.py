"""Findings for the sheet of an appraisal: those of an example checked as submitted, and made-up ones that quote anything."""

from datetime import date
from functools import cache
from typing import Any

from kehoach.checking import Request, check
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.language import Text
from kehoach.model.vocabulary import Stage
from kehoach.reports.options import Report
from kehoach.workspace.answering import Answers, Said
from places import EXAMPLES
from reports.plans import CHECKLIST, TODAY

POOREST = "tam-phuoc-2022"


@cache
def found() -> tuple[Diagnostic, ...]:
    """Check the poorest example as if it were submitted."""
    content = (EXAMPLES / POOREST / "plan.yaml").read_bytes()
    return check(content, "plan.yaml", Request(today=TODAY, stage=Stage.SUBMITTED)).diagnostics


def checked(report: Report) -> dict[str, Any]:
    """Give what a report wants to know of a check, with some findings for the sheet of an appraisal."""
    if report is Report.SUMMARY:
        return {"checklist": CHECKLIST, "readiness": 62}
    return {"checklist": CHECKLIST, "readiness": 62, "diagnostics": found(), "stage": Stage.SUBMITTED} if report is Report.APPRAISAL else {}


def quoting(text: str, report: Report) -> dict[str, Any]:
    """Give findings, now and at the last appraisal, that quote a text of the plan; for other reports nothing more."""
    if report is not Report.APPRAISAL:
        return {}
    quote = Text("giá trị {text}", "value {text}")
    sources = {"OWN1": text}
    now = tuple(
        one._replace(code=code, message=quote, fix=quote, values={"text": text})
        for one, code in zip(found()[:2], ("TSK001", "OWN1"), strict=True)
    )
    then = Said("0", "OWN002", Severity.ERROR, text, "plan.yaml", "/tasks", 3)
    answers = Answers(date(2026, 5, 10), (True, False), (then,), (then._replace(message=f"{text}."),))
    return {"checklist": CHECKLIST, "readiness": 0, "diagnostics": now, "sources": sources, "answers": answers, "unread": 2}
