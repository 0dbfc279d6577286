"""The sheet of an appraisal: every finding, whence the demand comes, what became of the last ones."""

import re
from datetime import date

import pytest

from kehoach.diagnostics import Severity
from kehoach.language import Language
from kehoach.processes.catalogue import known, process
from kehoach.reports.catalogue import Report
from kehoach.rules.catalogue import rules
from kehoach.rules.sources import cited
from kehoach.workspace.answering import Answers, Said
from reports.findings import POOREST, checked, found
from reports.plans import example, markdown

SHEET = Report.APPRAISAL


def test_every_finding_stands_on_the_sheet_once_with_its_remedy() -> None:
    said = markdown(SHEET, example(POOREST), **checked(SHEET))
    numbers = [one for line in said.splitlines() if (one := re.match(r"\| (\d+)(?:-(\d+))? \| (?:[^|]*\|){6}$", line))]

    listed = [number for one in numbers for number in range(int(one[1]), int(one[2] or one[1]) + 1)]
    assert listed == list(range(1, len(found()) + 1))
    assert sum(Severity.ERROR is one.severity for one in found()) == sum(int(n) for n in re.findall(r"Kết quả: (\d+) lỗi", said))
    for code in {one.code for one in found()}:
        assert f"\\[{code}\\]" in said
    assert "`" not in said.partition("### 3.")[2]


@pytest.mark.parametrize("language", Language)
def test_every_source_of_a_demand_is_named(language: Language) -> None:
    """No sheet says `S2-B4` or `format`."""
    demands = [one.requirement.source for name in known() for one in process(name).demands() if one.requirement.source]
    sources = {rule.source for rule in rules()} | set(demands) | {process(name).node.source or "" for name in known()}

    for source in sources:
        assert not re.search(r"\bS[0-4]\b|^format$|\.txt", cited(source).to(language)), source


def test_a_source_of_ones_own_is_cited_as_it_is_written() -> None:
    assert cited("Quyết định 12/QĐ-UBND").vi == "Quyết định 12/QĐ-UBND"


def test_what_became_of_the_last_findings() -> None:
    then = Said("f", "TSK001", Severity.ERROR, "kế hoạch chưa có nhiệm vụ nào", "plan.yaml", "/tasks", 7)
    is_new = (True, *(False for _ in found()[1:]))
    answers = Answers(date(2026, 5, 10), is_new, (then,), (then._replace(code="TSK002"),))

    said = markdown(SHEET, example(POOREST), **(checked(SHEET) | {"answers": answers}))

    assert (
        f"So với lần thẩm định trước (10/05/2026): 1 góp ý không còn, {len(found()) - 1} góp ý vẫn còn, 1 góp ý mới, "
        "1 chưa kiểm tra lại được."
    ) in said
    assert "| 1 | Kế hoạch chưa có nhiệm vụ nào. \\[TSK001\\] | Dòng 7 | Lỗi | Không còn |" in said
    assert "\\[TSK002\\] | Dòng 7 | Lỗi | Chưa kiểm tra lại được |" in said
    assert said.count("| Mới |") == 1


def test_a_sound_plan_has_a_sheet_too() -> None:
    assert "Không có góp ý." in markdown(SHEET, example(POOREST))
