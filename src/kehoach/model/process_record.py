"""The record of how a plan was made."""

from collections.abc import Mapping

from kehoach.model.base import (
    Node,
    identity,
    lines,
    many,
    nodes_by,
    one,
    optional,
    party,
    prose,
    reference,
    required,
    several,
    word,
)
from kehoach.model.party_vocabulary import ConsultedParty
from kehoach.model.things import ADJUSTMENT, CONSULTATION, INDICATOR, OBJECTIVE, OWNER
from kehoach.model.vocabulary import ConformityWith
from kehoach.values.dates import DATE, DUE, PlanDate
from kehoach.values.ids import ID
from kehoach.values.money import AMOUNT, Amount
from kehoach.values.numbers import INTEGER, YES_NO
from kehoach.values.paths import FILE_PATH
from kehoach.values.plain import TEXT
from kehoach.values.targets import TARGET_VALUE, TargetValue


class PlanningGroup(Node):
    """The group that makes the plan (S2, step 1; S4, step 1)."""

    lead: str | None = prose(vi="Tổ trưởng", en="Its head")
    members: tuple[str, ...] = lines(vi="Thành viên", en="Its members")
    decision: str | None = prose(vi="Quyết định thành lập", en="The decision that set it up")
    functions: str | None = prose(vi="Chức năng, nhiệm vụ", en="Its functions")
    working_rules: str | None = prose(vi="Quy chế làm việc", en="How it works")


class StepRecord(Node):
    """What was done of one step of the process followed."""

    done: PlanDate | None = optional(DATE, vi="Ngày hoàn thành", en="When it was done")
    evidence: tuple[str, ...] = several(FILE_PATH, vi="Tệp minh chứng", en="The files that prove it")
    not_applicable: str | None = prose(vi="Lý do không áp dụng", en="Why it does not apply")


class Consultation(Node):
    """A meeting at which the plan was discussed (S1, principle 2; S4, step 6)."""

    id: str = identity(CONSULTATION)
    date: PlanDate | None = optional(DATE, vi="Ngày", en="When")
    place: str | None = prose(vi="Địa điểm", en="Where")
    with_: ConsultedParty | None = word(ConsultedParty, vi="Tham vấn ai", en="With whom")
    people: int | None = optional(INTEGER, vi="Số người dự", en="How many people")
    women: int | None = optional(INTEGER, vi="Phụ nữ", en="Women")
    children: int | None = optional(INTEGER, vi="Trẻ em", en="Children")
    ethnic_minority: int | None = optional(INTEGER, vi="Người dân tộc thiểu số", en="People of ethnic minorities")
    poor_households: int | None = optional(INTEGER, vi="Hộ nghèo", en="Poor households")
    opinions: tuple[str, ...] = lines(vi="Ý kiến", en="Opinions")
    contributions: tuple[str, ...] = lines(vi="Đóng góp", en="Contributions offered")
    agreed: bool | None = optional(YES_NO, vi="Có đồng thuận không", en="Whether they agreed")
    evidence: str | None = optional(FILE_PATH, vi="Biên bản", en="The minutes")


class Conformity(Node):
    """A statement that the plan agrees with another paper (S4, step 6)."""

    with_: ConformityWith | None = word(ConformityWith, vi="Phù hợp với", en="Agrees with")
    document: str | None = prose(vi="Văn bản", en="The paper")
    holds: bool | None = optional(YES_NO, vi="Có phù hợp không", en="Whether it does")
    note: str | None = prose(vi="Ghi chú", en="A note")


class GateRecord(Node):
    """One time that the question "are the resources ensured?" was put (S2, the loop)."""

    gate: str = required(ID, vi="Tên cổng", en="The gate")
    date: PlanDate | None = optional(DATE, vi="Ngày", en="When")
    ensured: bool | None = optional(YES_NO, vi="Nguồn lực có bảo đảm không", en="Whether the resources were ensured")
    need: Amount | None = optional(AMOUNT, vi="Nhu cầu", en="The need")
    secured: Amount | None = optional(AMOUNT, vi="Phần đã bảo đảm", en="The part secured")
    adjustment: str | None = reference(ADJUSTMENT, vi="Lần điều chỉnh theo sau", en="The adjustment that followed")


class Adjustment(Node):
    """A change of objectives for lack of resources (S2, the loop)."""

    id: str = identity(ADJUSTMENT)
    date: PlanDate | None = optional(DATE, vi="Ngày", en="When")
    objective: str | None = reference(OBJECTIVE, vi="Mục tiêu được điều chỉnh", en="The objective changed")
    indicator: str | None = reference(INDICATOR, vi="Chỉ tiêu được điều chỉnh", en="The indicator changed")
    target: PlanDate | None = optional(DUE, vi="Mức của thời điểm nào", en="The target of which date")
    was: TargetValue | None = optional(TARGET_VALUE, vi="Mức cũ", en="The old value")
    now: TargetValue | None = optional(TARGET_VALUE, vi="Mức mới", en="The new value")
    reason: str | None = prose(vi="Lý do", en="Why")


class Approval(Node):
    """A decision that approved the plan."""

    by: str | None = party(OWNER, vi="Cơ quan thông qua", en="The approving body")
    number: str | None = prose(vi="Số văn bản", en="The number of the paper")
    date: PlanDate | None = optional(DATE, vi="Ngày", en="When")
    file: str | None = optional(FILE_PATH, vi="Tệp", en="The file")


class Disclosure(Node):
    """Where the plan was made public (S1, principle 3)."""

    date: PlanDate | None = optional(DATE, vi="Ngày công khai", en="When")
    where: str = required(TEXT, vi="Nơi công khai", en="Where")


class ProcessRecord(Node):
    """How the plan was made."""

    follows: tuple[str, ...] = several(ID, vi="Quy trình được áp dụng", en="The processes followed")
    group: PlanningGroup | None = one(PlanningGroup, vi="Tổ lập kế hoạch", en="The planning group")
    scope: str | None = prose(vi="Phạm vi", en="The scope")
    expected_results: tuple[str, ...] = lines(vi="Kết quả mong đợi của việc lập kế hoạch", en="What planning should give")
    steps: Mapping[str, StepRecord] = nodes_by(ID, StepRecord, vi="Các bước đã làm", en="The steps done")
    consultations: tuple[Consultation, ...] = many(Consultation, vi="Tham vấn", en="Consultations")
    conformity: tuple[Conformity, ...] = many(Conformity, vi="Sự phù hợp", en="Statements of conformity")
    gates: tuple[GateRecord, ...] = many(GateRecord, vi="Các lần xét cổng", en="The gates put")
    adjustments: tuple[Adjustment, ...] = many(Adjustment, vi="Điều chỉnh mục tiêu", en="Adjustments of objectives")
    approvals: tuple[Approval, ...] = many(Approval, vi="Thông qua, phê duyệt", en="Approvals")
    disclosure: tuple[Disclosure, ...] = many(Disclosure, vi="Công khai", en="Disclosure")
