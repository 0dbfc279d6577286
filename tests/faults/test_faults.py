"""A plan with 25 faults of many kinds: each is found at its place, and hardly anything else is said."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from child import kehoach
from kehoach.checking import Request, check

HERE = Path(__file__).parent
PLAN = HERE / "plan.yaml"
TODAY = "2026-01-15"

Where = tuple[int, int, str]

EXPECTED: list[Where] = [(fault["line"], fault["column"], fault["code"]) for fault in json.loads((HERE / "expected.json").read_text())]


def test_each_fault_is_found_at_its_place() -> None:
    found = in_process()

    assert [fault for fault in EXPECTED if fault not in found] == []
    assert len(EXPECTED) == 25


def test_hardly_anything_else_is_said() -> None:
    found = in_process()

    assert len(found) <= 27, [place for place in found if place not in EXPECTED]


def test_families_are_many() -> None:
    assert len({code[:3] for _, _, code in EXPECTED}) >= 12


def test_json_says_the_same() -> None:
    ran = kehoach("validate", "plan.yaml", "--format", "json", "--today", TODAY, cwd=HERE)

    assert ran.code == 1
    assert places(json.loads(ran.out)) == in_process()


def test_both_languages_name_the_same_places() -> None:
    said = {language: in_json("--lang", language) for language in ("vi", "en")}

    assert places(said["vi"]) == places(said["en"])
    messages = {language: [finding["message"] for finding in document["findings"]] for language, document in said.items()}
    assert not set(messages["vi"]) & set(messages["en"])


def test_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    for number in range(17):
        folder = tmp_path / f"xa-{number:02}"
        shutil.copytree(HERE / "van-ban", folder / "van-ban")
        shutil.copy(PLAN, folder)

    one, two = (kehoach("validate", ".", "--format", "json", "--today", TODAY, "--jobs", jobs, cwd=tmp_path) for jobs in ("1", "2"))

    assert one == two
    assert one.code == 1
    assert one.out.count("YML014") >= 17


def in_process() -> list[Where]:
    checked = check(PLAN.read_bytes(), "plan.yaml", Request(today=date.fromisoformat(TODAY)), HERE)
    return [(found.place.line, found.place.column, found.code) for found in checked.diagnostics]


def in_json(*options: str) -> Any:
    return json.loads(kehoach("validate", "plan.yaml", "--format", "json", "--today", TODAY, *options, cwd=HERE).out)


def places(document: Any) -> list[Where]:
    return [(finding["line"], finding["column"], finding["code"]) for finding in document["findings"]]
