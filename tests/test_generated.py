"""What is generated is current."""

import pytest

from child import kehoach
from places import TOP

GENERATED = {
    "schemas/plan.schema.json": ("schema", "plan"),
    "schemas/process.schema.json": ("schema", "process"),
    "schemas/workspace.schema.json": ("schema", "workspace"),
    "schemas/register.schema.json": ("schema", "register"),
    "docs/query-tables.md": ("query", "--tables", "--format", "markdown"),
    "examples/rules/README.md": ("rules", "--format", "markdown"),
}


@pytest.mark.parametrize("file", GENERATED)
def test_is_current(file: str) -> None:
    assert (TOP / file).read_text("utf-8") == kehoach(*GENERATED[file]).out, "run `make generate`"
