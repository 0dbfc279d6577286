"""REF005: a file that should prove something and is not there."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.reading.evidence import evidence
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule
from kehoach.values.text import short


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each named file that does not exist; nothing where nobody could look."""
    if context.files is None:
        return
    for path, file in evidence(plan):
        if file not in context.files:
            yield Finding(path=path, values={"file": short(file)}, subject=file)


RULE = Rule(
    code="REF005",
    name="missing-evidence-file",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="không có tệp minh chứng {file!r}", en="there is no evidence file {file!r}"),
    why=Text(
        vi="Minh chứng không mở được thì coi như chưa có: người thẩm định không kiểm tra lại được.",
        en="Evidence that nobody can open proves nothing to an appraiser.",
    ),
    fix=Text(
        vi="Chép tệp vào thư mục của kế hoạch, hoặc sửa đường dẫn; đường dẫn tính từ tệp này.",
        en="Copy the file beside the plan, or correct the path; it starts from this file.",
    ),
    source="S4-1",
    lacks=Text(vi="tệp minh chứng", en="evidence files"),
    check=check,
)
