"""The phases and milestones of a plan."""

from kehoach.model.base import Node, identity, many, optional, prose, reference, references, required
from kehoach.model.things import ACTION, MILESTONE, PHASE, TASK
from kehoach.values.dates import DATE, DUE, PlanDate
from kehoach.values.plain import TEXT


class Phase(Node):
    """A part of the period."""

    id: str = identity(PHASE)
    title: str = required(TEXT, vi="Tên giai đoạn", en="The name of the phase")
    goal: str | None = prose(vi="Mục tiêu của giai đoạn", en="What it is for")
    start: PlanDate | None = optional(DATE, vi="Bắt đầu", en="The start")
    end: PlanDate | None = optional(DUE, vi="Kết thúc", en="The end")


class Milestone(Node):
    """A point in time that the plan is held against (S0, item 4)."""

    id: str = identity(MILESTONE)
    title: str = required(TEXT, vi="Tên mốc", en="The name of the milestone")
    date: PlanDate | None = optional(DUE, vi="Thời điểm", en="When")
    after: tuple[str, ...] = references(TASK, ACTION, vi="Sau khi các nhiệm vụ này xong", en="After these tasks end")
    task: str | None = reference(TASK, ACTION, vi="Mốc của nhiệm vụ", en="The task it belongs to")


class Timelines(Node):
    """The time frame (S0, item 4)."""

    phases: tuple[Phase, ...] = many(Phase, vi="Các giai đoạn", en="Phases")
    milestones: tuple[Milestone, ...] = many(Milestone, vi="Các mốc", en="Milestones")
