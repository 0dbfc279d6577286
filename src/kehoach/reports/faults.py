"""What is wrong with a Word template, found before it is used."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kehoach.language import Text
from kehoach.reports.docx import read
from kehoach.reports.extras import wanting
from kehoach.reports.tags import tags
from kehoach.reports.unknown import Unknown, only_looked_at, unknown
from kehoach.values.text import short


class Fault(NamedTuple):
    """A fault: the words of the template that have it, and what it is."""

    where: str
    what: Text


def faults(file: Path, report: str) -> list[Fault]:
    """Find the broken and the unknown tags of a template.

    Raises:
        KehoachError: the file is no Word document, or the extra is not installed.
    """
    content = read(file)
    with wanting("docx", "docx", "docxtpl", "lxml"):
        from lxml import etree  # noqa: PLC0415 - an extra

    found: list[Fault] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(archive.namelist(), key=lambda name: (name != "word/document.xml", name)):
            if not _WITH_TAGS.fullmatch(name):
                continue
            try:
                root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError:
                found.append(Fault(name, _NO_XML))
                continue
            broken = list(_broken(root))
            found += broken or _misused(etree.tostring(root, encoding="unicode"), tags(report))
    return list(dict.fromkeys(found))


def _broken(root: Any) -> Iterator[Fault]:
    """Find tags that the eye takes for whole."""
    for paragraph in root.iter(f"{_W}p"):
        said = _said(paragraph)
        if "{" not in said and "}" not in said:
            continue
        rest = _TAG.sub("", said)
        if _HALF.search(rest):
            yield Fault(short(said, _LONGEST), _SPLIT)
        for tag in _TAG.findall(said):
            if any(c in tag for c in _CURLY):
                yield Fault(tag, _CURLY_QUOTES)
        yield from _alone(paragraph, said)


def _alone(paragraph: Any, said: str) -> Iterator[Fault]:
    """Find words that would be lost with a tag that removes its paragraph, row or cell."""
    for tag in _REMOVING.findall(said):
        kind = _REMOVING_KIND.match(tag)
        assert kind is not None
        whole = _whole(paragraph, kind[1])
        if whole.strip() != tag.strip():
            yield Fault(tag, _NOT_ALONE[kind[1]])


def _whole(paragraph: Any, kind: str) -> str:
    around = paragraph if kind == "p" else next(paragraph.iterancestors(f"{_W}{kind}"), paragraph)
    return _said(around)


def _said(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{_W}t"))


def _misused(xml: str, known: Mapping[str, Any]) -> list[Fault]:
    """Read the tags as they would be when the template is used."""
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - with the rest of the extra

    from kehoach.reports.filling import Template, environment  # noqa: PLC0415 - an extra
    from kehoach.reports.jinja_mistakes import mistake  # noqa: PLC0415 - with the rest of the extra

    source = _PARAGRAPH.sub(r"\n<w:p\1", Template(io.BytesIO()).patch_xml(xml))
    tools = only_looked_at(environment({}))
    lines = source.split("\n")
    try:
        tools.compile(source)
        return [_of_unknown(one, lines) for one in unknown(tools.parse(source), known, frozenset(tools.globals))]
    except (TemplateSyntaxError, RecursionError) as error:
        found = mistake(error)
        return [Fault(_line(lines, found.line), found.said)]


def _of_unknown(one: Unknown, lines: list[str]) -> Fault:
    wording = UNKNOWN_NEAR if one.near else UNKNOWN
    said = Text(*(text.format(name=one.name, near=one.near) for text in wording))
    return Fault(_line(lines, one.line), said)


def _line(lines: list[str], number: int) -> str:
    """Give the words of a line of the document that is made of paragraphs, or of its tags alone."""
    said = _ELEMENT.sub("", lines[number - 1]) if 0 < number <= len(lines) else ""
    return short(" ".join(said.split()), _LONGEST)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WITH_TAGS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_HALF = re.compile(r"\{\s*[{%#]|[}%#]\s*\}|\{\s*\w[\w.]*\s*\}")
_REMOVING = re.compile(r"(?:\{\{|\{%)(?:p|tr|tc) .*?(?:%\}|\}\})")
_REMOVING_KIND = re.compile(r"\{[{%](p|tr|tc) ")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_ELEMENT = re.compile(r"<[^>]*>")
_CURLY = "“”‘’„‟«»"
_LONGEST = 80

_NO_XML = Text(vi="phần này của tệp bị hỏng", en="this part of the file is damaged")
_SPLIT = Text(
    vi="thẻ chưa đủ dấu ngoặc, hoặc bị cắt sang đoạn khác: viết cả thẻ trong một đoạn, như {{ title }}",
    en="a tag lacks a bracket or is cut between paragraphs: write all of it in one, such as {{ title }}",
)
_CURLY_QUOTES = Text(
    vi="dấu ngoặc kép cong trong thẻ: dùng dấu thẳng \" hoặc ', hoặc bỏ dấu quanh tên",
    en="curly quotes within a tag: use straight ones, or none around a name",
)
_NOT_ALONE = {
    "p": Text(vi="thẻ này xóa cả đoạn: để nó một mình trong đoạn", en="this tag removes its paragraph: leave it alone there"),
    "tr": Text(vi="thẻ này xóa cả hàng: để nó một mình trong hàng", en="this tag removes its row: leave it alone there"),
    "tc": Text(vi="thẻ này xóa cả ô: để nó một mình trong ô", en="this tag removes its cell: leave it alone there"),
}
UNKNOWN = Text(vi="không có {name!r}", en="there is no {name!r}")
UNKNOWN_NEAR = Text(vi="không có {name!r}, có thể là {near!r}", en="there is no {name!r}; did you mean {near!r}?")
