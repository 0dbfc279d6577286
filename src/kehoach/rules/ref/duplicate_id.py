"""REF002: an id that two things share."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="REF002",
    name="duplicate-id",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="mã {id!r} của {thing} này đã đặt cho {first} khác", en="the id {id!r} of this {thing} already names another {first}"),
    why=Text(
        vi="Một mã chỉ được chỉ một mục, nếu không thì nơi nhắc đến nó không biết là mục nào.",
        en="One id names one thing, or else nobody knows which one a reference means.",
    ),
    fix=Text(
        vi="Đặt cho một trong hai mục một mã khác và sửa các chỗ nhắc đến nó.",
        en="Give one of the two another id and correct the references to it.",
    ),
    source="format",
    scope=Scope.READING,
)
