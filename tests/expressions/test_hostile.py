"""Whatever the text, an answer or an ExpressionError, soon."""

import ast
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expressions.plans import HEAD, PLAN, plan_of, value
from kehoach.expressions.building import Scope, part
from kehoach.expressions.expression import compile_expression, subjects
from kehoach.expressions.fault import ExpressionError
from kehoach.expressions.functions import Function
from kehoach.expressions.names.catalogue import NAMES
from kehoach.expressions.scanning import Scanned
from kehoach.expressions.sorts import keys_of, node_of
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task

SECONDS = 2

unhurried = settings(deadline=None)


@contextmanager
def soon() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


def nested(depth: int, body: str = "true", over: str = "plan.tasks") -> str:
    for number in range(depth):
        body = f"all({body} for x{number} in {over})"
    return body


@pytest.mark.parametrize(
    "text",
    [
        "'a' * 10 ** 9",
        "'a' * 999999999",
        "[1] * 999999999",
        "10 ** 10 ** 10",
        "9" * 1_999,
        "1." + "0" * 1_900,
        "0x" + "f" * 1_900,
        "1e999999999",
        "1 << 999999999",
        "task.__class__.__mro__",
        "task.__dict__",
        "().__class__.__bases__[0].__subclasses__()",
        "task.__init_subclass__()",
        "__import__('os').system('true')",
        "count.__self__",
        "open('x')",
        "exec('1')",
        "eval('1')",
        "getattr(task, 'path')",
        "print(1)",
        "lambda: (yield)",
        "f'{1:>{10 ** 9}}'",
        nested(10),
        "(" * 1_000 + ")" * 1_000,
        "[" * 1_000 + "]" * 1_000,
        "(" * 1_999,
        "-" * 1_999 + "1",
        "not " * 499 + "true",
        "1" + "+1" * 999,
        "1" + "<1" * 999 + " + 'a'",
        "task" + ".task" * 399,
        "all(" * 400,
        "task\u200b.need",
        "ｔａｓｋ.need",
        "tаsk.need",  # a Cyrillic а
        "ﬁ",
        "𝐭𝐚𝐬𝐤.need",
        "\ud800",
        "task\x00.need",
        "task\n\n\n) or (plan",
        ") or (",
        "# " + "x" * 1_000,
        "a" * 100_000_000,
        "\\\n" * 900,
        "'\\",
        "'" * 1_999,
        '"""a"""',
        "task; plan",
        "plan :: plan",
        "1if task else 2",
        "1or 2",
        "*task",
        "**task",
        "all(*[1])",
        "[*plan.tasks]",
    ],
    ids=lambda text: f"{len(text)} {text[:24]!a}",
)
def test_ends_soon_with_a_clean_error(text: str) -> None:
    with soon(), pytest.raises(ExpressionError) as caught:
        compile_expression(text, {"task": Task})

    error = caught.value
    assert error.offset >= 0
    assert error.offset + error.length <= len(text)


def linked() -> Plan:
    """A plan within the reader's limits that links everything with everything."""
    count = 4_000
    lines = [HEAD, "objectives:"]
    lines += [f"  - {{id: O{n}, statement: a{f', parent: O{n - 1}' if n else ''}}}" for n in range(count)]
    lines += ["tasks:", *(f"  - {{id: T{n}, title: {'ă' * 50}, serves: [O{n}]}}" for n in range(count))]
    lines += ["commitments:", *(f"  - {{id: C{n}, all: true}}" for n in range(500))]
    return plan_of("\n".join(lines))


@pytest.fixture(scope="module")
def large() -> Plan:
    return linked()


