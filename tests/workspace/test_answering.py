"""Which findings of the last appraisal are answered."""

import json
from pathlib import Path

import pytest

from kehoach.checking import Checked, Request, check
from kehoach.errors import KehoachError
from kehoach.formats.base import Outcome
from kehoach.formats.json import render
from kehoach.language import Language
from kehoach.workspace.answering import RECORD, Last, answered, read
from reports.plans import TODAY

HEAD = "kehoach: plan/1\nid: {id}\ntitle: Kế hoạch\nkind: annual\nlocality: {{name: Xã A, level: commune}}\nperiod: 2026\n"
TASKS = "tasks:\n  - {id: T1, title: Làm đường, owner: x, start: 2026-03-01}\n  - {id: T2, title: Trồng rừng, owner: y}\n"


def _checked(text: str, path: str = "lan-1/a.yaml", name: str = "xa-a") -> Checked:
    return check((HEAD.format(id=name) + text).encode(), path, Request(today=TODAY))


def _last(folder: Path, *results: Checked) -> Last:
    outcome = Outcome(results=results, today=TODAY, language=Language.VI, version="0")
    (folder / RECORD).write_text(render(outcome), "utf-8")
    return read(folder)


def test_findings_keep_their_name_in_another_file_and_another_order(tmp_path: Path) -> None:
    last = _last(tmp_path, _checked(TASKS))
    first, second = TASKS.splitlines()[1:]

    answers = answered(_checked(f"tasks:\n{second}\n{first}\n", "lan-2/xa-a-sua.yaml"), last)

    assert answers is not None
    assert answers.day == TODAY
    assert not any(answers.is_new)
    assert (answers.gone, answers.unsure) == ((), ())


def test_gone_and_new(tmp_path: Path) -> None:
    before = _checked(TASKS)
    after = _checked(TASKS.replace("owner: y}", "owner: y, start: 2026-05-01, end: 2026-04-01}"))

    answers = answered(after, _last(tmp_path, before))

    assert answers is not None
    gone = {(one.code, one.pointer) for one in answers.gone}
    assert gone == {(d.code, d.pointer) for d in before.diagnostics} - {(d.code, d.pointer) for d in after.diagnostics}
    assert {d.code for d, new in zip(after.diagnostics, answers.is_new, strict=True) if new} >= {"TIM002"}
    assert gone


def test_what_can_no_longer_be_read_is_not_taken_for_answered(tmp_path: Path) -> None:
    broken = TASKS.replace("start: 2026-03-01", "start: 2026-03-01, end: 2026-02-01")
    before, after = _checked(broken), _checked(broken.replace("end: 2026-02-01", "end: sắp tới"))
    assert "TIM002" in {d.code for d in before.diagnostics} - {d.code for d in after.diagnostics}

    answers = answered(after, _last(tmp_path, before))

    assert answers is not None
    assert "TIM002" in {one.code for one in answers.unsure}
    assert "TIM002" not in {one.code for one in answers.gone}


def test_a_plan_that_was_not_there_has_no_answers(tmp_path: Path) -> None:
    assert answered(_checked(TASKS, name="xa-b"), _last(tmp_path, _checked(TASKS))) is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2}', "[" * 100_000, '{"version": 1, "tool": {"today": "hôm qua"}, "plans": [], "findings": []}']
)
def test_what_is_no_record_is_refused_by_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "cu.json"
    file.write_text(text, "utf-8")

    with pytest.raises(KehoachError) as caught:
        read(file)

    assert "cu.json" in caught.value.to(Language.VI)


def test_a_record_is_what_validate_writes(tmp_path: Path) -> None:
    last = _last(tmp_path, _checked(TASKS))

    assert [one.fingerprint for one in last.findings] == [
        one["fingerprint"] for one in json.loads((tmp_path / RECORD).read_text("utf-8"))["findings"]
    ]
