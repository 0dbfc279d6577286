"""The table of indicators: baseline, targets by date, who follows them."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from kehoach.model.labels import label
from kehoach.model.monitoring import AssignedTarget, Indicator, Target
from kehoach.model.vocabulary import Domain
from kehoach.reports.views.numbering import letter, roman
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Figure, Piece, Row, entry, group, table
from kehoach.reports.views.telling import Teller
from kehoach.reports.views.work import with_aspiration
from kehoach.values.dates import Period, PlanDate
from kehoach.values.targets import Comparison, TargetValue


class Numbered(NamedTuple):
    """An indicator with its number: `7`, and `7a` for a part of it."""

    number: str
    indicator: Indicator


def targets_table(teller: Teller) -> Piece | None:
    """Give the short table that stands in a plan."""
    return _table(teller, ())


def main_targets_table(teller: Teller) -> Piece | None:
    """Give the short table of the main indicators; of all where none is called main."""
    monitoring = teller.plan.monitoring
    return _table(teller, (), only_key=any(one.key for one in monitoring.indicators) if monitoring else False)


def indicators_table(teller: Teller) -> Piece | None:
    """Give the whole table, with who follows each indicator and from what source."""
    followed = (
        (Column(teller.text("Đơn vị theo dõi", "Followed by"), optional=True), lambda one: teller.name(one.collector)),
        (Column(teller.text("Nguồn số liệu", "Source"), optional=True), lambda one: one.source or ""),
        (Column(teller.text("Kỳ báo cáo", "Reported"), CENTRE, optional=True), lambda one: teller.label(one.frequency)),
    )
    return _table(teller, followed)


def listed(teller: Teller) -> list[Numbered]:
    """List the indicators in the order and with the numbers of every report."""
    return [one for members in _by_domain(teller).values() for one in members]


def _numbered(indicators: tuple[Indicator, ...]) -> Iterator[Numbered]:
    """Number the indicators, each followed by its parts."""
    ids = {one.id for one in indicators}
    parts: dict[str, list[Indicator]] = {}
    tops = []
    for one in indicators:
        if one.part_of in ids and one.part_of != one.id:
            assert one.part_of is not None
            parts.setdefault(one.part_of, []).append(one)
        else:
            tops.append(one)
    seen: set[str] = set()
    for number, one in enumerate(tops, start=1):
        yield from _with_parts(str(number), one, parts, seen)
    # What is left belongs to a circle of parts.
    for number, one in enumerate((one for one in indicators if one.id not in seen), start=len(tops) + 1):
        seen.add(one.id)
        yield Numbered(str(number), one)


def target_text(target: Target, teller: Teller) -> str:
    """Say a target as it was written; a plain number with its comparison."""
    value = target.value
    if value is None:
        return ""
    return with_aspiration(value_text(_compared(value, target), teller), target.aspirational, teller)


def value_text(value: TargetValue, teller: Teller) -> str:
    """Keep the officer's wording; numbers alone are said as the language does."""
    is_plain = value.comparison is None and value.of is None and not value.unit and not value.is_qualitative
    said = teller.say(value)
    if is_plain or not teller.is_vietnamese or not value.text or value.text.replace(".", "").isdecimal():
        return said
    return Figure(value.text, said.exact) if isinstance(said, Figure) else value.text


def _compared(value: TargetValue, target: Target) -> TargetValue:
    of = target.of.value if target.of else None
    if of is not None:
        value = value._replace(of=of, text="")
    if target.is_ is None or value.comparison is not None or value.is_qualitative or target.is_ is Comparison.EQUAL:
        return value
    return value._replace(comparison=target.is_, text="")


Extra = tuple[Column, Callable[[Indicator], str]]


def _table(teller: Teller, extra: tuple[Extra, ...], *, only_key: bool = False) -> Piece | None:
    monitoring = teller.plan.monitoring
    indicators = tuple(one for one in (monitoring.indicators if monitoring else ()) if one.key or not only_key)
    whens = _whens(indicators, teller)
    start = same_start(indicators, teller)
    paper = _same_paper(indicators)
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Chỉ tiêu", "Indicator")),
        Column(teller.text("ĐVT", "Unit"), CENTRE, optional=True),
        Column(start or teller.text("Giá trị gốc", "Baseline"), RIGHT, optional=True),
        *(Column(heading, RIGHT) for heading in whens),
        Column(teller.text("Chỉ tiêu được giao", "Assigned from above"), RIGHT, optional=True),
        *(column for column, _ in extra),
    )
    rows: list[Row] = []
    for domain, known in _by_domain(teller).items():
        members = _kept(known, rows) if only_key else known
        if domain is not None and members:
            rows.append(_heading(len([row for row in rows if row.kind == "group"]) + 1, domain, len(columns), teller))
        for number, one in members:
            rows.append(
                entry(
                    number,
                    one.name,
                    one.unit or "",
                    baseline_text(one, teller, with_date=not start),
                    *(_targets(one, keys, teller) for keys in whens.values()),
                    _assigned(one, teller, with_source=not paper),
                    *(say(one) for _, say in extra),
                    about=one,
                )
            )
    notes = [teller.text("Chỉ tiêu được giao theo {paper}.", "Assigned from above by {paper}.", paper=paper)] if paper else []
    return table(columns, rows, notes=notes)


