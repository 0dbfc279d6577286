"""What `status` works out: each requirement under its step with its seed, the loop, the order, the two levels."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kehoach.diagnostics import Severity
from kehoach.language import Language
from kehoach.processes.catalogue import SHIPPED, process
from kehoach.processes.gating import GateState
from kehoach.processes.status import StepState
from places import TOP
from processes.model_plan import TODAY, data
from processes.standing_plans import example, line_of, stands, unmet
from processes.test_requirements import BROKEN, CASES

SEEDS = {"action-plan": "S0", "lao-cai": "S1", "led-strategic": "S2", "nghe-an-district": "S3", "mop-sedp": "S4"}


def as_text(raw: dict[str, Any]) -> str:
    return json.dumps(raw, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(("name", "requirement"), CASES)
def test_each_requirement_broken_alone_stands_under_its_step_with_its_seed(name: str, requirement: str) -> None:
    change, place = BROKEN[name][requirement]
    found, _ = stands(as_text(data(name, change)), today=TODAY)
    step, said = unmet(line_of(found, name))[requirement]
    demand = next(each for each in process(name).demands() if each.requirement.id == requirement)

    assert step == (demand.step.id if demand.step else "")
    assert said.source.startswith(SEEDS[name])
    assert said.spot.line > 0
    assert said.spot.key.split(".")[0] == place.strip("/").split("/")[0] or not place.strip("/")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_plan_that_meets_all_lacks_nothing(name: str) -> None:
    found, _ = stands(as_text(data(name)), today=TODAY)

    assert unmet(line_of(found, name)) == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_each_example_is_in_the_middle_of_its_process(name: str) -> None:
    found, checked = stands(example(name), name)
    own = line_of(found, name)

    assert [each.code for each in checked.diagnostics if each.severity is Severity.ERROR] == []
    assert own.fits
    assert 0 < own.met < own.required
    assert len(found.things) == 3
    assert not own.steps or 0 < own.settled < len(own.steps)
    assert all(evidence.exists for step in own.steps for evidence in step.evidence)


def test_the_action_plan_is_always_on_and_stands_last() -> None:
    found, _ = stands(example("mop-sedp"), "mop-sedp")

    assert [each.id for each in found.processes] == ["mop-sedp", "action-plan"]


def test_readiness_is_complete_sections_by_those_that_apply() -> None:
    found, _ = stands(example("lao-cai"), "lao-cai")

    assert found.summary is not None
    assert found.summary.readiness == found.complete * 100 // len(found.sections)


def test_what_to_do_next_names_a_command_where_a_list_is_empty() -> None:
    found, _ = stands(example("action-plan"), "action-plan")

    assert [(thing.spot.key, thing.command) for thing in found.things] == [
        ("tasks.T2", ""),
        ("tasks.T3", ""),
        ("risks", "kehoach new risk action-plan/plan.yaml"),
    ]


def test_errors_come_first_and_are_shown_by_validate() -> None:
    found, _ = stands(example("mop-sedp").replace("end: 2026-10\n", "end: 2026-01\n"), "mop-sedp")

    assert found.things[0].command == "kehoach validate mop-sedp/plan.yaml"
    assert found.things[0].subjects == ("TIM002",)


def test_a_file_that_is_no_plan_has_no_summary() -> None:
    found, _ = stands("kehoach: plan/1\n- x\n")

    assert (found.summary, found.sections, len(found.things)) == (None, (), 1)


def test_an_unknown_process_is_named() -> None:
    found, _ = stands(example("mop-sedp").replace("follows: [mop-sedp]", "follows: [mop-sepd]"), "mop-sedp")

    assert found.unknown == ("mop-sepd",)
    assert [each.id for each in found.processes] == ["action-plan"]


class TestLoop:
    """The need exceeds what is secured: the objectives are adjusted, or the gate stays shut (S2)."""

    text = example("led-strategic")
    smaller = text.replace("{fund: von-dn, amount: 1800, year: 2028}", "{fund: ns-xa, amount: 50, year: 2028}").replace(
        "{fund: von-dn, amount: 800, year: 2029}", "{fund: von-dn, amount: 300, year: 2029}"
    )
    logged = smaller + (
        "    - {gate: resources, date: 2025-10-10, ensured: true}\n"
        "  adjustments:\n"
        "    - {id: A1, date: 2025-10-02, objective: O1.2, indicator: khach, target: 2030, was: 20000, now: 6000, reason: Chưa có vốn}\n"
    )

    def test_the_gate_is_open_and_names_what_to_adjust(self) -> None:
        found, checked = stands(self.text, "led-strategic")
        (gate,) = found.all_gates

        assert gate.state is GateState.OPEN
        assert (gate.need.say(Language.VI), gate.secured.say(Language.VI)) == ("4.600 triệu đồng", "2.000 triệu đồng")
        assert (gate.uncertain, gate.most, gate.asked, gate.turns) == (56, 30, 1, 1)
        assert [name for name, _ in gate.to_adjust] == ["O1.2"]
        assert "O1.2" in found.things[0].what.fill(Language.VI, found.things[0].values)
        assert "RES006" in {each.code for each in checked.diagnostics}

    def test_it_passes_once_an_adjustment_is_logged_and_the_sums_fit(self) -> None:
        found, checked = stands(self.logged, "led-strategic")
        (gate,) = found.all_gates

        assert (gate.state, gate.turns, gate.to_adjust) == (GateState.PASSED, 1, ())
        assert [(each.id, each.objective, each.reason) for each in gate.adjustments] == [("A1", "O1.2", "Chưa có vốn")]
        assert line_of(found, "led-strategic").steps[-1].state is StepState.OPEN
        assert not {"RES004", "RES006", "PRC015"} & {each.code for each in checked.diagnostics}

    def test_a_yes_against_the_figures_is_an_error_at_its_line(self) -> None:
        text = self.text + "    - {gate: resources, date: 2025-10-10, ensured: true}\n"
        found, checked = stands(text, "led-strategic")
        said = [(each.code, each.severity.value, each.place.line) for each in checked.diagnostics if each.code == "PRC015"]

        assert said == [("PRC015", "error", len(text.splitlines()))]
        assert found.all_gates[0].state is GateState.CONTRADICTED
        assert found.things[0].subjects == ("PRC015",)


class TestOrder:
    """The community, then the level above, then the council (S4)."""

    upper = "    - {id: V3, date: 2025-09-20, with: upper_level, opinions: [Phù hợp]}\n"
    council = "  approvals:\n    - by: HĐND xã\n      number: 21/NQ-HĐND\n      date: 2025-09-10\n"

    def test_the_council_before_the_superior_is_an_error_at_that_line(self) -> None:
        text = example("mop-sedp") + self.upper + self.council
        _, checked = stands(text, "mop-sedp")
        said = [(each.code, each.severity.value, each.place.line) for each in checked.diagnostics if each.code == "PRC003"]

        assert said == [("PRC003", "error", len(text.splitlines()))]

    def test_without_women_counted_it_is_a_warning(self) -> None:
        found, checked = stands(example("mop-sedp"), "mop-sedp")

        assert [(each.severity.value, each.subject) for each in checked.diagnostics if each.code == "PRC007"] == [("warning", "V2")]
        assert unmet(line_of(found, "mop-sedp"))["community_counted"][0] == "consult_community"

    @pytest.mark.parametrize(("stage", "severity"), [("draft", "warning"), ("submitted", "error")])
    def test_a_priority_chain_without_task(self, stage: str, severity: str) -> None:
        text = example("mop-sedp").replace("    value_chain: VC1\n", "").replace("stage: draft", f"stage: {stage}")
        found, checked = stands(text, "mop-sedp")

        assert [each.severity.value for each in checked.diagnostics if each.code == "SIT012"] == [severity]
        assert unmet(line_of(found, "mop-sedp"))["chain_tasks"][0] == "market_opportunities"


DISTRICT = """\
kehoach: plan/1
id: x
title: K
kind: annual
locality: {{name: Xã X, level: commune}}
period: {year}
stage: {stage}
tasks:
  - {{id: T1, title: Làm, owner: phong-huyen, date: {year}-03, needs: [{{fund: ns-huyen, amount: 5, year: {year}}}]}}
