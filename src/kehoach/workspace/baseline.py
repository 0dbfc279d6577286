"""A baseline: the findings that an old repository starts with, a list that only shrinks."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach.checking import Checked
from kehoach.diagnostics import Diagnostic, Place
from kehoach.errors import KehoachError, cause
from kehoach.language import Text
from kehoach.reading.writing import write
from kehoach.rules.base import NEVER_ACCEPTED
from kehoach.rules.catalogue import by_code

_VERSION = 1


class Entry(NamedTuple):
    """One finding that was there when the baseline was made."""

    fingerprint: str
    code: str
    path: str
    pointer: str


def read(file: Path) -> tuple[Entry, ...]:
    """Read a baseline file.

    Raises:
        KehoachError: it is not there, or is no baseline.
    """
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["version"] != _VERSION:
            raise KehoachError(_NO_BASELINE, name=str(file))
        return tuple(Entry(*(str(entry[name]) for name in Entry._fields)) for entry in data["findings"])
    except FileNotFoundError:
        raise KehoachError(_NO_FILE, name=str(file)) from None
    except OSError as error:
        raise KehoachError(_UNREADABLE, name=str(file), why=cause(error)) from None
    except (ValueError, KeyError, TypeError):
        raise KehoachError(_NO_BASELINE, name=str(file)) from None


def apply(results: Sequence[Checked], entries: Iterable[Entry], file: Path) -> list[Checked]:
    """Leave out the findings that the baseline has; complain of entries whose finding is gone."""
    waiting = Counter(entry.fingerprint for entry in entries)
    applied = []
    for result in results:
        kept: list[Diagnostic] = []
        for diagnostic in result.diagnostics:
            if waiting[diagnostic.fingerprint] > 0 and not diagnostic.code.startswith(NEVER_ACCEPTED):
                waiting[diagnostic.fingerprint] -= 1
            else:
                kept.append(diagnostic)
        hidden = len(result.diagnostics) - len(kept)
        applied.append(result._replace(diagnostics=tuple(kept), suppressed=result.suppressed + hidden))
    stale = _stale(entries, waiting, {result.path for result in results}, file)
    return [*applied, Checked(path=str(file), diagnostics=tuple(stale))] if stale else applied


def update(results: Sequence[Checked], file: Path) -> int:
    """Write the baseline; one that exists loses what is gone and gains nothing. Gives how many entries it has."""
    found = [
        Entry(d.fingerprint, d.code, d.path, d.pointer)
        for result in results
        for d in result.diagnostics
        if not d.code.startswith(NEVER_ACCEPTED)
    ]
    if file.exists():
        known = Counter(entry.fingerprint for entry in read(file))
        checked = {result.path for result in results}
        kept = [entry for entry in read(file) if entry.path not in checked]
        for entry in found:
            if known[entry.fingerprint] > 0:
                known[entry.fingerprint] -= 1
                kept.append(entry)
        found = kept
    lines = ",\n".join(
        f"    {json.dumps(entry._asdict(), ensure_ascii=False)}" for entry in sorted(found, key=lambda e: (e.path, e.pointer, e.code))
    )
    body = f"[\n{lines}\n  ]" if lines else "[]"
    text = f'{{\n  "version": {_VERSION},\n  "findings": {body}\n}}\n'
    write(file, text.encode(), force=True)
    return len(found)


def _stale(entries: Iterable[Entry], waiting: Counter[str], checked: set[str], file: Path) -> list[Diagnostic]:
    rule = by_code()["SUP003"]
    lines = file.read_text("utf-8").splitlines()
    stale = []
    for entry in entries:
        if waiting[entry.fingerprint] <= 0 or entry.path not in checked:
            continue
        waiting[entry.fingerprint] -= 1
        number = next((i for i, line in enumerate(lines, start=1) if entry.fingerprint in line), 1)
        line = lines[number - 1]
        column = line.find(entry.fingerprint) + 1 or 1
        place = Place(line=number, column=column, end_line=number, end_column=column + len(entry.fingerprint), excerpt=line)
        stale.append(
            Diagnostic(
                code=rule.code,
                name=rule.name,
                nature=rule.nature,
                severity=rule.severities.early,
                message=rule.message,
                why=rule.why,
                fix=rule.fix,
                path=str(file),
                place=place,
                pointer="",
                steady=entry.fingerprint,
                section="",
                values={"code": entry.code, "pointer": f"{entry.path}#{entry.pointer}"},
            )
        )
    return stale


_NO_FILE = Text(
    vi="chưa có tệp {name}; thêm --update-baseline để ghi nó từ các phát hiện hiện có",
    en="there is no file {name} yet; add --update-baseline to write it of the findings there are",
)
_UNREADABLE = Text(vi="không đọc được {name}: {why}", en="cannot read {name}: {why}")
_NO_BASELINE = Text(
    vi="{name} không phải danh sách phát hiện cũ; tạo bằng --baseline {name} --update-baseline",
    en="{name} is no baseline; make one with --baseline {name} --update-baseline",
)
