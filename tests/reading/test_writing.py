"""What is said where the system does not let a file be written."""

import errno
import os
from pathlib import Path

import pytest

from kehoach.errors import KehoachError, cause
from kehoach.language import Language
from kehoach.reading.writing import make, write

SAID = (errno.ENOENT, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EISDIR, errno.ENOTDIR, errno.EROFS, errno.ENAMETOOLONG)


@pytest.mark.parametrize("number", SAID, ids=errno.errorcode.get)
def test_what_the_system_refuses_is_said_in_both_languages(number: int) -> None:
    said = cause(OSError(number, os.strerror(number)))

    assert os.strerror(number) not in said
    assert said.vi != said.en


def test_something_rare_is_said_in_the_system_s_words() -> None:
    assert cause(OSError(errno.EMLINK, "Too many links")).to(Language.VI) == "Too many links"
    assert cause(OSError("no number")).to(Language.VI) == "no number"


def test_a_folder_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(KehoachError) as caught:
        write(Path("nodir/x/out.docx"), b"")

    assert caught.value.to(Language.VI) == f"không ghi được {Path('nodir/x/out.docx')}: chưa có thư mục {Path('nodir/x')}; tạo nó trước"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "không ghi được x: không có quyền ghi vào thư mục hiện tại; ghi ra nơi khác, hoặc xin quyền ghi"),
        (errno.ENOSPC, "không ghi được x: ổ đĩa đã đầy; xóa bớt tệp hoặc ghi ra nơi khác"),
    ],
    ids=errno.errorcode.get,
)
def test_what_hinders_writing_is_said_with_a_remedy(number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "open", refused)

    with pytest.raises(KehoachError) as caught:
        write(Path("x"), b"")

    assert caught.value.to(Language.VI) == said


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").touch()

    with pytest.raises(KehoachError, match="is a file; a folder is wanted"):
        make(tmp_path / "x")
    with pytest.raises(KehoachError, match="a part of the path is a file"):
        make(tmp_path / "x" / "y")
