"""SIT003: a shortcoming without its causes."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule
from kehoach.values.text import short


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each shortcoming of the period before that nobody explained."""
    review = plan.situation.previous_period if plan.situation else None
    for number, limitation in enumerate(review.limitations if review else (), start=1):
        if not limitation.causes:
            yield Finding(path=limitation.at("causes"), values={"text": short(limitation.text)}, subject=f"{number}")


RULE = Rule(
    code="SIT003",
    name="limitation-without-cause",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="hạn chế {text!r} chưa có nguyên nhân", en="the shortcoming {text!r} has no causes"),
    why=Text(
        vi="Không biết nguyên nhân thì kỳ này lặp lại hạn chế của kỳ trước.",
        en="Unless the causes are known this period repeats the shortcomings of the last.",
    ),
    fix=Text(
        vi="Ghi `causes:`, phân biệt nguyên nhân khách quan và chủ quan.",
        en="Write the `causes:`, those outside and those of one's own making.",
    ),
    source="S4-2",
    lacks=Text(vi="nguyên nhân của hạn chế thứ", en="the causes of shortcoming number"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC, PlanKind.SECTOR)),
    check=check,
)
