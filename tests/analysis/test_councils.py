import pytest

from analysis.plans import plan
from kehoach.analysis.councils import council
from kehoach.model.vocabulary import Level

OWNERS = """\
owners:
  - {id: hdnd-xa, name: Hội đồng nhân dân xã Bắc Hà, type: elected_body, level: commune}
  - {id: ubnd-xa, name: Ủy ban nhân dân xã Bắc Hà, type: government, level: commune}
  - {id: khong-loai, name: HĐND tỉnh Lào Cai}
"""


@pytest.mark.parametrize(
    ("by", "level"),
    [
        ("hdnd-xa", Level.COMMUNE),
        ("khong-loai", Level.PROVINCE),
        ("HĐND huyện Bắc Hà", Level.DISTRICT),
        ("Hội đồng nhân dân phường Cốc Lếu", Level.COMMUNE),
        ("HÐND xã Bắc Hà", Level.COMMUNE),
        ("Hội đồng nhân dân thị xã Sa Pa", Level.DISTRICT),
        ("Hội đồng nhân dân thành phố Hà Nội", None),
        ("Quốc hội", Level.NATIONAL),
    ],
)
def test_level_of_a_council(by: str, level: Level | None) -> None:
    made = plan(f"{OWNERS}process:\n  approvals:\n    - {{by: {by}, number: 1/NQ, date: 2025-12-18}}\n")
    assert made.process is not None
    found = council(made.process.approvals[0], made)

    assert found is not None
    assert found.level is level


@pytest.mark.parametrize("by", ["ubnd-xa", "UBND tỉnh Lào Cai", ""])
def test_other_bodies_are_no_councils(by: str) -> None:
    made = plan(f"{OWNERS}process:\n  approvals:\n    - {{by: {by}, number: 1/NQ, date: 2025-12-18}}\n")
    assert made.process is not None

    assert council(made.process.approvals[0], made) is None
