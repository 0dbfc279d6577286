"""Formatting files where they stand."""

from pathlib import Path
from typing import NamedTuple

from kehoach.reading.formatting import formatted
from kehoach.reading.writing import write
from kehoach.workspace.discovery import Source, read


class Formatted(NamedTuple):
    """A file's bytes before and after."""

    before: bytes
    after: bytes

    @property
    def is_changed(self) -> bool:
        """Whether the file was not in canonical form."""
        return self.before != self.after


def format_file(source: Source, *, is_dry: bool = False) -> Formatted:
    """Bring a file into canonical form; one that is so already is not written.

    Args:
        source: the file.
        is_dry: write nothing.

    Raises:
        KehoachError: the file cannot be read or written, has faults, or changed meanwhile.
    """
    before = read(source)
    result = Formatted(before, formatted(before, source.name))
    if result.is_changed and not is_dry:
        write(Path(source.file), result.after, expected=before)
    return result
