"""Reports as PDF, set by typst with fonts of our own, so that they are the same everywhere."""

import json
import re
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach import escaping
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.reports.extras import wanting
from kehoach.reports.paper import family, paper
from kehoach.reports.widths import is_tall
from kehoach.shipped import folder

if TYPE_CHECKING:
    from typst import PDFStandard

FOLDER = "pdf"
FONTS = ("Tinos", "Libertinus Serif", "DejaVu Sans Mono")
"""Ours, then those within typst, for signs that ours lacks."""

STANDARDS: tuple["list[PDFStandard]", ...] = (["a-2a", "ua-1"], ["a-2b"], [])
"""The strictest that a report can keep: a sign that no font has is more than an archive's PDF may hold."""


class Pdf(NamedTuple):
    """A document, and what its reader should know."""

    content: bytes
    warnings: tuple[Text, ...] = ()


def render(data: dict[str, Any], day: date, fonts: tuple[str, ...] = FONTS) -> Pdf:
    """Render a report; the same view and day give the same bytes.

    Raises:
        KehoachError: the extra is not installed, or typst fails.
    """
    with wanting("pdf", "typst"):
        import typst  # noqa: PLC0415 - an extra
    values = paper(data)
    for block in (*values["blocks"], *values["annexes"]):
        if block["table"]:
            _tell_tall_rows(block["table"])
    source = folder("templates") / FOLDER / f"{family(values['report'])}.typ"
    moment = int(datetime.combine(day, time(), UTC).timestamp())
    said = {"paper": json.dumps(_printable(values) | {"fonts": fonts, "levels": _levels(values["report"])}, ensure_ascii=False)}
    compiler = typst.Compiler(source, root=source.parent, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=said)
    problem = ""
    for standards in STANDARDS:
        try:
            content, told = compiler.compile_with_warnings(format="pdf", pdf_standards=standards, timestamp=moment)
        except typst.TypstError as error:
            problem = problem or error.message
            continue
        assert isinstance(content, bytes)
        return Pdf(content, (*_of_fonts(told), *_of_standard(standards, problem)))
    raise KehoachError(_FAILED, why=problem)


def _tell_tall_rows(table: dict[str, Any]) -> None:
    """Mark the rows that may be broken; the others take less memory to set, too."""
    rooms = [column["width"] for column in table["columns"]]
    for row in table["rows"]:
        row["tall"] = is_tall([cell["text"] for cell in row["cells"]], rooms)


@cache
def _fonts() -> Any:
    """Read the fonts once; none of the system's, which differ from one computer to the next."""
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder("templates") / "fonts")])


def _printable(value: Any) -> Any:
    """Clean every text, and make words that no line could hold breakable; the plan itself is for other templates."""
    match value:
        case str():
            return _LONG_WORD.sub(_breakable, escaping.visible(value.replace("\r\n", "\n").replace("\r", "\n")))
        case dict():
            return {key: _printable(one) for key, one in value.items() if key not in _NOT_PRINTED}
        case list() | tuple():
            return [_printable(one) for one in value]
        case _:
            return value


def _breakable(found: re.Match[str]) -> str:
    word = found[0]
    return "\u200b".join(word[i : i + _PIECE] for i in range(0, len(word), _PIECE))


def _levels(report: str) -> dict[str, int]:
    """Give the levels of headings: a report that has no sections begins with parts."""
    return {"part": 2, "point": 3} if family(report) == "plan" else {"part": 1, "point": 2}


def _of_fonts(told: list[Any]) -> list[Text]:
    missing = [one.message.partition(_UNKNOWN)[2].strip() for one in told if _UNKNOWN in one.message]
    return [Text(_NO_FONT.vi.format(font=font), _NO_FONT.en.format(font=font)) for font in dict.fromkeys(missing)]


def _of_standard(standards: "list[PDFStandard]", problem: str) -> list[Text]:
    if standards == STANDARDS[0]:
        return []
    why = " ".join(problem.rpartition("error: ")[2].split())
    return [Text(_NOT_KEPT.vi.format(why=why), _NOT_KEPT.en.format(why=why))]


_LONG_WORD = re.compile(r"\S{24,}")
_PIECE = 12
_NOT_PRINTED = frozenset({"plan", "sections", "parts"})
_UNKNOWN = "unknown font family:"

_NO_FONT = Text(vi="không có phông chữ {font}, thay bằng phông khác", en="there is no font {font}; another stands in for it")
_NOT_KEPT = Text(
    vi="PDF không đạt chuẩn lưu trữ PDF/A-2a, PDF/UA-1: {why}",
    en="the PDF does not keep the standards PDF/A-2a and PDF/UA-1: {why}",
)
_FAILED = Text(vi="typst không tạo được PDF: {why}", en="typst cannot make the PDF: {why}")
