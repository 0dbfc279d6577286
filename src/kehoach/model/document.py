"""The form of an official paper: heading, number, signatory, legal basis."""

from kehoach.model.base import Node, lines, one, optional, prose, required
from kehoach.values.dates import DATE, PlanDate
from kehoach.values.plain import TEXT


class Signatory(Node):
    """Who signs the paper (Decree 30/2020/NĐ-CP)."""

    authority: str | None = prose(vi="Thẩm quyền ký, như TM. ỦY BAN NHÂN DÂN", en="In whose name it is signed")
    role: str | None = prose(vi="Chức vụ của người ký", en="The signatory's office")
    name: str | None = prose(vi="Họ tên người ký", en="The signatory's name")


class OfficialForm(Node):
    """What the official form of the paper needs (Decree 30/2020/NĐ-CP, annex I)."""

    superior_body: str | None = prose(vi="Cơ quan chủ quản", en="The superior body")
    issuing_body: str | None = prose(vi="Cơ quan ban hành", en="The issuing body")
    number: str | None = prose(vi="Số văn bản", en="The document number")
    symbol: str | None = prose(vi="Ký hiệu, như KH-UBND", en="The symbol, such as KH-UBND")
    place: str | None = prose(vi="Địa danh", en="The place")
    date: PlanDate | None = optional(DATE, vi="Ngày ban hành", en="The date of issue")
    signatory: Signatory | None = one(Signatory, vi="Người ký", en="The signatory")
    recipients: tuple[str, ...] = lines(vi="Nơi nhận", en="The recipients")


class LegalBasis(Node):
    """A paper on which the plan rests (căn cứ)."""

    text: str = required(TEXT, vi="Tên văn bản căn cứ", en="The name of the paper")
    number: str | None = prose(vi="Số, ký hiệu", en="Its number")
    body: str | None = prose(vi="Cơ quan ban hành", en="The body that issued it")
    date: PlanDate | None = optional(DATE, vi="Ngày ban hành", en="Its date")
