"""All worked-out names, by the kind of node."""

from collections.abc import Mapping

from kehoach.expressions.names import of_bodies, of_chain, of_plan, of_work
from kehoach.expressions.names.base import Name
from kehoach.model.base import Node
from kehoach.model.monitoring import Indicator
from kehoach.model.objectives import Objective, Output
from kehoach.model.owners import Owner
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund
from kehoach.model.risks import Risk
from kehoach.model.situation import ValueChain
from kehoach.model.tasks import Action, Task

NAMES: Mapping[type[Node], Mapping[str, Name]] = {
    Plan: of_plan.PLAN,
    Objective: of_chain.OBJECTIVE,
    Output: of_chain.OUTPUT,
    Task: of_work.TASK,
    Action: of_work.ACTION,
    Owner: of_bodies.OWNER,
    Fund: of_bodies.FUND,
    Risk: of_bodies.RISK,
    Indicator: of_chain.INDICATOR,
    ValueChain: of_chain.VALUE_CHAIN,
}
