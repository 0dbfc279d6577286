"""YML004: a file beyond the limits of size, depth or number of values."""

from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Rule, Scope

RULE = Rule(
    code="YML004",
    name="too-large",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="tệp vượt giới hạn về kích thước", en="the file is over the limits of size"),
    why=Text(
        vi="Một tệp quá lớn hoặc lồng quá sâu có thể làm treo máy; một kế hoạch 100 nhiệm vụ chỉ khoảng 80 nghìn byte.",
        en="A file that is too large or too deep can bring a computer down; a plan of 100 tasks has some 80,000 bytes.",
    ),
    fix=Text(
        vi="Tách thành nhiều kế hoạch, hoặc viết đầy đủ phần dùng bí danh.",
        en="Split it into several plans, or write out what aliases repeat.",
    ),
    source="format",
    scope=Scope.READING,
)
