"""The budget: by fund and year, by task, against limits and stated totals, and what comes in kind."""

from collections.abc import Sequence
from typing import NamedTuple

from kehoach.analysis.costs import Cost
from kehoach.model.resources import Fund
from kehoach.model.tasks import Task
from kehoach.reports.views.money import NOTHING, Money
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, Row, entry, part, section, table, totals
from kehoach.reports.views.size import is_crowded, task_count
from kehoach.reports.views.tasks import grouped
from kehoach.reports.views.telling import Teller

_MOST_FUND_COLUMNS = 9


def budget_section(teller: Teller) -> Piece:
    """Give the section on resources as it stands in a plan."""
    parts = budget_parts(teller, by_groups=is_crowded(teller.plan))
    return section("resources", teller.text("NGUỒN LỰC, KINH PHÍ THỰC HIỆN", "RESOURCES AND BUDGET"), parts)


def budget_parts(teller: Teller, *, by_groups: bool = False) -> list[Piece]:
    """Give everything on money and means in kind."""
    money = Money(teller)
    tasks = (
        part(teller.text("Kinh phí theo nhóm nhiệm vụ", "Money by group of tasks"), table=by_group(money))
        if by_groups
        else part(teller.text("Kinh phí theo nhiệm vụ", "Money by task"), table=by_task(money))
    )
    resources = teller.plan.resources
    constraints = [one.text for one in resources.constraints] if resources else []
    return [
        part(teller.text("Tổng nhu cầu kinh phí", "The whole need"), paragraphs=_whole(money), table=by_fund_and_year(money)),
        tasks,
        part(teller.text("Đối chiếu nhu cầu với khả năng nguồn vốn theo năm", "Need against funds by year"), table=by_year(money)),
        part(teller.text("Khả năng nguồn vốn", "The funds"), table=_funds(money)),
        part(
            teller.text("Đóng góp bằng hiện vật, ngày công (không cộng vào kinh phí)", "In kind (added to no money)"), table=in_kind(money)
        ),
        part(teller.text("Điều kiện và ràng buộc khác", "Other limits"), bullets=constraints),
    ]


def _whole(money: Money) -> list[str]:
    if money.is_empty:
        return []
    return [money.teller.text("Tổng kinh phí: {whole}.", "Total: {whole}.", whole=money.whole_with_words())]


def by_fund_and_year(money: Money) -> Piece | None:
    """Give the need by fund and year; undated money has its own column, sums stand at both margins."""
    teller, ledger = money.teller, money.ledger
    if money.is_empty:
        return None
    moments: list[int | None] = [*ledger.years, *([None] if ledger.undated else [])]
    headings = [teller.text("Chưa phân năm", "No year") if year is None else teller.year(year) for year in moments]
    several = len(moments) > 1
    columns = [
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Nguồn vốn", "Fund")),
        *(Column(heading, RIGHT) for heading in headings),
        *([Column(teller.text("Tổng cộng", "Total"), RIGHT, adds=len(moments))] if several else []),
    ]

    def sums(fund: str | None, *, every: bool = False) -> list[str]:
        costs = [cost for cost in ledger.costs if every or cost.need.fund == fund]
        cells = [money.costs([cost for cost in costs if cost.year == year]) for year in moments]
        return [*cells, money.costs(costs)] if several else cells

    rows = [entry(str(number), fund_name(fund, teller), *sums(fund)) for number, fund in enumerate(funds_used(money), start=1)]
    rows.append(totals("", teller.text("Tổng cộng", "Total"), *sums(None, every=True)))
    return table(columns, rows, unit=money.unit_line, notes=money.notes()[1:])


def by_task(money: Money) -> Piece | None:
    """Give the need by task and fund."""
    teller = money.teller
    lines = [
        _Line(teller.number(task.id), task.title, money.ledger.costs_of(task.id), _note(task, money), task) for task in teller.plan.tasks
    ]
    return _by_fund(teller.text("Nhiệm vụ", "Task"), lines, money)


