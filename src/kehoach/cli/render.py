"""`kehoach render`: write a report."""

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from kehoach import __version__
from kehoach.checking import Checked
from kehoach.cli import options as shared
from kehoach.cli.delivering import Place, deliver, deliver_into, tell
from kehoach.cli.endings import forms_of
from kehoach.cli.options import day, one_of, stage_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import SPOKEN, chosen_language, tr, uses_colour, width
from kehoach.cli.templating import template_of
from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError
from kehoach.formats.base import Outcome
from kehoach.formats.text import render as as_text
from kehoach.language import Language, Text
from kehoach.model.plan import Plan
from kehoach.reading.loading import load
from kehoach.reports.catalogue import OutputFormat, render
from kehoach.reports.extras import require
from kehoach.reports.options import Below, Edition, Options, Report
from kehoach.workspace.choosing import plan_file
from kehoach.workspace.discovery import STDIN, Source, below_root, read
from kehoach.workspace.running import Run, Wishes, run

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
            "Tệp hoặc mã kế hoạch; để trống: kế hoạch duy nhất ở đây. Phiếu thẩm định (appraisal): nhiều tệp, thư mục.",
            "The plan's file or id; none: the only one here. Of appraisals: several files, folders.",
        ),
        many=True,
    )
    parser.repeated(
        "--format",
        name="formats",
        metavar="|".join(OutputFormat),
        about=tr(
            "Dạng tệp; lặp lại được; để trống: theo đuôi tệp của -o, không có thì md.",
            "The format; may be repeated; none: by the ending of -o, else md.",
        ),
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
    forms = forms_of(OutputFormat, given.formats, given.output, OutputFormat.MD)
    wanted = one_of(Report, given.report, "--report")
    require(*forms)
    if wanted is Report.APPRAISAL:
        from kehoach.cli.appraising import appraise  # noqa: PLC0415 - one report needs it

        return appraise(given, forms)
    if given.since or len(given.paths) > 1:
        raise KehoachError(_FOR_APPRAISALS, word="--since" if given.since else given.paths[1])
    source = plan_file(given.paths[0] if given.paths else None)
    content = sys.stdin.buffer.read() if source.file == STDIN else b""
    wishes = Wishes(paths=(source.file,), today=day(given.today), stage=stage_of(given.stage), stdin=content)
    done = run(wishes, lambda outcomes, _: iter(outcomes))
    if done.troubles:
        raise done.troubles[0]
    checked = next(iter(done.results))
    node = _plan(source, content, checked)
    errors = sum(d.severity is Severity.ERROR for d in checked.diagnostics)
    if node is None or (errors and not given.allow_invalid):
        return _refuse(checked, wishes.today, chosen_language(given.lang, checked.plan.language if checked.plan else ""))
    options = Options(
        today=wishes.today,
        language=_report_language(given.lang, node),
        edition=one_of(Edition, given.edition, "--edition"),
        invalid=errors,
        checklist=checked.plan.checklist if checked.plan else {},
        readiness=checked.plan.readiness if checked.plan else None,
        diagnostics=checked.diagnostics,
        **(_followed(node, done, wishes.today) if wanted is Report.PROCESS else {}),
        **(_below(done) if wanted in {Report.PLAN, Report.ASSIGNED} else {}),
    )
    language = chosen_language(given.lang, node.language or "")
    said = partial(tell, language=language)
    written = {form: render(wanted, form, node, options, template_of(given, done.configuration, wanted, form), said) for form in forms}
    place = Place(given.output, given.force, (Path(source.file),) if source.file != STDIN else ())
    named = {f"{node.id}-{wanted.value}.{form.extension}": content for form, content in written.items()}
    if len(forms) > 1:
        deliver_into(Path(given.output or "."), named, place, language)
    else:
        ((name, content),) = named.items()
        deliver(content, name, place, language, is_binary=forms[0].is_binary)
    return 0


def _followed(plan: Plan, done: Run, today: date) -> dict[str, Any]:
    """Give the processes that the plan follows, its workspace's own among them."""
    from kehoach.workspace.surveying import processes_of, survey  # noqa: PLC0415 - one report needs it

    wanted = survey(done.configuration, today)
    return {"processes": processes_of(plan, wanted), "unsecured": wanted.unsecured}


def _below(done: Run) -> dict[str, Any]:
    """Give the plans of the workspace to which this one may hand targets down."""
    known = done.portfolio.extracts if done.portfolio else ()
    return {"below": {one.id: Below(one.locality.name, one.period) for one in known}}


def _report_language(said: str | None, plan: Plan) -> Language:
    """A report speaks the plan's own language unless another is asked for."""
    return one_of(Language, said, "--lang") if said else Language(plan.language or Language.VI)


def _plan(source: Source, content: bytes, checked: Checked) -> Plan | None:
    """Read the plan itself.

    Raises:
        KehoachError: the file is a document of another kind.
    """
    if checked.skipped:
        raise KehoachError(_NO_PLAN, name=source.name, kind=checked.skipped)
    folder = None if source.file == STDIN else Path(source.file).absolute().parent
    built = load(content if folder is None else read(source), source.name, folder, below_root(folder) if folder else 0).built
    return built.node if built else None


def _refuse(checked: Checked, today: date, language: Language) -> int:
    """Say what stands in the way."""
    errors = tuple(d for d in checked.diagnostics if d.severity is Severity.ERROR)
    outcome = Outcome(
        results=(checked._replace(diagnostics=errors),),
        today=today,
        language=language,
        version=__version__,
        colour=uses_colour(sys.stderr),
        width=width(sys.stderr),
    )
    sys.stderr.write(as_text(outcome))
    print(f"kehoach: {_REFUSED.to(language)}", file=sys.stderr)
    return 1


_FOR_APPRAISALS = Text(vi="{word}: chỉ dùng với --report appraisal", en="{word}: only with --report appraisal")
_NO_PLAN = Text(vi="{name} không phải kế hoạch mà là {kind}", en="{name} is no plan but {kind}")
_REFUSED = Text(
    vi="kế hoạch còn lỗi nên không xuất báo cáo; sửa các lỗi trên, hoặc thêm --allow-invalid",
    en="the plan has errors and no report was written; repair them, or add --allow-invalid",
)
