"""Tables of what is done: tasks, actions, who does them, when, what for."""

from collections.abc import Iterator, Sequence

from kehoach.analysis.budget import budget
from kehoach.analysis.chain import results_chain, served_by
from kehoach.analysis.relations.base import Column, Relation, Sort, field, fields, listed
from kehoach.analysis.works import Placed, Work, works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Action, Beneficiaries, Task
from kehoach.model.timelines import Phase
from kehoach.values.dates import PlanDate

_GROUPS = tuple(Beneficiaries.fields)


def _tasks(plan: Plan) -> Iterator[Sequence[object]]:
    ledger = budget(plan)
    for task in plan.tasks:
        costs = ledger.costs_of(task.id)
        reached = task.beneficiaries
        yield (
            *(task.id, task.title, task.owner, *_dates(task), task.recurring, task.phase, task.deliverable, task.method),
            *(task.sector, task.value_chain, task.location, task.priority, task.within_regular_budget),
            ledger.sum(costs) if costs else None,
            *(getattr(reached, key) if reached else None for key in _GROUPS),
        )


def _dates(work: Work, above: Task | None = None) -> tuple[object, ...]:
    """Give the first and the last day, and how exactly the last is known; an action's are its task's where it has none."""
    if above is not None and not (work.start or work.end or work.date):
        work = above
    start, end = work.start or work.date, work.end or work.date
    return (start.first if start else None, end.last if end else None, end.precision if end else None)


def _actions(plan: Plan) -> Iterator[Sequence[object]]:
    for task in plan.tasks:
        for action in task.actions:
            yield action.id, task.id, action.title, action.owner or task.owner, *_dates(action, task), action.deliverable


def _bodies(plan: Plan) -> Iterator[Sequence[object]]:
    for placed in works(plan):
        work = placed.work
        action = _action(placed)
        if work.owner:
            yield placed.task.id, action, work.owner, "owner", None
        yield from ((placed.task.id, action, co.owner, "co_owner", co.scope) for co in work.co_owners)
        yield from ((placed.task.id, action, body, "partner", None) for body in work.partners)
        yield from ((placed.task.id, action, body, "supporter", None) for body in work.supporters)


def _action(placed: Placed) -> str | None:
    return placed.work.id if placed.work is not placed.task else None


def _objectives(plan: Plan) -> Iterator[Sequence[object]]:
    chain = results_chain(plan)
    for task in plan.tasks:
        served = served_by(task)
        nearest = {chain.outputs[name].objective if name in chain.outputs else name for name in served}
        outputs = {chain.outputs[name].objective: name for name in reversed(served) if name in chain.outputs}
        for objective in chain.objectives_of(task):
            yield task.id, objective.id, outputs.get(objective.id), objective.id in nearest


def _order(plan: Plan) -> Iterator[Sequence[object]]:
    for placed in works(plan):
        for name in placed.work.after:
            yield placed.work.id, name, placed.work.lags.get(name, 0)


def _milestones(plan: Plan) -> Iterator[Sequence[object]]:
    for one in plan.timelines.milestones if plan.timelines else ():
        yield one.id, one.task, one.title, *_day(one.date), False
    for placed in works(plan):
        for each in placed.work.milestones:
            yield None, placed.work.id, each.deliverable, *_day(each.date), bool(each.aspirational)


def _day(day: PlanDate | None) -> tuple[object, object]:
    return (day.last, day.precision) if day else (None, None)


_START = Column("start_date", Sort.DAY, Text("Ngày bắt đầu; của sự kiện là ngày của nó", "The first day; of an event its date"))
_END = Column("end_date", Sort.DAY, Text("Ngày cuối cùng của thời hạn", "The last day of the end"))
_PRECISION = Column(
    "precision",
    Sort.WORD,
    Text("Thời hạn biết đến mức nào: `day month quarter half year`", "How exactly the end is known: `day month quarter half year`"),
)
_TASK = Column("task", Sort.TEXT, Text("Mã nhiệm vụ", "The task's id"))
_ACTION = Column("action", Sort.TEXT, Text("Mã hành động; trống: cả nhiệm vụ", "The action's id; empty: the task as a whole"))

