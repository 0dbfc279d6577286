"""`kehoach render`: write a report."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kehoach import __version__
from kehoach.checking import Checked, Request, check
from kehoach.cli.options import Force, Lang, StageAs, Today, day, one_of
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError
from kehoach.formats.base import Outcome
from kehoach.formats.text import render as as_text
from kehoach.language import Language, Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Stage
from kehoach.reading.loading import load
from kehoach.reading.writing import write
from kehoach.reports.catalogue import OutputFormat, render
from kehoach.reports.options import Edition, Options, Report
from kehoach.workspace.discovery import STDIN, Source, below_root, plan_file, read

HELP = tr("Xuất báo cáo từ một kế hoạch.", "Write a report of a plan.")
EXAMPLE = tr(
    "Ví dụ: kehoach render plan.yaml --format md --report assignments -o phan-cong.md",
    "Example: kehoach render plan.yaml --format md --report assignments -o assignments.md",
)

Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar=tr("TỆP", "FILE"),
        help=tr("Tệp kết quả; để trống: in ra màn hình.", "The file to write; none: standard output."),
        show_default=False,
    ),
]


def command(
    plan: Annotated[
        str | None,
        typer.Argument(
            metavar=tr("[KẾ HOẠCH]", "[PLAN]"),
            help=tr(
                "Tệp kế hoạch; để trống: kế hoạch duy nhất ở đây.",
                "The plan; none: the only one here.",
            ),
            show_default=False,
        ),
    ] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", metavar="md", help=tr("Dạng tệp.", "The format."), show_default="md")
    ] = None,
    report: Annotated[
        str,
        typer.Option(
            "--report",
            metavar=tr("BÁO CÁO", "REPORT"),
            help=tr(
                "plan (cả kế hoạch), assignments (phân công), indicators (chỉ tiêu), budget (kinh phí), "
                "risks (rủi ro), monitoring (theo dõi), summary (một trang).",
                "plan, assignments, indicators, budget, risks, monitoring or summary (one page).",
            ),
        ),
    ] = "plan",
    edition: Annotated[
        str,
        typer.Option(
            "--edition",
            metavar="issued|leaders",
            help=tr(
                "Bản phát hành, hay bản trình lãnh đạo có lý do đề xuất.",
                "As issued, or for the leaders with the reasons.",
            ),
        ),
    ] = "issued",
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar=tr("TỆP", "FILE"),
            help=tr("Mẫu của bạn.", "Your own template."),
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    stage: StageAs = None,
    today: Today = None,
    lang: Lang = None,
    *,
    allow_invalid: Annotated[
        bool,
        typer.Option(
            "--allow-invalid",
            help=tr(
                "Vẫn xuất khi kế hoạch có lỗi, và ghi rõ điều đó.",
                "Write a plan that has errors all the same, and mark it.",
            ),
        ),
    ] = False,
    force: Force = False,
) -> int:
    """Check the plan, then write the report."""
    form = _one_format(formats or ["md"])
    wanted = one_of(Report, report, "--report")
    source = plan_file(plan)
    content = sys.stdin.buffer.read() if source.file == STDIN else read(source)
    request = Request(today=day(today), stage=one_of(Stage, stage, "--stage") if stage else None)
    checked, node = _checked(content, source, request)
    errors = sum(d.severity is Severity.ERROR for d in checked.diagnostics)
    if node is None or (errors and not allow_invalid):
        return _refuse(checked, request, chosen_language(lang, checked.plan.language if checked.plan else ""))
    options = Options(
        today=request.today,
        language=Language(lang or node.language or Language.VI),
        edition=one_of(Edition, edition, "--edition"),
        invalid=errors,
        checklist=checked.plan.checklist if checked.plan else {},
        readiness=checked.plan.readiness if checked.plan else None,
        diagnostics=checked.diagnostics,
    )
    text = render(wanted, form, node, options, Path(template) if template else None)
    if output is None:
        sys.stdout.buffer.write(text)
        sys.stdout.buffer.flush()
    else:
        write(Path(output), text, force=force, inputs=(Path(source.file),) if source.file != STDIN else ())
    return 0


def _one_format(formats: list[str]) -> OutputFormat:
    if len(formats) > 1:
        raise KehoachError(_ONE_FORMAT)
    return one_of(OutputFormat, formats[0], "--format")


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


_ONE_FORMAT = Text(vi="--format: chỉ xuất được một dạng mỗi lần", en="--format: one format at a time")
_NO_PLAN = Text(vi="{name} không phải kế hoạch mà là {kind}", en="{name} is no plan but {kind}")
_REFUSED = Text(
    vi="kế hoạch còn lỗi nên không xuất báo cáo; sửa các lỗi trên, hoặc thêm --allow-invalid",
    en="the plan has errors and no report was written; repair them, or add --allow-invalid",
)
