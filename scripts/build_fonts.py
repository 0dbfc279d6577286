"""Make the fonts that PDF reports embed: the subsets of Tinos as npm ships them, merged into one font a style.

Tinos has the widths of Times New Roman and all letters of Vietnamese. Fed as three files, letters of one word
would come from two fonts. Needs `fonttools`, `brotli` and `npm`; run as `python scripts/build_fonts.py`.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

PACKAGE = "@fontsource/tinos@5.3.0"
SUBSETS = ("latin", "latin-ext", "vietnamese")
STYLES = {"Regular": "400-normal", "Bold": "700-normal", "Italic": "400-italic", "BoldItalic": "700-italic"}
FOLDER = Path(__file__).resolve().parents[1] / "templates" / "fonts"
NEEDED = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA)) + "–—…“”‘’•×°₫"


def main() -> None:
    """Fetch the package, and write four fonts and their licence."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        package = _fetched(Path(name))
        for style, file in STYLES.items():
            _merged(package / "files", file, Path(name)).save(FOLDER / f"Tinos-{style}.ttf")
        licence = (package / "LICENSE").read_text("utf-8")
    (FOLDER / "LICENSE.txt").write_text("\n".join(line.rstrip() for line in licence.splitlines()) + "\n", "utf-8")


def _fetched(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not installed")
    subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - a fixed name
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def _merged(files: Path, style: str, folder: Path) -> TTFont:
    parts = []
    for subset in SUBSETS:
        font = TTFont(files / f"tinos-{subset}-{style}.woff2", recalcTimestamp=False)
        font.flavor = None
        parts.append(str(folder / f"{subset}.ttf"))
        font.save(parts[-1])
    merged = Merger().merge(parts)
    merged.recalcTimestamp = False
    for moment in ("created", "modified"):  # the merger takes the clock's
        setattr(merged["head"], moment, getattr(TTFont(parts[0])["head"], moment))
    lacking = [letter for letter in NEEDED if ord(letter) not in merged.getBestCmap()]
    if lacking:
        sys.exit(f"{style} lacks {' '.join(lacking)}")
    return merged


if __name__ == "__main__":
    main()
