"""MON012: a text that speaks of a change in an indicator of a level, or the reverse."""

from collections.abc import Iterator

from kehoach.analysis.wording import says_change, says_level
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.model.monitoring import Indicator
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Expresses
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule
from kehoach.values.text import short


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report the first such text of each indicator that says what its figures express."""
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        if indicator.expresses is None:
            continue
        is_level = indicator.expresses is Expresses.LEVEL
        wanted, unwanted = (says_level, says_change) if is_level else (says_change, says_level)
        for path, text in _texts(indicator):
            if unwanted(text) and not wanted(text):
                yield Finding(
                    path=path,
                    values={
                        "id": indicator.id,
                        "text": short(text),
                        "says": label(Expresses.CHANGE if is_level else Expresses.LEVEL),
                        "expresses": label(indicator.expresses),
                    },
                    subject=indicator.id,
                )
                break


def _texts(indicator: Indicator) -> Iterator[tuple[KeyPath, str]]:
    yield indicator.at("name"), indicator.name
    for target in indicator.targets:
        if target.value is not None:
            yield target.at("value"), target.value.text


RULE = Rule(
    code="MON012",
    name="change-or-level",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="chỉ tiêu {id} ghi là {expresses}, nhưng {text!r} nói về {says}",
        en="the indicator {id} is said to express {expresses}, but {text!r} speaks of {says}",
    ),
    why=Text(
        vi="Hai cách viết “còn 7%” và “giảm 3%” là hai chỉ tiêu khác nhau; lẫn lộn thì so với giá trị gốc và cộng gộp đều sai.",
        en="What goes “down to 7%” and what goes “down by 3%” are two indicators; mixed up, comparisons and sums are wrong.",
    ),
    fix=Text(
        vi="Viết mức phải đạt cho `expresses: level`, mức tăng, giảm cho `expresses: change`.",
        en="Write the level to be reached for `expresses: level`, the rise or fall for `expresses: change`.",
    ),
    source="S1-4",
    check=check,
)
