"""Where a document goes that a command has made."""

import sys
from pathlib import Path
from typing import NamedTuple

from kehoach.language import Language, Text
from kehoach.reading.writing import write


class Place(NamedTuple):
    """Where a document is wanted: `-o`, `--force`, and the files that it is made of and never written over."""

    output: str | None
    force: bool
    inputs: tuple[Path, ...] = ()


def deliver(content: bytes, name: str, place: Place, language: Language, *, is_binary: bool) -> None:
    """Write a document where it is wanted: without a place, text to standard output, else a file here, which is named.

    Raises:
        KehoachError: the file exists, is an input, or cannot be written.
    """
    if place.output is None and not is_binary:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    write(Path(place.output or name), content, force=place.force, inputs=place.inputs)
    if place.output is None:
        print(f"kehoach: {_WRITTEN.fill(language, {'name': name})}", file=sys.stderr)


_WRITTEN = Text(vi="đã ghi {name}", en="wrote {name}")
