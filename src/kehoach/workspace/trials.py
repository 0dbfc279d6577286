"""Custom rules tried on their own examples."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach.checking import Request, check
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.workspace import CustomRule
from kehoach.workspace.configuration import Configuration
from kehoach.workspace.discovery import Source, read

_MARK = re.compile(r"# expect: ([A-Z]{2,4}\d{3}(?: [A-Z]{2,4}\d{3})*)\s*$")


class Trial(NamedTuple):
    """What came of one example of one rule."""

    code: str
    file: str
    is_as_it_should: bool
    said: Text


def trials(settings: Configuration, today: date) -> Iterator[Trial]:
    """Try each custom rule on its good example, which must be clean, and on its bad one, which must be caught.

    Lines of the bad example that end in `# expect: CODE` are where it must be caught, and nowhere else.
    """
    for declared in settings.custom:
        examples = declared.examples
        if examples is None or not (examples.good and examples.bad):
            yield Trial(declared.code, "-", is_as_it_should=False, said=_NO_EXAMPLES)
        if examples is not None and examples.good:
            lines = _found(declared, settings.root / examples.good, today)
            said = _filled(_NOT_CLEAN, lines=", ".join(map(str, lines))) if lines else _CLEAN
            yield Trial(declared.code, examples.good, is_as_it_should=not lines, said=said)
        if examples is not None and examples.bad:
            yield _bad_trial(declared, settings.root / examples.bad, examples.bad, today)


def _bad_trial(declared: CustomRule, file: Path, name: str, today: date) -> Trial:
    lines = _found(declared, file, today)
    marked = [
        number
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if (match := _MARK.search(line)) and declared.code in match[1].split()
    ]
    if not lines:
        return Trial(declared.code, name, is_as_it_should=False, said=_NOT_CAUGHT)
    if marked and marked != lines:
        said = _filled(_ELSEWHERE, lines=", ".join(map(str, lines)), marked=", ".join(map(str, marked)))
        return Trial(declared.code, name, is_as_it_should=False, said=said)
    return Trial(declared.code, name, is_as_it_should=True, said=_filled(_CAUGHT, lines=", ".join(map(str, lines))))


def _found(declared: CustomRule, file: Path, today: date) -> list[int]:
    """List the lines at which the rule speaks."""
    content = read(Source(str(file), str(file)))
    request = Request(today=today, custom=(declared,), select=(declared.code,))
    checked = check(content, str(file), request, file.parent)
    if checked.plan is None:
        raise KehoachError(_NO_PLAN, name=str(file))
    return [diagnostic.place.line for diagnostic in checked.diagnostics]


def _filled(text: Text, **values: str) -> Text:
    return Text(vi=text.vi.format(**values), en=text.en.format(**values))


_NO_EXAMPLES = Text(vi="chưa có đủ ví dụ đúng và sai", en="a good and a bad example are wanted")
_CLEAN = Text(vi="ví dụ đúng không bị bắt lỗi", en="the good example is clean")
_NOT_CLEAN = Text(vi="ví dụ đúng bị bắt lỗi ở dòng {lines}", en="the good example is caught at line {lines}")
_CAUGHT = Text(vi="ví dụ sai bị bắt ở dòng {lines}", en="the bad example is caught at line {lines}")
_NOT_CAUGHT = Text(vi="ví dụ sai không bị bắt", en="the bad example is not caught")
_ELSEWHERE = Text(
    vi="ví dụ sai bị bắt ở dòng {lines}, trong khi đánh dấu ở dòng {marked}",
    en="the bad example is caught at line {lines}, and marked at line {marked}",
)
_NO_PLAN = Text(vi="{name} không phải một kế hoạch đọc được", en="{name} is no plan that can be read")
