"""The catalogue: every rule in the folder, by code."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from os import scandir
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.rules.base import Rule, Scope
from kehoach.values.text import nearest

_HERE = Path(__file__).parent
_EXCEPTIONS = frozenset(("level_abolished", "unit_differs_from_register"))
"""Rules of the family `lvl` that look at one plan, and rules between plans of another family."""

_READERS = frozenset(("yml", "sup"))
"""The families of which no rule has a check."""

_NO_RULE = Text(vi="không có luật {code}{hint}", en="there is no rule {code}{hint}")
_HINT = Text(vi="; ý bạn là {near}?", en="; did you mean {near}?")


@cache
def rules() -> tuple[Rule, ...]:
    """List every rule, in the order of the codes."""
    return tuple(sorted((*_of_reader(), *_alone(), *_between()), key=lambda rule: rule.code))


@cache
def _of_reader() -> tuple[Rule, ...]:
    """List the rules that only the reader raises, which a plan without complaints does without."""
    return _loaded(file for file in _files() if file.family in _READERS)


@cache
def _alone() -> tuple[Rule, ...]:
    """List the rules that look at one plan."""
    return _loaded(file for file in _files() if file.family not in _READERS and not _is_between(file))


@cache
def _between() -> tuple[Rule, ...]:
    """List the rules between plans, which a plan that refers to no other does without."""
    return _loaded(file for file in _files() if _is_between(file))


class _File(NamedTuple):
    family: str
    name: str


def _files() -> Iterator[_File]:
    for family in scandir(_HERE):  # thrice as fast as a glob
        for file in scandir(family) if family.is_dir() else ():
            if file.name.endswith(".py") and file.name != "__init__.py":
                yield _File(family.name, file.name.removesuffix(".py"))


def _loaded(files: Iterable[_File]) -> tuple[Rule, ...]:
    found = (import_module(f"kehoach.rules.{file.family}.{file.name}").RULE for file in files)
    return tuple(sorted(found, key=lambda rule: rule.code))


def _is_between(file: _File) -> bool:
    return (file.family == "lvl") != (file.name in _EXCEPTIONS)


@cache
def by_code() -> dict[str, Rule]:
    """Find rules by their code."""
    return {rule.code: rule for rule in rules()}


@cache
def checks(scope: Scope) -> tuple[Rule, ...]:
    """List the rules of one scope that have a check."""
    found = _between() if scope in (Scope.FAMILY, Scope.PORTFOLIO) else _alone()
    return tuple(rule for rule in found if rule.scope is scope and rule.check is not None)


@lru_cache(maxsize=64)
def meant_for(kind: PlanKind, level: Level, follows: frozenset[str]) -> tuple[Rule, ...]:
    """List the rules that look at a plan of such a kind, level and processes, once for all such plans."""
    return tuple(rule for rule in checks(Scope.PLAN) if rule.applies(kind, level, follows))


def rule(code: str) -> Rule:
    """Find one rule by its code or its name.

    Raises:
        KehoachError: there is none; names the nearest.
    """
    wanted = code.strip()
    known = by_code()
    found = known.get(wanted.upper()) or next((r for r in known.values() if r.name == wanted.lower()), None)
    if found is not None:
        return found
    near = nearest(wanted.upper(), list(known)) or nearest(wanted.lower(), [r.name for r in known.values()])
    hint = Text(_HINT.vi.format(near=near), _HINT.en.format(near=near)) if near else Text("", "")
    raise KehoachError(_NO_RULE, code=wanted, hint=hint)
