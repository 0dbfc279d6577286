"""Which body decides a plan: the people's council of its own level (72/2025/QH15)."""

import re
from typing import NamedTuple

from kehoach.model.party_vocabulary import OwnerType
from kehoach.model.plan import Plan
from kehoach.model.process_record import Approval
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.values.text import fold

DECIDED_BY_COUNCIL = frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC))
"""Plans that need a resolution; others are the issuing body's own papers."""


class Council(NamedTuple):
    """A people's council that approved, and its level where that is known."""

    name: str
    level: Level | None


def council(approval: Approval, plan: Plan) -> Council | None:
    """Tell which council gave an approval; none where another body did, or nobody is named."""
    owner = next((owner for owner in plan.owners if owner.id == approval.by), None)
    if owner is not None:
        is_council = owner.type is OwnerType.ELECTED_BODY or (owner.type is None and _names_council(owner.name))
        return Council(owner.name, owner.level or _level_in(owner.name)) if is_council else None
    name = approval.by or ""
    return Council(name, _level_in(name)) if _names_council(name) else None


def _names_council(name: str) -> bool:
    return re.search(_COUNCIL, fold(name)) is not None


def _level_in(name: str) -> Level | None:
    """Find the level in a council's name; `thành phố` may be of two and tells nothing."""
    folded = fold(name)
    if re.search(_NATIONAL, folded):
        return Level.NATIONAL
    match = re.search(_LEVEL, folded)
    return _LEVELS[match[1]] if match else None


# Names of bodies without an id are rare: compiled when met.
_NATIONAL = r"\bquoc hoi\b"
_COUNCIL = r"\b(?:hdnd|hoi dong nhan dan|quoc hoi)\b"
_LEVEL = r"\b(?:hdnd|hoi dong nhan dan) (?:cap )?(tinh|huien|quan|thi xa|xa|phuong|thi tran|dac khu)\b"
_LEVELS = {
    "tinh": Level.PROVINCE,
    "huien": Level.DISTRICT,  # `y` folds to `i`
    "quan": Level.DISTRICT,
    "thi xa": Level.DISTRICT,
    "xa": Level.COMMUNE,
    "phuong": Level.COMMUNE,
    "thi tran": Level.COMMUNE,
    "dac khu": Level.COMMUNE,
}
