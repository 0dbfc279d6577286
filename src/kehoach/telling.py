"""Complaints and findings told as diagnostics: with the rule's words, their place and what puts them right."""

from collections.abc import Iterable
from typing import NamedTuple

from kehoach.checklist import section_of
from kehoach.diagnostics import Diagnostic, Place, RelatedPlace, Replacement, pointer
from kehoach.model.vocabulary import Stage
from kehoach.reading.complaint import Complaint, Span
from kehoach.reading.document import Document
from kehoach.reading.edits import Edit
from kehoach.rules.base import Finding, Rule


class Teller(NamedTuple):
    """Tells what is wrong with one document.

    Attributes:
        document: in which the places are looked up.
        stage: by which the severity of complaints goes: the one asked for, else draft.
        quote: keep each place's source line, for output that quotes it.
    """

    document: Document
    stage: Stage
    quote: bool

    def complaint(self, rule: Rule, complaint: Complaint) -> Diagnostic:
        """Tell what the reader complained of."""
        document = self.document
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            nature=rule.nature,
            severity=rule.severities.at(self.stage, rule.nature),
            message=complaint.message or rule.message,
            why=rule.why,
            fix=complaint.fix or rule.fix,
            path=document.name,
            place=self.place(complaint.span),
            pointer=pointer(complaint.path),
            steady=pointer(document.by_ids(complaint.path)),
            section=section_of(rule, complaint.path),
            values=complaint.values,
            related=tuple(
                RelatedPlace(path=document.name, place=self.place(other.span), message=other.message, values=other.values)
                for other in complaint.others
            ),
            edits=self.replacements(complaint.edits),
        )

    def finding(self, rule: Rule, finding: Finding, stage: Stage) -> Diagnostic:
        """Tell what a rule found in a plan at a stage."""
        document = self.document
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            nature=rule.nature,
            severity=finding.severity or rule.severities.at(stage, rule.nature),
            message=rule.message,
            why=rule.why,
            fix=rule.fix,
            path=document.name,
            place=self.place(document.span(finding.path, of_key=finding.at_key)),
            pointer=pointer(finding.path),
            steady=pointer(document.by_ids(finding.path)),
            section=section_of(rule, finding.path),
            values=finding.values,
            lacks=rule.lacks,
            silences=rule.silences if finding.silences is None else finding.silences,
            subject=finding.subject,
            related=tuple(
                RelatedPlace(path=document.name, place=self.place(document.span(other.path)), message=other.message, values=other.values)
                for other in finding.related
            ),
            edits=self.replacements(rule.repair(document, finding)) if rule.repair is not None else (),
            is_safe=rule.repair_is_safe,
        )

    def replacements(self, edits: Iterable[Edit]) -> tuple[Replacement, ...]:
        """Turn edits into parts of a fix, with their places."""
        return tuple(
            Replacement(
                start=edit.start, end=edit.end, place=self.document.exact_place((edit.start, edit.end)), text=edit.text, value=edit.value
            )
            for edit in edits
        )

    def place(self, span: Span) -> Place:
        """Find the lines and columns of a stretch of the text."""
        return self.document.place(span, quote=self.quote)
