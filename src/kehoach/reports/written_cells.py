"""What a filled cell holds: a number, a day or a yes where a tag stood alone, else a text that stays one."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from kehoach.escaping import begins_formula
from kehoach.reports.book_styles import Styles
from kehoach.reports.cells import fits, is_day, kept
from kehoach.reports.figures import Known
from kehoach.reports.package import MAIN

_DAY_ZERO = date(1899, 12, 30)
_MARCH_1900 = date(1900, 3, 1)  # before it a spreadsheet counts one day more than there were
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def put(cell: Any, said: list[str], styles: Styles) -> None:
    """Write what the tags of a cell said into it; nothing leaves it empty, its look stays."""
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    style = int(cell.get("s", "0"))
    spoken = [one for one in said if one.strip()]
    alone = spoken[0] if len(spoken) == 1 and isinstance(spoken[0], Known) else None
    if alone is not None and not styles.is_text(style) and _put_value(cell, alone, style, styles):
        return
    text = kept("".join(said)).strip(" ") if alone is None else kept(str.__str__(alone))
    if text:
        _put_text(cell, text, style, styles)


def _put_value(cell: Any, known: Known, style: int, styles: Styles) -> bool:
    """Write a value that a spreadsheet keeps whole; tell whether it is one."""
    exact = known.exact
    if exact in {"true", "false"}:
        cell.set("t", "b")
        etree.SubElement(cell, f"{MAIN}v").text = "1" if exact == "true" else "0"
        return True
    value: Decimal | date = date.fromisoformat(exact) if is_day(exact) else Decimal(exact)
    if isinstance(value, date):
        if value < _MARCH_1900:
            return False
        number = str((value - _DAY_ZERO).days)
    elif fits(value):
        number = f"{value:f}"
    else:
        return False
    cell.set("s", str(styles.for_value(style, value, known)))
    etree.SubElement(cell, f"{MAIN}v").text = number
    return True


def _put_text(cell: Any, text: str, style: int, styles: Styles) -> None:
    cell.set("t", "inlineStr")
    if begins_formula(text):
        cell.set("s", str(styles.for_words(style)))
    inner = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
    inner.text = _ESCAPE_LIKE.sub("_x005F_", text)
    inner.set(_SPACE, "preserve")
