"""YML003: a value with a YAML tag."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML003",
    name="foreign-tag",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="có thẻ {tag} đứng trước giá trị", en="the tag {tag} stands before the value"),
    why=Text(
        vi="Ý nghĩa của giá trị do khóa quyết định; thẻ YAML có thể gọi mã lệnh ở chương trình khác nên không được đọc.",
        en="The key decides what a value means; a YAML tag may call code in other programs, so none is read.",
    ),
    fix=Text(
        vi="Bỏ thẻ; giá trị bắt đầu bằng dấu ! thì đặt trong dấu nháy kép.",
        en="Remove the tag; put a value that starts with ! in double quotes.",
    ),
    source="format",
    scope=Scope.READING,
)
