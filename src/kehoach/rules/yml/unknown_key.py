"""YML010: a key that the format does not have here."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML010",
    name="unknown-key",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="không có khóa {key!r} ở đây", en="there is no key {key!r} here"),
    why=Text(
        vi="Khóa viết sai thì giá trị của nó bị bỏ qua mà người viết vẫn tưởng là có.",
        en="The value of a misspelt key would be passed over while its writer believes it is there.",
    ),
    fix=Text(vi="Sửa thành `{near}`; khóa riêng của bạn thì bắt đầu bằng x-.", en="Change it to `{near}`; keys of your own start with x-."),
    source="format",
    scope=Scope.READING,
)
