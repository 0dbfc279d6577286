"""Which files changed since a git revision."""

from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.workspace.repository import Repository


def changed_files(since: str, top: Path) -> frozenset[Path]:
    """List the files below a folder that differ from a revision, with those that git does not know yet.

    Raises:
        KehoachError: there is no git, no repository, or no such revision.
    """
    try:
        repository = Repository(top)
    except KehoachError as error:
        raise KehoachError(_SAID, what=Text(error.to(Language.VI), error.to(Language.EN))) from None
    commit = repository.commit(since)
    if commit is None:
        raise KehoachError(_NO_REVISION)
    return frozenset(repository.changed(commit))


_SAID = Text(vi="--changed-since: {what}", en="--changed-since: {what}")
_NO_REVISION = Text(vi="--changed-since: git không biết phiên bản này", en="--changed-since: git knows no such revision")
