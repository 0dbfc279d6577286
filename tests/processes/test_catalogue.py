import pickle
from pathlib import Path

import pytest

from kehoach.checking import Request, check
from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.processes.catalogue import BadProcessError, followed, known, process
from processes.model_plan import TODAY

OWN = """\
kehoach: process/1
id: tinh-mau
title:
  vi: Quy trình lập kế hoạch của tỉnh Mẫu
  en: The planning process of the province
levels: [commune]
kinds: [annual]
requires:
  - id: three_owners
    check: count(plan.owners) >= 3
    message:
      vi: kế hoạch có ít hơn ba đơn vị tham gia
      en: fewer than three bodies take part
    fix:
      vi: Khai báo các đơn vị trong `owners`.
      en: Declare the bodies in `owners`.
    severity: error
    source: Quyết định của tỉnh
steps:
  - id: guidance
    title: {vi: Hướng dẫn, en: Guidance}
    due: 06-15 previous
    before_stage: submitted
  - id: draft
    title: {vi: Dự thảo, en: The draft}
    after: [guidance]
    before_stage: submitted
gates:
  - {id: money, after: draft, check: plan.need <= plan.secured, return_to: draft, before_stage: approved}
"""
PLAN = """\
kehoach: plan/1
id: x
title: K
kind: action
locality: {name: X, level: commune}
period: 2026
process:
  follows: [tinh-mau]
  steps:
    guidance: {done: 2025-07-01, evidence: [a.pdf]}
    draft: {done: 2025-06-20, evidence: [b.pdf]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tinh-mau.yaml").write_text(OWN, "utf-8")
    return tmp_path


def test_a_province_writes_its_own(folder: Path) -> None:
    result = check(PLAN.encode(), "plan.yaml", Request(today=TODAY, processes=str(folder)))
    found = [(each.code, each.place.line) for each in result.diagnostics if each.code[:3] in {"PRC", "TIM"}]

    assert found == [("PRC005", 1), ("TIM013", 1), ("TIM010", 10), ("PRC003", 11)]
    said = next(each for each in result.diagnostics if each.code == "PRC005")
    assert said.said(Language.VI) == (
        "kế hoạch có ít hơn ba đơn vị tham gia (quy trình tinh-mau, yêu cầu three_owners, nguồn Quyết định của tỉnh)"
    )
    assert said.remedy(Language.EN) == "Declare the bodies in `owners`."


def test_it_is_known_beside_the_shipped_ones(folder: Path) -> None:
    assert known(str(folder))[-1] == "tinh-mau"
    assert [each.id for each in followed(("tinh-mau", "mop-sedp", "nothing"), str(folder))] == ["tinh-mau", "mop-sedp"]


def test_an_unknown_one_is_an_error_with_the_nearest() -> None:
    with pytest.raises(KehoachError, match="did you mean mop-sedp"):
        process("mop-sepd")


def test_a_shipped_id_is_taken(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN.replace("id: tinh-mau", "id: lao-cai"), "utf-8")

    with pytest.raises(KehoachError, match="'lao-cai' is taken"):
        known(str(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("count(plan.owners)", "count(plan.onwers)", "YML013", 10, 23),
        ("06-15 previous", "31/07", "YML013", 22, 10),
        ("after: [guidance]", "after: [guidence]", "REF001", 26, 13),
        ("    due: 06-15 previous\n", "    after: [draft]\n", "YML013", 22, 5),
        ("severity: error", "severity: grave", "YML013", 17, 15),
        ("requires:", "require:", "YML010", 8, 1),
        ("process/1", "plan/1", "YML009", 1, 10),
    ],
)
def test_faults_are_said_at_their_place(tmp_path: Path, old: str, new: str, code: str, line: int, column: int) -> None:
    text = OWN.replace(old, new)
    file = tmp_path / "own.yaml"
    file.write_text(text, "utf-8")

    with pytest.raises(BadProcessError) as error:
        known(str(tmp_path))
    assert f"own.yaml:{line}:{column}: {code} " in error.value.to(Language.EN)
    assert str(pickle.loads(pickle.dumps(error.value))) == str(error.value)  # noqa: S301 - our own

    if code != "YML009":
        (found,) = check(text.encode(), "own.yaml", Request(today=TODAY)).diagnostics
        assert (found.code, found.place.line, found.place.column) == (code, line, column)


def test_a_sound_document_has_no_diagnostics() -> None:
    assert check(OWN.encode(), "own.yaml", Request(today=TODAY)).diagnostics == ()
