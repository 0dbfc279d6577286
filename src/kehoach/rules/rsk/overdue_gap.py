"""RSK008: a gap that is still open after its date."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each open gap whose last day has passed."""
    for gap in plan.gaps:
        if gap.closed is None and gap.due is not None and gap.due.last < context.today:
            days = (context.today - gap.due.last).days
            yield Finding(path=gap.at("due"), values={"id": gap.id, "due": gap.due, "days": days}, subject=gap.id)


RULE = Rule(
    code="RSK008",
    name="overdue-gap",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="nội dung còn thiếu {id} quá hạn {days} ngày (hạn: {due})",
        en="the gap {id} is {days} days overdue (due {due})",
    ),
    why=Text(
        vi="Kế hoạch đã hẹn bổ sung mà chưa bổ sung; phần dựa vào nó chưa chắc chắn.",
        en="The plan promised to fill it and has not; what rests on it is unsure.",
    ),
    fix=Text(
        vi="Bổ sung rồi ghi `closed:` là ngày xong, hoặc hẹn lại `due:`.",
        en="Fill it and write the day in `closed:`, or set a new `due:`.",
    ),
    source="S0-5",
    lacks=Text(vi="nội dung đã quá hạn bổ sung", en="what was due to be filled in"),
    reads=("..closed",),
    check=check,
)