@pytest.mark.parametrize(
    "text",
    [
        nested(3),
        "all(any(x == y for y in plan.tasks) for x in plan.tasks)",
        "all(count(o.tasks) > 0 for o in plan.objectives)",
        "all(count(t.objectives) > 0 for t in plan.tasks)",
        "all(o.need == none or true for o in plan.objectives)",
        "sum(count(t.commitments) for t in plan.tasks) == 0 or any(count(t.commitments) == 1 for t in plan.tasks)",
        "all('a' not in t.title or all('ắ' not in s.title for s in plan.tasks) for t in plan.tasks)",
        "any(t.title == 'b' or any(s.title == 'c' for s in plan.tasks) for t in plan.tasks)",
    ],
)
def test_a_plan_that_links_everything(text: str, large: Plan) -> None:
    with soon():
        error = failure(lambda: value(text, large))

    assert error is None or "too many links" in error.message.en or "200,000 steps" in error.message.en


def test_work_on_one_plan_is_limited_over_all_its_subjects() -> None:
    large = linked()
    expression = compile_expression("count(task.objectives) > 0", {"task": Task})
    with soon():
        errors = [failure(partial(expression.evaluate, {"task": task}, large)) for task in large.tasks]

    assert errors[0] is None
    assert errors[-1] is not None


def test_steps_are_counted_anew_each_time() -> None:
    expression = compile_expression("all(all(x == x for y in plan.tasks) for x in plan.tasks)", {})

    assert [expression.evaluate({}, PLAN) for _ in range(3)] == [True] * 3


def failure(act: Callable[[], object]) -> ExpressionError | None:
    """The error of an act, if it ends in one."""
    try:
        act()
    except ExpressionError as error:
        return error
    return None


def is_sound(error: ExpressionError | None, text: str) -> bool:
    """Whether there is no error, or one that says all it should of a place in the text."""
    if error is None:
        return True
    return all((*error.message, *error.fix)) and 0 <= error.offset <= error.offset + error.length <= len(text)


