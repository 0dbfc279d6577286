"""Python's syntax tree to the language's own: what is not on the list is refused, and every name is known."""

import _ast as ast  # what of `ast` is written in C: the rest takes 3 ms to load
from collections.abc import Callable, Collection, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from kehoach.expressions import calls
from kehoach.expressions.agreement import agreed, common, result
from kehoach.expressions.fault import ExpressionError, Place, bad_value, fault
from kehoach.expressions.names.catalogue import NAMES
from kehoach.expressions.scanning import DEEPEST, Scanned, scan, too_deep
from kehoach.expressions.sorts import NOTHING, NUMBER, TEXT, YES_NO, Sort, Type, keys_of, list_of
from kehoach.expressions.tree import (
    Arithmetic,
    Call,
    Comparison,
    Each,
    Key,
    Listing,
    Literal,
    Logic,
    Negative,
    Not,
    Relation,
    Sign,
    Tree,
    Variable,
    WorkedOut,
)
from kehoach.language import Text
from kehoach.values.kind import BadValueError
from kehoach.values.numbers import read_number
from kehoach.values.text import nearest, short

MOST_LOOPS = 3
"""How many `… for …` may stand within each other."""


class Scope(NamedTuple):
    """Where in an expression a part stands: the names it may use, how deep it is."""

    scanned: Scanned
    variables: Mapping[str, Type]
    depth: int = 0
    loops: int = 0

    def place(self, node: ast.expr) -> Place:
        """Find a part in the text: Python saw it on one line, with a bracket before it."""
        start, end = max(node.col_offset - 1, 0), min((node.end_col_offset or 0) - 1, len(self.scanned.text))
        return Place(start, end - start)

    def quoted(self, place: Place) -> str:
        """Quote a place in one line."""
        return short(" ".join(self.scanned.at(place).split()))


def build(text: str, variables: Mapping[str, Type]) -> Tree:
    """Read an expression.

    Raises:
        ExpressionError: it is not one of the language, or makes no sense.
    """
    scanned = scan(text)
    try:
        parsed = compile(f"({scanned.masked})", "", "eval", ast.PyCF_ONLY_AST)
    except SyntaxError as error:
        raise _not_understood(scanned, (error.offset or 0) - 2) from None
    except (MemoryError, RecursionError, ValueError):
        raise too_deep(Place(0, len(text))) from None
    assert isinstance(parsed, ast.Expression)
    return part(parsed.body, Scope(scanned, variables))


def part(node: ast.expr, scope: Scope) -> Tree:
    """Read one part of an expression."""
    place = scope.place(node)
    if scope.depth == DEEPEST:
        raise too_deep(place)
    read = _PARTS.get(type(node))
    if read is None:
        raise _refused(node, place, scope)
    return read(node, place, scope._replace(depth=scope.depth + 1))


def _name(node: ast.Name, place: Place, scope: Scope) -> Tree:
    if node.id in _LITERALS:
        word = _LITERALS[node.id]
        return Literal(value=word.value, type=word.type, place=place)
    kind = scope.variables.get(node.id)
    if kind is not None:
        return Variable(name=node.id, type=kind, place=place)
    if node.id in calls.FUNCTIONS:
        raise fault(place, _BARE_FUNCTION, _CALL_IT, name=node.id)
    raise _unknown(place, node.id, (*scope.variables, *_LITERALS), _UNKNOWN_VARIABLE)


def _constant(node: ast.Constant, place: Place, scope: Scope) -> Tree:
    word = scope.scanned.at(place)
    if word in _CAPITALS:
        raise fault(place, _NOT_PART, _WRITE_WAY, text=word, way=_CAPITALS[word])
    if scope.scanned.lengths.get(place.offset) != place.length:
        fix = _ONE_TEXT if isinstance(node.value, str) else _LANGUAGE
        raise fault(place, _NOT_PART, fix, text=scope.quoted(place))
    if isinstance(node.value, str):
        return Literal(value=word[1:-1], type=TEXT, place=place)
    try:
        return Literal(value=read_number(word), type=NUMBER, place=place)
    except BadValueError as error:
        raise bad_value(place, error) from None


