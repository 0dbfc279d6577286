"""`kehoach status` and `kehoach process`, seen from outside."""

import json
import re
from pathlib import Path

import pytest

from child import TRACEBACK, kehoach
from kehoach.processes.catalogue import SHIPPED
from places import EXAMPLES, TOP

METHODS = EXAMPLES / "methods"
DAY = ("--today", "2025-10-01")
OF_ONE = ("id", "title", "locality", "unknown_processes", "processes", "gates_beside", "value_chains", "options")
"""What other plans have nothing to do with."""

OWN = """\
kehoach: process/1
id: tinh-mau
title: {vi: Quy trình tỉnh, en: Own}
steps:
  - id: guidance
    title: {vi: Hướng dẫn, en: Guidance}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "kehoach.yaml").write_text("kehoach: workspace/1\nprocesses: quy-trinh/\nfollows: {commune: [tinh-mau]}\n", "utf-8")
    (tmp_path / "quy-trinh").mkdir()
    (tmp_path / "quy-trinh" / "tinh-mau.yaml").write_text(OWN, "utf-8")
    plan = "kehoach: plan/1\nid: x\ntitle: K\nkind: annual\nlocality: {name: Xã X, level: commune}\nperiod: 2026\n"
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_it_gives_0_whatever_it_shows(tmp_path: Path, form: str) -> None:
    (tmp_path / "plan.yaml").write_text("kehoach: plan/1\nid: x y\nkind: annual\n", "utf-8")

    ran = kehoach("status", "plan.yaml", "--format", form, cwd=tmp_path)

    assert ran.code == 0
    assert ran.err == ""
    assert ran.out


def test_json_is_one_document_also_on_failure(tmp_path: Path) -> None:
    ran = kehoach("status", "khong-co.yaml", "--format", "json", cwd=tmp_path)

    assert ran.code == 2
    assert json.loads(ran.out)["plans"] == []
    assert "khong-co.yaml" in ran.err
    assert TRACEBACK not in ran.err


def test_several_plans_are_sorted_by_readiness() -> None:
    ran = kehoach("status", ".", "--format", "json", *DAY, cwd=METHODS)
    ready = [plan["readiness"] for plan in json.loads(ran.out)["plans"]]

    assert len(ready) == len(SHIPPED)
    assert ready == sorted(ready, reverse=True)


def test_standard_input_is_read() -> None:
    ran = kehoach("status", "-", "--format", "json", *DAY, stdin=(METHODS / "mop-sedp" / "plan.yaml").read_bytes())

    assert json.loads(ran.out)["plans"][0]["processes"][0]["steps_settled"] == 6


def test_the_workspace_says_what_is_followed(workspace: Path) -> None:
    ran = kehoach("status", "--format", "json", cwd=workspace)
    processes = json.loads(ran.out)["plans"][0]["processes"]

    assert [(each["id"], len(each["steps"])) for each in processes] == [("tinh-mau", 1), ("action-plan", 0)]


def test_the_language_is_the_plan_s_own() -> None:
    ran = kehoach("status", str(METHODS / "mop-sedp" / "plan.yaml"), *DAY, env={"LC_ALL": "en_US.UTF-8"})

    assert "Việc tiếp theo" in ran.out


def test_processes_are_listed(workspace: Path) -> None:
    ran = kehoach("process", "--lang", "vi", cwd=workspace)

    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines() if line and not line.startswith((" ", "Chi"))] == [*SHIPPED, "tinh-mau"]


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_block_to_paste_is_read(tmp_path: Path, name: str, language: str) -> None:
    ran = kehoach("process", name, "--lang", language, cwd=tmp_path)
    block = "\n".join(line[4:] for line in ran.out.split(":\n\n    process:")[1].splitlines())
    head = "kehoach: plan/1\nid: x\ntitle: K\nkind: annual\nlocality: {name: Xã X, level: commune}\nperiod: 2026\nprocess:\n"
    (tmp_path / "plan.yaml").write_text(f"{head}{block.lstrip()}\n".replace("process:\nfollows", "process:\n  follows"), "utf-8")
    checked = kehoach("validate", "plan.yaml", "--format", "json", cwd=tmp_path)

    assert ran.code == 0
    assert [each["message"] for each in json.loads(checked.out)["findings"] if each["severity"] == "error"] == []


@pytest.mark.parametrize("words", [(), ("led-strategic",), ("led-strategic", "--format", "markdown")])
def test_processes_name_their_papers_not_files_of_them(workspace: Path, words: tuple[str, ...]) -> None:
    said = " ".join(kehoach("process", "--lang", "vi", *words, cwd=workspace).out.split())

    assert "nguồn: Lập kế hoạch chiến lược phát triển kinh tế địa phương" in said
    assert not re.search(r"\d{3}\\?_[0-9a-f]{16}", said)


def test_json_of_processes_has_both_languages() -> None:
    ran = kehoach("process", "led-strategic", "--format", "json", cwd=TOP)
    (found,) = json.loads(ran.out)["processes"]

    assert len(found["steps"]) == 7
    assert set(found["title"]) == {"vi", "en"}
    assert found["gates"][0]["return_to"] == "objectives"
    assert found["paste"].startswith("process:\n  follows: [led-strategic]\n")


@pytest.mark.parametrize("name", SHIPPED)
def test_markdown_of_a_process_names_each_step(name: str) -> None:
    ran = kehoach("process", name, "--format", "markdown", cwd=TOP)
    told = json.loads(kehoach("process", name, "--format", "json", cwd=TOP).out)["processes"][0]

    assert all(f"### `{step['id']}`" in ran.out for step in told["steps"])
    assert "```yaml\nprocess:\n" in ran.out


def test_an_unknown_process_suggests_the_nearest() -> None:
    ran = kehoach("process", "mop-sdp", cwd=TOP)

    assert ran.code == 2
    assert "mop-sedp" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_the_record_of_a_workspace_s_own_process(workspace: Path) -> None:
    ran = kehoach("render", "plan.yaml", "--report", "process", "--format", "md", cwd=workspace)

    assert ran.code == 0
    assert "Quy trình tỉnh" in ran.out
    assert "| 1 | Hướng dẫn | chưa xong |" in ran.out


def test_of_many_plans_each_stands_as_it_does_alone(workspace: Path) -> None:
    plans = sorted(METHODS.rglob("*.yaml"))
    assert plans
    for number in range(20):
        text = plans[number % len(plans)].read_text("utf-8")
        (workspace / f"p{number}.yaml").write_text(re.sub("^id: .*", f"id: p{number}", text, count=1, flags=re.MULTILINE), "utf-8")

    ran = kehoach("status", *DAY, "--format", "json", cwd=workspace)
    together = {one["path"]: one for one in json.loads(ran.out)["plans"]}

    assert (ran.code, ran.err) == (0, "")
    assert sorted(together) == sorted(["plan.yaml", *(f"p{number}.yaml" for number in range(20))])
    for path in ("plan.yaml", "p0.yaml", "p7.yaml", "p19.yaml"):
        (alone,) = json.loads(kehoach("status", path, *DAY, "--format", "json", cwd=workspace).out)["plans"]
        assert {key: together[path][key] for key in OF_ONE} == {key: alone[key] for key in OF_ONE}
