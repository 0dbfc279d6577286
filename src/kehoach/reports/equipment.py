"""What reports find on a computer: packages, fonts, the sandbox, LibreOffice."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from kehoach.language import Text
from kehoach.reports.extras import PACKAGES, install
from kehoach.reports.pdf import FONTS
from kehoach.reports.sandbox import is_bounded
from kehoach.shipped import folder
from kehoach.workspace.health import Finding, State, version_of

WISHED = "Times New Roman"
"""The font of the decree: the Word documents and workbooks name it."""

STAND_INS = ("Tinos", "Liberation Serif")
"""Fonts of the same widths; version 1 of the second lacks letters of Vietnamese."""


def findings() -> Iterator[Finding]:
    """Look at everything that reports may want."""
    yield from (_extra(extra) for extra in PACKAGES)
    yield _shipped_fonts()
    yield _office_font()
    yield _office()
    yield _sandbox()


def lacking() -> list[str]:
    """List the extras that are not whole."""
    return [extra for extra, packages in PACKAGES.items() if not all(map(version_of, packages))]


def _extra(extra: str) -> Finding:
    found = {package: version_of(package) for package in PACKAGES[extra]}
    title = Text(f"Gói {extra}", f"Extra {extra}")
    if all(found.values()):
        said = ", ".join(f"{package} {number}" for package, number in found.items())
        return Finding(extra, title, State.OK, Text(said, said))
    missing = ", ".join(package for package, number in found.items() if not number)
    return Finding(extra, title, State.OPTIONAL, Text(f"thiếu {missing}", f"without {missing}"), Text(install(extra), install(extra)))


def _shipped_fonts() -> Finding:
    ours = FONTS[0]
    count = len(list((folder("templates") / "fonts").glob(f"{ours}-*.ttf")))
    said = Text(f"{ours}, {count} kiểu, đi kèm công cụ", f"{ours}, {count} styles, shipped with the tool")
    return Finding("pdf-fonts", Text("Phông của PDF", "Fonts of PDF"), State.OK if count else State.WARNING, said)


def _office_font() -> Finding:
    """Ask whether Word documents look as meant when they are opened here."""
    title = Text("Phông của Word, Excel", "Font of Word, Excel")
    families = _families()
    if families is None:
        unknown = Text(f"{WISHED}: không dò được trên máy này", f"{WISHED}: cannot be looked for on this computer")
        return Finding("office-font", title, State.OPTIONAL, unknown)
    if WISHED in families:
        return Finding("office-font", title, State.OK, Text(WISHED, WISHED))
    other = next((name for name in STAND_INS if name in families), "")
    said = Text(
        f"không có {WISHED}{f'; {other} thay thế' if other else ''}",
        f"no {WISHED}{f'; {other} stands in' if other else ''}",
    )
    advice = Text("cài Tinos, hoặc Liberation Serif bản 2", "install Tinos, or version 2 of Liberation Serif")
    return Finding("office-font", title, State.OPTIONAL, said, Text("", "") if other == STAND_INS[0] else advice)


def _families() -> set[str] | None:
    """List the system's fonts, by typst or fontconfig; none: neither is there."""
    try:
        import typst  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        return _listed()
    return set(typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families())


def _listed() -> set[str] | None:
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - a program of the user's own path, with fixed words
            [program, ":", "family"], capture_output=True, encoding="utf-8", errors="replace", timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {name.strip() for line in done.stdout.splitlines() for name in line.split(",")}


def _office() -> Finding:
    title = Text("LibreOffice", "LibreOffice")
    found = next(filter(None, map(shutil.which, _OFFICES)), None) or next((name for name in _PLACES if Path(name).is_file()), "")
    if found:
        return Finding("libreoffice", title, State.OK, Text(found, found))
    none = Text(
        "không có; không bắt buộc, chỉ để mở hoặc đổi tệp Word, Excel", "none; not needed, only opens or converts Word and Excel files"
    )
    return Finding("libreoffice", title, State.OPTIONAL, none)


def _sandbox() -> Finding:
    title = Text("Mẫu riêng", "Own templates")
    if is_bounded():
        return Finding("templates", title, State.OK, Text("chạy trong hộp kín có giới hạn", "run in a sandbox with limits"))
    said = Text("hệ thống này không giới hạn được bộ nhớ", "this system cannot limit memory")
    return Finding(
        "templates", title, State.WARNING, said, Text("chỉ dùng mẫu tin cậy: --trust-templates", "use trusted ones only: --trust-templates")
    )


_SECONDS = 10
_OFFICES = ("soffice", "libreoffice")
_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (r"C:\Program Files\LibreOffice\program\soffice.exe",),
}.get(sys.platform, ())
