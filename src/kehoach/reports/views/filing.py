"""Where the files of many plans lie, said once instead of before every name."""

import os
from collections.abc import Iterable
from pathlib import PurePath

from kehoach.language import Language, Text


class Folder:
    """The folder that all files have in common; none where there is no such folder."""

    def __init__(self, paths: Iterable[str]) -> None:
        folders = [PurePath(path).parent for path in paths]
        self.name = os.path.commonpath(folders) if len({folder.is_absolute() for folder in folders}) == 1 else ""

    def short(self, path: str) -> str:
        """Name a file from the folder."""
        return os.path.relpath(path, self.name) if self.name else path

    def line(self, language: Language) -> str:
        """Name the folder itself; empty without one."""
        return _FOLDER.fill(language, {"folder": self.name}) if self.name else ""


_FOLDER = Text(vi="(Tệp ghi theo thư mục {folder})", en="(Files are named from the folder {folder})")
