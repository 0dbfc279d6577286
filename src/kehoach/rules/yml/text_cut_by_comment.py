"""YML018: a text that ` #` cut short."""

from kehoach.language import Text
from kehoach.rules.base import WARNING, WRONG, Rule, Scope

RULE = Rule(
    code="YML018",
    name="text-cut-by-comment",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="dấu # cắt mất phần cuối: giữ lại {kept!r}, mất {lost!r}", en="a # cuts off the end: {kept!r} is kept, {lost!r} is lost"
    ),
    why=Text(
        vi="Trong YAML, dấu # sau dấu cách mở đầu một ghi chú, phần sau không thuộc giá trị.",
        en="In YAML a # after a space starts a comment; what follows is no part of the value.",
    ),
    fix=Text(
        vi="Đặt cả giá trị trong dấu nháy kép; nếu đúng là ghi chú thì viết dấu cách sau #.",
        en="Put the whole value in double quotes; if it is a comment, write a space after the #.",
    ),
    source="format",
    scope=Scope.READING,
)
