"""SUP003: a baseline entry whose finding is gone."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="SUP003",
    name="stale-baseline",
    nature=WRONG,
    severities=ERROR,
    scope=Scope.READING,
    message=Text(
        vi="phát hiện {code} ở {pointer} đã được sửa mà vẫn còn trong danh sách cũ",
        en="the finding {code} at {pointer} is repaired and still in the baseline",
    ),
    why=Text(
        vi="Danh sách phát hiện cũ chỉ được ngắn đi; mục thừa sẽ che một lỗi mới.",
        en="A baseline only shrinks; an entry too many would hide a new fault.",
    ),
    fix=Text(
        vi="Chạy lại với --update-baseline để bỏ mục này khỏi danh sách.",
        en="Run again with --update-baseline to take the entry out.",
    ),
    source="format",
)
