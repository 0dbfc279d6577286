"""Reports as Word documents, filled into templates that offices can change in Word."""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.reports import office_file, sandbox
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
    content, parts = office_file.read(file, LARGEST)
    if _BODY not in parts or not _MACROS.isdisjoint(parts):
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

_NO_WORD = Text(
    vi="{name!r} không phải tệp Word .docx (không nhận .doc, .docm)",
    en="{name!r} is no Word document .docx (.doc and .docm are not read)",
)
