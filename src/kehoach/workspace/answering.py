"""What became of the findings of the last appraisal: which are gone, which are still there, which are new."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from kehoach.checking import Checked
from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError, cause
from kehoach.language import Text

RECORD = "findings.json"
"""The name under which a folder of appraisals keeps its findings, as `validate --format json` writes them."""

_VERSION = 1


class Said(NamedTuple):
    """A finding of the last appraisal, in the words that were used then."""

    fingerprint: str
    code: str
    severity: Severity
    message: str
    path: str
    pointer: str
    line: int


class Last(NamedTuple):
    """The last appraisal: its day, and its plans by their path."""

    day: date
    plans: tuple[tuple[str, str], ...]  # path and id
    findings: tuple[Said, ...]

    def path_of(self, checked: Checked) -> str | None:
        """Find the path that a plan had then: its own, else that of the only plan of its id; none where it is new."""
        assert checked.plan is not None
        same = [path for path, name in self.plans if name == checked.plan.id]
        if checked.path in same:
            return checked.path
        return same[0] if len(same) == 1 else None


class Answers(NamedTuple):
    """What became of the findings of the last appraisal of one plan.

    Attributes:
        day: when it was.
        is_new: of each finding of now, in their order, whether it was not there then.
        gone: those of then that are not there now.
        unsure: those of then of which what they are about could not be read now.
    """

    day: date
    is_new: tuple[bool, ...]
    gone: tuple[Said, ...]
    unsure: tuple[Said, ...]


def read(path: Path) -> Last:
    """Read what `validate --format json` wrote: a file, or the one in a folder of appraisals.

    Raises:
        KehoachError: it is not there, or is something else.
    """
    file = path / RECORD if path.is_dir() else path
    try:
        data = json.loads(file.read_bytes())
        if data["version"] != _VERSION:
            raise KehoachError(_NO_RECORD, name=str(file))
        plans = tuple((str(plan["path"]), str(plan["id"])) for plan in data["plans"])
        return Last(date.fromisoformat(data["tool"]["today"]), plans, tuple(_said(one) for one in data["findings"]))
    except OSError as error:
        raise KehoachError(_UNREADABLE, name=str(file), why=cause(error)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise KehoachError(_NO_RECORD, name=str(file)) from None


def answered(checked: Checked, last: Last) -> Answers | None:
    """Hold the findings of a plan against those of the last appraisal; none where it was not appraised then.

    Findings are the same by code and place, with ids in place of numbers, wherever the file lies now.
    """
    path = last.path_of(checked)
    if path is None:
        return None
    then = [said for said in last.findings if said.path == path]
    waiting = Counter(said.fingerprint for said in then)
    is_new = []
    for diagnostic in checked.diagnostics:
        name = diagnostic._replace(path=path).fingerprint
        is_new.append(not waiting[name])
        waiting[name] -= bool(waiting[name])
    left = list(_left(then, waiting))
    unsure = [said for said in left if _is_unread(said.pointer, (one.pointer for one in checked.not_checked))]
    return Answers(last.day, tuple(is_new), tuple(said for said in left if said not in unsure), tuple(unsure))


def _left(then: Iterable[Said], waiting: Counter[str]) -> Iterator[Said]:
    for said in then:
        if waiting[said.fingerprint]:
            waiting[said.fingerprint] -= 1
            yield said


def _is_unread(pointer: str, unread: Iterable[str]) -> bool:
    return any(f"{pointer}/".startswith(f"{one}/") or f"{one}/".startswith(f"{pointer}/") for one in unread)


def _said(finding: Any) -> Said:
    return Said(
        fingerprint=str(finding["fingerprint"]),
        code=str(finding["code"]),
        severity=Severity(finding["severity"]),
        message=str(finding["message"]),
        path=str(finding["path"]),
        pointer=str(finding["pointer"]),
        line=int(finding["line"]),
    )


_UNREADABLE = Text(vi="không đọc được {name}: {why}", en="cannot read {name}: {why}")
_NO_RECORD = Text(
    vi="{name} không phải kết quả kiểm tra; tạo bằng kehoach validate --format json={name}",
    en="{name} is no record of findings; kehoach validate --format json={name} makes one",
)
