"""YML015: a file path that leads out of the workspace."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML015",
    name="path-outside-workspace",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="đường dẫn ra ngoài thư mục làm việc", en="the path leads out of the workspace"),
    why=Text(
        vi="Tệp ở ngoài thì người khác không có, và đường dẫn như vậy có thể lộ tệp riêng.",
        en="Others do not have a file outside, and such a path may expose private files.",
    ),
    fix=Text(
        vi="Chép tệp vào thư mục làm việc rồi viết đường dẫn tương đối.", en="Copy the file into the workspace and write its relative path."
    ),
    source="format",
    scope=Scope.READING,
)
