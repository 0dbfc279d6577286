"""Formats that need packages of their own: what is missing is said in one line."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec

from kehoach.errors import KehoachError
from kehoach.language import Text

PACKAGES: Mapping[str, tuple[str, ...]] = {
    "docx": ("docxtpl",),
    "pdf": ("typst",),
    "xlsx": ("xlsxwriter", "python-calamine", "openpyxl", "lxml"),
}
"""The packages of each extra."""


def install(*extras: str) -> str:
    """Give the command that installs extras."""
    return f'pip install "kehoach[{",".join(extras)}]"'


def require(*forms: str) -> None:
    """See before anything is rendered that every format has its packages.

    Raises:
        KehoachError: some have not; names all extras that are missing.
    """
    missing = [form for form in forms if not all(map(find_spec, _WRITERS.get(form, ())))]
    if missing:
        raise KehoachError(_MISSING, extra=", ".join(missing), command=install(*missing))


@contextmanager
def wanting(extra: str, *modules: str) -> Iterator[None]:
    """Say which extra to install where an import below fails for want of it.

    Raises:
        KehoachError: one of its packages is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in modules:
            raise
        raise KehoachError(_MISSING, extra=extra, command=install(extra)) from None


_WRITERS: Mapping[str, tuple[str, ...]] = {"docx": ("docx", "docxtpl", "lxml"), "pdf": ("typst",), "xlsx": ("xlsxwriter",)}
"""What is imported to write a format."""

_MISSING = Text(
    vi="thiếu gói cho định dạng {extra}; hãy chạy: {command}",
    en="a package for {extra} is missing; run: {command}",
)
