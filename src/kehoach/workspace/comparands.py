"""What two words of a user mean: files, folders, revisions, as `git diff` understands them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.workspace.configuration import Configuration
from kehoach.workspace.discovery import STDIN, Source, discover, read
from kehoach.workspace.repository import Repository
from kehoach.workspace.states import State, Version, differing, index, revision, working_tree

Pair = tuple[Version | None, Version | None]


class Wanted(NamedTuple):
    """What is to be compared.

    Attributes:
        old, new: how the two are called.
        files: the two files that the user named, if it was two files.
        states: else the states of a repository.
        folders: else two folders.
        paths: only these, of states.
    """

    old: Text | str
    new: Text | str
    files: tuple[Version, Version] | None = None
    states: tuple[State, State] | None = None
    folders: tuple[str, str] | None = None
    paths: tuple[str, ...] = ()

    def pairs(self, settings: Configuration) -> Iterator[Pair]:
        """List what belongs together and may differ.

        Raises:
            KehoachError: a path is in neither state.
        """
        if self.states is not None:
            yield from differing(*self.states, self.paths, settings)
        elif self.folders is not None:
            yield from _in_folders(*self.folders, settings)


class Asked(NamedTuple):
    """What the user wrote: words, those after `--`, the option `--staged`, and standard input."""

    words: tuple[str, ...]
    paths: tuple[str, ...] | None = None
    staged: bool = False
    stdin: bytes = b""


def wanted(asked: Asked) -> Wanted:
    """Understand what is to be compared.

    Raises:
        KehoachError: a word is neither a revision nor a file, or both; there are too many; there is no repository.
    """
    words = asked.words
    if asked.paths is None and not asked.staged and len(words) == _TWO:
        old, new = words
        if all(_is_file(word) for word in words):
            return Wanted(old, new, files=(_file(old, asked), _file(new, asked)))
        if all(os.path.isdir(word) for word in words):  # noqa: PTH112 - as everywhere a name may be odd
            return Wanted(old, new, folders=(old, new))
    return _of_repository(asked)


def _of_repository(asked: Asked) -> Wanted:
    repository = _repository(asked)
    revisions, paths = _sorted(asked, repository)
    blobs = [(word, repository.blob(word)) for word in revisions] if any(":" in word for word in revisions) else []
    if blobs:
        return _blobs(blobs, paths, repository, asked)
    commits = [(word, _commit(word, repository)) for word in _ends(revisions, repository)]
    if len(commits) > _TWO or (asked.staged and len(commits) > 1):
        raise KehoachError(_TOO_MANY, words=" ".join(revisions))
    if asked.staged:
        label, commit = commits[0] if commits else ("HEAD", _commit("HEAD", repository))
        states = (revision(repository, label, commit), index(repository))
    elif len(commits) == _TWO:
        states = (revision(repository, *commits[0]), revision(repository, *commits[1]))
    else:
        states = (revision(repository, *commits[0]) if commits else index(repository), working_tree(repository))
    return Wanted(states[0].label, states[1].label, states=states, paths=paths)


def _repository(asked: Asked) -> Repository:
    """Find the repository; without one, a word that is no file is what is wrong."""
    try:
        return Repository(_start(asked))
    except KehoachError:
        missing = next((word for word in asked.words if not os.path.lexists(word) and word != STDIN), None)
        if missing is None or asked.paths is not None:
            raise
        raise KehoachError(_NO_FILE, word=missing) from None


def _sorted(asked: Asked, repository: Repository) -> tuple[list[str], tuple[str, ...]]:
    """Part revisions from paths: revisions come first, and a word that is both wants `--`."""
    if asked.paths is not None:
        return list(asked.words), asked.paths
    words = list(asked.words)
    revisions: list[str] = []
    while words:
        is_revision, is_path = _is_revision(words[0], repository), os.path.lexists(words[0])
        if is_revision and is_path:
            raise KehoachError(_BOTH, word=words[0])
        if not is_revision:
            break
        revisions.append(words.pop(0))
    for word in words:
        if not os.path.lexists(word):
            raise KehoachError(_NEITHER, word=word)
    return revisions, tuple(words)


def _is_revision(word: str, repository: Repository) -> bool:
    if ".." in word:
        ends = _range(word)
        return ends is not None and all(repository.commit(end) is not None for end in (ends[0], ends[1]))
    return (repository.blob(word) if ":" in word else repository.commit(word)) is not None


def _ends(revisions: Sequence[str], repository: Repository) -> Iterator[str]:
    """Take ranges apart: `A..B` is `A B`, `A...B` goes from where both parted."""
    for word in revisions:
        ends = _range(word) if ".." in word else None
        if ends is None:
            yield word
            continue
        old, new, is_from_base = ends
        yield _base(old, new, word, repository) if is_from_base else old
        yield new


def _base(old: str, new: str, word: str, repository: Repository) -> str:
    found = repository.merge_base(_commit(old, repository), _commit(new, repository))
    if found is None:
        raise KehoachError(_NO_BASE, word=word)
    return found[:_SHORT]


def _range(word: str) -> tuple[str, str, bool] | None:
    mark = "..." if "..." in word else ".."
    old, _, new = word.partition(mark)
    return None if ".." in new else (old or "HEAD", new or "HEAD", mark == "...")


def _commit(word: str, repository: Repository) -> str:
    found = repository.commit(word)
    if found is None:
        raise KehoachError(_NO_REVISION, word=word)
    return found


def _blobs(blobs: Sequence[tuple[str, str | None]], paths: Sequence[str], repository: Repository, asked: Asked) -> Wanted:
    """Compare files that are named with their revision, `HEAD~1:plan.yaml`, with one another or with a file."""
    versions = []
    for word, oid in blobs:
        if oid is None:
            raise KehoachError(_NO_REVISION, word=word)
        versions.append(Version(word.partition(":")[2], word, lambda oid=oid: repository.content(oid)))  # type: ignore[misc]
    versions += [_file(path, asked) for path in paths]
    if len(versions) != _TWO:
        raise KehoachError(_TWO_FILES, words=" ".join((*(word for word, _ in blobs), *paths)))
    old, new = versions
    return Wanted(old.shown, new.shown, files=(old, new))


def _in_folders(old: str, new: str, settings: Configuration) -> Iterator[Pair]:
    """Pair the plans of two folders by their names in them; what is left is paired by the plans' ids."""
    found = []
    for folder in (old, new):
        sources = discover([folder], settings.plans, settings.exclude, Path(folder)).sources
        found.append({os.path.relpath(source.file, folder): _version(source) for source in sources})
    for name in sorted({*found[0], *found[1]}):
        yield found[0].get(name), found[1].get(name)


