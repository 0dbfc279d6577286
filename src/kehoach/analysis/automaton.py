"""An automaton that looks for many phrases in one pass over a text (Aho and Corasick, 1975)."""

from array import array
from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

_CODES = 0x10000
_SPACES = " \t\n\r\x85\u2028\u2029"
"""What a reader of YAML folds to one space."""
_KELVIN = "\u212a"  # the one sign besides the capital whose small letter is a Vietnamese one


class Automaton(NamedTuple):
    """Tables as the compiled half reads them.

    Attributes:
        classes: the class of each character below U+10000; one that is in no phrase is of class 0.
        states: at a state's number plus a class, the number of the next state, in two bytes of the machine's order.
        marks: at a state's number, the marks of the phrases that end there, or-ed.
    """

    classes: bytes
    states: bytes
    marks: bytes


def automaton(phrases: Mapping[str, int]) -> Automaton:
    """Make the automaton that finds phrases in small letters, however they are written, and marks them.

    Capitals are taken for small letters, and as many blanks as there are for one space.

    Args:
        phrases: each with its mark, a number below 256.
    """
    classes, width = _classes(set().union(*phrases))
    inside: list[dict[int, int]] = [{}]
    marks = [0]
    for phrase, mark in phrases.items():
        state = 0
        for letter in phrase:
            state = inside[state].setdefault(classes[ord(letter)], len(inside))
            if state == len(inside):
                inside.append({})
                marks.append(0)
        marks[state] |= mark
    rows = _completed(inside, marks, width, classes[ord(" ")])
    return Automaton(
        bytes(classes),
        array("H", map(width.__mul__, chain.from_iterable(rows))).tobytes(),
        b"".join(bytes((mark,)).ljust(width, b"\0") for mark in marks),
    )


def _classes(letters: set[str]) -> tuple[bytearray, int]:
    """Give each letter a class, for small and capital, and tell how many classes there are."""
    classes = bytearray(_CODES)
    for number, letter in enumerate(sorted(letters), start=1):
        for written in _SPACES if letter == " " else {letter, letter.upper(), _KELVIN if letter == "k" else letter}:
            classes[ord(written)] = number
    return classes, len(letters) + 1


def _completed(inside: list[dict[int, int]], marks: list[int], width: int, space: int) -> list[list[int]]:
    """Give each state's next state for every class, and its marks, where no phrase goes on as the longest end that begins one."""
    rows = [[inside[0].get(number, 0) for number in range(width)], *([] for _ in inside[1:])]
    shorter = [0] * len(inside)
    waiting = list(inside[0].values())
    after_space = {inside[0].get(space)}
    for state in waiting:
        row = rows[state] = rows[shorter[state]].copy()
        marks[state] |= marks[shorter[state]]
        for number, following in inside[state].items():
            shorter[following] = row[number]
            row[number] = following
            waiting.append(following)
        if state in after_space:
            row[space] = state
        after_space.add(inside[state].get(space))
    return rows
