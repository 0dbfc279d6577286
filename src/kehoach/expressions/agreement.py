"""Which sorts of values go together, said before any plan is read."""

from enum import StrEnum

from kehoach.expressions.fault import ExpressionError, Place, bad_value, fault
from kehoach.expressions.sorts import AMOUNT, NUMBER, Sort, Type, list_of
from kehoach.expressions.tree import Listing, Literal, Relation, Sign, Tree
from kehoach.language import Text
from kehoach.model.labels import LABELS
from kehoach.values.kind import NO_FRAME, BadValueError
from kehoach.values.plain import choice

ORDER = frozenset((Relation.BELOW, Relation.AT_MOST, Relation.ABOVE, Relation.AT_LEAST))
MEMBERSHIP = frozenset((Relation.IN, Relation.NOT_IN))


def result(sign: Sign, left: Tree, right: Tree, place: Place) -> Type:
    """Give the type of two sides and a sign.

    Raises:
        ExpressionError: they do not go together.
    """
    found = _RESULTS.get((sign, _counted(left.type), _counted(right.type)))
    if found is None:
        fix = _amount_fix(left.type, right.type) or _CALCULATE
        raise fault(place, _NO_SUM, fix, sign=sign.value, left=left.type.name, right=right.type.name)
    return found


def agreed(relation: Relation, left: Tree, right: Tree, place: Place) -> tuple[Tree, Tree]:
    """Make sure that two sides can be compared; words of an enumeration become what the plan has.

    Raises:
        ExpressionError: they cannot.
    """
    if relation in MEMBERSHIP:
        return _member(relation, left, right, place)
    if is_nothing(left) or is_nothing(right):
        if relation in ORDER:
            raise fault(place, _NO_ORDER, _ASK_NONE, sign=relation.value, what=Sort.NOTHING.value)
        return left, right
    if not _alike(left.type, right.type):
        raise _unlike(left.type, right.type, place)
    unordered = [side for side in (left, right) if side.type.sort in _UNORDERED]
    if relation in ORDER and unordered:
        raise fault(place, _NO_ORDER, _EQUALITY, sign=relation.value, what=unordered[0].type.name)
    return _worded(left, right.type.words), _worded(right, left.type.words)


def common(items: tuple[Tree, ...]) -> Type | None:
    """Give the type that all items of a list written out have.

    Raises:
        ExpressionError: they differ.
    """
    known = [item for item in items if not is_nothing(item)]
    for item in known[1:]:
        if item.type.sort is not known[0].type.sort or item.type.node is not known[0].type.node:
            raise fault(item.place, _MIXED, _ONE_SORT, left=known[0].type.name, right=item.type.name)
    return known[0].type if known else None


def is_nothing(tree: Tree) -> bool:
    """Tell whether `none` is written out."""
    return tree.type.sort is Sort.NOTHING


def _member(relation: Relation, left: Tree, right: Tree, place: Place) -> tuple[Tree, Tree]:
    kind = right.type
    if kind.sort is Sort.TEXT and left.type.sort is Sort.TEXT and kind.words is None:
        return left, right
    if kind.sort not in {Sort.LIST, Sort.TABLE}:
        raise fault(right.place, _NOT_WITHIN, _WITHIN, sign=relation.value, what=kind.name)
    if kind.item is None or is_nothing(left):
        return left, right
    if not _alike(left.type, kind.item):
        raise _unlike(left.type, kind.item, place)
    if isinstance(right, Listing):
        items = tuple(_worded(item, left.type.words) for item in right.items)
        return left, Listing(items=items, type=list_of(kind.item), place=right.place)
    return _worded(left, kind.item.words), right


def _worded(tree: Tree, words: type[StrEnum] | None) -> Tree:
    """Read a text beside an enumeration as one of its words, by its Vietnamese label too."""
    if words is None or words not in LABELS or not isinstance(tree, Literal) or not isinstance(tree.value, str):
        return tree
    try:
        word = choice(words, LABELS[words]).read(tree.value, NO_FRAME)
    except BadValueError as error:
        raise bad_value(tree.place, error) from None
    return Literal(value=word, type=Type(Sort.TEXT, words=words), place=tree.place)


def _counted(kind: Type) -> Sort:
    return Sort.NUMBER if kind.sort is Sort.TARGET else kind.sort


