"""What every sentence about changes is made with: both plans, their values, the language."""

from kehoach.analysis.budget import budget
from kehoach.analysis.changes.change import Link
from kehoach.analysis.changes.difference import Difference
from kehoach.analysis.changes.sides import Side
from kehoach.formats.changes_names import thing_name
from kehoach.formats.changes_values import Teller
from kehoach.language import Language, Text
from kehoach.model.base import Node


class Speech:
    """Says the things and values of two plans in one language; money in the unit of the new one."""

    def __init__(self, found: Difference, language: Language) -> None:
        self.found = found
        self.language = language
        before, after = budget(found.old.plan).unit, budget(found.new.plan).unit
        self.old = Teller(language, found.names[0], after if after.currency == before.currency else before)
        self.new = Teller(language, found.names[1], after)

    def fill(self, template: Text, **values: object) -> str:
        """Fill a template."""
        return template.fill(self.language, values)

    def teller(self, link: Link) -> Teller:
        """Say values of the plan in which a node stands: the new one, if it can."""
        return self.new if link.new is not None else self.old

    def thing(self, link: Link, title: str | None = None) -> str:
        """Call the thing of a link."""
        return self.called(link.node, self.found.new if link.new is not None else self.found.old, title)

    def called(self, node: Node, side: Side, title: str | None = None) -> str:
        """Call a thing of one plan."""
        return thing_name(node, side.id_of(node), self.language, title)
