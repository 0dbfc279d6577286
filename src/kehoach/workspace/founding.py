"""`kehoach init --repo`: what a repository of plans wants beside its plan."""

import re
from pathlib import Path

from kehoach import __version__, escaping
from kehoach.language import Language
from kehoach.reading.beginning import Beginning, title
from kehoach.reading.writing import write
from kehoach.shipped import folder as shipped

_FILES = {
    "kehoach.yaml": "kehoach.yaml",
    "workflow.yml": ".github/workflows/kehoach.yml",
    "pre-commit.yaml": ".pre-commit-config.yaml",
    "README.{language}.md": "README.md",
}
"""The templates, and where they go."""

_PLACE = re.compile("@([A-Z]+)@")


def found(folder: Path, beginning: Beginning, language: Language) -> list[Path]:
    """Write the files of a new repository into a folder and list them; one that exists is left as it is.

    Raises:
        KehoachError: a file cannot be written.
    """
    templates = shipped("templates") / "repo"
    values = {
        "LANGUAGE": language.value,
        "VERSION": __version__,
        "TITLE": escaping.markdown_cell(title(beginning, language)),
        "LOCALITY": escaping.markdown_cell(beginning.locality),
    }
    written = []
    for template, name in _FILES.items():
        target = folder / name
        if target.exists() or target.is_symlink():
            continue
        text = (templates / template.format(language=language)).read_text("utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        write(target, _PLACE.sub(lambda place: values[place[1]], text).encode())
        written.append(target)
    return written
