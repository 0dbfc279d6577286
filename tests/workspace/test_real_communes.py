"""The communes of `examples/cac-xa-2026`: every figure that the newspapers gave, and none besides."""

import pytest

from kehoach.checking import Request, check
from kehoach.diagnostics import Severity
from kehoach.language import Language, say
from kehoach.model.plan import Plan
from kehoach.reading.loading import load
from places import EXAMPLES
from reports.plans import TODAY

FOLDER = EXAMPLES / "cac-xa-2026"

# As the notes on the newspapers have them, in their order: what was reached in 2025, then what is wanted in 2026.
FACTS = {
    "hoang-tien": ("22/27", "1.973.949", "73,1", "540.056", "528.308", "385.526"),
    "vinh-loc": ("trên 2.124", "trên 68", "0,34", "510", "trên 23", "23", "1.380", "7,77"),
    "ba-dinh": ("1.000.950", "67,78", "2.246", "8.868", "104", "75", "100", "88,87", "95", "77", "dưới 5%"),
    "thieu-hoa": ("từ 12% trở lên", "80", "từ 10% trở lên", "170"),
    "dinh-tan": ("23/23", "từ 10,27% trở lên", "trên 80", "từ 7% trở lên", "0,09"),
    "long-hai": ("115", "3", "Đạt chuẩn nâng cao", "95"),
    "ya-ma": ("13/16", "6,07", "19,48", "65,9", "96,8", "102/102", "13"),
    "dong-tien": ("18/20", "74,88", "trên 179,6", "160"),
}
WORDS = {
    "hoang-tien": ("29/12/2025", "Kỳ họp thứ tư", "23 chỉ tiêu", "10 chỉ tiêu vượt", "94,2%", "292,9%", "09 dự án, 28,333 ha"),
    "vinh-loc": ("26/12/2025", "24 chỉ tiêu", "gần 510 tỷ đồng, vượt hơn 31% dự toán", "Giải ngân trên 100%"),
    "ba-dinh": ("24/12/2025", "23 chỉ tiêu, 14 đạt, 08 vượt", "cộng lại 22", "vượt 23,2% dự toán"),
    "thieu-hoa": ("29/12/2025", "23 chỉ tiêu và 6 nhóm nhiệm vụ"),
    "dinh-tan": ("26/12/2025", "23 chỉ tiêu", "11 chỉ tiêu vượt"),
    "long-hai": ("27/12/2025", "30 chỉ tiêu", "từ 50 trở lên trong 168", "7 dự án", "700 triệu đồng", "rõ việc, rõ người"),
    "ya-ma": ("Gia Lai",),
    "dong-tien": ("29/12/2025",),
}


def plan(name: str) -> Plan:
    built = load((FOLDER / f"{name}.yaml").read_bytes(), name).built
    assert built is not None
    return built.node


def figures(commune: Plan) -> list[str]:
    situation = commune.situation
    review = situation.previous_period if situation is not None else None
    indicators = commune.monitoring.indicators if commune.monitoring is not None else ()
    reached = [value for one in (review.results if review is not None else ()) for value in (one.planned, one.actual, one.estimate)]
    wanted = [target.value for one in indicators for target in one.targets]
    return [say(value, Language.VI) for value in (*reached, *wanted) if value is not None]


def test_every_commune_is_there() -> None:
    assert {file.stem for file in FOLDER.glob("*.yaml")} == {*FACTS, "kehoach"}
    assert {*WORDS} == {*FACTS}


@pytest.mark.parametrize("name", FACTS)
def test_the_facts_are_those_of_the_notes(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")

    assert tuple(figures(plan(name))) == FACTS[name]
    assert not [said for said in WORDS[name] if said not in text]


@pytest.mark.parametrize("name", FACTS)
def test_what_the_source_lacks_is_missed_and_nothing_is_wrong(name: str) -> None:
    found = check((FOLDER / f"{name}.yaml").read_bytes(), f"{name}.yaml", Request(today=TODAY)).diagnostics

    assert not [one.code for one in found if one.severity is Severity.ERROR]
    assert not [one.code for one in found if one.code[:3] in {"YML", "TXT", "REF"}]
