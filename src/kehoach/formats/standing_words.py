"""The words in which every format says how far a plan has come."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kehoach.analysis.scoring import SWING, Ranking
from kehoach.diagnostics import Severity
from kehoach.formats.words import COUNTED, Noun
from kehoach.language import Language, Text, say
from kehoach.model.labels import label
from kehoach.processes.gating import GateState
from kehoach.processes.status import StepState
from kehoach.rules.sources import cited
from kehoach.workspace.standing import Adjusted, GateLine, OverLimit, ProcessLine, SectionLine, Standing, StepLine, Unmet, listed

SECTIONS_TITLE = Text("Tám mục của kế hoạch hành động", "The eight sections of an action plan")
CHAINS = Text("Chuỗi giá trị theo điểm", "Value chains by score")
OPTIONS = Text("Phương án theo điểm", "Options by score")
NEXT = Text("Việc tiếp theo", "What to do next")
NOTHING_LEFT = Text("không còn việc nào của quy trình", "the process asks for nothing more")
UNREADABLE = Text("không đọc được kế hoạch; chạy kehoach validate", "no plan could be read; run kehoach validate")
GATE = Text("Cổng {id}: {title}", "Gate {id}: {title}")

STATES = {
    StepState.DONE: Text("xong", "done"),
    StepState.OPEN: Text("đang mở", "open"),
    StepState.BLOCKED: Text("chưa tới lượt", "blocked"),
    StepState.NOT_APPLICABLE: Text("không áp dụng", "not applicable"),
}
GATES = {
    GateState.WAITING: Text("chưa tới lượt", "waiting"),
    GateState.OPEN: Text("chưa qua", "open"),
    GateState.PASSED: Text("đã qua", "passed"),
    GateState.CONTRADICTED: Text("ghi là đã qua, trái với số liệu", "recorded as passed, against the figures"),
}
WEIGHTS = {
    Severity.ERROR: Text("bắt buộc", "required"),
    Severity.WARNING: Text("nên có", "advised"),
    Severity.NOTE: Text("lưu ý", "note"),
}


def lacks(section: SectionLine) -> Text:
    """Name what a section lacks; where nothing is missing but something is wrong, count it."""
    if section.lacks:
        return Text("; ".join(each.vi for each in section.lacks), "; ".join(each.en for each in section.lacks))
    counted = [(noun, number) for severity, noun in COUNTED.items() if (number := section.findings.get(severity, 0))]
    return Text(*(", ".join(noun.say(number, language) for noun, number in counted) for language in _BOTH))


def readiness(standing: Standing) -> Text:
    """Print the formula with its figures."""
    summary = standing.summary
    percent = 0 if summary is None or summary.readiness is None else summary.readiness
    values = {"complete": standing.complete, "sections": len(standing.sections), "percent": percent}
    return _filled(_READINESS, values)


def head(process: ProcessLine) -> Text:
    """Say how much of a process is done."""
    values = {
        "settled": process.settled,
        "steps": len(process.steps),
        "met": process.met,
        "required": process.required,
        "source": cited(process.source or "-"),
    }
    return _filled(_HEAD if process.steps else _HEAD_WITHOUT_STEPS, values)


def misfit(process: ProcessLine) -> Text:
    """Say for whom a process is meant that does not fit the plan."""
    levels = [label(level) for level in process.levels]
    return _filled(_MISFIT, {"levels": Text(", ".join(each.vi for each in levels), ", ".join(each.en for each in levels))})


def step_state(step: StepLine) -> Text:
    """Say how a step stands: when it was done, what it waits for, when it is due."""
    match step.state:
        case StepState.DONE:
            return _filled(_DONE_LATE if step.is_late else _DONE, {"day": step.done, "due": step.due})
        case StepState.NOT_APPLICABLE:
            return _filled(_LEFT_OUT, {"reason": step.reason})
        case StepState.BLOCKED:
            said = _filled(_WAITS, {"ids": ", ".join(step.blocked_by)})
        case StepState.OPEN:
            said = STATES[StepState.OPEN]
    if step.due is None:
        return said
    return _joined(said, _filled(_OVERDUE if step.is_late else _DUE, {"due": step.due}))


def evidence(step: StepLine) -> Text:
    """List the evidence of a step; that a file is missing is said."""
    files = [_filled(_MISSING_FILE, {"file": each.file}) if each.exists is False else Text(each.file, each.file) for each in step.evidence]
    if not files:
        return _NO_EVIDENCE if step.state is StepState.DONE else Text("", "")
    return Text(", ".join(each.vi for each in files), ", ".join(each.en for each in files))


def unmet(requirement: Unmet) -> Text:
    """Say what is required and not there, of what, and who requires it."""
    values = {"said": requirement.said, "ids": listed(requirement.subjects)}
    return _filled(_UNMET if requirement.source else _UNMET_WITHOUT_SOURCE, {**values, "source": requirement.source})


def gate_figures(gate: GateLine) -> Text:
    """Say need against secured money, and how much of it may rest on unsure money."""
    return _filled(_FIGURES, {"need": gate.need, "secured": gate.secured, "uncertain": gate.uncertain, "most": gate.most})


def gate_turns(gate: GateLine) -> Text:
    """Say how often the question was put, and how often the answer was no."""
    if not gate.asked:
        return _NEVER_ASKED
    asked, turns = (Text(*(_TIMES.say(number, language) for language in _BOTH)) for number in (gate.asked, gate.turns))
    return _filled(_ASKED if gate.last is not None else _ASKED_UNDATED, {"asked": asked, "turns": turns, "last": gate.last})


def over(each: OverLimit) -> Text:
    """Say by how much a limit is passed."""
    year = "" if each.year is None else f" {each.year}"
    return _filled(_OVER, {"name": each.name, "year": year, "over": each.over})


def to_adjust(gate: GateLine) -> Text:
    """Name the objectives to adjust."""
    values = {"names": "; ".join(f"{name} {statement}" for name, statement in gate.to_adjust), "back": gate.return_to}
    return _filled(_TO_ADJUST if gate.return_to else _TO_ADJUST_ANYWHERE, values)


def adjusted(each: Adjusted) -> Text:
    """Say one entry of the loop's log."""
    what = " ".join(filter(None, (each.objective, each.indicator)))
    values = {"id": each.id, "day": each.date or "…", "what": what, "was": each.was or "…", "now": each.now or "…", "reason": each.reason}
    return _filled(_ADJUSTED if each.was or each.now else _ADJUSTED_IN_WORDS, values)


