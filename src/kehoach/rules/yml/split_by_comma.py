"""YML017: a value in brackets that a comma cut in two."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML017",
    name="split-by-comma",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="dấu phẩy trong ngoặc cắt giá trị của {key!r}: {text!r} bị tách, còn {rest!r} thành một khóa riêng",
        en="a comma in brackets cuts the value of {key!r}: {text!r} is split, and {rest!r} becomes a key of its own",
    ),
    why=Text(
        vi="Trong ngoặc nhọn và ngoặc vuông, dấu phẩy ngăn các mục với nhau.",
        en="Within braces and square brackets a comma separates the entries.",
    ),
    fix=Text(vi='Đặt giá trị trong dấu nháy kép: {key}: "{text}".', en='Put the value in double quotes: {key}: "{text}".'),
    source="format",
    scope=Scope.READING,
)
