"""An expression of a custom rule or a process: read once, worked out for any plan."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from kehoach.diagnostics import KeyPath
from kehoach.expressions.building import build
from kehoach.expressions.evaluation import Evaluation
from kehoach.expressions.facts import facts
from kehoach.expressions.fault import ExpressionError, Place, fault
from kehoach.expressions.reach import paths
from kehoach.expressions.sorts import Type, Value, node_of, variable_name
from kehoach.expressions.tree import Tree
from kehoach.expressions.working import Work, work_of
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.values.text import short

PLAN = "plan"
"""The variable that every expression has."""

UNSECURED = Decimal("0.30")
"""How much of the need may rest on money that is only expected or mobilisable, where nobody says otherwise."""


class Expression(NamedTuple):
    """An expression that was understood."""

    text: str
    tree: Tree
    work: Work

    @property
    def type(self) -> Type:
        """The type of what it comes to."""
        return self.tree.type

    def evaluate(self, values: Mapping[str, Node], plan: Plan, *, unsecured: Decimal = UNSECURED) -> Value:
        """Work it out.

        Args:
            values: what each variable stands for; `plan` need not be given.
            plan: the plan that they are parts of.
            unsecured: the threshold of `plan.resources_ensured`.

        Raises:
            ExpressionError: division by zero, two currencies, or too many steps.
        """
        return self.work(Evaluation(facts(plan, unsecured)), {PLAN: plan, **values})

    def reads(self, values: Mapping[str, Node]) -> tuple[KeyPath, ...]:
        """List what it looks at, as paths from the top of the plan for a finding's `reads`."""
        starts = {PLAN: frozenset(((),)), **{name: frozenset((node.path,)) for name, node in values.items()}}
        return tuple(sorted(paths(self.tree, starts), key=lambda path: tuple(map(str, path))))


class Subjects(NamedTuple):
    """What a custom rule looks at, one by one: its `for_each`."""

    variable: str  # by which `when` and `require` call it
    node: type[Node]
    listing: Expression

    def of(self, plan: Plan) -> tuple[Node, ...]:
        """List them.

        Raises:
            ExpressionError: they cannot be worked out.
        """
        found = self.listing.evaluate({}, plan)
        if isinstance(found, tuple):
            return found
        return (found,) if isinstance(found, Node) else ()


def compile_expression(text: str, variables: Mapping[str, type[Node]]) -> Expression:
    """Read an expression and make sure that it makes sense for the kinds of nodes its variables are.

    Raises:
        ExpressionError: it is not one of the language, a name is unknown, or values do not go together.
    """
    types = {PLAN: node_of(Plan), **{name: node_of(node) for name, node in variables.items()}}
    tree = build(text, types)
    return Expression(text=text, tree=tree, work=work_of(tree))


def subjects(for_each: str) -> Subjects:
    """Read a `for_each`: `tasks`, `monitoring.indicators`, a worked-out list such as `key_indicators`, or `plan`.

    Raises:
        ExpressionError: it is no list of parts of the plan.
    """
    path = for_each.strip()
    refused = fault(Place(0, len(for_each)), _NO_PARTS, _LIST, text=short(path))
    if not path:
        raise refused
    try:
        listing = compile_expression(PLAN if path == PLAN else f"{PLAN}.{path}", {})
    except ExpressionError as error:
        shift = len(PLAN) + 1 - (len(for_each) - len(for_each.lstrip()))
        offset = min(max(error.offset - shift, 0), len(for_each))
        length = min(error.length, len(for_each) - offset)
        raise ExpressionError(error.message, error.fix, offset, length) from None
    kind = listing.type
    node = kind.node or (kind.item.node if kind.item is not None else None)
    if node is None:
        raise refused
    return Subjects(variable=variable_name(node), node=node, listing=listing)


_NO_PARTS = Text(vi="{text!r} không phải là một danh sách các mục của kế hoạch", en="{text!r} is no list of parts of the plan")
_LIST = Text(
    vi="Viết một danh sách, ví dụ `tasks`, `objectives`, `monitoring.indicators`, hoặc `plan`.",
    en="Write a list such as `tasks`, `objectives`, `monitoring.indicators`, or `plan`.",
)
