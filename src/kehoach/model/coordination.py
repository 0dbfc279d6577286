"""How the parties work together, and plans with one another."""

from collections.abc import Mapping

from kehoach.model.base import Node, elsewhere, identity, many, one, optional, party, prose, reference, references, required, table, word
from kehoach.model.things import ACTION, FUND, INDICATOR, OWNER, REQUEST, TASK
from kehoach.model.vocabulary import Decision, Frequency, Outcome
from kehoach.values.dates import DATE, PlanDate
from kehoach.values.ids import REFERENCE
from kehoach.values.money import AMOUNT, Amount
from kehoach.values.numbers import INTEGER
from kehoach.values.plain import TEXT
from kehoach.values.targets import TARGET_VALUE, TargetValue


class CoordinatingBody(Node):
    """The steering committee or task force."""

    name: str | None = prose(vi="Tên ban chỉ đạo, tổ công tác", en="Its name")
    decision: str | None = prose(vi="Quyết định thành lập", en="The decision that set it up")
    members: tuple[str, ...] = references(OWNER, vi="Thành viên", en="Its members")


class Meeting(Node):
    """A regular meeting."""

    title: str | None = prose(vi="Tên cuộc họp", en="The name of the meeting")
    frequency: Frequency | None = word(Frequency, vi="Bao lâu một lần", en="How often")
    chair: str | None = reference(OWNER, vi="Chủ trì", en="The chair")
    participants: tuple[str, ...] = references(OWNER, vi="Thành phần", en="Who takes part")


class InformationFlow(Node):
    """What is reported to whom."""

    what: str = required(TEXT, vi="Thông tin gì", en="What information")
    by: str | None = reference(OWNER, vi="Ai gửi", en="Who sends it")
    to: str | None = reference(OWNER, vi="Ai nhận", en="Who receives it")
    frequency: Frequency | None = word(Frequency, vi="Bao lâu một lần", en="How often")
    channel: str | None = prose(vi="Qua kênh nào", en="By which channel")


class Escalation(Node):
    """Where a problem goes that cannot be solved."""

    when: str = required(TEXT, vi="Khi nào", en="When")
    to: str | None = reference(OWNER, vi="Báo cho ai", en="To whom")
    within_days: int | None = optional(INTEGER, vi="Trong bao nhiêu ngày", en="Within how many days")


class Assignment(Node):
    """What this plan hands down to a lower one."""

    plan: str | None = elsewhere(vi="Kế hoạch cấp dưới", en="The lower plan")
    indicators: Mapping[str, TargetValue] = table(
        REFERENCE, TARGET_VALUE, vi="Chỉ tiêu giao, theo mã của kế hoạch này", en="Targets, by this plan's ids", refers=(INDICATOR,)
    )
    funds: Mapping[str, Amount] = table(
        REFERENCE, AMOUNT, vi="Vốn giao, theo mã của kế hoạch này", en="Money, by this plan's ids", refers=(FUND,)
    )


class Request(Node):
    """What this plan asks of the plan above."""

    id: str = identity(REQUEST)
    what: str = required(TEXT, vi="Kiến nghị gì", en="What is asked")
    to: str | None = elsewhere(vi="Kế hoạch cấp trên", en="The plan above")
    amount: Amount | None = optional(AMOUNT, vi="Số tiền", en="The amount")


class Proposal(Node):
    """The answer to what came from below (S3)."""

    about: str | None = elsewhere(vi="Kiến nghị nào của cấp dưới", en="Which request from below")
    by: str | None = party(OWNER, vi="Ai đề xuất, khi gửi trên giấy", en="Who proposed it, where it came on paper")
    what: str | None = prose(vi="Đề xuất gì, khi gửi trên giấy", en="What was proposed, where it came on paper")
    decision: Decision | None = word(Decision, vi="Tiếp thu hay không", en="The answer")
    task: str | None = reference(TASK, ACTION, vi="Đưa vào nhiệm vụ", en="The task that took it up")
    reason: str | None = prose(vi="Lý do", en="Why")


class Dialogue(Node):
    """A discussion about an assigned target (S1)."""

    about: str | None = reference(INDICATOR, vi="Chỉ tiêu được giao", en="The assigned target")
    proposed: TargetValue | None = optional(TARGET_VALUE, vi="Mức đề nghị", en="The figure proposed")
    reason: str | None = prose(vi="Lý do", en="Why")
    with_: str | None = elsewhere(vi="Với kế hoạch nào", en="With which plan")
    date: PlanDate | None = optional(DATE, vi="Ngày trao đổi", en="When")
    outcome: Outcome | None = word(Outcome, vi="Kết quả", en="How it ended")


class Coordination(Node):
    """The coordination mechanism (S0, item 7)."""

    lead: str | None = reference(OWNER, vi="Đơn vị đầu mối", en="The leading body")
    body: CoordinatingBody | None = one(CoordinatingBody, vi="Ban chỉ đạo, tổ công tác", en="The steering body")
    meetings: tuple[Meeting, ...] = many(Meeting, vi="Lịch họp", en="Meetings")
    information: tuple[InformationFlow, ...] = many(InformationFlow, vi="Chế độ thông tin", en="Information flows")
    escalation: tuple[Escalation, ...] = many(Escalation, vi="Báo cáo vượt cấp khi vướng mắc", en="Escalation")
    assignments: tuple[Assignment, ...] = many(Assignment, vi="Giao cho cấp dưới", en="What is handed down")
    requests: tuple[Request, ...] = many(Request, vi="Kiến nghị cấp trên", en="What is asked of the plan above")
    proposals: tuple[Proposal, ...] = many(Proposal, vi="Trả lời đề xuất từ cấp dưới", en="Answers to what came from below")
    dialogues: tuple[Dialogue, ...] = many(Dialogue, vi="Đối thoại về chỉ tiêu được giao", en="Dialogues about assigned targets")
