"""The cache: right answers whoever writes it, whatever becomes of it."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from child import MODULE, Ran, environment, kehoach
from communes import PLAN, plan
from kehoach.diagnostics import Diagnostic
from kehoach.formats import concise
from kehoach.workspace import execution, pinning
from kehoach.workspace.cache import ledger
from kehoach.workspace.cache.database import TABLES
from kehoach.workspace.cache.folder import FILE
from kehoach.workspace.cache.heads import Head, Index
from kehoach.workspace.cache.marks import is_fresh
from kehoach.workspace.cache.plans import Plans
from kehoach.workspace.cache.proofs import Proofs
from kehoach.workspace.many import UNKNOWN
from kehoach.workspace.tally import Tally
from within import plainly, validated

TODAY = ("--today", "2026-06-30", "--lang", "en")
FORMATS = ("text", "concise", "json", "sarif", "checklist")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A province that wants more of its eighteen communes than they plan."""
    folder = tmp_path / "kho"
    folder.mkdir()
    (folder / "kehoach.yaml").write_text("kehoach: workspace/1\nlanguage: vi\n", "utf-8")
    plan(folder, "tinh", 100)
    for number in range(18):
        plan(folder, f"xa-{number:02}", 5, "tinh")
    for file in folder.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return folder


class Cached:
    """A workspace with a cache of its own."""

    def __init__(self, folder: Path, place: Path) -> None:
        self.folder = folder
        self.place = place
        self.file = place / FILE

    def run(self, *words: str) -> Ran:
        os.environ["KEHOACH_CACHE_DIR"] = str(self.place)
        return validated(*TODAY, *words)

    def plain(self, *words: str) -> Ran:
        return plainly(*TODAY, *words)

    def apart(self, *words: str) -> Ran:
        """Run it in a process of its own."""
        return kehoach("validate", *TODAY, *words, cwd=self.folder, env={"KEHOACH_CACHE_DIR": str(self.place)})

    def sql(self, statement: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.file) as connection:
            rows = connection.execute(statement).fetchall()
        connection.close()
        return rows


