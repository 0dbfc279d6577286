"""How far plans have come, for programs; version 1 of its shape."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from kehoach import __version__, escaping
from kehoach.analysis.scoring import Ranking
from kehoach.diagnostics import Severity
from kehoach.language import Language
from kehoach.values.dates import PlanDate
from kehoach.values.money import Amount
from kehoach.values.text import nfc
from kehoach.workspace.standing import GateLine, NextThing, ProcessLine, Spot, Standing, StepLine, Unmet, by_readiness

_VERSION = 1


def render(standings: Sequence[Standing], language: Language, today: date) -> str:
    """Write one document, the readiest plan first, each plan in its own line."""
    writer = _Writer(language)
    head = {"version": _VERSION, "tool": {"name": "kehoach", "version": __version__, "today": today.isoformat()}}
    members = [f"  {_dump(key)}: {_dump(value)}" for key, value in head.items()]
    plans = ",\n".join(f"    {_dump(writer.plan(each))}" for each in by_readiness(list(standings)))
    members.append(f'  "plans": [\n{plans}\n  ]' if plans else '  "plans": []')
    return escaping.json("{\n" + ",\n".join(members) + "\n}\n")


def _dump(value: Any) -> str:
    return nfc(json.dumps(value, ensure_ascii=False))


class _Writer:
    """Writes the parts of a standing, texts in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def plan(self, standing: Standing) -> dict[str, Any]:
        summary = standing.summary
        return {
            "path": standing.path,
            "id": summary.id if summary else None,
            "title": summary.title if summary else None,
            "locality": summary.locality if summary else None,
            "stage": summary.stage.value if summary else None,
            "checked_as": summary.checked_as.value if summary else None,
            "findings": {severity.value: standing.counts.get(severity, 0) for severity in Severity},
            "checklist": {section.name: section.mark for section in standing.sections},
            "readiness": summary.readiness if summary else None,
            "readiness_of": {"complete": standing.complete, "applying": len(standing.sections)},
            "unknown_processes": list(standing.unknown),
            "processes": [self.process(each) for each in standing.processes],
            "gates_beside": [self.gate(each) for each in standing.gates],
            "value_chains": self.ranking(standing.chains),
            "options": self.ranking(standing.options),
            "next": [self.thing(each) for each in standing.things],
        }

    def process(self, process: ProcessLine) -> dict[str, Any]:
        return {
            "id": process.id,
            "title": process.title.to(self.language),
            "source": process.source,
            "fits": process.fits,
            "steps_settled": process.settled,
            "requirements_met": process.met,
            "requirements": process.required,
            "unmet": [self.unmet(each) for each in process.unmet],
            "steps": [self.step(each) for each in process.steps],
            "gates": [self.gate(each) for each in process.gates],
        }

    def step(self, step: StepLine) -> dict[str, Any]:
        return {
            "id": step.id,
            "title": step.title.to(self.language),
            "source": step.source,
            "state": step.state.value,
            "done": _day(step.done),
            "due": step.due.isoformat() if step.due else None,
            "late": step.is_late,
            "not_applicable": step.reason or None,
            "evidence": [{"file": each.file, "exists": each.exists} for each in step.evidence],
            "blocked_by": list(step.blocked_by),
            "unmet": [self.unmet(each) for each in step.unmet],
            **_spot(step.spot),
        }

    def unmet(self, requirement: Unmet) -> dict[str, Any]:
        return {
            "id": requirement.id,
            "message": requirement.said.to(self.language),
            "fix": requirement.fix.to(self.language),
            "severity": requirement.severity.value,
            "source": requirement.source,
            "subjects": list(requirement.subjects),
            **_spot(requirement.spot),
        }

    def gate(self, gate: GateLine) -> dict[str, Any]:
        return {
            "id": gate.id,
            "title": gate.title.to(self.language),
            "source": gate.source,
            "state": gate.state.value,
            "figures_allow": gate.holds,
            "asked": gate.asked,
            "turns": gate.turns,
            "last": _day(gate.last),
            "return_to": gate.return_to or None,
            "need": self.money(gate.need),
            "secured": self.money(gate.secured),
            "uncertain_percent": gate.uncertain,
            "allowed_percent": gate.most,
            "over": [
                {"name": each.name, "year": each.year, "over": each.over.say(self.language), **_spot(each.spot)} for each in gate.over
            ],
            "to_adjust": [{"id": name, "statement": statement} for name, statement in gate.to_adjust],
            "adjustments": [
                {
                    "id": each.id,
                    "date": _day(each.date),
                    "objective": each.objective or None,
                    "indicator": each.indicator or None,
                    "was": each.was.say(self.language) if each.was else None,
                    "now": each.now.say(self.language) if each.now else None,
                    "reason": each.reason or None,
                    **_spot(each.spot),
                }
                for each in gate.adjustments
            ],
            **_spot(gate.spot),
        }

    def money(self, amount: Amount) -> dict[str, str]:
        return {"value": f"{amount.value:f}", "currency": amount.currency, "said": amount.say(self.language)}

    def ranking(self, ranking: Ranking | None) -> dict[str, Any] | None:
        if ranking is None:
            return None
        return {
            "weights": {name: f"{weight:f}" for name, weight in ranking.weights.items()},
            "scored": [
                {"id": each.id, "name": each.name, "score": f"{each.score:.2f}", "rank": each.rank, "without_score": list(each.missing)}
                for each in ranking.scored
            ],
            "chosen": list(ranking.chosen),
            "best": list(ranking.best),
            "swings": [{"criterion": each.criterion, "change": f"{each.change:f}", "best": list(each.best)} for each in ranking.swings],
        }

    def thing(self, thing: NextThing) -> dict[str, Any]:
        return {
            "what": thing.said.to(self.language),
            "process": thing.process or None,
            "command": thing.command or None,
            **_spot(thing.spot),
        }


def _spot(spot: Spot) -> dict[str, Any]:
    return {"line": spot.line, "key": spot.key}


def _day(day: PlanDate | None) -> str | None:
    return day.say(Language.EN) if day is not None else None
