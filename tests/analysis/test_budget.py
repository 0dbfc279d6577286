from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from analysis.plans import plan
from kehoach.analysis.balance import balance
from kehoach.analysis.budget import budget, by_year
from kehoach.language import Language

MILLION = Decimal(1_000_000)
FUND = "resources:\n  funds:\n    - {id: F, name: Ngân sách xã, limits: {2026: 1000}}\n"

amounts = st.decimals(min_value=0, max_value=10**9, places=3).filter(lambda number: number > 0)


def needs(*lines: str) -> str:
    return "".join(f"      - {{{line}}}\n" for line in lines)


def task(*lines: str, name: str = "T1") -> str:
    return f"  - id: {name}\n    title: Nhiệm vụ\n    needs:\n{needs(*lines)}"


def written(number: Decimal) -> str:
    """As the plan's unit wants it: four decimals, so that no separator is ambiguous."""
    return f"{number:.4f}"


@given(st.lists(amounts, min_size=1, max_size=8))
def test_need_is_the_exact_sum_of_its_parts(numbers: list[Decimal]) -> None:
    lines = (f"fund: F, amount: {written(number)}, year: 2026" for number in numbers)
    ledger = budget(plan(f"tasks:\n{task(*lines)}{FUND}"))

    assert ledger.sum().value == sum(numbers) * MILLION
    assert ledger.sum(ledger.costs_on("F")) == ledger.sum() == ledger.sum(ledger.costs_of("T1"))


@given(amounts, st.integers(min_value=1, max_value=10**6))
def test_rate_times_quantity_is_exact(rate: Decimal, quantity: int) -> None:
    ledger = budget(plan(f"tasks:\n{task(f'fund: F, rate: {written(rate)}, quantity: {quantity}')}{FUND}"))

    assert ledger.sum().value == rate * quantity * MILLION


@given(st.lists(amounts, min_size=1, max_size=6), amounts)
def test_over_limit_exactly_when_the_need_is_clearly_larger(numbers: list[Decimal], limit: Decimal) -> None:
    lines = (f"fund: F, amount: {written(number)}, year: 2026" for number in numbers)
    funds = f"resources:\n  funds:\n    - {{id: F, name: Ngân sách xã, limits: {{2026: {written(limit)}}}}}\n"
    overruns = balance(plan(f"tasks:\n{task(*lines)}{funds}")).overruns

    over = sum(numbers) - limit
    assert bool(overruns) == (over > len(numbers) * Decimal("0.00005"))
    assert all(overrun.over.value == over * MILLION for overrun in overruns)


def test_year_left_out_is_the_only_year() -> None:
    (cost,) = budget(plan(f"tasks:\n{task('fund: F, amount: 5')}{FUND}")).costs

    assert cost.year == 2026


def test_year_left_out_of_several_is_undated() -> None:
    ledger = budget(plan(f"tasks:\n{task('fund: F, amount: 5')}{FUND}", period="2026-2030"))

    assert [cost.year for cost in ledger.costs] == [None]
    assert ledger.undated == ledger.costs


def test_undated_money_is_held_against_all_limits_together() -> None:
    funds = "resources:\n  funds:\n    - {id: F, name: Ngân sách xã, limits: {2026: 500, 2027: 500}}\n"
    within = plan(f"tasks:\n{task('fund: F, amount: 900')}{funds}", period="2026-2027")
    beyond = plan(f"tasks:\n{task('fund: F, amount: 900', 'fund: F, amount: 200, year: 2027')}{funds}", period="2026-2027")

    assert not balance(within).overruns
    assert [(overrun.year, overrun.over.value) for overrun in balance(beyond).overruns] == [(None, 100 * MILLION)]


def test_only_what_is_above_the_upper_end_of_a_range_is_too_much() -> None:
    body = "tasks:\n{}resources:\n  funds:\n    - {{id: F, name: Ngân sách xã, limits: {{2026: 3 - 5 tỷ đồng}}}}\n"

    assert not balance(plan(body.format(task("fund: F, amount: 4900")))).overruns
    assert balance(plan(body.format(task("fund: F, amount: 5100")))).overruns


def test_rounded_parts_may_pass_a_limit_by_their_rounding() -> None:
    thirds = ["fund: F, amount: 166.67"] * 6

    assert not balance(plan(f"tasks:\n{task(*thirds)}{FUND}")).overruns


def test_foreign_money_is_converted_or_left_out() -> None:
    body = f"tasks:\n{task('fund: F, amount: USD 12000', 'fund: F, amount: 88')}{FUND}"
    without, converted = budget(plan(body)), budget(plan(f"{body}  rates: {{USD: 26000 đồng}}\n"))

    assert without.sum().value == 88 * MILLION
    assert [left.amount.currency for left in without.left_out] == ["USD"]
    assert converted.sum().value == 400 * MILLION
    assert not converted.left_out


def test_plan_in_foreign_money_needs_no_rate() -> None:
    ledger = budget(plan(f"tasks:\n{task('fund: F, amount: 12000', 'fund: F, amount: 500')}{FUND}", unit="USD"))

    assert ledger.currency == "USD"
    assert ledger.sum().say(Language.VI) == "12.500 USD"


def test_labour_is_never_money() -> None:
    kind = "  in_kind:\n    - {id: K, name: Ngày công, unit: ngày công, limits: {2026: 300}, value_per_unit: 200 nghìn đồng}\n"
    result = plan(f"tasks:\n{task('in_kind: K, quantity: 320', 'fund: F, amount: 10')}{FUND}{kind}")

    assert budget(result).sum().value == 10 * MILLION
    (overrun,) = balance(result).overruns
    assert overrun.over.say(Language.VI) == "20 ngày công"


def test_money_on_task_and_actions_is_counted_once() -> None:
    actions = "    actions:\n      - id: A\n        title: Hành động\n        needs: [{fund: F, amount: 120}]\n"
    body = f"tasks:\n{task('fund: F, amount: 300')}{actions}"
    ledger = budget(plan(f"{body}{FUND}"))

    assert ledger.sum().value == 300 * MILLION
    assert [doubled.id for doubled in ledger.doubled] == ["T1"]


def test_money_of_actions_belongs_to_their_task() -> None:
    body = "tasks:\n  - id: T1\n    title: Nhiệm vụ\n    actions:\n      - {id: A, title: Hành động, needs: [{fund: F, amount: 120}]}\n"
    ledger = budget(plan(f"{body}{FUND}"))

    assert ledger.sum(ledger.costs_of("T1")).value == 120 * MILLION


def test_share_on_money_that_is_not_sure() -> None:
    funds = "resources:\n  funds:\n    - {id: F, name: Ngân sách xã, status: allocated}\n    - {id: G, name: Tài trợ, status: expected}\n"
    result = balance(plan(f"tasks:\n{task('fund: F, amount: 70', 'fund: G, amount: 30')}{funds}"))

    assert result.unsecured.share == Decimal("0.3")
    assert result.secured.value == 70 * MILLION
    assert result.is_ensured(Decimal("0.30"))
    assert not result.is_ensured(Decimal("0.29"))


def test_costs_by_year_end_with_the_undated() -> None:
    lines = ("fund: F, amount: 3", "fund: F, amount: 1, year: 2027", "fund: F, amount: 2, year: 2026")
    ledger = budget(plan(f"tasks:\n{task(*lines)}{FUND}", period="2026-2030"))

    sums = {year: ledger.sum(costs).value / MILLION for year, costs in by_year(ledger.costs).items()}
    assert list(sums) == [2026, 2027, None]
    assert sums == {2026: Decimal(2), 2027: Decimal(1), None: Decimal(3)}
