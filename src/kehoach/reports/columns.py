"""The columns of a sheet by letter and by number."""


def letters(column: int) -> str:
    """Give the letters of a column by its number."""
    said = ""
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said


def number(said: str) -> int:
    """Give the number of a column by its letters, `A` to `XFD`."""
    column = 0
    for letter in said:
        column = 26 * column + ord(letter) - 64
    return column
