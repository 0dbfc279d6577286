"""PRC001: a process that nobody knows."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule
from kehoach.values.text import nearest


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each name under `follows` that is no process, shipped or the workspace's own."""
    known, made = context.known_processes, plan.process
    if made is None:
        return
    for index, name in enumerate(made.follows):
        if known and name not in known:
            near = nearest(name, known)
            way = Text(vi=f"; ý bạn là {near}?", en=f"; did you mean {near}?") if near else Text("", "")
            yield Finding(path=made.at("follows", index), values={"id": name, "way": way, "ids": ", ".join(known)}, subject=name)


RULE = Rule(
    code="PRC001",
    name="unknown-process",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="không có quy trình {id}{way}", en="there is no process {id}{way}"),
    why=Text(
        vi="Quy trình không có thật thì các bước, yêu cầu của nó không được kiểm tra.",
        en="Nothing is checked of a process that does not exist.",
    ),
    fix=Text(vi="Chọn một trong: {ids}.", en="Choose one of: {ids}."),
    source="format",
    check=check,
)
