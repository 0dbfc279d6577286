"""Why a user's workbook is not filled, and where."""

from kehoach.language import Text


class RefusedError(Exception):
    """A workbook, or a cell of it, that is not taken."""

    def __init__(self, said: Text, place: str = "") -> None:
        super().__init__(said.en)
        self.said = said
        self.place = place


class PlacedError(Exception):
    """A tag that failed, and the cell it stands in."""

    def __init__(self, place: str, cause: Exception) -> None:
        super().__init__(place)
        self.place = place
        self.cause = cause


TOO_LONG = Text(vi="kết quả quá dài", en="the result is too long")
