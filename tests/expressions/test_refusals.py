import pickle

import pytest

from kehoach.expressions.expression import compile_expression, subjects
from kehoach.expressions.fault import ExpressionError
from kehoach.language import Language
from kehoach.model.monitoring import Indicator
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task

VARIABLES = {"task": Task}


def refused(text: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        compile_expression(text, VARIABLES)
    return caught.value


@pytest.mark.parametrize(
    ("text", "place", "message", "fix"),
    [
        ("", "", "empty", "count(plan.tasks)"),
        ("   ", "   ", "empty", "Write"),
        ("task.ned > 1", "ned", "no key 'ned'", "`need`"),
        ("task.beneficiarys.women", "beneficiarys", "no key", "`beneficiaries`"),
        ("taks.need > 1", "taks", "no name 'taks'", "`task`"),
        ("coutn(plan.tasks)", "coutn", "no function", "`count`"),
        ("task(1)", "task", "no function", "count"),
        ("count", "count", "is a function", "count(…)"),
        ("task.__class__", "__class__", "no key", "id"),
        ("task.path", "path", "no key", ""),
        ("task.at", "at", "no key", ""),
        ("task.for_", "for_", "no key", ""),
        ("plan.period.years", "years", "a date has no keys", "Remove"),
        ("plan.period.first.year", "first", "no keys", "Remove"),
        ("task.title.upper", "upper", "a text has no keys", "Remove"),
        ("task.title.upper()", "task.title.upper", "not the name of a function", "count"),
        ("plan.tasks.owner", "owner", "no keys", "all(x.owner … for x in plan.tasks)"),
        ("task.need > 5", "task.need > 5", "an amount of money cannot be compared with a number", "money("),
        ("task.end < '2026-06-30'", "task.end < '2026-06-30'", "a date cannot be compared with a text", "date("),
        ("task.need + 1", "task.need + 1", "does not work between", "money("),
        ("'a' + 'b'", "'a' + 'b'", "does not work between a text and a text", "numbers and amounts"),
        ("'a' * 3", "'a' * 3", "does not work", "numbers and amounts"),
        ("task.need * task.need", "task.need * task.need", "does not work", "numbers and amounts"),
        ("task.title < 'b'", "task.title < 'b'", "`<` does not work with a text", "=="),
        ("task.owner < none", "task.owner < none", "`<` does not work with none", "== none"),
        ("plan.tasks == 3", "plan.tasks == 3", "cannot be compared", "count("),
        ("plan.tasks > plan.owners", "plan.tasks > plan.owners", "cannot be compared", "count("),
        ("task.priority == 'hgih'", "'hgih'", "not one of", "`high`"),
        ("task.priority in ['high', 'lo']", "'lo'", "not one of: high, medium, low", "Choose"),
        ("'sexx' in ['a'] or any('sexx' in i.disaggregated_by for i in plan.indicators)", "'sexx'", "not one of", "`sex`"),
        ("1 in task.title", "task.title", "does not look into", "list"),
        ("1 in ['a']", "1 in ['a']", "cannot be compared", "one sort"),
        ("[1, 'a']", "'a'", "mixes", "one sort"),
        ("a = b", "=", "no comparison", "=="),
        ("task is none", "task is none", "no part", "=="),
        ("True", "True", "no part", "`true`"),
        ("task.owner == None", "None", "no part", "`none`"),
        ("1,5 > 2", "1,5 > 2", "no part", "12.5"),
        ("1.250 > 2", "1.250", "may be", "1250"),
        ("1_000", "1_000", "not a number", "1000"),
        ("1e5", "1e5", "not a number", ""),
        ("0x10", "0x10", "not a number", ""),
        ("0012", "0012", "not a number", "12"),
        ("2j", "2j", "not a number", ""),
        ("9" * 19, "9" * 19, "digits", ""),
        ("2 ** 3", "2 ** 3", "no part", ""),
        ("7 // 2", "7 // 2", "no part", ""),
        ("1 << 3", "1 << 3", "no part", ""),
        ("7 % 2", "%", "character %", ""),
        ("~1", "~", "character ~", ""),
        ("+1", "+1", "no part", ""),
        ("not", "not", "cannot be understood", ""),
        ("task.need >", ">", "cannot be understood", ""),
        ("lambda: 1", ":", "character :", ""),
        ("(x := 1)", ":", "character :", ""),
        ("{1: 2}", "{", "character {", ""),
        ("plan.tasks[0]", "plan.tasks[0]", "no part", ""),
        ("plan.tasks[:1]", ":", "character :", ""),
        ("[x for x in plan.tasks]", "[x for x in plan.tasks]", "no part", ""),
        ("x for x in plan.tasks", "x for x in plan.tasks", "no part", "Put it in a function"),
        ("f'{task}'", "f'{task}'", "no part", ""),
        ("b'a'", "b'a'", "no part", ""),
        ("'a' 'b'", "'a' 'b'", "no part", "one text"),
        ("...", "...", "no part", ""),
        ("count(*plan.tasks)", "*plan.tasks", "no part", ""),
        ("1 if task else 2", "1 if task else 2", "no part", ""),
        ("await task", "await task", "no part", ""),
        ("yield task", "yield task", "no part", ""),
        ("all(x for x in plan.tasks for y in plan.tasks)", "(x for x in plan.tasks for y in plan.tasks)", "no part", "one list"),
        ("all(x for x, y in plan.tasks)", "(x for x, y in plan.tasks)", "no part", "one list"),
        ("all(plan for plan in plan.tasks)", "plan", "taken", "`x`"),
        ("all(all(x for x in plan.risks) for x in plan.tasks)", "x", "taken", "`x`"),
        ("all(x for x in task.title)", "task.title", "a list is wanted", "plan.tasks"),
        ("count(1)", "1", "a list is wanted", "plan.tasks"),
        ("count()", "count()", "exactly one list", "count(plan.tasks)"),
        ("count([1], [2])", "count([1], [2])", "exactly one list", "count(plan.tasks)"),
        ("sum(x.title for x in plan.tasks)", "sum(x.title for x in plan.tasks)", "does not work on a text", "sum("),
        ("min(1, task.need)", "min(1, task.need)", "does not work on", "min("),
        ("money('5')", "'5'", "no unit", "money("),
        ("money('nhiều')", "'nhiều'", "not an amount", ""),
        ("money(task.title)", "money(task.title)", "one text in quotes", "money("),
        ("money(x for x in plan.tasks)", "(x for x in plan.tasks)", "no part", ""),
        ("date('2026-13-01')", "'2026-13-01'", "no month 13", ""),
        ("(1", "(", "not closed", ""),
        ("1)", ")", "closes nothing", ""),
        ("[1)", ")", "does not close", "`]`"),
        ("'abc", "'abc", "no closing", ""),
        ("“a” == task.title", "“", "character “", "straight quotes"),
        ("tên == 1", "ê", "character ê", "quotes"),
        ("ｔask", "ｔ", "character ｔ", "quotes"),
        ("1\u00a0< 2", "\u00a0", "U+00A0", ""),
        ("1 \x00", "\x00", "U+0000", ""),
        ("task.need # mọi thứ", "#", "character #", ""),
    ],
)
def test_refused_at_its_place(text: str, place: str, message: str, fix: str) -> None:
    error = refused(text)

    assert message in error.message.en
    assert fix in error.fix.en
    assert text[error.offset : error.offset + error.length] == place


def test_said_in_both_languages_and_filled() -> None:
    error = refused("task.{ned}")

    assert error.to(Language.VI) == error.message.vi == "biểu thức không dùng ký tự {"
    assert error.to(Language.EN) == error.message.en
    assert error.fix.vi != error.fix.en


def test_travels_between_processes() -> None:
    error = refused("task.ned")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own)

    assert (again.message, again.fix, again.offset, again.length) == (error.message, error.fix, 5, 3)


@pytest.mark.parametrize(
    ("for_each", "variable", "node"),
    [
        ("tasks", "task", Task),
        ("monitoring.indicators", "indicator", Indicator),
        ("key_indicators", "indicator", Indicator),
        (" plan ", "plan", Plan),
    ],
)
def test_subjects(for_each: str, variable: str, node: type) -> None:
    found = subjects(for_each)

    assert (found.variable, found.node) == (variable, node)


@pytest.mark.parametrize(
    ("for_each", "place", "fix"),
    [
        ("taskz", "taskz", "`tasks`"),
        ("monitoring.indicator", "indicator", "`indicators`"),
        ("title", "title", "Write a list"),
        ("process.steps", "process.steps", "Write a list"),
        ("tasks == none", "tasks == none", "Write a list"),
    ],
)
def test_subjects_refused_at_their_place(for_each: str, place: str, fix: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        subjects(for_each)

    error = caught.value
    assert for_each[error.offset : error.offset + error.length] == place
    assert fix in error.fix.en
