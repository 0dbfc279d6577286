"""The catalogue: every rule in the folder, by code."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.rules.base import Rule, Scope
from kehoach.values.text import nearest

_HERE = Path(__file__).parent
_EXCEPTIONS = frozenset(("level_abolished", "unit_differs_from_register"))
"""Rules of the family `lvl` that look at one plan, and rules between plans of another family."""

_NO_RULE = Text(vi="không có luật {code}{hint}", en="there is no rule {code}{hint}")
_HINT = Text(vi="; ý bạn là {near}?", en="; did you mean {near}?")


@cache
def rules() -> tuple[Rule, ...]:
    """List every rule, in the order of the codes."""
    return tuple(sorted((*_alone(), *_between()), key=lambda rule: rule.code))


@cache
def _alone() -> tuple[Rule, ...]:
    """List the rules that look at one plan."""
    return tuple(sorted(_loaded(file for file in _files() if not _is_between(file)), key=lambda rule: rule.code))


@cache
def _between() -> tuple[Rule, ...]:
    """List the rules between plans, which a plan that refers to no other does without."""
    return tuple(sorted(_loaded(file for file in _files() if _is_between(file)), key=lambda rule: rule.code))


def _files() -> Iterator[Path]:
    return (file for file in _HERE.glob("*/*.py") if file.stem != "__init__")


def _loaded(files: Iterator[Path]) -> Iterator[Rule]:
    return (import_module(f"kehoach.rules.{file.parent.name}.{file.stem}").RULE for file in files)


def _is_between(file: Path) -> bool:
    return (file.parent.name == "lvl") != (file.stem in _EXCEPTIONS)


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
