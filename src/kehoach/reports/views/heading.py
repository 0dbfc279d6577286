"""The official form of a paper: heading, title, legal basis, recipients, signature (Decree 30/2020/NĐ-CP)."""

import re
from collections.abc import Iterable

from kehoach.model.document import LegalBasis, OfficialForm
from kehoach.model.vocabulary import Stage
from kehoach.reports.views.pieces import Piece
from kehoach.reports.views.telling import Teller, first_up
from kehoach.values.text import fold

_PAPERS = ("kế hoạch", "chương trình", "phương án", "đề án", "dự án", "quy hoạch", "chiến lược")
_PAPER_TYPES = re.compile(
    r"(nghị quyết|nghị định|quyết định|chỉ thị|thông tư liên tịch|thông tư|thông báo|kết luận|công văn|hướng dẫn|kế hoạch"
    r"|chương trình|đề án|phương án|báo cáo|tờ trình)(?= |$)",
    re.IGNORECASE,
)
_OF_NOTHING = "…"

BLANK = "……"
"""What an office leaves to be filled in by hand."""


def heading(teller: Teller) -> Piece | None:
    """Give the block at the top of an official paper; none where the plan has no official form."""
    form = teller.plan.document
    if form is None:
        return None
    return {
        "left": [text.upper() for text in (form.superior_body, form.issuing_body) if text],
        "right": country(teller),
        "number": _number(form, teller),
        "place_date": _place_date(form, teller),
    }


def country(teller: Teller) -> list[str]:
    """Give the name of the country and its motto."""
    return [
        teller.text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
        teller.text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    ]


def open_day(teller: Teller) -> str:
    """Leave a day to be written by hand."""
    return teller.text("ngày {blank} tháng {blank} năm {blank}", "date: {blank}", blank=BLANK)


def name_and_subject(teller: Teller) -> Piece:
    """Part the title into the sort of paper and what it is about."""
    title = teller.plan.title
    paper = next((paper for paper in _PAPERS if fold(title).startswith(f"{fold(paper)} ")), "")
    subject = first_up(title[len(paper) :].strip()) if paper else title
    draft = teller.plan.stage in {None, Stage.DRAFT, Stage.CONSULTED}
    return {
        "paper": title[: len(paper)].upper() or teller.text("KẾ HOẠCH", "PLAN"),
        "subject": subject,
        "draft": teller.text("DỰ THẢO", "DRAFT") if draft else "",
    }


def legal_basis(teller: Teller) -> list[str]:
    """List the căn cứ, each with its number, day and body where the decree puts them."""
    return based_on(teller.plan.legal_basis, teller)


def based_on(papers: Iterable[LegalBasis], teller: Teller) -> list[str]:
    """List some of the căn cứ."""
    entries = [_basis(basis, teller) for basis in papers]
    return [f"{entry}{'.' if entry is entries[-1] else ';'}" for entry in entries]


def opening(teller: Teller) -> str:
    """Say who issues the plan, before its first section."""
    form = teller.plan.document
    if form is None or not form.issuing_body:
        return ""
    return teller.text(
        "{body} ban hành {title} như sau:", "{body} issues the {title}, as follows:", body=form.issuing_body, title=teller.plan.title
    )


def attached(teller: Teller) -> str:
    """Say to which paper a table is attached; empty where the plan has no number or symbol."""
    form = teller.plan.document
    if form is None or not (form.number or form.symbol):
        return ""
    paper = name_and_subject(teller)["paper"].lower()
    day = teller.official_day(form.date) if form.date else teller.text("ngày … tháng … năm …", "date: …")
    said = teller.text(
        "Kèm theo {paper} {number} {day}",
        "Attached to the {paper} {number}, {day}",
        paper=first_up(paper),
        number=_lower(_number(form, teller)),
        day=day,
    )
    body = teller.text("của {body}", "of {body}", body=form.issuing_body) if form.issuing_body else ""
    return f"({' '.join(filter(None, (said, body)))})"


def closing(teller: Teller) -> Piece | None:
    """Give the recipients and the signature; none where neither is known."""
    form = teller.plan.document
    if form is None or not (form.recipients or form.signatory):
        return None
    return {"recipients": received(form.recipients, teller), "signature": _signature(form)}


def received(bodies: Iterable[str], teller: Teller) -> list[str]:
    """List who receives a paper, the archive last."""
    recipients = list(bodies)
    if recipients and not fold(recipients[-1]).startswith(("luu", "archive")):
        recipients.append(teller.text("Lưu: VT", "Archive"))
    return [f"{text.rstrip(';.')}{'.' if i == len(recipients) else ';'}" for i, text in enumerate(recipients, start=1)]


def _number(form: OfficialForm, teller: Teller) -> str:
    if not (form.number or form.symbol):
        return ""
    number = form.number or _OF_NOTHING
    if number.isdecimal():
        number = number.zfill(2)
    symbol = f"/{form.symbol}" if form.symbol else ""
    return teller.text("Số: {number}", "No.: {number}", number=f"{number}{symbol}")


def _lower(number: str) -> str:
    return number.replace("Số: ", "số ").replace("No.: ", "No. ")


def _place_date(form: OfficialForm, teller: Teller) -> str:
    if form.date is not None:
        said = teller.official_day(form.date)
        return f"{form.place}, {said}" if form.place else first_up(said)
    if not (form.place or form.number or form.symbol):
        return ""
    blank = teller.text("ngày … tháng … năm …", "date: …")
    return f"{form.place}, {blank}" if form.place else first_up(blank)


def _basis(basis: LegalBasis, teller: Teller) -> str:
    """Put number, day and body after the sort of paper; a law is called by its name and number."""
    text = basis.text.strip().rstrip(";.,")
    begun = fold(text).startswith("can cu")
    is_law = fold(text).startswith(("luat ", "bo luat ", "hien phap"))
    details = []
    if basis.number and basis.number not in text:
        details.append(teller.text("số {number}", "No. {number}", number=basis.number))
    if basis.date and not is_law:
        details.append(teller.text("{day}", "of {day}", day=teller.official_day(basis.date)))
    if basis.body and not is_law and fold(basis.body) not in fold(text):
        details.append(teller.text("của {body}", "by {body}", body=basis.body))
    kind = _PAPER_TYPES.match(text)
    cut = kind.end() if kind else len(text)
    said = " ".join(filter(None, (text[:cut], *details, text[cut:].strip())))
    return said if begun else teller.text("Căn cứ {said}", "Pursuant to {said}", said=said)


def _signature(form: OfficialForm) -> Piece | None:
    signatory = form.signatory
    if signatory is None:
        return None
    return {"authority": signatory.authority or "", "role": signatory.role or "", "name": signatory.name or ""}
