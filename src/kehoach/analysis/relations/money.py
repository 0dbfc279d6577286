"""Tables of money and things: funds, their limits, what tasks take, what is promised."""

from collections.abc import Iterator, Sequence

from kehoach.analysis.budget import budget
from kehoach.analysis.costs import exchanged, price
from kehoach.analysis.relations.base import Column, Relation, Sort, dong, field, fields, listed
from kehoach.analysis.works import Work
from kehoach.language import Text
from kehoach.model.commitments import Commitment
from kehoach.model.plan import Plan
from kehoach.model.resources import Constraint, Fund, InKind
from kehoach.model.tasks import Need, Task
from kehoach.values.units import DONG


def _limits(plan: Plan) -> Iterator[Sequence[object]]:
    rates = budget(plan).rates
    for fund in plan.resources.funds if plan.resources else ():
        for year, limit in fund.limits.items():
            low, high = dong(limit.low, rates), dong(limit.high, rates)
            yield fund.id, year, high, low, limit.high.text


def _funding(plan: Plan) -> Iterator[Sequence[object]]:
    """List what the sums of the plan include, then what they cannot: money without a sum, or without an exchange rate."""
    ledger = budget(plan)
    for cost in ledger.costs:
        need, written = cost.need, price(cost.need)
        own = exchanged(cost.amount, DONG.currency, ledger.rates)
        yield *_of(cost.task, cost.work), need.fund, cost.year, own, written.text if written else None, need.for_
    for unpriced in ledger.unpriced:
        need = unpriced.need
        yield *_of(unpriced.task, unpriced.work), need.fund, need.year or ledger.only_year, None, None, need.for_
    for left in ledger.left_out:
        need = left.need
        yield left.task.id, None, need.fund, need.year or ledger.only_year, None, left.amount.text, need.for_


def _of(task: Task, work: Work) -> tuple[str, str | None]:
    return task.id, work.id if work is not task else None


def _uses(plan: Plan) -> Iterator[Sequence[object]]:
    units = {kind.id: kind.unit for kind in (plan.resources.in_kind if plan.resources else ())}
    for use in budget(plan).uses:
        need: Need = use.need
        yield *_of(use.task, use.work), need.in_kind, use.year, use.quantity, need.per or units.get(need.in_kind or "")


def _parties(plan: Plan) -> Iterator[Sequence[object]]:
    for one in plan.commitments:
        yield from ((one.id, body) for body in one.by)


def _promised(plan: Plan) -> Iterator[Sequence[object]]:
    for one in plan.commitments:
        named = [task.id for task in plan.tasks] if one.all else one.tasks
        yield from ((one.id, name) for name in named)


_TASK = Column("task", Sort.TEXT, Text("Mã nhiệm vụ", "The task's id"))
_ACTION = Column("action", Sort.TEXT, Text("Mã hành động; trống: cả nhiệm vụ", "The action's id; empty: the task as a whole"))
_YEAR = Column("year", Sort.WHOLE, Text("Năm; trống: kế hoạch nhiều năm, chưa phân năm", "The year; empty: not spread over the years yet"))
_COMMITMENT = Column("commitment", Sort.TEXT, Text("Mã cam kết", "The commitment's id"))

RELATIONS: tuple[Relation, ...] = (
    listed(
        "funds",
        Text("Nguồn vốn", "Funds"),
        fields(Fund, "id", "name", "kind", "nature", "status", "from_plan", "guaranteed_by", "basis"),
        lambda plan: plan.resources.funds if plan.resources else (),
    ),
    Relation(
        "fund_limits",
        Text("Mức trần của từng nguồn theo năm", "What each fund has, by year"),
        (
            Column("fund", Sort.TEXT, Text("Mã nguồn vốn", "The fund's id")),
            Column("year", Sort.WHOLE, Text("Năm", "The year")),
            Column("amount", Sort.MONEY, Text("Mức trần; của một khoảng là mức cao", "The limit; of a range the higher end")),
            Column("at_least", Sort.MONEY, Text("Mức thấp của khoảng", "The lower end of a range")),
            Column("written", Sort.TEXT, Text("Như viết trong tệp", "As written")),
        ),
        _limits,
    ),
    Relation(
        "task_funding",
        Text("Nhiệm vụ lấy bao nhiêu tiền từ nguồn nào, năm nào", "What tasks take, from which fund, in which year"),
        (
            *(_TASK, _ACTION),
            Column("fund", Sort.TEXT, Text("Mã nguồn vốn; trống: chưa rõ nguồn", "The fund's id; empty: none is named")),
            _YEAR,
            Column(
                "amount",
                Sort.MONEY,
                Text(
                    "Số tiền; cộng lại đúng bằng tổng của kế hoạch. Trống: chưa có số, hoặc ngoại tệ chưa có tỷ giá",
                    "The money; adds up to the plan's total. Empty: no sum is given, or a foreign currency without a rate",
                ),
            ),
            Column("written", Sort.TEXT, Text("Như viết trong tệp", "As written")),
            Column("purpose", Sort.TEXT, Need.fields["for"].about),
        ),
        _funding,
    ),
    listed(
        "in_kind",
        Text("Đóng góp hiện vật, ngày công", "Contributions in kind"),
        fields(InKind, "id", "name", "unit", "value_per_unit", "contributors"),
        lambda plan: plan.resources.in_kind if plan.resources else (),
    ),
    Relation(
        "in_kind_uses",
        Text("Nhiệm vụ dùng bao nhiêu hiện vật", "What tasks take in kind"),
        (
            *(_TASK, _ACTION),
            Column("in_kind", Sort.TEXT, Text("Mã đóng góp", "The contribution's id")),
            _YEAR,
            Column("quantity", Sort.NUMBER, Text("Khối lượng", "The quantity")),
            Column("unit", Sort.TEXT, Text("Đơn vị tính", "The unit")),
        ),
        _uses,
    ),
    listed(
        "constraints",
        Text("Ràng buộc khác về nguồn lực", "Limits other than money"),
        fields(Constraint, "kind", "text"),
        lambda plan: plan.resources.constraints if plan.resources else (),
    ),
    listed(
        "commitments",
        Text("Cam kết", "Commitments"),
        (
            *fields(Commitment, "id", "status", "fund", "amount", "year", "in_kind", "quantity", "statement"),
            *(field(Commitment, "date", "given_date"), field(Commitment, "evidence")),
        ),
        lambda plan: plan.commitments,
    ),
    Relation(
        "commitment_parties",
        Text("Ai cam kết", "Who has promised"),
        (_COMMITMENT, Column("body", Sort.TEXT, Text("Mã đơn vị, như `owners.id`", "The body's id, as in `owners.id`"))),
        _parties,
    ),
    Relation(
        "commitment_tasks",
        Text("Cam kết cho nhiệm vụ nào; cam kết chung có đủ mọi nhiệm vụ", "For which tasks; of a promise for all, every task"),
        (_COMMITMENT, Column("task", Sort.TEXT, Text("Mã nhiệm vụ hoặc hành động", "The task's or action's id"))),
        _promised,
    ),
)
