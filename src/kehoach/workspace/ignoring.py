"""What git passes over: the patterns of `.gitignore`, matched byte by byte as git matches them."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, Self

from kehoach.errors import KehoachError
from kehoach.language import Text

NAME = ".gitignore"
_EXCLUDE = os.path.join(".git", "info", "exclude")
_MOST_BYTES = 65_536
_MOST_PATTERNS = 1000  # each is compiled, so that a file of ten thousand would take seconds
_CLASSES: dict[bytes, Callable[[bytes], bool]] = {
    b"alnum": bytes.isalnum,
    b"alpha": bytes.isalpha,
    b"blank": lambda one: one in b" \t",
    b"cntrl": lambda one: one < b" " or one == b"\x7f",
    b"digit": bytes.isdigit,
    b"graph": lambda one: b" " < one < b"\x7f",
    b"lower": bytes.islower,
    b"print": lambda one: b" " <= one < b"\x7f",
    b"punct": lambda one: b" " < one < b"\x7f" and not one.isalnum(),
    b"space": bytes.isspace,
    b"upper": bytes.isupper,
    b"xdigit": lambda one: one in b"0123456789abcdefABCDEF",
}
_NEVER = b"(?!)"
_SIGNS = re.compile(rb"[*?\[\\]")


class _Pattern(NamedTuple):
    """One line of a file of patterns."""

    regex: bytes
    is_path: bool  # held against the path below the file's folder, not against the last name alone
    is_folder: bool  # of folders alone
    takes_back: bool


class Patterns(NamedTuple):
    """A file of patterns, the last first."""

    tests: tuple[tuple[re.Pattern[bytes], _Pattern], ...]
    names: re.Pattern[bytes]  # any of those for names
    paths: re.Pattern[bytes]  # any of those for paths

    def passes_over(self, name: bytes, path: bytes, *, is_folder: bool) -> bool | None:
        """Tell whether the last pattern that fits passes it over, or takes it back; none where no pattern fits."""
        if not (self.names.fullmatch(name) or self.paths.fullmatch(path)):
            return None
        for test, pattern in self.tests:
            if (is_folder or not pattern.is_folder) and test.fullmatch(path if pattern.is_path else name):
                return not pattern.takes_back
        return None


class Ignored(tuple[tuple[Patterns, bytes], ...]):
    """The files of patterns that hold for a folder, the nearest last, each with the folder's path below its own."""

    __slots__ = ()

    def has(self, name: str, *, is_folder: bool) -> bool:
        """Tell whether git passes over a file or folder in this folder."""
        last = os.fsencode(name)
        for patterns, below in reversed(self):
            said = patterns.passes_over(last, below + last, is_folder=is_folder)
            if said is not None:
                return said
        return False

    def below(self, name: str) -> Self:
        """Give what holds for a folder in this one."""
        last = os.fsencode(name) + b"/"
        return type(self)((patterns, below + last) for patterns, below in self)

    def with_own(self, folder: str) -> Self:
        """Add the folder's own patterns."""
        return self._with(os.path.join(folder, NAME))

    def with_exclude(self, root: str) -> Self:
        """Add those that a repository's owner keeps to himself; they come before all others."""
        return self._with(os.path.join(root, _EXCLUDE))

    def _with(self, file: str) -> Self:
        patterns = _read(_content(file), file)
        return type(self)((*self, (patterns, b""))) if patterns.tests else self