def by_group(money: Money) -> Piece | None:
    """Give the need by group of tasks and fund, for a plan that has too many tasks to list them again."""
    teller = money.teller
    lines = []
    for number, (title, tasks) in enumerate(grouped(teller).items(), start=1):
        costs = [cost for task in tasks for cost in money.ledger.costs_of(task.id)]
        lines.append(_Line(str(number), f"{title} ({task_count(len(tasks), teller)})", costs))
    return _by_fund(teller.text("Nhóm nhiệm vụ", "Group of tasks"), lines, money)


class _Line(NamedTuple):
    """What takes money."""

    number: str
    title: str
    costs: Sequence[Cost]
    note: str = ""
    about: Task | None = None


def _by_fund(heading: str, lines: list[_Line], money: Money) -> Piece | None:
    """Give a column to each fund, unless there are too many."""
    teller, ledger = money.teller, money.ledger
    if money.is_empty:
        return None
    used = {cost.need.fund for cost in ledger.costs}
    funds: list[str | None] = [fund.id for fund in _listed(teller) if fund.id in used]
    funds += sorted(used.difference(funds), key=str)
    if len(funds) > _MOST_FUND_COLUMNS or len(funds) == 1:
        funds = []
    columns = [
        Column(teller.text("TT", "No."), CENTRE),
        Column(heading),
        *(Column(fund_name(fund, teller), RIGHT) for fund in funds),
        Column(teller.text("Tổng cộng", "Total"), RIGHT, adds=len(funds)),
        Column(teller.text("Ghi chú", "Note"), optional=True),
    ]

    def sums(costs: Sequence[Cost]) -> list[str]:
        return [*(money.costs(cost for cost in costs if cost.need.fund == fund) for fund in funds), money.costs(costs)]

    rows = [entry(line.number, line.title, *sums(line.costs), line.note, about=line.about) for line in lines]
    rows.append(totals("", teller.text("Tổng cộng", "Total"), *sums(ledger.costs), ""))
    return table(columns, rows, unit=money.unit_line)


def by_year(money: Money) -> Piece | None:
    """Give need, limits and stated totals side by side; the sums of a year and of all years re-add."""
    teller, ledger = money.teller, money.ledger
    resources = teller.plan.resources
    stated = dict(resources.totals) if resources else {}
    limits = [(year, limit) for fund in _listed(teller) for year, limit in fund.limits.items()]
    years = sorted({*ledger.years, *stated, *(year for year, _ in limits)})
    if not years:
        return None
    columns = [
        Column(teller.text("Năm", "Year"), CENTRE),
        Column(teller.text("Nhu cầu của nhiệm vụ", "Need of the tasks"), RIGHT),
        *([Column(teller.text("Khả năng nguồn vốn", "Limits of the funds"), RIGHT)] if limits else []),
        *([Column(teller.text("Tổng ghi trong kế hoạch", "Total stated in the plan"), RIGHT)] if stated else []),
    ]
    rows: list[Row] = []
    for year in years:
        cells = [str(year), money.costs(cost for cost in ledger.costs if cost.year == year)]
        cells += [money.limit(limit for of, limit in limits if of == year)] if limits else []
        cells += [money.number(money.stated([stated[year]]) if year in stated else None)] if stated else []
        rows.append(entry(*cells))
    if ledger.undated:
        rest = [NOTHING] * (len(columns) - 2)
        rows.append(entry(teller.text("Chưa phân năm", "No year"), money.costs(ledger.undated), *rest))
    whole = [teller.text("Tổng cộng", "Total"), money.costs(ledger.costs)]
    whole += [money.limit(limit for _, limit in limits)] if limits else []
    whole += [money.number(money.stated(stated.values()))] if stated else []
    rows.append(totals(*whole))
    return table(columns, rows, unit=money.unit_line)


