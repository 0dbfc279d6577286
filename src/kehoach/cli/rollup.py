"""`kehoach rollup`: an upper plan with its lower ones."""

import sys
from enum import StrEnum
from pathlib import Path

from kehoach.analysis.rollup import rollup
from kehoach.cli import options as shared
from kehoach.cli.options import day, one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.formats import rollup_pages
from kehoach.language import Language, Text
from kehoach.model.portfolio import Family
from kehoach.workspace import pinning
from kehoach.workspace.gathering import gathered

HELP = tr(
    "Gộp kế hoạch cấp trên với các kế hoạch cấp dưới: chỉ tiêu, vốn, kiến nghị.",
    "An upper plan with its lower ones: targets, money, requests.",
)
EXAMPLE = tr("Ví dụ: kehoach rollup examples/tinh-mau-2026", "Example: kehoach rollup examples/tinh-mau-2026")


class RollupFormat(StrEnum):
    """How it is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words(
        "plan",
        tr("KẾ HOẠCH", "PLAN"),
        tr(
            "Tệp, mã hoặc thư mục của kế hoạch cấp trên; để trống: kế hoạch trên cùng của kho.",
            "The upper plan's file, id or folder; none: the uppermost of the workspace.",
        ),
    )
    parser.option("--format", name="form", metavar="|".join(RollupFormat), about=tr("Dạng in.", "The format."), default="text")
    parser.flag(
        "--pin",
        about=tr(
            "Ghim các số của kế hoạch cấp trên vào kehoach.lock.",
            "Pin the values of the upper plan in kehoach.lock.",
        ),
    )
    shared.today(parser)
    shared.config(parser)
    shared.lang(parser)


def command(given: Given) -> int:
    """Put the plans together and print."""
    form = one_of(RollupFormat, given.form, "--format")
    found = gathered(given.plan, day(given.today), Path(given.config) if given.config else None)
    language = chosen_language(given.lang, found.settings.language)
    for trouble in found.troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    if given.pin:
        _pin(found.family.upper.card.id if found.family.upper else "", pinning.write(found.home, found.uppers), language)
    sys.stdout.write(_written(form, found.family, language))
    return 0


def _written(form: RollupFormat, family: Family, language: Language) -> str:
    result = rollup(family)
    match form:
        case RollupFormat.TEXT:
            return rollup_pages.text(result, language)
        case RollupFormat.JSON:
            return rollup_pages.as_json(result)
        case RollupFormat.MD:
            return rollup_pages.markdown(result, language)


def _pin(plan: str, changed: bool, language: Language) -> None:  # noqa: FBT001 - what writing answered
    print(f"kehoach: {(_PINNED if changed else _SAME).fill(language, {'plan': plan})}", file=sys.stderr)


_PINNED = Text(vi="đã ghim {plan} vào kehoach.lock", en="pinned {plan} in kehoach.lock")
_SAME = Text(vi="{plan} không đổi so với kehoach.lock", en="{plan} is as kehoach.lock has it")
