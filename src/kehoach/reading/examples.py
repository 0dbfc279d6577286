"""Commented examples that one planning method adds to the sections of a new plan."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.language import Language
from kehoach.shipped import folder

_SECTION = re.compile(r"([a-z_]+):")
_KEY = re.compile(r"#  ([a-z_]+):")
_SAMPLE_YEAR = 2026
"""The year of which the templates speak, as that of the plan."""
_YEARS = re.compile(r"(?<![0-9/])20(?:2[1-9]|30)(?![0-9])")


class _Block(NamedTuple):
    """The example of one key of a section; no key: more items of the section's last list."""

    key: str
    lines: tuple[str, ...]


def with_examples(text: str, processes: tuple[str, ...], language: Language) -> str:
    """Add the examples of methods to the template of a plan, each key once."""
    found: dict[str, list[_Block]] = {}
    for process in processes:
        file = folder("templates") / "init" / "methods" / f"{process}.{language}.yaml"
        if file.is_file():
            for section, blocks in _sections(file.read_text("utf-8")):
                found.setdefault(section, []).extend(blocks)
    for section, blocks in found.items():
        # More items of a list come before any key: they belong to the list that the template ends with.
        text = _added(text, section, sorted(blocks, key=lambda block: bool(block.key)))
    return text


def of_year(text: str, year: int) -> str:
    """Let the examples speak of a plan that begins in a year."""
    shift = year - _SAMPLE_YEAR
    return _YEARS.sub(lambda found: str(int(found[0]) + shift), text) if shift else text


def _sections(text: str) -> Iterator[tuple[str, list[_Block]]]:
    section, lines = "", list[str]()
    for line in (*text.splitlines(), "end:"):
        found = _SECTION.fullmatch(line)
        if found is None:
            lines.append(line)
            continue
        if section:
            yield section, list(_blocks(lines))
        section, lines = found[1], []


def _blocks(lines: list[str]) -> Iterator[_Block]:
    key, kept = "", list[str]()
    for line in lines:
        found = _KEY.match(line)
        if found is not None:
            if kept:
                yield _Block(key, tuple(kept))
            key, kept = found[1], []
        kept.append(line)
    if kept:
        yield _Block(key, tuple(kept))


def _added(text: str, section: str, blocks: list[_Block]) -> str:
    """Put the blocks at the end of a section, each key once."""
    start = text.index(f"\n{section}:\n") + 1
    end = text.find("\n\n", start) + 1 or len(text)
    lines = text[start:end].splitlines()
    there = {found[1] for line in lines if (found := _KEY.match(line))}
    for block in blocks:
        if block.key not in there:
            lines += block.lines
            there |= {block.key} - {""}
    return text[:start] + "".join(f"{line}\n" for line in lines) + text[end:]
