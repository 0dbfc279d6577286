"""Where in a plan a change lies, in words: the thing, the entry in it, the key."""

from collections.abc import Sequence

from kehoach.analysis.changes.change import Change, Link
from kehoach.formats.changes_names import key_name
from kehoach.formats.changes_speech import Speech
from kehoach.formats.words import capitalised
from kehoach.language import Text
from kehoach.model.base import Field, Shape
from kehoach.model.tasks import Need
from kehoach.values.dates import DATE, DUE, PERIOD, YEAR
from kehoach.values.plain import TEXT
from kehoach.values.text import short

_MOST = 3
_SHORT = 60


def of_key(speech: Speech, change: Change) -> str:
    """Lead to a key: `Nhiệm vụ T3 “…”, đơn vị chủ trì`."""
    links = change.trail
    is_title = links[-1].has_id and len(links) > 1 and change.field is not None and change.field.required and change.field.kind is TEXT
    changed = change.field.key if change.field is not None else ""
    parts = _parts(speech, links, changed, "" if is_title else None)
    if is_title and changed in _NAMES:
        return _joined([speech.fill(_RENAMED, thing=parts[-1])])
    name = _key(speech, change)
    return _joined(parts if parts[-1:] == [name] else [*parts, name])


def of_entry(speech: Speech, change: Change) -> str:
    """Lead to a list of which an entry came or went."""
    links = change.trail[:-1]
    assert change.field is not None
    return _joined([*_parts(speech, links, "", None), key_name(change.field, links[-1].node, speech.language)])


def _joined(parts: Sequence[str]) -> str:
    return capitalised(", ".join(part for part in parts if part))


def _parts(speech: Speech, links: Sequence[Link], changed: str, title: str | None) -> list[str]:
    """Call the innermost thing of a trail, and the parts within it."""
    start = next((i for i in range(len(links) - 1, 0, -1) if links[i].has_id), 0)
    parts = [speech.thing(links[start], title)] if start else []
    first = start + 1
    if not start and len(links) > 1 and links[1].field is not None and links[1].field.key in _IN_TITLES:
        first += 1  # the group's title says it already
    inside = range(first, len(links))
    return [*parts, *(_part(speech, links[i - 1], links[i], changed if i == len(links) - 1 else "") for i in inside)]


def _part(speech: Speech, parent: Link, link: Link, changed: str) -> str:
    """Call an entry without an id by what tells it apart, or a group of keys by its name."""
    assert link.field is not None
    name = key_name(link.field, parent.node, speech.language)
    if link.key is not None:
        return f"{name} {speech.new.key(link.key, link.field)}"
    return f"{name} {_context(speech, link, changed)}".rstrip() if link.field.shape is Shape.NODES else name


def _context(speech: Speech, link: Link, changed: str) -> str:
    """Say what tells an entry apart: names, references and days, not what changed itself."""
    told = {}
    for key, field in link.node.fields.items():
        value = link.node.__dict__.get(field.attribute)
        if value is not None and key != changed and field.shape is Shape.VALUE and _tells(field):
            told[key] = short(speech.teller(link).say(value, field), _SHORT)
    name = next((key for key in told if key in _NAMES or (link.node.fields[key].required and link.node.fields[key].kind is TEXT)), None)
    return told[name] if name is not None else ", ".join([*told.values()][:_MOST])


def _key(speech: Speech, change: Change) -> str:
    node, field = change.trail[-1].node, change.field
    if field is None:
        return str(change.key)
    if isinstance(node, Need) and field.key == "amount":
        return ""
    name = key_name(field, node, speech.language)
    is_entry = field.shape in {Shape.MAP, Shape.MAP_OF_LISTS} and change.key != field.key
    return f"{name} {speech.new.key(change.key, field)}" if is_entry else name


def _tells(field: Field) -> bool:
    return field.required or bool(field.refers) or field.kind in (DATE, DUE, PERIOD, YEAR) or field.key in _TELLING


_NAMES = frozenset(("title", "name", "field", "deliverable"))
_TELLING = _NAMES | {"for", "with", "what", "number", "amount"}
_IN_TITLES = frozenset(("situation", "resources", "timelines", "coordination", "monitoring", "process"))
_RENAMED = Text("{thing} đổi tên", "{thing} was renamed")
