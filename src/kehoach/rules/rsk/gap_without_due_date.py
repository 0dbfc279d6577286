"""RSK007: a gap without a date or a body to fill it."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each open gap that lacks one of the two."""
    for gap in plan.gaps:
        lacking = (*(() if gap.due else (_DUE,)), *(() if gap.owner else (_OWNER,)))
        if lacking and gap.closed is None:
            yield Finding(path=gap.at("owner" if gap.due else "due"), values={"id": gap.id, "lacking": lacking}, subject=gap.id)


_DUE = Text(vi="hạn bổ sung", en="a due date")
_OWNER = Text(vi="đơn vị bổ sung", en="an owner")

RULE = Rule(
    code="RSK007",
    name="gap-without-due-date",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="nội dung còn thiếu {id} chưa có {lacking}", en="the gap {id} lacks {lacking}"),
    why=Text(
        vi="Nội dung còn thiếu mà không có hạn, không giao ai thì sẽ thiếu đến hết kỳ.",
        en="What is lacking without a date and a body to fill it stays lacking.",
    ),
    fix=Text(vi="Ghi `due:` và `owner:` cho mục này.", en="Write `due:` and `owner:` for this entry."),
    source="S0-5",
    lacks=Text(vi="hạn hoặc đơn vị bổ sung nội dung còn thiếu", en="the due date or owner of a gap"),
    reads=("..owner", "..due", "..closed"),
    check=check,
)
