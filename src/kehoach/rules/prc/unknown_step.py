"""PRC013: a step or gate that no process followed has."""

from collections.abc import Iterator

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.processes.base import RESOURCES
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule
from kehoach.values.text import nearest


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each step and gate on record that is unknown; silent while a process followed is unknown itself."""
    made = plan.process
    if made is None or any(name not in context.known_processes for name in made.follows):
        return
    steps = [step.id for process in context.processes for step in process.node.steps]
    for name, step in made.steps.items():
        if name not in steps:
            yield _finding(step.path, name, steps, at_key=True)
    gates = [RESOURCES, *(gate.id for process in context.processes for gate in process.node.gates)]
    for gate in made.gates:
        if gate.gate not in gates:
            yield _finding(gate.at("gate"), gate.gate, gates)


def _finding(path: KeyPath, name: str, known: list[str], *, at_key: bool = False) -> Finding:
    near = nearest(name, known)
    if near is not None:
        fix = Text(vi=f"Có phải ý bạn là `{near}`?", en=f"Did you mean `{near}`?")
    elif known:
        names = ", ".join(dict.fromkeys(known))
        fix = Text(vi=f"Các bước của quy trình: {names}.", en=f"The steps of the process: {names}.")
    else:
        fix = _NONE
    return Finding(path=path, values={"id": name, "fix": fix}, subject=name, at_key=at_key)


_NONE = Text(
    vi="Ghi quy trình có các bước này vào `process.follows`, hoặc bỏ bước.",
    en="Name the process that has these steps in `process.follows`, or leave the step out.",
)

RULE = Rule(
    code="PRC013",
    name="unknown-step",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="không có bước {id} trong các quy trình được áp dụng", en="no process that the plan follows has a step {id}"),
    why=Text(
        vi="Bước không thuộc quy trình nào thì không ai kiểm tra được nó.",
        en="Nobody can check a step that belongs to no process.",
    ),
    fix=Text(vi="{fix}", en="{fix}"),
    source="format",
    reads=("process.follows",),
    check=check,
)