def weights(ranking: Ranking) -> Text:
    """List the weights of the criteria."""
    said = Text(*(", ".join(f"{name} {say(weight, language)}" for name, weight in ranking.weights.items()) for language in _BOTH))
    return _filled(_WEIGHTS, {"listed": said})


def score(value: Decimal) -> Text:
    """Say a score to two places."""
    said = f"{value:.2f}"
    return Text(said.replace(".", ","), said)


def sensitivity(ranking: Ranking) -> Iterator[Text]:
    """Say whether the choice stands when a weight moves by 20 %, and against what it was made."""
    percent = int(SWING * 100)
    if not ranking.swings:
        yield _filled(_STEADY, {"percent": percent})
    for swing in ranking.swings:
        sign = "+" if swing.change > 0 else "-"
        yield _filled(_SWING, {"criterion": swing.criterion, "change": f"{sign}{percent}%", "best": ", ".join(swing.best)})
    if ranking.chosen and not ranking.is_followed:
        yield _filled(_AGAINST, {"chosen": ", ".join(ranking.chosen), "best": ", ".join(ranking.best)})
    elif not ranking.chosen:
        yield _filled(_NO_CHOICE, {"best": ", ".join(ranking.best)})


def _filled(text: Text, values: Mapping[str, object]) -> Text:
    return Text(text.fill(Language.VI, values), text.fill(Language.EN, values))


