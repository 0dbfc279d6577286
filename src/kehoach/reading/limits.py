"""How large a document may be, counted as if its aliases were written out."""

from kehoach.language import Text

MAXIMUM_DEPTH = 64
MAXIMUM_NODES = 400_000
MAXIMUM_ALIASES = 1_000

TOO_MANY = Text(
    vi="quá giới hạn {nodes} giá trị hoặc {aliases} bí danh (anchor, alias được tính như viết đầy đủ)",
    en="over the limit of {nodes} values or {aliases} aliases (anchors and aliases count as if written out)",
)
TOO_DEEP = Text(vi="lồng sâu quá giới hạn {depth} tầng", en="nested deeper than the limit of {depth} levels")
