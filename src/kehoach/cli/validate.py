"""`kehoach validate`: check plans."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from kehoach import __version__
from kehoach.cli.options import Ascii, Config, Force, Lang, Quiet, StageAs, Today, Verbose, codes, day, one_of
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.formats.statistics import counted
from kehoach.language import Language, Text
from kehoach.model.vocabulary import Stage
from kehoach.reading.events import PARSER
from kehoach.reading.writing import write
from kehoach.workspace.discovery import STDIN, Source
from kehoach.workspace.running import Run, Wishes, run

T = TypeVar("T")

HELP = tr(
    "Kiểm tra kế hoạch: mỗi phát hiện có tệp, dòng, cột, mã luật, lý do và cách sửa.",
    "Check plans: every finding has file, line, column, rule code, reason and remedy.",
)
EXAMPLE = tr(
    "Ví dụ: kehoach validate plan.yaml --stage submitted",
    "Example: kehoach validate plan.yaml --stage submitted",
)

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
ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar=tr("BẢN", "REV"),
        help=tr(
            "Chỉ các tệp khác với phiên bản git này.",
            "Only files that differ from this git revision.",
        ),
        show_default=False,
    ),
]
Baseline = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar=tr("TỆP", "FILE"),
        help=tr(
            "Danh sách phát hiện cũ được tạm chấp nhận.",
            "Old findings that are accepted for the time being.",
        ),
        show_default=False,
    ),
]
UpdateBaseline = Annotated[
    bool,
    typer.Option(
        "--update-baseline",
        help=tr(
            "Ghi danh sách đó; danh sách đã có chỉ ngắn đi.",
            "Write that file; one that exists only shrinks.",
        ),
    ),
]
Statistics = Annotated[bool, typer.Option("--statistics", help=tr("Đếm phát hiện theo luật.", "Count the findings by rule."))]
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
    config: Config = None,
    changed_since: ChangedSince = None,
    baseline: Baseline = None,
    jobs: Jobs = None,
    stdin_filename: StdinName = "<stdin>",
    lang: Lang = None,
    *,
    update_baseline: UpdateBaseline = False,
    statistics: Statistics = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    ascii_only: Ascii = False,
    force: Force = False,
) -> int:
    """Check and print."""
    targets = _targets(formats or ["text"])
    limit = one_of(Severity, fail_on, "--fail-on")
    done = run(
        Wishes(
            paths=tuple(paths or ()),
            today=day(today),
            stage=one_of(Stage, stage, "--stage") if stage else None,
            select=codes(select, "--select"),
            ignore=codes(ignore, "--ignore"),
            config=Path(config) if config else None,
            jobs=jobs,
            quote_all=verbose,
            stdin=sys.stdin.buffer.read() if STDIN in (paths or ()) else b"",
            stdin_name=stdin_filename,
            changed_since=changed_since,
            baseline=_baseline(baseline, update=update_baseline),
            update_baseline=update_baseline,
        ),
        _with_progress,
    )
    outcome = Outcome(
        results=done.results,
        today=day(today),
        language=_language(lang, done),
        version=__version__,
        colour=uses_colour(sys.stdout),
        width=width(sys.stdout),
        verbose=verbose,
        quiet=quiet,
        ascii=ascii_only,
    )
    _talk(done, outcome.language, verbose=verbose)
    _deliver(targets, outcome, done.sources, force=force)
    if statistics:
        print(counted(outcome), file=sys.stderr, end="")
    return _exit_code(done, outcome.language, limit, changed_since)


def _targets(formats: list[str]) -> list[tuple[Format, str]]:
    """Read `FORMAT` and `FORMAT=FILE`; one at most goes to standard output."""
    targets = []
    for text in formats:
        name, _, file = text.partition("=")
        targets.append((one_of(Format, name, "--format"), file))
    if sum(not file for _, file in targets) > 1:
        raise KehoachError(_ONE_STDOUT)
    return targets


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


def _baseline(file: str | None, *, update: bool) -> Path | None:
    if update and file is None:
        raise KehoachError(_NO_BASELINE)
    return Path(file) if file else None


def _language(said: str | None, done: Run) -> Language:
    plans = [result.plan for result in done.results if result.plan is not None]
    own = plans[0].language if len(plans) == 1 and len(done.sources) == 1 else ""
    return chosen_language(said, done.configuration.language or own)


def _talk(done: Run, language: Language, *, verbose: bool) -> None:
    """Say on the standard error what is not a finding."""
    for trouble in done.troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    if verbose:
        file = done.configuration.file
        print(f"kehoach: {_USED.fill(language, {'file': file or '-', 'parser': PARSER, 'count': len(done.sources)})}", file=sys.stderr)


def _deliver(targets: list[tuple[Format, str]], outcome: Outcome, sources: tuple[Source, ...], *, force: bool) -> None:
    inputs = tuple(Path(source.file) for source in sources if source.file != STDIN)
    for form, file in targets:
        text = render(form, replace(outcome, colour=False, width=0) if file else outcome)
        if file:
            write(Path(file), text.encode("utf-8", "backslashreplace"), force=force, inputs=inputs)
        else:
            sys.stdout.write(text)


def _exit_code(done: Run, language: Language, limit: Severity, changed_since: str | None) -> int:
    """Give the exit code, which no format changes."""
    if done.troubles:
        return 2
    if not done.sources and changed_since:
        print(f"kehoach: {_NONE_CHANGED.fill(language, {'since': changed_since})}", file=sys.stderr)
        return 0
    if not any(result.plan or result.diagnostics for result in done.results):
        skipped = ", ".join(sorted({result.skipped for result in done.results}))
        print(f"kehoach: {_ONLY_OTHERS.fill(language, {'kinds': skipped, 'count': len(done.results)})}", file=sys.stderr)
        return 2
    return int(any(d.severity.rank <= limit.rank for result in done.results for d in result.diagnostics))


_NO_BASELINE = Text(vi="--update-baseline cần --baseline TỆP", en="--update-baseline wants --baseline FILE")
_USED = Text(
    vi="cấu hình: {file}; bộ đọc: {parser}; {count} tệp",
    en="configuration: {file}; parser: {parser}; {count} files",
)
_NONE_CHANGED = Text(vi="không có kế hoạch nào thay đổi từ {since}", en="no plan changed since {since}")
_ONLY_OTHERS = Text(
    vi="không có kế hoạch nào trong {count} tệp (chỉ có {kinds}, chưa được kiểm tra)",
    en="none of the {count} files is a plan (only {kinds}, which are not checked yet)",
)
_ONE_STDOUT = Text(
    vi="--format: chỉ một dạng được in ra màn hình; ghi dạng kia vào tệp, như json=ket-qua.json",
    en="--format: only one format goes to standard output; send the other to a file, as in json=result.json",
)
