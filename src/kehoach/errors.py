"""Errors that are not about what a plan says: no such file, no such template, a disk that is full."""

import errno

from kehoach.language import Language, Text


class KehoachError(Exception):
    """An error fit for the user: one line that says what is wrong and what to do."""

    def __init__(self, text: Text, /, **values: object) -> None:
        super().__init__(text.fill(Language.EN, values))
        self.text = text
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with its wording."""
        return _again, (self.text, self.values)

    def to(self, language: Language) -> str:
        """Say the error in one language."""
        return self.text.fill(language, self.values)


def cause(error: OSError) -> Text:
    """Say in both languages what the system refused, and what can be done; in its own words where it is something rare."""
    said = error.strerror or str(error)
    return _CAUSES.get(error.errno or 0, Text(said, said))


def _again(text: Text, values: dict[str, object]) -> KehoachError:
    return KehoachError(text, **values)


_DENIED = Text(vi="không có quyền truy cập", en="permission is denied")
_CAUSES = {
    errno.ENOENT: Text(vi="không có tệp hoặc thư mục này", en="there is no such file or folder"),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.ENOSPC: Text(vi="ổ đĩa đã đầy; xóa bớt tệp hoặc ghi ra nơi khác", en="the disk is full; free some space or write elsewhere"),
    errno.EISDIR: Text(vi="đó là thư mục, không phải tệp", en="it is a folder, not a file"),
    errno.ENOTDIR: Text(vi="một phần của đường dẫn là tệp, không phải thư mục", en="a part of the path is a file, not a folder"),
    errno.EROFS: Text(vi="ổ đĩa này chỉ cho đọc; ghi ra nơi khác", en="the disk is read-only; write elsewhere"),
    errno.ENAMETOOLONG: Text(vi="tên hoặc đường dẫn quá dài; đặt tên ngắn hơn", en="the name or path is too long; choose a shorter one"),
}
