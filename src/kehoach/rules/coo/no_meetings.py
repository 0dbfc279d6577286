"""COO003: parties that have not agreed when to meet."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that there is no meeting, or none that says how often."""
    coordination = plan.coordination
    if coordination is not None and all(meeting.frequency is None for meeting in coordination.meetings):
        yield Finding(path=coordination.at("meetings"))


RULE = Rule(
    code="COO003",
    name="no-meetings",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="cơ chế điều phối chưa có lịch họp định kỳ", en="the coordination mechanism has no regular meeting"),
    why=Text(
        vi="Không họp định kỳ thì vướng mắc giữa các bên chỉ lộ ra khi đã muộn.",
        en="Without regular meetings the parties learn of each other's trouble when it is too late.",
    ),
    fix=Text(
        vi="Ghi trong `coordination.meetings` ít nhất một cuộc họp có `frequency`.",
        en="Write at least one meeting with a `frequency` in `coordination.meetings`.",
    ),
    source="S0-7",
    lacks=Text(vi="lịch họp định kỳ", en="a regular meeting"),
    check=check,
)
