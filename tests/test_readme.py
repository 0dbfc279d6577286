"""What README.md shows on the screen is what the commands print."""

import re
import shlex
from typing import NamedTuple

import pytest

from child import kehoach
from places import TOP


class Screen(NamedTuple):
    """A command and what it prints."""

    command: str
    shown: str


def screens() -> list[Screen]:
    """Find the commands that are shown with what they print; those without are only named."""
    blocks = re.findall(r"^```console\n(.*?)^```", (TOP / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    pairs = (re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)[1:] for block in blocks)
    found = (Screen(*pair) for parts in pairs for pair in zip(parts[::2], parts[1::2], strict=True))
    return [screen for screen in found if screen.shown.strip()]


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.command)
def test_the_screen_is_as_shown(screen: Screen) -> None:
    program, *words = shlex.split(screen.command)

    done = kehoach(*words, cwd=TOP)

    assert program == "kehoach"
    assert done.out == screen.shown


def test_rollup_is_shown_with_its_residuals() -> None:
    """A target that does not add up, a dialogue, an allocation that is exceeded."""
    (shown,) = (screen.shown for screen in screens() if " rollup " in screen.command)

    assert all(said in shown for said in ("3,8 km", "đang đối thoại 10/12/2025 (đề nghị 1.350)", "vượt 600 triệu đồng"))
