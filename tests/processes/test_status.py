from datetime import date
from decimal import Decimal

from kehoach.language import Language
from kehoach.processes.catalogue import process
from kehoach.processes.gating import GateState
from kehoach.processes.status import ProcessStatus, StepState, next_things, process_status
from processes.model_plan import data, drop, plan, put

UNSECURED = Decimal("0.30")
TODAY = date(2026, 1, 20)
STEP = {"done": "2025-07-01", "evidence": ["van-ban/quyet-dinh-to-ke-hoach.txt"]}
ALL_BUT_LAST = dict.fromkeys(("start", "situation", "vision", "objectives", "options", "action_plan"), STEP)


def status(name: str, *changes: object, today: date = TODAY) -> ProcessStatus:
    return process_status(process(name), plan(data(name, *changes)), UNSECURED, today)  # type: ignore[arg-type]


def states(found: ProcessStatus) -> dict[str, str]:
    return {each.step.id: each.state.value for each in found.steps}


def test_the_model_plan_has_one_step_to_go() -> None:
    found = status("mop-sedp")

    assert {name for name, state in states(found).items() if state != "done"} == {"implement"}
    assert (found.fits, found.settled, found.unmet) == (True, 9, ())
    (thing,) = next_things([found])
    assert thing.path == ("process", "steps", "implement")
    assert "Tổ chức thực hiện" in thing.what.fill(Language.VI, thing.values)


def test_open_steps_block_those_after_them() -> None:
    found = status("mop-sedp", drop("process.steps.draft"), drop("process.steps.consult_community"), put("stage", "draft"))
    steps = {each.step.id: each for each in found.steps}

    assert steps["draft"].state is StepState.OPEN
    assert steps["consult_community"].state is StepState.BLOCKED
    assert steps["consult_community"].blocked_by == ("draft",)
    assert steps["consult_upper"].state is StepState.DONE
    assert [thing.step for thing in next_things([found])] == ["draft", "implement"]


def test_a_step_that_does_not_apply_blocks_nothing_and_requires_nothing() -> None:
    found = status(
        "mop-sedp",
        put("process.steps.awareness", {"not_applicable": "Tỉnh đã làm"}),
        drop("situation.market_information"),
    )

    assert found.steps[0].state is StepState.NOT_APPLICABLE
    assert found.unmet == ()
    assert states(found)["prepare"] == "done"


def test_late_steps() -> None:
    found = status("mop-sedp", put("process.steps.draft.done", "2025-09-02"), today=date(2027, 1, 2))

    assert {each.step.id for each in found.steps if each.is_late} == {"draft", "implement"}


def test_unmet_requirements_of_an_open_step_come_first() -> None:
    found = status("mop-sedp", drop("process.group"), drop("process.steps.prepare"), put("stage", "draft"))

    assert next((thing.path, thing.step) for thing in next_things([found])) == (("process", "group", "lead"), "prepare")


def test_a_process_for_communes_does_not_fit_a_province() -> None:
    assert not status("mop-sedp", put("locality.level", "province")).fits


def test_the_gate_waits_for_its_step() -> None:
    found = status("led-strategic", put("process.steps", {}), put("process.gates", []))

    assert [gate.state for gate in found.gates] == [GateState.WAITING]
    assert states(found)["monitoring"] == "blocked"


def test_the_loop_names_what_to_adjust_and_passes_once_the_sums_fit() -> None:
    steps = put("process.steps", dict(ALL_BUT_LAST))
    too_much = put("resources.funds.1.limits", {"2026": "4000"})
    no = {"gate": "resources", "date": "2025-07-25", "ensured": "false", "need": "11790", "secured": "10490"}
    yes = {"gate": "resources", "date": "2025-12-15", "ensured": "true"}

    asked = status("led-strategic", steps, too_much, put("process.gates", []))
    (gate,) = asked.gates
    assert (gate.state, gate.holds) == (GateState.OPEN, False)
    # the objectives of the tasks on the provincial budget, the least urgent first
    assert [objective.id for objective in gate.to_adjust] == ["O1.4", "O1.3", "O1.2"]
    assert "O1.4, O1.3, O1.2" in next_things([asked])[0].what.fill(Language.VI, next_things([asked])[0].values)

    answered = status("led-strategic", steps, too_much, put("process.gates", [no]))
    assert (answered.gates[0].state, answered.gates[0].turns) == (GateState.OPEN, 1)

    fitting = status("led-strategic", steps, put("process.gates", [{**no, "adjustment": "A1"}]))
    assert (fitting.gates[0].state, fitting.gates[0].holds) == (GateState.OPEN, True)

    over = status("led-strategic", steps, put("process.gates", [{**no, "adjustment": "A1"}, yes]))
    assert (over.gates[0].state, over.gates[0].turns, len(over.gates[0].adjustments)) == (GateState.PASSED, 1, 1)
    assert states(over)["monitoring"] == "open"

    false = status("led-strategic", steps, too_much, put("process.gates", [no, yes]))
    assert false.gates[0].state is GateState.CONTRADICTED
    assert next_things([false])[0].path == ("process", "gates", 1, "ensured")