def _version(source: Source) -> Version:
    return Version(source.name, source.name, lambda: read(source))


def _file(word: str, asked: Asked) -> Version:
    return Version(word, word, lambda: asked.stdin) if word == STDIN else _version(Source(word, word))


def _is_file(word: str) -> bool:
    return word == STDIN or (os.path.lexists(word) and not os.path.isdir(word))  # noqa: PTH112 - as above


def _start(asked: Asked) -> Path:
    """Find the folder in which git is asked: the current one if it lies in a repository, else that of a path that is named."""
    here = Path.cwd()
    if any((folder / ".git").exists() for folder in (here, *here.parents)):
        return here
    named = next((Path(word).absolute() for word in (*(asked.paths or ()), *asked.words) if os.path.lexists(word)), here)
    return named if named.is_dir() else named.parent


_TWO = 2
_SHORT = 10  # of a commit's digits
_BOTH = Text(
    vi="{word!r} vừa là phiên bản vừa là tệp; viết `{word} --` nếu là phiên bản, `-- {word}` nếu là tệp",
    en="{word!r} is a revision and a file; write `{word} --` for the revision, `-- {word}` for the file",
)
_NEITHER = Text(
    vi="{word!r} không phải tệp, cũng không phải phiên bản mà git biết; tệp đã xóa thì viết sau `--`",
    en="{word!r} is neither a file nor a revision that git knows; a file that is gone comes after `--`",
)
_NO_FILE = Text(
    vi="không có tệp {word!r}; đây cũng không phải kho git nên không có phiên bản nào tên như vậy",
    en="there is no file {word!r}; nor is this a git repository that might have such a revision",
)
_NO_REVISION = Text(vi="git không biết phiên bản {word!r}", en="git knows no revision {word!r}")
_NO_BASE = Text(vi="hai phía của {word!r} không có gốc chung", en="the two ends of {word!r} have no common beginning")
_TOO_MANY = Text(vi="chỉ so sánh được hai phiên bản: {words}", en="only two revisions can be compared: {words}")
_TWO_FILES = Text(vi="cần đúng hai tệp để so sánh: {words}", en="exactly two files are compared: {words}")
