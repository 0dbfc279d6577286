"""REF004: a body, fund, output or value chain that nothing refers to."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.base import Node, Shape, Thing
from kehoach.model.plan import Plan
from kehoach.model.things import FUND, IN_KIND, OUTPUT, OWNER, VALUE_CHAIN
from kehoach.model.vocabulary import ChainStatus
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each entry whose id stands nowhere else."""
    for thing, name, node in _entries(plan):
        if name not in context.mentions:
            yield Finding(path=node.at("id"), values={"thing": thing.label, "id": name}, subject=name)


def _entries(plan: Plan) -> Iterator[tuple[Thing, str, Node]]:
    """List what is there to be referred to; a limit is use enough, and a chain not chosen needs none."""
    for owner in plan.owners:
        yield OWNER, owner.id, owner
    for output in plan.outputs:
        yield OUTPUT, output.id, output
    for chain in plan.situation.value_chains if plan.situation else ():
        if chain.status is not ChainStatus.NOT_CHOSEN:
            yield VALUE_CHAIN, chain.id, chain
    for fund in plan.resources.funds if plan.resources else ():
        if not fund.limits:
            yield FUND, fund.id, fund
    for resource in plan.resources.in_kind if plan.resources else ():
        if not resource.limits:
            yield IN_KIND, resource.id, resource


def _references(kind: type[Node], above: tuple[str, ...] = ()) -> Iterator[str]:
    """List the paths at which such an entry may be referred to."""
    for key, field in kind.fields.items():
        here = (*above, key)
        if _REGISTERED.intersection(field.refers):
            yield ".".join(here)
        if field.node is not None:
            yield from _references(field.node, here if field.shape is Shape.NODE else (*here, "*"))


_REGISTERED = frozenset((OWNER, OUTPUT, VALUE_CHAIN, FUND, IN_KIND))

RULE = Rule(
    code="REF004",
    name="unused-register-entry",
    nature=MISSING,
    severities=NOTE,
    message=Text(vi="không chỗ nào nhắc đến {thing} {id}", en="nothing refers to the {thing} {id}"),
    why=Text(
        vi="Mục khai báo mà không dùng thường là việc bị quên, hoặc phần thừa khi sao chép từ kế hoạch khác.",
        en="An entry that nothing uses is often something forgotten, or left over from another plan.",
    ),
    fix=Text(vi="Nhắc đến {id} ở chỗ cần đến nó, hoặc xóa mục này.", en="Refer to {id} where it is needed, or remove the entry."),
    source="S1-1",
    lacks=Text(vi="chỗ dùng đến", en="a use"),
    reads=tuple(_references(Plan)),
    check=check,
)
