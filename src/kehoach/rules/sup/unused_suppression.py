"""SUP002: a suppression that suppresses nothing."""

from kehoach.language import Text
from kehoach.rules.base import WARNING, WRONG, Rule, Scope

RULE = Rule(
    code="SUP002",
    name="unused-suppression",
    nature=WRONG,
    severities=WARNING,
    scope=Scope.READING,
    message=Text(vi="không có phát hiện {codes} nào để bỏ qua ở đây", en="there is no finding {codes} to ignore here"),
    why=Text(
        vi="Chỗ đã sửa xong mà lời bỏ qua còn lại thì lần sai sau sẽ bị che mất.",
        en="A suppression left behind hides the next fault of its kind.",
    ),
    fix=Text(vi="Xóa chú thích `kehoach: ignore` này.", en="Delete this `kehoach: ignore` comment."),
    source="format",
)
