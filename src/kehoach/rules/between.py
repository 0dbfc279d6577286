"""Findings between plans: each at its place in its own file."""

from collections.abc import Mapping, Sequence

from kehoach.diagnostics import Severity
from kehoach.language import Language, Text
from kehoach.model.extract import Extract
from kehoach.model.facts import DialogueFacts
from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Outcome
from kehoach.rules.base import Finding, Related

_NOTHING: Mapping[str, object] = {}


def at(
    card: Extract,
    spot: Spot,
    values: Mapping[str, object],
    related: tuple[Related, ...] = (),
    *,
    severity: Severity | None = None,
    subject: str = "",
) -> Finding:
    """Make a finding at a place of a plan."""
    return Finding(
        path=spot.path, document=card.path, spot=spot, values=values, related=related, severity=severity, subject=subject or card.id
    )


def beside(card: Extract, spot: Spot, message: Text, values: Mapping[str, object] = _NOTHING) -> Related:
    """Make another place that a finding is about, in a plan."""
    return Related(spot.path, message, values, card.path, spot)


class Names(tuple[str, ...]):
    """Names of plans, of which the first few are said."""

    __slots__ = ()

    def say(self, language: Language) -> str:
        """Write `xa-a, xa-b, xa-c và 9 kế hoạch khác`."""
        said = ", ".join(self[:_MOST])
        more = len(self) - _MOST
        return said + (_MORE.to(language).format(more) if more > 0 else "")


def ids(cards: Sequence[Extract]) -> Names:
    """Name plans by their ids."""
    return Names(card.id for card in cards)


def filled(text: Text, **values: object) -> Text:
    """Put values into a part of a message, in both languages."""
    return Text(vi=text.fill(Language.VI, values), en=text.fill(Language.EN, values))


def time(when: str) -> Text:
    """Say the time of a figure: `2026`, or an average over some years."""
    if when.startswith("~"):
        return Text(vi=f"bình quân {when[1:]}", en=f"on average in {when[1:]}")
    return Text(when, when)


def discussed(dialogue: DialogueFacts) -> Text:
    """Say how a discussion about an assigned target stands."""
    proposed = filled(_PROPOSED, value=dialogue.proposed) if dialogue.proposed is not None else Text("", "")
    date = filled(_ON, date=dialogue.date) if dialogue.date is not None else Text("", "")
    return filled(_OUTCOMES[dialogue.outcome], proposed=proposed, date=date)


_MOST = 5
_MORE = Text(vi=" và {} kế hoạch khác", en=" and {} more")
_PROPOSED = Text(vi=" (đề nghị {value})", en=" (proposing {value})")
_ON = Text(vi=" {date}", en=" of {date}")
_OUTCOMES = {
    None: Text(vi="đã có đối thoại{date}{proposed}", en="there is a dialogue{date}{proposed}"),
    Outcome.PENDING: Text(vi="đang đối thoại{date}{proposed}, chưa có kết quả", en="a dialogue{date}{proposed} is pending"),
    Outcome.ACCEPTED: Text(
        vi="đối thoại{date}{proposed} đã được chấp thuận, chỉ tiêu giao chưa sửa",
        en="a dialogue{date}{proposed} was accepted, the assigned target is still the old one",
    ),
    Outcome.REFUSED: Text(vi="đối thoại{date}{proposed} không được chấp thuận", en="a dialogue{date}{proposed} was refused"),
}
