"""The language in which the command line speaks, and its streams."""

import os
import sys
from typing import TextIO

from kehoach.language import Language, Text


def chosen_language(said: str | None = None, plan: str = "") -> Language:
    """Choose: `--lang`, else KEHOACH_LANG, else the plan's own, else the locale, else Vietnamese."""
    for wish in (said, os.environ.get("KEHOACH_LANG"), plan, *_locale()):
        if wish:
            start = wish[:2].lower()
            if start in tuple(Language):
                return Language(start)
    return Language.VI


def asked_language() -> Language:
    """Find the language of help and of errors before options are read."""
    words = sys.argv[1:]
    for i, word in enumerate(words):
        if word.startswith("--lang="):
            return chosen_language(word.removeprefix("--lang="))
        if word == "--lang" and i + 1 < len(words):
            return chosen_language(words[i + 1])
    return chosen_language()


def _locale() -> tuple[str, ...]:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return () if value.startswith(("C", "POSIX")) else (value,)
    return ()


SPOKEN = asked_language()


def tr(vi: str, en: str) -> str:
    """Give a help text in the language of this run."""
    return Text(vi, en).to(SPOKEN)


def prepare_streams() -> None:
    """Speak UTF-8 whatever the locale says; a stream that was closed before the start reads or writes nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for as long as the tool runs
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def uses_colour(stream: TextIO) -> bool:
    """Tell whether to colour: NO_COLOR, FORCE_COLOR, else on a terminal that can."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int:
    """Give the width to write in, in columns."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WIDTH
    except (OSError, ValueError):
        return _WIDTH


_WIDTH = 100