def _joined(*texts: Text) -> Text:
    return Text(", ".join(each.vi for each in texts), ", ".join(each.en for each in texts))


_BOTH = (Language.VI, Language.EN)
_READINESS = Text(
    "Mức sẵn sàng = số mục đủ ÷ số mục áp dụng = {complete} ÷ {sections} = {percent}%",
    "Readiness = sections complete ÷ sections that apply = {complete} ÷ {sections} = {percent}%",
)
_HEAD = Text(
    "{settled}/{steps} bước xong, {met}/{required} yêu cầu đạt; nguồn: {source}",
    "{settled} of {steps} steps over, {met} of {required} requirements met; source: {source}",
)
_HEAD_WITHOUT_STEPS = Text("{met}/{required} yêu cầu đạt; nguồn: {source}", "{met} of {required} requirements met; source: {source}")
_MISFIT = Text(
    "quy trình này dành cho cấp hoặc loại kế hoạch khác (cấp: {levels})",
    "this process is meant for other levels or kinds (levels: {levels})",
)
_DONE = Text("xong {day}", "done {day}")
_DONE_LATE = Text("xong {day}, muộn (hạn {due})", "done {day}, late (due {due})")
_DUE = Text("hạn {due}", "due {due}")
_OVERDUE = Text("quá hạn {due}", "overdue since {due}")
_WAITS = Text("chờ {ids}", "waits for {ids}")
_LEFT_OUT = Text("không áp dụng: {reason}", "not applicable: {reason}")
_MISSING_FILE = Text("{file} (không có tệp)", "{file} (no such file)")
_NO_EVIDENCE = Text("chưa có minh chứng", "no evidence")
_UNMET = Text("{said}{ids} [{source}]", "{said}{ids} [{source}]")
_UNMET_WITHOUT_SOURCE = Text("{said}{ids}", "{said}{ids}")
_FIGURES = Text(
    "nhu cầu {need}, đã bảo đảm {secured}; {uncertain}% nhu cầu dựa vào nguồn chưa chắc chắn (cho phép {most}%)",
    "need {need}, secured {secured}; {uncertain}% of the need rests on unsure money (allowed: {most}%)",
)
_NEVER_ASKED = Text("chưa xét lần nào", "never asked")
_TIMES = Noun("lần", "time", "times")
_ASKED = Text("đã xét {asked}, {turns} không bảo đảm, gần nhất {last}", "asked {asked}, {turns} the answer was no, last on {last}")
_ASKED_UNDATED = Text("đã xét {asked}, {turns} không bảo đảm", "asked {asked}, {turns} the answer was no")
_OVER = Text("{name}{year} vượt {over}", "{name}{year} is {over} over")
_TO_ADJUST = Text("quay lại bước {back}; mục tiêu cần điều chỉnh: {names}", "back to the step {back}; objectives to adjust: {names}")
_TO_ADJUST_ANYWHERE = Text("mục tiêu cần điều chỉnh: {names}", "objectives to adjust: {names}")
_ADJUSTED = Text("{id} {day}: {what} từ {was} thành {now}. {reason}", "{id} {day}: {what} from {was} to {now}. {reason}")
_ADJUSTED_IN_WORDS = Text("{id} {day}: {what}. {reason}", "{id} {day}: {what}. {reason}")
_WEIGHTS = Text("trọng số: {listed}", "weights: {listed}")
_STEADY = Text(
    "lựa chọn không đổi khi một trọng số bất kỳ tăng hoặc giảm {percent}%", "the choice stands when any one weight moves by {percent}%"
)
_SWING = Text("{criterion} {change}: điểm cao nhất thành {best}", "{criterion} {change}: the best would be {best}")
_AGAINST = Text("kế hoạch chọn {chosen}, điểm cao nhất là {best}", "the plan chose {chosen}, the best by score is {best}")
_NO_CHOICE = Text("chưa chọn; điểm cao nhất là {best}", "nothing is chosen yet; the best by score is {best}")
