"""What a run of `validate` says of the cache, and leaves to be said again."""

import sys

from kehoach.cli.parser import Given
from kehoach.language import Language, Text
from kehoach.workspace.cache.answers import Answer
from kehoach.workspace.running import Run

_WRONG_USE = 2


def tell(done: Run, language: Language) -> None:
    """Say how much came from the cache, or why it was not used."""
    session = done.session
    if session is None:
        return
    if session.note is not None:
        print(f"kehoach: {session.note.to(language)}", file=sys.stderr)
    elif session.database is not None:
        print(f"kehoach: {_REUSED.fill(language, {'reused': session.reused, 'count': len(done.sources)})}", file=sys.stderr)


def end(given: Given, done: Run, answer: Answer, language: Language) -> None:
    """Leave an answer to later runs where they may say it again, and let the cache go."""
    if done.session is None:
        return
    if _may_be_said_again(given, done, answer):
        again = f"kehoach: {_AGAIN.to(language)}\n" if given.verbose else ""
        done.session.remember(sys.argv[2:], answer._replace(err=answer.err + again))
    done.session.close()


def _may_be_said_again(given: Given, done: Run, answer: Answer) -> bool:
    """Tell whether an answer hangs on nothing but the files that were looked at, and is all that was said and done."""
    does_more = given.fix or given.unsafe_fixes or given.baseline or given.watch or any("=" in form for form in given.formats)
    hangs_on_more = given.changed_since or given.cluster or done.troubles or answer.code == _WRONG_USE
    return not (does_more or hangs_on_more) and sys.argv[1:2] == ["validate"]


_REUSED = Text(
    vi="kết quả của {reused} trong {count} tệp lấy từ bộ nhớ đệm",
    en="the findings of {reused} of {count} files came from the cache",
)
_AGAIN = Text(vi="toàn bộ kết quả lấy từ bộ nhớ đệm", en="the whole answer came from the cache")
