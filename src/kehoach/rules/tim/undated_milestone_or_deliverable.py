"""TIM012: a milestone without a date."""

from collections.abc import Iterator

from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each undated milestone of the plan, and each deliverable of a task's milestones."""
    for milestone in plan.timelines.milestones if plan.timelines else ():
        if milestone.date is None:
            yield Finding(path=milestone.at("date"), values={"what": milestone.title}, subject=milestone.id)
    for work, _task in works(plan):
        for part in work.milestones:
            if part.date is None:
                what = part.deliverable or Text(vi=f"mốc của {work.id}", en=f"milestone of {work.id}")
                yield Finding(path=part.at("date"), values={"what": what}, subject=work.id)


RULE = Rule(
    code="TIM012",
    name="undated-milestone-or-deliverable",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="chưa có thời điểm: {what}", en="no date: {what}"),
    why=Text(
        vi="Mốc hay sản phẩm không có thời điểm thì không kiểm tra được đúng hạn hay chậm.",
        en="Whether a milestone or deliverable is late cannot be told without its date.",
    ),
    fix=Text(vi="Ghi `date`, theo quý cũng được.", en="Write `date`; a quarter will do."),
    source="S0-4",
    lacks=Text(vi="thời điểm của mốc, sản phẩm", en="the date of a milestone or deliverable"),
    check=check,
)
