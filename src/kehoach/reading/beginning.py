"""The text of a new plan: every section an empty key with an example under it."""

import re
from typing import NamedTuple

from kehoach.language import Language, Text
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.shipped import folder
from kehoach.values.dates import Period
from kehoach.values.ids import slug

_PLAIN = re.compile(r"[^\W_](?:[\w ./,()–-]*[\w.)])?")
_RESERVED = frozenset(("true", "false", "null", "yes", "no", "on", "off"))
_UNITS = ("Xã ", "Phường ", "Đặc khu ", "Tỉnh ", "Thành phố ", "Huyện ")


class Beginning(NamedTuple):
    """What a new plan must say of itself."""

    locality: str
    level: Level
    period: Period
    kind: PlanKind
    id: str = ""
    processes: tuple[str, ...] = ()


def new_plan(beginning: Beginning, language: Language, file: str, schema: str) -> str:
    """Write the text of a new plan; nothing is invented beyond what was given."""
    text = (folder("templates") / "init" / f"plan.{language}.yaml").read_text("utf-8")
    follows = f"process:\n  follows: [{', '.join(beginning.processes)}]" if beginning.processes else ""
    filled = {
        "SCHEMA": schema,
        "FILE": file,
        "ID": scalar(beginning.id or plan_id(beginning)),
        "TITLE": scalar(title(beginning, language)),
        "KIND": beginning.kind.value,
        "LOCALITY": scalar(beginning.locality),
        "LEVEL": beginning.level.value,
        "PERIOD": scalar(beginning.period.text),
    }
    text = text.replace("@FOLLOWS@\n", f"{follows}\n" if follows else "")
    for name, value in filled.items():
        text = text.replace(f"@{name}@", value)
    return text


def plan_id(beginning: Beginning) -> str:
    """Make an id of the locality and the period."""
    return slug(f"{beginning.locality} {beginning.period.text}")[:64].strip("-._")


def title(beginning: Beginning, language: Language) -> str:
    """Word the title as such plans are titled."""
    kind = _TITLES[beginning.kind]
    locality = beginning.locality
    if language is Language.VI and locality.startswith(_UNITS):
        locality = locality[0].lower() + locality[1:]
    return kind.fill(language, {"locality": locality, "period": beginning.period})


def scalar(text: str) -> str:
    """Write a text as a YAML scalar, in double quotes where it would not be read back as it is."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


_TITLES = {
    PlanKind.ANNUAL: Text(
        vi="Kế hoạch phát triển kinh tế - xã hội {locality} {period}",
        en="Socio-economic development plan of {locality}, {period}",
    ),
    PlanKind.FIVE_YEAR: Text(
        vi="Kế hoạch phát triển kinh tế - xã hội {locality} {period}",
        en="Five-year socio-economic development plan of {locality}, {period}",
    ),
    PlanKind.STRATEGIC: Text(
        vi="Kế hoạch chiến lược phát triển kinh tế {locality} {period}",
        en="Strategic economic development plan of {locality}, {period}",
    ),
    PlanKind.ACTION: Text(
        vi="Kế hoạch hành động phát triển kinh tế - xã hội {locality} {period}",
        en="Socio-economic action plan of {locality}, {period}",
    ),
    PlanKind.SECTOR: Text(vi="Kế hoạch ngành của {locality} {period}", en="Sector plan of {locality}, {period}"),
    PlanKind.PROGRAMME: Text(vi="Chương trình của {locality} {period}", en="Programme of {locality}, {period}"),
}
