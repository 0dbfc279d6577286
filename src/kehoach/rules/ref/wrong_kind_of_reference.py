"""REF003: an id of another kind of thing than wanted."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="REF003",
    name="wrong-kind-of-reference",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="{id!r} là {is}, ở đây cần {wanted}", en="{id!r} is the id of another kind of thing: {is}, not {wanted}"),
    why=Text(
        vi="Mỗi khóa nối với một loại mục nhất định; nối nhầm loại thì không có nghĩa.",
        en="Each key links to a certain kind of thing; a link to another has no meaning.",
    ),
    fix=Text(vi="Viết mã của một {wanted}.", en="Write the id of this kind of thing: {wanted}."),
    source="format",
    scope=Scope.READING,
)
