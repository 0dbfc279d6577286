from decimal import Decimal

import pytest

from expressions.plans import HEAD, PLAN, plan_of, value
from kehoach.expressions.evaluation import is_true
from kehoach.expressions.expression import compile_expression
from kehoach.expressions.fault import ExpressionError
from kehoach.model.tasks import Task
from kehoach.values.money import Amount

TASK, EVENT, UNKNOWN = PLAN.tasks


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2 and not 2 < 1",
        "0.1 * 3 == 0.3",
        "0.1 + 0.2 == 0.3",
        "1 < 2 <= 2 < 3",
        "-1 + 1 == 0",
        "-(task.need) < money('0 đồng')",
        "task.need == money('6 tỷ đồng')",
        "task.need > money('5 tỷ đồng')",
        "task.need - money('1 tỷ đồng') == money('5000 triệu đồng')",
        "task.need / money('3 tỷ đồng') == 2",
        "task.need * 0.5 == 0.5 * task.need",
        "task.need / 2 == money('3 tỷ đồng')",
        "sum(n.amount for n in task.needs) == money('4 tỷ đồng')",
        "count(task.needs) == 2",
        "count([true, none, false]) == 1",
        "count(none) == 0",
        "sum([]) == 0",
        "sum(x.need for x in plan.tasks if x.owner == 'không ai') == money('0 USD')",
        "min([]) == none",
        "min(3, 1, 2) == 1 and max([1, 3]) == 3",
        "max(x.end for x in plan.tasks) == date('2027-06-30')",
        "min(x.need for x in plan.tasks) == money('0 đồng')",
        "all([]) and not any([])",
        "'T1' in ['T1', 'T2'] and 'T9' not in ['T1']",
        "2026 in task.years and 2028 not in task.years",
        "any(2026 in f.limits for f in plan.funds)",
        "'cà phê' in task.title",
        "task in plan.tasks and task == task",
        "any(x == task for x in plan.tasks)",
        "'prepare' in plan.process.steps",
        "any(s == 'awareness' for s in plan.process.steps)",
        "all(y in task.milestone_years for y in task.years)",
        "any(c.with == 'community' for c in plan.consultations)",
        "any(c.with == 'cộng đồng' for c in plan.consultations)",
        "any(f.kind in ['ngân sách tỉnh', 'oda'] for f in plan.funds)",
        "any(n.for == none for n in task.needs)",
        "plan.unit == 'triệu đồng'",
        "plan.period == date('2026') or plan.period > date('2025')",
        "all(c.women / c.people > 0.4 for c in plan.consultations)",
        "count(x.owner for x in plan.tasks) == 2",
        "\n  task.need\n  > money('5 tỷ đồng')\n",
        'task.title == "Trồng cà phê"',
        "'a\\' == 'a\\'",
    ],
)
def test_holds(text: str) -> None:
    assert value(text, task=TASK) is True


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("task.start < task.end", True),
        ("task.start < date('2026-03')", False),  # the first quarter and its own last month: not certain
        ("task.start > date('2026-03')", False),
        ("task.start <= date('2026-Q1')", True),
        ("task.start >= date('2026-Q1')", True),
        ("task.start <= date('2026-03-31')", True),
        ("task.start < date('2026-04-01')", True),
        ("task.start == date('2026-Q1')", True),
        ("task.start == date('2026-01-01')", False),
        ("task.start != date('2026-01-01')", True),
        ("not (task.start > date('2026-03'))", True),
        ("date('2026-Q1') < plan.period", False),
    ],
)
def test_order_of_dates_is_what_is_certain(text: str, *, holds: bool) -> None:
    assert value(text, task=TASK) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("any(t.value > 7 for t in i.targets if t.date > date('2029'))", True),
        ("any(t.value > 7.6 for t in i.targets if t.date > date('2029'))", False),
        ("any(t.value < 8 for t in i.targets if t.date > date('2029'))", False),
        ("i.baseline.value == 18.4", True),
        ("all(t.value < i.baseline.value for t in i.targets)", True),
        ("all(t.value <= i.baseline.value * 0.9 for t in i.targets)", True),
        ("any(any(t.value == 'Đạt chuẩn' for t in j.targets) for j in plan.indicators)", True),
        ("any(any(t.value != 'Đạt chuẩn' for t in j.targets) for j in plan.indicators)", True),
        ("count(j for j in plan.indicators if any(t.value > 0 for t in j.targets)) == 1", True),
        ("max(t.value for t in i.targets) == 14", True),
        ("sum(t.value + 1 for t in i.targets) == 15", True),
    ],
)
def test_targets(text: str, *, holds: bool) -> None:
    assert PLAN.monitoring is not None
    assert value(text, i=PLAN.monitoring.indicators[0]) is holds


