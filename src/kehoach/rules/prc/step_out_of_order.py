"""PRC003: a step or gate done before what it waits for."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.process import Gate, Step
from kehoach.processes.base import ReadyProcess
from kehoach.processes.recording import Moment, done, events, passed, reached
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each date in the record that certainly comes before that of a step or gate which must be over by then."""
    said = set()
    for process in context.processes:
        things: list[Step | Gate] = [*process.node.steps, *process.node.gates]
        for thing in things:
            for finding in _early(thing, process, plan):
                if finding.path not in said:
                    said.add(finding.path)
                    yield finding


def _early(thing: Step | Gate, process: ReadyProcess, plan: Plan) -> Iterator[Finding]:
    waits = thing.after if isinstance(thing, Step) else filter(None, (thing.after,))
    for name in waits:
        before = _over(name, process, plan)
        if before is None:
            continue
        for moment in _moments(thing, plan):
            if moment.date.certainly_before(before.date):
                yield Finding(
                    path=moment.path,
                    values={"id": thing.id, "day": moment.date, "before": name, "over": before.date},
                    related=(Related(before.path, _OVER, {"before": name, "over": before.date}),),
                    subject=thing.id,
                    reads=(before.path,),
                )
                return


def _moments(thing: Step | Gate, plan: Plan) -> Iterator[Moment]:
    """Give the last consultation or approval of a step, else its own date; of a gate when it was passed."""
    if isinstance(thing, Gate):
        yield from filter(None, (passed(thing, plan),))
        return
    yield from events(thing, plan)[-1:]
    yield from filter(None, (done(thing.id, plan),))


def _over(name: str, process: ReadyProcess, plan: Plan) -> Moment | None:
    gate = process.gates.get(name)
    if gate is not None:
        return passed(gate, plan)
    step = process.steps.get(name)
    return reached(step, plan) if step is not None else None


_OVER = Text(vi="{before} xong {over}", en="{before} was over on {over}")

RULE = Rule(
    code="PRC003",
    name="step-out-of-order",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="{id} ghi ngày {day}, trước khi {before} xong ({over})",
        en="{id} is dated {day}, before {before} was over ({over})",
    ),
    why=Text(
        vi="Mỗi bước dùng kết quả của bước trước: tham vấn cộng đồng, rồi ý kiến cấp trên, rồi mới trình Hội đồng nhân dân.",
        en="Each step uses the results of the one before: the community, then the level above, then the council.",
    ),
    fix=Text(
        vi="Sửa ngày ghi sai; nếu ngày đúng thì làm lại bước {id} sau {before}.",
        en="Correct the date; if it is right, take the step {id} again after {before}.",
    ),
    source="S4-6",
    check=check,
)
