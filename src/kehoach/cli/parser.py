"""How a command declares its arguments and options, and how they are read."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from kehoach.cli.speech import tr, width
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.values.text import nearest

Given = argparse.Namespace
"""What the user wrote, by the names under which it was declared."""


class Parser(argparse.ArgumentParser):
    """Reads one command's words; speaks the language of the run and raises instead of exiting."""

    def __init__(self, name: str, about: str, example: str) -> None:
        super().__init__(
            prog=f"kehoach {name}",
            description=about,
            epilog=example,
            allow_abbrev=False,
            add_help=False,
            formatter_class=_Help,
        )
        self.name = name
        self._after: str | None = None
        self._positionals.title = tr("tham số", "arguments")
        self._optionals.title = tr("tùy chọn", "options")

    def words(self, name: str, metavar: str, about: str, *, many: bool = False, default: str | None = None) -> None:
        """Declare what stands without a dash; it may always be left out."""
        if many:
            self.add_argument(name, metavar=metavar, help=about, nargs="*")
        else:
            self.add_argument(name, metavar=metavar, help=about, nargs="?", default=default)

    def after(self, name: str, metavar: str) -> None:
        """Declare what stands after `--`; none where there is no `--`."""
        self._after = name
        self.usage = f"{self.format_usage().partition(': ')[2].strip()} [-- {metavar} ...]"

    def option(self, *flags: str, about: str, metavar: str, default: str | None = None, name: str | None = None) -> None:
        """Declare an option with one value."""
        said = f"{about} {_DEFAULT}: {default}." if default else about
        self.add_argument(*flags, metavar=metavar, default=default, help=said, **_named(name))

    def repeated(self, *flags: str, about: str, metavar: str, name: str) -> None:
        """Declare an option that may be given several times."""
        self.add_argument(*flags, metavar=metavar, action="append", default=[], help=about, dest=name)

    def flag(self, *flags: str, about: str, name: str | None = None) -> None:
        """Declare an option without a value."""
        self.add_argument(*flags, action="store_true", help=about, **_named(name))

    def flags(self) -> list[str]:
        """List the options in their long form."""
        return [flag for flag in self._option_string_actions if flag.startswith("--")]

    def value_of(self, flag: str) -> str | None:
        """Give the sign for an option's value; none where it takes none, or there is no such option."""
        action = self._option_string_actions.get(flag)
        return str(action.metavar) if action is not None and action.nargs is None and action.metavar is not None else None

    def read(self, words: Sequence[str]) -> Given:
        """Read the user's words.

        Raises:
            KehoachError: an option is unknown, or lacks its value; names the nearest.
        """
        self.flag("-h", "--help", about=tr("In trang này.", "Print this page."))
        self.flag("--traceback", about=argparse.SUPPRESS)
        words, last = self._parted(words)
        given, rest = self.parse_known_args(words)
        if self._after is not None:
            setattr(given, self._after, last)
        if rest and not given.help:
            self._refuse(rest[0])
        return given

    def _parted(self, words: Sequence[str]) -> tuple[Sequence[str], list[str] | None]:
        """Take off what stands after `--`, where the command makes a difference."""
        if self._after is None or "--" not in words:
            return words, None
        mark = list(words).index("--")
        return words[:mark], list(words[mark + 1 :])

    def error(self, message: str) -> NoReturn:
        """Say that an option lacks its value, the only fault that is left to the library."""
        option = message.removeprefix("argument ").partition(":")[0]
        raise KehoachError(_NO_VALUE, option=option, command=self.name)

    def _refuse(self, word: str) -> NoReturn:
        if not word.startswith("-"):
            raise KehoachError(_TOO_MANY, word=word, command=self.name)
        option = word.partition("=")[0]
        near = nearest(option, self.flags())
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
        raise KehoachError(_NO_OPTION, option=option, hint=hint)


def _named(name: str | None) -> dict[str, Any]:
    return {"dest": name} if name else {}


class _Help(argparse.HelpFormatter):
    """Writes help in the language of the run."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=width(sys.stdout) - 2)  # without a width the library looks far for one

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Wrap at spaces only, so that an example can be copied."""
        import textwrap  # noqa: PLC0415 - only help needs it

        return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)

    def add_usage(self, usage: object, actions: object, groups: object, prefix: str | None = None) -> None:
        """Begin with `usage` in the language of the run."""
        del prefix
        super().add_usage(usage, actions, groups, tr("cách dùng: ", "usage: "))  # type: ignore[arg-type]


_DEFAULT = tr("Mặc định", "Default")
_NO_VALUE = Text(
    vi="{option} cần một giá trị; xem kehoach {command} --help",
    en="{option} wants one value; see kehoach {command} --help",
)
_NO_OPTION = Text(vi="không có tùy chọn {option}{hint}", en="there is no option {option}{hint}")
_TOO_MANY = Text(
    vi="thừa {word!r}; xem kehoach {command} --help",
    en="{word!r} is too much; see kehoach {command} --help",
)
