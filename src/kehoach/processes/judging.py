"""Whether a requirement holds in a plan, and of what it does not."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kehoach.diagnostics import KeyPath
from kehoach.expressions.evaluation import Evaluation, is_true
from kehoach.expressions.expression import PLAN, Expression
from kehoach.expressions.facts import facts
from kehoach.expressions.fault import ExpressionError
from kehoach.expressions.functions import Function
from kehoach.expressions.reach import ANY
from kehoach.expressions.sorts import Value, plain
from kehoach.expressions.tree import Call, Comparison, Each, Key, Logic, Not, Tree, Variable, WorkedOut
from kehoach.expressions.working import work_of
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.processes.base import Judgement

Names = Mapping[str, Value]


def judge(expression: Expression, plan: Plan, unsecured: Decimal) -> Judgement:
    """Hold a check against a plan."""
    evaluation = Evaluation(facts(plan, unsecured))
    tree, names = expression.tree, {PLAN: plan}
    try:
        if is_true(expression.work(evaluation, names)):
            return Judgement(holds=True, path=())
        failing = _failing(tree, names, evaluation)
        culprits = tuple(dict.fromkeys(_culprits(failing, names, evaluation)))
    except ExpressionError:
        return Judgement(holds=None, path=())
    return Judgement(holds=False, path=culprits[0].path if culprits else _place(failing), culprits=culprits)


def _failing(tree: Tree, names: Names, evaluation: Evaluation) -> Tree:
    """Find the first of several conditions that does not hold; of alternatives the last, which is the one to meet."""
    while isinstance(tree, Logic):
        failing = (part for part in tree.parts if not is_true(work_of(part)(evaluation, names)))
        tree = next(failing) if tree.needs_all else tree.parts[-1]
    return tree


def _culprits(tree: Tree, names: Names, evaluation: Evaluation) -> Iterator[Node]:
    """List the innermost things of which `all(…)` does not hold."""
    if not (isinstance(tree, Call) and tree.function is Function.ALL and isinstance(tree.arguments[0], Each)):
        return
    each = tree.arguments[0]
    group = work_of(each.over)(evaluation, names)
    for item in group if isinstance(group, tuple | Mapping) else ():
        inner = {**names, each.variable: plain(item)}
        if not all(is_true(work_of(condition)(evaluation, inner)) for condition in each.conditions):
            continue
        if is_true(work_of(each.body)(evaluation, inner)):
            continue
        within = tuple(_culprits(_failing(each.body, inner, evaluation), inner, evaluation))
        if within:
            yield from within
        elif isinstance(item, Node):
            yield item


def _place(tree: Tree) -> KeyPath:
    """Find the first place of the plan that a check names, as far as it is one place."""
    return next((path for path in _named(tree) if path), ())


def _named(tree: Tree) -> Iterator[KeyPath]:
    match tree:
        case Key() | WorkedOut():
            yield _led(tree)
        case Call():
            for argument in tree.arguments:
                yield from _named(argument)
        case Each():
            yield from _named(tree.over)
            yield from _named(tree.body)
        case Not():
            yield from _named(tree.of)
        case Logic():
            for part in tree.parts:
                yield from _named(part)
        case Comparison():
            for side in (tree.first, *(side for _, side in tree.others)):
                yield from _named(side)


def _led(tree: Tree) -> KeyPath:
    """Lead from the plan down the keys of a chain such as `plan.process.group`."""
    if isinstance(tree, Key):
        above = _led(tree.of)
        return (*above, tree.key) if above or _is_plan(tree.of) else ()
    if isinstance(tree, WorkedOut) and _is_plan(tree.of):
        first = tree.name.reads[0].split(".") if tree.name.reads else []
        return tuple(first[: next((i for i, key in enumerate(first) if key in {"", ANY}), len(first))])
    return ()


def _is_plan(tree: Tree) -> bool:
    return isinstance(tree, Variable) and tree.name == PLAN
