"""The rules on the process, on the model plan changed at one place."""

from typing import Any

import pytest

from kehoach.checking import Request, check
from kehoach.diagnostics import Severity
from kehoach.model.vocabulary import Level
from processes.model_plan import TODAY, checked, data, drop, put

STEPS = "process.steps"


def codes(raw: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(each.code, each.pointer, each.severity.value) for each in checked(raw).diagnostics if each.code[:3] == "PRC"]


def test_the_model_plan_is_clean() -> None:
    assert codes(data("mop-sedp")) == []


def test_approval_before_the_opinion_from_above_stands_at_the_approval() -> None:
    assert codes(data("mop-sedp", put("process.approvals.0.date", "2025-08-19"), drop(f"{STEPS}.council_approval.done"))) == [
        ("PRC004", "/stage", "error"),
        ("PRC003", "/process/approvals/0/date", "error"),
    ]


def test_an_opinion_after_the_approval_counts_by_its_own_date_too() -> None:
    found = codes(data("mop-sedp", put("process.consultations.4.date", "2025-12-20")))

    assert ("PRC003", "/process/approvals/0/date", "error") in found


def test_an_early_village_meeting_does_no_harm() -> None:
    assert codes(data("mop-sedp", put("process.consultations.1.date", "2025-05-10"))) == []


def test_an_imprecise_date_is_out_of_order_only_when_certain() -> None:
    assert codes(data("mop-sedp", put(f"{STEPS}.draft.done", "2025-07"))) == []
    assert codes(data("mop-sedp", put(f"{STEPS}.draft.done", "2025-06")))[0][:2] == ("PRC003", "/process/steps/draft/done")


def test_women_not_counted_is_a_warning() -> None:
    raw = data("mop-sedp", drop("process.consultations.1.women"))

    assert codes(raw) == [("PRC007", "/process/consultations/1/women", "warning")]


@pytest.mark.parametrize(("stage", "severity"), [("draft", "warning"), ("submitted", "error"), ("closed", "note")])
def test_what_a_process_requires_is_no_error_before_submission(stage: str, severity: str) -> None:
    raw = data("mop-sedp", put("stage", stage), put("process.consultations.*.agreed", "false"))

    assert [(code, weight) for code, _, weight in codes(raw) if code == "PRC005"] == [("PRC005", severity)]


def test_a_priority_chain_without_task_is_an_error_once_submitted() -> None:
    raw = data("mop-sedp", put("stage", "submitted"), drop("tasks.0.value_chain"))
    found = [(each.code, each.severity) for each in checked(raw).diagnostics if each.code in {"SIT012", "PRC005"}]

    assert found == [("SIT012", Severity.ERROR)]


def test_the_default_of_the_workspace_counts_where_the_plan_names_none() -> None:
    text = b"kehoach: plan/1\nid: x\ntitle: K\nkind: annual\nlocality: {name: X, level: commune}\nperiod: 2026\n"
    request = Request(today=TODAY, follows={Level.COMMUNE: ("mop-sedp",)})
    found = {each.code for each in check(text, "plan.yaml", request).diagnostics}

    assert {"SIT011", "PRC010", "PRC014", "PRC005"} <= found
    assert "PRC005" not in {each.code for each in check(text, "plan.yaml", Request(today=TODAY)).diagnostics}


def test_a_false_answer_at_the_gate_by_its_own_figures() -> None:
    raw = data("led-strategic", put("process.steps", {}), put("stage", "draft"), put("process.gates.1.secured", "7000"))

    assert codes(raw) == [("PRC015", "/process/gates/1/ensured", "error")]


def test_the_gate_counts_without_the_strategic_process() -> None:
    raw = data("mop-sedp", put("resources.funds.1.limits", {"2026": "4000"}))

    assert ("PRC015", "/process/gates/1/ensured", "error") in codes(raw)


def test_an_unreadable_date_silences_what_hangs_on_it() -> None:
    assert codes(data("mop-sedp", put(f"{STEPS}.consult_upper.done", "hai mươi tháng tám"))) == []


def test_a_district_council_approves_no_commune_plan() -> None:
    raw = data("mop-sedp", put("process.approvals.0.by", "HĐND huyện Mẫu"))

    assert ("PRC008", "/process/approvals/0/by", "error") in codes(raw)


@pytest.mark.parametrize(("day", "found"), [("2024-12-20", []), ("2025-12-18", [("PRC008", "/process/approvals/0/by", "error")])])
def test_a_district_has_a_council_until_the_middle_of_2025(day: str, found: list[tuple[str, str, str]]) -> None:
    text = (
        "kehoach: plan/1\nid: x\ntitle: K\nkind: annual\nlocality: {name: Huyện X, level: district}\nperiod: 2025\n"
        f"process:\n  approvals:\n    - by: HĐND huyện X\n      number: 21/NQ-HĐND\n      date: {day}\n"
    )
    result = check(text.encode(), "plan.yaml", Request(today=TODAY))

    assert [(each.code, each.pointer, each.severity.value) for each in result.diagnostics if each.code == "PRC008"] == found
