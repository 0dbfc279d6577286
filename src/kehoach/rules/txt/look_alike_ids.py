"""TXT007: two ids that a reader takes for one."""

from collections.abc import Iterator

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule, Scope
from kehoach.values.text import short


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Report each further id that looks like an earlier one or differs from it in case only."""
    names = context.ids
    if names is not None:
        every = "\n".join(names)
        alike = every.casefold().translate(_AT_ALL_ALIKE).split()
        if len(set(alike)) == len(alike) == len(names):
            return  # one look at letters and cases together tells it of nearly every file
        if len(set(every.casefold().split())) == len(set(every.translate(_LOOKS).split())) == len(names):
            return  # so that none need be walked through
    taken: dict[tuple[str, str], tuple[str, KeyPath]] = {}
    for name, path in _ids(document):
        first, first_path = name, path
        for key in (("case", name.casefold()), ("look", name.translate(_LOOKS))):
            other, other_path = taken.setdefault(key, (name, path))
            if other != name and first == name:
                first, first_path = other, other_path
        if first != name:
            yield Finding(
                path=path,
                values={"id": short(name), "first": short(first)},
                related=(Related(first_path, _FIRST, {"id": short(first)}),),
                subject=name,
            )


def _ids(document: Document) -> Iterator[tuple[str, KeyPath]]:
    """Walk the ids of the document in its order, without recursion and past the users' own keys."""
    stack: list[tuple[object, KeyPath]] = [(document.data, ())]
    while stack:
        data, path = stack.pop()
        if isinstance(data, dict):
            name = data.get("id")
            if isinstance(name, str) and path:
                yield name, (*path, "id")
            stack.extend((data[key], (*path, key)) for key in reversed(data) if type(data[key]) in _CONTAINERS and not key.startswith("x-"))
        elif isinstance(data, list):
            stack.extend((data[i], (*path, i)) for i in range(len(data) - 1, -1, -1) if type(data[i]) in _CONTAINERS)


_CONTAINERS = (dict, list)
_LOOKS = str.maketrans("01I_", "Oll-")
_AT_ALL_ALIKE = str.maketrans("01i_", "oll-")  # `I` looks like `l` and is an `i` in small letters
_FIRST = Text(vi="{id} ở đây", en="{id} is here")

RULE = Rule(
    code="TXT007",
    name="look-alike-ids",
    nature=WRONG,
    severities=WARNING,
    message=Text(vi="hai mã nhìn như nhau: {id} và {first}", en="two ids look alike: {id} and {first}"),
    why=Text(
        vi="Người đọc tưởng là một; viết nhầm mã này thành mã kia thì không ai phát hiện.",
        en="A reader takes them for one, and nobody notices when one is written for the other.",
    ),
    fix=Text(vi="Đổi một trong hai mã cho khác hẳn.", en="Change one of them so that it clearly differs."),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
)
