"""Which format the ending of `-o` asks for."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kehoach.cli.options import one_of
from kehoach.errors import KehoachError
from kehoach.language import Text

E = TypeVar("E", bound=StrEnum)

_ENDINGS = {
    ".md": ("md", "markdown"),
    ".markdown": ("md", "markdown"),
    ".html": ("html",),
    ".htm": ("html",),
    ".txt": ("text", "md", "markdown"),
    ".json": ("json",),
    ".csv": ("csv",),
    ".docx": ("docx",),
    ".xlsx": ("xlsx",),
    ".pdf": ("pdf",),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".xls", ".xlsm", ".ods", ".tsv", ".xml", ".yaml", ".yml"), ()),
}
"""What a reader expects behind an ending, the first word first; nothing: no command writes it."""


def form_of(words: type[E], said: str | None, output: str | None, default: E) -> E:
    """Choose the one format: the one that `--format` names, else what the ending of `-o` asks for, else the default.

    Raises:
        KehoachError: no such format, the ending is that of another, or nothing here writes what it asks for.
    """
    if said is not None:
        chosen = one_of(words, said, "--format")
        if output is not None and chosen.value not in _ENDINGS.get(_ending(output), (chosen.value,)):
            raise KehoachError(_OTHER, output=output, ending=_ending(output), form=chosen.value)
        return chosen
    asked = _ENDINGS.get(_ending(output)) if output is not None else None
    if asked is None or output is None:
        return default
    for name in asked:
        if name in tuple(words):
            return words(name)
    raise KehoachError(_NO_FORM, output=output, ending=_ending(output), forms=", ".join(words))


def forms_of(words: type[E], said: Sequence[str], output: str | None, default: E) -> tuple[E, ...]:
    """Choose the formats where `--format` may be repeated; several of them want a folder.

    Raises:
        KehoachError: as of one; or several are to go into one file.
    """
    if len(set(said)) <= 1:
        return (form_of(words, said[0] if said else None, None if output is None or Path(output).is_dir() else output, default),)
    chosen = tuple(dict.fromkeys(one_of(words, each, "--format") for each in said))
    refuse_file(output, Text(f"{len(chosen)} dạng", f"{len(chosen)} formats"))
    return chosen


def refuse_file(output: str | None, several: Text) -> None:
    """Refuse a file, or a name that would look like one, where a folder is wanted.

    Raises:
        KehoachError: it is one.
    """
    if output is None or Path(output).is_dir():
        return
    if Path(output).exists() or _ending(output) in _ENDINGS:
        raise KehoachError(_NO_FOLDER, output=output, several=several)


def _ending(output: str) -> str:
    return Path(output).suffix.lower()


_OTHER = Text(
    vi="-o {output}: đuôi {ending} không hợp với --format {form}; bỏ --format để lấy dạng theo đuôi tệp, hoặc đổi tên tệp",
    en="-o {output}: the ending {ending} does not go with --format {form}; leave out --format to go by the ending, or rename the file",
)
_NO_FORM = Text(
    vi="-o {output}: lệnh này không ghi được tệp {ending} (có: {forms})",
    en="-o {output}: this command writes no {ending} files (there are: {forms})",
)
_NO_FOLDER = Text(
    vi="-o {output}: {several} cần một thư mục, không phải một tệp; như -o ket-qua",
    en="-o {output}: {several} want a folder, not a file; as in -o result",
)
