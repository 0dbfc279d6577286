"""YML006: a file with more than one document."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML006",
    name="several-documents",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="tệp có văn bản thứ hai, bắt đầu bằng `---`", en="a second document starts here with `---`"),
    why=Text(
        vi="Mỗi tệp là một văn bản; phần sau dấu `---` sẽ bị bỏ sót mà không ai biết.",
        en="One file is one document; what follows `---` would be passed over unseen.",
    ),
    fix=Text(
        vi="Chuyển phần sau `---` sang một tệp riêng, hoặc bỏ dòng `---`.",
        en="Move what follows `---` to a file of its own, or remove the line `---`.",
    ),
    source="format",
    scope=Scope.READING,
)
