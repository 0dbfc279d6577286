"""`kehoach render --report appraisal`: a sheet for each plan, whatever is wrong with it, and a line for each of many."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach import __version__
from kehoach.cli.delivering import tell
from kehoach.cli.endings import refuse_file
from kehoach.cli.options import day, one_of, stage_of
from kehoach.cli.parser import Given
from kehoach.cli.rules import own_rules
from kehoach.cli.speech import chosen_language
from kehoach.cli.templating import template_of
from kehoach.errors import KehoachError
from kehoach.formats import json
from kehoach.formats.base import Outcome
from kehoach.language import Language, Text
from kehoach.reading.writing import make, write
from kehoach.reports.catalogue import Edition, Options, OutputFormat, Report, Tell, overview, render
from kehoach.reports.views.desk import desk
from kehoach.workspace.answering import RECORD, read
from kehoach.workspace.appraising import Appraised, appraised
from kehoach.workspace.choosing import file_of
from kehoach.workspace.discovery import STDIN
from kehoach.workspace.execution import all_here
from kehoach.workspace.running import Run, Wishes, run

_OVERVIEWS = frozenset((OutputFormat.MD, OutputFormat.HTML, OutputFormat.XLSX))
"""The formats in which a table of so many columns can be read."""

OVERVIEW = "appraisal-overview"
"""The name of the file with one line a plan."""


WORTH_PROCESSES = 4
"""From so many plans on, sheets are drawn in several processes."""


class Sheet(NamedTuple):
    """A file to write."""

    path: Path
    content: bytes


class Drawn(NamedTuple):
    """The sheets of one plan, a form each, and what the reader should know of them."""

    contents: tuple[bytes, ...]
    told: tuple[Text, ...]


def appraise(given: Given, forms: Sequence[OutputFormat]) -> int:
    """Check the plans and write the sheet of each; 1 where a file could not be read as a plan, and so has none."""
    stdin = sys.stdin.buffer.read() if STDIN in given.paths else b""
    wishes = Wishes(paths=tuple(map(file_of, given.paths)), today=day(given.today), stage=stage_of(given.stage), stdin=stdin)
    last = read(Path(given.since)) if given.since else None
    done = run(wishes, lambda outcomes, _: iter(outcomes))
    found = list(appraised(done, last, stdin))
    language = chosen_language(given.lang, done.configuration.language or _own_language(found))
    for trouble in done.troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    if not found:
        raise KehoachError(_NO_PLAN)
    code = _one(found[0], done, given, forms, language) if len(found) == 1 else _many(found, done, given, forms, language)
    return 2 if done.troubles else code


def _own_language(found: Sequence[Appraised]) -> str:
    return found[0].plan.language or "" if len(found) == 1 and found[0].plan else ""


def _one(one: Appraised, done: Run, given: Given, forms: Sequence[OutputFormat], language: Language) -> int:
    """Write one sheet where other reports are written: to a file, or as text to the standard output."""
    if one.plan is None:
        return _unread([one], language)
    output = Path(given.output) if given.output else None
    say = partial(tell, language=language)
    if len(forms) == 1 and output is None and not forms[0].is_binary:
        sys.stdout.buffer.write(_sheet(one, forms[0], done, given, say))
        sys.stdout.buffer.flush()
        return 0
    folder = output if output is not None and (len(forms) > 1 or output.is_dir()) else None
    for form in forms:
        path = (folder or Path()) / f"{one.plan.id}-appraisal.{form.extension}" if folder or output is None else output
        _write([Sheet(path, _sheet(one, form, done, given, say))], done, given, language)
    return 0


def _many(found: Sequence[Appraised], done: Run, given: Given, forms: Sequence[OutputFormat], language: Language) -> int:
    """Write the sheet of each plan into a folder, the overview, and the findings, against which the next appraisal is held."""
    if not given.output:
        raise KehoachError(_NO_FOLDER, count=len(found))
    refuse_file(given.output, Text(f"{len(found)} kế hoạch", f"{len(found)} plans"))
    folder = Path(given.output)
    names = _names(found)
    views = [form for form in forms if form in _OVERVIEWS] or [OutputFormat.MD]
    wanted = [folder / f"{name}.{form.extension}" for name in filter(None, names) for form in forms]
    wanted += [folder / f"{OVERVIEW}.{form.extension}" for form in views]
    taken = [path for path in (*wanted, folder / RECORD) if path.exists()]
    if taken and not given.force:
        raise KehoachError(_EXISTS, name=str(taken[0]))
    for name, (contents, told) in zip(names, drawn(found, lambda one, form, say: _sheet(one, form, done, given, say), forms), strict=True):
        for text in told:
            tell(text, language)
        sheets = [Sheet(folder / f"{name}.{form.extension}", content) for form, content in zip(forms, contents, strict=False)]
        _write(sheets, done, given, language, quietly=True)
    options = Options(today=day(given.today), language=language)
    table = desk([(one.checked, one.answers) for one in found], options)
    _write([Sheet(folder / f"{OVERVIEW}.{form.extension}", overview(form, table, options)) for form in views], done, given, language)
    _write([Sheet(folder / RECORD, _record(done, given, language))], done, given, language)
    print(_WRITTEN_ALL.fill(language, {"count": sum(map(bool, names)), "folder": str(folder)}), file=sys.stderr)
    return _unread([one for one in found if one.plan is None], language)


def drawn(
    found: Sequence[Appraised], draw: Callable[[Appraised, OutputFormat, Tell], bytes], forms: Sequence[OutputFormat]
) -> Iterator[Drawn]:
    """Draw the sheets of each plan, in several processes where that pays; none of what could not be read as a plan."""

    def work(number: int) -> Drawn:
        told: list[Text] = []
        contents = tuple([draw(found[number], form, told.append) for form in forms if found[number].plan is not None])
        return Drawn(contents, tuple(told))

    here = all_here() if len(found) >= WORTH_PROCESSES else None
    return here(range(len(found)), work) if here is not None else map(work, range(len(found)))


def _names(found: Sequence[Appraised]) -> list[str]:
    """Name the sheets by the plans' ids, which a second plan of the same id has with a number; no plan has no name."""
    names: list[str] = []
    used: set[str] = set()
    for one in found:
        name = f"{one.plan.id}-appraisal" if one.plan else ""
        number = 1
        while name and (name if number == 1 else f"{name}-{number}").casefold() in used:
            number += 1
        names.append(name if number == 1 or not name else f"{name}-{number}")
        used.add(names[-1].casefold())
    return names


