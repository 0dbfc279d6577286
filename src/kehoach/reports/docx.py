"""Reports as Word documents, filled into templates that offices can change in Word."""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from kehoach.errors import KehoachError, cause
from kehoach.language import Text
from kehoach.reports import sandbox
from kehoach.reports.extras import wanting
from kehoach.reports.paper import family, paper
from kehoach.shipped import folder

FOLDER = "docx"
SUFFIX = ".docx"
LARGEST = 20 * 1000 * 1000
"""Bytes of a template, as it is and unpacked."""


def render(data: dict[str, Any], day: date, template: Path | None = None) -> bytes:
    """Render a report, by the shipped template or a user's own; the same view and day give the same bytes.

    Raises:
        KehoachError: the extra is not installed; the user's template cannot be read, fails, or takes too much.
    """
    with wanting("docx", "docx", "docxtpl", "lxml"):
        from kehoach.reports.filling import filled  # noqa: PLC0415 - slow to import, and an extra
    values = paper(data)
    name = family(values["report"])
    if template is None:
        return filled((folder("templates") / FOLDER / f"{name}{SUFFIX}").read_bytes(), values, day)
    file = sandbox.found(template, (values["report"], name), SUFFIX)
    return sandbox.fill(file, read(file), values, day)


def read(file: Path) -> bytes:
    """Read a template, if it is a Word document of a sensible size.

    Raises:
        KehoachError: it is not.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise KehoachError(_TOO_LARGE, name=file.name)
        content = file.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise KehoachError(_TOO_LARGE, name=file.name)
            is_word = _BODY in archive.namelist() and not _MACROS.intersection(archive.namelist())
    except OSError as error:
        raise KehoachError(_UNREADABLE, name=file.name, why=cause(error)) from None
    except (zipfile.BadZipFile, NotImplementedError):
        is_word = False
    if not is_word:
        raise KehoachError(_NO_WORD, name=file.name)
    return content


def settled(document: bytes) -> bytes:
    """Write the archive again with one fixed time, so that equal documents are equal bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(_entry(entry.filename), old.read(entry))
    return kept.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry


_BODY = "word/document.xml"
_MACROS = frozenset({"word/vbaProject.bin"})

_TOO_LARGE = Text(vi="mẫu {name!r} quá lớn", en="the template {name!r} is too large")
_UNREADABLE = Text(vi="không đọc được mẫu {name!r}: {why}", en="cannot read the template {name!r}: {why}")
_NO_WORD = Text(
    vi="{name!r} không phải tệp Word .docx (không nhận .doc, .docm)",
    en="{name!r} is no Word document .docx (.doc and .docm are not read)",
)
