"""PRC011: an approved plan that was not made public."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Stage
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report once."""
    if context.stage in _APPROVED and not (plan.process and plan.process.disclosure):
        yield Finding(path=("process", "disclosure"))


_APPROVED = (Stage.APPROVED, Stage.IN_FORCE, Stage.CLOSED)

RULE = Rule(
    code="PRC011",
    name="not-disclosed",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="kế hoạch đã phê duyệt mà chưa ghi việc công khai", en="the plan is approved and not made public"),
    why=Text(
        vi="Công khai, minh bạch là điều kiện để người dân kiểm tra, giám sát và các bên chịu trách nhiệm giải trình.",
        en="People can check and supervise only what is public.",
    ),
    fix=Text(
        vi="Niêm yết kế hoạch rồi ghi `process.disclosure` với `date` và `where`.",
        en="Publish the plan and write `process.disclosure` with `date` and `where`.",
    ),
    source="S1-3",
    lacks=Text(vi="công khai kế hoạch", en="the publication of the plan"),
    reads=("stage",),
    check=check,
)
