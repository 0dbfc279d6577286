"""REF001: an id that names nothing."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="REF001",
    name="unknown-reference",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="không có {wanted} nào mang mã {id!r}", en="there is no {wanted} with the id {id!r}"),
    why=Text(
        vi="Nhắc đến một mã không có thì phần kế hoạch này không gắn được với phần kia.",
        en="A reference to nothing leaves this part of the plan tied to no other.",
    ),
    fix=Text(vi="Sửa thành `{near}`, hoặc khai báo mã {id!r}.", en="Change it to `{near}`, or declare the id {id!r}."),
    source="format",
    scope=Scope.READING,
)
