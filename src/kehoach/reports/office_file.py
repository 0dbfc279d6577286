"""A template that is a file of Word or Excel: an archive of parts, opened without trust."""

import io
import zipfile
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import KehoachError, cause
from kehoach.language import Text


class OfficeFile(NamedTuple):
    """The bytes of a template, and the names of its parts; none where it is no archive."""

    content: bytes
    parts: frozenset[str]


def read(file: Path, largest: int) -> OfficeFile:
    """Read a template of a sensible size.

    Args:
        file: the template.
        largest: how many bytes it may have, packed and unpacked.

    Raises:
        KehoachError: it cannot be read, or is larger.
    """
    try:
        if file.stat().st_size > largest:
            raise KehoachError(_TOO_LARGE, name=file.name)
        content = file.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > largest:
                raise KehoachError(_TOO_LARGE, name=file.name)
            return OfficeFile(content, frozenset(archive.namelist()))
    except OSError as error:
        raise KehoachError(_UNREADABLE, name=file.name, why=cause(error)) from None
    except (zipfile.BadZipFile, NotImplementedError):
        return OfficeFile(content, frozenset())


_TOO_LARGE = Text(vi="mẫu {name!r} quá lớn", en="the template {name!r} is too large")
_UNREADABLE = Text(vi="không đọc được mẫu {name!r}: {why}", en="cannot read the template {name!r}: {why}")
