"""What a run holds of each file outside memory: rows that stay in memory while they are few, then go to a private file."""

import os
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from kehoach.errors import KehoachError, cause
from kehoach.language import Text

if TYPE_CHECKING:
    from io import FileIO


class Held(NamedTuple):
    """What is held of a file; none of what it has not."""

    body: bytes | None = None
    merged: bytes | None = None
    card: bytes | None = None
    contents: bytes | None = None


class Spool:
    """Rows by the file's full path; a process forked from this one may read them, too."""

    def __init__(self) -> None:
        self._held: dict[str, Held] = {}
        self._size = 0
        self._file: FileIO | None = None
        self._places: dict[str, bytes] = {}
        self._end = 0

    def put(self, file: str, row: Held) -> None:
        """Hold what is known of a file, in place of what was.

        Raises:
            KehoachError: there is no room for it.
        """
        if self._file is not None:
            self._places[file] = self._written(row)
            return
        self._size += _size(row) - _size(self._held.get(file, Held()))
        self._held[file] = row
        if self._size > _MOST:
            self._move()

    def add(self, file: str, name: str, content: bytes) -> None:
        """Hold one thing of a file beside what is held of it.

        Raises:
            KehoachError: as above.
        """
        if self._file is None:
            self.put(file, self._held.get(file, Held())._replace(**{name: content}))
            return
        at = _NUMBERS[name] * _PLACE.size
        places = self._places.get(file, _NOWHERE)
        self._places[file] = places[:at] + self._written((content,)) + places[at + _PLACE.size :]

    def get(self, file: str) -> Held | None:
        """Give what is held of a file; none where nothing is."""
        if self._file is None:
            return self._held.get(file)
        places = self._places.get(file)
        return None if places is None else Held(*(self._cell(*place) for place in _PLACE.iter_unpack(places)))

    def cell(self, file: str, name: str) -> bytes | None:
        """Give one of the things that are held of a file, without the others."""
        if self._file is None:
            value: bytes | None = getattr(self._held.get(file), name, None)
            return value
        places = self._places.get(file)
        return None if places is None else self._cell(*_PLACE.unpack_from(places, _NUMBERS[name] * _PLACE.size))

    def close(self) -> None:
        """Let go of all."""
        self._held = {}
        if self._file is not None:
            self._file.close()

    def _move(self) -> None:
        """Write to a file what is too much for memory; it has no name, and vanishes with the run."""
        from tempfile import TemporaryFile  # noqa: PLC0415 - fewer files than some hundreds need it not

        try:
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - for the whole run
        except OSError as error:
            raise KehoachError(_NO_ROOM, why=cause(error)) from None
        while self._held:
            file, row = self._held.popitem()
            self.put(file, row)

    def _written(self, cells: tuple[bytes | None, ...]) -> bytes:
        """Write things behind all others; give where they stand."""
        assert self._file is not None
        at, places = self._end, b""
        for cell in cells:
            places += _PLACE.pack(at, _NONE if cell is None else len(cell))
            at += len(cell or b"")
        left = memoryview(b"".join(filter(None, cells)))
        try:
            self._file.seek(self._end)
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            raise KehoachError(_NO_ROOM, why=cause(error)) from None
        self._end = at
        return places

    def _cell(self, start: int, length: int) -> bytes | None:
        assert self._file is not None
        if length == _NONE:
            return None
        content = b""
        try:
            while len(content) < length:
                content += _read(self._file, length - len(content), start + len(content))
        except OSError as error:
            raise KehoachError(_NO_ROOM, why=cause(error)) from None
        return content


def _read(file: "FileIO", size: int, at: int) -> bytes:
    """Read at a place; several processes do so at once, where the system can."""
    if hasattr(os, "pread"):
        content = os.pread(file.fileno(), size, at)
    else:
        file.seek(at)
        content = file.read(size)
    if not content:
        raise OSError(_CUT_OFF)
    return content


def _size(row: Held) -> int:
    return sum(map(len, filter(None, row)))


_MOST = 8 << 20  # bytes
_PLACE = Struct("=qq")
"""Where one thing stands in the file, and its size."""

_NONE = -1
_NOWHERE = _PLACE.pack(0, _NONE) * len(Held._fields)
_NUMBERS = {name: number for number, name in enumerate(Held._fields)}
_CUT_OFF = "cut off"
_NO_ROOM = Text(
    vi="không dùng được tệp tạm cho kết quả ({why}); cần chỗ trống trong thư mục tạm",
    en="the findings do not fit into a temporary file ({why}); make room in the folder for temporary files",
)
