"""`kehoach validate`: check plans."""

import sys
from pathlib import Path

from kehoach import __version__
from kehoach.cli import options as shared
from kehoach.cli.options import day, number, one_of, stage_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.progress import with_progress
from kehoach.cli.remembering import end, tell
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.cli.verdict import exit_code
from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.formats.statistics import counted
from kehoach.formats.words import PLACES
from kehoach.language import Language, Text
from kehoach.reading.writing import write
from kehoach.workspace.cache.answers import Answer
from kehoach.workspace.configuration import configuration
from kehoach.workspace.discovery import SETTINGS, STDIN, Source, discover, root
from kehoach.workspace.running import Run, Wishes, run

HELP = tr(
    "Kiểm tra kế hoạch: mỗi phát hiện có tệp, dòng, cột, mã luật, lý do và cách sửa.",
    "Check plans: every finding has file, line, column, rule code, reason and remedy.",
)
EXAMPLE = tr(
    "Ví dụ: kehoach validate plan.yaml --stage submitted",
    "Example: kehoach validate plan.yaml --stage submitted",
)


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    codes_of = tr("MÃ", "CODES")
    parser.words(
        "paths",
        tr("TỆP|THƯ MỤC", "PATH"),
        tr(
            "Tệp, thư mục hoặc mẫu tên; - là đầu vào chuẩn; để trống: cả kho.",
            "Files, folders, globs; - is standard input; none: the workspace.",
        ),
        many=True,
    )
    parser.repeated(
        "--format",
        name="formats",
        metavar=tr("DẠNG[=TỆP]", "FORMAT[=FILE]"),
        about=tr(
            "{}; lặp lại được, mỗi dạng ra một tệp.",
            "{}; may be repeated, each to a file.",
        ).format(", ".join(Format)),
    )
    parser.repeated("--select", name="select", metavar=codes_of, about=tr("Chỉ các luật này.", "Only these rules."))
    parser.repeated("--ignore", name="ignore", metavar=codes_of, about=tr("Bỏ qua các luật này.", "Not these rules."))
    parser.option(
        "--fail-on",
        metavar="error|warning|note",
        about=tr(
            "Từ mức nào thì mã thoát là 1.",
            "From which severity on the exit code is 1.",
        ),
        default="error",
    )
    shared.stage(parser)
    shared.today(parser)
    parser.option(
        "--changed-since",
        metavar=tr("BẢN", "REV"),
        about=tr(
            "Chỉ các tệp khác với phiên bản git này.",
            "Only files that differ from this git revision.",
        ),
    )
    parser.option(
        "--baseline",
        metavar=tr("TỆP", "FILE"),
        about=tr(
            "Danh sách phát hiện cũ được tạm chấp nhận.",
            "Old findings that are accepted for the time being.",
        ),
    )
    parser.flag(
        "--update-baseline",
        about=tr(
            "Ghi danh sách đó; danh sách đã có chỉ ngắn đi.",
            "Write that file; one that exists only shrinks.",
        ),
    )
    parser.flag("--fix", about=tr("Tự sửa những gì chắc chắn.", "Put right what is beyond doubt."))
    parser.flag("--unsafe-fixes", about=tr("Sửa cả những gì có thể đổi ý.", "Make also repairs that may change what was meant."))
    parser.flag("--diff", about=tr("Không ghi; in phần sẽ được sửa.", "Write nothing; print what would be put right."))
    parser.flag(
        "--complete",
        about=tr(
            "Coi việc thiếu kế hoạch được dẫn tới là lỗi.",
            "A reference to a plan that is not there is an error.",
        ),
    )
    parser.flag("--watch", about=tr("Kiểm tra lại sau mỗi lần tệp thay đổi.", "Check again after each change of a file."))
    parser.flag("--statistics", about=tr("Đếm phát hiện theo luật.", "Count the findings by rule."))
    parser.option(
        "--stdin-filename",
        metavar=tr("TÊN", "NAME"),
        about=tr("Tên gọi của đầu vào chuẩn.", "What to call standard input."),
        default="<stdin>",
    )
    parser.option("--jobs", metavar="N", about=tr("Số tiến trình.", "How many processes."))
    parser.option(
        "--cluster",
        metavar=tr("ĐỊA CHỈ", "ADDRESS"),
        about=tr(
            "Chia việc cho cụm máy Dask ở địa chỉ này; các máy phải thấy cùng tệp.",
            "Share the work out on the Dask cluster at this address; its machines must see the same files.",
        ),
    )
    shared.no_cache(parser)
    shared.config(parser)
    shared.lang(parser)
    parser.flag("-q", "--quiet", about=tr("Chỉ in những gì tìm thấy.", "Print findings only."))
    parser.flag("-v", "--verbose", about=tr("In thêm chi tiết.", "Print more detail."))
    parser.flag("--ascii", about=tr("Chỉ dùng chữ không dấu.", "Use plain ASCII letters only."))
    shared.force(parser)


def command(given: Given) -> int:
    """Check and print; with `--watch`, again after each change."""
    if not given.watch:
        return _once(given)
    from kehoach.workspace.watching import changes  # noqa: PLC0415 - few runs watch

    for _ in changes(lambda: _watched(given)):
        if sys.stdout.isatty():
            print("\x1b[2J\x1b[H", end="")
        try:
            _once(given)
        except KehoachError as error:
            print(f"kehoach: {error.to(chosen_language(given.lang))}", file=sys.stderr)
        sys.stdout.flush()
    return 0


