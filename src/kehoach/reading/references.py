"""References within a document: what each id names, and which ids name nothing."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kehoach.compiled import COMPILED
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.base import MOVED, Field, Node, Thing
from kehoach.reading.complaint import Complaint, OtherPlace
from kehoach.reading.document import Document
from kehoach.values.text import fold, nearest, short

MAXIMUM_SEARCHES = 100

_COLUMNS = tuple(map(Field._fields.index, ("refers", "soft", "within")))


Into = Node | dict[Any, Any]
"""What keeps a reference: a node, or its values."""

Named = tuple[Field, tuple[str, ...], KeyPath, Into, Sequence[int] | None]
"""A key that names things by their ids, as many as it lists: the field, the ids, its path, what keeps them, and of a list
the places of the ids in it."""


class Reference(NamedTuple):
    """One place that names a thing by its id."""

    field: Field
    text: str
    path: KeyPath
    kept_in: Into  # a bad reference is taken out of it again
    item: str | None  # the item of a list

    @property
    def into(self) -> dict[Any, Any]:
        """The values among which it is kept."""
        return self.kept_in.__dict__ if isinstance(self.kept_in, Node) else self.kept_in


class Resolved(NamedTuple):
    """What came of looking up every reference."""

    complaints: list[Complaint]
    cuts: list[KeyPath]
    mentions: frozenset[str]
    elsewhere: tuple[tuple[KeyPath, str], ...]


def resolve(
    things: dict[str, list[tuple[Thing, KeyPath]]],
    lost: dict[Thing, list[str]],
    references: list[Named],
    document: Document,
) -> Resolved:
    """Check that ids are unique and that each reference names a thing of the kind wanted."""
    resolver = _Resolver(things, lost, document)
    resolver.duplicates()
    for named in resolver.unsettled(references):
        resolver.look_up_all(named)
    resolver.complain_of_unknown()
    return Resolved(resolver.complaints, resolver.cuts, frozenset(resolver.mentions), tuple(resolver.elsewhere))


class _Resolver:
    def __init__(self, things: dict[str, list[tuple[Thing, KeyPath]]], lost: dict[Thing, list[str]], document: Document) -> None:
        self.things = things
        self.lost = lost
        self.document = document
        self.complaints: list[Complaint] = []
        self.cuts: list[KeyPath] = []
        self.mentions: set[str] = set()
        self.elsewhere: list[tuple[KeyPath, str]] = []
        self.claimed: set[str] = set()  # unreadable ids of which it is known what they were to be
        self.searched: dict[tuple[str, tuple[Thing, ...]], tuple[str | None, bool]] = {}
        self.nowhere: dict[tuple[str, tuple[Thing, ...], str | None], list[Reference]] = {}
        data = document.data
        own = data.get("id") if isinstance(data, dict) else None
        self.own_prefix = f"{own}#" if isinstance(own, str) else None

    def duplicates(self) -> None:
        """Report each further thing that has an id which is taken."""
        for name, named in [item for item in self.things.items() if len(item[1]) > 1]:
            first, first_path = named[0]
            for thing, path in named[1:]:
                other = OtherPlace(self.document.span(first_path), _FIRST, {"id": name, "thing": first.label})
                values = {"id": name, "thing": thing.label, "first": first.label}
                self.complaints.append(Complaint("REF002", self.document.span(path), path, values, others=(other,)))
                self.cuts.append(path)

    def unsettled(self, references: list[Named]) -> list[Named]:
        """Note what is named as it should be, as nearly all is; give the references of which that is not sure."""
        if COMPILED is not None:
            left: list[Named] = COMPILED.unsettled(self.things, references, self.mentions, _COLUMNS)
            return left
        things, mention = self.things, self.mentions.update
        left = []
        for named in references:
            field, texts = named[:2]
            if field.within:
                refers, soft = field.refers, field.soft
                for text in texts:
                    found = things.get(text)
                    if found is None or not (soft or found[0][0] in refers):
                        break
                else:
                    mention(texts)
                    continue
            left.append(named)
        return left

    def look_up_all(self, named: Named) -> None:
        """Check each id that one key names."""
        field, texts, path, into, places = named
        for number, text in enumerate(texts):
            self.look_up(
                Reference(field, text, path if places is None else (*path, places[number]), into, None if places is None else text)
            )

    def look_up(self, reference: Reference) -> None:
        """Check one reference; take it out of its node where it names nothing."""
        field, text = reference.field, reference.text
        if "#" in text and self.own_prefix is not None and text.startswith(self.own_prefix):
            text = text.removeprefix(self.own_prefix)
        elif not field.within or ("#" in text and not field.soft):
            self.elsewhere.append((reference.path, text))
            return
        named = self.things.get(text)
        if named is not None:
            if field.soft or named[0][0] in field.refers or any(thing in field.refers for thing, _ in named):
                self.mentions.add(text)
                if text != reference.text:
                    _shorten(reference, text)
            else:
                self.wrong_kind(reference, named)
        elif not field.soft:
            self.unknown(reference, text)

    def unknown(self, reference: Reference, text: str) -> None:
        """Note an id that names nothing, unless what it named was lost for another reason."""
        wanted = reference.field.refers
        self.take_out(reference)
        if (text, wanted) not in self.searched:
            self.searched[text, wanted] = self.search(text, wanted)
        near, is_lost = self.searched[text, wanted]
        if not is_lost:
            self.nowhere.setdefault((text, wanted, near), []).append(reference)

    def search(self, text: str, wanted: tuple[Thing, ...]) -> tuple[str | None, bool]:
        """Find the id that was meant, and whether it was lost; each search goes through all ids, so their number is limited."""
        lost = [name for thing in wanted for name in self.lost.get(thing, ())]
        if len(self.searched) >= MAXIMUM_SEARCHES:
            return None, bool(lost)
        near = nearest(text, [name for name, named in self.things.items() if any(thing in wanted for thing, _ in named)])
        if not lost:
            return near, False
        alike = nearest(text, lost) or next((name for name in lost if _bare(name) == _bare(text)), None)
        if alike is not None:
            self.claimed.add(alike)
        may_be_any = any(not _says_something(name) for name in lost)
        return near, alike is not None or (may_be_any and (near is None or not _is_slip(text, near)))

    def complain_of_unknown(self) -> None:
        """Complain of ids that name nothing: of all together where one definition was left out or misspelt."""
        self.explain_by_lost()
        for (text, wanted, near), references in self.nowhere.items():
            values: dict[str, object] = {"id": short(text), "near": near or "", "wanted": _either(wanted)}
            message, fix = (None, None) if near else (None, _NO_NEAR)
            others: tuple[OtherPlace, ...] = ()
            if near is None or near not in self.mentions:
                others = tuple(OtherPlace(self.span(other), _AGAIN, values) for other in references[1:])
                references = references[:1]  # noqa: PLW2901 - the rest are its related places
            if near is not None and near not in self.mentions:
                others = (OtherPlace(self.document.span(self.things[near][0][1]), _UNUSED, values), *others)
            self.complaints += (
                Complaint("REF001", self.span(reference), reference.path, values, message, fix, others) for reference in references
            )

    def explain_by_lost(self) -> None:
        """Take each unreadable id that nothing else explains for one that is looked for: the one named most."""
        spare = {thing: sum(name not in self.claimed and _says_something(name) for name in names) for thing, names in self.lost.items()}
        if not any(spare.values()):
            return
        for key in sorted(self.nowhere, key=lambda key: -len(self.nowhere[key])):
            text, wanted, near = key
            thing = next((thing for thing in wanted if spare.get(thing)), None)
            if thing is not None and (near is None or not _is_slip(text, near)):
                spare[thing] -= 1
                del self.nowhere[key]

    def wrong_kind(self, reference: Reference, named: list[tuple[Thing, KeyPath]]) -> None:
        """Complain of an id of another kind than wanted."""
        thing, path = named[0]
        self.take_out(reference)
        values = {"id": reference.text, "is": thing.label, "wanted": _either(reference.field.refers)}
        other = OtherPlace(self.document.span(path), _DEFINED, {"id": reference.text, "thing": thing.label})
        self.complaints.append(Complaint("REF003", self.span(reference), reference.path, values, others=(other,)))

    def span(self, reference: Reference) -> tuple[int, int]:
        return self.document.span(reference.path, of_key=reference.field.keys is not None)

    def take_out(self, reference: Reference) -> None:
        """Remove the reference from its node, so that rules see only what holds."""
        self.cuts.append(reference.path)
        into, attribute = reference.into, reference.field.attribute
        if reference.field.keys is not None:
            into.pop(reference.text, None)
        elif reference.item is None:
            into.pop(attribute, None)
        else:
            items = into.get(attribute, ())
            moved = into.setdefault(MOVED, {})
            places = moved.get(reference.field.key, tuple(range(len(items))))
            kept = [(item, place) for item, place in zip(items, places, strict=True) if item != reference.item]
            if kept:
                into[attribute], moved[reference.field.key] = zip(*kept, strict=True)
            else:
                into.pop(attribute, None)
                moved.pop(reference.field.key, None)


def _shorten(reference: Reference, text: str) -> None:
    """Take the plan's own id off a reference, so that rules compare bare ids."""
    into, attribute = reference.into, reference.field.attribute
    if reference.field.keys is not None:
        into[text] = into.pop(reference.text, None)
    elif reference.item is None:
        into[attribute] = text
    else:
        into[attribute] = tuple(text if item == reference.item else item for item in into[attribute])


