"""A workbook as it lies in its file: parts by name, read without trust, kept as they are unless changed."""

import io
import posixpath
import re
import zipfile
import zlib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.reports import office_file
from kehoach.reports.cells import kept
from kehoach.reports.docx import settled
from kehoach.reports.outsiders import refuse_outsiders
from kehoach.reports.refusal import RefusedError

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "[Content_Types].xml"
_RELATION = f"{{{_OFFICE}}}id"
_WORKBOOK = "xl/workbook.xml"
_STRINGS, _STYLES, _CHAIN = "xl/sharedStrings.xml", "xl/styles.xml", "xl/calcChain.xml"
_PROPERTIES = "docProps/core.xml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS, _TYPED = "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance"
_LONGEST_TITLE = 250
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_FORGIVING = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
)  # VML is not always XML
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Relation(NamedTuple):
    """What one part has to do with another."""

    key: str
    kind: str
    target: str
    is_outside: bool


class Package:
    """The parts of a workbook; a part that was parsed is written back."""

    def __init__(self, content: bytes) -> None:
        """Unpack; nothing is parsed yet.

        Raises:
            RefusedError: it is damaged, or holds what does not belong into a template.
        """
        self._parts: dict[str, bytes] = {}
        self._trees: dict[str, Any] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for entry in archive.infolist():
                    if entry.filename in self._parts or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                        raise RefusedError(_DAMAGED)
                    self._parts[entry.filename] = archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
            raise RefusedError(_DAMAGED) from None
        refuse_outsiders(self)

    def names(self) -> list[str]:
        """List the parts."""
        return list(self._parts)

    def tree(self, name: str) -> Any:
        """Parse a part, once.

        Raises:
            RefusedError: it is not there, is no XML, or declares a document type.
        """
        if name not in self._trees:
            try:
                tree = etree.fromstring(self._parts[name], _FORGIVING if name.endswith(".vml") else _PARSER)
            except (KeyError, etree.XMLSyntaxError, ValueError):
                tree = None
            if tree is None:
                raise RefusedError(Text(_NO_PART.vi.format(part=name), _NO_PART.en.format(part=name)))
            document = tree.getroottree().docinfo
            if document.internalDTD is not None or document.doctype:
                raise RefusedError(Text(_DOCTYPE.vi.format(part=name), _DOCTYPE.en.format(part=name)))
            self._trees[name] = tree
        return self._trees[name]

    def relations(self, part: str) -> list[Relation]:
        """List what a part refers to."""
        folder, name = posixpath.split(part)
        listed = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        if listed not in self._parts:
            return []
        return [
            Relation(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
                one.get("TargetMode") == "External",
            )
            for one in self.tree(listed)
            if isinstance(one.tag, str)
        ]

    def of_kind(self, part: str, kind: str) -> list[str]:
        """Name the parts of one kind to which a part refers."""
        return [one.target for one in self.relations(part) if one.kind == kind and not one.is_outside and one.target in self._parts]

    def workbook(self) -> Any:
        """Give the list of sheets and names."""
        root = self.tree(_WORKBOOK)
        if root.tag != f"{MAIN}workbook":
            raise RefusedError(_STRICT)
        return root

    def sheets(self) -> list[tuple[str, str]]:
        """Name the sheets of cells, each with its part."""
        parts = {one.key: one.target for one in self.relations(_WORKBOOK) if one.kind == "worksheet"}
        listed = [(one.get("name", ""), parts.get(one.get(_RELATION), "")) for one in self.workbook().iter(f"{MAIN}sheet")]
        return [(name, part) for name, part in listed if part]

    def strings(self) -> list[str]:
        """Give the shared texts."""
        if _STRINGS not in self._parts:
            return []
        return [words(one) for one in self.tree(_STRINGS).iterchildren(f"{MAIN}si")]

    def styles(self) -> Any:
        """Give the formats of cells."""
        return self.tree(_STYLES)

    def drop_calculation_order(self) -> None:
        """Drop the order of formulas, which no longer holds, and ask for all of them to be calculated on opening."""
        if self._parts.pop(_CHAIN, None) is not None:
            for part, key in ((TYPES, "PartName"), ("xl/_rels/workbook.xml.rels", "Target")):
                for one in list(self.tree(part)):
                    if isinstance(one.tag, str) and one.get(key, "").endswith("calcChain.xml"):
                        one.getparent().remove(one)
        root = self.workbook()
        wanted = root.find(f"{MAIN}calcPr")
        if wanted is None:
            wanted = etree.Element(f"{MAIN}calcPr")
            before = [one for one in root if etree.QName(one).localname in _BEFORE_CALCULATION]
            before[-1].addnext(wanted)
        wanted.set("fullCalcOnLoad", "1")

    def identify(self, title: str, day: date) -> None:
        """Set what the file says of itself: title and day, and none of the people who made the template."""
        if _PROPERTIES not in self._parts:
            return
        kinds = {"cp": _CORE, "dc": "http://purl.org/dc/elements/1.1/", "dcterms": _TERMS, "xsi": _TYPED}
        root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=kinds)
        etree.SubElement(root, f"{{{kinds['dc']}}}title").text = kept(title)[:_LONGEST_TITLE]
        for name in ("created", "modified"):
            etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_TYPED}}}type": "dcterms:W3CDTF"}).text = f"{day.isoformat()}T00:00:00Z"
        self._trees[_PROPERTIES] = root

    def saved(self) -> bytes:
        """Write the archive; equal parts make equal bytes."""
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self._parts.items():
                tree = self._trees.get(name)
                archive.writestr(
                    name, content if tree is None else etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
                )
        return settled(kept.getvalue())


def words(element: Any) -> str:
    """Give the text of a cell or a shared text, without the readings that go with some scripts."""
    said = "".join(one.text or "" for one in element.iter(f"{MAIN}t") if one.getparent().tag != f"{MAIN}rPh")
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), said)


def read(file: Path, largest: int) -> bytes:
    """Read a template, if it is a workbook of a sensible size.

    Raises:
        KehoachError: it is not.
    """
    content, names = office_file.read(file, largest)
    if _WORKBOOK not in names:
        raise KehoachError(_NO_WORKBOOK, name=file.name)
    return content


_BEFORE_CALCULATION = {
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
}

_NO_WORKBOOK = Text(
    vi="{name!r} không phải sổ tính .xlsx (không nhận .xls, .ods)", en="{name!r} is no workbook .xlsx (.xls and .ods are not read)"
)
_DAMAGED = Text(vi="tệp bị hỏng", en="the file is damaged")
_NO_PART = Text(vi="phần {part} của tệp thiếu hoặc bị hỏng", en="the part {part} of the file is missing or damaged")
_DOCTYPE = Text(
    vi="phần {part} khai báo kiểu tài liệu, không được phép", en="the part {part} declares a document type, which is not allowed"
)
_STRICT = Text(vi="hãy lưu lại ở dạng Excel Workbook (.xlsx) thường", en="save it again as an ordinary Excel workbook (.xlsx)")