def _attribute(node: ast.Attribute, place: Place, scope: Scope) -> Tree:
    of = part(node.value, scope)
    end = place.offset + place.length
    own = Place(end - len(node.attr), len(node.attr))
    name = scope.scanned.at(own)  # as written, not as Python was shown it
    kind = of.type.node
    if kind is None:
        fix = _EACH_OF if of.type.sort is Sort.LIST and of.type.item and of.type.item.node else _ONLY_NODES
        raise fault(own, _NO_KEYS, fix, what=of.type.name, name=name, list=scope.quoted(of.place))
    worked_out = NAMES.get(kind, {}).get(name)
    if worked_out is not None:
        return WorkedOut(of=of, key=name, name=worked_out, type=worked_out.gives, place=place)
    keys = keys_of(kind)
    if name not in keys:
        raise _unknown(own, name, (*keys, *NAMES.get(kind, {})), _UNKNOWN_KEY, of=of.type.name)
    return Key(of=of, key=name, attribute=kind.fields[name].attribute, type=keys[name], place=place)


def _list(node: ast.List, place: Place, scope: Scope) -> Tree:
    items = tuple(part(item, scope) for item in node.elts)
    return Listing(items=items, type=list_of(common(items)), place=place)


def _unary(node: ast.UnaryOp, place: Place, scope: Scope) -> Tree:
    of = part(node.operand, scope)
    if isinstance(node.op, ast.Not):
        return Not(of=of, type=YES_NO, place=place)
    if isinstance(node.op, ast.USub) and of.type.sort in {Sort.NUMBER, Sort.AMOUNT, Sort.TARGET}:
        return Negative(of=of, type=NUMBER if of.type.sort is Sort.TARGET else of.type, place=place)
    raise fault(place, _NOT_PART, _LANGUAGE, text=scope.quoted(place))


def _logic(node: ast.BoolOp, place: Place, scope: Scope) -> Tree:
    parts = tuple(part(value, scope) for value in node.values)
    return Logic(needs_all=isinstance(node.op, ast.And), parts=parts, type=YES_NO, place=place)


def _arithmetic(node: ast.BinOp, place: Place, scope: Scope) -> Tree:
    sign = _SIGNS.get(type(node.op))
    if sign is None:
        raise fault(place, _NOT_PART, _LANGUAGE, text=scope.quoted(place))
    left, right = part(node.left, scope), part(node.right, scope)
    return Arithmetic(sign=sign, left=left, right=right, type=result(sign, left, right, place), place=place)


def _comparison(node: ast.Compare, place: Place, scope: Scope) -> Tree:
    sides = [part(side, scope) for side in (node.left, *node.comparators)]
    relations = []
    for index, operator in enumerate(node.ops):
        relation = _RELATIONS.get(type(operator))
        if relation is None:
            raise fault(place, _NOT_PART, _EQUALS, text=scope.quoted(place))
        sides[index], sides[index + 1] = agreed(relation, sides[index], sides[index + 1], place)
        relations.append(relation)
    return Comparison(first=sides[0], others=tuple(zip(relations, sides[1:], strict=True)), type=YES_NO, place=place)


def _call(node: ast.Call, place: Place, scope: Scope) -> Tree:
    if not isinstance(node.func, ast.Name):
        raise fault(scope.place(node.func), _NO_METHODS, _FUNCTIONS, names=tuple(calls.FUNCTIONS))
    own = scope.place(node.func)
    function = calls.FUNCTIONS.get(node.func.id)
    if function is None:
        fix = _FUNCTIONS if node.func.id in scope.variables else None
        raise _unknown(own, node.func.id, calls.FUNCTIONS, _UNKNOWN_FUNCTION, fix)
    if len(node.args) == 1 and isinstance(node.args[0], ast.GeneratorExp) and not function.reads_text:
        arguments: tuple[Tree, ...] = (_each(node.args[0], scope),)
    else:
        arguments = tuple(part(argument, scope) for argument in node.args)
    if function.reads_text:
        return calls.literal(function, arguments, place)
    return Call(function=function, arguments=arguments, type=calls.gives(function, arguments, place), place=place)


