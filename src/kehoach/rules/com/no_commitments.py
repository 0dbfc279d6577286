"""COM009: a plan to which nobody has committed."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report an empty list of commitments."""
    if not plan.commitments:
        yield Finding(path=("commitments",))


RULE = Rule(
    code="COM009",
    name="no-commitments",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa có cam kết nào", en="the plan records no commitments"),
    why=Text(
        vi="Danh mục kiểm tra yêu cầu khẳng định lại sự cam kết của các bên liên quan.",
        en="The checklist asks that the commitment of the parties be confirmed.",
    ),
    fix=Text(
        vi="Ghi trong `commitments` ai cam kết (`by`), cho nhiệm vụ nào (`tasks` hoặc `all: true`), mức chắc chắn.",
        en="Write in `commitments` who commits (`by`), for which tasks (`tasks` or `all: true`), and how firmly.",
    ),
    source="S0-6",
    lacks=Text(vi="cam kết của các bên", en="the commitment of the parties"),
    silences=("COM",),
    check=check,
)
