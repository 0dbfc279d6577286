"""`kehoach init`: start a plan."""

import sys
from enum import StrEnum
from pathlib import Path

from kehoach.cli import options as shared
from kehoach.cli.options import E, one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.model.labels import LABELS
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.reading.beginning import Beginning, new_plan
from kehoach.reading.writing import write
from kehoach.shipped import folder
from kehoach.values.dates import PERIOD, Period
from kehoach.values.ids import ID
from kehoach.values.kind import BadValueError, Frame
from kehoach.values.plain import choice

HELP = tr(
    "Tạo một kế hoạch mới: mỗi mục là một khóa trống kèm ví dụ; không bịa số liệu.",
    "Start a new plan: every section an empty key with an example; nothing is invented.",
)
EXAMPLE = tr(
    'Ví dụ: kehoach init --level commune --locality "Xã Bắc Hà" --period 2026',
    'Example: kehoach init --level commune --locality "Xã Bắc Hà" --period 2026',
)


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words(
        "path",
        tr("TỆP", "PATH"),
        tr(
            "Tệp sẽ tạo; mặc định plan.yaml.",
            "The file to make; plan.yaml without it.",
        ),
        default="plan.yaml",
    )
    parser.option(
        "--level",
        metavar="|".join(Level),
        about=tr(
            "Cấp, bằng từ này hoặc tiếng Việt: {}.",
            "The level, by this word or in Vietnamese: {}.",
        ).format(_labelled(Level)),
    )
    parser.option("--locality", metavar=tr("TÊN", "NAME"), about=tr("Tên địa phương.", "The name of the locality."))
    parser.option("--period", metavar=tr("KỲ", "PERIOD"), about=tr("Kỳ kế hoạch: 2026 hoặc 2026-2030.", "The period: 2026 or 2026-2030."))
    parser.option(
        "--kind",
        metavar=tr("LOẠI", "KIND"),
        about=tr(
            "Loại: {}; để trống: loại mà quy trình dành cho, nếu không thì annual.",
            "The kind: {}; without it, the one that the process is meant for, else annual.",
        ).format(_labelled(PlanKind)),
    )
    parser.repeated(
        "--process",
        name="processes",
        metavar=tr("QUY TRÌNH", "PROCESS"),
        about=tr(
            "Lập theo quy trình này; lặp lại được; kehoach process liệt kê.",
            "Shape the plan by this process; may be repeated; kehoach process lists them.",
        ),
    )
    parser.option(
        "--id",
        name="plan_id",
        metavar=tr("MÃ", "ID"),
        about=tr(
            "Mã kế hoạch; để trống: lấy từ tên và kỳ.",
            "The plan's id; without it, from name and period.",
        ),
    )
    parser.flag(
        "--repo",
        about=tr(
            "Thêm kehoach.yaml, quy trình CI, pre-commit và README cho một kho kế hoạch.",
            "Add kehoach.yaml, a CI workflow, pre-commit and a README for a repository of plans.",
        ),
    )
    shared.lang(parser)


def _labelled(words: type[StrEnum]) -> str:
    """List words with their Vietnamese labels."""
    return ", ".join(f"{word.value} ({LABELS[words][word.value].vi})" for word in words)


def command(given: Given) -> int:
    """Write a new plan."""
    language = chosen_language(given.lang)
    answers = _asked({"--level": given.level, "--locality": given.locality, "--period": given.period}, language)
    beginning = _beginning(given, answers, language)
    target = Path(given.path)
    if not target.parent.is_dir():
        raise KehoachError(_NO_FOLDER, name=str(target.parent))
    if target.exists():
        raise KehoachError(_EXISTS, path=given.path)
    write(target, new_plan(beginning, language, given.path, _keep_schema(target)).encode())
    if given.repo:
        from kehoach.workspace.founding import found  # noqa: PLC0415 - only a new repository needs it

        files = ", ".join(file.as_posix() for file in found(target.parent, beginning, language))
        print(_FOUNDED.fill(language, {"files": files or "-"}), file=sys.stderr)
    print(_DONE.fill(language, {"path": given.path}), file=sys.stderr)
    return 0


def _beginning(given: Given, answers: dict[str, str], language: Language) -> Beginning:
    """Read what the user answered."""
    beginning = Beginning(
        locality=answers["--locality"],
        level=_word(Level, answers["--level"], "--level"),
        period=_period(answers["--period"]),
        kind=_word(PlanKind, given.kind, "--kind") if given.kind else PlanKind.ANNUAL,
        id=_id(given.plan_id or ""),
    )
    return _shaped(beginning, given, language) if given.processes else beginning


