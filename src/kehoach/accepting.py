"""Comments in a file that accept findings: what they take away, and what is said of those without reason or use."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kehoach.diagnostics import Diagnostic
from kehoach.reading.complaint import Complaint
from kehoach.reading.ignoring import Suppression, suppressions, without_comment
from kehoach.rules.base import NEVER_ACCEPTED, Scope
from kehoach.rules.catalogue import by_code
from kehoach.telling import Teller

if TYPE_CHECKING:
    from kehoach.model.extract import Acceptance


def unsuppressed(found: list[Diagnostic], teller: Teller) -> tuple[list[Diagnostic], int]:
    """Leave out what comments in the file accept, and count it; complain of comments without reason or use."""
    comments = suppressions(teller.document)
    if not comments:
        return found, 0
    used: dict[Suppression, set[str]] = {comment: set() for comment in comments}
    kept = []
    for diagnostic in found:
        by = [comment for comment in comments if _accepts(comment, diagnostic)]
        for comment in by:
            used[comment].add(diagnostic.code)
        if not by:
            kept.append(diagnostic)
    accepted = len(found) - len(kept)
    for comment, codes in used.items():
        kept += _about(comment, codes, teller)
    return kept, accepted


def acceptances(teller: Teller) -> "Iterator[Acceptance]":
    """List the comments that accept findings between plans, which are made later."""
    from kehoach.model.extract import Acceptance  # noqa: PLC0415 - most plans checked alone need it not

    for comment in suppressions(teller.document):
        place = teller.place(comment.span)
        for code in comment.codes:
            if _is_between_plans(code):
                yield Acceptance(code, bool(comment.reason), comment.first_line, comment.last_line, place)


def _is_between_plans(code: str) -> bool:
    rule = by_code().get(code)
    return rule is not None and rule.scope in (Scope.FAMILY, Scope.PORTFOLIO)


def _accepts(comment: Suppression, diagnostic: Diagnostic) -> bool:
    return (
        diagnostic.code in comment.codes
        and comment.first_line <= diagnostic.place.line <= comment.last_line
        and not diagnostic.code.startswith(NEVER_ACCEPTED)
    )


def _about(comment: Suppression, codes: set[str], teller: Teller) -> Iterator[Diagnostic]:
    """Complain of codes that accept nothing, and of a comment that gives no reason."""
    known = by_code()
    unused = [code for code in comment.codes if code not in codes and not _is_between_plans(code)]
    if unused or not comment.codes:
        values = {"codes": ", ".join(unused)}
        edits = (without_comment(teller.document, comment),) if len(unused) == len(comment.codes) else ()
        yield teller.complaint(known["SUP002"], Complaint("SUP002", comment.span, values=values, edits=edits))
    if codes and not comment.reason:
        values = {"codes": ", ".join(sorted(codes))}
        yield teller.complaint(known["SUP001"], Complaint("SUP001", comment.span, values=values))
