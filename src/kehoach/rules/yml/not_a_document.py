"""YML009: a file that does not say what it is."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML009",
    name="not-a-document",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="thiếu khóa `kehoach:` cho biết đây là loại tệp nào", en="the key `kehoach:` that says what kind of file this is is missing"
    ),
    why=Text(
        vi="Khóa `kehoach` cho biết loại và phiên bản; không có thì không biết đọc tệp theo mẫu nào.",
        en="The key `kehoach` gives the kind and version; without it nobody knows how to read the file.",
    ),
    fix=Text(
        vi="Viết `kehoach: plan/1` ở đầu tệp; các loại khác là progress/1, process/1, register/1, workspace/1.",
        en="Write `kehoach: plan/1` at the top; the other kinds are progress/1, process/1, register/1, workspace/1.",
    ),
    source="format",
    scope=Scope.READING,
)
