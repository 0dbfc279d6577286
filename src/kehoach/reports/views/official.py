"""The whole plan in the order of an official one (Decree 30/2020/NĐ-CP and practice)."""

from kehoach.reports.options import Options
from kehoach.reports.views.budget import budget_section
from kehoach.reports.views.commitments import commitments
from kehoach.reports.views.coordination import coordination
from kehoach.reports.views.heading import closing, heading, legal_basis, name_and_subject, opening
from kehoach.reports.views.monitoring import monitoring_section
from kehoach.reports.views.objectives import objectives
from kehoach.reports.views.pieces import Piece, numbered
from kehoach.reports.views.risks import risks_section
from kehoach.reports.views.situation import situation
from kehoach.reports.views.tasks import tasks
from kehoach.reports.views.telling import Teller
from kehoach.reports.views.timeline import timeline

_END = "./."


def official(teller: Teller, options: Options) -> Piece:
    """Give heading, legal basis, sections and signature; what the plan does not have is left out."""
    sections = numbered(
        (
            situation(teller),
            objectives(teller),
            tasks(teller),
            budget_section(teller),
            timeline(teller),
            risks_section(teller),
            commitments(teller),
            coordination(teller, options),
            monitoring_section(teller),
        )
    )
    return {
        "heading": heading(teller),
        **name_and_subject(teller),
        "basis": legal_basis(teller),
        "opening": opening(teller),
        "sections": sections,
        "ending": ended(sections),
        "closing": closing(teller),
    }


def ended(sections: list[Piece]) -> str:
    """Put the mark of the end behind the last words; give it back where a table ends the plan."""
    if not sections:
        return ""
    last = sections[-1]
    while last["parts"]:
        last = last["parts"][-1]
    if last.get("bullets"):
        item = last["bullets"][-1]
        if item["children"]:
            item["children"][-1] = _closed(item["children"][-1])
        else:
            item["text"] = _closed(item["text"])
    elif last.get("paragraphs") and not last["table"]:
        last["paragraphs"][-1] = _closed(last["paragraphs"][-1])
    else:
        return _END
    return ""


def _closed(text: str) -> str:
    return text.rstrip(".;") + _END
