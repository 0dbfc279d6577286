"""Fields that a typst template reads and a report does not have, found without compiling."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from kehoach.reports.tags import ANY, WORD, Known, tags
from kehoach.reports.unknown import Scope, Unknown
from kehoach.values.text import nearest


def fields(report: str) -> dict[str, Known]:
    """Give all that a typst template of a report may read."""
    known = tags(report)
    own: dict[str, Known] = {"fonts": [WORD], "levels": {"part": WORD, "point": WORD}}
    return {**known, "blocks": _with_tall(known["blocks"]), "annexes": _with_tall(known["annexes"]), **own}


def _with_tall(pieces: Any) -> Known:
    (one,) = pieces
    (row,) = one["table"]["rows"]
    return [{**one, "table": {**one["table"], "rows": [{**row, "tall": WORD}]}}]


def unknown(source: str, known: Known) -> Iterator[Unknown]:
    """Follow `data` and what is taken from it through a source."""
    masked = _MASKED.sub(lambda found: _LETTER.sub(" ", found[0]), source)
    starts = [found.end() for found in _LINE_ENDS.finditer(masked)]
    scope: Scope = {"data": known}
    for found in _STEP.finditer(masked):
        if found["root"]:
            shape, lack = _walked(found, scope, bisect_right(starts, found.start("root")) + 1)
            if found["each"]:
                scope[found["each"]] = shape
            if lack:
                yield lack
        elif found["one"] or found["let"]:
            scope[found["one"] or found["let"]] = _bound(found, masked, scope, known)
        else:
            _unbind(found, masked, scope)


def nearest_of_all(name: str, known: Known) -> str | None:
    """Find the field that was probably meant, of whatever it is a part."""
    return nearest(name, sorted(names(known)), limit=max(2, len(name) // 3))


def names(known: Known) -> set[str]:
    """List the names of all fields, however deep."""
    match known:
        case dict():
            return set(known).union(*map(names, known.values()))
        case [one]:
            return names(one)
        case _:
            return set()


def _bound(found: re.Match[str], source: str, scope: Scope, known: Known) -> Known:
    """Give the shape of what a loop or a definition names."""
    if _WHOLE.match(source, found.end()):
        return known
    chain = _CHAIN.match(source, found.end())
    if not chain:
        return ANY
    shape, _ = _walked(chain, scope, 0)
    if found["let"]:
        return shape if chain["call"] is None and _ENDS.match(source, chain.end()) else ANY
    return _member(shape) if chain["call"] is None else ANY


def _unbind(found: re.Match[str], source: str, scope: Scope) -> None:
    """Forget names that mean something else from here on; of a numbered loop the second is a member."""
    own = _NAMES.findall(found["pair"] or found["many"] or found["arguments"] or found["parameter"] or "")
    scope.update(dict.fromkeys(own, ANY))
    if found["pair"] and len(own) == 2:  # noqa: PLR2004 - the number, and the member
        chain = _CHAIN.match(source, found.end())
        if chain and chain["path"].endswith(".enumerate"):
            scope[own[1]] = _member(_walked(chain, scope, 0)[0])


def _walked(chain: re.Match[str], scope: Scope, line: int) -> tuple[Known, Unknown | None]:
    """Walk from a name through its fields; a method that a list has leaves it a list, or gives one of it."""
    shape = scope.get(chain["root"], ANY)
    keys = chain["path"].split(".")[1:]
    method = keys.pop() if chain["call"] else ""
    for key in keys:
        if not isinstance(shape, dict):
            return ANY, None
        if key not in shape:
            return ANY, Unknown(key, nearest(key, shape, limit=max(2, len(key) // 3)), line)
        shape = shape[key]
    if not method:
        return shape, None
    if chain["each"]:
        return (_member(shape) if method in _OF_EACH else ANY), None
    return (shape if method == "enumerate" else ANY), None


def _member(shape: Known) -> Known:
    return shape[0] if isinstance(shape, list) else ANY


_NAME = r"[^\W\d][\w-]*"
_PATH = rf"(?P<root>{_NAME})(?P<path>(?:\.{_NAME})+)(?P<call>\((?:\s*(?P<each>{_NAME})\s*=>)?)?"
_CHAIN = re.compile(_PATH)
_STEP = re.compile(
    rf"\bfor\s+(?P<one>{_NAME})\s+in\s+"
    rf"|\bfor\s+\((?P<pair>[^()]*)\)\s+in\s+"
    rf"|\blet\s+(?P<let>{_NAME})\s*=\s*"
    rf"|\blet\s+(?:{_NAME}\s*)?\((?P<many>[^()]*)\)\s*="
    rf"|(?:\((?P<arguments>[^()]*)\)|(?<![\w.])(?P<parameter>{_NAME}))\s*=>"
    rf"|(?:(?<=[#(,{{=+:*/<>!\[])[ \t]*|\b(?:in|not|and|or|return|if|while)[ \t]+|^[ \t]*)(?<![\w.-]){_PATH}",
    re.MULTILINE,
)
_WHOLE = re.compile(r"json\s*\(\s*bytes\s*\(\s*sys\.inputs\.paper")
_ENDS = re.compile(r"[ \t]*(?:$|[;})\]])", re.MULTILINE)
_NAMES = re.compile(_NAME)
_MASKED = re.compile(r"^[ \t]*//[^\n]*|\s//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"", re.DOTALL | re.MULTILINE)
_LINE_ENDS = re.compile(r"\n")
_LETTER = re.compile(r"[^\n]")
_OF_EACH = frozenset({"map", "filter", "find", "all", "any", "position", "sorted"})
