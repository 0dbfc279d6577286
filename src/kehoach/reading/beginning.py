"""The text of a new plan: every section an empty key with an example under it."""

import re
from typing import NamedTuple

from kehoach.language import Language, Text
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.reading.examples import of_year, with_examples
from kehoach.shipped import folder
from kehoach.values.dates import Period
from kehoach.values.ids import slug

_PLAIN = re.compile(r"[^\W_](?:[\w ./,()–-]*[\w.)])?")
_RESERVED = frozenset(("true", "false", "null", "yes", "no", "on", "off"))
_UNITS = ("Xã ", "Phường ", "Đặc khu ", "Tỉnh ", "Thành phố ", "Huyện ")


class StepGuide(NamedTuple):
    """A step of the process followed, and what to say above its empty key."""

    id: str
    comments: tuple[str, ...]


class Beginning(NamedTuple):
    """What a new plan must say of itself."""

    locality: str
    level: Level
    period: Period
    kind: PlanKind
    id: str = ""
    processes: tuple[str, ...] = ()
    steps: tuple[StepGuide, ...] = ()


def new_plan(beginning: Beginning, language: Language, file: str, schema: str) -> str:
    """Write the text of a new plan; nothing is invented beyond what was given."""
    text = (folder("templates") / "init" / f"plan.{language}.yaml").read_text("utf-8")
    text = of_year(with_examples(text, beginning.processes, language), beginning.period.first.year)
    filled = {
        "SCHEMA": schema,
        "FILE": file,
        "ID": scalar(beginning.id or plan_id(beginning)),
        "TITLE": scalar(title(beginning, language)),
        "KIND": beginning.kind.value,
        "LOCALITY": scalar(beginning.locality),
        "ISSUER": scalar(_ISSUER.fill(language, {"locality": _within_a_name(beginning.locality, language)})),
        "PLACE": scalar(_place(beginning.locality)),
        "LEVEL": beginning.level.value,
        "PERIOD": scalar(beginning.period.text),
        "COUNCIL": _COUNCILS[beginning.level].to(language),
    }
    text = text.replace("@FOLLOWS@\n", _follows(beginning)).replace("@STEPS@\n", _steps(beginning, language))
    for name, value in filled.items():
        text = text.replace(f"@{name}@", value)
    return text


def _follows(beginning: Beginning) -> str:
    return f"  follows: [{', '.join(beginning.processes)}]\n" if beginning.processes else ""


def _steps(beginning: Beginning, language: Language) -> str:
    """Write each step as an empty key under what it is for and what proves it."""
    if not beginning.steps:
        return ""
    lines = [*(f"  # {line}" for line in _HOW.to(language).split("\n")), "  steps:"]
    for step in beginning.steps:
        lines += [*(f"    # {line}" for line in step.comments), f"    {step.id}:"]
    return "".join(f"{line}\n" for line in lines)


def plan_id(beginning: Beginning) -> str:
    """Make an id of the locality and the period."""
    return slug(f"{beginning.locality} {beginning.period.text}")[:64].strip("-._")


def title(beginning: Beginning, language: Language) -> str:
    """Word the title as such plans are titled."""
    locality = _within_a_name(beginning.locality, language)
    return _TITLES[beginning.kind].fill(language, {"locality": locality, "period": beginning.period})


def _within_a_name(locality: str, language: Language) -> str:
    """Write `xã Bắc Hà` in the middle of a Vietnamese name."""
    has_unit = language is Language.VI and locality.startswith(_UNITS)
    return locality[0].lower() + locality[1:] if has_unit else locality


def _place(locality: str) -> str:
    """Give the place above a paper's date: `Bắc Hà`; a unit that is only numbered keeps its word, as in `Phường 3`."""
    name = next((locality.removeprefix(unit) for unit in _UNITS if locality.startswith(unit)), locality).strip()
    return locality if not name or name[0].isdigit() else name


def scalar(text: str) -> str:
    """Write a text as a YAML scalar, in double quotes where it would not be read back as it is."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


_HOW = Text(
    vi="Các bước của quy trình. Để trống là chưa làm; làm xong thì ghi ngày và tệp minh chứng, như\n"
    "  {done: 2025-07-04, evidence: [van-ban/quyet-dinh.pdf]}; bước không áp dụng: {not_applicable: lý do}",
    en="The steps of the process. Empty means not done; once it is, write the day and the files that prove it, such as\n"
    "  {done: 2025-07-04, evidence: [papers/decision.pdf]}; a step that does not apply: {not_applicable: the reason}",
)
_ISSUER = Text(vi="Ủy ban nhân dân {locality}", en="People's Committee of {locality}")
_COUNCILS = {
    Level.NATIONAL: Text("Quốc hội", "The National Assembly"),
    Level.PROVINCE: Text("HĐND tỉnh", "Provincial People's Council"),
    Level.DISTRICT: Text("HĐND huyện", "District People's Council"),
    Level.COMMUNE: Text("HĐND xã", "Commune People's Council"),
}
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
