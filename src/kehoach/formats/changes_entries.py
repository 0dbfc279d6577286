"""Things that came, went, moved, were split or merged, in sentences."""

from kehoach.analysis.budget import budget
from kehoach.analysis.changes.change import Change, Kind
from kehoach.formats import changes_places as places
from kehoach.formats import changes_targets as targets
from kehoach.formats.changes_names import named
from kehoach.formats.changes_speech import Speech
from kehoach.formats.words import capitalised
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.model.commitments import Commitment
from kehoach.model.monitoring import Indicator, Target
from kehoach.model.risks import Risk
from kehoach.model.tasks import Task

_TOP = 2


def entry(speech: Speech, change: Change) -> str:
    """Say that an entry came or went, with the first things to know of it."""
    is_new = change.after is not None
    node = change.after if is_new else change.before
    assert isinstance(node, Node)
    if isinstance(node, Target):
        return targets.entry(speech, change, node)
    told = _told(speech, node, is_new=is_new)
    if "id" not in node.fields:
        return speech.fill(ITEM_ADDED if is_new else ITEM_GONE, where=places.of_entry(speech, change), value=told or "…")
    parent = change.trail[-2]
    inside = speech.fill(_INSIDE, thing=speech.thing(parent)) if parent.has_id and len(change.trail) > _TOP else ""
    values = {"thing": speech.thing(change.trail[-1]), "inside": inside, "told": f": {told}" if told else ""}
    return speech.fill(_ADDED if is_new else _GONE, **values)


def regrouped(speech: Speech, change: Change) -> str:
    """Say that a task was split into others, or made of others."""
    is_split = change.kind is Kind.SPLIT
    whole = change.before if is_split else change.after
    one, many = (speech.found.old, speech.found.new) if is_split else (speech.found.new, speech.found.old)
    parts = []
    for part, _ in change.others:
        told = _told(speech, part, is_new=is_split)
        parts.append(f"{speech.called(part, many)}{f' ({told})' if told else ''}")
    is_still_there = (change.after if is_split else change.before) is not None
    text = (_SPLIT_OFF if is_still_there else _SPLIT) if is_split else (_MERGED_INTO if is_still_there else _MERGED)
    return capitalised(speech.fill(text, whole=speech.called(whole, one), parts="; ".join(parts)))


def moved(speech: Speech, change: Change) -> str:
    """Say that a thing stands under another one now."""
    before = next((speech.called(node, speech.found.old) for node, _ in change.others if "id" in node.fields), "…")
    after = speech.thing(change.trail[-2])
    return capitalised(speech.fill(_MOVED, thing=speech.thing(change.trail[-1]), before=before, after=after))


def _told(speech: Speech, node: Node, *, is_new: bool) -> str:
    """Sum up a thing: who, when, how much."""
    teller, side = (speech.new, speech.found.new) if is_new else (speech.old, speech.found.old)
    match node:
        case Task():
            of = budget(side.plan)
            costs = of.costs_of(node.id)
            days = " - ".join(teller.say(day) for day in (node.start, node.end or node.date) if day is not None)
            parts = [named(node.owner, teller.names) if node.owner else "", days, teller.amount(of.sum(costs)) if costs else ""]
        case Indicator():
            goals = ((teller.say(one.date) if one.date else "", targets.asked(speech, one, node)) for one in node.targets)
            parts = [" ".join(filter(None, (when, said))) for when, said in goals]
        case Risk():
            parts = [speech.fill(_RATED, likelihood=node.likelihood, impact=node.impact)] if node.likelihood and node.impact else []
        case Commitment():
            parts = [", ".join(named(name, teller.names) for name in node.by), teller.amount(node.amount) if node.amount else ""]
        case _:
            parts = [teller.node(node, with_title="id" not in node.fields)]
    return ", ".join(part for part in parts if part)


ITEM_ADDED, ITEM_GONE = Text("{where}: thêm {value}", "{where}: added {value}"), Text("{where}: bỏ {value}", "{where}: dropped {value}")
_ADDED, _GONE = (
    Text("Thêm {thing}{inside}{told}", "Added {thing}{inside}{told}"),
    Text("Bỏ {thing}{inside}{told}", "Dropped {thing}{inside}{told}"),
)
_INSIDE = Text(" trong {thing}", " in {thing}")
_MOVED = Text("{thing} chuyển từ {before} sang {after}", "{thing} moved from {before} to {after}")
_SPLIT = Text("{whole} được tách thành {parts}", "{whole} was split into {parts}")
_SPLIT_OFF = Text("{whole} được tách một phần thành {parts}", "part of {whole} became {parts}")
_MERGED = Text("{parts} được gộp thành {whole}", "{parts} became one: {whole}")
_MERGED_INTO = Text("{parts} được gộp vào {whole}", "{parts} went into {whole}")
_RATED = Text("khả năng xảy ra {likelihood}, mức tác động {impact}", "likelihood {likelihood}, impact {impact}")
