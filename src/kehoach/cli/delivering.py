"""Where a document goes that a command has made."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kehoach.language import Language, Text
from kehoach.reading.writing import make, write


class Place(NamedTuple):
    """Where a document is wanted: `-o`, `--force`, and the files that it is made of and never written over.

    Attributes:
        quiet: say nothing of it.
    """

    output: str | None
    force: bool
    inputs: tuple[Path, ...] = ()
    quiet: bool = False


def deliver(content: bytes, name: str, place: Place, language: Language, *, is_binary: bool) -> None:
    """Write a document where it is wanted: without a place, text to standard output, else a file here; a file is named.

    Raises:
        KehoachError: the file exists, is an input, or cannot be written.
    """
    if place.output is None and not is_binary:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    _written(Path(place.output or name), content, place, language)


def deliver_into(folder: Path, contents: Mapping[str, bytes], place: Place, language: Language) -> None:
    """Write several documents into a folder, and name each.

    Raises:
        KehoachError: a file exists, is an input, or cannot be written.
    """
    make(folder)
    for name, content in contents.items():
        _written(folder / name, content, place, language)


def _written(path: Path, content: bytes, place: Place, language: Language) -> None:
    write(path, content, force=place.force, inputs=place.inputs)
    if not place.quiet:
        tell(_WRITTEN, language, name=str(path))


def tell(text: Text, language: Language, **values: str) -> None:
    """Say something beside the result."""
    print(f"kehoach: {text.fill(language, values) if values else text.to(language)}", file=sys.stderr)


_WRITTEN = Text(vi="đã ghi {name}", en="wrote {name}")