@pytest.fixture
def cached(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cached:
    settle()
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("KEHOACH_CACHE_DIR", "")
    monkeypatch.setattr(execution, "processors", lambda: 1)
    return Cached(workspace, tmp_path / "cache")


def settle() -> None:
    """Let a tick of the clock of the file system go by, after which no change can hide in the same one."""
    before = time.time_ns()
    while time.time_ns() < before + 25_000_000:
        pass


@pytest.mark.parametrize("form", FORMATS)
def test_warm_and_cold_say_the_same(cached: Cached, form: str) -> None:
    cold = cached.apart("--format", form)

    assert cold.out
    assert cached.apart("--format", form) == cold
    assert cached.run("--format", form) == cold
    assert cached.plain("--format", form) == cold
    assert cached.run("--format", form, "--no-cache") == cold
    assert cached.run("--format", form, "--no-cache", "--jobs", "2") == cold


def test_an_unchanged_tree_is_answered_at_once(cached: Cached) -> None:
    cold = cached.run("-v")
    warm = cached.run("-v")

    assert "the findings of 0 of 19 files came from the cache" in cold.err
    assert "the whole answer came from the cache" in warm.err
    assert warm.out == cold.out
    assert len(cached.sql("SELECT * FROM answers")) == 1


def test_only_what_changed_is_checked(cached: Cached) -> None:
    cached.run("-v")
    plan(cached.folder, "xa-03", 20, "tinh")
    again = cached.run("-v")

    assert "the findings of 18 of 19 files came from the cache" in again.err
    assert again.out == cached.plain("-v").out


def test_only_what_is_found_anew_is_written(cached: Cached, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def line(diagnostic: Diagnostic, _: object) -> str:
        written.append(diagnostic.path)
        return f"{diagnostic.path}: {diagnostic.code}"

    monkeypatch.setattr(concise, "_line", line)
    words = ("--format", "concise", "--lang", "vi")
    cached.run(*words)
    assert len(set(written)) == 19

    written.clear()
    rewritten("xa-03.yaml", "period:", "# một dòng thêm\nperiod:")(cached.folder)
    again = cached.run(*words)
    assert set(written) == {"xa-03.yaml"}
    assert again == cached.plain(*words)
    written.clear()
    (cached.folder / "xa-07.yaml").unlink()
    cached.run(*words, "--lang", "en")
    assert len(set(written)) == 18


def test_what_another_process_left_meanwhile_is_replaced_as_a_whole(cached: Cached, monkeypatch: pytest.MonkeyPatch) -> None:
    (cached.folder / "huyen").mkdir()

    def below(value: int) -> None:
        file = plan(cached.folder / "huyen", "xa-99", value, "tinh")
        file.write_text(file.read_text("utf-8").partition("commitments:")[0], "utf-8")  # without proof, sets of which have numbers
        settle()

    below(5)
    cached.run("-v")
    real = ledger.write

    def write(*parts: Any) -> ledger.Written:
        monkeypatch.setattr(ledger, "write", real)
        below(7)
        cached.run("-v")
        return real(*parts)

    plan(cached.folder, "xa-03", 20, "tinh")
    settle()
    monkeypatch.setattr(ledger, "write", write)
    cached.run("-v")

    again = cached.run("-v")
    assert "the findings of 19 of 20 files came from the cache" in again.err  # that of the other process was read once more
    assert again.out == cached.plain("-v").out


def test_a_ledger_is_read_as_it_was_written() -> None:
    def kept(after: ledger.Ledger, before: ledger.Ledger) -> ledger.Ledger:
        written = ledger.write(after, before, "v")
        return ledger.read(written.content, written.seal, {**before.parts, **written.parts}, "v")

    files = [str(Path(os.sep) / folder / name) for folder, name in (("a", "1"), ("b", "1"), ("a", "2"))]
    heads = {file: UNKNOWN._replace(file=file, shown=Tally(file, counts=[], not_checked=[])) for file in files}
    first = kept(ledger.EMPTY._replace(heads={file: head._replace(name=file) for file, head in heads.items()}), ledger.EMPTY)
    assert list(first.heads) == files
    assert len(first.parts) == 3

    in_order = {file: first.heads[file] for file in sorted(files)}
    second = kept(first._replace(heads=in_order), first)
    assert list(second.heads.items()) == list(in_order.items())
    assert len(second.parts) == 2
    fewer = kept(second._replace(heads={files[0]: second.heads[files[0]]}), second)
    assert list(fewer.heads) == files[:1]


def test_a_set_of_proof_keeps_its_number() -> None:
    sets: list[dict[str, bool]] = []
    proofs = Proofs(sets, [{"a": True}, {}, {"b": False}, {"c": True}])
    proofs.again(2)

    assert [proofs.number(one) for one in ({"d": True}, {"c": True}, {"e": True}, {})] == [1, 3, 4, -1]
    assert sets == [{}, {"d": True}, {"b": False}, {"c": True}, {"e": True}]


def test_what_many_files_have_is_held_once() -> None:
    known: dict[Any, Any] = {}
    of = [Tally(path, counts=[("RES004", "x", "note", len(path))], not_checked=[("vì", "for", len(path))]) for path in ("a", "b")]
    one, two = (each.shared(known) for each in of)

    assert [one, two] == of
    assert one.counts[0] is two.counts[0]
    assert one.not_checked[0] is two.not_checked[0]


def test_a_file_that_was_only_touched_is_no_other(cached: Cached) -> None:
    before = cached.run()
    os.utime(cached.folder / "xa-03.yaml")

    assert cached.run() == before


def test_evidence_that_comes_and_goes_is_noticed(cached: Cached) -> None:
    missing = cached.run("--format", "concise")
    (cached.folder / "van-ban").mkdir()
    (cached.folder / "van-ban" / "xa-03.pdf").write_bytes(b"x")
    there = cached.run("--format", "concise")

    assert len(there.out.splitlines()) == len(missing.out.splitlines()) - 1
    (cached.folder / "van-ban" / "xa-03.pdf").unlink()
    assert cached.run("--format", "concise") == missing


def rewritten(name: str, old: str, new: str) -> Callable[[Path], None]:
    def rewrite(folder: Path) -> None:
        file = folder / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return rewrite


def written(name: str, text: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / name).write_text(text, "utf-8")

    return write


def twin(folder: Path) -> None:
    """A second file with the id of the province, that comes after it."""
    (folder / "z.yaml").write_text((folder / "tinh.yaml").read_text("utf-8"), "utf-8")


def renamed(folder: Path) -> None:
    (folder / "xa-03.yaml").rename(folder / "a.yaml")


def added(folder: Path) -> None:
    plan(folder, "xa-99", 5, "tinh")


SETTINGS = "kehoach: workspace/1\nlanguage: vi\n"
EXPECTED = "expected: [{level: province, period: 2027}]\n"
OWN_RULE = "{code: LC001, name: x, for_each: plan, require: 'false', message: {vi: x, en: x}, why: {vi: X., en: X.}, fix: {vi: X., en: X.}}"
CHANGES: dict[str, Callable[[Path], None]] = {
    "a figure below changes a sum above": rewritten("xa-03.yaml", "value: 5", "value: 9"),
    "a unit above is no longer that below": rewritten("tinh.yaml", "unit: km", "unit: ha"),
    "a thing that is referred to is gone": rewritten("tinh.yaml", "id: duong", "id: cauu"),
    "an id is taken twice": twin,
    "the plan above is gone": lambda folder: (folder / "tinh.yaml").unlink(),
    "a plan is gone": lambda folder: (folder / "xa-03.yaml").unlink(),
    "a plan has another name": renamed,
    "a plan is there for the first time": added,
    "a plan is no plan any more": rewritten("xa-03.yaml", "kehoach: plan/1", "khac: 1"),
    "a file becomes a plan": written("khac.yaml", PLAN.format(id="khac", level="commune", parent="", more="weight: x", value=1)),
    "a period is another than that above": rewritten("xa-03.yaml", "period: 2026", "period: 2027"),
    "a sector has no plan of its own": rewritten(
        "tinh.yaml", "commitments:", "tasks: [{id: T1, title: Cấy, sector: nong-nghiep}]\ncommitments:"
    ),
    "a file is broken": rewritten("xa-03.yaml", "kind: annual", "kind: [annual"),
    "what git passes over": written(".gitignore", "xa-03.yaml\n"),
    "a severity": written("kehoach.yaml", f"{SETTINGS}rules: {{severity: {{TSK001: note}}}}\n"),
    "a rule of its own": written("kehoach.yaml", f"{SETTINGS}custom:\n  - {OWN_RULE}\n"),
    "what is left out": written("kehoach.yaml", f"{SETTINGS}exclude: [xa-03.yaml]\n"),
    "what is expected": written("kehoach.yaml", f"{SETTINGS}expected: [{{level: district, period: 2026}}]\n"),
    "a waiver": written("kehoach.yaml", f"{SETTINGS}waivers: [{{plan: xa-03, code: TSK001, by: Sở, reason: đã biết}}]\n"),
    "settings that are wrong": written("kehoach.yaml", "kehoach: workspace/1\nla: 1\n"),
    "a lock that is wrong": written("kehoach.lock", "{}"),
    "a repository begins further down": lambda folder: (folder / ".git").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(cached: Cached, change: Callable[[Path], None]) -> None:
    (cached.folder / "khac.yaml").write_text("a: 1\n", "utf-8")
    settle()
    before = cached.run("--format", "json")
    assert cached.run("--format", "json") == before
    change(cached.folder)

    after = cached.run("--format", "json")
    assert after == cached.plain("--format", "json")
    assert cached.run("--format", "json") == after
    assert after != before or change is CHANGES["a repository begins further down"]


def test_plans_without_findings_are_looked_at_too(cached: Cached) -> None:
    rewritten("tinh.yaml", "value: 100", "value: 90")(cached.folder)
    settle()
    for change in (rewritten("tinh.yaml", "unit: km", "unit: ha"), rewritten("tinh.yaml", "id: duong", "id: cauu"), twin):
        before = cached.run("--format", "json")
        change(cached.folder)
        assert cached.run("--format", "json") == cached.plain("--format", "json") != before


def test_a_plan_that_is_named_and_not_there_is_found_where_it_is_named(cached: Cached) -> None:
    words = ("--format", "concise", "--select", "LVL001", "--complete")
    rewritten("xa-03.yaml", "same_as: [tinh#duong]", "same_as: [khac#duong]")(cached.folder)
    settle()
    before = cached.run(*words)
    assert before == cached.plain(*words)
    assert before.out.startswith("xa-03.yaml:14:")
    rewritten("xa-03.yaml", "      direction: increase\n", "\n      direction: increase\n")(cached.folder)

    after = cached.run(*words)
    assert after == cached.plain(*words)
    assert after.out.startswith("xa-03.yaml:15:")


def test_a_folder_that_is_called_like_a_plan_is_looked_into(cached: Cached) -> None:
    below = cached.folder / "cac-xa.yaml" / "xa"
    below.mkdir(parents=True)
    settle()
    before = cached.run()
    assert cached.run() == before
    plan(below, "xa-99", 5, "tinh")

    assert cached.run() == cached.plain() != before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("name", ["xa-03.yaml", "chi-tieu.yaml"])
def test_a_pipe_is_not_waited_for(cached: Cached, name: str) -> None:
    if name == "chi-tieu.yaml":
        (cached.folder / "kehoach.yaml").write_text(f"{SETTINGS}register: [{name}]\n", "utf-8")
    cached.run("--format", "json")
    (cached.folder / name).unlink(missing_ok=True)
    os.mkfifo(cached.folder / name)
    env = {"KEHOACH_CACHE_DIR": str(cached.place)}

    after = kehoach("validate", *TODAY, "--format", "json", cwd=cached.folder, env=env, limited=True)
    assert after.code == (1 if name == "xa-03.yaml" else 2)


def test_settings_that_change_under_a_run_are_read_by_the_next(cached: Cached, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, read = cached.folder / "kehoach.yaml", pinning.read
    settings.write_text(f"{SETTINGS}expected: [{{level: district, period: 2026}}]\n", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(pinning, "read", lambda root: settings.write_text(SETTINGS + EXPECTED, "utf-8") and read(root))
        before = cached.run("--format", "json")

    assert cached.run("--format", "json") == cached.plain("--format", "json") != before


def test_a_plan_is_missed_from_the_day_on_which_it_was_due(cached: Cached) -> None:
    (cached.folder / "kehoach.yaml").write_text(f"{SETTINGS}expected: [{{level: district, due: 2026-03-31}}]\n", "utf-8")
    words = [("--format", "json", "--today", day) for day in ("2026-03-01", "2026-05-01", "2026-03-02")]

    said = [cached.run(*each) for each in words]
    assert said == [cached.plain(*each) for each in words]
    first, late, again = (json.loads(each.out)["summary"]["errors"] for each in said)
    assert (late, again) == (first + 1, first)


@pytest.mark.parametrize("table", ["crosswalk.csv", "xa.csv", "chi-tieu.yaml"])
def test_a_change_of_a_data_file_is_seen(cached: Cached, table: str) -> None:
    settings = "register: [chi-tieu.yaml]\ncrosswalk: [crosswalk.csv]\nexpected: [{level: commune, period: 2026, localities: xa.csv}]\n"
    (cached.folder / "kehoach.yaml").write_text(f"{SETTINGS}{settings}", "utf-8")
    register = "kehoach: register/1\nid: chung\ntitle: Danh mục\nindicators:\n  - {id: duong, name: Đường, unit: %s, direction: increase}\n"
    contents = {
        "crosswalk.csv": ("old_code,old_name,new_code,new_name,from\n", ",Xã xa-03,,Xã xa-04,2025-07-01\n"),
        "xa.csv": ("code,name,within\n,Xã xa-01,\n", ",Xã chưa có,\n"),
        "chi-tieu.yaml": (register % "km", "  - {id: km, name: Dài, unit: km, direction: sai}\n"),
    }
    for name, (content, _) in contents.items():
        (cached.folder / name).write_text(content, "utf-8")
    before = cached.run("--format", "json")
    (cached.folder / table).write_text("".join(contents[table]), "utf-8")

    after = cached.run("--format", "json")
    assert after == cached.plain("--format", "json")
    assert after != before


def test_another_day_asks_only_what_hangs_on_the_day(cached: Cached) -> None:
    file = cached.folder / "xa-03.yaml"
    file.write_text(file.read_text("utf-8") + "gaps:\n  - {id: G1, text: Thiếu số liệu, due: 2026-03-01}\n", "utf-8")
    os.utime(file, (1_700_000_000, 1_700_000_000))
    settle()
    cached.run("--format", "json", "--today", "2026-02-01")
    later = cached.run("-v", "--format", "json", "--today", "2026-04-01")

    assert later.out == cached.plain("-v", "--format", "json", "--today", "2026-04-01").out
    assert "RSK" in later.out
    cached.run("-v", "--format", "json", "--today", "2026-02-01")
    assert "of 18 of 19 files" in cached.run("-v", "--format", "json", "--today", "2026-04-02").err


def test_a_run_over_a_part_leaves_the_whole_right(cached: Cached) -> None:
    below = cached.folder / "xa"
    below.mkdir()
    for file in cached.folder.glob("xa-*.yaml"):
        file.rename(below / file.name)
    cached.run("--format", "json")
    plan(below, "xa-03", 9, "tinh")
    settle()

    assert cached.run("--format", "json", "xa") == cached.plain("--format", "json", "xa")
    assert cached.run("--format", "json") == cached.plain("--format", "json")
    assert cached.run("--format", "json", "xa") == cached.plain("--format", "json", "xa")


@pytest.mark.parametrize("restored", ["size", "time"])
def test_a_change_that_hides_its_time_is_noticed(cached: Cached, restored: str) -> None:
    file = cached.folder / "xa-03.yaml"
    before, seen = cached.run("--format", "json"), file.stat()
    text = file.read_text("utf-8")
    file.write_text(text.replace("value: 5", "value: 9" if restored == "size" else "value: 55"), "utf-8")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    after = cached.run("--format", "json")
    assert after == cached.plain("--format", "json")
    assert after != before


def test_two_processes_at_once(cached: Cached) -> None:
    expected = cached.plain("--format", "json")
    env = environment({"KEHOACH_CACHE_DIR": str(cached.place)})
    words = (*MODULE, "validate", *TODAY, "--format", "json")
    both = [subprocess.Popen(words, cwd=cached.folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate(timeout=60) for process in both]

    assert [out.decode() for out, _ in said] == [expected.out] * 2
    assert [err for _, err in said] == [b"", b""]
    assert cached.run("--format", "json") == expected


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there are no signals here")
def test_a_writer_that_is_killed_leaves_nothing_half_written(cached: Cached) -> None:
    expected = cached.run()
    writer = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM ledgers")
connection.execute("UPDATE answers SET content = zeroblob(3000000)")
connection.execute("UPDATE bodies SET body = zeroblob(100000)")
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", writer, str(cached.file)], check=False)

    assert done.returncode == -signal.SIGKILL
    assert cached.run() == expected
    assert cached.run("--format", "json") == cached.plain("--format", "json")


def truncated(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def scrambled(file: Path) -> None:
    content = bytearray(file.read_bytes())
    chance = random.Random(3)  # noqa: S311 - damage, no secret
    for _ in range(400):
        content[chance.randrange(100, len(content))] = chance.randrange(256)
    file.write_bytes(content)


def other_tables(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE answers(name, used, content, seal)")
        connection.execute("CREATE VIEW heads AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")
    connection.close()


def a_trigger(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM ledgers; END")
    connection.close()


@pytest.mark.parametrize(
    "harm",
    [
        truncated,
        scrambled,
        other_tables,
        a_trigger,
        lambda file: file.write_bytes(b"kehoach: plan/1\n" * 5000),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"SQLite format 3\0" + bytes(10_000)),
    ],
    ids=["truncated", "scrambled", "other-tables", "trigger", "text", "empty", "header"],
)
def test_a_file_that_is_no_cache_is_made_anew(cached: Cached, harm: Callable[[Path], None]) -> None:
    cached.run()
    for name in (f"{FILE}-wal", f"{FILE}-shm"):
        (cached.place / name).unlink(missing_ok=True)
    harm(cached.file)

    for form in ("text", "json"):
        assert cached.run("--format", form) == cached.plain("--format", form)
    assert cached.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'") == []
    assert sorted(row[0] for row in cached.sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")) == sorted(TABLES)  # type: ignore[type-var]
    warm = cached.run("-v")
    assert cached.run("-v").out == warm.out
    assert "whole answer" in cached.run("-v").err


HARM = [
    "UPDATE answers SET content = replace(content, 'xa-0', 'xa-9')",
    "UPDATE answers SET content = '[]', seal = ''",
    "UPDATE answers SET content = 7",
    "UPDATE answers SET seen = '[{}, {}, {}]'",
    "UPDATE answers SET seen = 7, content = 7",
    "UPDATE parts SET content = replace(content, 'error', 'note')",
    "UPDATE parts SET content = x'00ff'",
    "DELETE FROM parts",
    "UPDATE ledgers SET content = x'00ff', seal = x'00'",
    "UPDATE bodies SET body = (SELECT body FROM bodies LIMIT 1)",
    "UPDATE bodies SET body = randomblob(300), card = randomblob(300), contents = randomblob(300)",
    "UPDATE bodies SET body = 'text', merged = 5, card = NULL",
    "UPDATE families SET content = randomblob(100)",
    "UPDATE pages SET content = replace(content, 'xa-0', 'xa-9')",
    "UPDATE pages SET content = '{\"xa-00.yaml\": 5}', seal = ''",
    "UPDATE pages SET content = x'00ff', seal = 5",
    "DELETE FROM bodies",
    "UPDATE tools SET name = 'x'",
    "UPDATE variants SET name = 'x' WHERE id = 1",
]


@pytest.mark.parametrize("statement", HARM)
def test_rows_that_were_tampered_with_are_not_believed(cached: Cached, statement: str) -> None:
    cached.run()
    cached.run("--format", "json")
    cached.run("--format", "concise")
    cached.sql(statement)
    if "answers" not in statement:
        cached.sql("DELETE FROM answers")

    for form in ("text", "json", "checklist", "concise"):
        assert cached.run("--format", form) == cached.plain("--format", form)
    plan(cached.folder, "xa-03", 20, "tinh")
    cached.sql(statement)
    for form in ("concise", "json"):
        assert cached.run("--format", form) == cached.plain("--format", form)


def test_another_version_of_the_tool_believes_nothing(cached: Cached) -> None:
    cached.run()
    cached.sql("DELETE FROM tools")
    cached.sql("UPDATE variants SET name = 'of another tool'")
    cached.sql("UPDATE answers SET name = 'of another tool'")

    assert "of 0 of 19 files" in cached.run("-v").err


@pytest.fixture
def locked(cached: Cached) -> Iterator[sqlite3.Connection]:
    cached.run()
    connection = sqlite3.connect(cached.file, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    yield connection
    connection.close()


def test_a_locked_cache_hinders_nothing(cached: Cached, locked: sqlite3.Connection) -> None:
    plan(cached.folder, "xa-03", 20, "tinh")
    done = cached.run("-v")

    assert locked.in_transaction
    assert done.out == cached.plain("-v").out
    assert "database is locked" in done.err


@pytest.mark.parametrize("place", ["kho/kehoach.yaml", "kho/kehoach.yaml/x", "tep"])
def test_a_folder_that_cannot_be_written_hinders_nothing(cached: Cached, tmp_path: Path, place: str) -> None:
    cached.place = tmp_path / place
    if place == "tep":
        cached.place.mkdir()
        (cached.place / FILE).mkdir()
    done = cached.run("-v")

    assert done.out == cached.plain("-v").out
    assert "the cache cannot be used" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
@pytest.mark.parametrize("harm", [lambda place, _: place.chmod(0o777), lambda _, file: file.chmod(0o666)], ids=["folder", "file"])
def test_a_cache_that_others_can_write_is_not_used(cached: Cached, harm: Callable[[Path, Path], None]) -> None:
    cached.run()
    harm(cached.place, cached.file)

    assert "others can write to it" in cached.run("-v").err


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_place_of_the_cache_is_not_followed(cached: Cached, tmp_path: Path) -> None:
    cached.run()
    other = tmp_path / "other.sqlite"
    cached.file.rename(other)
    cached.file.symlink_to(other)

    assert "others can write to it" in cached.run("-v").err


def test_the_cache_shows_up_nowhere_among_the_plans(cached: Cached) -> None:
    before = sorted(cached.folder.rglob("*"))
    cached.run()

    assert sorted(cached.folder.rglob("*")) == before
    assert sorted(file.name for file in cached.place.iterdir()) == [FILE]
    if sys.platform != "win32":
        assert cached.file.stat().st_mode & 0o077 == 0


def test_where_it_is_and_throwing_it_away(cached: Cached) -> None:
    env = {"KEHOACH_CACHE_DIR": str(cached.place), "KEHOACH_LANG": "en"}
    assert kehoach("cache", env=env).out == f"there is nothing yet in {cached.file}\n"
    cached.run()

    assert "files: 19; settings: 1; whole answers: 1" in kehoach("cache", env=env).out
    assert kehoach("cache", "clear", env=env).out == f"deleted {cached.file}\n"
    assert not cached.file.exists()
    assert kehoach("cache", "empty", env=env).code == 2


def test_a_file_as_new_as_the_look_at_it_may_change_unseen() -> None:
    mark = "33188 10 1700000000000000001 1700000000000000001 7"

    assert is_fresh(mark, 1_700_000_000_000_000_001)
    assert is_fresh(mark, 1_700_000_000_010_000_000)
    assert not is_fresh(mark, 1_700_000_001_000_000_000)
    assert is_fresh(mark.replace("1 ", "0 "), 1_700_000_001_000_000_000)


def test_old_entries_are_dropped(cached: Cached) -> None:
    for number in range(10):
        cached.run("--ignore", f"RES00{number}")

    assert len(cached.sql("SELECT id FROM variants")) == 8
    assert cached.sql("SELECT COUNT(DISTINCT variant) FROM bodies") == [(8,)]
    assert cached.sql("SELECT COUNT(*) FROM ledgers") == [(8,)]


def a_head(name: str, parent: str, says: str, whole: str = "w") -> Head:
    plan = Index(name, parent, [parent] if parent else [], False, "card", whole, "says", says)  # noqa: FBT003 - a row
    return UNKNOWN._replace(file=f"/{name}.yaml", name=f"{name}.yaml", plan=plan)


def test_plans_take_in_a_file_that_says_the_same_in_other_places_and_no_other() -> None:
    plans = Plans([a_head("tinh", "", "a"), a_head("xa-1", "tinh", "b"), a_head("xa-2", "tinh", "c")], (), {})
    state = plans.state("", ["lowers tinh", "plan xa-1", "all "])
    moved, changed = a_head("xa-1", "tinh", "b", "elsewhere"), a_head("xa-1", "tinh", "new")

    assert not plans.take([moved, changed])
    assert not plans.take([changed])
    assert not plans.take([a_head("xa-1", "khac", "b")])
    assert not plans.take([a_head("xa-3", "tinh", "b")])
    assert not plans.take([moved._replace(plan=None)])
    assert plans.by_name["xa-1.yaml"].head is not moved
    assert plans.take([moved])

    anew = Plans([a_head("tinh", "", "a"), moved, a_head("xa-2", "tinh", "c")], (), {})
    assert (plans.nodes, plans.by_name, plans.first, plans.below) == (anew.nodes, anew.by_name, anew.first, anew.below)
    assert plans.placed("xa-1.yaml") == "elsewhere"
    assert state == anew.state("", ["lowers tinh", "plan xa-1", "all "])
