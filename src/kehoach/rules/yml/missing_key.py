"""YML011: an entry without what makes it the thing it is."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML011",
    name="missing-key",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="thiếu khóa {key!r}: {about}", en="the key {key!r} is missing: {about}"),
    why=Text(
        vi="Không có khóa này thì không biết mục nói về gì, và chỗ khác không thể nhắc đến nó.",
        en="Without this key nobody knows what the entry is about, and nothing else can refer to it.",
    ),
    fix=Text(vi="Thêm `{key}:` vào đây.", en="Add `{key}:` here."),
    source="format",
    scope=Scope.READING,
)
