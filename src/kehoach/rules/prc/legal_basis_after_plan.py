"""PRC012: a paper cited that is younger than the plan, or cannot be told apart."""

import re
from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.document import LegalBasis
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule
from kehoach.values.dates import exact_date
from kehoach.values.text import fold


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report papers that are certainly younger, one number with two dates and, as notes, papers without number or date."""
    day = plan.document.date if plan.document and plan.document.date else exact_date(plan.period.first)
    first: dict[str, LegalBasis] = {}
    for basis in plan.legal_basis:
        if basis.date is not None and basis.date.certainly_after(day):
            values = {"name": basis.number or basis.text, "fault": _YOUNGER, "date": basis.date, "day": day}
            yield Finding(path=basis.at("date"), values=values)
        yield from _twice(basis, first)
        if not _is_identified(basis):
            key = "number" if basis.number is None else "date"
            values = {"name": basis.text, "fault": _NO_NUMBER if basis.number is None else _NO_DATE}
            yield Finding(path=basis.at(key), values=values, severity=Severity.NOTE, reads=(basis.at("number"), basis.at("date")))


def _twice(basis: LegalBasis, first: dict[str, LegalBasis]) -> Iterator[Finding]:
    """Report a number that stands with another date before; two bodies may give one number."""
    if basis.number is None or basis.date is None:
        return
    key = f"{fold(basis.number)} {fold(basis.body or '')}"
    before = first.setdefault(key, basis)
    if before.date is not None and (basis.date.certainly_before(before.date) or basis.date.certainly_after(before.date)):
        related = (Related(before.at("date"), _HERE, {"date": before.date}),)
        yield Finding(path=basis.at("date"), values={"name": basis.number, "fault": _TWO_DATES}, related=related, severity=Severity.NOTE)


def _is_identified(basis: LegalBasis) -> bool:
    """Laws are known by their names; a number may stand in the text."""
    return _LAW.match(fold(basis.text)) is not None or (
        (basis.number is not None or re.search(_NUMBER, basis.text) is not None)
        and (basis.date is not None or re.search(_DATE, basis.text) is not None)
    )


_LAW = re.compile(r"(?:hien phap|bo luat|luat|phap lenh|constitution|law)\b")
_NUMBER = r"[0-9]+/"  # rare, as the next: compiled when met
_DATE = r"ngày|[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"

_YOUNGER = Text(vi="ra sau kế hoạch", en="is younger than the plan")
_NO_NUMBER = Text(vi="chưa ghi số", en="has no number")
_NO_DATE = Text(vi="chưa ghi ngày", en="has no date")
_TWO_DATES = Text(vi="được ghi với hai ngày khác nhau", en="stands with two dates")
_HERE = Text(vi="ở đây ghi ngày {date}", en="dated {date} here")

RULE = Rule(
    code="PRC012",
    name="legal-basis-after-plan",
    nature=WRONG,
    severities=WARNING,
    message=Text(vi="văn bản căn cứ “{name}” {fault}", en="the legal basis “{name}” {fault}"),
    why=Text(
        vi="Căn cứ phải có trước khi ban hành kế hoạch và phải tra cứu được bằng số, ngày.",
        en="A plan can only rest on what was there before it, and what can be found by number and date.",
    ),
    fix=Text(
        vi="Sửa số, ngày của văn bản; nếu văn bản ra sau thì bỏ khỏi căn cứ.",
        en="Correct number and date; leave out what came later.",
    ),
    source="30/2020/NĐ-CP",
    reads=("document.date", "period"),
    check=check,
)
