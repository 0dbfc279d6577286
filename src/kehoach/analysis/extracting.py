"""What other plans may want to know of a plan, with the place of each value."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.analysis.budget import budget
from kehoach.analysis.measures import when
from kehoach.analysis.spotting import Spotter
from kehoach.analysis.works import works
from kehoach.diagnostics import KeyPath
from kehoach.model.base import Node
from kehoach.model.coordination import Assignment, Coordination
from kehoach.model.encoding import encode_lines
from kehoach.model.ends import written
from kehoach.model.extract import Acceptance, Extract, Whose
from kehoach.model.facts import (
    AssignmentFacts,
    DialogueFacts,
    Figure,
    FundFacts,
    HandedMoney,
    HandedTarget,
    IndicatorFacts,
    LimitFacts,
    Link,
    ObjectiveFacts,
    ProposalFacts,
    RequestFacts,
    SectorFacts,
    WaitingFacts,
    contents,
)
from kehoach.model.monitoring import AssignedTarget, Indicator, Target
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund
from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Level, Stage
from kehoach.reading.building import Built
from kehoach.reading.document import Document
from kehoach.values.money import Amount
from kehoach.values.text import fold


def extract(
    built: Built[Plan], document: Document, stage: Stage, acceptances: Sequence[Acceptance], *, quote: bool, sparing: bool = False
) -> Extract:
    """Take out of a plan what its neighbours want to know.

    Args:
        built: the plan.
        document: its text.
        stage: at which it is checked.
        acceptances: the comments in the file that accept findings between plans.
        quote: keep the source line of each place.
        sparing: leave out of the plan of a commune what hardly ever another plan asks for, which takes half of the time.
    """
    plan = built.node
    sparing = sparing and plan.locality.level is Level.COMMUNE
    reader = _Reader(built, document, quote=quote)
    links = tuple(reader.leading_out.values())
    coordination = plan.coordination
    return Extract(
        path=document.name,
        id=plan.id,
        title=plan.title,
        kind=plan.kind,
        level=plan.locality.level,
        locality=Whose(plan.locality.name, plan.locality.code or "", plan.locality.within or ""),
        sector=plan.sector or "",
        period=plan.period,
        stage=stage,
        parent=(plan.parent or "").partition("#")[0],
        spots={key: reader.spot((key,)) for key in ("id", "parent", "period", "locality")},
        outward=Counter(link.plan for link in links),
        answers=frozenset(proposal.about for proposal in (coordination.proposals if coordination else ()) if proposal.about),
        tasks=len(plan.tasks),
        cuts=built.cuts,
        acceptances=tuple(acceptances),
        packed=encode_lines(
            contents(
                indicators=tuple(reader.indicators(are_linked=sparing)),
                funds=tuple(reader.funds(are_drawn=sparing)),
                waiting=tuple(reader.waiting()),
                objectives=tuple(reader.objectives()),
                sectors=tuple(reader.sectors()),
                links=links,
                ends=() if sparing else tuple(reader.ends()),
                names=None if built.ids is None else " ".join(sorted(built.ids)),
                is_sparing=sparing,
                **(reader.coordination(coordination) if coordination else {}),
            )
        ),
    )


class _Reader:
    def __init__(self, built: Built[Plan], document: Document, *, quote: bool) -> None:
        self.plan = built.node
        self.cuts = built.cuts
        spotter = Spotter(document, quote=quote)
        self.spot, self.marked = spotter.spot, spotter.marked
        self.leading_out = {path: Link(name, self.spot(path)) for path, name in built.elsewhere}

    def link(self, path: KeyPath) -> Link | None:
        """Give the reference at a path, where it leads out of the plan."""
        return self.leading_out.get(path)

    def links(self, node: Node, key: str, named: Sequence[str]) -> tuple[Link, ...]:
        """Give those of a node's references that lead out of the plan."""
        return tuple([link for i in range(len(named)) if (link := self.link(node.at(key, i))) is not None]) if named else ()

    def is_whole(self, path: KeyPath) -> bool:
        return not self.cuts or not any(cut[: len(path)] == path or "*" in cut for cut in self.cuts)

    def indicators(self, *, are_linked: bool) -> Iterator[IndicatorFacts]:
        """Give all, or only those that are linked to other plans, with those that weigh them."""
        indicators = self.plan.monitoring.indicators if self.plan.monitoring else ()
        if are_linked:
            linked = [one for one in indicators if one.same_as or one.register or one.assigned]
            names = {name for one in linked for name in (one.id, one.weight)}
            indicators = tuple([one for one in indicators if one.id in names])
        return map(self.indicator, indicators)

    def indicator(self, indicator: Indicator) -> IndicatorFacts:
        spot = self.spot(indicator.at("id"))
        is_linked = (
            self.plan.locality.level is not Level.COMMUNE
            or bool(indicator.same_as)
            or indicator.register is not None
            or indicator.assigned is not None
            or indicator.aggregation is not None
        )
        # Of an indicator that is compared with no other, a place of its own for each part is not worth the time.
        return IndicatorFacts(
            id=indicator.id,
            name=indicator.name,
            spot=spot,
            unit=indicator.unit or "",
            unit_spot=self.spot(indicator.at("unit")) if indicator.unit and is_linked else spot,
            direction=indicator.direction,
            aggregation=indicator.aggregation,
            weight=indicator.weight or "",
            register=Link(indicator.register, self.spot(indicator.at("register"))) if indicator.register else None,
            same_as=self.links(indicator, "same_as", indicator.same_as),
            targets=tuple(self.figure(target, None if is_linked else spot) for target in indicator.targets if _is_number(target)),
            assigned=self.figure(indicator.assigned) if indicator.assigned and _is_number(indicator.assigned) else None,
            baseline=indicator.baseline.value if indicator.baseline else None,
            is_whole=self.is_whole(indicator.path),
        )

    def figure(self, target: Target | AssignedTarget, spot: Spot | None = None) -> Figure:
        assert target.value is not None
        over = target.over if isinstance(target, Target) else None
        is_aspirational = isinstance(target, Target) and bool(target.aspirational)
        comparison = target.is_ or target.value.comparison
        day = when(target.date, over, self.plan.period)
        return Figure(day, target.value, comparison, is_aspirational, spot or self.spot(target.at("value")))

    def funds(self, *, are_drawn: bool) -> Iterator[FundFacts]:
        """Give all, or only those that come from another plan."""
        for fund in self.plan.resources.funds if self.plan.resources else ():
            from_plan = self.link(fund.at("from_plan"))
            if are_drawn and from_plan is None:
                continue
            limits = tuple(LimitFacts(year, amount, self.spot(fund.at("limits", str(year)))) for year, amount in fund.limits.items())
            yield FundFacts(
                id=fund.id,
                name=fund.name,
                spot=self.spot(fund.at("id")),
                limits=limits,
                taken=self._taken(fund) if from_plan else None,
                from_plan=from_plan,
                is_whole=self.is_whole(fund.path),
            )

    def _taken(self, fund: Fund) -> Amount | None:
        ledger = budget(self.plan)
        costs = ledger.costs_on(fund.id)
        return ledger.sum(costs) if costs else None

    def waiting(self) -> Iterator[WaitingFacts]:
        waits = {path[:-2] for path in self.leading_out if "after" in path}
        for placed in works(self.plan) if waits else ():
            work = placed.work
            if not work.after or work.path not in waits:
                continue
            start = work.start or work.date
            if start is None:
                continue
            after = tuple(
                (link, work.lags.get(link.to, 0)) for i in range(len(work.after)) if (link := self.link(work.at("after", i))) is not None
            )
            if after:
                yield WaitingFacts(work.id, start, self.spot(work.at("start" if work.start else "date")), after)

    def ends(self) -> Iterator[str]:
        for placed in works(self.plan):
            work = placed.work
            end = work.end or work.date
            if end is not None:
                yield self.marked(written(work.id, end), (*work.path, "end" if work.end else "date"))

    def objectives(self) -> Iterator[ObjectiveFacts]:
        for objective in self.plan.objectives:
            yield ObjectiveFacts(
                id=objective.id,
                statement=objective.statement,
                parent=objective.parent or "",
                supports=self.links(objective, "supports", objective.supports),
                spot=self.spot(objective.at("id")),
            )

    def sectors(self) -> Iterator[SectorFacts]:
        seen = set()
        for task in self.plan.tasks:
            if task.sector and fold(task.sector) not in seen:
                seen.add(fold(task.sector))
                yield SectorFacts(task.sector, task.id, self.spot(task.at("sector")))

    def coordination(self, said: Coordination) -> dict[str, Any]:
        return {
            "assignments": tuple(facts for assignment in said.assignments if (facts := self.assignment(assignment)) is not None),
            "requests": tuple(
                RequestFacts(request.id, request.what, self.link(request.at("to")), request.amount, self.spot(request.at("id")))
                for request in said.requests
            ),
            "proposals": tuple(
                ProposalFacts(about, proposal.decision)
                for proposal in said.proposals
                if (about := self.link(proposal.at("about"))) is not None
            ),
            "dialogues": tuple(
                DialogueFacts(dialogue.about, dialogue.proposed, dialogue.date, dialogue.outcome, self.spot(dialogue.at("about")))
                for dialogue in said.dialogues
                if dialogue.about
            ),
        }

    def assignment(self, assignment: Assignment) -> AssignmentFacts | None:
        to = self.link(assignment.at("plan"))
        if to is None:
            return None
        return AssignmentFacts(
            to=to,
            indicators=tuple(
                HandedTarget(name, value, self.spot(assignment.at("indicators", name))) for name, value in assignment.indicators.items()
            ),
            funds=tuple(HandedMoney(name, amount, self.spot(assignment.at("funds", name))) for name, amount in assignment.funds.items()),
        )


def _is_number(target: Target | AssignedTarget) -> bool:
    return target.value is not None and not target.value.is_qualitative
