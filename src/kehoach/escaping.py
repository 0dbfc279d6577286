"""One escape per output: what a file says never becomes a command of what shows it."""

import re


def terminal(text: str) -> str:
    r"""Show in one line what a terminal would obey or hide: `\x1b`, `\n`, `\u202e`."""
    if text.isascii() and text.isprintable() and _OLD_COMMAND not in text:
        return text
    return _HIDDEN.sub(_code, text).replace(_OLD_COMMAND, _OLD_COMMAND_SHOWN)


def cells(text: str) -> list[str]:
    """Show each character of a line by itself, as `terminal` does; tabs stay."""
    shown = [c if c == "\t" else _HIDDEN.sub(_code, c) for c in text]
    for found in re.finditer(re.escape(_OLD_COMMAND), text):
        shown[found.end() - 1] = _OLD_COMMAND_SHOWN[2:]
    return shown


def log(output: str) -> str:
    """Keep a CI log from reading the lines of a whole output as its commands.

    GitHub's runner strips a line before it looks for `::`, so an indent would not do.
    """
    return re.sub(_COMMAND, r"\1\\::", output) if "::" in output else output


def json(document: str) -> str:
    """Finish a JSON document: hidden characters as JSON's own escapes, no commands of a CI log.

    A lone surrogate is replaced: no UTF-8 can hold it, and many readers refuse its escape.
    """
    shown = re.sub(_SURROGATE, "\ufffd", document).replace(_OLD_COMMAND, "##\\u005b")
    return re.sub(_UNESCAPED_IN_JSON, lambda found: f"\\u{ord(found[0]):04x}", shown)


def annotation(text: str) -> str:
    """Write text as the message of a workflow command; `%` first, or the others would be escaped twice."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def annotation_property(text: str) -> str:
    """Write text as the value of a workflow command's property."""
    return annotation(text).replace(":", "%3A").replace(",", "%2C")


def uri(path: str) -> str:
    """Write a relative path as a URI reference; a colon in its first part would read as a scheme, `..` as a step up."""
    written = path.encode("utf-8", "replace")
    escaped = "".join(chr(byte) if byte in _URI else f"%{byte:02X}" for byte in written)
    return "/".join("%2E%2E" if part == ".." else part for part in escaped.split("/"))


def xml(text: str) -> str:
    """Write text as XML text or an attribute's value, in one line that gives its line breaks back."""
    return re.sub(_FORBIDDEN, _code, text).translate(_XML)


def html(text: str) -> str:
    """Write text as HTML text or an attribute's value."""
    return re.sub(_FORBIDDEN, _code, text).translate(_HTML)


def visible(text: str) -> str:
    """Show what no document may hold: controls, surrogates, overrides of the direction."""
    return re.sub(_FORBIDDEN, _code, text)


def spreadsheet(text: str) -> str:
    """Write text for a cell that a spreadsheet opens: no formula, whoever wrote the plan."""
    shown = visible(text)
    return f"'{shown}" if begins_formula(shown) else shown


def begins_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula when somebody types it."""
    return text[:1] in _FORMULA


def markdown(text: str) -> str:
    """Write prose as Markdown, line by line; nothing in it is markup, and a blank line stays a new paragraph."""
    lines = (_markdown_line(line) for line in text.splitlines())
    return "\n".join(lines).strip("\n")


def markdown_cell(text: str) -> str:
    """Write text as a cell of a Markdown table: one line, with `<br>` for the others."""
    return "<br>".join(_inline(line.strip()) for line in text.strip().splitlines())


def comment(text: str) -> str:
    """Write text in one line of a comment on a change: it calls nobody and links to no discussion, as `@name` and `#1` would."""
    return markdown_cell(text).replace("@", "@<!-- -->").replace("\\#", "\\#<!-- -->")


def _markdown_line(line: str) -> str:
    return re.sub(_LEADING, r"\1\\\2", _inline(line.strip()))


def _inline(text: str) -> str:
    return re.sub(_FORBIDDEN, _code, text).translate(_MARKDOWN)


def _code(found: re.Match[str]) -> str:
    character = found[0]
    short = _SHORT.get(character)
    if short is not None:
        return short
    code = ord(character)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the widths of escapes


_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

# Controls, surrogates, non-characters and overrides of the direction: meant by nobody, in any output.
_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
_FORBIDDEN = f"[{_NEVER}]"  # as all but one of these, compiled when met: a run writes one form, to a terminal mostly
_HIDDEN = re.compile(
    f"[{_NEVER}\t\n\r\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028\u2029\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]",
)
_UNESCAPED_IN_JSON = "[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
_SURROGATE = "[\ud800-\udfff]"

# The runner obeys the old form anywhere in a line, the new one at its beginning.
_OLD_COMMAND = "##["
_OLD_COMMAND_SHOWN = "##\\["
_COMMAND = r"(?m)^([^\S\n]*)::"

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_HTML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
_XML = _HTML | {ord("\n"): "&#10;", ord("\r"): "&#13;", ord("\t"): "&#9;", ord("["): "&#91;", 0x2028: "&#8232;", 0x2029: "&#8233;"}
_URI = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
_MARKDOWN = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"} | {ord(c): f"\\{c}" for c in "\\`*_[]#~|$"}
_LEADING = r"^(\d*)([-+=.)])"
