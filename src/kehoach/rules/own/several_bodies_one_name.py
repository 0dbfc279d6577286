"""OWN008: two bodies with one name."""

from collections.abc import Iterator

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.owners import Owner
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule
from kehoach.values.text import caseless


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each further body with a name or alias that is taken, unless it follows the other in time."""
    names = [name for owner in plan.owners for name in (owner.name, *owner.aliases)]
    plain = [caseless(name) for name in names]
    if len(set(plain)) == len(names):
        return
    plain_of = dict(zip(names, plain, strict=True))
    taken: dict[str, tuple[Owner, int]] = {}
    for owner in plan.owners:
        for number, name in enumerate((owner.name, *owner.aliases)):
            first, first_number = taken.setdefault(plain_of[name], (owner, number))
            if first is not owner and not _follow(first, owner):
                yield Finding(
                    path=_path(owner, number),
                    values={"name": name, "first": first.id, "second": owner.id},
                    related=(Related(_path(first, first_number), _FIRST, {"id": first.id}),),
                    subject=owner.id,
                )
                break


def _path(owner: Owner, number: int) -> KeyPath:
    """Lead to the name, or to an alias by its number."""
    return owner.at("aliases", number - 1) if number else owner.at("name")


def _follow(a: Owner, b: Owner) -> bool:
    """Tell whether one came from the other, or ended before it began."""
    return (
        a.id in b.predecessors
        or b.id in a.predecessors
        or any(old.until and new.since and old.until.first <= new.since.last for old, new in ((a, b), (b, a)))
    )


_FIRST = Text(vi="tên này của {id}", en="this is the name of {id}")

RULE = Rule(
    code="OWN008",
    name="several-bodies-one-name",
    nature=WRONG,
    severities=WARNING,
    message=Text(vi="{first} và {second} cùng mang tên {name!r}", en="{first} and {second} share the name {name!r}"),
    why=Text(
        vi="Một đơn vị khai báo hai lần thì việc và vốn của nó bị chia đôi trong mọi bảng tổng hợp.",
        en="A body declared twice has its work and money split in every table.",
    ),
    fix=Text(
        vi="Gộp hai mục làm một, hoặc ghi tên đầy đủ để phân biệt.",
        en="Join the two entries, or write their full names so that they differ.",
    ),
    source="S0-2",
    reads=("owners.*.name", "owners.*.aliases", "owners.*.predecessors"),
    check=check,
)