def _sheet(one: Appraised, form: OutputFormat, done: Run, given: Given, say: Tell) -> bytes:
    """Render the sheet of one plan in its own language, unless another is asked for."""
    assert one.plan is not None
    assert one.checked.plan is not None
    options = Options(
        today=day(given.today),
        language=one_of(Language, given.lang, "--lang") if given.lang else Language(one.plan.language or Language.VI),
        edition=one_of(Edition, given.edition, "--edition"),
        checklist=one.checked.plan.checklist,
        readiness=one.checked.plan.readiness,
        diagnostics=one.checked.diagnostics,
        stage=one.checked.plan.checked_as,
        unread=len(one.checked.not_checked),
        sources={rule.code: rule.source for rule in own_rules(done.configuration)},
        answers=one.answers,
    )
    template = template_of(given, done.configuration, Report.APPRAISAL, form)
    return render(Report.APPRAISAL, form, one.plan, options, template, say)


def _record(done: Run, given: Given, language: Language) -> bytes:
    outcome = Outcome(results=done.results, today=day(given.today), language=language, version=__version__)
    return json.render(outcome).encode("utf-8", "backslashreplace")


def _write(sheets: Sequence[Sheet], done: Run, given: Given, language: Language, *, quietly: bool = False) -> None:
    inputs = tuple(Path(source.file) for source in done.sources if source.file != STDIN)
    for sheet in sheets:
        make(sheet.path.parent)
        write(sheet.path, sheet.content, force=given.force, inputs=inputs)
        if not quietly:
            print(_WRITTEN.fill(language, {"name": str(sheet.path)}), file=sys.stderr)


def _unread(unread: Sequence[Appraised], language: Language) -> int:
    """Name the files that have no sheet, and the first thing that is wrong with each."""
    for one in unread:
        first = min(one.checked.diagnostics, key=lambda found: found.severity.rank)
        values = {"name": one.checked.path, "line": str(first.place.line), "said": first.said(language)}
        print(f"kehoach: {_UNREAD.fill(language, values)}", file=sys.stderr)
    return int(bool(unread))


_WRITTEN = Text(vi="đã ghi {name}", en="wrote {name}")
_WRITTEN_ALL = Text(vi="đã ghi phiếu của {count} kế hoạch vào {folder}", en="wrote the sheets of {count} plans into {folder}")
_EXISTS = Text(vi="{name} đã có; thêm --force để thay", en="{name} exists; add --force to replace it")
_NO_PLAN = Text(vi="không có kế hoạch nào để thẩm định", en="there is no plan to appraise")
_NO_FOLDER = Text(
    vi="có {count} kế hoạch; ghi rõ thư mục để chứa các phiếu: -o THƯ-MỤC",
    en="there are {count} plans; name the folder for the sheets: -o FOLDER",
)
_UNREAD = Text(
    vi="{name}:{line}: không có phiếu vì không đọc được thành kế hoạch: {said}",
    en="{name}:{line}: there is no sheet, for it could not be read as a plan: {said}",
)