def _alike(left: Type, right: Type) -> bool:
    if Sort.TARGET in {left.sort, right.sort}:
        return {left.sort, right.sort} <= {Sort.TARGET, Sort.NUMBER, Sort.TEXT}
    return left.sort is right.sort and left.sort not in {Sort.LIST, Sort.TABLE} and left.node is right.node


def _unlike(left: Type, right: Type, place: Place) -> ExpressionError:
    sorts = {left.sort, right.sort}
    if Sort.DATE in sorts and sorts & {Sort.TEXT, Sort.NUMBER}:
        fix = _WRITE_DATE
    elif sorts & {Sort.LIST, Sort.TABLE}:
        fix = _COUNT
    else:
        fix = _amount_fix(left, right) or _SAME_SORT
    return fault(place, _UNLIKE, fix, left=left.name, right=right.name)


def _amount_fix(left: Type, right: Type) -> Text | None:
    sorts = {left.sort, right.sort}
    return _WRITE_MONEY if Sort.AMOUNT in sorts and sorts & {Sort.TEXT, Sort.NUMBER} else None


_UNORDERED = frozenset((Sort.TEXT, Sort.YES_NO, Sort.NODE))
_RESULTS = {
    (Sign.PLUS, Sort.NUMBER, Sort.NUMBER): NUMBER,
    (Sign.PLUS, Sort.AMOUNT, Sort.AMOUNT): AMOUNT,
    (Sign.MINUS, Sort.NUMBER, Sort.NUMBER): NUMBER,
    (Sign.MINUS, Sort.AMOUNT, Sort.AMOUNT): AMOUNT,
    (Sign.TIMES, Sort.NUMBER, Sort.NUMBER): NUMBER,
    (Sign.TIMES, Sort.AMOUNT, Sort.NUMBER): AMOUNT,
    (Sign.TIMES, Sort.NUMBER, Sort.AMOUNT): AMOUNT,
    (Sign.OVER, Sort.NUMBER, Sort.NUMBER): NUMBER,
    (Sign.OVER, Sort.AMOUNT, Sort.NUMBER): AMOUNT,
    (Sign.OVER, Sort.AMOUNT, Sort.AMOUNT): NUMBER,
}

_NO_SUM = Text(vi="không tính được `{sign}` giữa {left} và {right}", en="`{sign}` does not work between {left} and {right}")
_CALCULATE = Text(
    vi="Chỉ cộng, trừ, nhân, chia số và số tiền.",
    en="Add, subtract, multiply and divide numbers and amounts only.",
)
_UNLIKE = Text(vi="không so sánh được {left} với {right}", en="{left} cannot be compared with {right}")
_SAME_SORT = Text(vi="So sánh hai giá trị cùng loại.", en="Compare two values of one sort.")
_WRITE_MONEY = Text(vi='Viết số tiền kèm đơn vị: `money("5 tỷ đồng")`.', en='Write an amount with its unit: `money("5 tỷ đồng")`.')
_WRITE_DATE = Text(vi='Viết ngày tháng: `date("2026-06-30")`.', en='Write a date: `date("2026-06-30")`.')
_COUNT = Text(vi="Dùng `count(…)` để đếm, hoặc `in` để tìm.", en="Use `count(…)` to count, or `in` to search.")
_NO_ORDER = Text(vi="không so sánh được `{sign}` với {what}", en="`{sign}` does not work with {what}")
_EQUALITY = Text(vi="Dùng `==`, `!=` hoặc `in`.", en="Use `==`, `!=` or `in`.")
_ASK_NONE = Text(vi="Viết `== none` hoặc `!= none`.", en="Write `== none` or `!= none`.")
_NOT_WITHIN = Text(vi="không tìm được `{sign}` trong {what}", en="`{sign}` does not look into {what}")
_WITHIN = Text(vi='Viết một danh sách sau `in`, ví dụ `["a", "b"]`.', en='Write a list after `in`, such as `["a", "b"]`.')
_MIXED = Text(vi="danh sách lẫn {left} và {right}", en="the list mixes {left} and {right}")
_ONE_SORT = Text(vi="Chỉ ghi các giá trị cùng loại trong một danh sách.", en="Keep values of one sort in a list.")