def _each(node: ast.GeneratorExp, scope: Scope) -> Tree:
    place = scope.place(node)
    loop = node.generators[0]
    if len(node.generators) > 1 or loop.is_async or not isinstance(loop.target, ast.Name):
        raise fault(place, _NOT_PART, _ONE_LIST, text=scope.quoted(place))
    if scope.loops == MOST_LOOPS:
        raise fault(place, _TOO_MANY_LOOPS, _FEWER_LOOPS, most=MOST_LOOPS)
    name = loop.target.id
    if name in scope.variables or name in _LITERALS or name in calls.FUNCTIONS:
        raise fault(scope.place(loop.target), _TAKEN, _ANOTHER, name=name)
    over = part(loop.iter, scope)
    item = calls.item_of(over)
    inner = scope._replace(variables=MappingProxyType({**scope.variables, name: item}), loops=scope.loops + 1)
    conditions = tuple(part(condition, inner) for condition in loop.ifs)
    body = part(node.elt, inner)
    return Each(variable=name, over=over, conditions=conditions, body=body, type=list_of(body.type), place=place)


def _refused(node: ast.expr, place: Place, scope: Scope) -> ExpressionError:
    fix = _BRACKETS if isinstance(node, ast.Tuple) else _ARGUMENT if isinstance(node, ast.GeneratorExp) else _LANGUAGE
    return fault(place, _NOT_PART, fix, text=scope.quoted(place))


def _unknown(
    place: Place, name: str, candidates: Collection[str], message: Text, fix: Text | None = None, **values: object
) -> ExpressionError:
    near = nearest(name, candidates)
    chosen = fix or (_OF_THESE if near is None else _MEANT)
    names = (*islice(candidates, _QUOTED), *("…" for _ in islice(candidates, _QUOTED, _QUOTED + 1)))
    return fault(place, message, chosen, name=short(name), near=near or "", names=names, **values)


def _not_understood(scanned: Scanned, offset: int) -> ExpressionError:
    """Point at the word where Python's parser gave up; at the end, at the last word."""
    start = max((begin for begin in scanned.lengths if begin <= max(offset, 0)), default=0)
    place = Place(start, scanned.lengths.get(start, 0))
    return fault(place, _UNCLEAR, _LANGUAGE, text=short(scanned.at(place)))


_PARTS: Mapping[type[ast.expr], Callable[[Any, Place, Scope], Tree]] = {
    ast.Name: _name,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.List: _list,
    ast.UnaryOp: _unary,
    ast.BoolOp: _logic,
    ast.BinOp: _arithmetic,
    ast.Compare: _comparison,
    ast.Call: _call,
}
_SIGNS = {ast.Add: Sign.PLUS, ast.Sub: Sign.MINUS, ast.Mult: Sign.TIMES, ast.Div: Sign.OVER}
_RELATIONS: Mapping[type[ast.cmpop], Relation] = {
    ast.Eq: Relation.EQUAL,
    ast.NotEq: Relation.UNEQUAL,
    ast.Lt: Relation.BELOW,
    ast.LtE: Relation.AT_MOST,
    ast.Gt: Relation.ABOVE,
    ast.GtE: Relation.AT_LEAST,
    ast.In: Relation.IN,
    ast.NotIn: Relation.NOT_IN,
}
_NOWHERE = Place(0, 0)
_LITERALS = {
    "true": Literal(value=True, type=YES_NO, place=_NOWHERE),
    "false": Literal(value=False, type=YES_NO, place=_NOWHERE),
    "none": Literal(value=None, type=NOTHING, place=_NOWHERE),
}
_QUOTED = 12
_CAPITALS = {"True": "true", "False": "false", "None": "none"}

