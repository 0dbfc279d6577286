from pathlib import Path

import pytest

from kehoach.model.vocabulary import Level
from kehoach.processes import compiling
from kehoach.processes.base import ACTION_PLAN, ReadyProcess
from kehoach.processes.catalogue import SHIPPED, known, process
from kehoach.rules.catalogue import by_code

each = pytest.mark.parametrize("name", SHIPPED)

STEPS = {
    "action-plan": "",
    "lao-cai": "",
    "led-strategic": "start situation vision objectives options action_plan monitoring",
    "nghe-an-district": "training review round_table sector_plans integration",
    "mop-sedp": "awareness prepare assess market_opportunities objectives draft consult_community consult_upper council_approval implement",
}


def wordings(ready: ReadyProcess) -> list[object]:
    steps = ready.node.steps
    found = [ready.node.title, *(step.title for step in steps), *(step.goal for step in steps), *(step.by for step in steps)]
    found += [text for step in steps for text in (*step.inputs, *step.outputs, *step.evidence)]
    return [*found, *(gate.title for gate in ready.node.gates)]


@each
def test_nothing_is_wrong_with_it(name: str) -> None:
    file = Path(compiling.__file__).parent / "shipped" / f"{name}.yaml"

    _, complaints, found = compiling.ready(file.read_bytes(), file.name)

    assert complaints == ()
    assert found is not None


@each
def test_has_the_steps_of_the_format(name: str) -> None:
    assert list(process(name).steps) == STEPS[name].split()


@each
def test_every_wording_is_in_both_languages(name: str) -> None:
    ready = process(name)

    for wording in wordings(ready):
        assert getattr(wording, "vi", None), wording
        assert getattr(wording, "en", None), wording


@each
def test_requirements_are_worded_as_rules_are(name: str) -> None:
    for requirement, _ in process(name).demands():
        assert requirement.fix is not None
        for message, fix in zip(requirement.message.text, requirement.fix.text, strict=True):
            assert not message[0].isupper(), message
            assert not message.endswith("."), message
            assert fix.endswith("."), fix
        assert requirement.source is not None
        assert requirement.source.startswith(f"S{SHIPPED_SEEDS[name]}"), requirement.source
        assert requirement.severity is not None


SHIPPED_SEEDS = {"action-plan": "0", "lao-cai": "1", "led-strategic": "2", "nghe-an-district": "3", "mop-sedp": "4"}


@each
def test_rules_that_a_requirement_names_exist(name: str) -> None:
    known_codes = by_code()

    for requirement, _ in process(name).demands():
        assert [code for code in requirement.rules if code not in known_codes] == []


@each
def test_every_step_says_all_of_itself(name: str) -> None:
    for step in process(name).node.steps:
        assert step.goal
        assert step.by
        assert step.inputs
        assert step.outputs
        assert step.evidence
        assert step.before_stage
        assert step.requires
        assert step.source


def test_action_plan_asks_nothing_that_the_rules_do_not_say_but_the_limits_of_policy() -> None:
    assert [r.id for r, _ in process(ACTION_PLAN).demands() if not r.rules] == ["feasible_in_policy"]


def test_the_four_principles_are_requirements() -> None:
    ids = [requirement.id for requirement in process("lao-cai").node.requires]

    assert [name for name in ids if name in {"results_based", "participatory", "resource_linked", "monitored"}] == [
        "results_based",
        "participatory",
        "resource_linked",
        "monitored",
    ]


def test_the_loop_of_the_strategic_process() -> None:
    gate = process("led-strategic").gates["resources"]

    assert (gate.after, gate.return_to, gate.check) == ("action_plan", "objectives", "plan.resources_ensured")
    assert process("led-strategic").steps["monitoring"].after == ("resources",)


def test_the_district_process_serves_two_levels_too() -> None:
    assert process("nghe-an-district").node.levels == (Level.DISTRICT, Level.PROVINCE, Level.COMMUNE)


def test_days_of_the_cycle() -> None:
    steps = process("mop-sedp").steps
    due = [step.due.within(2026).isoformat() for step in steps.values() if step.due]

    assert due == sorted(due)
    assert (due[0], due[-2], due[-1]) == ("2025-06-30", "2025-12-31", "2026-12-31")


def test_known_lists_the_five() -> None:
    assert known() == SHIPPED
