"""The tasks of a plan that has too many to be told one by one: a table in place of the text."""

from collections.abc import Iterator, Mapping

from kehoach.model.tasks import Task
from kehoach.reports.views import work
from kehoach.reports.views.money import Money
from kehoach.reports.views.pieces import CENTRE, Column, Piece, Row, entry, group, part, table
from kehoach.reports.views.size import task_count
from kehoach.reports.views.telling import Teller


def tasks_in_table(groups: Mapping[str, list[Task]], teller: Teller) -> Piece:
    """Give all tasks as one table, with a heading for each group."""
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Nhiệm vụ", "Task")),
        Column(teller.text("Đơn vị chủ trì", "Lead")),
        Column(teller.text("Đơn vị phối hợp", "Partners"), optional=True),
        Column(teller.text("Thời gian", "Time"), optional=True),
        Column(teller.text("Sản phẩm", "Deliverable"), optional=True),
        Column(teller.text("Nguồn lực", "Resources"), optional=True),
    )
    money = Money(teller)
    rows: list[Row] = []
    for title, listed in groups.items():
        if len(groups) > 1:
            rows.append(group("", f"{title} ({task_count(len(listed), teller)})", *[""] * (len(columns) - 2)))
        rows += [_row(task, money, teller) for task in listed]
    said = teller.text(
        "Kế hoạch có {count} nhiệm vụ{groups}.",
        "The plan has {count} tasks{groups}.",
        count=sum(map(len, groups.values())),
        groups=_groups(groups, teller),
    )
    return part("", paragraphs=[said], table=table(columns, rows))


def _groups(groups: Mapping[str, list[Task]], teller: Teller) -> str:
    if len(groups) == 1:
        return ""
    return ": " + "; ".join(f"{title.rstrip('.;')} ({teller.say(len(listed))})" for title, listed in groups.items())


def _row(task: Task, money: Money, teller: Teller) -> Row:
    return entry(
        teller.number(task.id),
        "\n".join([task.title, *_details(task, teller)]),
        work.leads_or_open(task, teller),
        "; ".join(filter(None, (teller.names(task.partners, "; "), teller.names(task.supporters, "; ")))),
        work.when(task, teller),
        task.deliverable or "",
        "\n".join(_resources(task, money, teller)),
        about=task,
    )


def _details(task: Task, teller: Teller) -> Iterator[str]:
    """Say what only some tasks have, each in a line of its own."""
    told = (
        (teller.text("Cách làm", "Method"), task.method or ""),
        (teller.text("Địa bàn", "Where"), ", ".join(task.location)),
        (teller.text("Thụ hưởng", "Beneficiaries"), work.beneficiaries(task, teller)),
    )
    yield from (f"{label}: {text}" for label, text in told if text)
    yield from (f"- {line}" for line in work.actions(task, teller))


def _resources(task: Task, money: Money, teller: Teller) -> list[str]:
    lines = work.resources(task, teller)
    costs = sum(need.in_kind is None for one in (task, *task.actions) for need in one.needs)
    return [money.of_task(task.id), *(f"- {line}" for line in lines)] if costs > 1 else lines