def _watched(given: Given) -> list[Path]:
    """List the files whose change matters: the plans, and the settings."""
    try:
        settings = configuration(Path.cwd(), Path(given.config) if given.config else None)
        found = discover(given.paths, settings.plans, settings.exclude, settings.root)
    except KehoachError:
        return [Path(path) for path in given.paths] or [Path(SETTINGS)]
    return [*(Path(source.file) for source in found.sources), settings.root / SETTINGS]


def _once(given: Given) -> int:
    targets = _targets(given.formats or ["text"])
    limit = one_of(Severity, given.fail_on, "--fail-on")
    done = run(
        Wishes(
            paths=tuple(given.paths),
            today=day(given.today),
            stage=stage_of(given.stage),
            select=tuple(given.select),
            ignore=tuple(given.ignore),
            config=Path(given.config) if given.config else None,
            jobs=number(given.jobs, "--jobs"),
            quote_all=given.verbose,
            stdin=sys.stdin.buffer.read() if STDIN in given.paths else b"",
            stdin_name=given.stdin_filename,
            changed_since=given.changed_since,
            complete=given.complete,
            baseline=_baseline(given.baseline, update=given.update_baseline),
            update_baseline=given.update_baseline,
            fix=given.fix or given.unsafe_fixes or given.diff,
            unsafe_fixes=given.unsafe_fixes,
            is_dry=given.diff,
            cache=not given.no_cache,
            cluster=given.cluster or "",
            sparing=True,
        ),
        with_progress,
    )
    outcome = Outcome(
        results=done.results,
        today=day(given.today),
        language=_language(given.lang, done),
        version=__version__,
        colour=uses_colour(sys.stdout),
        width=width(sys.stdout),
        verbose=given.verbose,
        quiet=given.quiet,
        ascii=given.ascii,
        root=str(root(Path.cwd())),
    )
    said = _talk(done, outcome.language, verbose=given.verbose, is_dry=given.diff)
    if given.diff:
        return _shown(done)
    printed = _deliver(targets, outcome, done.sources, force=given.force)
    statistics = counted(outcome) if given.statistics else ""
    print(statistics, file=sys.stderr, end="")
    code = exit_code(done, outcome, limit, given.changed_since)
    end(given, done, Answer(printed, said + statistics, code), outcome.language)
    return code


def _shown(done: Run) -> int:
    """Print what would be put right."""
    from kehoach.formats.diff import unified  # noqa: PLC0415 - only this option needs it

    for file in done.repaired:
        sys.stdout.write(unified(file.before, file.after, file.name))
    return 2 if done.troubles else int(bool(done.repaired))


def _targets(formats: list[str]) -> list[tuple[Format, str]]:
    """Read `FORMAT` and `FORMAT=FILE`; one at most goes to standard output."""
    targets = []
    for text in formats:
        name, _, file = text.partition("=")
        targets.append((one_of(Format, name, "--format"), file))
    if sum(not file for _, file in targets) > 1:
        raise KehoachError(_ONE_STDOUT)
    return targets


def _baseline(file: str | None, *, update: bool) -> Path | None:
    if update and file is None:
        raise KehoachError(_NO_BASELINE)
    return Path(file) if file else None


def _language(said: str | None, done: Run) -> Language:
    plans = [result.plan for result in done.results if result.plan is not None] if len(done.sources) == 1 else []
    own = plans[0].language if len(plans) == 1 else ""
    return chosen_language(said, done.configuration.language or own)


def _talk(done: Run, language: Language, *, verbose: bool, is_dry: bool) -> str:
    """Say on the standard error what is not a finding; give what would be said again."""
    for trouble in done.troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    for file in done.repaired:
        text = _REPAIRABLE if is_dry else _REPAIRED
        print(f"kehoach: {text.fill(language, {'name': file.name, 'places': PLACES.say(file.repairs, language)})}", file=sys.stderr)
    if not verbose:
        return ""
    tell(done, language)
    from kehoach.reading.events import PARSER  # noqa: PLC0415 - most runs need no parser

    used = done.configuration.file
    said = f"kehoach: {_USED.fill(language, {'file': used or '-', 'parser': PARSER, 'count': len(done.sources)})}"
    print(said, file=sys.stderr)
    return f"{said}\n"


def _deliver(targets: list[tuple[Format, str]], outcome: Outcome, sources: tuple[Source, ...], *, force: bool) -> str:
    """Write each format where it goes; give what was printed."""
    is_written = any(file for _, file in targets)
    inputs = tuple(Path(source.file) for source in sources if source.file != STDIN) if is_written else ()
    printed = ""
    for form, file in targets:
        if not outcome.results and form in _FOR_PEOPLE:
            continue  # they are told on the standard error; a program gets its document all the same
        text = render(form, outcome._replace(colour=False, width=0) if file else outcome)
        if file:
            write(Path(file), text.encode("utf-8", "backslashreplace"), force=force, inputs=inputs)
        else:
            printed = text
            sys.stdout.write(text)
    return printed


_FOR_PEOPLE = frozenset((Format.TEXT, Format.CONCISE, Format.CHECKLIST, Format.MARKDOWN))


_NO_BASELINE = Text(vi="--update-baseline cần --baseline TỆP", en="--update-baseline wants --baseline FILE")
_REPAIRED = Text(vi="{name}: đã sửa {places}", en="{name}: put {places} right")
_REPAIRABLE = Text(vi="{name}: {places} sửa được", en="{name}: {places} can be put right")
_USED = Text(
    vi="cấu hình: {file}; bộ đọc: {parser}; {count} tệp",
    en="configuration: {file}; parser: {parser}; {count} files",
)
_ONE_STDOUT = Text(
    vi="--format: chỉ một dạng được in ra màn hình; ghi dạng kia vào tệp, như json=ket-qua.json",
    en="--format: only one format goes to standard output; send the other to a file, as in json=result.json",
)
