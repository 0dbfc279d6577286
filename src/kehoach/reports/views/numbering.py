"""The numbers of parts, as Decree 30/2020/NĐ-CP wants them."""

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # Vietnamese order: no f, j, w, z


def roman(number: int) -> str:
    """Write 1, 2, 3 as I, II, III."""
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def letter(number: int) -> str:
    """Write 4, 5, 6 as d, đ, e; what follows the last letter begins again, doubled."""
    times, index = divmod(number - 1, len(_LETTERS))
    return _LETTERS[index] * (times + 1)
