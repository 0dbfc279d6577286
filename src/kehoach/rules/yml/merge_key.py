"""YML016: the merge key of YAML 1.1."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML016",
    name="merge-key",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="khóa gộp `<<` không có trong YAML 1.2", en="the merge key `<<` is not YAML 1.2"),
    why=Text(
        vi="Mỗi chương trình hiểu `<<` một khác, và người đọc không thấy giá trị thật ở đâu.",
        en="Programs disagree about `<<`, and a reader does not see where the values come from.",
    ),
    fix=Text(vi="Viết các khóa và giá trị ra đầy đủ ở đây.", en="Write the keys and values out here."),
    source="format",
    scope=Scope.READING,
)
