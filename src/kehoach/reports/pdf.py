"""Reports as PDF, set by typst with fonts of our own, so that they are the same everywhere."""

import json
import re
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach import escaping
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.reports import sandbox
from kehoach.reports.extras import wanting
from kehoach.reports.paper import family, paper
from kehoach.reports.pdf_standards import lacks, not_kept
from kehoach.reports.typst_folder import FOLDER, SUFFIX
from kehoach.reports.typst_folder import FONTS as OWN_FONTS
from kehoach.reports.widths import is_tall
from kehoach.shipped import folder

if TYPE_CHECKING:
    from typst import PDFStandard

FONTS = ("Tinos", "Libertinus Serif", "DejaVu Sans Mono")
"""Ours, then those within typst, for signs that ours lacks."""

STANDARDS: tuple["list[PDFStandard]", ...] = (["a-2a", "ua-1"], ["a-2b"], [])
"""The strictest that a report can keep: a sign that no font has is more than an archive's PDF may hold."""


class Pdf(NamedTuple):
    """A document, and what its reader should know."""

    content: bytes
    warnings: tuple[Text, ...] = ()
    refusal: str = ""
    """What typst says of the strictest standard, where the document does not keep it."""


def render(data: dict[str, Any], day: date, fonts: tuple[str, ...] = FONTS, template: Path | None = None) -> Pdf:
    """Render a report, by the shipped template or a user's own; the same view and day give the same bytes.

    Raises:
        KehoachError: the extra is not installed, or typst fails; the user's template cannot be read, fails, or takes too much.
    """
    with wanting("pdf", "typst"):
        import typst  # noqa: PLC0415 - an extra
    values = paper(data)
    if template is not None:
        file = sandbox.found(_fit(template), (values["report"], family(values["report"])), SUFFIX)
        return Pdf(*sandbox.typeset(file, printable(values, fonts), day))
    source = folder("templates") / FOLDER / f"{family(values['report'])}{SUFFIX}"
    try:
        made = compiled(source, printable(values, fonts, without=_NOT_PRINTED), day)
    except typst.TypstError as error:
        raise KehoachError(_FAILED, why=error.message) from None
    told = [not_kept(lacks(made.refusal, lambda _: ("", 0)))] if made.refusal else []
    return made._replace(warnings=(*made.warnings, *told))


def compiled(source: Path, values: dict[str, Any], day: date, packages: Path | None = None) -> Pdf:
    """Set a document by a source whose folder holds all that it may read, to the strictest standard that it can keep.

    Raises:
        typst.TypstError: the source fails, whatever the standard.
    """
    import typst  # noqa: PLC0415 - an extra

    moment = int(datetime.combine(day, time(), UTC).timestamp())
    compiler = typst.Compiler(
        source,
        root=source.parent,
        font_paths=_fonts(*([source.parent / OWN_FONTS] if packages else [])),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(values, ensure_ascii=False)},
        package_path=packages,
        package_cache_path=packages,
    )
    refused: list[typst.TypstError] = []
    for standards in STANDARDS:
        try:
            content, told = compiler.compile_with_warnings(format="pdf", pdf_standards=standards, timestamp=moment)
        except typst.TypstError as error:
            refused.append(error)
            continue
        assert isinstance(content, bytes)
        return Pdf(content, tuple(_of_fonts(told)), refused[0].diagnostic if refused else "")
    raise refused[-1]


def printable(values: dict[str, Any], fonts: tuple[str, ...] = FONTS, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Give what a template reads: every text cleaned, and for each row whether it may be broken."""
    for block in (*values["blocks"], *values["annexes"]):
        if block["table"]:
            _tell_tall_rows(block["table"])
    return {**_printable(values, without), "fonts": fonts, "levels": _levels(values["report"])}


def _fit(template: Path) -> Path:
    """Refuse a template of another format, and say what it is good for.

    Raises:
        KehoachError: it is no template of typst.
    """
    if template.is_file() and template.suffix != SUFFIX:
        raise KehoachError(_NO_WORD if template.suffix == ".docx" else _NO_TYPST, name=template.name)
    return template


def _tell_tall_rows(table: dict[str, Any]) -> None:
    """Mark the rows that may be broken; the others take less memory to set, too."""
    rooms = [column["width"] for column in table["columns"]]
    for row in table["rows"]:
        row["tall"] = is_tall([cell["text"] for cell in row["cells"]], rooms)


@cache
def _fonts(*own: Path) -> Any:
    """Read the fonts once; none of the system's, which differ from one computer to the next."""
    import typst  # noqa: PLC0415

    folders = [folder("templates") / "fonts", *(one for one in own if one.is_dir())]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(one) for one in folders])


def _printable(value: Any, without: frozenset[str]) -> Any:
    """Clean every text, and make words that no line could hold breakable."""
    match value:
        case str():
            return _LONG_WORD.sub(_breakable, escaping.visible(value.replace("\r\n", "\n").replace("\r", "\n")))
        case dict():
            return {escaping.visible(key): _printable(one, without) for key, one in value.items() if key not in without}
        case list() | tuple():
            return [_printable(one, without) for one in value]
        case _:
            return value


def _breakable(found: re.Match[str]) -> str:
    word = found[0]
    return "\u200b".join(word[i : i + _PIECE] for i in range(0, len(word), _PIECE))


def _levels(report: str) -> dict[str, int]:
    """Give the levels of headings: a report that has no sections begins with parts."""
    return {"part": 2, "point": 3} if family(report) == "plan" else {"part": 1, "point": 2}


def _of_fonts(told: list[Any]) -> list[Text]:
    missing = [escaping.visible(one.message).partition(_UNKNOWN)[2].strip() for one in told if _UNKNOWN in one.message]
    return [Text(_NO_FONT.vi.format(font=font), _NO_FONT.en.format(font=font)) for font in dict.fromkeys(missing)]


_LONG_WORD = re.compile(r"\S{24,}")
_PIECE = 12
_NOT_PRINTED = frozenset({"plan", "sections", "parts"})  # the shipped templates need none of them
_UNKNOWN = "unknown font family:"

_NO_FONT = Text(vi="không có phông chữ {font}, thay bằng phông khác", en="there is no font {font}; another stands in for it")
_FAILED = Text(vi="typst không tạo được PDF: {why}", en="typst cannot make the PDF: {why}")
_NO_WORD = Text(
    vi="{name!r} là mẫu Word: với --format pdf, mẫu là tệp .typ; hoặc xuất --format docx rồi lưu thành PDF bằng Word hay LibreOffice",
    en="{name!r} is a Word template: --format pdf takes a .typ; or render --format docx and save it as PDF with Word or LibreOffice",
)
_NO_TYPST = Text(
    vi="{name!r} không phải mẫu typst: với --format pdf, mẫu là tệp .typ", en="{name!r} is no typst template: --format pdf takes a .typ"
)
