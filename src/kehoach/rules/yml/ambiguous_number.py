"""YML014: a number that may mean two things."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML014",
    name="ambiguous-number",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="số này có thể hiểu theo hai cách", en="the number can be read in two ways"),
    why=Text(
        vi="`1.250` có thể là một nghìn hai trăm năm mươi, cũng có thể là một phẩy hai lăm; đoán sai là sai nghìn lần.",
        en="`1.250` may be a thousand two hundred and fifty or one and a quarter; a wrong guess is wrong a thousand times.",
    ),
    fix=Text(
        vi="Viết `1250` nếu là một nghìn hai trăm năm mươi, `1,25` nếu là một phẩy hai lăm.",
        en="Write `1250` for a thousand two hundred and fifty, `1.25` for one and a quarter.",
    ),
    source="format",
    scope=Scope.READING,
)
