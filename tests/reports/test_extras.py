"""Formats whose packages are missing."""

import sys

import pytest

from kehoach.errors import KehoachError
from kehoach.reports.extras import require


def test_all_that_is_missing_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("docxtpl", "xlsxwriter"):
        monkeypatch.setitem(sys.modules, name, None)

    require("md", "html", "pdf")
    with pytest.raises(KehoachError) as caught:
        require("docx", "md", "pdf", "xlsx")

    assert str(caught.value) == 'a package for docx, xlsx is missing; run: pip install "kehoach[docx,xlsx]"'
