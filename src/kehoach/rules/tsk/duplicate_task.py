"""TSK004: the same task written twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from kehoach.analysis.likeness import alike
from kehoach.analysis.span import own_span
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule
from kehoach.values.text import fold, words


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each task that is like an earlier one of the same owner at the same time and place, once.

    Only the words of titles with the same digits are compared, for another number makes another task.
    """
    comparable: defaultdict[tuple[str | None, bytes], list[Task]] = defaultdict(list)
    keys = zip([task.owner for task in plan.tasks], _digits([task.title for task in plan.tasks]), strict=True)
    for key, task in zip(keys, plan.tasks, strict=True):
        comparable[key].append(task)
    threshold = float(context.thresholds.duplicate_title)
    for (owner, _), tasks in comparable.items():
        if owner is None or len(tasks) == 1 or (len(tasks) == _TWO and not _meet(tasks[0], tasks[1], plan)):
            continue
        reported: set[int] = set()
        for first, second in alike([words(task.title) for task in tasks], threshold):
            if second not in reported and _may_be_same(tasks[first], tasks[second], plan):
                reported.add(second)
                yield _finding(tasks[first], tasks[second])


def _digits(titles: Sequence[str]) -> list[bytes]:
    """Give the digits of each title, each once and in order, found in all of them at once."""
    row = "\n".join(titles)
    if row.count("\n") >= len(titles):
        row = "\n".join([title.replace("\n", " ") for title in titles])
    found = row.encode("utf-8", "surrogatepass").translate(None, _NO_DIGITS).split(b"\n") if titles else ()
    return [digits if len(digits) <= 1 else bytes(sorted(frozenset(digits))) for digits in found]


def _finding(first: Task, second: Task) -> Finding:
    return Finding(
        path=second.at("title"),
        values={"id": second.id, "other": first.id},
        related=(Related(first.at("title"), _FIRST, {"id": first.id}),),
        subject=second.id,
    )


def _may_be_same(one: Task, other: Task, plan: Plan) -> bool:
    """Tell whether nothing tells two tasks apart: no number of the title, no place, no time."""
    if _numbers(one.title) != _numbers(other.title):
        return False
    places, other_places = ({fold(place) for place in task.location} for task in (one, other))
    if places and other_places and not places & other_places:
        return False
    return _meet(one, other, plan)


def _meet(one: Task, other: Task, plan: Plan) -> bool:
    """Tell whether two tasks may run on the same day."""
    (start, end), (other_start, other_end) = _span(one, plan), _span(other, plan)
    return start <= other_end and other_start <= end


def _numbers(title: str) -> frozenset[str]:
    return frozenset(word for word in words(title) if any(character.isdigit() for character in word))


def _span(task: Task, plan: Plan) -> tuple[date, date]:
    """Give the first and last day of a task; what it does not say is the plan's."""
    start, end = own_span(task)
    return (start.first if start else plan.period.first, end.last if end else plan.period.last)


_TWO = 2  # as most are, and sooner told apart by their dates
_NO_DIGITS = bytes(set(range(256)).difference(b"0123456789\n"))  # no part of a letter beyond ASCII is one
_FIRST = Text(vi="nhiệm vụ {id}", en="the task {id}")

RULE = Rule(
    code="TSK004",
    name="duplicate-task",
    nature=WRONG,
    severities=WARNING,
    message=Text(vi="nhiệm vụ {id} gần như trùng với nhiệm vụ {other}", en="the task {id} is nearly the same as the task {other}"),
    why=Text(
        vi="Cùng tên, cùng đơn vị chủ trì, cùng thời gian: một việc bị ghi hai lần thì kinh phí và báo cáo cũng bị tính hai lần.",
        en="The same title, owner and time: what is written twice is paid and reported twice.",
    ),
    fix=Text(
        vi="Gộp hai nhiệm vụ, hoặc đặt tên cho rõ chỗ khác nhau.",
        en="Merge the two, or say in the titles how they differ.",
    ),
    source="S0-1",
    reads=(
        "period",
        *(f"tasks.*.{key}" for key in ("title", "owner", "location", "start", "end", "date")),
    ),
    check=check,
)
