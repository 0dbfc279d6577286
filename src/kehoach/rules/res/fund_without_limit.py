"""RES003: a fund that does not say how much it has."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each fund without a limit for any year."""
    for fund in plan.resources.funds if plan.resources else ():
        if not fund.limits:
            yield Finding(path=fund.at("limits"), values={"id": fund.id, "name": fund.name}, subject=fund.id)


RULE = Rule(
    code="RES003",
    name="fund-without-limit",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="nguồn {id} ({name}) chưa có mức trần", en="the fund {id} ({name}) has no limit"),
    why=Text(
        vi="Không có mức trần thì không biết nguồn có đủ cho các nhiệm vụ hay không.",
        en="Without a limit nobody can tell whether the fund covers the tasks.",
    ),
    fix=Text(
        vi="Ghi `limits` với số tiền của từng năm; chưa chắc thì ghi một khoảng như `3 - 5 tỷ đồng`.",
        en="Write `limits` with the amount of each year; a range such as `3 - 5 tỷ đồng` will do.",
    ),
    source="S1-3",
    lacks=Text(vi="mức trần của nguồn vốn", en="the limit of a fund"),
    reads=(".",),
    check=check,
)
