"""What is said of each thing in a results chain."""

from collections.abc import Iterator

from kehoach.analysis.tracing.base import Branch, How, Mark, Measured
from kehoach.language import Language, Text, say
from kehoach.model.plan import Plan
from kehoach.model.things import COMMITMENT, FUND, OBJECTIVE, REQUEST, TASK

UP = Text("Lên trên: phục vụ gì", "Up: what it serves")
DOWN = Text("Xuống dưới: dựa vào gì", "Down: what it rests on")
NOTHING_UP = Text("không có gì bên trên", "nothing above")
NOTHING_DOWN = Text("không có gì bên dưới", "nothing below")
ORPHANS = Text("Đứng ngoài chuỗi kết quả", "Outside the results chain")
NO_OBJECTIVES = Text("kế hoạch chưa có mục tiêu", "the plan has no objectives")
MORE = Text("và {count} mục của kế hoạch khác; --all hiện đủ", "and {count} more of other plans; --all shows them")


def heading(plan: Plan, language: Language) -> str:
    """Name a plan: its id, title, locality and period."""
    return _HEADING.fill(language, {"id": plan.id, "title": plan.title, "locality": plan.locality.name, "period": plan.period})


class Teller:
    """Says what things are, in a tree that begins in one plan."""

    def __init__(self, language: Language, home: str) -> None:
        self.language = language
        self.home = home

    def name(self, branch: Branch, above: Branch | None) -> str:
        """Name a thing: its kind and id, and its plan where that is another one than that of the thing before it."""
        own = f"{branch.thing.label.to(self.language)} {branch.id}".strip()
        return own if (above.plan if above is not None else self.home) == branch.plan else f"[{branch.plan}] {own}"

    def details(self, branch: Branch, above: Branch | None) -> Iterator[str]:
        """Say what is known of a thing beside its name: who, when, how much, from what to what."""
        if branch.how is How.ANSWERS and branch.thing is not REQUEST:
            yield _ANSWERS.to(self.language)
        if branch.owner:
            yield branch.owner
        yield from self._dates(branch)
        if branch.money is not None:
            yield _MONEY.get(branch.thing.name, _PLAIN).fill(self.language, {"money": branch.money})
        elif branch.is_regular:
            yield _REGULAR.to(self.language)
        if branch.figures:
            yield self._figures(branch)
        if branch.handed is not None:
            yield _HANDED.fill(self.language, {"given": branch.handed})
        toward = self._toward(branch, above)
        if toward:
            yield _TOWARD.get(branch.thing.name, _SAME).fill(self.language, {"names": toward})

    def marks(self, branch: Branch) -> list[str]:
        """Say what is wrong with a thing."""
        return [_MARKS[mark].to(self.language) for mark in branch.marks if mark not in _QUIET]

    def asides(self, branch: Branch) -> list[str]:
        """Say why nothing more is shown of a thing."""
        return [_MARKS[mark].to(self.language) for mark in branch.marks if mark in _QUIET]

    def _toward(self, branch: Branch, above: Branch | None) -> list[str]:
        """Leave out what the tree shows itself: the thing before it, and in other plans all but objectives."""
        if branch.thing is not OBJECTIVE and branch.plan != self.home:
            return []
        return [name for name in branch.toward if above is None or name != f"{above.plan}#{above.id}"]

    def _dates(self, branch: Branch) -> Iterator[str]:
        start, end = branch.dates
        if start is not None and end is not None and start != end:
            yield f"{say(start, self.language)} - {say(end, self.language)}"
        elif start is not None or end is not None:
            yield say(end or start, self.language)

    def _figures(self, branch: Branch) -> str:
        """Write an indicator from its baseline to its targets."""
        first, *rest = branch.figures
        start = _NO_BASELINE.to(self.language) if first.value is None else self._figure(first, branch.unit)
        targets = [each for each in rest if each.kind == "target"]
        if len(targets) > _MOST:
            targets = [targets[0], targets[-1]]
        said = [self._figure(each, branch.unit) for each in targets] or [_NO_TARGET.to(self.language)]
        given = [_ASSIGNED.fill(self.language, {"given": self._figure(each, branch.unit)}) for each in rest if each.kind == "assigned"]
        return "; ".join([" → ".join([start, *said]), *given])

    def _figure(self, each: Measured, unit: str) -> str:
        value = each.value
        if value is None:
            return _NO_TARGET.to(self.language)
        known = value if value.is_qualitative else value._replace(unit=value.unit or unit)
        return say(known, self.language) + (f" ({say(each.when, self.language)})" if each.when is not None else "")


_MOST = 3
_QUIET = frozenset((Mark.SHOWN, Mark.CUT))  # these complain of nothing

_MARKS = {
    Mark.NO_TASK: Text("chưa có nhiệm vụ nào", "no task serves it"),
    Mark.NO_INDICATOR: Text("chưa có chỉ tiêu đo", "no indicator measures it"),
    Mark.NO_OBJECTIVE: Text("không dẫn tới mục tiêu nào", "leads to no objective"),
    Mark.NOTHING_ABOVE: Text("chưa gắn với mục tiêu nào của kế hoạch cấp trên", "supports no objective of the plan above"),
    Mark.UNUSED: Text("chưa nhiệm vụ nào dùng", "no task takes from it"),
    Mark.OVER: Text("dùng nhiều hơn số cấp trên giao", "more is taken than was handed down"),
    Mark.NOT_THERE: Text("không có trong kho", "not in the workspace"),
    Mark.SHOWN: Text("đã hiện ở chỗ khác", "shown elsewhere"),
    Mark.CUT: Text("còn sâu hơn nữa", "goes deeper"),
}
_ANSWERS = Text("tiếp thu kiến nghị", "takes up a request")
_MONEY = {
    OBJECTIVE.name: Text("các nhiệm vụ cần {money}", "its tasks take {money}"),
    TASK.name: Text("cần {money}", "takes {money}"),
    FUND.name: Text("dùng {money}", "{money} taken"),
    REQUEST.name: Text("xin {money}", "asks for {money}"),
    COMMITMENT.name: Text("cam kết {money}", "promises {money}"),
}
_TOWARD = {
    OBJECTIVE.name: Text("góp vào {names}", "supports {names}"),
    FUND.name: Text("từ {names}", "from {names}"),
}
_SAME = Text("cùng chỉ tiêu {names}", "the same as {names}")
_PLAIN = Text("{money}", "{money}")
_REGULAR = Text("chi thường xuyên", "regular budget")
_ASSIGNED = Text("được giao {given}", "assigned {given}")
_HANDED = Text("cấp trên giao {given}", "{given} from above")
_NO_BASELINE = Text("chưa có giá trị gốc", "no baseline")
_NO_TARGET = Text("chưa có mức phấn đấu", "no target")
_HEADING = Text("{id}: {title}, {locality}, {period}", "{id}: {title}, {locality}, {period}")
