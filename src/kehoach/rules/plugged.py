"""Rules that installed packages bring, by the entry point `kehoach.rules`."""

import sys
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.rules.base import Rule
from kehoach.rules.catalogue import by_code

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "kehoach.rules"


@cache
def plugged_rules() -> tuple[Rule, ...]:
    """Load every rule that an installed package offers: each entry point names one `Rule`.

    Raises:
        KehoachError: an entry point cannot be loaded, is no rule, or takes a code that is taken.
    """
    found: list[Rule] = []
    for point in offered():
        try:
            rule = point.load()
        except Exception as error:
            raise KehoachError(_BROKEN, name=point.value, why=f"{type(error).__name__}: {error}") from error
        if not isinstance(rule, Rule):
            raise KehoachError(_NO_RULE, name=point.value)
        if rule.code in by_code() or any(rule.code == other.code for other in found):
            raise KehoachError(_TAKEN, name=point.value, code=rule.code)
        found.append(rule)
    return tuple(sorted(found, key=lambda rule: rule.code))


def offered() -> "tuple[EntryPoint, ...]":
    """List what installed packages offer; where their folders name nothing, Python's slow library is not asked."""
    others = [finder for finder in sys.meta_path if hasattr(finder, "find_distributions") and finder is not PathFinder]
    if not others and not any(_may_offer(Path(folder)) for folder in sys.path):
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415 - takes longer than checking a plan

    return tuple(entry_points(group=GROUP))


def _may_offer(folder: Path) -> bool:
    """Tell whether a place where packages lie names the entry point; of an archive that is not known."""
    try:
        about = [path for path in folder.iterdir() if path.name.lower().endswith((".dist-info", ".egg-info", ".egg"))]
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return any(path.name.lower().endswith(".egg") or _names_it(path / "entry_points.txt") for path in about)


def _names_it(file: Path) -> bool:
    try:
        return GROUP.encode() in file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


_BROKEN = Text(vi="không nạp được luật {name}: {why}", en="cannot load the rule {name}: {why}")
_NO_RULE = Text(vi="{name} không phải một `Rule`", en="{name} is no `Rule`")
_TAKEN = Text(vi="luật {name} dùng mã {code} đã có", en="the rule {name} takes the code {code}, which is taken")