RELATIONS: tuple[Relation, ...] = (
    Relation(
        "tasks",
        Text("Nhiệm vụ", "Tasks"),
        (
            *fields(Task, "id", "title", "owner"),
            *(_START, _END, _PRECISION),
            *fields(Task, "recurring", "phase", "deliverable", "method", "sector", "value_chain", "location", "priority"),
            field(Task, "within_regular_budget"),
            Column(
                "need",
                Sort.MONEY,
                Text("Tổng số tiền cần, như cộng `task_funding.amount`", "What it takes in all, as `task_funding.amount` adds up to"),
            ),
            *fields(Beneficiaries, *_GROUPS),
        ),
        _tasks,
    ),
    Relation(
        "actions",
        Text("Hành động của các nhiệm vụ", "Actions of the tasks"),
        (
            field(Action, "id"),
            _TASK,
            field(Action, "title"),
            Column("owner", Sort.TEXT, Text("Đơn vị chủ trì, không có thì của nhiệm vụ", "Its owner, else the task's")),
            *(_START, _END, _PRECISION),
            field(Action, "deliverable"),
        ),
        _actions,
    ),
    Relation(
        "task_bodies",
        Text("Ai làm nhiệm vụ, với vai trò gì", "Who takes part in a task, and as what"),
        (
            *(_TASK, _ACTION),
            Column(
                "body",
                Sort.TEXT,
                Text("Mã đơn vị, như `owners.id`; có khi chỉ là tên", "The body's id, as in `owners.id`; of supporters also a name"),
            ),
            Column("role", Sort.WORD, Text("`owner co_owner partner supporter`", "`owner co_owner partner supporter`")),
            Column("scope", Sort.TEXT, Text("Chủ trì phần nào, khi cùng chủ trì", "For which part, where the lead is shared")),
        ),
        _bodies,
    ),
    Relation(
        "task_objectives",
        Text(
            "Nhiệm vụ phục vụ mục tiêu nào, kể cả qua đầu ra và qua mục tiêu cấp trên nó",
            "Which objectives a task leads to, also through outputs and up to general objectives",
        ),
        (
            _TASK,
            Column("objective", Sort.TEXT, Text("Mã mục tiêu", "The objective's id")),
            Column("output", Sort.TEXT, Text("Qua đầu ra nào", "Through which output")),
            Column(
                "is_nearest",
                Sort.YES_NO,
                Text("1: chính mục tiêu mà nó phục vụ; 0: mục tiêu chung bên trên", "1: the one it serves; 0: one above that"),
            ),
        ),
        _objectives,
    ),
    Relation(
        "task_order",
        Text("Nhiệm vụ nào phải chờ nhiệm vụ nào", "Which task waits for which"),
        (
            Column("task", Sort.TEXT, Text("Mã nhiệm vụ hoặc hành động phải chờ", "The task or action that waits")),
            Column(
                "after",
                Sort.TEXT,
                Text("Chờ nhiệm vụ nào; của kế hoạch khác viết `mã-kế-hoạch#mã`", "For which; of another plan `plan-id#id`"),
            ),
            Column("lag_days", Sort.WHOLE, Text("Số ngày phải chờ thêm", "Days to wait after it")),
        ),
        _order,
    ),
    Relation(
        "milestones",
        Text("Các mốc của kế hoạch và của nhiệm vụ", "Milestones of the plan and deadlines of tasks"),
        (
            Column("id", Sort.TEXT, Text("Mã mốc; mốc của nhiệm vụ không có mã", "The milestone's id; those of tasks have none")),
            Column("task", Sort.TEXT, Text("Nhiệm vụ hoặc hành động của mốc", "The task or action it belongs to")),
            Column("title", Sort.TEXT, Text("Tên mốc, hoặc sản phẩm tại mốc", "Its name, or what is delivered then")),
            Column("due_date", Sort.DAY, Text("Ngày cuối cùng của thời hạn", "The last day of its date")),
            _PRECISION,
            Column("aspirational", Sort.YES_NO, Text("Mốc phấn đấu", "Striven for rather than promised")),
        ),
        _milestones,
    ),
    listed(
        "phases",
        Text("Các giai đoạn", "Phases"),
        (
            *fields(Phase, "id", "title", "goal"),
            field(Phase, "start", "start_date"),
            field(Phase, "end", "end_date"),
        ),
        lambda plan: plan.timelines.phases if plan.timelines else (),
    ),
)
