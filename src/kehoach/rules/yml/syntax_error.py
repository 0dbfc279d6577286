"""YML001: a text that is not YAML."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML001",
    name="syntax-error",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="tệp không phải là YAML hợp lệ", en="the file is not valid YAML"),
    why=Text(
        vi="Từ chỗ này trở đi không biết được giá trị nào thuộc khóa nào, nên phần còn lại không được kiểm tra.",
        en="From here on nobody can tell which value belongs to which key, so the rest is not checked.",
    ),
    fix=Text(
        vi="Xem lại dòng này và dòng trước: dấu cách, dấu hai chấm, dấu nháy.",
        en="Look at this line and the one before it: spaces, colons, quotes.",
    ),
    source="format",
    scope=Scope.READING,
)
