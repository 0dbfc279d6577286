"""The table that assigns the tasks, with the columns of each level's own forms."""

from collections.abc import Mapping

from kehoach.analysis.chain import Chain, results_chain
from kehoach.model.tasks import Action, Task
from kehoach.model.vocabulary import Level
from kehoach.reports.options import Edition
from kehoach.reports.views import work
from kehoach.reports.views.indicators import listed
from kehoach.reports.views.money import Money
from kehoach.reports.views.pieces import CENTRE, Column, Figure, Piece, Row, entry, exact, table
from kehoach.reports.views.telling import Teller, first_up

_MOST_NAMED = 8


def assignments_table(teller: Teller, edition: Edition) -> Piece | None:
    """Give the table; the reasons for each task stand in the leaders' edition only."""
    upper = teller.plan.locality.level in {Level.NATIONAL, Level.PROVINCE}
    columns, rows = _provincial(teller) if upper else _communal(teller)
    if edition is Edition.LEADERS:
        columns.append(Column(teller.text("Căn cứ/lý do đề xuất", "Why it is proposed"), optional=True))
        rows = [Row((*row.cells, basis), about=row.about) for row, basis in zip(rows, _bases(teller, with_actions=not upper), strict=True)]
    return table(columns, rows, notes=Money(teller).notes())


def _bases(teller: Teller, *, with_actions: bool) -> list[str]:
    return [one.basis or "" for task in teller.plan.tasks for one in (task, *(task.actions if with_actions else ()))]


def _provincial(teller: Teller) -> tuple[list[Column], list[Row]]:
    """Give the six columns of a province's form."""
    columns = [
        Column(teller.text("Nội dung", "Content")),
        Column(teller.text("Phân công nhiệm vụ", "Assignment")),
        Column(teller.text("Tiến độ", "Schedule")),
        Column(teller.text("Phương pháp", "Method"), optional=True),
        Column(teller.text("Nguồn lực", "Resources"), optional=True),
        Column(teller.text("Sản phẩm đầu ra", "Output"), optional=True),
    ]
    rows = [
        entry(
            "\n".join([f"{teller.number(task.id)}. {task.title}", *(f"- {line}" for line in work.actions(task, teller))]),
            "\n".join(_parties(task, teller)),
            _schedule(task, teller),
            task.method or "",
            "\n".join(work.resources(task, teller)),
            task.deliverable or "",
            about=task,
        )
        for task in teller.plan.tasks
    ]
    return columns, rows


def _parties(task: Task, teller: Teller) -> list[str]:
    parties = (
        (teller.text("Chủ trì", "Lead"), work.leads_or_open(task, teller)),
        (teller.text("Phối hợp", "With"), teller.names(task.partners, "; ")),
        (teller.text("Hỗ trợ", "Supported by"), teller.names(task.supporters, "; ")),
    )
    return [f"{role}: {names}." for role, names in parties if names]


def _schedule(task: Task | Action, teller: Teller) -> str:
    lines = [line for line in (first_up(work.when(task, teller)), *(f"- {line}" for line in work.milestones(task, teller))) if line]
    day = task.date or task.end
    if len(lines) == 1 and day and not task.recurring and not (task.date and task.end):
        return Figure(lines[0], exact(teller.say(day)))
    return "\n".join(lines)


def _communal(teller: Teller) -> tuple[list[Column], list[Row]]:
    """Give the nine columns of a commune's form."""
    columns = [
        Column(teller.text("STT", "No."), CENTRE),
        Column(teller.text("Nhiệm vụ", "Task")),
        Column(teller.text("Đơn vị chủ trì", "Lead")),
        Column(teller.text("Đơn vị phối hợp", "Partners"), optional=True),
        Column(teller.text("Lực lượng hỗ trợ", "Supported by"), optional=True),
        Column(teller.text("Thời gian", "Time")),
        Column(teller.text("Sản phẩm", "Deliverable"), optional=True),
        Column(teller.text("Chỉ tiêu liên quan", "Related indicators"), optional=True),
        Column(teller.text("Ghi chú", "Notes"), optional=True),
    ]
    chain = results_chain(teller.plan)
    numbers = {one.indicator.id: one.number for one in listed(teller)}
    rows = []
    for task in teller.plan.tasks:
        rows.append(_task_row(task, chain, numbers, teller))
        rows += [_action_row(action, task, teller) for action in task.actions]
    return columns, rows


def _task_row(task: Task, chain: Chain, numbers: Mapping[str, str], teller: Teller) -> Row:
    return entry(
        teller.number(task.id),
        task.title,
        work.leads_or_open(task, teller),
        teller.names(task.partners, "; "),
        teller.names(task.supporters, "; "),
        _schedule(task, teller) or teller.text("(chưa xác định)", "(not set yet)"),
        task.deliverable or "",
        _related(task, chain, numbers, teller),
        "\n".join(_notes(task, teller)),
        about=task,
    )


def _action_row(action: Action, task: Task, teller: Teller) -> Row:
    """Print what an action inherits, so that the row can be read alone."""
    return entry(
        teller.number(action.id),
        action.title,
        work.leads_or_open(action, teller, within=task),
        teller.names(action.partners or task.partners, "; "),
        teller.names(action.supporters or task.supporters, "; "),
        _schedule(action, teller) or work.when(task, teller) or teller.text("(chưa xác định)", "(not set yet)"),
        action.deliverable or "",
        "",
        ", ".join(action.location),
        about=action,
    )


def _related(task: Task, chain: Chain, numbers: Mapping[str, str], teller: Teller) -> str:
    """Name the indicators of the objectives that a task serves most nearly; many are said by their numbers."""
    for objective in chain.objectives_of(task):
        measuring = chain.measuring.get(objective.id, ())
        if measuring:
            if len(measuring) <= _MOST_NAMED:
                return "; ".join(indicator.name for indicator in measuring)
            said = ", ".join(numbers[one.id] for one in measuring)
            return teller.text("Chỉ tiêu số {numbers}", "Indicators {numbers}", numbers=said)
    return ""


def _notes(task: Task, teller: Teller) -> list[str]:
    places = ", ".join(task.location)
    need = Money(teller).of_task(task.id)
    said = [teller.text("Địa bàn: {places}", "Where: {places}", places=places)] if places else []
    if need:
        said.append(teller.text("Kinh phí: {need}", "Money: {need}", need=need))
    return said
