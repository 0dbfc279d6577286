"""The formats of a workbook's cells: what an office chose stays; a cell without a choice gets one that prints as was said."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from kehoach.language import Language
from kehoach.reports.cells import DAY_FORMS, number_form
from kehoach.reports.package import MAIN

_GENERAL, _TEXT = 0, 49
_FIRST_OWN = 164
_ORDINAL = "0"
_GROUP = 3  # digits


class Styles:
    """The cell formats, and those made from them."""

    def __init__(self, styles: Any, language: Language) -> None:
        self.language = language
        self.element = styles
        self._forms = styles.find(f"{MAIN}cellXfs")
        self._made: dict[tuple[int, str], int] = {}
        self._grouped: dict[int, Decimal] = {}  # styles made for numbers, each with one of them
        self._codes: dict[str, int] = {}

    def number_of(self, style: int) -> int:
        """Give the number format of a cell's style."""
        form = self._form(style)
        said = form.get("numFmtId", "0") if form is not None else "0"
        return int(said) if said.isdecimal() else _GENERAL

    def is_text(self, style: int) -> bool:
        """Tell whether an office wants a text whatever it looks like."""
        return self.number_of(style) == _TEXT

    def for_value(self, style: int, value: Decimal | date, text: str) -> int:
        """Give the style in which a number or day prints as it was said, where the office chose none."""
        if self.number_of(style) != _GENERAL:
            return style
        if isinstance(value, date):
            code = DAY_FORMS[self.language]
        else:
            code = _ORDINAL if text.isdecimal() and len(text) > _GROUP else number_form(value, self.language)
        changed = self._changed(style, code)
        if not isinstance(value, date) and code != _ORDINAL:
            self._grouped[changed] = value
        return changed

    def for_sums(self, style: int, others: Iterable[int]) -> int:
        """Give the style of a formula without a choice of its own: as many decimals as the numbers of its column have."""
        values = [self._grouped[one] for one in others if one in self._grouped]
        if not values or self.number_of(style) != _GENERAL:
            return style
        return self._changed(style, number_form(min(values, key=lambda value: value.normalize().as_tuple().exponent), self.language))

    def for_words(self, style: int) -> int:
        """Give the style of a text that stays one even when somebody edits the cell."""
        return self._changed(style, "")

    def _form(self, style: int) -> Any:
        return self._forms[style] if self._forms is not None and 0 <= style < len(self._forms) else None

    def _changed(self, style: int, code: str) -> int:
        """Copy a style with a number format, or with the mark of a text."""
        form = self._form(style)
        if form is None:
            return style
        if (style, code) not in self._made:
            new = deepcopy(form)
            if code:
                new.set("numFmtId", str(self._code(code)))
                new.set("applyNumberFormat", "1")
            else:
                new.set("quotePrefix", "1")
            self._forms.append(new)
            self._forms.set("count", str(len(self._forms)))
            self._made[style, code] = len(self._forms) - 1
        return self._made[style, code]

    def _code(self, code: str) -> int:
        if code not in self._codes:
            known = self.element.find(f"{MAIN}numFmts")
            if known is None:
                known = etree.Element(f"{MAIN}numFmts")
                self.element.insert(0, known)
            taken = [int(one.get("numFmtId", "0")) for one in known if one.get("numFmtId", "").isdecimal()]
            number = max([_FIRST_OWN - 1, *taken]) + 1
            etree.SubElement(known, f"{MAIN}numFmt", numFmtId=str(number), formatCode=code)
            known.set("count", str(len(known)))
            self._codes[code] = number
        return self._codes[code]
