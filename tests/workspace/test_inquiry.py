"""Plans as tables: what the documentation promises, exact sums, and what a question may not do."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kehoach.analysis.budget import budget
from kehoach.analysis.relations.catalogue import RELATIONS, rows_of
from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.model.plan import Plan
from kehoach.reading.loading import load
from kehoach.workspace import inquiry
from kehoach.workspace.database import Limits
from kehoach.workspace.inquiry import Extracted, Question, Told, relations, tell
from places import EXAMPLES, TOP

PROVINCE = str(EXAMPLES / "tinh-mau-2026")
COMMUNES = str(EXAMPLES / "cac-xa-2026")
PAGE = (TOP / "docs" / "query.md").read_text("utf-8")
PROMISED = re.findall(r"### (.+?) / .+?\n+```sql\n(.+?)```", PAGE, re.DOTALL)
HEAD = "kehoach: plan/1\nid: x\ntitle: K\nkind: annual\nlocality: {name: Xã X, level: commune}\nperiod: 2026\n"


def asked(sql: str, *paths: str, lang: Language = Language.VI, limits: Limits | None = None) -> Told:
    return tell(Question(sql, date(2026, 6, 30), paths or (PROVINCE,), limits=limits or Limits()), lang, unwatched)


def unwatched(items: Iterable[Extracted], _: int) -> Iterator[Extracted]:
    return iter(items)


def rows(sql: str, *paths: str) -> tuple[tuple[Any, ...], ...]:
    return asked(sql, *paths).answer.rows


def plans() -> dict[str, Plan]:
    files = (file for file in sorted(EXAMPLES.glob("*/*.yaml")) + sorted(EXAMPLES.glob("methods/*/*.yaml")))
    read = {file.relative_to(EXAMPLES).as_posix(): load(file.read_bytes(), file.name).built for file in files}
    return {name: built.node for name, built in read.items() if built is not None}


EXAMPLE_PLANS = plans()


def test_page_has_examples() -> None:
    assert len(PROMISED) >= 10


@pytest.mark.parametrize("sql", [sql for _, sql in PROMISED], ids=[title for title, _ in PROMISED])
def test_example_of_the_page_gives_rows(sql: str) -> None:
    told = asked(sql, PROVINCE, COMMUNES)

    assert told.answer.rows
    assert (told.troubles, told.unread, told.cut) == ((), (), ())


@pytest.mark.parametrize("name", EXAMPLE_PLANS)
def test_sum_of_task_funding_is_the_total_of_the_budget(name: str) -> None:
    plan = EXAMPLE_PLANS[name]
    amounts = [row[5] for row in RELATIONS["task_funding"].rows(plan) if row[5] is not None]
    by_task = [row[16] for row in RELATIONS["tasks"].rows(plan)]

    assert RELATIONS["tasks"].all_columns[16].name == "need"
    assert sum(Decimal(str(amount)) for amount in amounts) == budget(plan).sum().value
    assert sum(Decimal(str(need)) for need in by_task if need is not None) == budget(plan).sum().value
    assert all(isinstance(amount, int) for amount in amounts)


def test_every_row_fits_its_table() -> None:
    wrong = {
        name
        for plan in EXAMPLE_PLANS.values()
        for name, found in rows_of(plan, RELATIONS).items()
        if any(len(row) != len(RELATIONS[name].all_columns) for row in found)
    }

    assert not wrong
    assert {name for plan in EXAMPLE_PLANS.values() for name, found in rows_of(plan, RELATIONS).items() if found} == set(RELATIONS)


@pytest.mark.parametrize("table", relations().values(), ids=relations())
def test_every_column_can_be_named_as_it_is(table: Any, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(HEAD, "utf-8")
    names = [column.name for column in table.all_columns]

    sql = " ".join(("SELECT", ", ".join(names), "FROM", table.name))

    assert asked(sql, str(tmp_path)).answer.columns == tuple(names)


def test_fraction_of_a_dong_and_foreign_money_are_not_rounded(tmp_path: Path) -> None:
    needs = "{fund: F, amount: 10.25 đồng}, {fund: F, amount: 100 USD}, {fund: F, amount: 7 EUR}, {fund: F}"
    more = f"tasks: [{{id: T, title: T, needs: [{needs}]}}]\nresources: {{rates: {{USD: 26000 đồng}}, funds: [{{id: F, name: F}}]}}\n"
    (tmp_path / "x.yaml").write_text(HEAD + more, "utf-8")

    found = rows("SELECT amount, written FROM task_funding", str(tmp_path))

    assert found == (("10.25", "10.25 đồng"), (2_600_000, "100 USD"), (None, None), (None, "7 EUR"))


def test_dates_are_days_and_a_quarter_is_its_first_and_last(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(HEAD + "tasks: [{id: T, title: T, start: quý I/2026, end: quý II/2026}]\n", "utf-8")

    assert rows("SELECT start_date, end_date, precision FROM tasks", str(tmp_path)) == (("2026-01-01", "2026-06-30", "quarter"),)


def test_only_what_is_named_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked_for = []

    def seen(plan: Plan, names: Iterable[str]) -> dict[str, list[Any]]:
        asked_for.append(tuple(names))
        return rows_of(plan, names)

    monkeypatch.setattr(inquiry, "rows_of", seen)
    monkeypatch.setattr(inquiry, "run", None)  # so that checking anything would fail

    assert rows("WITH t AS (SELECT plan FROM tasks) SELECT count(*) FROM plans LEFT JOIN t ON t.plan = plans.id") == ((15,),)
    assert set(asked_for) == {("plans", "tasks")}


def test_processes_change_nothing(tmp_path: Path) -> None:
    for number in range(20):
        text = HEAD.replace("id: x", f"id: x{number:02}") + f"tasks: [{{id: T, title: T{number}}}]\n"
        (tmp_path / f"{number:02}.yaml").write_text(text, "utf-8")
    question = Question("SELECT plan, title FROM tasks", date(2026, 6, 30), (str(tmp_path),))

    alone, together = (tell(question._replace(jobs=jobs), Language.VI, unwatched).answer for jobs in (1, 2))

    assert alone == together
    assert len(alone.rows) == 20


def test_what_could_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(HEAD + "tasks: [{id: T, title: T, start: hôm nọ}]\n", "utf-8")
    (tmp_path / "y.yaml").write_text("kehoach: plan/1\nid: [\n", "utf-8")

    told = asked("SELECT id, start_date FROM tasks", str(tmp_path))

    assert told.answer.rows == (("T", None),)
    assert [Path(name).name for name in told.unread] == ["y.yaml"]
    assert [Path(name).name for name in told.cut] == ["x.yaml"]


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION {} SELECT x + 1 FROM c) SELECT count(*) FROM c"
QUICK = Limits(seconds=0.2)
FEW = Limits(rows=50)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("ATTACH 'x.db' AS x", "only a SELECT may be asked, without ATTACH"),
        ("DETACH x", "without DETACH"),
        ("PRAGMA database_list", "without PRAGMA"),
        ("PRAGMA hard_heap_limit = 0", "without PRAGMA"),
        ("INSERT INTO tasks(id) VALUES (1)", "without INSERT"),
        ("WITH t AS (SELECT 1) INSERT INTO tasks(id) SELECT * FROM t", "without INSERT"),
        ("UPDATE tasks SET id = 1", "without UPDATE"),
        ("DELETE FROM tasks", "without DELETE"),
        ("DROP TABLE tasks", "without DROP"),
        ("CREATE TABLE x (y)", "without CREATE"),
        ("/* x */ VACUUM INTO 'x.db'", "without VACUUM"),
        ("BEGIN", "without BEGIN"),
        ("SELECT load_extension('x')", "the function load_extension() may not be used"),
        ("SELECT randomblob(1000000000)", "the function randomblob() may not be used"),
        ("SELECT zeroblob(1000000000)", "the function zeroblob() may not be used"),
        ("SELECT sqlite_version()", "may not be used"),
        ("SELECT current_date", "write today()"),
        ("SELECT * FROM sqlite_master", "'sqlite_master' may not be read"),
        ("SELECT * FROM pragma_table_info('tasks')", "may not be read"),
        ("SELECT replace(printf('%9999s', 1), ' ', printf('%9999s', 1))", "longer than 4,000,000 bytes"),
        (ENDLESS.format("ALL"), "more than 0.2 seconds"),
        (ENDLESS.format(""), "more than 0.2 seconds"),
        ("SELECT count(*) FROM tasks a, tasks b, tasks c, tasks d, tasks e, tasks f, tasks g, tasks h", "more than 0.2 seconds"),
        ("SELECT 1 FROM tasks a, tasks b", "more than 50 rows"),
        ("SELECT " + "(" * 5000 + "1" + ")" * 5000, "too long or too deep"),
        ("SELECT 1" + " + 1" * 5000, "too long or too deep"),
        ("SELECT '" + "x" * 200_000 + "'", "too long or too deep"),
        ("SELECT 1; SELECT 2", "only one SELECT at a time"),
        ("SELECT 1; DROP TABLE tasks", "only one SELECT at a time"),
        ("SELECT ?", "cannot have parameters"),
        ("EXPLAIN SELECT 1", "syntax error at 'EXPLAIN'"),
        ("QUERY PLAN SELECT 1", "syntax error at 'QUERY'"),
        ("", "the SQL is empty"),
        (" ;\n", "the SQL is empty"),
        ("SELECT '\x00'", "the character U+0000 is not allowed"),
        ("SELECT '\ud800'", "the character U+D800 is not allowed"),
        ("SELECT sum(9223372036854775807) FROM tasks", "a sum is beyond"),
    ],
)
def test_refused(sql: str, said: str) -> None:
    with pytest.raises(KehoachError) as raised:
        asked(sql, limits=QUICK if "seconds" in said else FEW)

    assert said in raised.value.to(Language.EN)
    assert raised.value.to(Language.VI) != raised.value.to(Language.EN)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELEC 1", "the SQL, column 1: syntax error at 'SELEC'"),
        ("SELECT id FROM tasks\nWHERE title = 'from'\n  FROM x", "the SQL, line 3, column 3: syntax error at 'FROM'"),
        ("SELECT titel FROM tasks", "the SQL, column 8: there is no column 'titel'; did you mean tasks.title?"),
        ("SELECT t.onwer FROM tasks t", "the SQL, column 10: there is no column 'onwer'; did you mean tasks.owner?"),
        ("SELECT likelihood FROM tasks", "the column 'likelihood' belongs to risks"),
        ("SELECT * FROM tsks", "the SQL, column 15: there is no table 'tsks'; did you mean tasks?"),
        ("SELECT fould(title) FROM tasks", "there is no function 'fould'; did you mean fold()?"),
        ("SELECT id FROM tasks JOIN funds USING (plan)", "the column 'id' stands in several tables"),
        ("SELECT id FROM tasks WHERE count(*) > 1", "count() sums over rows"),
        ("SELECT id FROM tasks ORDER BY id COLLATE x", "there is no collation 'x'"),
        ("SELECT id FROM tasks WHERE", "the SQL breaks off"),
        ("SELECT 'abc", "a quotation mark is not closed"),
        ("SELECT money() FROM tasks", "the function money() takes another number of arguments"),
    ],
)
def test_fault_is_named_with_its_place(sql: str, said: str) -> None:
    with pytest.raises(KehoachError) as raised:
        asked(sql)

    assert said in raised.value.to(Language.EN)


def test_fault_is_found_before_anything_is_read() -> None:
    with pytest.raises(KehoachError, match="titel"):
        asked("SELECT titel FROM tasks", "no-such-folder")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("money(4200000000)", "4.200 triệu đồng"),
        ("money('1234567.5')", "1,2345675 triệu đồng"),
        ("money(NULL)", None),
        ("money('chữ')", "chữ"),
        ("label('plans.stage', 'submitted')", "đã trình"),
        ("label('plans.stage', 'x')", "x"),
        ("label('x', NULL)", None),
        ("fold('ĐƯỜNG thôn')", "duong thon"),
        ("upper('đường')", "ĐƯỜNG"),
        ("today()", "2026-06-30"),
        ("cast(x'ff' AS TEXT)", "\ufffd"),
        ("x'ff00'", "ff00"),
    ],
)
def test_function(expression: str, value: object) -> None:
    assert rows(f"SELECT {expression}") == ((value,),)


def test_names_are_sorted_as_in_a_dictionary() -> None:
    found = rows("SELECT column1 FROM (VALUES ('Đông'), ('Dân'), ('Ẩn'), ('Anh'), ('Em')) ORDER BY 1 COLLATE vi")

    assert [name for (name,) in found] == ["Anh", "Ẩn", "Dân", "Đông", "Em"]
