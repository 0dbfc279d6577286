"""Places that do not exist, with names put together from common syllables."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple
from unicodedata import normalize

from phrases import FIRST, SECOND, VILLAGE_FIRST, VILLAGE_SECOND

PROVINCES, COMMUNES = 34, 3321
YEAR = 2026


class Place(NamedTuple):
    """A locality that does not exist."""

    id: str
    name: str
    level: str
    code: str
    within: str = ""
    parent: str = ""
    old_code: str = ""  # of the unit from before its merger, which some plans still give


def country(seed: int = 1, provinces: int = PROVINCES, communes: int = COMMUNES) -> Iterator[tuple[Place, list[Place]]]:
    """Name every province with its communes; a smaller country has the same first provinces."""
    random = Random(f"{seed}/country")
    names = [f"{first} {second}" for first in FIRST for second in SECOND if first != second]
    for number, name in enumerate(random.sample(names, PROVINCES)[:provinces], 1):
        province = Place(f"tinh-{_slug(name)}-{YEAR}", f"Tỉnh {name}", "province", f"{number:02}")
        count = communes // provinces + (number <= communes % provinces)
        yield (
            province,
            [
                Place(
                    id=f"xa-{_slug(commune)}-{number:02}-{YEAR}",
                    name=f"Xã {commune}",
                    level="commune",
                    code=f"{number:02}{index:03}",
                    within=province.name,
                    parent=province.id,
                    old_code=f"8{number:02}{index:03}" if index % 10 == 7 else "",
                )
                for index, commune in enumerate(random.sample(names, count), 1)
            ],
        )


def alone(number: int, seed: int, level: str) -> Place:
    """Name a locality that has no plan above it."""
    random = Random(f"{seed}/{number}")
    name = f"{random.choice(FIRST)} {random.choice(SECOND)}"
    word = "Tỉnh" if level == "province" else "Xã"
    return Place(f"{_slug(word)}-{_slug(name)}-{number:04}-{YEAR}", f"{word} {name}", level, f"{number:05}")


def villages(random: Random, count: int) -> list[str]:
    """Name the villages of one commune."""
    names = [f"{first} {second}" for first in VILLAGE_FIRST for second in VILLAGE_SECOND]
    return random.sample(names, min(count, len(names)))


def _slug(name: str) -> str:
    letters = normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(c if c.isalnum() else "-" for c in letters if c.isascii())
