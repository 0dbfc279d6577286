"""A results chain for machines and pages: JSON, Markdown, Mermaid."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach import escaping
from kehoach.analysis.tracing.base import Branch, How, Measured
from kehoach.analysis.tracing.trace import Trace
from kehoach.formats.trace_words import DOWN, MORE, NO_OBJECTIVES, NOTHING_DOWN, NOTHING_UP, ORPHANS, UP, Teller, heading
from kehoach.language import Language
from kehoach.values.money import Amount


def as_json(found: Trace) -> str:
    """Write everything for machines; figures are texts, so that none is rounded."""
    data = {
        "version": 1,
        "plan": found.plan.id,
        "up": _branch(found.up) if found.up is not None else None,
        "down": _branch(found.down) if found.down is not None else None,
        "objectives": [_branch(top) for top in found.tops],
        "orphans": [_branch(orphan) for orphan in found.orphans],
    }
    return escaping.json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _branch(branch: Branch) -> dict[str, Any]:
    start, end = branch.dates
    said = {
        "owner": branch.owner or None,
        "start": start.iso() if start is not None else None,
        "end": end.iso() if end is not None else None,
        "regular_budget": branch.is_regular or None,
        "money": _money(branch.money),
        "assigned": None if branch.handed is None else _money(branch.handed) if isinstance(branch.handed, Amount) else branch.handed.text,
        "unit": branch.unit or None,
        "figures": [_figure(each) for each in branch.figures] or None,
        "toward": list(branch.toward) or None,
        "marks": list(branch.marks) or None,
        "more": branch.more or None,
    }
    own = {"thing": branch.thing.name, "plan": branch.plan, "id": branch.id, "how": branch.how.value, "words": branch.words}
    return {**own, **{key: value for key, value in said.items() if value is not None}, "below": [_branch(each) for each in branch.below]}


def _money(amount: Amount | None) -> dict[str, str] | None:
    return None if amount is None else {"value": f"{amount.value:f}", "currency": amount.currency}


def _figure(each: Measured) -> dict[str, Any]:
    value = each.value
    comparison = value.comparison.value if value is not None and value.comparison is not None else None
    when = each.when.iso() if each.when is not None else None
    return {"kind": each.kind, "value": value.text if value is not None else None, "is": comparison, "when": when}


def markdown(found: Trace, language: Language) -> str:
    """Write nested lists."""
    teller = Teller(language, found.plan.id)
    lines = [f"# {escaping.markdown(heading(found.plan, language))}"]
    for title, root, nothing in ((UP, found.up, NOTHING_UP), (DOWN, found.down, NOTHING_DOWN)):
        if root is not None:
            lines += ["", f"## {title.to(language)}", "", *_items([root], None, 0, teller)]
            if not root.below:
                lines.append(f"  - {nothing.to(language)}")
    if found.up is None and found.down is None:
        lines += ["", *(_items(found.tops, None, 0, teller) if found.tops else [NO_OBJECTIVES.to(language)])]
    if found.orphans:
        lines += ["", f"## {ORPHANS.to(language)}", "", *_items(found.orphans, None, 0, teller)]
    return "\n".join(lines) + "\n"


def _items(branches: Sequence[Branch], above: Branch | None, depth: int, teller: Teller) -> Iterator[str]:
    for branch in branches:
        own = f"**{_inline(teller.name(branch, above))}**"
        said = "; ".join(part for part in (branch.words, *teller.details(branch, above)) if part)
        wrong = "".join(f" — **{_inline(mark)}**" for mark in teller.marks(branch))
        aside = "".join(f" ({_inline(each)})" for each in teller.asides(branch))
        yield f"{'  ' * depth}- {own}{': ' if said else ''}{_inline(said)}{wrong}{aside}"
        yield from _items(branch.below, branch, depth + 1, teller)
        if branch.more:
            yield f"{'  ' * (depth + 1)}- {_inline(MORE.fill(teller.language, {'count': branch.more}))}"


def _inline(text: str) -> str:
    return escaping.markdown_cell(" ".join(text.split()))


def mermaid(found: Trace, language: Language) -> str:
    """Write a flow chart that Markdown pages draw: from inputs to impact, a box for each thing, a frame for each plan."""
    chart = _Chart(Teller(language, found.plan.id))
    if found.up is not None:
        chart.add(found.up, is_up=True)
    if found.down is not None:
        chart.add(found.down, is_up=False)
    for branch in (*found.tops, *found.orphans):
        chart.add(branch, is_up=False)
    return chart.written()


class _Chart:
    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.names: dict[tuple[str, str, str], str] = {}
        self.boxes: dict[str, dict[str, str]] = {}  # by plan
        self.arrows: dict[str, None] = {}

    def add(self, branch: Branch, *, is_up: bool) -> str:
        """Draw a thing and all that hangs on it; the same thing is one box wherever it stands."""
        key = (branch.plan, branch.thing.name, branch.id)
        own = self.names.setdefault(key, f"n{len(self.names)}")
        self.boxes.setdefault(branch.plan, {}).setdefault(own, self.box(own, branch))
        for each in branch.below:
            other = self.add(each, is_up=is_up)
            toward = is_up and each.how is not How.MEASURES
            start, end = (own, other) if toward else (other, own)
            line = "-.->" if each.how in (How.MEASURES, How.SAME, How.ANSWERS) else "-->"
            self.arrows[f"  {start} {line} {end}"] = None
        return own

    def box(self, own: str, branch: Branch) -> str:
        """Draw a box; the frame around it names its plan."""
        facts = list(self.teller.details(branch, None)) if branch.figures else []
        own_name = self.teller.name(branch, branch)
        label = f"{own_name}: {branch.words}" if branch.words else own_name
        wrong = [f"! {mark}" for mark in self.teller.marks(branch)]
        written = "<br>".join(_label(part) for part in (label, *facts, *wrong))
        look = "wrong" if wrong else branch.thing.name if branch.thing.name in _LOOKS else "other"
        return f'{own}["{written}"]:::{look}'

    def written(self) -> str:
        lines = ["flowchart RL"]
        for i, (plan, boxes) in enumerate(self.boxes.items()):
            lines += [f'  subgraph p{i}["{_label(plan)}"]', *(f"    {box}" for box in boxes.values()), "  end"]
        lines += self.arrows
        lines += [f"  classDef {look} {style}" for look, style in _LOOKS.items()]
        return "\n".join(lines) + "\n"


def _label(text: str) -> str:
    """Write text as a label of Mermaid's: no quotation mark, tag, entity or markup of its own."""
    shown = escaping.visible(" ".join(text.split()))
    return "".join(f"#{ord(character)};" if character in _SPECIAL else character for character in shown)


_SPECIAL = frozenset('"#&<>`\\{}[]|*_~;%')
_LOOKS = {
    "objective": "fill:#dbe9f6,stroke:#1f5a94,color:#111",
    "output": "fill:#e8f3e4,stroke:#3f7d2c,color:#111",
    "task": "fill:#ffffff,stroke:#555555,color:#111",
    "fund": "fill:#fdf3d8,stroke:#a67c00,color:#111",
    "indicator": "fill:#f3e8f6,stroke:#7a3f8f,color:#111",
    "other": "fill:#f2f2f2,stroke:#777777,color:#111",
    "wrong": "fill:#fbe3e1,stroke:#b3261e,stroke-width:2px,color:#111",
}
