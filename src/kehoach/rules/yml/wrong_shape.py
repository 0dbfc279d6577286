"""YML012: a list, a mapping or a value where another is wanted."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML012",
    name="wrong-shape",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="cần {wanted} nhưng ở đây là {met}", en="{wanted} is wanted, {met} stands here"),
    why=Text(
        vi="Mỗi khóa chỉ có một cách viết, để mọi người và mọi công cụ đọc giống nhau.",
        en="Each key has one shape, so that all people and tools read it alike.",
    ),
    fix=Text(
        vi="Viết lại theo mẫu của khóa này; lệnh `kehoach schema` cho xem mẫu.",
        en="Write it in the shape of this key; `kehoach schema` shows it.",
    ),
    source="format",
    scope=Scope.READING,
)