_NOT_PART = Text(vi="`{text}` không thuộc ngôn ngữ biểu thức", en="`{text}` is no part of the expression language")
_UNCLEAR = Text(vi="không hiểu được biểu thức ở `{text}`", en="the expression cannot be understood at `{text}`")
_LANGUAGE = Text(
    vi="Chỉ dùng tên, so sánh, `and`, `or`, `not`, `in`, `+ - * /`, danh sách `[a, b]` và các hàm, ví dụ `count(plan.tasks) > 0`.",
    en="Use names, comparisons, `and`, `or`, `not`, `in`, `+ - * /`, lists `[a, b]` and functions, as in `count(plan.tasks) > 0`.",
)
_EQUALS = Text(vi="Dùng `==` hoặc `!=`, ví dụ `task.owner == none`.", en="Use `==` or `!=`, as in `task.owner == none`.")
_BRACKETS = Text(
    vi="Viết danh sách trong `[ ]`; số thập phân dùng dấu chấm, ví dụ `12.5`.",
    en="Write a list in `[ ]`; write a decimal number with a point, such as `12.5`.",
)
_ARGUMENT = Text(
    vi="Đặt trong một hàm, ví dụ `all(x.owner != none for x in plan.tasks)`.",
    en="Put it in a function, as in `all(x.owner != none for x in plan.tasks)`.",
)
_ONE_TEXT = Text(vi="Viết thành một đoạn chữ.", en="Write one text.")
_ONE_LIST = Text(
    vi="Viết `all(… x … for x in danh_sách if …)`, mỗi lần một danh sách.",
    en="Write `all(… x … for x in list if …)`, over one list at a time.",
)
_WRITE_WAY = Text(vi="Viết `{way}`.", en="Write `{way}`.")
_MEANT = Text(vi="Có phải ý bạn là `{near}`?", en="Did you mean `{near}`?")
_OF_THESE = Text(vi="Chọn một tên trong: {names}.", en="Choose one of: {names}.")
_UNKNOWN_VARIABLE = Text(vi="không có tên {name!r}", en="there is no name {name!r}")
_UNKNOWN_KEY = Text(vi="{of} không có khóa {name!r}", en="{of} has no key {name!r}")
_UNKNOWN_FUNCTION = Text(vi="không có hàm {name!r}", en="there is no function {name!r}")
_FUNCTIONS = Text(vi="Chỉ có các hàm: {names}.", en="The functions are: {names}.")
_NO_METHODS = Text(vi="chỗ này không phải là tên một hàm", en="this is not the name of a function")
_BARE_FUNCTION = Text(vi="{name!r} là một hàm", en="{name!r} is a function")
_CALL_IT = Text(vi="Viết `{name}(…)`.", en="Write `{name}(…)`.")
_NO_KEYS = Text(vi="{what} không có khóa nào, nên không có {name!r}", en="{what} has no keys, so no {name!r}")
_ONLY_NODES = Text(vi="Bỏ phần từ dấu chấm.", en="Remove it from the dot on.")
_EACH_OF = Text(vi="Xét từng mục: `all(x.{name} … for x in {list})`.", en="Look at each: `all(x.{name} … for x in {list})`.")
_TAKEN = Text(vi="tên {name!r} đã có nghĩa khác", en="the name {name!r} is taken")
_ANOTHER = Text(vi="Đặt tên khác, ví dụ `x`.", en="Choose another, such as `x`.")
_TOO_MANY_LOOPS = Text(vi="quá {most} tầng `for` lồng nhau", en="more than {most} `for` stand within each other")
_FEWER_LOOPS = Text(
    vi="Dùng các tên tính sẵn như `objective.tasks`, hoặc tách thành nhiều luật.",
    en="Use worked-out names such as `objective.tasks`, or split it into several rules.",
)
