"""Tasks and actions: what is done, by whom, when, with what."""

from collections.abc import Mapping
from decimal import Decimal

from kehoach.model.base import Node, identity, lines, many, one, optional, parties, prose, reference, references, required, table, word
from kehoach.model.things import ACTION, FUND, IN_KIND, OBJECTIVE, OUTPUT, OWNER, PHASE, TASK, VALUE_CHAIN
from kehoach.model.vocabulary import Frequency, Priority
from kehoach.values.dates import DATE, DUE, YEAR, PlanDate
from kehoach.values.ids import REFERENCE
from kehoach.values.money import AMOUNT, Amount
from kehoach.values.numbers import INTEGER, NUMBER, YES_NO
from kehoach.values.plain import TEXT


class CoOwner(Node):
    """A body that shares the lead, and for what."""

    owner: str | None = reference(OWNER, vi="Đơn vị cùng chủ trì", en="The body that shares the lead")
    scope: str | None = prose(vi="Chủ trì phần nào", en="For which part")


class TaskMilestone(Node):
    """One of several deadlines of a task."""

    date: PlanDate | None = optional(DUE, vi="Thời điểm", en="When")
    deliverable: str | None = prose(vi="Sản phẩm tại mốc", en="What is delivered then")
    aspirational: bool | None = optional(YES_NO, vi="Mốc phấn đấu", en="Striven for rather than promised")


class Need(Node):
    """Money or things that a task takes."""

    fund: str | None = reference(FUND, vi="Nguồn vốn", en="The fund")
    amount: Amount | None = optional(AMOUNT, vi="Số tiền", en="The amount")
    year: int | None = optional(YEAR, vi="Năm", en="The year")
    for_: str | None = prose(vi="Chi cho việc gì", en="What for")
    rate: Amount | None = optional(AMOUNT, vi="Định mức một đơn vị", en="The amount for one unit")
    quantity: Decimal | None = optional(NUMBER, vi="Khối lượng", en="How many units")
    per: str | None = prose(vi="Đơn vị của khối lượng", en="What the units are")
    in_kind: str | None = reference(IN_KIND, vi="Đóng góp hiện vật", en="The in-kind resource")


class Beneficiaries(Node):
    """Whom a task reaches."""

    people: int | None = optional(INTEGER, vi="Số người", en="People")
    women: int | None = optional(INTEGER, vi="Phụ nữ", en="Women")
    children: int | None = optional(INTEGER, vi="Trẻ em", en="Children")
    ethnic_minority: int | None = optional(INTEGER, vi="Người dân tộc thiểu số", en="People of ethnic minorities")
    households: int | None = optional(INTEGER, vi="Số hộ", en="Households")
    poor_households: int | None = optional(INTEGER, vi="Hộ nghèo", en="Poor households")


class Work(Node):
    """What tasks and actions have in common."""

    id: str
    title: str

    serves: tuple[str, ...] = references(
        OUTPUT, OBJECTIVE, vi="Đầu ra hoặc mục tiêu mà nó phục vụ", en="The outputs or objectives it serves"
    )
    owner: str | None = reference(OWNER, vi="Đơn vị chủ trì, đúng một", en="The accountable body, exactly one")
    co_owners: tuple[CoOwner, ...] = many(CoOwner, vi="Đơn vị cùng chủ trì, mỗi đơn vị một phần", en="Bodies that share the lead")
    partners: tuple[str, ...] = references(OWNER, vi="Đơn vị phối hợp", en="Partner bodies")
    supporters: tuple[str, ...] = parties(OWNER, vi="Lực lượng hỗ trợ", en="Supporting parties")
    start: PlanDate | None = optional(DATE, vi="Bắt đầu", en="The start")
    end: PlanDate | None = optional(DUE, vi="Kết thúc", en="The end")
    date: PlanDate | None = optional(DUE, vi="Thời điểm của một sự kiện", en="The date of an event")
    recurring: Frequency | None = word(Frequency, vi="Lặp lại", en="How often it recurs")
    phase: str | None = reference(PHASE, vi="Đợt, giai đoạn", en="The phase")
    milestones: tuple[TaskMilestone, ...] = many(TaskMilestone, vi="Các mốc của nhiệm vụ", en="Its deadlines")
    after: tuple[str, ...] = references(TASK, ACTION, vi="Chỉ bắt đầu sau khi các nhiệm vụ này xong", en="Starts after these end")
    lags: Mapping[str, int] = table(REFERENCE, INTEGER, vi="Số ngày phải chờ thêm", en="Days to wait after each", refers=(TASK, ACTION))
    deliverable: str | None = prose(vi="Sản phẩm", en="What it delivers")
    method: str | None = prose(vi="Phương pháp, cách làm", en="How it is done")
    basis: str | None = prose(vi="Lý do đề xuất, chỉ cho bản trình lãnh đạo", en="Why it is proposed; for the leaders' edition only")
    sector: str | None = prose(vi="Ngành, lĩnh vực", en="The sector")
    value_chain: str | None = reference(VALUE_CHAIN, vi="Chuỗi giá trị", en="The value chain")
    location: tuple[str, ...] = lines(vi="Địa bàn", en="Where")
    beneficiaries: Beneficiaries | None = one(Beneficiaries, vi="Đối tượng thụ hưởng", en="Whom it reaches")
    priority: Priority | None = word(Priority, vi="Mức ưu tiên", en="How much it matters")
    needs: tuple[Need, ...] = many(Need, vi="Nguồn lực cần", en="What it takes")
    total: Amount | None = optional(AMOUNT, vi="Tổng như in trong nguồn", en="The total as printed in the source")
    within_regular_budget: bool | None = optional(YES_NO, vi="Dùng chi thường xuyên, không tính riêng", en="Paid from the regular budget")


class Action(Work):
    """A part of a task; owner, partners and dates are inherited."""

    id: str = identity(ACTION)
    title: str = required(TEXT, vi="Tên hành động", en="The name of the action")


class Task(Work):
    """A task of the plan (S0, item 1)."""

    id: str = identity(TASK)
    title: str = required(TEXT, vi="Tên nhiệm vụ", en="The name of the task")
    actions: tuple[Action, ...] = many(Action, vi="Các hành động", en="Its actions")