def tried(text: str) -> None:
    """An answer, or an error with a place in the text; no warning on the way."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        error = failure(lambda: compile_expression(text, {"task": Task}).evaluate({"task": PLAN.tasks[0]}, PLAN))

    assert is_sound(error, text)


WORDS = st.sampled_from(
    [
        *("plan", "task", "x", "t", "all", "any", "sum", "count", "min", "max", "money", "date", "true", "false", "none"),
        *("and", "or", "not", "in", "is", "for", "if", "else", "lambda", "await", "yield", "with", "None", "True", "import"),
        *keys_of(Plan),
        *keys_of(Task),
        *(key for names in NAMES.values() for key in names),
        *("0", "1", "2026", "12.5", "1.250", "'a'", '"high"', "'5 tỷ đồng'", "'2026-Q1'", "''"),
        *("(", ")", "[", "]", ",", ".", "+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "=", ":", "%", "@", "{", "}", "'", "\n"),
    ]
)


@unhurried
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    tried(text)


@unhurried
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_words(text: str) -> None:
    tried(text)


@unhurried
@given(st.lists(WORDS, max_size=12).map("".join))
def test_any_words_run_together(text: str) -> None:
    tried(text)


@unhurried
@given(st.text(max_size=30) | st.lists(WORDS, max_size=5).map(".".join))
def test_any_subjects(text: str) -> None:
    assert is_sound(failure(lambda: subjects(text).of(PLAN)), text)


def sensible(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expressions that are mostly of the language."""
    lists = st.sampled_from(["plan.tasks", "plan.funds", "plan.indicators", "task.needs", "task.years", "plan.objectives"])
    signs = st.sampled_from(["+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "in", "not in", "and", "or"])
    functions = st.sampled_from([function.value for function in Function])
    keys = st.sampled_from(["need", "amount", "value", "targets", "years", "owner", "tasks", "limits", "score", "start", "end"])
    return st.one_of(
        st.tuples(inner, signs, inner).map(lambda p: f"({p[0]} {p[1]} {p[2]})"),
        st.tuples(functions, inner, lists).map(lambda p: f"{p[0]}({p[1]} for x in {p[2]})"),
        st.tuples(functions, inner).map(lambda p: f"{p[0]}({p[1]})"),
        st.tuples(inner, keys).map(lambda p: f"{p[0]}.{p[1]}"),
        st.tuples(st.sampled_from(["not", "-"]), inner).map(" ".join),
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    )


LEAVES = st.sampled_from(
    ["task", "plan", "x", "x.need", "x.value", "1", "0", "12.5", "none", "true", "'high'", "task.need", "task.start", "plan.period",
     "money('1 USD')", "date('2026')", "task.priority", "task.title", "plan.tasks", "task.years", "plan.need"]
)  # fmt: skip


@unhurried
@given(st.recursive(LEAVES, sensible, max_leaves=12))
def test_any_sensible_expression(text: str) -> None:
    tried(text)


def trees(inner: st.SearchStrategy[ast.expr]) -> st.SearchStrategy[ast.expr]:
    """Trees that no text of ours may make."""
    load = ast.Load()
    several = st.lists(inner, max_size=2)
    return st.one_of(
        st.builds(ast.BinOp, inner, st.sampled_from([ast.Add(), ast.Pow(), ast.LShift(), ast.MatMult(), ast.Mod(), ast.Div()]), inner),
        st.builds(ast.UnaryOp, st.sampled_from([ast.Not(), ast.USub(), ast.UAdd(), ast.Invert()]), inner),
        st.builds(ast.BoolOp, st.sampled_from([ast.And(), ast.Or()]), st.lists(inner, min_size=2, max_size=3)),
        st.builds(lambda a, op, b: ast.Compare(a, [op], [b]), inner, st.sampled_from([ast.Lt(), ast.Is(), ast.In(), ast.Eq()]), inner),
        st.builds(lambda f, args: ast.Call(f, args, []), inner, several),
        st.builds(lambda of, name: ast.Attribute(of, name, load), inner, st.sampled_from(["need", "tasks", "__class__", "with"])),
        st.builds(lambda of, index: ast.Subscript(of, index, load), inner, inner),
        st.builds(lambda items: ast.List(items, load), several),
        st.builds(lambda items: ast.Tuple(items, load), several),
        st.builds(ast.IfExp, inner, inner, inner),
        st.builds(lambda of: ast.Starred(of, load), inner),
        st.builds(lambda of: ast.Set([of]), inner),
        st.builds(lambda of: ast.Dict([of], [of]), inner),
        st.builds(lambda of: ast.JoinedStr([ast.FormattedValue(of, -1)]), inner),
        st.builds(lambda of: ast.NamedExpr(ast.Name("x", ast.Store()), of), inner),
        st.builds(
            lambda kind, body, over: kind(body, [ast.comprehension(ast.Name("x", ast.Store()), over, [], 0)]),
            st.sampled_from([ast.GeneratorExp, ast.ListComp, ast.SetComp]),
            inner,
            inner,
        ),
    )


NAMED = st.sampled_from(["plan", "task", "x", "all", "sum", "count", "none", "true", "é", "ｘ"]).map(
    lambda name: ast.Name(name, ast.Load())
)
CONSTANT = st.sampled_from([1, 1.5, 10**400, 2j, "a", b"a", True, None, ...]).map(ast.Constant)


@unhurried
@given(st.recursive(NAMED | CONSTANT, trees, max_leaves=8))
def test_any_tree_of_python(tree: ast.expr) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = ast.unparse(ast.fix_missing_locations(ast.Expression(tree)))
    tried(text)


@unhurried
@given(st.recursive(NAMED | CONSTANT, trees, max_leaves=8))
def test_any_tree_past_the_scanner(tree: ast.expr) -> None:
    whole = ast.fix_missing_locations(ast.Expression(tree))
    scope = Scope(Scanned("plan", "plan", {0: 4}), {"plan": node_of(Plan)})
    error = failure(lambda: part(whole.body, scope))

    assert error is None or all((*error.message, *error.fix))
