"""`kehoach rollup`: an upper plan with its lower ones."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path

from kehoach.analysis.rollup import Rollup, rollup
from kehoach.cli import options as shared
from kehoach.cli.delivering import Place, deliver
from kehoach.cli.endings import form_of
from kehoach.cli.options import day
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.workspace import pinning
from kehoach.workspace.configuration import configuration
from kehoach.workspace.discovery import discover
from kehoach.workspace.gathering import Gathered, gathered
from kehoach.workspace.running import start

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
    HTML = "html"
    XLSX = "xlsx"


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
    shared.form(parser, RollupFormat, RollupFormat.TEXT)
    parser.flag(
        "--pin",
        about=tr(
            "Ghim các số của kế hoạch cấp trên vào kehoach.lock.",
            "Pin the values of the upper plan in kehoach.lock.",
        ),
    )
    shared.output(parser)
    shared.today(parser)
    shared.config(parser)
    shared.lang(parser)
    shared.force(parser)
    shared.no_cache(parser)


def command(given: Given) -> int:
    """Put the plans together and print."""
    form = form_of(RollupFormat, given.form, given.output, RollupFormat.TEXT)
    found = _gathered(given)
    language = chosen_language(given.lang, found.settings.language)
    for trouble in found.troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    if given.pin:
        _pin(found.family.upper.card.id if found.family.upper else "", pinning.write(found.home, found.uppers), language)
    result = rollup(found.family)
    place = Place(given.output, given.force, tuple(Path(card.path) for card in (result.upper, *result.lowers)))
    content = _written(form, result, language, day(given.today))
    deliver(content, f"{result.upper.id}-rollup.{form}", place, language, is_binary=form is RollupFormat.XLSX)
    return 0


def _gathered(given: Given) -> Gathered:
    """Put the plans together; where there is none at all, no plan is blamed for it."""
    plan, config = given.plan, Path(given.config) if given.config else None
    try:
        return gathered(plan, day(given.today), config, cache=not given.no_cache)
    except KehoachError:
        paths = (plan,) if plan is not None and Path(plan).is_dir() else ()
        settings = configuration(start(paths), config)
        found = discover(list(paths), settings.plans, settings.exclude, settings.root)
        if not found.sources:
            raise found.troubles[0] from None
        raise


def _written(form: RollupFormat, result: Rollup, language: Language, today: date) -> bytes:
    """Write in the format that is asked for; each is loaded only then."""
    match form:
        case RollupFormat.JSON:
            from kehoach.formats import rollup_json  # noqa: PLC0415 - one format is wanted

            return rollup_json.render(result).encode()
        case RollupFormat.TEXT | RollupFormat.MD:
            from kehoach.formats import rollup_pages  # noqa: PLC0415 - one format is wanted

            pages = rollup_pages.text if form is RollupFormat.TEXT else rollup_pages.markdown
            return pages(result, language).encode("utf-8", "backslashreplace")
        case RollupFormat.HTML | RollupFormat.XLSX:
            from kehoach.reports import rollup as reports  # noqa: PLC0415 - one format is wanted
            from kehoach.reports.options import Options  # noqa: PLC0415 - as above

            options = Options(today=today, language=language)
            return reports.page(result, options) if form is RollupFormat.HTML else reports.workbook(result, options)


def _pin(plan: str, changed: bool, language: Language) -> None:  # noqa: FBT001 - what writing answered
    print(f"kehoach: {(_PINNED if changed else _SAME).fill(language, {'plan': plan})}", file=sys.stderr)


_PINNED = Text(vi="đã ghim {plan} vào kehoach.lock", en="pinned {plan} in kehoach.lock")
_SAME = Text(vi="{plan} không đổi so với kehoach.lock", en="{plan} is as kehoach.lock has it")