def _kept(known: list[Numbered], above: list[Row]) -> list[Numbered]:
    """Number the main indicators on from those above; a part follows its whole."""
    top = sum(row.kind == "entry" and row.cells[0].isdecimal() for row in above)
    kept: list[Numbered] = []
    for number, one in known:
        if one.key:
            part_of = number.lstrip("0123456789") if kept else ""
            top += not part_of
            kept.append(Numbered(f"{top}{part_of}", one))
    return kept


def _heading(number: int, domain: Domain, width: int, teller: Teller) -> Row:
    name = teller.text("Chỉ tiêu về {domain}", "{domain} indicators", domain=label(domain))
    return group(roman(number), name[:1].upper() + name[1:], *[""] * (width - 2))


def _by_domain(teller: Teller) -> Mapping[Domain | None, list[Numbered]]:
    """Group the indicators by the field of their objective, where all have one and there are several."""
    monitoring = teller.plan.monitoring
    known = list(_numbered(monitoring.indicators)) if monitoring else []
    objectives = {one.id: one.domain for one in teller.plan.objectives}
    groups: dict[Domain | None, list[Numbered]] = {}
    domain = None
    for one in known:
        if one.number.isdecimal():  # a part stays with its whole
            domain = next((objectives[name] for name in one.indicator.objectives if objectives.get(name)), None)
        groups.setdefault(domain, []).append(one)
    if len(groups) < 2 or None in groups:  # noqa: PLR2004 - one group needs no heading
        return {None: known}
    return {domain: _renumbered(members, groups) for domain, members in groups.items()}


def _renumbered(members: list[Numbered], groups: Mapping[Domain | None, list[Numbered]]) -> list[Numbered]:
    """Number on through the groups, in the order in which they are printed."""
    order = [one for members_of in groups.values() for one in members_of]
    tops = [one.number for one in order if one.number.isdecimal()]
    place = {number: str(i) for i, number in enumerate(tops, start=1)}
    renumbered = []
    for number, indicator in members:
        top = number.rstrip(_LETTERS)
        renumbered.append(Numbered(place[top] + number[len(top) :], indicator))
    return renumbered


def _whens(indicators: tuple[Indicator, ...], teller: Teller) -> Mapping[str, frozenset[str]]:
    """Give the columns of the targets in the order of time: heading, and the moments that belong to it."""
    moments = [_moment(target) for one in indicators for target in one.targets]
    headings: dict[str, set[str]] = {}
    known = [moment for moment in moments if moment is not None]
    for moment in sorted(known, key=lambda moment: (moment.last, moment.first)):
        headings.setdefault(_when(moment, teller), set()).add(_key(moment))
    if None in moments:
        headings[teller.text("Mức phấn đấu", "Target")] = {""}
    return {heading: frozenset(keys) for heading, keys in headings.items()}


def _moment(target: Target) -> PlanDate | Period | None:
    return target.over or target.date


def _key(moment: PlanDate | Period | None) -> str:
    return moment.iso() if moment else ""


def _when(moment: PlanDate | Period, teller: Teller) -> str:
    said = teller.due(moment) if isinstance(moment, PlanDate) else teller.say(moment)
    if isinstance(moment, Period):
        return teller.text("Bình quân {said}", "Average {said}", said=said)
    return said[:1].upper() + said[1:]


def _targets(one: Indicator, moments: frozenset[str], teller: Teller) -> str:
    found = [target for target in one.targets if _key(_moment(target)) in moments]
    said = [target_text(target, teller) for target in found]
    return said[0] if len(said) == 1 else "\n".join(said)


def same_start(indicators: tuple[Indicator, ...], teller: Teller) -> str:
    """Name the one moment of all baselines, if it is one."""
    dates = {one.baseline.date for one in indicators if one.baseline and one.baseline.value}
    if len(dates) != 1 or None in dates:
        return ""
    (date,) = dates
    return teller.text("Gốc ({date})", "Baseline ({date})", date=teller.say(date))


def baseline_text(one: Indicator, teller: Teller, *, with_date: bool) -> str:
    """Say where an indicator stands at the start."""
    baseline = one.baseline
    if baseline is None or baseline.value is None:
        return ""
    said = value_text(baseline.value, teller)
    return f"{said} ({teller.say(baseline.date)})" if with_date and baseline.date else said


def _same_paper(indicators: tuple[Indicator, ...]) -> str:
    """Give the paper that assigned all that was assigned; empty where there are several, or one is not said."""
    papers = {one.assigned.document or "" for one in indicators if one.assigned is not None and one.assigned.value is not None}
    return papers.pop() if len(papers) == 1 else ""


def _assigned(one: Indicator, teller: Teller, *, with_source: bool) -> str:
    assigned = one.assigned
    if assigned is None or assigned.value is None:
        return ""
    source = assigned.document or teller.name(assigned.by)
    said = assigned_value(assigned, teller)
    return f"{said}\n({source})" if source and with_source else said


def assigned_value(assigned: AssignedTarget, teller: Teller) -> str:
    """Say a target that was given from above; a plain number with its comparison."""
    value = assigned.value
    if value is None:
        return ""
    if assigned.is_ is not None and value.comparison is None and not value.is_qualitative:
        value = value._replace(comparison=assigned.is_, text="")
    return value_text(value, teller)


def _with_parts(number: str, one: Indicator, parts: Mapping[str, list[Indicator]], seen: set[str]) -> Iterator[Numbered]:
    seen.add(one.id)
    yield Numbered(number, one)
    for index, inner in enumerate(parts.get(one.id, ()), start=1):
        if inner.id not in seen:
            yield from _with_parts(f"{number}{letter(index)}", inner, parts, seen)


_LETTERS = "abcdđeghiklmnopqrstuvxy"
