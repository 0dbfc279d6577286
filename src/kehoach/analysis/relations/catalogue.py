"""All tables of a plan."""

from collections.abc import Iterable, Mapping

from kehoach.analysis.relations import frame, measuring, money, parties, work
from kehoach.analysis.relations.base import Relation, Row
from kehoach.model.plan import Plan

RELATIONS: Mapping[str, Relation] = {
    relation.name: relation for module in (frame, work, money, measuring, parties) for relation in module.RELATIONS
}


def rows_of(plan: Plan, names: Iterable[str]) -> dict[str, list[Row]]:
    """Give the rows of a plan in some tables."""
    return {name: list(RELATIONS[name].rows(plan)) for name in names if name in RELATIONS}
