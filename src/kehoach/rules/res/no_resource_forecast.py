"""RES005: a plan that does not say what money it can count on."""

from collections.abc import Iterator, Sequence

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report an absent list of funds, or the years of the period for which none has a limit."""
    funds = plan.resources.funds if plan.resources else ()
    if not funds:
        if not plan.tasks or not all(_needs_no_money(task) for task in plan.tasks):
            yield Finding(path=("resources", "funds"), values={"what": _NO_FUNDS})
        return
    limited = {year for fund in funds for year in fund.limits}
    missing = [year for year in plan.period.years if year not in limited]
    if missing:
        years = _years(missing)
        what = Text(vi=f"chưa nguồn nào có mức trần cho năm {years}", en=f"no fund has a limit for {years}")
        silences = () if limited else ("RES003",)
        reads = (("resources", "funds", "*", "limits"),)
        yield Finding(path=("resources", "funds"), values={"what": what}, reads=reads, silences=silences)


def _years(years: Sequence[int]) -> str:
    """Write years next to each other as a span: `2027, 2029-2030`."""
    spans: list[list[int]] = []
    for year in years:
        if spans and spans[-1][-1] == year - 1:
            spans[-1] = [spans[-1][0], year]
        else:
            spans.append([year])
    return ", ".join("-".join(map(str, span)) for span in spans)


def _needs_no_money(task: Task) -> bool:
    """Tell whether a task says that it takes no money of its own."""
    works = (task, *task.actions)
    needs = [need for work in works for need in work.needs]
    if any(need.in_kind is None for need in needs) or any(work.total for work in works):
        return False
    return bool(needs) or any(work.within_regular_budget for work in works)


_NO_FUNDS = Text(vi="chưa có nguồn vốn nào trong `resources`", en="`resources` names no fund")

RULE = Rule(
    code="RES005",
    name="no-resource-forecast",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chưa có dự báo nguồn lực: {what}", en="there is no forecast of resources: {what}"),
    why=Text(
        vi="Không thể lập kế hoạch mà không có nguồn lực: mục tiêu phải gắn với nguồn hiện có và có thể huy động.",
        en="There is no planning without resources: objectives are tied to what is available or can be mobilised.",
    ),
    fix=Text(
        vi="Liệt kê các nguồn trong `resources.funds`, mỗi nguồn có `limits` cho từng năm của kỳ kế hoạch.",
        en="List the funds in `resources.funds`, with `limits` for each year of the period.",
    ),
    source="S1-3",
    lacks=Text(vi="dự báo nguồn lực", en="a forecast of resources"),
    reads=(
        "period",
        "tasks.*.within_regular_budget",
        "tasks.*.needs.*.in_kind",
        "tasks.*.actions.*.within_regular_budget",
        "tasks.*.actions.*.needs.*.in_kind",
    ),
    silences=("RES001", "RES003", "OBJ005"),
    check=check,
)
