"""OBJ010: objectives of which nobody knows the first."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import ObjectiveLevel
from kehoach.rules.base import MISSING, NOTE_THEN_WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each specific objective without a rank; a single one needs none."""
    ranked = [objective for objective in plan.objectives if objective.level is not ObjectiveLevel.GENERAL]
    if len(ranked) > 1:
        for objective in ranked:
            if objective.priority is None:
                yield Finding(path=objective.at("priority"), values={"id": objective.id}, subject=objective.id)


RULE = Rule(
    code="OBJ010",
    name="objectives-not-ranked",
    nature=MISSING,
    severities=NOTE_THEN_WARNING,
    message=Text(vi="mục tiêu {id} chưa có thứ tự ưu tiên", en="the objective {id} has no rank"),
    why=Text(
        vi="Lập kế hoạch dựa trên kết quả xuất phát từ mục tiêu ưu tiên của năm; nguồn lực thiếu thì biết điều chỉnh mục tiêu nào trước.",
        en="Results-based planning starts from the year's priorities; where money is short one knows which objective to adjust first.",
    ),
    fix=Text(vi="Ghi `priority:`, 1 là cao nhất.", en="Write `priority:`, 1 for the first."),
    source="S1-1",
    lacks=Text(vi="thứ tự ưu tiên của mục tiêu", en="a rank of objectives"),
    reads=("objectives.*.level",),
    processes=frozenset(("lao-cai",)),
    check=check,
)
