"""TSK001: a plan without tasks."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that no task is listed."""
    if not plan.tasks:
        yield Finding(path=plan.at("tasks"))


RULE = Rule(
    code="TSK001",
    name="no-tasks",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa có nhiệm vụ nào", en="the plan has no tasks"),
    why=Text(
        vi="Kế hoạch hành động bắt đầu từ danh sách việc phải làm; các mục còn lại đều dựa vào đó.",
        en="An action plan starts from the list of what is to be done; all other sections rest on it.",
    ),
    fix=Text(
        vi="Liệt kê các nhiệm vụ trong `tasks`, mỗi nhiệm vụ có `id` và `title`.",
        en="List the tasks in `tasks`, each with `id` and `title`.",
    ),
    source="S0-1",
    lacks=Text(vi="danh sách nhiệm vụ", en="a list of tasks"),
    silences=("OBJ004", "OBJ005", "OBJ008", "TSK005"),
    check=check,
)