@pytest.mark.parametrize(
    "text",
    [
        "task.owner == 'ubnd'",
        "task.owner != 'ubnd'",
        "task.owner in ['ubnd']",
        "task.owner not in ['ubnd']",
        "task.start < task.end",
        "task.start == task.end",
        "task.total > money('0 đồng')",
        "task.total + task.need > money('0 đồng')",
        "-(task.total) < money('0 đồng')",
        "task.beneficiaries.women > 0",
        "task.beneficiaries.women + 1 > 0",
        "task.priority != 'high'",
        "none in ['a']",
        "task.owner != none",
        "task.needs != none",
        "task.beneficiaries != none",
        "none != none",
    ],
)
def test_what_is_absent_compares_with_nothing(text: str) -> None:
    assert value(text, task=UNKNOWN) is False


@pytest.mark.parametrize(
    "text",
    [
        "task.owner == none",
        "none == task.owner",
        "task.needs == none",
        "task.beneficiaries == none",
        "task.beneficiaries.women == none",
        "count(task.beneficiaries.women == 1 for x in []) == 0",
        "all(n.amount for n in task.needs)",
        "none == none",
        "not task.owner",
    ],
)
def test_absence_can_be_asked_for(text: str) -> None:
    assert value(text, task=UNKNOWN) is True


@pytest.mark.parametrize("text", ["none", "false", "0", "''", "[]", "task.total", "task.need", "task.needs", "task.beneficiaries"])
def test_what_does_not_hold(text: str) -> None:
    assert not is_true(value(text, task=UNKNOWN))


@pytest.mark.parametrize(
    "text", ["true", "1", "-1", "'a'", "[false]", "task.need", "task.needs", "task.start", "task", "task.beneficiaries"]
)
def test_what_holds(text: str) -> None:
    assert is_true(value(text, task=TASK))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1 / 0 > 1", "1 / 0"),
        ("count(plan.tasks) / (1 - 1) > 1", "count(plan.tasks) / (1 - 1)"),
        ("plan.need / money('0 đồng') > 1", "plan.need / money('0 đồng')"),
        ("money('1 USD') > money('1 đồng')", "money('1 USD') > money('1 đồng')"),
        ("money('1 USD') + money('1 đồng') == none", "money('1 USD') + money('1 đồng')"),
        ("min(money('1 USD'), money('1 đồng')) == none", "min(money('1 USD'), money('1 đồng'))"),
        (" * ".join(["999999999999999999"] * 4), " * ".join(["999999999999999999"] * 3)),
    ],
)
def test_faults_while_working_out_have_a_place(text: str, place: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        value(text)

    error = caught.value
    assert text[error.offset : error.offset + error.length] == place


def test_nothing_is_nothing_in_any_currency() -> None:
    assert value("money('0 USD') < money('1 đồng')") is True
    assert value("money('0 USD') + money('1 đồng') == money('1 đồng')") is True


def test_or_stops_at_what_holds() -> None:
    assert value("true or 1 / 0 > 1") is True
    assert value("false and 1 / 0 > 1") is False


def test_an_amount_keeps_its_unit() -> None:
    found = value("task.need * 2", task=TASK)

    assert isinstance(found, Amount)
    assert found == found._replace(value=Decimal(12_000_000_000))
    assert found.unit.name == "triệu đồng"


def test_the_threshold_is_the_callers() -> None:
    plan = plan_of(
        HEAD
        + "tasks:\n  - {id: T1, title: a, needs: [{fund: a, amount: 60}, {fund: b, amount: 40}]}\n"
        + "resources:\n  funds:\n    - {id: a, name: A, status: allocated}\n    - {id: b, name: B, status: expected}\n"
    )
    expression = compile_expression("plan.resources_ensured", {})

    assert expression.evaluate({}, plan) is False
    assert expression.evaluate({}, plan, unsecured=Decimal("0.4")) is True


def test_an_expression_is_compiled_once_for_many() -> None:
    expression = compile_expression("task.owner == none", {"task": Task})

    assert [expression.evaluate({"task": task}, PLAN) for task in PLAN.tasks] == [False, False, True]
