"""`kehoach cache`: where the results of earlier runs are kept, and throwing them away."""

from decimal import Decimal
from pathlib import Path

from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import SPOKEN, tr
from kehoach.errors import KehoachError, cause
from kehoach.language import Language, Text, say
from kehoach.workspace.cache.database import counted, throw_away
from kehoach.workspace.cache.folder import FILE, VARIABLE, folder

HELP = tr(
    "Bộ nhớ đệm: kết quả của các lần kiểm tra trước nằm ở đâu, lớn bao nhiêu; xóa đi.",
    "The cache: where the results of earlier runs are, how large they are; throw them away.",
)
EXAMPLE = tr("Ví dụ: kehoach cache clear", "Example: kehoach cache clear")


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("action", "clear", tr("clear: xóa; để trống: cho biết.", "clear: throw away; none: tell."))


def command(given: Given) -> int:
    """Tell where the cache is, or throw it away."""
    if given.action not in (None, "clear"):
        raise KehoachError(_NO_ACTION, action=given.action)
    place = folder()
    if not place:
        raise KehoachError(_NO_PLACE, variable=VARIABLE)
    file = Path(place, FILE)
    if given.action == "clear":
        try:
            throw_away()
        except OSError as error:
            raise KehoachError(_KEPT, file=file, why=cause(error)) from None
        print(_CLEARED.fill(SPOKEN, {"file": file}))
        return 0
    if not file.exists():
        print(_NONE.fill(SPOKEN, {"file": file}))
        return 0
    print(_HERE.fill(SPOKEN, {"file": file, "size": _size(file, SPOKEN)}))
    held = counted()
    if held is None:
        print(_STRANGE.to(SPOKEN))
    else:
        print(_HELD.fill(SPOKEN, {"files": held.files, "settings": held.variants, "answers": held.answers}))
    return 0


def _size(file: Path, language: Language) -> str:
    """Say how large the cache is, with what is not yet written into its file."""
    size = sum(one.stat().st_size for one in (file, file.with_name(f"{file.name}-wal")) if one.exists())
    return f"{say(Decimal(size // 100_000) / 10, language)} MB"


_NO_ACTION = Text(vi="kehoach cache không có việc {action!r} (có: clear)", en="kehoach cache has no action {action!r} (there is: clear)")
_NO_PLACE = Text(vi="không có nơi để bộ nhớ đệm; đặt biến {variable}", en="there is no folder for the cache; set {variable}")
_KEPT = Text(vi="không xóa được {file}: {why}", en="cannot delete {file}: {why}")
_CLEARED = Text(vi="đã xóa {file}", en="deleted {file}")
_NONE = Text(vi="chưa có gì ở {file}", en="there is nothing yet in {file}")
_HERE = Text(vi="{file} ({size})", en="{file} ({size})")
_HELD = Text(
    vi="tệp: {files}; bộ thiết lập: {settings}; kết quả trọn vẹn: {answers}",
    en="files: {files}; settings: {settings}; whole answers: {answers}",
)
_STRANGE = Text(vi="tệp này không đọc được; lần chạy sau làm mới", en="it cannot be read; the next run makes it anew")
