"""`kehoach template`: the templates of reports: which there are, a copy to change, what is wrong with one."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kehoach.cli import options as shared
from kehoach.cli.options import one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.reading.writing import write
from kehoach.reports.options import Report
from kehoach.reports.paper import family
from kehoach.reports.tags import Known, paths, tags
from kehoach.shipped import folder
from kehoach.values.text import nearest

if TYPE_CHECKING:
    from kehoach.reports.faults import Fault

HELP = tr("Liệt kê, lấy ra để sửa và kiểm tra mẫu báo cáo.", "List, copy out and check the templates of reports.")
EXAMPLE = tr(
    "Ví dụ: kehoach template eject plan -o mau.docx; sửa trong Word, rồi kehoach template check mau.docx",
    "Example: kehoach template eject plan -o ours.docx; edit it in Word, then kehoach template check ours.docx",
)


class Form(NamedTuple):
    """Where the templates of a format lie, and how their names end."""

    folder: str
    suffix: str


_FORMS = {
    "docx": Form("docx", ".docx"),
    "md": Form("markdown", ".md.j2"),
    "html": Form("html", ".html.j2"),
    "pdf": Form("pdf", ".typ"),
    "xlsx": Form("xlsx", ".xlsx"),
}
_BY_FAMILY = ("docx", "pdf", "xlsx")  # one template serves reports of one layout
_ACTIONS = ("list", "check", "eject")


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("action", "|".join(_ACTIONS), tr("Việc cần làm.", "What to do."), default="list")
    parser.words("name", tr("TÊN|TỆP", "NAME|FILE"), tr("Tên mẫu (eject) hoặc tệp mẫu (check).", "A template (eject) or a file (check)."))
    parser.option("--format", name="form", metavar="|".join(_FORMS), about=tr("Dạng của mẫu.", "The template's format."), default="docx")
    parser.option(
        "--report",
        metavar=tr("BÁO CÁO", "REPORT"),
        about=tr("Báo cáo mà mẫu dùng cho.", "The report that the template is for."),
        default="plan",
    )
    parser.flag("--tags", about=tr("Với list: in các thẻ của báo cáo.", "With list: print the tags of the report."))
    parser.option("-o", "--output", metavar=tr("TỆP", "FILE"), about=tr("Tệp để ghi bản sao.", "The file to write the copy to."))
    shared.force(parser)
    shared.lang(parser)


def command(given: Given) -> int:
    """Do one of the three."""
    match given.action:
        case "list":
            return _list(given)
        case "check":
            return _check(given)
        case "eject":
            return _eject(given)
        case _:
            near = nearest(given.action, _ACTIONS)
            hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
            raise KehoachError(_NO_ACTION, action=given.action, hint=hint)


def _list(given: Given) -> int:
    """Print each template with its format, or the tags of one report."""
    if given.tags:
        print("\n".join(paths(_tags(given.form, one_of(Report, given.report, "--report").value))))
        return 0
    for form in _FORMS:
        for name in _names(form):
            used = ", ".join(
                report.value for report in Report if report.value == name or (form in _BY_FAMILY and family(report.value) == name)
            )
            print(f"{form:<5} {name:<14} {used}".rstrip())
    return 0


def _tags(form: str, report: str) -> dict[str, Known]:
    """Give the tags of a report, as a format has them."""
    if form != "xlsx":
        return tags(report)
    from kehoach.reports.book_faults import known_tags  # noqa: PLC0415 - slow to import

    return known_tags(report)


def _check(given: Given) -> int:
    """Say what is wrong with a template; nothing wrong is said too."""
    if not given.name:
        raise KehoachError(_NO_NAME, action=given.action)
    file = Path(given.name)
    if not file.is_file():
        raise KehoachError(_NO_FILE, path=given.name)
    language: Language = chosen_language(given.lang)
    found = _faults(file, one_of(Report, given.report, "--report").value)
    for fault in found:
        print(f"{file.name}:{'' if fault.where.isdigit() else ' '}{fault.where}: {fault.what.to(language)}")
    if not found:
        print(_SOUND.fill(language, {"name": file.name}))
    return int(bool(found))


def _faults(file: Path, report: str) -> "list[Fault]":
    """Check by the file's format."""
    if file.name.endswith((_FORMS["md"].suffix, _FORMS["html"].suffix)):
        from kehoach.reports.text_faults import faults as of_text  # noqa: PLC0415 - slow to import

        return of_text(file, report)
    if file.name.endswith(_FORMS["pdf"].suffix):
        from kehoach.reports.typst_faults import faults as of_typst  # noqa: PLC0415 - slow to import

        return of_typst(file, report)
    if file.name.endswith(_FORMS["xlsx"].suffix):
        from kehoach.reports.book_faults import faults as of_book  # noqa: PLC0415 - slow to import

        return of_book(file, report)
    from kehoach.reports.faults import faults  # noqa: PLC0415 - slow to import

    return faults(file, report)


def _eject(given: Given) -> int:
    """Copy a shipped template."""
    form = given.form
    if form not in _FORMS:
        raise KehoachError(_NO_FORM, form=form, forms=", ".join(_FORMS))
    known = _names(form)
    name = given.name or "plan"
    name = family(name) if form in _BY_FAMILY and name in tuple(Report) and family(name) in known else name
    if name not in known:
        near = nearest(name, known)
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
        raise KehoachError(_NO_TEMPLATE, name=name, hint=hint, names=", ".join(known))
    file = _folder(form) / f"{name}{_FORMS[form].suffix}"
    target = Path(given.output or file.name)
    write(target, file.read_bytes(), force=given.force)
    done = _DONE_WORD if form == "docx" else _DONE
    print(done.fill(chosen_language(given.lang), {"path": str(target), "form": form}))
    return 0


def _names(form: str) -> list[str]:
    suffix = _FORMS[form].suffix
    return sorted(file.name.removesuffix(suffix) for file in _folder(form).glob(f"*{suffix}"))


def _folder(form: str) -> Path:
    return folder("templates") / _FORMS[form].folder


_NO_ACTION = Text(
    vi="không có việc {action!r}{hint} (có: list, check, eject)", en="there is no action {action!r}{hint} (list, check, eject)"
)
_NO_NAME = Text(
    vi="template {action}: thiếu tên tệp (.docx, .xlsx, .md.j2, .html.j2, .typ)",
    en="template {action}: name a file (.docx, .xlsx, .md.j2, .html.j2, .typ)",
)
_NO_FILE = Text(vi="không có tệp {path!r}", en="there is no file {path!r}")
_NO_FORM = Text(
    vi="--format: không có mẫu dạng {form!r} (có: {forms})", en="--format: there are no templates in {form!r} (there are: {forms})"
)
_NO_TEMPLATE = Text(vi="không có mẫu {name!r}{hint} (có: {names})", en="there is no template {name!r}{hint} (there are: {names})")
_SOUND = Text(vi="{name}: không có thẻ hỏng hay thẻ lạ", en="{name}: no broken and no unknown tags")
_DONE = Text(
    vi="đã ghi {path}; sửa, kiểm tra bằng kehoach template check, rồi dùng: kehoach render --format {form} --template {path}",
    en="wrote {path}; edit it, try kehoach template check, then use it: kehoach render --format {form} --template {path}",
)
_DONE_WORD = Text(
    vi="đã ghi {path}; sửa trong Word, kiểm tra bằng kehoach template check, rồi dùng: kehoach render --format docx --template {path}",
    en="wrote {path}; edit it in Word, try kehoach template check, then use it: kehoach render --format docx --template {path}",
)
