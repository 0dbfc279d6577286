"""What a comparison shows, in order, for any format: groups of sentences, sums, findings."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.analysis.changes.change import Change, Group, Kind
from kehoach.analysis.changes.money import Money, Shift
from kehoach.formats.changes_names import named
from kehoach.formats.changes_speech import Speech
from kehoach.formats.changes_values import signed
from kehoach.formats.changes_words import sentence
from kehoach.formats.words import COUNTED, Noun
from kehoach.language import Language, Text
from kehoach.values.money import Amount, say_money
from kehoach.workspace.comparing import Compared, Status

CHANGES = Noun("thay đổi", "change", "changes")
FINDINGS = Noun("phát hiện", "finding", "findings")


class Line(NamedTuple):
    """One change in a sentence, with its places as they are shown."""

    said: str
    old: str
    new: str
    change: Change


class Section(NamedTuple):
    """The changes of one group; of an unknown or general key the path is said too."""

    group: Group
    title: Text
    lines: tuple[Line, ...]


class Sum(NamedTuple):
    """A row of the table of money: what, before, after, difference."""

    what: str
    before: str
    after: str
    difference: str


def sections(found: Compared, speech: Speech) -> list[Section]:
    """Put the changes into groups, in the order in which an appraiser asks."""
    if found.difference is None:
        return []
    lines = [line(change, found, speech) for change in found.difference.changes]
    made = []
    for group, title in TITLES.items():
        own = [one for one in lines if one.change.group is group]
        if own:
            made.append(Section(group, title, tuple(_sorted(own))))
    return made


def _sorted(lines: Sequence[Line]) -> list[Line]:
    """Put what belongs to one thing together, the things with the gravest changes first."""
    gravest: dict[object, int] = {}
    for one in lines:
        thing = _whose(one)
        gravest[thing] = min(gravest.get(thing, _OTHERS + _OTHERS), _WEIGHTS.get(one.change.kind, _OTHERS))
    order = {thing: number for number, thing in enumerate(gravest)}
    return sorted(lines, key=lambda one: (gravest[_whose(one)], order[_whose(one)]))


def _whose(one: Line) -> object:
    link = one.change.thing
    return id(one.change) if link is None else id(link.node)


def line(change: Change, found: Compared, speech: Speech) -> Line:
    """Say one change and where it stands."""
    assert found.old is not None
    assert found.new is not None
    said = sentence(speech, change)
    if change.group is Group.OTHER:
        said = f"{said} [{steady(change, found)}]"
    old = f"{found.old.version.shown}:{found.old.line(change.old_path)}"
    return Line(said, old, f"{found.new.version.shown}:{found.new.line(change.new_path)}", change)


def steady(change: Change, found: Compared) -> str:
    """Name the path of a change with ids in place of list numbers: in the new plan, unless it is gone from there."""
    side, path = (found.old, change.old_path) if change.after is None else (found.new, change.new_path)
    assert side is not None
    return "/".join(map(str, side.loaded.document.by_ids(path)))


def sums(money: Money, speech: Speech) -> Iterator[Sum]:
    """List the sums that differ: in all, by task, by source, by year."""
    language = speech.language
    unit = money.total.after.unit.say(language)
    yield _sum(f"{_TOTAL.to(language)} ({unit})", money.total, language)
    names = {**speech.found.names[0], **speech.found.names[1]}
    for shift in money.tasks:
        yield _sum(_called(shift, _TASK, names, language), shift, language)
    for shift in money.funds:
        yield _sum(_called(shift, _FUND, names, language), shift, language)
    if len(money.years) > 1 or any(shift.key is None for shift in money.years):
        for shift in money.years:
            yield _sum(_called(shift, _YEAR, {}, language), shift, language)


def transfers(money: Money, speech: Speech) -> Iterator[str]:
    """Say that money went from one source, or task, to another, where the whole stayed the same."""
    names = {**speech.found.names[0], **speech.found.names[1]}
    for shifts, text in ((money.funds, _FROM_FUND), (money.tasks, _FROM_TASK), (money.years, _FROM_YEAR)):
        both = money.transfer(shifts)
        if both is not None:
            less, more = both
            values = {"amount": more.difference, "less": _name(less, names, speech.language), "more": _name(more, names, speech.language)}
            yield text.fill(speech.language, values)


def heading(found: Compared, language: Language) -> str:
    """Name the plan, and the file in both states."""
    plan = found.plan
    name = f"{plan.id}, {plan.locality.name}" if plan is not None else found.sides[0].version.shown
    match found.status:
        case Status.ADDED:
            return _ADDED.fill(language, {"name": name, "file": found.sides[0].version.shown})
        case Status.REMOVED:
            return _REMOVED.fill(language, {"name": name, "file": found.sides[0].version.shown})
    files = " → ".join(side.version.shown for side in (found.old, found.new) if side is not None)
    return f"{name}: {files}"


def summary(found: Compared, language: Language) -> str:
    """Count what follows."""
    match found.status:
        case Status.SAME:
            return _SAME.to(language)
        case Status.REMOVED:
            return ""
        case Status.UNREADABLE:
            return ". ".join(why(found, language))
        case Status.ADDED:
            assert found.plan is not None
            counts = ", ".join(noun.say(n, language) for sev, noun in COUNTED.items() if (n := sum(f.severity is sev for f in found.found)))
            return _NEW.fill(language, {"title": found.plan.title, "counts": counts or FINDINGS.say(0, language)})
    assert found.difference is not None
    counts = CHANGES.say(len(found.difference.changes), language)
    if not found.found and not found.resolved:
        return _COUNTS_ONLY.fill(language, {"changes": counts})
    return _COUNTS.fill(language, {"changes": counts, "new": len(found.found), "resolved": len(found.resolved)})


def why(found: Compared, language: Language) -> Iterator[str]:
    """Say of each side that is no readable plan what is wrong with it, and where."""
    for side in reversed(found.sides):
        if side.trouble is not None:
            yield side.trouble.to(language)
        elif side.plan is None:
            wrong = side.why
            place = f"{side.version.shown}:{wrong.place.line}:{wrong.place.column}" if wrong else side.version.shown
            reason = f"{wrong.code} {wrong.said(language)}" if wrong else _NO_PLAN.fill(language, {"kind": side.loaded.skipped})
            yield _UNREADABLE.fill(language, {"place": place, "reason": reason})


def reordered(found: Compared, language: Language) -> str:
    """Name the lists of which only the order changed; empty where there are none."""
    if found.difference is None or not found.difference.reordered or found.new is None:
        return ""
    document = found.new.loaded.document
    names = ["/".join(map(str, document.by_ids(one.new_path))) for one in found.difference.reordered]
    return _REORDERED.fill(language, {"names": ", ".join(names)})


def regraded(found: Compared, language: Language) -> str:
    """Count the findings that weigh otherwise now, as when a draft is submitted; empty where there are none."""
    graver = sum(finding.severity.rank < before.rank for finding, before in found.graded)
    parts = [_GRAVER.fill(language, {"number": graver})] if graver else []
    lighter = len(found.graded) - graver
    parts += [_LIGHTER.fill(language, {"number": lighter})] if lighter else []
    return "; ".join(parts)


def overall(states: Sequence[Status], language: Language) -> str:
    """Count what became of the plans of a repository."""
    counts = [(text, sum(state is status for state in states)) for status, text in _STATES.items()]
    return ", ".join(text.fill(language, {"number": number}) for text, number in counts if number)


def _sum(what: str, shift: Shift, language: Language) -> Sum:
    def said(amount: Amount) -> str:
        return say_money(amount.value, amount.unit, language)

    size = say_money(abs(shift.difference.value), shift.difference.unit, language)
    return Sum(what, said(shift.before), said(shift.after), signed(size, shift.difference.value) if shift.difference.value else "0")


def _called(shift: Shift, kind: Text, names: dict[str, str], language: Language) -> str:
    return kind.fill(language, {"name": _name(shift, names, language)})


def _name(shift: Shift, names: dict[str, str], language: Language) -> str:
    if shift.key is None:
        return _NOWHERE.to(language)
    return named(shift.key, names) if isinstance(shift.key, str) else str(shift.key)


TITLES = {
    Group.STAGE: Text("Giai đoạn", "Stage"),
    Group.TARGETS: Text("Mức chỉ tiêu", "Targets"),
    Group.INDICATORS: Text("Các chỉ tiêu", "Indicators"),
    Group.MONEY: Text("Kinh phí, nguồn lực", "Money and resources"),
    Group.TASKS: Text("Nhiệm vụ", "Tasks"),
    Group.OWNERS: Text("Đơn vị chủ trì, phối hợp", "Who leads and takes part"),
    Group.DEADLINES: Text("Thời hạn", "Deadlines"),
    Group.RISKS: Text("Rủi ro và nội dung còn thiếu", "Risks and gaps"),
    Group.COMMITMENTS: Text("Cam kết", "Commitments"),
    Group.COORDINATION: Text("Cơ chế điều phối", "Coordination"),
    Group.MONITORING: Text("Theo dõi, đánh giá", "Monitoring and evaluation"),
    Group.FRAME: Text("Thực trạng, mục tiêu, phương án, đầu ra", "Situation, objectives, options, outputs"),
    Group.PROCESS: Text("Quá trình lập kế hoạch", "How the plan was made"),
    Group.OTHER: Text("Nội dung khác", "Other"),
}
_WEIGHTS = {
    Kind.LOWERED: 0,
    Kind.LATER: 0,
    Kind.REMOVED: 1,
    Kind.SPLIT: 2,
    Kind.MERGED: 2,
    Kind.RAISED: 4,
    Kind.EARLIER: 4,
    Kind.ADDED: 5,
}
_OTHERS = 3

SUMS = Text("Tổng kinh phí của các nhiệm vụ", "The money that tasks take")
SUM_COLUMNS = (Text("Khoản", "Sum"), Text("Trước", "Before"), Text("Sau", "After"), Text("Chênh lệch", "Difference"))
NEW_FINDINGS, RESOLVED = Text("Phát hiện mới", "New findings"), Text("Phát hiện đã xử lý", "Resolved findings")
NOTHING = Text("không có kế hoạch nào khác nhau", "no plan differs")
_TOTAL = Text("Tổng cộng", "In all")
_TASK, _FUND, _YEAR = Text("Nhiệm vụ: {name}", "Task: {name}"), Text("Nguồn: {name}", "Source: {name}"), Text("Năm: {name}", "Year: {name}")
_NOWHERE = Text("chưa ghi", "not said")
_FROM_FUND = Text("Chuyển {amount} từ nguồn {less} sang nguồn {more}", "Moved {amount} from the source {less} to {more}")
_FROM_TASK = Text("Chuyển {amount} từ nhiệm vụ {less} sang nhiệm vụ {more}", "Moved {amount} from the task {less} to {more}")
_FROM_YEAR = Text("Chuyển {amount} từ năm {less} sang năm {more}", "Moved {amount} from the year {less} to {more}")
_ADDED, _REMOVED = (
    Text("Kế hoạch mới: {name} ({file})", "New plan: {name} ({file})"),
    Text("Bỏ kế hoạch: {name} ({file})", "Plan dropped: {name} ({file})"),
)
_SAME = Text("nội dung không đổi", "the content is the same")
_NEW = Text("{title}; {counts}", "{title}; {counts}")
_COUNTS = Text(
    "{changes}; phát hiện: {new} mới, {resolved} đã xử lý",
    "{changes}; findings: {new} new, {resolved} resolved",
)
_COUNTS_ONLY = Text("{changes}; không có phát hiện mới", "{changes}; no new findings")
_UNREADABLE = Text("không đọc được như một kế hoạch: {place}: {reason}", "cannot be read as a plan: {place}: {reason}")
_NO_PLAN = Text("đây là tệp loại {kind}", "it is a {kind} file")
_REORDERED = Text("Chỉ đổi thứ tự, nội dung giữ nguyên: {names}", "Only the order changed: {names}")
_GRAVER = Text("{number} phát hiện nặng hơn trước", "{number} findings are graver than before")
_LIGHTER = Text("{number} phát hiện nhẹ hơn trước", "{number} findings are lighter than before")
_STATES = {
    Status.CHANGED: Text("{number} kế hoạch thay đổi", "{number} changed"),
    Status.ADDED: Text("{number} kế hoạch mới", "{number} new"),
    Status.REMOVED: Text("{number} kế hoạch bị bỏ", "{number} dropped"),
    Status.SAME: Text("{number} kế hoạch không đổi nội dung", "{number} the same in content"),
    Status.UNREADABLE: Text("{number} tệp không đọc được", "{number} unreadable"),
}
