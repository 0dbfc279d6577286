"""Targets lowered, raised, put off: what an appraiser asks first, in sentences."""

from typing import Any

from kehoach.analysis.changes.change import Change, Kind, Link
from kehoach.analysis.changes.goals import Goal, goal
from kehoach.formats.changes_speech import Speech
from kehoach.formats.changes_values import difference
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.model.monitoring import AssignedTarget, Indicator, Target
from kehoach.model.vocabulary import Direction
from kehoach.values.targets import TargetValue
from kehoach.values.text import short

_NAME = 80


def is_about_target(change: Change) -> bool:
    """Tell whether a change is one of what a target asks for, or when."""
    is_target = isinstance(change.trail[-1].node, (Target, AssignedTarget))
    return is_target and change.field is not None and change.field.key in _OF_TARGET


def sentence(speech: Speech, change: Change) -> str:
    """Say what became of a target."""
    node = change.trail[-1].node
    assert isinstance(node, (Target, AssignedTarget))
    assert change.field is not None
    values = {"what": _ASSIGNED if isinstance(node, AssignedTarget) else _TARGET, "indicator": _called(speech, change.trail[-2])}
    if change.field.key == "date":
        before, after = speech.old.say(change.before), speech.new.say(change.after)
        text = _TIMES.get(change.kind, _TIMES[Kind.CHANGED])
        what = asked(speech, node, change.trail[-2].node)
        return speech.fill(text, **values, value=f" ({what})" if what else "", before=before, after=after)
    before, after = said(speech, change.before), said(speech, change.after)
    when = f" {speech.new.say(node.date)}" if node.date is not None else ""
    text = _GOALS.get(change.kind, _GOALS[Kind.CHANGED])
    return speech.fill(text, **values, when=when, before=before, after=after, remark=_remark(speech, change))


def entry(speech: Speech, change: Change, node: Target) -> str:
    """Say that a target came or went."""
    teller = speech.new if change.after is not None else speech.old
    when = f" {teller.say(node.date)}" if node.date is not None else ""
    value = asked(speech, node, change.trail[-2].node) or teller.node(node)
    return speech.fill(_ADDED if change.after is not None else _GONE, indicator=_called(speech, change.trail[-2]), when=when, value=value)


def asked(speech: Speech, node: Target | AssignedTarget, indicator: Node) -> str:
    """Say what a target asks for, in the indicator's unit; empty where it says nothing."""
    of = node.of if isinstance(node, Target) else None
    unit = indicator.unit or "" if isinstance(indicator, Indicator) else ""
    return said(speech, goal(node.value, node.is_, of, unit)) if isinstance(node.value, TargetValue) else ""


def said(speech: Speech, value: Any) -> str:
    """Say what a target or baseline says, with the unit of its figures."""
    return value.measured().say(speech.language) if isinstance(value, Goal) else speech.new.say(value)


def size(speech: Speech, before: Any, after: Any) -> str:
    """Say by how much what is asked for differs: `+2 điểm %`, `+1.000 m`; empty where nothing can be subtracted."""
    shift = difference(before, after, speech.new)
    if not shift or not isinstance(after, Goal):
        return shift
    points = _POINT if shift.lstrip("+-") == "1" else _POINTS
    return f"{shift} {speech.fill(points) if after.measure == '%' else after.measure}".rstrip()


def _called(speech: Speech, link: Link) -> str:
    assert isinstance(link.node, Indicator)
    side = speech.found.new if link.new is not None else speech.found.old
    return f"“{short(link.node.name, _NAME)}” ({side.id_of(link.node)})"


def _remark(speech: Speech, change: Change) -> str:
    """Say by how much, and that less is better where it is."""
    indicator = change.trail[-2].node
    assert isinstance(indicator, Indicator)
    parts = list(filter(None, (size(speech, change.before, change.after),)))
    if indicator.direction is Direction.DECREASE and change.kind in {Kind.RAISED, Kind.LOWERED}:
        parts.append(speech.fill(_LESS_IS_BETTER))
    return f" ({'; '.join(parts)})" if parts else ""


_OF_TARGET = frozenset(("value", "is", "of", "date"))
_TARGET, _ASSIGNED = Text("chỉ tiêu", "the target of"), Text("mức được giao của chỉ tiêu", "the target assigned for")
_GOALS = {
    Kind.LOWERED: Text(
        "Hạ {what} {indicator}{when}: {before} → {after}{remark}",
        "Lowered {what} {indicator}{when}: {before} → {after}{remark}",
    ),
    Kind.RAISED: Text(
        "Nâng {what} {indicator}{when}: {before} → {after}{remark}",
        "Raised {what} {indicator}{when}: {before} → {after}{remark}",
    ),
    Kind.CHANGED: Text(
        "Sửa {what} {indicator}{when}: {before} → {after}{remark}",
        "Changed {what} {indicator}{when}: {before} → {after}{remark}",
    ),
}
_TIMES = {
    Kind.LATER: Text(
        "Lùi thời điểm của {what} {indicator}{value}: {before} → {after}",
        "Put off {what} {indicator}{value}: {before} → {after}",
    ),
    Kind.EARLIER: Text(
        "Đẩy sớm thời điểm của {what} {indicator}{value}: {before} → {after}",
        "Brought forward {what} {indicator}{value}: {before} → {after}",
    ),
    Kind.CHANGED: Text(
        "Sửa thời điểm của {what} {indicator}{value}: {before} → {after}",
        "Changed the date of {what} {indicator}{value}: {before} → {after}",
    ),
}
_ADDED = Text("Thêm mức phấn đấu của chỉ tiêu {indicator}{when}: {value}", "Added a target for {indicator}{when}: {value}")
_GONE = Text("Bỏ mức phấn đấu của chỉ tiêu {indicator}{when}: {value}", "Dropped a target for {indicator}{when}: {value}")
_POINT, _POINTS = Text("điểm %", "percentage point"), Text("điểm %", "percentage points")
_LESS_IS_BETTER = Text("chỉ tiêu này càng giảm càng tốt", "less is better here")