def in_kind(money: Money) -> Piece | None:
    """Give the quantities that tasks take against what is offered; their value is for information."""
    teller = money.teller
    resources = teller.plan.resources
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Loại đóng góp", "Contribution")),
        Column(teller.text("ĐVT", "Unit"), CENTRE, optional=True),
        Column(teller.text("Nhu cầu", "Need"), RIGHT),
        Column(teller.text("Khả năng đóng góp", "Offered"), RIGHT, optional=True),
        Column(teller.text("Giá trị một đơn vị", "Value of a unit"), RIGHT, optional=True),
        Column(teller.text("Đơn vị đóng góp", "Contributors"), optional=True),
        Column(teller.text("Nhiệm vụ", "Tasks"), optional=True),
    )
    rows = []
    for number, kind in enumerate(resources.in_kind if resources else (), start=1):
        uses = [use for use in money.ledger.uses if use.need.in_kind == kind.id]
        need = sum(use.quantity for use in uses)
        rows.append(
            entry(
                str(number),
                kind.name,
                kind.unit or "",
                teller.say(need) if uses else NOTHING,
                teller.say(sum(kind.limits.values())) if kind.limits else "",
                teller.say(kind.value_per_unit),
                teller.names(kind.contributors),
                teller.task_numbers(dict.fromkeys(use.task.id for use in uses)),
                about=kind,
            )
        )
    return table(columns, rows)


def _funds(money: Money) -> Piece | None:
    teller = money.teller
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Nguồn vốn", "Fund")),
        Column(teller.text("Mức huy động", "Limit"), RIGHT, optional=True),
        Column(teller.text("Mức chắc chắn", "How sure"), CENTRE, optional=True),
        Column(teller.text("Đơn vị bảo đảm", "Guaranteed by"), optional=True),
        Column(teller.text("Căn cứ", "Basis"), optional=True),
    )
    rows = [
        entry(
            str(number),
            fund.name,
            _limits(fund, money),
            teller.label(fund.status),
            teller.name(fund.guaranteed_by),
            fund.basis or "",
            about=fund,
        )
        for number, fund in enumerate(_listed(teller), start=1)
    ]
    return table(columns, rows, unit=money.unit_line if any(fund.limits for fund in _listed(teller)) else "")


def _limits(fund: Fund, money: Money) -> str:
    if not fund.limits:
        return money.teller.text("chưa xác định", "not known yet")
    if len(fund.limits) == 1:
        return money.limit(fund.limits.values())
    lines = [f"{year}: {money.limit([limit])}" for year, limit in fund.limits.items()]
    return "\n".join([*lines, f"{money.teller.text('Cộng', 'Sum')}: {money.limit(fund.limits.values())}"])


def _listed(teller: Teller) -> tuple[Fund, ...]:
    return teller.plan.resources.funds if teller.plan.resources else ()


def funds_used(money: Money) -> list[str | None]:
    """List the funds from which anything is taken, in the order of the plan."""
    used = list(dict.fromkeys(cost.need.fund for cost in money.ledger.costs))
    order = [fund.id for fund in _listed(money.teller)]
    return sorted(used, key=lambda fund: order.index(fund) if fund in order else len(order))


def fund_name(fund: str | None, teller: Teller) -> str:
    """Name a fund; money without one is said to have none."""
    return teller.name(fund) or teller.text("Chưa ghi nguồn", "No fund named")


def _note(task: Task, money: Money) -> str:
    teller = money.teller
    said = []
    if task.within_regular_budget:
        said.append(teller.text("Chi thường xuyên, không tính riêng", "Regular budget"))
    open_funds = dict.fromkeys(fund_name(one.need.fund, teller) for one in money.ledger.unpriced if one.task is task)
    if open_funds:
        said.append(teller.text("Chưa xác định số tiền: {funds}", "Amount not known: {funds}", funds=", ".join(open_funds)))
    return "; ".join(said)