def _shaped(beginning: Beginning, given: Given, language: Language) -> Beginning:
    """Shape the plan by the processes that were asked for; say which is meant for another level or kind."""
    from kehoach.processes.catalogue import process  # noqa: PLC0415 - brings in the expressions, for few plans
    from kehoach.workspace.configuration import configuration  # noqa: PLC0415 - where a process may be the workspace's own
    from kehoach.workspace.guiding import guides, kind_for  # noqa: PLC0415 - needs the processes

    settings = configuration(Path(given.path).absolute().parent)
    folder = str(settings.root / settings.processes) if settings.processes else ""
    ready = [process(name, folder) for name in dict.fromkeys(given.processes)]
    kind = beginning.kind if given.kind else kind_for(ready)
    for each in ready:
        if (each.node.levels and beginning.level not in each.node.levels) or (each.node.kinds and kind not in each.node.kinds):
            print(_MISFIT.fill(language, {"id": each.id}), file=sys.stderr)
    return beginning._replace(
        kind=kind, processes=tuple(each.id for each in ready), steps=guides(ready, language, beginning.period.first.year)
    )


def _asked(answers: dict[str, str | None], language: Language) -> dict[str, str]:
    """Ask on a terminal for what was left out; elsewhere name it."""
    missing = [name for name, answer in answers.items() if not answer]
    if missing and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise KehoachError(_LEFT_OUT, names=", ".join(missing))
    given = {name: answer for name, answer in answers.items() if answer}
    for name in missing:
        given[name] = _ask(_QUESTIONS[name].to(language))
    return given


def _ask(question: str) -> str:
    """Ask until there is an answer."""
    while True:
        print(f"{question}: ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer:
            raise KeyboardInterrupt
        if answer.strip():
            return answer.strip()


def _word(words: type[E], text: str, option: str) -> E:
    """Read a word, or its Vietnamese label as plans may have it.

    Raises:
        KehoachError: it is neither; names the nearest and all.
    """
    try:
        return choice(words, LABELS[words]).read(text.strip(), Frame())
    except BadValueError:
        return one_of(words, text, option)


def _period(text: str) -> Period:
    try:
        return PERIOD.read(text, Frame())
    except BadValueError as error:
        raise KehoachError(_BAD_PERIOD, what=Text(*_filled(error))) from None


def _id(text: str) -> str:
    try:
        return ID.read(text, Frame()) if text else ""
    except BadValueError as error:
        raise KehoachError(_BAD, option="--id", what=Text(*_filled(error))) from None


def _filled(error: BadValueError) -> tuple[str, str]:
    return error.message.fill(Language.VI, error.values), error.message.fill(Language.EN, error.values)


def _keep_schema(target: Path) -> str:
    """Put the schema beside the new plan, where it travels with the repository; give the way to it."""
    kept = target.parent / _SCHEMA
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        write(kept, (folder("schemas") / kept.name).read_bytes())
    return _SCHEMA.as_posix()


_SCHEMA = Path(".kehoach/plan.schema.json")
_EXISTS = Text(vi="{path} đã có; hãy chọn tên khác", en="{path} exists; choose another name")
_NO_FOLDER = Text(vi="không có thư mục {name}", en="there is no folder {name}")
_LEFT_OUT = Text(vi="còn thiếu {names}", en="still wanted: {names}")
_BAD_PERIOD = Text(vi="--period: {what}; viết như 2026 hoặc 2026-2030", en="--period: {what}; write 2026 or 2026-2030")
_BAD = Text(vi="{option}: {what}", en="{option}: {what}")
_FOUNDED = Text(vi="đã tạo {files}", en="made {files}")
_DONE = Text(
    vi="đã tạo {path}; bước tiếp theo: mở tệp, điền các mục, rồi chạy kehoach validate {path}",
    en="made {path}; next: open it, fill the sections, then run kehoach validate {path}",
)
_MISFIT = Text(
    vi="lưu ý: quy trình {id} dành cho cấp hoặc loại kế hoạch khác; xem kehoach process {id}",
    en="note: the process {id} is meant for other levels or kinds; see kehoach process {id}",
)
_QUESTIONS = {
    "--level": Text(vi="Cấp (tỉnh, xã)", en="Level (province, commune)"),
    "--locality": Text(vi="Tên địa phương", en="Name of the locality"),
    "--period": Text(vi="Kỳ kế hoạch (2026 hoặc 2026-2030)", en="Period (2026 or 2026-2030)"),
}
