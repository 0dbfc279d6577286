"""What the child process does with a typst template: sets it, or says what is wrong and where."""

import base64
import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kehoach.reports.pdf_standards import lacks, not_kept
from kehoach.reports.typst_fields import fields, names, nearest_of_all, unknown
from kehoach.reports.typst_folder import SUFFIX
from kehoach.reports.typst_wordings import said as reworded
from kehoach.values.text import nearest

Answer = dict[str, Any]


def typeset(request: Mapping[str, Any]) -> Answer:
    """Give the PDF with what its reader should know, or what is wrong with the template.

    Args:
        request: `root`, the folder of all files; `template`, the name of one; `own`, the names of the user's files;
            `data`, `day` and `packages`, an empty folder.
    """
    import typst  # noqa: PLC0415 - an extra

    from kehoach.reports.pdf import compiled  # noqa: PLC0415 - only where the extra is

    root = Path(request["root"]).resolve()
    try:
        made = compiled(root / request["template"], request["data"], date.fromisoformat(request["day"]), Path(request["packages"]))
    except typst.TypstError as error:
        return _complaint(error, root, request)
    except Exception as error:  # noqa: BLE001 - whatever a template raises is its author's to know
        return {"kind": "memory" if isinstance(error, MemoryError) else "failed", "detail": type(error).__name__}
    if len(made.content) > _MOST_BYTES:
        return {"kind": "too-long"}
    wanted = lacks(made.refusal, lambda part: _place(part, root, request["own"]))
    warnings = [*made.warnings, *([not_kept(wanted)] if made.refusal else [])]
    return {"document": base64.b64encode(made.content).decode(), "warnings": warnings, "lacks": wanted}


def _complaint(error: Any, root: Path, request: Mapping[str, Any]) -> Answer:
    """Say what kind of mistake it is, in which of the user's files and on which line."""
    name, line = _place(error.diagnostic, root, request["own"])
    said = " ".join(error.message.replace(f"{root}{os.sep}", "").split())
    common = {"name": name, "line": line, "detail": said}
    if found := _NO_KEY.search(said):
        return {**common, **_of_key(found[1], root / name if name else None, line, request["data"]["report"])}
    if found := _NO_NAME.search(said):
        return {**common, **_of_name(found[1], root)}
    for pattern, kind in _KINDS:
        if found := pattern.search(said):
            return {**common, "kind": kind, "what": found[1] if found.groups() else ""}
    return {**common, "kind": "failed", "said": reworded(said)}


def _of_key(key: str, file: Path | None, line: int, report: str) -> Answer:
    """Tell a misspelt field from one that the plan at hand leaves out."""
    known = fields(report)
    for one in unknown(file.read_text("utf-8"), known) if file else ():
        if (one.name, one.line) == (key, line):
            return {"kind": "undefined", "what": key, "near": one.near}
    if key in names(known):
        return {"kind": "absent", "what": key}
    return {"kind": "undefined", "what": key, "near": nearest_of_all(key, known)}


def _of_name(name: str, root: Path) -> Answer:
    """Tell a misspelt name from one that a file has and another does not import."""
    defined: dict[str, str] = {}
    for file in sorted(root.rglob(f"*{SUFFIX}"), reverse=True):
        defined |= dict.fromkeys(_DEFINED.findall(file.read_text("utf-8")), file.relative_to(root).as_posix())
    if name in defined:
        return {"kind": "not-imported", "what": name, "near": defined[name]}
    return {"kind": "undefined", "what": name, "near": nearest(name, sorted(defined), limit=max(2, len(name) // 3))}


def _place(diagnostic: str, root: Path, own: list[str]) -> tuple[str, int]:
    """Find the innermost line of the user's own files on the way to the mistake."""
    for path, line in _PLACE.findall(diagnostic):
        found = Path(os.path.normpath(Path.cwd() / path))
        name = found.relative_to(root).as_posix() if found.is_relative_to(root) else ""
        if name in own:
            return name, int(line)
    return "", 0


_MOST_BYTES = 50 * 1000 * 1000
_PLACE = re.compile(r"^\s*┌─ (.+):(\d+):\d+$", re.MULTILINE)
_NO_KEY = re.compile(r'^dictionary does not contain key "(.*?)"')
_NO_NAME = re.compile(r"^unknown variable: (\S+)")
_DEFINED = re.compile(r"^#let ([^\W\d][\w-]*)", re.MULTILINE)
_KINDS = (
    (re.compile(r"^failed to download package \(https?://[^/]+/(\S+?)\.tar\.gz"), "package"),
    (re.compile(r"^package not found \(searched for ([^)]+)\)"), "package"),
    (re.compile(r"^file not found \(searched at (.*)\)$"), "no-file"),
    (re.compile(r"^path `\"(.*)\"` would escape"), "outside"),
    (re.compile(r"^file is not valid UTF-8"), "encoding"),
    (re.compile(r"^maximum (?:function call|show rule|layout|grouping) depth"), "depth"),
    (re.compile(r"^maximum parsing depth"), "depth"),
)
