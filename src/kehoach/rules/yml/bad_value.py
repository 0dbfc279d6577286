"""YML013: a value that its key cannot take."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML013",
    name="bad-value",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="giá trị không hợp với khóa này", en="the value does not fit this key"),
    why=Text(
        vi="Giá trị không đọc được thì không cộng, không so sánh, không lên báo cáo được.",
        en="What cannot be read cannot be added up, compared or reported.",
    ),
    fix=Text(vi="Viết lại giá trị theo kiểu mà khóa này nhận.", en="Write a value of the kind that this key takes."),
    source="format",
    scope=Scope.READING,
)
