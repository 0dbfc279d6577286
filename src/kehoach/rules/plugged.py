"""Rules that installed packages bring, by the entry point `kehoach.rules`."""

from functools import cache
from importlib.metadata import entry_points

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.rules.base import Rule
from kehoach.rules.catalogue import by_code

GROUP = "kehoach.rules"


@cache
def plugged_rules() -> tuple[Rule, ...]:
    """Load every rule that an installed package offers: each entry point names one `Rule`.

    Raises:
        KehoachError: an entry point cannot be loaded, is no rule, or takes a code that is taken.
    """
    found: list[Rule] = []
    for point in entry_points(group=GROUP):
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


_BROKEN = Text(vi="không nạp được luật {name}: {why}", en="cannot load the rule {name}: {why}")
_NO_RULE = Text(vi="{name} không phải một `Rule`", en="{name} is no `Rule`")
_TAKEN = Text(vi="luật {name} dùng mã {code} đã có", en="the rule {name} takes the code {code}, which is taken")
