"""`kehoach render`: write a report."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from kehoach import __version__
from kehoach.checking import Checked, Request, check
from kehoach.cli import options as shared
from kehoach.cli.options import day, one_of, stage_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import SPOKEN, chosen_language, tr, uses_colour, width
from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError
from kehoach.formats.base import Outcome
from kehoach.formats.text import render as as_text
from kehoach.language import Language, Text
from kehoach.model.plan import Plan
from kehoach.reading.loading import load
from kehoach.reading.writing import write
from kehoach.reports.catalogue import OutputFormat, render
from kehoach.reports.options import Below, Edition, Options, Report
from kehoach.reports.sandbox import trust
from kehoach.workspace.discovery import STDIN, Source, below_root, plan_file, read

HELP = tr("Xuất báo cáo từ một kế hoạch.", "Write a report of a plan.")
EXAMPLE = tr(
    "Ví dụ: kehoach render plan.yaml --format md --report assignments -o phan-cong.md",
    "Example: kehoach render plan.yaml --format md --report assignments -o assignments.md",
)


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words(
        "paths",
        tr("KẾ HOẠCH", "PLAN"),
        tr(
            "Tệp kế hoạch; để trống: kế hoạch duy nhất ở đây. Phiếu thẩm định (appraisal): nhiều tệp, thư mục.",
            "The plan; none: the only one here. Of appraisals: several files, folders.",
        ),
        many=True,
    )
    parser.repeated(
        "--format", name="formats", metavar="|".join(OutputFormat), about=tr("Dạng tệp; lặp lại được.", "The format; may be repeated.")
    )
    parser.option(
        "--report",
        metavar=tr("BÁO CÁO", "REPORT"),
        about=", ".join(f"{report.value} ({report.label.to(SPOKEN).lower()})" for report in Report) + ".",
        default="plan",
    )
    parser.option(
        "--edition",
        metavar="issued|leaders",
        about=tr(
            "Bản phát hành, hay bản trình lãnh đạo có lý do đề xuất.",
            "As issued, or for the leaders with the reasons.",
        ),
        default="issued",
    )
    parser.option(
        "--template",
        metavar=tr("TỆP|THƯ MỤC", "FILE|FOLDER"),
        about=tr("Mẫu của bạn, chạy trong hộp kín.", "Your own template, run in a sandbox."),
    )
    parser.flag(
        "--trust-templates",
        about=tr(
            "Dùng mẫu cả trên hệ thống không giới hạn được bộ nhớ (Windows).",
            "Run templates even where memory cannot be limited (Windows).",
        ),
    )
    parser.option(
        "-o",
        "--output",
        metavar=tr("TỆP", "FILE"),
        about=tr(
            "Tệp kết quả, hay thư mục khi có nhiều dạng hoặc nhiều kế hoạch; để trống: in ra màn hình.",
            "The file to write, or the folder of several formats or plans; none: standard output.",
        ),
    )
    parser.option(
        "--since",
        metavar=tr("TỆP|THƯ MỤC", "FILE|FOLDER"),
        about=tr(
            "Với appraisal: lần thẩm định trước (thư mục phiếu, hay kết quả validate --format json), để biết góp ý nào đã được tiếp thu.",
            "Of appraisals: the last one (its folder, or what validate --format json wrote), to tell which findings are answered.",
        ),
    )
    shared.stage(parser)
    shared.today(parser)
    shared.lang(parser)
    parser.flag(
        "--allow-invalid",
        about=tr(
            "Vẫn xuất khi kế hoạch có lỗi, và ghi rõ điều đó.",
            "Write a plan that has errors all the same, and mark it.",
        ),
    )
    shared.force(parser)


def command(given: Given) -> int:
    """Check the plan, then write the report."""
    forms = tuple(dict.fromkeys(one_of(OutputFormat, form, "--format") for form in given.formats or ["md"]))
    wanted = one_of(Report, given.report, "--report")
    if wanted is Report.APPRAISAL:
        from kehoach.cli.appraising import appraise  # noqa: PLC0415 - one report needs it

        return appraise(given, forms)
    if given.since or len(given.paths) > 1:
        raise KehoachError(_FOR_APPRAISALS, word="--since" if given.since else given.paths[1])
    source = plan_file(given.paths[0] if given.paths else None)
    content = sys.stdin.buffer.read() if source.file == STDIN else read(source)
    request = Request(today=day(given.today), stage=stage_of(given.stage))
    checked, node = _checked(content, source, request)
    errors = sum(d.severity is Severity.ERROR for d in checked.diagnostics)
    if node is None or (errors and not given.allow_invalid):
        return _refuse(checked, request, chosen_language(given.lang, checked.plan.language if checked.plan else ""))
    options = Options(
        today=request.today,
        language=_report_language(given.lang, node),
        edition=one_of(Edition, given.edition, "--edition"),
        invalid=errors,
        checklist=checked.plan.checklist if checked.plan else {},
        readiness=checked.plan.readiness if checked.plan else None,
        diagnostics=checked.diagnostics,
        **(_followed(node, source, request) if wanted is Report.PROCESS else {}),
        **(_below(source, request) if wanted is Report.ASSIGNED and node.coordination else {}),
    )
    template = trust(given.template, is_trusted=given.trust_templates)
    language = chosen_language(given.lang, node.language or "")
    written = [
        (form, render(wanted, form, node, options, template, lambda text: print(f"kehoach: {text.to(language)}", file=sys.stderr)))
        for form in forms
    ]
    _deliver(written, given, f"{node.id}-{wanted.value}", source, language)
    return 0


def _deliver(written: list[tuple[OutputFormat, bytes]], given: Given, name: str, source: Source, language: Language) -> None:
    """Write one format where it is wanted, several into a folder; what a terminal cannot show goes to a file here."""
    inputs = (Path(source.file),) if source.file != STDIN else ()
    for form, content in written:
        if given.output is not None and len(written) == 1:
            write(Path(given.output), content, force=given.force, inputs=inputs)
        elif given.output is None and not form.is_binary and len(written) == 1:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            folder = Path(given.output or ".")
            folder.mkdir(parents=True, exist_ok=True)
            target = folder / f"{name}.{form.extension}"
            write(target, content, force=given.force, inputs=inputs)
            print(_WRITTEN.fill(language, {"name": str(target)}), file=sys.stderr)


def _followed(plan: Plan, source: Source, request: Request) -> dict[str, Any]:
    """Give the processes that the plan follows, its workspace's own among them."""
    from kehoach.workspace.configuration import configuration  # noqa: PLC0415 - one report needs it
    from kehoach.workspace.surveying import processes_of, survey  # noqa: PLC0415 - one report needs it

    settings = configuration(Path.cwd() if source.file == STDIN else Path(source.file).absolute().parent)
    wanted = survey(settings, request.today)
    return {"processes": processes_of(plan, wanted), "unsecured": wanted.unsecured}


