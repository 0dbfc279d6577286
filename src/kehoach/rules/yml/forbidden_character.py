"""YML008: a control or invisible character."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML008",
    name="forbidden-character",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="có ký tự không được phép: {character}", en="a character that may not stand here: {character}"),
    why=Text(
        vi="Ký tự điều khiển và ký tự ẩn làm chữ hiện ra khác với chữ máy đọc.",
        en="Control and invisible characters make people see another text than computers read.",
    ),
    fix=Text(vi="Xóa ký tự này và gõ lại chữ ở hai bên.", en="Delete the character and type the letters around it again."),
    source="format",
    scope=Scope.READING,
)
