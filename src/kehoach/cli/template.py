"""`kehoach template`: the templates of reports: which there are, a copy to change, what is wrong with one."""

from pathlib import Path
from shlex import quote
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
_MEANT = {".pdf": ".typ", ".md": ".md.j2", ".html": ".html.j2", ".htm": ".html.j2", ".doc": ".docx", ".xls": ".xlsx"}
"""What is no template's ending, and the one that is meant."""

_DEFAULT = "docx"
_ACTIONS = ("list", "check", "eject")


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("action", "|".join(_ACTIONS), tr("Việc cần làm.", "What to do."), default="list")
    parser.words("name", tr("TÊN|TỆP", "NAME|FILE"), tr("Tên mẫu (eject) hoặc tệp mẫu (check).", "A template (eject) or a file (check)."))
    parser.option(
        "--format",
        name="form",
        metavar="|".join(_FORMS),
        about=tr(
            "Dạng của mẫu; để trống: với list mọi dạng, với eject theo đuôi tệp của -o, không có thì docx.",
            "The template's format; none: every one to list, to eject by the ending of -o, else docx.",
        ),
    )
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
        print("\n".join(paths(_tags(given.form or _DEFAULT, one_of(Report, given.report, "--report").value))))
        return 0
    for form in (_known(given.form),) if given.form else _FORMS:
        for name in _names(form):
            print(f"{form:<5} {name:<14} {', '.join(_used_by(form, name))}".rstrip())
    return 0


def _used_by(form: str, name: str) -> list[str]:
    """List the reports that a template serves."""
    return [report.value for report in Report if report.value == name or (form in _BY_FAMILY and family(report.value) == name)]


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
    form = _wanted(given)
    known = _names(form)
    asked = name = given.name or "plan"
    name = family(name) if form in _BY_FAMILY and name in tuple(Report) and family(name) in known else name
    if name not in known:
        near = nearest(name, known)
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
        raise KehoachError(_NO_TEMPLATE, name=name, hint=hint, names=", ".join(known))
    file = _folder(form) / f"{name}{_FORMS[form].suffix}"
    target = Path(given.output or file.name)
    write(target, file.read_bytes(), force=given.force)
    served = _used_by(form, name)
    report = asked if asked in served else next(iter(served), "")
    done = _DONE_PART if not report else _DONE_WORD if form == "docx" else _DONE
    of = "" if report in {"", "plan"} else f" --report {report}"
    print(done.fill(chosen_language(given.lang), {"path": str(target), "file": quote(str(target)), "form": form, "of": of}))
    return 0


def _wanted(given: Given) -> str:
    """Choose the format of the copy: `--format`, else by the ending of `-o`; what ends as no template is refused, for `check` goes by it.

    Raises:
        KehoachError: there is no such format, or the ending is another's or no template's.
    """
    form = _known(given.form) if given.form else None
    if given.output is None:
        return form or _DEFAULT
    name = Path(given.output).name
    ends = next((key for key, one in _FORMS.items() if name.lower().endswith(one.suffix)), None)
    if ends is None:
        meant = _MEANT.get(Path(name).suffix.lower()) or (_FORMS[form].suffix if form else None)
        hint = Text(f"; đặt đuôi {meant}", f"; end it in {meant}") if meant else Text("", "")
        raise KehoachError(_NO_ENDING, output=given.output, endings=", ".join(one.suffix for one in _FORMS.values()), hint=hint)
    if form is not None and form != ends:
        raise KehoachError(_OTHER_ENDING, output=given.output, form=form, ending=_FORMS[form].suffix)
    return ends


def _known(form: str) -> str:
    if form not in _FORMS:
        raise KehoachError(_NO_FORM, form=form, forms=", ".join(_FORMS))
    return form


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
_NO_ENDING = Text(
    vi="-o {output}: tên mẫu phải kết thúc bằng {endings}{hint}",
    en="-o {output}: the name of a template ends in {endings}{hint}",
)
_OTHER_ENDING = Text(
    vi="-o {output}: mẫu --format {form} có đuôi {ending}; bỏ --format để lấy dạng theo đuôi tệp, hoặc đổi tên tệp",
    en="-o {output}: a template of --format {form} ends in {ending}; leave out --format to go by the ending, or rename the file",
)
_DONE = Text(
    vi="đã ghi {path}; sửa, kiểm tra bằng `kehoach template check {file}{of}`, rồi dùng: "
    "kehoach render PLAN.yaml --format {form}{of} --template {file}",
    en="wrote {path}; edit it, try `kehoach template check {file}{of}`, then use it: "
    "kehoach render PLAN.yaml --format {form}{of} --template {file}",
)
_DONE_WORD = Text(
    vi="đã ghi {path}; sửa trong Word, kiểm tra bằng `kehoach template check {file}{of}`, rồi dùng: "
    "kehoach render PLAN.yaml --format docx{of} --template {file}",
    en="wrote {path}; edit it in Word, try `kehoach template check {file}{of}`, then use it: "
    "kehoach render PLAN.yaml --format docx{of} --template {file}",
)
_DONE_PART = Text(
    vi="đã ghi {path}; các mẫu cùng dạng dùng chung tệp này, hãy để nó cạnh các mẫu đó",
    en="wrote {path}; the templates of its format use it, so keep it beside them",
)
