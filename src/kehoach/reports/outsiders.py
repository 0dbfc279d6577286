"""What a user's workbook may not hold: programs, and whatever is fetched from elsewhere when it is opened."""

import re
from typing import TYPE_CHECKING, Any

from kehoach.language import Text
from kehoach.reports.refusal import RefusedError

if TYPE_CHECKING:
    from kehoach.reports.package import Package


def refuse_outsiders(package: "Package") -> None:
    """Look through the parts of a workbook and what each refers to.

    Raises:
        RefusedError: one does not belong into a template.
    """
    for name in package.names():
        _refuse(name, _PARTS)
        if name.endswith(".rels"):
            for one in package.tree(name):
                _refuse_relation(one)
        if name.startswith("xl/drawings/") and name.endswith((".xml", ".vml")):
            _refuse_linked_pictures(package.tree(name))
    for one in package.tree("[Content_Types].xml"):
        if isinstance(one.tag, str) and "macroEnabled" in one.get("ContentType", ""):
            raise RefusedError(_MACROS)


def _refuse(name: str, kinds: tuple[tuple[re.Pattern[str], Text], ...]) -> None:
    for found, said in kinds:
        if found.search(name):
            raise RefusedError(said)


def _refuse_relation(one: Any) -> None:
    if not isinstance(one.tag, str):
        return
    kind = one.get("Type", "").rpartition("/")[2]
    _refuse(kind, _KINDS)
    if one.get("TargetMode", "").lower() == "external" and kind != "hyperlink":
        raise RefusedError(_fetched(kind))


def _refuse_linked_pictures(drawing: Any) -> None:
    """Refuse pictures that lie elsewhere."""
    for one in drawing.iter():
        for key, value in one.attrib.items() if isinstance(one.tag, str) else ():
            if key == _LINK or (key.rpartition("}")[2] in {"src", "href", "althref"} and _ADDRESS.search(value)):
                raise RefusedError(_fetched("image"))


def _fetched(kind: str) -> Text:
    return Text(_FETCHED.vi.format(kind=kind), _FETCHED.en.format(kind=kind))


_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}link"
_ADDRESS = re.compile(r"^\w+:|^\\\\|^//")

_MACROS = Text(vi="không nhận sổ tính có macro: lưu lại ở dạng .xlsx", en="workbooks with macros are not taken: save it as .xlsx")
_LINKED = Text(
    vi="sổ tính liên kết tới tệp khác: vào Dữ liệu, Sửa liên kết và ngắt liên kết",
    en="the workbook is linked to other files: break the links under Data, Edit Links",
)
_CONNECTED = Text(
    vi="sổ tính có kết nối dữ liệu: xóa trong mục Truy vấn và kết nối",
    en="the workbook has data connections: delete them under Queries & Connections",
)
_EMBEDDED = Text(
    vi="sổ tính có đối tượng nhúng hoặc nút điều khiển: hãy xóa đi, ảnh thì được giữ",
    en="the workbook has embedded objects or controls: delete them; pictures are kept",
)
_FETCHED = Text(vi="sổ tính lấy nội dung từ bên ngoài ({kind})", en="the workbook fetches something from outside ({kind})")
_PARTS = (
    (re.compile(r"vbaProject|macrosheets/|dialogsheets/", re.IGNORECASE), _MACROS),
    (re.compile(r"externalLinks?/", re.IGNORECASE), _LINKED),
    (re.compile(r"connections\.xml$|queryTables?/|xl/model/", re.IGNORECASE), _CONNECTED),
    (re.compile(r"activeX/|embeddings/|ctrlProps/|customUI/|webextensions?/", re.IGNORECASE), _EMBEDDED),
)
_KINDS = (
    (re.compile("vba|macrosheet|dialogsheet", re.IGNORECASE), _MACROS),
    (re.compile("externalLink", re.IGNORECASE), _LINKED),
    (re.compile("connections|queryTable|volatileDependencies|powerPivot", re.IGNORECASE), _CONNECTED),
    (re.compile("oleObject|^package$|control|ctrlProp|activeX|customUI|extensibility|webextension", re.IGNORECASE), _EMBEDDED),
)
