"""The plan's money as reports say it; every sum comes from the budget's own analysis."""

from collections.abc import Iterable
from decimal import Context, Decimal

from kehoach.analysis.budget import Budget, budget
from kehoach.analysis.costs import Cost
from kehoach.model.tasks import Task
from kehoach.reports.views.pieces import Figure
from kehoach.reports.views.size import is_crowded
from kehoach.reports.views.telling import Teller, first_up
from kehoach.values.money import Amount, AmountRange, say_money, total
from kehoach.values.words import in_words

NOTHING = "-"

_EXACT = Context(prec=100)


class Money:
    """Says sums in the plan's unit."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.ledger: Budget = budget(teller.plan)
        self.unit = teller.say(self.ledger.unit)
        self.unit_line = teller.text("Đơn vị tính: {unit}", "Unit: {unit}", unit=self.unit)

    @property
    def is_empty(self) -> bool:
        """Whether no task takes any money."""
        return not self.ledger.costs

    def number(self, amount: Amount | None) -> str:
        """Say an amount without its unit; nothing is a dash."""
        return self.value(amount.value) if amount is not None else NOTHING

    def value(self, value: Decimal) -> str:
        """Say a value in the budget's currency without a unit; nothing is a dash."""
        if not value:
            return NOTHING
        return Figure(say_money(value, self.ledger.unit, self.teller.language), _EXACT.divide(value, self.ledger.unit.factor))

    def costs(self, costs: Iterable[Cost]) -> str:
        """Say the sum of costs without its unit."""
        return self.number(self.ledger.sum(costs))

    def limit(self, limits: Iterable[AmountRange]) -> str:
        """Say the sum of limits, or of ranges; a dash where one has no rate."""
        lows, highs = [], []
        for limit in limits:
            lows.append(self.ledger.exchanged(limit.low))
            highs.append(self.ledger.exchanged(limit.high))
        low, high = self.sum(lows), self.sum(highs)
        if low is None or high is None:
            return NOTHING
        return self.number(high) if low == high else f"{self.number(low)} - {self.number(high)}"

    def stated(self, amounts: Iterable[Amount]) -> Amount | None:
        """Add amounts as they are stated in the plan; none where one has no rate, or there are none."""
        return self.sum([self.ledger.exchanged(amount) for amount in amounts])

    def sum(self, amounts: list[Amount | None]) -> Amount | None:
        """Add amounts that are all known."""
        known = [amount for amount in amounts if amount is not None]
        return total(known) if known and len(known) == len(amounts) else None

    def of_task(self, task_id: str) -> str:
        """Say what one task takes, with the unit; empty where it takes no money."""
        costs = self.ledger.costs_of(task_id)
        return self.teller.say(self.ledger.sum(costs)) if costs else ""

    def whole(self) -> str:
        """Say what all tasks take, with the unit."""
        return self.teller.say(self.ledger.sum())

    def whole_with_words(self) -> str:
        """Say what all tasks take, and in words too where it is a whole number of đồng."""
        words = self._words()
        return f"{self.whole()} {self.teller.text('(Bằng chữ: {words})', '(In words: {words})', words=words)}" if words else self.whole()

    def _words(self) -> str:
        whole = self.ledger.sum()
        if whole.currency != "VND" or whole.value != int(whole.value) or not whole.value:
            return ""
        return first_up(in_words(int(whole.value), self.teller.language))

    def notes(self) -> list[str]:
        """Say the total by year and by task, and what is in no sum."""
        return [note for note in (self._total_note(), self._regular_note(), self._unpriced_note(), self._left_out_note()) if note]

    def regular(self) -> list[Task]:
        """List the tasks that are paid from the regular budget."""
        return [task for task in self.teller.plan.tasks if task.within_regular_budget]

    def _total_note(self) -> str:
        if self.is_empty:
            return ""
        teller = self.teller
        years = self._by_year()
        return teller.text(
            "Tổng kinh phí dự kiến: {whole}{years}{parts}.",
            "Total: {whole}{years}{parts}.",
            whole=self.whole(),
            years=f" ({years})" if years else "",
            parts="" if is_crowded(teller.plan) else self._by_task(),
        )

    def _by_task(self) -> str:
        teller = self.teller
        takers = [task for task in teller.plan.tasks if self.ledger.costs_of(task.id)]
        said = "; ".join(
            teller.text("nhiệm vụ {n}: {sum}", "task {n}: {sum}", n=teller.number(task.id), sum=self.costs(self.ledger.costs_of(task.id)))
            for task in takers
        )
        return teller.text(", gồm: {said}", ", of which {said}", said=said)

    def _by_year(self) -> str:
        """Say the sums by year, or the totals that the plan states where its money is undated."""
        if len(self.teller.plan.period.years) == 1:
            return ""
        sums = {year: self.costs(cost for cost in self.ledger.costs if cost.year == year) for year in self.ledger.years}
        resources = self.teller.plan.resources
        if self.ledger.undated:
            sums = {year: self.number(self.ledger.exchanged(amount)) for year, amount in resources.totals.items()} if resources else {}
        return "; ".join(self.teller.text("năm {year}: {sum}", "{year}: {sum}", year=str(year), sum=said) for year, said in sums.items())

    def _regular_note(self) -> str:
        tasks = self.regular()
        if not tasks:
            return ""
        return self.teller.text(
            "Nhiệm vụ {n}: chi thường xuyên của đơn vị chủ trì, không tính riêng.",
            "Task {n}: from the lead's regular budget, not counted apart.",
            n=self.teller.task_numbers(task.id for task in tasks),
        )

    def _unpriced_note(self) -> str:
        tasks: dict[str, list[str]] = {}
        for one in self.ledger.unpriced:
            tasks.setdefault(self.teller.name(one.need.fund), []).append(one.task.id)
        sources = "; ".join(
            self.teller.text("{fund} (nhiệm vụ {n})", "{fund} (task {n})", fund=fund, n=self.teller.task_numbers(dict.fromkeys(ids)))
            for fund, ids in tasks.items()
        )
        if not sources:
            return ""
        return self.teller.text(
            "Chưa xác định số tiền, không cộng vào tổng: {sources}.",
            "Amount not known yet, in no sum: {sources}.",
            sources=sources,
        )

    def _left_out_note(self) -> str:
        said = "; ".join(
            self.teller.text("{amount} (nhiệm vụ {n})", "{amount} (task {n})", amount=one.amount, n=self.teller.number(one.task.id))
            for one in self.ledger.left_out
        )
        if not said:
            return ""
        return self.teller.text("Chưa có tỷ giá, không cộng vào tổng: {said}.", "Without an exchange rate, in no sum: {said}.", said=said)
