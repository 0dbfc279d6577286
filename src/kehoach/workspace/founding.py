"""`kehoach init --repo`: what a repository of plans wants beside its plan."""

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
        write(target, _filled(text, values).encode())
        written.append(target)
    return written


def _filled(text: str, values: dict[str, str]) -> str:
    """Fill a template once; a value that looks like a place to fill stays as it is."""
    first, *rest = text.split("@")
    filled, open_ = first, True
    for part in rest:
        if open_ and part in values:
            filled, open_ = filled + values[part], False
        else:
            filled, open_ = filled + ("@" if open_ else "") + part, True
    return filled
