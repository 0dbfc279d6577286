"""`kehoach validate`: check plans."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from kehoach import __version__
from kehoach.checking import Checked, Request
from kehoach.cli.options import Ascii, Force, Lang, Quiet, StageAs, Today, Verbose, codes, day, one_of
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.language import Language, Text
from kehoach.model.vocabulary import Stage
from kehoach.reading.writing import write
from kehoach.workspace.discovery import STDIN, Source, discover
from kehoach.workspace.execution import check_all, check_text

T = TypeVar("T")

HELP = tr(
    "Kiểm tra kế hoạch: mỗi phát hiện có tệp, dòng, cột, mã luật, lý do và cách sửa.",
    "Check plans: every finding has file, line, column, rule code, reason and remedy.",
)
EXAMPLE = tr("Ví dụ: kehoach validate plan.yaml --stage submitted", "Example: kehoach validate plan.yaml --stage submitted")

_MANY = 5

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=tr("[TỆP|THƯ MỤC]...", "[PATHS]..."),
        help=tr(
            "Tệp, thư mục hoặc mẫu tên; - là đầu vào chuẩn; để trống: cả kho.",
            "Files, folders, globs; - is standard input; none: the workspace.",
        ),
        show_default=False,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar=tr("DẠNG[=TỆP]", "FORMAT[=FILE]"),
        help=tr(
            "text, concise, checklist hoặc json; lặp lại được, mỗi dạng ra một tệp.",
            "text, concise, checklist or json; may be repeated, each to a file.",
        ),
        show_default="text",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar=tr("MÃ", "CODES"), help=tr("Chỉ các luật này.", "Only these rules."), show_default=False),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar=tr("MÃ", "CODES"), help=tr("Bỏ qua các luật này.", "Not these rules."), show_default=False),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on", metavar="error|warning|note", help=tr("Từ mức nào thì mã thoát là 1.", "From which severity on the exit code is 1.")
    ),
]
StdinName = Annotated[
    str, typer.Option("--stdin-filename", metavar=tr("TÊN", "NAME"), help=tr("Tên gọi của đầu vào chuẩn.", "What to call standard input."))
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", min=1, metavar="N", help=tr("Số tiến trình.", "How many processes."), show_default=False)
]


def command(
    paths: Paths = None,
    formats: Formats = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = "error",
    stage: StageAs = None,
    today: Today = None,
    jobs: Jobs = None,
    stdin_filename: StdinName = "<stdin>",
    lang: Lang = None,
    *,
    quiet: Quiet = False,
    verbose: Verbose = False,
    ascii_only: Ascii = False,
    force: Force = False,
) -> int:
    """Check and print."""
    targets = _targets(formats or ["text"])
    limit = one_of(Severity, fail_on, "--fail-on")
    found = discover(paths or [])
    request = Request(
        today=day(today),
        stage=one_of(Stage, stage, "--stage") if stage else None,
        select=codes(select, "--select"),
        ignore=codes(ignore, "--ignore"),
        quote=verbose or len(found.sources) <= _MANY,
    )
    results, troubles = _checked(found.sources, request, jobs, stdin_filename)
    troubles = [*found.troubles, *troubles]
    language = _language(lang, results)
    for trouble in troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    if not results and not troubles:
        raise KehoachError(_NOTHING)
    outcome = Outcome(
        results=tuple(results),
        today=request.today,
        language=language,
        version=__version__,
        colour=uses_colour(sys.stdout),
        width=width(sys.stdout),
        verbose=verbose,
        quiet=quiet,
        ascii=ascii_only,
    )
    _deliver(targets, outcome, found.sources, force=force)
    if troubles or not any(result.plan or result.diagnostics for result in results):
        return _nothing_read(results, troubles, language)
    return int(any(d.severity.rank <= limit.rank for result in results for d in result.diagnostics))


def _targets(formats: list[str]) -> list[tuple[Format, str]]:
    """Read `FORMAT` and `FORMAT=FILE`; one at most goes to standard output."""
    targets = []
    for text in formats:
        name, _, file = text.partition("=")
        targets.append((one_of(Format, name, "--format"), file))
    if sum(not file for _, file in targets) > 1:
        raise KehoachError(_ONE_STDOUT)
    return targets


def _checked(sources: tuple[Source, ...], request: Request, jobs: int | None, stdin_name: str) -> tuple[list[Checked], list[KehoachError]]:
    if any(source.file == STDIN for source in sources):
        if len(sources) > 1:
            raise KehoachError(_STDIN_ALONE)
        return [check_text(sys.stdin.buffer.read(), stdin_name, request, None)], []
    results, troubles = [], []
    for outcome in _with_progress(check_all(sources, request, jobs), len(sources)):
        if outcome.trouble is not None:
            troubles.append(outcome.trouble)
        elif outcome.checked is not None:
            results.append(outcome.checked)
    return results, troubles


def _with_progress(items: Iterable[T], total: int) -> Iterator[T]:
    """Count on the terminal once it takes longer than a second."""
    if not sys.stderr.isatty():
        yield from items
        return
    start, shown = time.monotonic(), False
    for number, item in enumerate(items, start=1):
        if time.monotonic() - start > 1:
            print(f"\r{number}/{total}", end="", file=sys.stderr, flush=True)
            shown = True
        yield item
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _language(said: str | None, results: list[Checked]) -> Language:
    plans = [result.plan for result in results if result.plan is not None]
    return chosen_language(said, plans[0].language if len(results) == 1 and plans else "")


def _deliver(targets: list[tuple[Format, str]], outcome: Outcome, sources: tuple[Source, ...], *, force: bool) -> None:
    inputs = tuple(Path(source.file) for source in sources if source.file != STDIN)
    for form, file in targets:
        text = render(form, replace(outcome, colour=False, width=0) if file else outcome)
        if file:
            write(Path(file), text.encode("utf-8", "backslashreplace"), force=force, inputs=inputs)
        else:
            sys.stdout.write(text)


def _nothing_read(results: list[Checked], troubles: list[KehoachError], language: Language) -> int:
    """Exit as for wrong use where a file could not be opened, or no plan was among the files."""
    if not troubles:
        skipped = ", ".join(sorted({result.skipped for result in results}))
        print(f"kehoach: {_ONLY_OTHERS.fill(language, {'kinds': skipped, 'count': len(results)})}", file=sys.stderr)
    return 2


_NOTHING = Text(vi="không có gì để kiểm tra", en="there is nothing to check")
_ONLY_OTHERS = Text(
    vi="không có kế hoạch nào trong {count} tệp (chỉ có {kinds}, chưa được kiểm tra)",
    en="none of the {count} files is a plan (only {kinds}, which are not checked yet)",
)
_ONE_STDOUT = Text(
    vi="--format: chỉ một dạng được in ra màn hình; ghi dạng kia vào tệp, như json=ket-qua.json",
    en="--format: only one format goes to standard output; send the other to a file, as in json=result.json",
)
_STDIN_ALONE = Text(vi="đầu vào chuẩn (-) không đi cùng tệp khác", en="standard input (-) does not go with other files")