def _content(file: str) -> bytes:
    """Read a file of patterns; what is no regular file, or closed, is none, as for git.

    Raises:
        KehoachError: it is larger than any file of patterns that was written by hand.
    """
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return b""
        with open(file, "rb") as opened:
            content = opened.read(_MOST_BYTES + 1)
    except OSError:
        return b""
    if len(content) > _MOST_BYTES:
        raise KehoachError(_TOO_LARGE, name=file, most=_MOST_BYTES // 1024)
    return content


@lru_cache(maxsize=256)
def _read(content: bytes, file: str) -> Patterns:
    found = list(_patterns(content))
    if len(found) > _MOST_PATTERNS:
        raise KehoachError(_TOO_MANY, name=file, most=_MOST_PATTERNS)
    return Patterns(
        tuple((_compiled(pattern.regex), pattern) for pattern in reversed(found)),
        _compiled(b"|".join(pattern.regex for pattern in found if not pattern.is_path) or _NEVER),
        _compiled(b"|".join(pattern.regex for pattern in found if pattern.is_path) or _NEVER),
    )


def _compiled(regex: bytes) -> re.Pattern[bytes]:
    return re.compile(regex, re.DOTALL)


def _patterns(content: bytes) -> Iterator[_Pattern]:
    for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if line.startswith(b"#"):
            continue
        text = _trimmed(line.removesuffix(b"\r"))
        takes_back = text.startswith(b"!")
        text = text.removeprefix(b"!")
        is_folder = text.endswith(b"/")
        text = text.removesuffix(b"/")
        is_path = b"/" in text
        regex = _translated(text.removeprefix(b"/")) if text else None
        if regex is not None:
            yield _Pattern(regex, is_path, is_folder, takes_back)


def _trimmed(line: bytes) -> bytes:
    """Take off the spaces at the end that no backslash keeps."""
    kept = line.rstrip(b" ")
    slashes = len(kept) - len(kept.rstrip(b"\\"))
    return line[: len(kept) + 1] if slashes % 2 and len(kept) < len(line) else kept


def _translated(text: bytes) -> bytes | None:
    """Write a pattern as an expression that takes no more than linear time; none where git never matches it.

    What stands between two stars matches best where it first occurs: it is kept there, so that nothing is tried twice.
    """
    tokens = _Tokens(text).all()
    if tokens is None:
        return None
    parts = _split(tokens, _DEEP)
    if len(parts) == 1:
        return _components(parts[0])
    middle = [b"(?>(?:[^/]*/)*?" + _components(part) + b")" for part in parts[1:-1]]
    return b"".join((_components(parts[0]), *middle, b"(?:.*/)?", _components(parts[-1])))


def _components(tokens: list[bytes]) -> bytes:
    return b"/".join(map(_component, _split(tokens, _SLASH)))


def _component(tokens: list[bytes]) -> bytes:
    pieces = [b"".join(piece) for piece in _split(tokens, _STAR)]
    if len(pieces) == 1:
        return pieces[0]
    middle = [b"(?>[^/]*?" + piece + b")" for piece in pieces[1:-1]]
    return b"".join((pieces[0], *middle, b"[^/]*", pieces[-1]))


def _split(tokens: list[bytes], at: bytes) -> list[list[bytes]]:
    parts: list[list[bytes]] = [[]]
    for token in tokens:
        if token == at:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


_STAR, _DEEP, _SLASH, _REST = b"*", b"**/", b"/", b".*"


class _Tokens:
    """Cuts a pattern into what matches one byte each, and stars."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.at = 0

    def all(self) -> list[bytes] | None:
        """Give them all; none where the pattern is broken off."""
        found = []
        while self.at < len(self.text):
            token = self.next()
            if token is None:
                return None
            found.append(token)
        return found

    def next(self) -> bytes | None:
        one = self.take()
        match one:
            case b"*":
                return self.stars()
            case b"?":
                return b"[^/]"
            case b"[":
                return self.bracket()
            case b"\\":
                one = self.take()
                return _SLASH if one == b"/" else (re.escape(one) or None)
            case b"/":
                return _SLASH
        return re.escape(one)

    def take(self) -> bytes:
        """Give the next byte; nothing at the end."""
        self.at += 1
        return self.text[self.at - 1 : self.at]

    def stars(self) -> bytes:
        """Two stars that are a whole name stand for any folders, or for all that is left."""
        first = self.at - 1
        while self.text[self.at : self.at + 1] == b"*":
            self.at += 1
        # Git cuts off what is plain before the first sign, and takes what follows for the beginning.
        is_begun = self.text[first - 1 : first] in (b"", b"/") or not _SIGNS.search(self.text, 0, first)
        rest = self.text[self.at :]
        if self.at - first == 1 or not is_begun or rest[:1] not in (b"", b"/"):
            return _STAR
        self.at += 1
        return _DEEP if rest else _REST

    def bracket(self) -> bytes | None:
        """Read a set of bytes; none where it has no end, or a class that there is not."""
        one = self.take()
        is_negated = one in (b"!", b"^") and one != b""
        if is_negated:
            one = self.take()
        found: set[int] = set()
        before = b""
        while True:
            if not one:
                return None
            said = self.member(one, before)
            if said is None:
                return None
            members, before = said
            found |= members
            one = self.take()
            if one == b"]":
                break
        found = (set(range(256)) - found if is_negated else found) - set(b"/")
        return b"[" + b"".join(b"\\x%02x" % each for each in sorted(found)) + b"]" if found else _NEVER

    def member(self, one: bytes, before: bytes) -> tuple[set[int], bytes] | None:
        """Read a byte, a range or a class; with the byte from which a range may go on."""
        following = self.text[self.at : self.at + 1]
        if one == b"\\":
            one = self.take()
            return ({one[0]}, one) if one else None
        if one == b"-" and before and following not in (b"", b"]"):
            last = self.take()
            last = self.take() if last == b"\\" else last
            return (set(range(before[0], last[0] + 1)), b"") if last else None
        if one == b"[" and following == b":":
            return self.named_class()
        return {one[0]}, one

    def named_class(self) -> tuple[set[int], bytes] | None:
        end = self.text.find(b"]", self.at + 1)
        if end < 0:
            return None
        if end == self.at + 1 or self.text[end - 1 : end] != b":":
            return {ord("[")}, b"["
        is_one = _CLASSES.get(self.text[self.at + 1 : end - 1])
        self.at = end + 1
        return ({each for each in range(256) if is_one(bytes((each,)))}, b"") if is_one else None


_TOO_LARGE = Text(
    vi="{name} lớn hơn {most} KiB nên không được dùng; rút gọn tệp, hoặc ghi rõ tệp kế hoạch cần kiểm tra",
    en="{name} is larger than {most} KiB and is not followed; shorten it, or name the plans to check",
)
_TOO_MANY = Text(
    vi="{name} có hơn {most} dòng mẫu nên không được dùng; rút gọn tệp, hoặc ghi rõ tệp kế hoạch cần kiểm tra",
    en="{name} has more than {most} patterns and is not followed; shorten it, or name the plans to check",
)
