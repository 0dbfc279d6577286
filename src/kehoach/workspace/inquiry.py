"""A question in SQL to the plans of a workspace: only what it asks for is read, and only then is anything checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach.analysis.relations.base import Column, Relation, Row, Sort, field
from kehoach.analysis.relations.catalogue import RELATIONS as OF_PLANS
from kehoach.analysis.relations.catalogue import rows_of
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.model.monitoring import Indicator
from kehoach.model.plan import Locality, Plan
from kehoach.model.wording import SEVERITIES
from kehoach.reading.loading import load
from kehoach.workspace import tables
from kehoach.workspace.configuration import Configuration, configuration
from kehoach.workspace.database import Answer, Database, Limits
from kehoach.workspace.discovery import Source, below_root, discover, read
from kehoach.workspace.execution import Outcome, in_processes
from kehoach.workspace.running import Run, Wishes, run, start

Progress = Callable[[Iterable["Extracted"], int], Iterator["Extracted"]]


class Question(NamedTuple):
    """What is asked, of which plans, with which limits."""

    sql: str
    today: date
    paths: tuple[str, ...] = ()
    config: Path | None = None
    limits: Limits = Limits()
    jobs: int | None = None
    cache: bool = False


class Extracted(NamedTuple):
    """The rows of one file.

    Attributes:
        trouble: why the file could not be opened.
        is_unread: it says that it is a plan, and could not be read as one.
        is_cut: a part of it could not be read, and is left out.
    """

    name: str
    tables: Mapping[str, list[Row]]
    trouble: KehoachError | None = None
    is_unread: bool = False
    is_cut: bool = False


class Told(NamedTuple):
    """The answer, and what it does not include.

    Attributes:
        is_vain: there is not one file of those that were asked.
    """

    answer: Answer
    troubles: tuple[KehoachError, ...] = ()
    unread: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    is_vain: bool = False


def relations() -> dict[str, Relation]:
    """List every table, those of the plans first."""
    return {**OF_PLANS, **{relation.name: relation for relation in (_FINDINGS, _CHECKLIST, _REGISTER, _EXPECTED)}}


def tell(question: Question, language: Language, progress: Progress) -> Told:
    """Answer a question.

    Raises:
        KehoachError: it is no sound SELECT, takes too much, or there is nothing to ask.
    """
    database = Database(relations(), question.today, language)
    try:
        names = database.mentioned(question.sql)
        if not names:
            return Told(database.ask(question.sql, question.limits))
        settings = configuration(start(question.paths), question.config)
        notes = _Notes()
        if names & set(OF_PLANS):
            database.fill(_plans(question, settings, names & set(OF_PLANS), notes, progress))
        database.fill(_others(question, settings, names, language, notes))
        is_vain = not notes.files and bool(notes.troubles)
        return Told(database.ask(question.sql, question.limits), tuple(notes.troubles), tuple(notes.unread), tuple(notes.cut), is_vain)
    finally:
        database.close()


class _Notes:
    """What is to be said of files on the way."""

    def __init__(self) -> None:
        self.files = 0
        self.troubles: list[KehoachError] = []
        self.unread: list[str] = []
        self.cut: list[str] = []


def _plans(
    question: Question, settings: Configuration, names: Iterable[str], notes: _Notes, progress: Progress
) -> Iterator[Mapping[str, list[Row]]]:
    """Read the plans, each let go before the next comes."""
    found = discover(list(question.paths), settings.plans, settings.exclude, settings.root)
    notes.files += len(found.sources)
    notes.troubles += found.troubles
    wanted = tuple(sorted(names))
    for one in progress(in_processes(found.sources, partial(_extracted, wanted), question.jobs), len(found.sources)):
        if one.trouble is not None:
            notes.troubles.append(one.trouble)
        if one.is_unread:
            notes.unread.append(one.name)
        if one.is_cut:
            notes.cut.append(one.name)
        yield one.tables


def _extracted(names: Sequence[str], sources: Iterable[Source]) -> list[Extracted]:
    return [_of_file(names, source) for source in sources]


def _of_file(names: Sequence[str], source: Source) -> Extracted:
    try:
        content = read(source)
    except KehoachError as error:
        return Extracted(source.name, {}, error)
    folder = Path(source.file).absolute().parent
    loaded = load(content, source.name, folders=below_root(folder))
    if loaded.built is None:
        return Extracted(source.name, {}, is_unread=not loaded.skipped)
    found = rows_of(loaded.built.node, names)
    if "plans" in found:
        found["plans"] = [(*row[:-1], source.name) for row in found["plans"]]
    return Extracted(source.name, found, is_cut=bool(loaded.built.cuts))


def _others(
    question: Question, settings: Configuration, names: frozenset[str], language: Language, notes: _Notes
) -> Iterator[Mapping[str, Iterable[Row]]]:
    """Give the rows that come from more than one plan by itself."""
    if names & {_FINDINGS.name, _CHECKLIST.name}:
        wishes = Wishes(today=question.today, paths=question.paths, config=question.config, jobs=question.jobs, cache=question.cache)
        done = run(wishes, _unwatched)
        notes.files += len(done.sources)
        notes.troubles += [trouble for trouble in done.troubles if trouble.args not in [one.args for one in notes.troubles]]
        yield {_FINDINGS.name: _findings(done, language), _CHECKLIST.name: _checklist(done)}
        done.close()
    if _REGISTER.name in names:
        yield {_REGISTER.name: _register(settings)}
    if _EXPECTED.name in names:
        yield {_EXPECTED.name: _expected(settings)}


def _findings(done: Run, language: Language) -> Iterator[Row]:
    ids = {result.path: result.plan.id for result in done.results if result.plan is not None}
    for result in done.results:
        for one in result.diagnostics:
            place = (one.path, one.place.line, one.place.column, one.pointer)
            yield (ids.get(one.path), *place, one.code, one.name, one.severity.value, one.section or None, one.said(language))


def _checklist(done: Run) -> Iterator[Row]:
    for result in done.results:
        if result.plan is not None:
            yield from ((result.plan.id, section, mark) for section, mark in result.plan.checklist.items())


def _register(settings: Configuration) -> Iterator[Row]:
    for key, entry in tables.registers(settings).items():
        register, _, name = key.rpartition("#")
        if register:
            way = entry.direction.value if entry.direction else None
            how = entry.aggregation.value if entry.aggregation else None
            yield register, name, entry.name, entry.unit or None, way, how, entry.weight or None, entry.file


def _expected(settings: Configuration) -> Iterator[Row]:
    for one in tables.expected(settings):
        where = (one.locality.name or None, one.locality.code or None, one.locality.within or None) if one.locality else (None, None, None)
        days = (one.period.first.isoformat(), one.period.last.isoformat()) if one.period else (None, None)
        words = (one.level.value if one.level else None, one.kind.value if one.kind else None)
        yield *where, *words, *days, one.due.last.isoformat() if one.due else None


def _unwatched(outcomes: Iterable[Outcome], _: int) -> Iterator[Outcome]:
    return iter(outcomes)


_FINDINGS = Relation(
    "findings",
    Text("Các phát hiện, như `kehoach validate`", "The findings, as `kehoach validate` gives them"),
    (
        Column("path", Sort.TEXT, Text("Tệp", "The file")),
        Column("line", Sort.WHOLE, Text("Dòng, từ 1", "The line, from 1")),
        Column("column", Sort.WHOLE, Text("Cột, từ 1", "The column, from 1")),
        Column("pointer", Sort.TEXT, Text("Chỗ trong tệp, dạng JSON Pointer", "The place in the file, as a JSON Pointer")),
        Column("code", Sort.TEXT, Text("Mã luật", "The rule's code")),
        Column("name", Sort.TEXT, Text("Tên luật", "The rule's name")),
        Column("severity", Sort.WORD, Text("Mức", "The severity"), labels=SEVERITIES),
        Column("section", Sort.TEXT, Text("Mục của danh mục kiểm tra", "The section of the checklist")),
        Column("message", Sort.TEXT, Text("Lời nhắn, theo --lang", "The message, by --lang")),
    ),
    None,
)
_CHECKLIST = Relation(
    "checklist",
    Text("Tám mục của từng kế hoạch", "The eight sections of each plan"),
    (
        Column("section", Sort.WORD, Text("Mục, như `risks`", "The section, such as `risks`")),
        Column("mark", Sort.WORD, Text("`complete`: đủ; `gaps`: còn thiếu sót; `missing`: chưa có", "`complete gaps missing`")),
    ),
    None,
)
_REGISTER = Relation(
    "register",
    Text("Danh mục chỉ tiêu dùng chung của kho", "The indicator registers of the workspace"),
    (
        Column("register", Sort.TEXT, Text("Mã danh mục", "The register's id")),
        *(field(Indicator, key) for key in ("id", "name", "unit", "direction", "aggregation", "weight")),
        Column("path", Sort.TEXT, Text("Tệp", "The file")),
    ),
    None,
    is_of_plan=False,
)
_EXPECTED = Relation(
    "expected",
    Text("Các kế hoạch mà kho chờ (`expected` trong kehoach.yaml)", "The plans that the workspace expects (`expected` in kehoach.yaml)"),
    (
        field(Locality, "name", "locality"),
        field(Locality, "code", "locality_code"),
        field(Locality, "within"),
        field(Locality, "level"),
        field(Plan, "kind"),
        Column("period_start", Sort.DAY, Text("Ngày đầu của kỳ kế hoạch", "The first day of the period")),
        Column("period_end", Sort.DAY, Text("Ngày cuối của kỳ kế hoạch", "The last day of the period")),
        Column("due_date", Sort.DAY, Text("Hạn nộp", "When it is due")),
    ),
    None,
    is_of_plan=False,
)
