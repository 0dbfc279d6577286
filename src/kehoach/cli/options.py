"""Options that several commands have, and reading their words."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from kehoach.cli.parser import Parser
from kehoach.cli.speech import tr
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.vocabulary import Stage
from kehoach.values.text import nearest

E = TypeVar("E", bound=StrEnum)


def lang(parser: Parser) -> None:
    """Declare `--lang`."""
    parser.option("--lang", metavar="vi|en", about=tr("Ngôn ngữ của lời nhắn.", "The language of messages."))


def today(parser: Parser) -> None:
    """Declare `--today`."""
    parser.option(
        "--today",
        metavar=tr("NGÀY", "DATE"),
        about=tr(
            "Ngày để xét trễ hạn, như 2026-06-30; để trống: hôm nay.",
            "The day as of which lateness is judged, such as 2026-06-30; without it, today.",
        ),
    )


def stage(parser: Parser) -> None:
    """Declare `--stage`."""
    parser.option(
        "--stage",
        metavar=tr("GIAI ĐOẠN", "STAGE"),
        about=tr(
            "Kiểm tra như thể kế hoạch đang ở giai đoạn này: {}.",
            "Check as if the plan were at this stage: {}.",
        ).format(", ".join(Stage)),
    )


def config(parser: Parser) -> None:
    """Declare `--config`."""
    parser.option(
        "--config",
        metavar=tr("TỆP", "FILE"),
        about=tr(
            "Tệp cấu hình thay cho kehoach.yaml gần nhất.",
            "A configuration in place of the nearest kehoach.yaml.",
        ),
    )


def output(parser: Parser) -> None:
    """Declare `-o`."""
    parser.option(
        "-o",
        "--output",
        metavar=tr("TỆP", "FILE"),
        about=tr(
            "Tệp kết quả; để trống: in ra màn hình, dạng nhị phân thì ghi tệp ở đây.",
            "The file to write; none: standard output, and of a binary format a file here.",
        ),
    )


def form(parser: Parser, words: type[StrEnum], default: str) -> None:
    """Declare `--format` of a command that has `-o`."""
    parser.option(
        "--format",
        name="form",
        metavar="|".join(words),
        about=tr(
            "Dạng kết quả; để trống: theo đuôi tệp của -o, không có thì {}.",
            "The format; none: by the ending of -o, else {}.",
        ).format(default),
    )


def force(parser: Parser) -> None:
    """Declare `--force`."""
    parser.flag("--force", about=tr("Thay tệp đã có.", "Replace a file that exists."))


def no_cache(parser: Parser) -> None:
    """Declare `--no-cache`."""
    parser.flag("--no-cache", about=tr("Không dùng kết quả của lần chạy trước.", "Use nothing that an earlier run found."))


def one_of(words: type[E], text: str, option: str) -> E:
    """Read a word of an enumeration.

    Raises:
        KehoachError: no such word; names the nearest and all.
    """
    known = [word.value for word in words]
    if text in known:
        return words(text)
    near = nearest(text, known)
    hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
    raise KehoachError(_NO_WORD, option=option, text=text, words=", ".join(known), hint=hint)


def stage_of(text: str | None) -> Stage | None:
    """Read the stage of `--stage`; none without it."""
    return one_of(Stage, text, "--stage") if text else None


def number(text: str | None, option: str) -> int | None:
    """Read a positive whole number; none without one.

    Raises:
        KehoachError: it is no such number.
    """
    if text is None:
        return None
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise KehoachError(_NO_NUMBER, option=option, text=text)


def day(text: str | None) -> date:
    """Read the day of `--today`; the clock's without one.

    Raises:
        KehoachError: it is not a day.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 - the user's own calendar day is meant
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise KehoachError(_NO_DAY, text=text) from None


_NO_WORD = Text(
    vi="{option}: không có {text!r}{hint} (có: {words})",
    en="{option}: there is no {text!r}{hint} (there are: {words})",
)
_NO_DAY = Text(
    vi="--today: {text!r} không phải một ngày; viết như 2026-06-30",
    en="--today: {text!r} is no day; write 2026-06-30",
)
_NO_NUMBER = Text(
    vi="{option}: {text!r} không phải một số nguyên dương",
    en="{option}: {text!r} is no positive whole number",
)
