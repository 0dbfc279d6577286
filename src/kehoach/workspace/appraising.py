"""Files and findings to what an appraiser writes a sheet about: each plan with what was found, and what became of the last findings."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kehoach.checking import Checked
from kehoach.model.plan import Plan
from kehoach.reading.loading import load
from kehoach.workspace.answering import Answers, Last, answered
from kehoach.workspace.discovery import STDIN, Source, below_root, read
from kehoach.workspace.running import Run


class Appraised(NamedTuple):
    """One file that was looked at; no plan where it could not be read as one."""

    checked: Checked
    plan: Plan | None
    answers: Answers | None


def appraised(done: Run, last: Last | None, stdin: bytes = b"") -> Iterator[Appraised]:
    """Give each plan of a run with its findings, in the order of the files; what is no plan is passed over.

    Raises:
        KehoachError: a file can no longer be read.
    """
    sources = {source.name: source for source in done.sources}
    piped = next((source for source in done.sources if source.file == STDIN), None)
    for checked in sorted(done.results, key=lambda result: result.path):
        source = sources.get(checked.path, piped)
        if source is not None and not checked.skipped:
            answers = answered(checked, last) if last is not None and checked.plan is not None else None
            yield Appraised(checked, _plan(source, checked.path, stdin), answers)


def _plan(source: Source, name: str, stdin: bytes) -> Plan | None:
    folder = None if source.file == STDIN else Path(source.file).absolute().parent
    content = stdin if folder is None else read(source)
    built = load(content, name, folder, below_root(folder) if folder else 0).built
    return built.node if built else None
