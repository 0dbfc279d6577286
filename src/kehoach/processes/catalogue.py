"""The processes there are: shipped with the tool, and in a workspace's own folder; read when they are needed."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from kehoach.errors import KehoachError, cause
from kehoach.language import Language, Text
from kehoach.processes.base import ReadyProcess
from kehoach.processes.compiling import ready, ready_as_shipped
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.values.text import nearest, short

SHIPPED = ("action-plan", "lao-cai", "led-strategic", "nghe-an-district", "mop-sedp")
"""The processes of the five seeds, in the seeds' order."""

_FOLDER = Path(__file__).resolve().parent / "shipped"
_MOST_SHOWN = 5


class BadProcessError(KehoachError):
    """A process document is wrong: every line says where and why."""

    def __init__(self, said: list[tuple[str, Text]]) -> None:
        self.said = said
        super().__init__(_BAD, lines=Text(self._lines(Language.VI), self._lines(Language.EN)))

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with its lines."""
        return type(self), (self.said,)

    def _lines(self, language: Language) -> str:
        shown = [f"{place}: {text.to(language)}" for place, text in self.said[:_MOST_SHOWN]]
        more = len(self.said) - len(shown)
        return "\n".join(shown) + (f"\n… +{more}" if more else "")


def known(folder: str = "") -> tuple[str, ...]:
    """List the ids of all processes, the shipped ones first.

    Raises:
        KehoachError: a document in the workspace's own folder is wrong.
    """
    return (*SHIPPED, *_own(folder))


def process(name: str, folder: str = "") -> ReadyProcess:
    """Give one process by its id.

    Args:
        name: the id.
        folder: the workspace's own folder of processes; empty: it has none.

    Raises:
        KehoachError: there is no such process, or its document is wrong.
    """
    if name in SHIPPED:
        return _shipped(name)
    own = _own(folder)
    if name in own:
        return own[name]
    near = nearest(name, (*SHIPPED, *own))
    raise KehoachError(_NONE_NEAR if near else _NONE, id=name, near=near or "", ids=", ".join((*SHIPPED, *own)))


def followed(names: Iterable[str], folder: str = "") -> tuple[ReadyProcess, ...]:
    """Give the processes of a plan, each once; ids that no process has are left out.

    Raises:
        KehoachError: a document in the workspace's own folder is wrong.
    """
    own = _own(folder) if folder else {}
    return tuple(process(name, folder) for name in dict.fromkeys(names) if name in SHIPPED or name in own)


@cache
def _shipped(name: str) -> ReadyProcess:
    file = _FOLDER / f"{name}.yaml"
    return ready_as_shipped(file.read_bytes(), file.name)


def own_files(folder: str) -> list[Path]:
    """List the documents in a folder of processes: files only, for a pipe would be waited for, and no link that leads out of it.

    Raises:
        KehoachError: the folder cannot be looked into.
    """
    try:
        top = Path(folder).resolve()
        return [file for file in sorted(Path(folder).glob("*.y*ml")) if file.is_file() and file.resolve().is_relative_to(top)]
    except OSError as error:
        raise KehoachError(_CLOSED, file=short(folder), reason=cause(error)) from None


@cache
def _own(folder: str) -> Mapping[str, ReadyProcess]:
    found: dict[str, ReadyProcess] = {}
    for file in own_files(folder) if folder else ():
        one = _read(file, _shown(file))
        if one.id in SHIPPED or one.id in found:
            raise KehoachError(_TAKEN, file=one.name, id=one.id)
        found[one.id] = one
    return found


def _shown(file: Path) -> str:
    try:
        return str(file.relative_to(Path.cwd()))
    except ValueError:
        return str(file)


def _read(file: Path, name: str) -> ReadyProcess:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise KehoachError(_CLOSED, file=name, reason=cause(error)) from None
    document, complaints, found = ready(content, name)
    if found is None:
        raise BadProcessError([_told(document, complaint) for complaint in complaints])
    return found


def _told(document: Document, complaint: Complaint) -> tuple[str, Text]:
    place = document.place(complaint.span, quote=False)
    message = complaint.message or _UNREADABLE
    said = {language: message.fill(language, complaint.values) for language in Language}
    fix = complaint.fix or Text("", "")
    remedy = {language: fix.fill(language, complaint.values) for language in Language}
    return f"{document.name}:{place.line}:{place.column}", Text(
        *(f"{complaint.code} {said[language]}. {remedy[language]}".rstrip(". ") for language in (Language.VI, Language.EN))
    )


_BAD = Text(vi="quy trình sai:\n{lines}", en="the process document is wrong:\n{lines}")
_UNREADABLE = Text(vi="không đọc được; chạy `kehoach validate` với tệp này", en="cannot be read; run `kehoach validate` on this file")
_NONE = Text(vi="không có quy trình {id!r} (có: {ids})", en="there is no process {id!r} (there are: {ids})")
_NONE_NEAR = Text(vi="không có quy trình {id!r}; ý bạn là {near}?", en="there is no process {id!r}; did you mean {near}?")
_TAKEN = Text(vi="{file}: mã quy trình {id!r} đã có", en="{file}: the process id {id!r} is taken")
_CLOSED = Text(vi="không mở được {file}: {reason}", en="{file} cannot be opened: {reason}")
