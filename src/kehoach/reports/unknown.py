"""Names that a template uses and a report does not have, found without rendering anything."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from jinja2 import Environment, nodes, pass_context

from kehoach.reports.tags import ANY, Known
from kehoach.values.text import nearest

E = TypeVar("E", bound=Environment)


class Unknown(NamedTuple):
    """A name that means nothing, and the one that was probably meant."""

    name: str
    near: str | None
    line: int


Scope = dict[str, Known]


def only_looked_at(tools: E) -> E:
    """Let nothing of a template be worked out while it is only looked at: a constant may be a billion letters."""
    tools.optimized = False
    tools.finalize = pass_context(lambda _, value: value)
    return tools


def unknown(tree: nodes.Template, known: Mapping[str, Known], allowed: frozenset[str]) -> Iterator[Unknown]:
    """Walk through a template with what is known of each name."""
    yield from _all(tree.body, {**dict.fromkeys(allowed, ANY), **known})


def _all(body: list[nodes.Node], scope: Scope) -> Iterator[Unknown]:
    for node in body:
        yield from _statement(node, scope)


def _statement(node: nodes.Node, scope: Scope) -> Iterator[Unknown]:
    """Look at one node; what it binds is known to those after it."""
    scope.update(_imported(node))
    match node:
        case nodes.For():
            yield from _shaped(node.iter, scope)[1]
            inner = {**scope, "loop": ANY, **_bound(node.target, _member(_shaped(node.iter, scope)[0]))}
            if node.test:
                yield from _shaped(node.test, inner)[1]
            yield from _all(node.body, inner)
            yield from _all(node.else_, scope)
        case nodes.Assign():
            shape, found = _shaped(node.node, scope)
            yield from found
            scope.update(_bound(node.target, shape))
        case nodes.With():
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                shape, found = _shaped(value, inner)
                yield from found
                inner.update(_bound(target, shape))
            yield from _all(node.body, inner)
        case nodes.Macro() | nodes.CallBlock():
            own = {"varargs", "kwargs", "caller", *(argument.name for argument in node.args)}
            if isinstance(node, nodes.Macro):
                scope[node.name] = ANY
            yield from _all(node.body, {**scope, **dict.fromkeys(own, ANY)})
        case nodes.Expr():
            yield from _shaped(node, scope)[1]
        case _:
            for child in node.iter_child_nodes():
                yield from _statement(child, scope)


def _imported(node: nodes.Node) -> Scope:
    match node:
        case nodes.Import(target=name):
            return {name: ANY}
        case nodes.FromImport(names=names):
            return {name if isinstance(name, str) else name[1]: ANY for name in names}
        case _:
            return {}


def _of(expressions: list[nodes.Expr], scope: Scope) -> Iterator[Unknown]:
    for expression in expressions:
        yield from _shaped(expression, scope)[1]


def _shaped(node: nodes.Node, scope: Scope) -> tuple[Known, list[Unknown]]:
    """Give what is known of an expression's value, and the unknown names within."""
    match node:
        case nodes.Name(name=name):
            return scope.get(name, ANY), [] if name in scope else [_lack(name, scope, node.lineno)]
        case nodes.Getattr():
            return _key(*_shaped(node.node, scope), node.attr, node.lineno)
        case nodes.Getitem(arg=nodes.Const(value=str(key))):
            return _key(*_shaped(node.node, scope), key, node.lineno)
        case nodes.Getitem():
            shape, found = _shaped(node.node, scope)
            return _member(shape), [*found, *_shaped(node.arg, scope)[1]]
        case nodes.Test(name="defined" | "undefined"):
            return ANY, []
        case nodes.Filter():
            return _filtered(node, scope)
        case _:
            return ANY, [one for child in node.iter_child_nodes() for one in _shaped(child, scope)[1]]


def _filtered(node: nodes.Filter, scope: Scope) -> tuple[Known, list[Unknown]]:
    shape, found = _shaped(node.node, scope) if node.node else (ANY, [])
    found = [] if node.name in _LENIENT else found
    found = [*found, *_of([*node.args, *(pair.value for pair in node.kwargs)], scope)]
    if node.name in _SAME:
        return shape, found
    return (_member(shape) if node.name in _ONE else ANY), found


def _key(whole: Known, found: list[Unknown], key: str, line: int) -> tuple[Known, list[Unknown]]:
    if not isinstance(whole, dict):
        return ANY, found
    if key in whole:
        return whole[key], found
    return ANY, [*found, _lack(key, whole, line)]


def _lack(name: str, known: Mapping[str, Known], line: int) -> Unknown:
    return Unknown(name, nearest(name, known, limit=max(2, len(name) // 3)), line)


def _member(shape: Known) -> Known:
    return shape[0] if isinstance(shape, list) else ANY


def _bound(target: nodes.Node, shape: Known) -> Scope:
    if isinstance(target, nodes.Name):
        return {target.name: shape}
    return {name.name: ANY for name in target.find_all(nodes.Name)}


_LENIENT = frozenset({"default", "d"})
_SAME = frozenset({"sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "default", "d"})
_ONE = frozenset({"first", "last", "random", "min", "max"})