def _either(things: tuple[Thing, ...]) -> Text:
    return Text(vi=" hoặc ".join(t.label.vi for t in things), en=" or ".join(t.label.en for t in things))


def _says_something(lost: str) -> bool:
    """Tell whether the text of an unreadable id still shows which id it was."""
    return sum(character.isalnum() for character in lost) > 1


def _is_slip(text: str, near: str) -> bool:
    """Tell whether one id is surely the other misspelt: `T1` and `T2`, `thon-1` and `thon-2` are two things."""
    return len(text) >= _LONG_ENOUGH and text.translate(_NO_DIGITS) != near.translate(_NO_DIGITS)


_LONG_ENOUGH = 5
_NO_DIGITS = str.maketrans("", "", "0123456789")


def _bare(name: str) -> str:
    """Reduce an id to its letters and digits: `ban qlda` is `ban-qlda` with a slip."""
    return "".join(character for character in fold(name) if character.isalnum())


_FIRST = Text(vi="{thing} {id!r} đã có ở đây", en="{thing} {id!r} is already here")
_DEFINED = Text(vi="{id!r} được khai báo ở đây", en="{id!r} is declared here")
_AGAIN = Text(vi="{id!r} cũng được nhắc ở đây", en="{id!r} is named here too")
_UNUSED = Text(vi="{near!r} được khai báo ở đây mà không nơi nào nhắc tới", en="{near!r} is declared here and named nowhere")
_NO_NEAR = Text(vi="Khai báo {id!r} như một {wanted}, hoặc sửa mã cho đúng.", en="Declare {wanted} {id!r}, or correct the id.")
