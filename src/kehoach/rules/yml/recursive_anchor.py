"""YML005: an anchor that contains itself."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML005",
    name="recursive-anchor",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="neo &{name} chứa chính nó", en="the anchor &{name} contains itself"),
    why=Text(vi="Một giá trị chứa chính nó thì không bao giờ đọc hết.", en="A value that contains itself can never be read to its end."),
    fix=Text(vi="Viết đầy đủ giá trị thay cho *{name}.", en="Write the value out in place of *{name}."),
    source="format",
    scope=Scope.READING,
)