owners: [{{id: phong-huyen, name: Phòng Nông nghiệp huyện X, type: government, level: district}}]
resources: {{funds: [{{id: ns-huyen, name: Ngân sách huyện, kind: district_budget, limits: {{{year}: 5}}}}]}}
"""


@pytest.mark.parametrize(
    ("year", "stage", "said"),
    [(2026, "draft", ["warning", "warning"]), (2026, "submitted", ["error", "error"]), (2024, "draft", []), (2024, "submitted", [])],
)
def test_a_district_as_owner_or_source_after_the_reform(year: int, stage: str, said: list[str]) -> None:
    _, checked = stands(DISTRICT.format(year=year, stage=stage))

    assert [each.severity.value for each in checked.diagnostics if each.code == "OWN006"] == said


class TestOwnProcess:
    """The page of the documentation, taken at its word."""

    page = (TOP / "docs" / "own-process.md").read_text("utf-8")
    blocks = tuple(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))

    @pytest.fixture
    def folder(self, tmp_path: Path) -> str:
        (tmp_path / "kehoach.yaml").write_text(self.blocks[0], "utf-8")
        (tmp_path / "quy-trinh").mkdir()
        (tmp_path / "quy-trinh" / "tinh-mau.yaml").write_text(self.blocks[1], "utf-8")
        return str(tmp_path / "quy-trinh")

    def test_it_has_some_thirty_lines(self) -> None:
        assert 25 <= len(self.blocks[1].splitlines()) <= 40

    def test_a_plan_that_follows_it(self, folder: str) -> None:
        found, checked = stands(self.blocks[2], today=date(2025, 8, 1), processes=folder)
        own = line_of(found, "tinh-mau")

        assert [(step.id, step.state.value, step.is_late) for step in own.steps] == [
            ("guidance", "done", False),
            ("villages", "done", True),
            ("draft", "open", False),
        ]
        assert [each.id for each in own.unmet] == ["five_bodies"]
        assert [gate.state for gate in own.gates] == [GateState.WAITING]
        assert {each.values.get("requirement") for each in checked.diagnostics if each.code == "PRC005"} >= {"five_bodies"}


def test_where_the_process_asks_for_nothing_more_the_sections_say_what_is_next() -> None:
    raw = data("action-plan") | {"stage": "draft"}
    del raw["coordination"]["escalation"]
    del raw["process"]

    found, _ = stands(as_text(raw), today=TODAY)

    assert unmet(line_of(found, "action-plan")) == {}
    assert [section.name for section in found.sections if section.mark != "complete"] == ["owners", "coordination"]
    assert [(thing.spot.key, thing.said.vi) for thing in found.things if thing.spot.key.startswith(("owners", "coordination"))] == [
        ("owners.hdnd-xa.id", "Nhắc đến hdnd-xa ở chỗ cần đến nó, hoặc xóa mục này."),
        ("coordination.escalation", "Ghi `coordination.escalation` với `when`, `to` và `within_days`."),
    ]
