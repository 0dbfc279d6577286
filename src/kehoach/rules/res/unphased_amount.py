"""RES012: money of several years without a year."""

from collections.abc import Iterator

from kehoach.analysis.budget import budget
from kehoach.analysis.span import span
from kehoach.analysis.works import Placed
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task or action of several years once, at its first amount without a year."""
    reported = set()
    for cost in budget(plan).undated:
        years = span(Placed(cost.work, cost.task)).years
        if years is not None and len(years) > 1 and cost.work.id not in reported:
            reported.add(cost.work.id)
            values = {"id": cost.work.id, "first": str(years[0]), "last": str(years[-1])}
            yield Finding(path=cost.need.at("year"), values=values, subject=cost.work.id)


RULE = Rule(
    code="RES012",
    name="unphased-amount",
    nature=MISSING,
    severities=NOTE,
    message=Text(
        vi="{id} làm từ năm {first} đến năm {last} nhưng kinh phí chưa chia theo năm",
        en="{id} runs from {first} to {last} and its money is not split by year",
    ),
    why=Text(
        vi="Ngân sách giao theo năm; tiền chưa phân kỳ thì không so được với mức trần của từng năm.",
        en="Budgets are given by year; money without years cannot be held against the limit of any.",
    ),
    fix=Text(
        vi="Chia khoản tiền thành nhiều dòng `needs`, mỗi dòng một `year`.", en="Split the amount into several `needs`, each with a `year`."
    ),
    source="S0-3",
    lacks=Text(vi="phân kỳ kinh phí theo năm", en="the years of the money"),
    check=check,
)
