"""What CI services read of this repository, held against their own schemas."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from places import TOP

HOOKS = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("schema", "file"),
    [("github-actions", "action.yml"), ("gitlab-ci", "ci/gitlab.yml"), ("github-workflows", ".github/workflows/check.yml")],
)
def test_schema(schema: str, file: str) -> None:
    checked(schema, TOP / file)


def checked(schema: str, file: Path) -> None:
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(file))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_every_job_runs_what_a_developer_runs() -> None:
    """The suite, and the pages in a browser, which the suite passes over where there is none."""
    jobs = yaml.safe_load((TOP / ".github" / "workflows" / "check.yml").read_text("utf-8"))["jobs"]
    run = {name: {step["run"] for step in job["steps"] if "run" in step} for name, job in jobs.items()}
    targets = re.findall(r"^([\w-]+):", (TOP / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert (run["check"], run["browser"]) == ({"make check"}, {"make browser"})
    assert set().union(*run.values()) <= {f"make {target}" for target in targets}


def test_inputs_reach_the_script_through_the_environment_only() -> None:
    action = yaml.safe_load((TOP / "action.yml").read_text("utf-8"))

    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    passed = action["runs"]["steps"][-1]["env"]
    names = {f"INPUT_{name.upper().replace('-', '_')}" for name in action["inputs"]} - {"INPUT_PYTHON_VERSION"}
    assert {name for name in passed if name.startswith("INPUT_")} == names
    script = (TOP / "scripts" / "action.sh").read_text("utf-8")
    for name in names:
        assert name in script


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks(hook: dict[str, object]) -> None:
    assert hook["entry"] == "kehoach validate"
    assert hook["language"] == "python"


@pytest.mark.parametrize(
    ("name", "is_plan"),
    [
        ("plan.yaml", True),
        ("xã/bắc-hà/plan.yml", True),
        ("xa-a.plan.yaml", True),
        ("plan-2026.yaml", True),
        ("ke-hoach-2026.yaml", True),
        ("kehoach.yaml", False),
        (".github/workflows/kehoach.yml", False),
        ("explanation.yaml", False),
        ("plan.schema.json", False),
        ("plans/chi-tieu.yaml", False),
    ],
)
def test_which_files_the_hook_takes_for_plans(name: str, *, is_plan: bool) -> None:
    assert (re.search(HOOKS[0]["files"], name) is not None) is is_plan
