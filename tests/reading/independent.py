"""A reader that shares no code with the tool: ruamel.yaml's pure composer, which keeps the text of every scalar."""

import re
from collections import Counter
from io import StringIO
from typing import Any
from unicodedata import normalize

from ruamel.yaml import YAML

Canon = dict[tuple[str, str], str]


def tree(content: bytes) -> Any:
    """Lists, dicts without order, and scalars with their tag and style, as the composer gives them."""
    text = content.decode("utf-8-sig")
    return _plain(YAML(typ="rt", pure=True).compose(StringIO(text)), "")


def expected(node: Any, canon: Canon, *, in_own: bool = False) -> Any:
    """What a tree must be after formatting, by a table of what becomes of which value under which key."""
    if isinstance(node, dict):
        return {key: expected(value, canon, in_own=in_own or key.startswith("x-")) for key, value in node.items()}
    if isinstance(node, list):
        return [expected(value, canon, in_own=in_own) for value in node]
    key, value, style, anchor = node
    if in_own:
        return node
    return key, normalize("NFC", canon.get((key, value), value)), style, anchor


def numbered_comments(content: bytes) -> Counter[str]:
    """The comments of a random plan: each begins with a number of its own."""
    return Counter(re.findall(r"#c\d+ [^\r\n]*", content.decode("utf-8-sig")))


def _plain(node: Any, key: str) -> Any:
    kind = type(node).__name__
    if kind == "MappingNode":
        pairs = [(name.value, _plain(value, name.value)) for name, value in node.value]
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)
    if kind == "SequenceNode":
        return [_plain(item, key) for item in node.value]
    return key, node.value, node.style or "", node.anchor
