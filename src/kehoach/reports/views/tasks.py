"""The tasks as they stand in the body of a plan, grouped by phase or objective."""

from collections.abc import Iterator

from kehoach.analysis.chain import results_chain
from kehoach.model.tasks import Task
from kehoach.reports.views import work
from kehoach.reports.views.crowded import tasks_in_table
from kehoach.reports.views.money import Money
from kehoach.reports.views.pieces import Piece, bullet, labelled, part, section
from kehoach.reports.views.size import is_crowded
from kehoach.reports.views.telling import Teller, first_up


def tasks(teller: Teller) -> Piece:
    """Give the section on the tasks."""
    groups = grouped(teller)
    if is_crowded(teller.plan):
        parts = [tasks_in_table(groups, teller)]
    elif len(groups) == 1:
        parts = [part(task.title, bullets=_about(task, teller), about=task) for listed in groups.values() for task in listed]
    else:
        parts = [part(title, parts=[_task(task, teller) for task in listed]) for title, listed in groups.items()]
    return section("tasks", teller.text("NHIỆM VỤ, GIẢI PHÁP", "TASKS"), parts)


def grouped(teller: Teller) -> dict[str, list[Task]]:
    """Group the tasks by phase where all have one, else by the objective that each serves most nearly."""
    plan = teller.plan
    phases = {phase.id: phase.title for phase in (plan.timelines.phases if plan.timelines else ())}
    if plan.tasks and all(task.phase in phases for task in plan.tasks):
        return _in_order([(phases[task.phase or ""], task) for task in plan.tasks], list(phases.values()))
    chain = results_chain(plan)
    other = teller.text("Nhiệm vụ khác", "Other tasks")
    titled = []
    for task in plan.tasks:
        served = chain.objectives_of(task)
        titled.append((served[0].statement if served else other, task))
    # What serves a general objective alone comes after what serves those below it.
    objectives = sorted(plan.objectives, key=lambda objective: objective.id in chain.children)
    return _in_order(titled, [*(objective.statement for objective in objectives), other])


def _in_order(titled: list[tuple[str, Task]], order: list[str]) -> dict[str, list[Task]]:
    return {title: [task for of, task in titled if of == title] for title in dict.fromkeys(order) if any(of == title for of, _ in titled)}


def _task(task: Task, teller: Teller) -> Piece:
    return part(
        teller.text("Nhiệm vụ {n}: {title}", "Task {n}: {title}", n=teller.number(task.id), title=task.title),
        bullets=_about(task, teller),
        about=task,
    )


def _about(task: Task, teller: Teller) -> Iterator[Piece]:
    yield bullet(work.leads_or_open(task, teller), label=teller.text("Đơn vị chủ trì", "Lead"))
    yield from labelled(teller.text("Đơn vị phối hợp", "Partners"), teller.names(task.partners, "; "))
    yield from labelled(teller.text("Lực lượng hỗ trợ", "Supported by"), teller.names(task.supporters, "; "))
    yield from labelled(teller.text("Thời gian", "Time"), work.when(task, teller))
    yield from labelled(teller.text("Cách làm", "Method"), task.method or "")
    yield from labelled(teller.text("Sản phẩm", "Deliverable"), task.deliverable or "")
    yield from labelled(teller.text("Địa bàn", "Where"), ", ".join(task.location))
    yield from labelled(teller.text("Đối tượng thụ hưởng", "Beneficiaries"), work.beneficiaries(task, teller))
    if task.actions:
        yield bullet("", work.actions(task, teller), label=teller.text("Các hành động", "Actions"))
    yield from _money(task, teller)


def _money(task: Task, teller: Teller) -> Iterator[Piece]:
    label = teller.text("Nguồn lực", "Resources")
    lines = work.resources(task, teller)
    if len(lines) == 1:
        yield bullet(lines[0], label=label)
    elif lines:
        yield bullet(Money(teller).of_task(task.id), lines, label=label)


def calendar(teller: Teller) -> list[tuple[str, str, str, str]]:
    """List all milestones in the order of time: when, what, task, lead."""
    plan = teller.plan
    found = [
        (milestone.date, work.with_aspiration(first_up(milestone.deliverable or ""), milestone.aspirational, teller), task)
        for task in plan.tasks
        for milestone in task.milestones
        if milestone.date
    ]
    dated = [
        (
            (date.last, date.first),
            (first_up(teller.due(date)), what, teller.number(task.id), work.leads_or_open(task, teller, scopes=False)),
        )
        for date, what, task in found
    ]
    for point in plan.timelines.milestones if plan.timelines else ():
        if point.date:
            after = [*point.after, *([point.task] if point.task else [])]
            leads = dict.fromkeys(work.leads_or_open(task, teller, scopes=False) for task in plan.tasks if task.id in after)
            row = (first_up(teller.due(point.date)), point.title, teller.task_numbers(after), "; ".join(leads))
            dated.append(((point.date.last, point.date.first), row))
    return [row for _, row in sorted(dated, key=lambda one: one[0])]
