import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml as yaml_1_1
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from kehoach.model.plan import Plan
from kehoach.model.process import Process
from kehoach.model.schema import KINDS, schema
from kehoach.model.workspace import Workspace
from places import EXAMPLES, PLANS, TOP

SCHEMA = schema("plan")
GOOD = sorted(path for path in (EXAMPLES / "rules").glob("*/good.yaml"))


def as_json(value: Any) -> Any:
    """What an editor hands to a validator: keys are strings, and so are dates."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def refused(data: Any) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(as_json(data))]


def test_is_a_schema() -> None:
    for kind in KINDS:
        Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("file", [*PLANS, *GOOD], ids=lambda file: file.parent.name)
def test_good_examples_pass_as_yaml_1_1_and_1_2_read_them(file: Path) -> None:
    text = file.read_text("utf-8")

    assert refused(YAML(typ="safe", pure=True).load(text)) == []
    assert refused(yaml_1_1.safe_load(text)) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"tasks": {"id": "T1"}}, "$.tasks"),
        ({"tsks": []}, "$"),
        ({"tasks": [{"title": "Không có mã"}]}, "$.tasks[0]"),
        ({"tasks": [{"id": "T1", "title": "x", "partners": "hoi-nd"}]}, "$.tasks[0].partners"),
        ({"tasks": [{"id": "T 1", "title": "x"}]}, "$.tasks[0].id"),
        ({"tasks": [{"id": "T1", "title": "x", "onwer": "y"}]}, "$.tasks[0]"),
        ({"risks": [{"id": "R1", "description": "x", "delay_days": [1, 2]}]}, "$.risks[0].delay_days"),
        ({"stage": "begun"}, "$.stage"),
        ({"title": None}, "$.title"),
        ({"locality": {"name": "Xã Mẫu"}}, "$.locality"),
        ({"kehoach": "plan/2"}, "$.kehoach"),
    ],
)
def test_structural_faults_are_refused_at_their_place(change: dict[str, Any], place: str) -> None:
    plan: dict[str, Any] = {
        "kehoach": "plan/1",
        "id": "x",
        "title": "Kế hoạch",
        "kind": "annual",
        "locality": {"name": "Xã Mẫu", "level": "commune"},
        "period": 2026,
    }

    assert refused(plan) == []
    assert place in refused({**plan, **change})


@pytest.mark.parametrize("value", [12, 12.5, True, "00012", None])
def test_scalars_accept_what_yaml_makes_of_them(value: object) -> None:
    risk = {"id": 1, "description": 2, "prevention": value, "likelihood": 3}
    plan = {"kehoach": "plan/1", "id": 1, "title": 2, "kind": "annual", "period": 2026, "risks": [risk]}

    assert refused({**plan, "locality": {"name": 1, "level": "xã"}}) == []


def test_own_keys_are_free_everywhere() -> None:
    def nodes(described: Any) -> list[dict[str, Any]]:
        found = [described] if isinstance(described, dict) and "properties" in described else []
        inside = described.values() if isinstance(described, dict) else described if isinstance(described, list) else []
        return found + [node for part in inside for node in nodes(part)]

    assert all("^x-" in node["patternProperties"] for node in nodes(SCHEMA))


def test_at_most_four_keys_deep() -> None:
    def depth(node: type[Any], seen: tuple[type[Any], ...] = ()) -> int:
        inner = [depth(field.node, (*seen, node)) for field in node.fields.values() if field.node and field.node not in seen]
        maps = [1 for field in node.fields.values() if field.shape.value == "map" and field.node is None]
        return 1 + max([*inner, *maps, 0])

    assert depth(Plan) <= 5  # the key of a table's entry is a value, not a key
    assert depth(Process) <= 4
    assert depth(Workspace) <= 4


@pytest.mark.parametrize("kind", KINDS)
def test_published_schema_is_current(kind: str) -> None:
    published = json.loads((TOP / "schemas" / f"{kind}.schema.json").read_text("utf-8"))

    assert published == schema(kind), "run `make generate`"


@pytest.mark.parametrize("file", sorted((TOP / "src" / "kehoach" / "processes" / "shipped").glob("*.yaml")), ids=lambda file: file.stem)
def test_shipped_processes_pass_as_yaml_1_1_and_1_2_read_them(file: Path) -> None:
    text, against = file.read_text("utf-8"), Draft202012Validator(schema("process"))

    for read in (YAML(typ="safe", pure=True).load(text), yaml_1_1.safe_load(text)):
        assert [error.json_path for error in against.iter_errors(as_json(read))] == []
