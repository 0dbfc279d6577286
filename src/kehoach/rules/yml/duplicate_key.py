"""YML002: a key that stands twice in one mapping."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML002",
    name="duplicate-key",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="khóa {key!r} được viết hai lần trong cùng một nhóm", en="the key {key!r} stands twice in the same mapping"),
    why=Text(
        vi="Chỉ một trong hai giá trị được giữ; người đọc không biết giá trị nào là đúng.",
        en="Only one of the two values can hold; a reader cannot know which.",
    ),
    fix=Text(vi="Giữ lại một khóa, hoặc gộp hai giá trị làm một.", en="Keep one of the keys, or join the two values."),
    source="format",
    scope=Scope.READING,
)