def _below(source: Source, request: Request) -> dict[str, Any]:
    """Give the plans of the workspace to which this one hands targets down."""
    from kehoach.workspace.running import Wishes, run  # noqa: PLC0415 - one report needs it

    if source.file == STDIN:
        return {}
    portfolio = run(Wishes(paths=(source.file,), today=request.today), lambda outcomes, _: iter(outcomes)).portfolio
    known = portfolio.extracts if portfolio else ()
    return {"below": {one.id: Below(one.locality.name, one.period) for one in known}}


def _report_language(said: str | None, plan: Plan) -> Language:
    """A report speaks the plan's own language unless another is asked for."""
    return one_of(Language, said, "--lang") if said else Language(plan.language or Language.VI)


def _checked(content: bytes, source: Source, request: Request) -> tuple[Checked, Plan | None]:
    folder = None if source.file == STDIN else Path(source.file).absolute().parent
    folders = below_root(folder) if folder else 0
    checked = check(content, source.name, request, folder, folders)
    built = load(content, source.name, folder, folders).built
    if checked.skipped:
        raise KehoachError(_NO_PLAN, name=source.name, kind=checked.skipped)
    return checked, built.node if built else None


def _refuse(checked: Checked, request: Request, language: Language) -> int:
    """Say what stands in the way."""
    errors = tuple(d for d in checked.diagnostics if d.severity is Severity.ERROR)
    outcome = Outcome(
        results=(replace(checked, diagnostics=errors),),
        today=request.today,
        language=language,
        version=__version__,
        colour=uses_colour(sys.stderr),
        width=width(sys.stderr),
    )
    sys.stderr.write(as_text(outcome))
    print(f"kehoach: {_REFUSED.to(language)}", file=sys.stderr)
    return 1


_FOR_APPRAISALS = Text(vi="{word}: chỉ dùng với --report appraisal", en="{word}: only with --report appraisal")
_WRITTEN = Text(vi="đã ghi {name}", en="wrote {name}")
_NO_PLAN = Text(vi="{name} không phải kế hoạch mà là {kind}", en="{name} is no plan but {kind}")
_REFUSED = Text(
    vi="kế hoạch còn lỗi nên không xuất báo cáo; sửa các lỗi trên, hoặc thêm --allow-invalid",
    en="the plan has errors and no report was written; repair them, or add --allow-invalid",
)
