"""YML007: bytes that are not UTF-8."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML007",
    name="bad-encoding",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="byte {byte} ở vị trí {offset} không phải UTF-8; tệp có lẽ là {likely}",
        en="the byte {byte} at offset {offset} is not UTF-8; the file is probably {likely}",
    ),
    why=Text(
        vi="Kế hoạch chỉ được đọc dưới dạng văn bản UTF-8; đọc sai bảng mã thì mọi chữ có dấu thành chữ khác.",
        en="A plan is read as UTF-8 text only; in the wrong encoding, every letter with a mark becomes another.",
    ),
    fix=Text(
        vi="Mở tệp bằng phần mềm đã tạo ra nó và lưu lại dạng văn bản UTF-8.",
        en="Open the file in the program that made it and save it as UTF-8 text.",
    ),
    source="format",
    scope=Scope.READING,
)
