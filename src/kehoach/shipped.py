"""Files that ship with the tool: templates, schemas, examples of rules."""

from functools import cache
from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.language import Text

_PACKAGE = Path(__file__).resolve().parent
_NO_FOLDER = Text(
    vi="thiếu thư mục {name} của công cụ: hãy cài lại kehoach",
    en="the tool's own folder {name} is missing: reinstall kehoach",
)


@cache
def folder(name: str) -> Path:
    """Find a shipped folder in a wheel, an editable install or a checkout.

    Raises:
        KehoachError: the folder is in none of them.
    """
    for place in (_PACKAGE / "_bundled" / name, _PACKAGE.parents[1] / name):
        if place.is_dir():
            return place
    raise KehoachError(_NO_FOLDER, name=name)
