from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from analysis.plans import plan
from kehoach.analysis.rounding import slack
from kehoach.analysis.totals import Mismatch, mismatches
from kehoach.values.kind import Frame
from kehoach.values.money import read_amount
from kehoach.values.units import money_unit

FRAME = Frame(unit=money_unit("triệu đồng"))


def task(total: str, *amounts: str) -> list[Mismatch]:
    needs = "".join(f"      - amount: {amount}\n" for amount in amounts)
    return list(mismatches(plan(f"tasks:\n  - id: T1\n    title: Nhiệm vụ\n    total: {total}\n    needs:\n{needs}")))


def of_plan(totals: str, body: str, *, period: str = "2026-2027", resources: str = "") -> list[Mismatch]:
    return list(mismatches(plan(f"tasks:\n{body}resources:\n  totals: {totals}\n{resources}", period=period)))


def one_task(*needs: str) -> str:
    lines = "".join(f"      - {{{need}}}\n" for need in needs)
    return f"  - id: T1\n    title: Nhiệm vụ\n    needs:\n{lines}"


@given(st.lists(st.decimals(min_value=1, max_value=10**6, places=5), min_size=1, max_size=12))
def test_rounding_alone_is_never_a_mismatch(exact: list[Decimal]) -> None:
    printed = [f"{number:.2f}" for number in exact]

    assert task(f"{sum(exact):.2f}", *printed) == []


@given(st.lists(st.decimals(min_value=1, max_value=10**6, places=2), min_size=1, max_size=12), st.booleans())
def test_more_than_rounding_is_a_mismatch(parts: list[Decimal], is_above: bool) -> None:  # noqa: FBT001 (drawn)
    total = sum(parts, Decimal(0))
    off = total * Decimal("0.01") + len(parts)
    (found,) = task(f"{total + off if is_above else total + off * 2:.2f}", *(f"{part:.2f}" for part in parts))

    assert found.path == ("tasks", 0, "total")
    assert found.difference.value >= off - 1


def test_round_numbers_are_not_taken_for_rounded_ones() -> None:
    (found,) = task("1500", "1000", "300")

    assert found.difference.value == 200_000_000


def test_zeros_at_the_end_may_be_rounding() -> None:
    assert task("25.566.350.000 đồng", "12.783.170.000 đồng", "12.783.170.000 đồng") == []


def test_total_may_be_rounder_than_its_parts() -> None:
    assert task("12,8 tỷ đồng", "12.783,17") == []
    assert len(task("12,9 tỷ đồng", "12.783,17")) == 1


def test_slack_is_half_a_unit_of_each_last_digit() -> None:
    parts = [read_amount(text, FRAME) for text in ("12,5", "0,25", "3")]

    assert slack(parts, read_amount("15,8", FRAME)) == Decimal("0.5") * (100_000 + 10_000 + 1_000_000 + 100_000)


def test_total_with_an_unknown_part_is_wrong_only_when_too_small() -> None:
    unknown = "  - id: T1\n    title: Nhiệm vụ\n    total: {}\n    needs:\n      - {{amount: 300}}\n      - {{fund: F}}\n"
    funds = "resources:\n  funds:\n    - {id: F, name: Tài trợ}\n"

    assert list(mismatches(plan(f"tasks:\n{unknown.format(500)}{funds}"))) == []
    assert len(list(mismatches(plan(f"tasks:\n{unknown.format(200)}{funds}")))) == 1


def test_amount_beside_rate_and_quantity() -> None:
    found = list(mismatches(plan(f"tasks:\n{one_task('amount: 950, rate: 60, quantity: 15')}")))

    assert [mismatch.path for mismatch in found] == [("tasks", 0, "needs", 0, "amount")]


def test_totals_by_year() -> None:
    body = one_task("amount: 300, year: 2026", "amount: 500, year: 2027")

    assert of_plan("{2026: 300, 2027: 500}", body) == []
    assert [found.path[-1] for found in of_plan("{2026: 300, 2027: 550}", body)] == ["2027"]


def test_undated_needs_leave_the_grand_total() -> None:
    body = one_task("amount: 300, year: 2026", "amount: 500")

    assert of_plan("{2026: 350, 2027: 450}", body) == []
    assert [found.path for found in of_plan("{2026: 350, 2027: 550}", body)] == [("resources", "totals")]
    assert of_plan("{2026: 350}", body) == []


def test_total_that_sums_up_the_limits() -> None:
    funds = "  funds:\n    - {id: F, name: Ngân sách, limits: {2026: 400}}\n"

    assert of_plan("{2026: 400}", one_task("fund: F, amount: 300"), period="2026", resources=funds) == []
    assert len(of_plan("{2026: 450}", one_task("fund: F, amount: 300"), period="2026", resources=funds)) == 1


def test_task_that_says_nothing_leaves_a_total_open() -> None:
    body = one_task("amount: 300, year: 2026") + "  - {id: T2, title: Nhiệm vụ chưa có tiền}\n"

    assert of_plan("{2026: 400}", body, period="2026") == []
    assert len(of_plan("{2026: 250}", body, period="2026")) == 1
