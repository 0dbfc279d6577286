"""The blocks of which a paper is a row."""

from typing import Any

Paper = dict[str, Any]


def block(kind: str, text: str = "", table: Paper | None = None, number: str = "", label: str = "") -> Paper:
    """Make a block: a heading, a paragraph, an item of a list, a table."""
    return {"kind": kind, "number": number, "label": label, "text": text, "table": table}
