"""What each function takes and gives."""

from collections.abc import Mapping

from kehoach.expressions.fault import ExpressionError, Place, bad_value, fault
from kehoach.expressions.functions import Function
from kehoach.expressions.sorts import AMOUNT, DATE, NOTHING, NUMBER, YES_NO, Sort, Type
from kehoach.expressions.tree import Literal, Tree
from kehoach.language import Text
from kehoach.values.dates import read_date
from kehoach.values.kind import NO_FRAME, BadValueError
from kehoach.values.money import read_amount

FUNCTIONS: Mapping[str, Function] = {function.value: function for function in Function}


def literal(function: Function, arguments: tuple[Tree, ...], place: Place) -> Literal:
    """Read the text of `money` or `date` at once.

    Raises:
        ExpressionError: it is no such text, or not one alone.
    """
    (text,) = arguments if len(arguments) == 1 else (None,)
    if not isinstance(text, Literal) or not isinstance(text.value, str):
        raise fault(place, _WANTS_TEXT, _LIKE, name=function.value, usage=function.about.usage.split(", ", maxsplit=1)[0])
    try:
        if function is Function.DATE:
            return Literal(value=read_date(text.value, NO_FRAME), type=DATE, place=place)
        amount = read_amount(text.value, NO_FRAME)
    except BadValueError as error:
        raise bad_value(text.place, error) from None
    if all(character.isdigit() or character in "., " for character in text.value):
        raise fault(text.place, _NO_UNIT, _WITH_UNIT, text=text.value)
    return Literal(value=amount, type=AMOUNT, place=place)


def gives(function: Function, arguments: tuple[Tree, ...], place: Place) -> Type:
    """Give the type of a call.

    Raises:
        ExpressionError: the function does not take these.
    """
    if not arguments or (len(arguments) > 1 and function not in _CHOOSING):
        raise fault(place, _ONE_ARGUMENT, _LIKE, name=function.value, usage=_usage(function))
    items = [argument.type for argument in arguments] if len(arguments) > 1 else [item_of(arguments[0])]
    if function is Function.COUNT:
        return NUMBER
    if function in {Function.ANY, Function.ALL}:
        return YES_NO
    known = [NUMBER if item.sort is Sort.TARGET else item for item in items if item.sort is not Sort.NOTHING]
    for item in known:
        if item.sort not in _TAKEN[function] or item.sort is not known[0].sort:
            raise fault(place, _WRONG, _LIKE, name=function.value, what=item.name, usage=_usage(function))
    return known[0] if known else NUMBER


def item_of(over: Tree) -> Type:
    """Give the type of what a list has, or of the keys of a table.

    Raises:
        ExpressionError: it is neither.
    """
    if over.type.sort is Sort.NOTHING:
        return NOTHING
    if over.type.sort not in {Sort.LIST, Sort.TABLE}:
        raise _no_list(over)
    return over.type.item or NOTHING


def _no_list(over: Tree) -> ExpressionError:
    return fault(over.place, _NO_LIST, _LIST, what=over.type.name)


def _usage(function: Function) -> str:
    return function.about.usage.partition("), ")[0].removesuffix(")") + ")"


_CHOOSING = frozenset((Function.MIN, Function.MAX))
_TAKEN = {
    Function.SUM: frozenset((Sort.NUMBER, Sort.AMOUNT)),
    Function.MIN: frozenset((Sort.NUMBER, Sort.AMOUNT, Sort.DATE)),
    Function.MAX: frozenset((Sort.NUMBER, Sort.AMOUNT, Sort.DATE)),
}

_WANTS_TEXT = Text(vi="`{name}` cần một đoạn chữ trong dấu nháy", en="`{name}` takes one text in quotes")
_LIKE = Text(vi="Viết như `{usage}`.", en="Write it as in `{usage}`.")
_NO_UNIT = Text(vi="{text!r} không ghi đơn vị tiền", en="{text!r} names no unit of money")
_WITH_UNIT = Text(vi='Ghi đơn vị, ví dụ `money("5 tỷ đồng")`.', en='Name the unit, as in `money("5 tỷ đồng")`.')
_ONE_ARGUMENT = Text(vi="`{name}` cần đúng một danh sách", en="`{name}` takes exactly one list")
_WRONG = Text(vi="`{name}` không dùng được cho {what}", en="`{name}` does not work on {what}")
_NO_LIST = Text(vi="chỗ này cần một danh sách, không phải {what}", en="a list is wanted here, not {what}")
_LIST = Text(vi="Viết một danh sách, ví dụ `plan.tasks`.", en="Write a list, such as `plan.tasks`.")
