"""SUP001: a finding is suppressed and nobody says why."""

from kehoach.language import Text
from kehoach.rules.base import WARNING, WRONG, Rule, Scope

RULE = Rule(
    code="SUP001",
    name="suppression-without-reason",
    nature=WRONG,
    severities=WARNING,
    scope=Scope.READING,
    message=Text(vi="bỏ qua {codes} mà không ghi lý do", en="{codes} is ignored without a reason"),
    why=Text(
        vi="Người đọc sau cần biết ai đã chấp nhận điều gì và vì sao.",
        en="Who reads the plan later must know what was accepted, and why.",
    ),
    fix=Text(
        vi="Viết lý do ngay sau mã: `# kehoach: ignore {codes} lý do`.",
        en="Write the reason after the code: `# kehoach: ignore {codes} the reason`.",
    ),
    source="format",
)
