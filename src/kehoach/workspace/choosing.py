"""The one plan that a command is about: by its file, its folder or its id."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.values.text import nearest
from kehoach.workspace.configuration import configuration
from kehoach.workspace.discovery import STDIN, Found, Source, discover, no_file, none_in, read
from kehoach.workspace.running import start
from kehoach.workspace.walking import SUFFIXES

_KIND = re.compile(rb"^(?:\xef\xbb\xbf)?kehoach[ \t]*:[ \t]*[\"']?(\w+)", re.MULTILINE)
_ID = re.compile(rb"^id[ \t]*:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_OTHER_KINDS = frozenset((b"progress", b"process", b"register", b"workspace"))


def plan_file(path: str | None) -> Source:
    """Find the one plan a command is about.

    Raises:
        KehoachError: there is no such file, and no plan of that id; or none is given and there is not exactly one plan.
    """
    if path is not None:
        path = file_of(path)
        return _only(discover([path]), path) if Path(path).is_dir() else Source(path, path)
    found = discover([])
    if len(found.sources) == 1:
        return found.sources[0]
    here = Source("plan.yaml", "plan.yaml")
    return here if Path(here.file).is_file() else _only(found, ".")


def file_of(path: str) -> str:
    """Give the file of the plan whose id is named; what is a path already stays as it is.

    Raises:
        KehoachError: there is no such file, and not exactly one plan of that id; names the nearest.
    """
    if path == STDIN or os.path.lexists(path) or any(sign in path for sign in "*?["):
        return path
    if Path(path).name != path or path.endswith(SUFFIXES):
        raise no_file(path)
    settings = configuration(start(()))
    files = _by_id(discover([], settings.plans, settings.exclude, settings.root).sources)
    if path not in files:
        near = nearest(path, sorted(files))
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
        raise KehoachError(_NO_PLAN, name=path, hint=hint)
    if len(files[path]) > 1:
        raise KehoachError(_SHARED, id=path, plans=_listed(files[path]))
    return files[path][0].name


def _by_id(sources: Sequence[Source]) -> dict[str, list[Source]]:
    """Find the plans by what their files say of themselves."""
    files: dict[str, list[Source]] = {}
    for source in sources:
        content = _content(source)
        said = _ID.search(content)
        if said is not None and _is_plan(content):
            files.setdefault(said[1].decode("utf-8", "replace"), []).append(source)
    return files


def _only(found: Found, where: str) -> Source:
    sources = [source for source in found.sources if _is_plan(_content(source))]
    if len(sources) == 1:
        return sources[0]
    if not sources:
        raise found.troubles[0] if found.troubles else none_in(where)
    raise KehoachError(_SEVERAL, where=where, count=len(sources), plans=_listed(sources))


def _is_plan(content: bytes) -> bool:
    """Tell whether a file is to be a plan; whatever says that it is a document of another kind is none."""
    said = _KIND.search(content)
    return said is None or said[1] not in _OTHER_KINDS


def _content(source: Source) -> bytes:
    try:
        return read(source)
    except KehoachError:
        return b""


def _listed(sources: Sequence[Source]) -> str:
    return ", ".join(source.name for source in sources[:_SHOWN]) + (", …" if len(sources) > _SHOWN else "")


_SHOWN = 10
_NO_PLAN = Text(
    vi="không có tệp nào tên {name}, cũng không có kế hoạch nào mã đó trong kho{hint}",
    en="there is no file {name}, and no plan of that id in the workspace{hint}",
)
_SHARED = Text(vi="nhiều tệp cùng có mã {id}, hãy ghi rõ tệp nào: {plans}", en="several files have the id {id}, say which: {plans}")
_SEVERAL = Text(
    vi="có {count} kế hoạch ở {where}, hãy ghi rõ tệp nào: {plans}",
    en="there are {count} plans in {where}, say which: {plans}",
)
