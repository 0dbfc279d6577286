"""PRC014: a plan that no group with a head made."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report once: no group, or one without head or members."""
    group = plan.process.group if plan.process else None
    if group is None:
        yield Finding(path=("process", "group"), values={"fault": _NONE})
    elif not group.lead:
        yield Finding(path=group.at("lead"), values={"fault": _NO_HEAD})
    elif not group.members:
        yield Finding(path=group.at("members"), values={"fault": _NO_MEMBERS})


_NONE = Text(vi="chưa lập tổ lập kế hoạch", en="there is no planning group")
_NO_HEAD = Text(vi="tổ lập kế hoạch chưa có người đứng đầu", en="the planning group has no head")
_NO_MEMBERS = Text(vi="tổ lập kế hoạch chưa có thành viên", en="the planning group has no members")

RULE = Rule(
    code="PRC014",
    name="no-planning-group",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="{fault}", en="{fault}"),
    why=Text(
        vi="Việc đầu tiên của quy trình là lập nhóm, nêu rõ ai đứng đầu và ai tham gia.",
        en="The first thing in the process is a group with its head and all who take part.",
    ),
    fix=Text(
        vi="Ghi `process.group` với `lead`, `members`, `decision`.",
        en="Write `process.group` with `lead`, `members`, `decision`.",
    ),
    source="S2-B1",
    lacks=Text(vi="tổ lập kế hoạch", en="the planning group"),
    processes=frozenset(("led-strategic", "mop-sedp")),
    check=check,
)
