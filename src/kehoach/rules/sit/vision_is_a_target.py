"""SIT008: a vision with figures in it."""

import re
from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule
from kehoach.values.text import nfc


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report a vision that gives a percentage or a quantity; a year is none."""
    match = _figure(nfc(plan.vision.statement)) if plan.vision and plan.vision.statement else None
    if plan.vision is not None and match is not None:
        severity = Severity.NOTE if plan.kind is PlanKind.ANNUAL else None
        yield Finding(path=plan.vision.at("statement"), values={"figure": match[0]}, severity=severity)


def _figure(statement: str) -> re.Match[str] | None:
    return None if _DIGITS.isdisjoint(statement) else re.search(_FIGURE, statement, re.IGNORECASE)


_DIGITS = frozenset("0123456789")
_FIGURE = (  # compiled when met: a vision seldom has any digit
    r"(?<!năm )\b[0-9][0-9.,]*\s*(?:[%‰]|(?:t[ỷỉ](?! lệ| trọng| suất)|triệu|nghìn|ngàn|đồng|usd|ha|km|tấn|tạ|kg|hộ|người|lần"
    r"|phần trăm|điểm phần trăm|percent|thousand|million|billion|tonnes?|hectares?|households?|people|times)\b)"
)

RULE = Rule(
    code="SIT008",
    name="vision-is-a-target",
    nature=WRONG,
    severities=WARNING,
    message=Text(vi="tầm nhìn có con số {figure!r}, đó là mục tiêu", en="the vision has the figure {figure!r}: that is an objective"),
    why=Text(
        vi="Tầm nhìn là bức tranh mong muốn, không đo bằng số; con số thuộc về mục tiêu và chỉ tiêu.",
        en="A vision is a wished-for picture and is not measured; figures belong to objectives and indicators.",
    ),
    fix=Text(
        vi="Chuyển con số sang `objectives` hoặc `monitoring.indicators`, giữ lại bức tranh.",
        en="Move the figure to `objectives` or `monitoring.indicators` and keep the picture.",
    ),
    source="S2-B3",
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC)),
    check=check,
)
