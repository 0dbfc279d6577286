"""The child process that runs a user's template: a request on standard input, an answer on standard output."""

import base64
import contextlib
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.reports import markdown
from kehoach.reports.jinja_mistakes import mistake
from kehoach.reports.jinja_wordings import of_running, of_safety
from kehoach.shipped import folder
from kehoach.values.text import nearest

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 5
CPU_SECONDS_TO_FILL = 30
MEMORY_TO_TYPESET = 1024 * 1024 * 1024
MOST_CHARACTERS = 20 * 1000 * 1000
_LARGEST_SOURCE = 4 * 1000 * 1000
_MOST_STEPS = 10_000
_MOST_BITS = 256

Answer = dict[str, Any]


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    if "root" in request:
        json.dump(typeset(request), sys.stdout)
        return
    if "workbook" in request:
        json.dump(filled_workbook(request), sys.stdout)
        return
    is_word = "document" in request
    limit(CPU_SECONDS_TO_FILL if is_word else CPU_SECONDS)
    json.dump(filled(request) if is_word else answer(request), sys.stdout)


def limit(cpu_seconds: int = CPU_SECONDS, memory: int = MEMORY) -> None:
    """Bound memory and CPU time, where the system can."""
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, cpu_seconds), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of address space
            resource.setrlimit(what, (most, most))


def answer(request: Mapping[str, Any]) -> Answer:
    """Give the rendered text, or what is wrong with the template and where."""
    dialect = _dialect(request["suffix"])
    loader = _Loader(Path(request["folder"]), dialect.FOLDER)
    data = request["data"]
    environment = _environment(loader, data, dialect)
    try:
        return {"text": _rendered(environment, request["template"], data)}
    except Exception as error:  # noqa: BLE001 - whatever a template raises is its author's to know
        return _complaint(error, loader)


def _dialect(suffix: str) -> ModuleType:
    """Choose how texts are escaped."""
    if suffix != markdown.SUFFIX:
        from kehoach.reports import html  # noqa: PLC0415 - draws too, so that it is slower to import

        return html
    return markdown


def filled(request: Mapping[str, Any]) -> Answer:
    """Give the filled Word document, or what is wrong with the template."""
    from kehoach.reports.filling import filled as fill  # noqa: PLC0415 - an extra

    try:
        document = fill(base64.b64decode(request["document"]), request["data"], date.fromisoformat(request["day"]))
    except Exception as error:  # noqa: BLE001 - whatever a template raises is its author's to know
        return _complaint(error, None)
    return {"document": base64.b64encode(document).decode()}


def filled_workbook(request: Mapping[str, Any]) -> Answer:
    """Give the filled workbook, or what is wrong with the template and in which cell."""
    limit(CPU_SECONDS_TO_FILL)
    from kehoach.reports.book_filling import filled as fill  # noqa: PLC0415 - an extra
    from kehoach.reports.figures import unpacked  # noqa: PLC0415 - with it
    from kehoach.reports.refusal import PlacedError, RefusedError  # noqa: PLC0415 - with it

    try:
        book = fill(base64.b64decode(request["workbook"]), unpacked(request["data"]), date.fromisoformat(request["day"]))
    except RefusedError as error:
        return {"said": list(error.said), "place": error.place}
    except PlacedError as error:
        return {**_complaint(error.cause, None), "place": error.place}
    except Exception as error:  # noqa: BLE001 - whatever a template raises is its author's to know
        return _complaint(error, None)
    return {"workbook": base64.b64encode(book).decode()}


def typeset(request: Mapping[str, Any]) -> Answer:
    """Give the PDF of a typst template, or what is wrong with it."""
    limit(CPU_SECONDS_TO_FILL, MEMORY_TO_TYPESET)
    from kehoach.reports.typesetting import typeset  # noqa: PLC0415 - an extra

    return typeset(request)


def _rendered(environment: ImmutableSandboxedEnvironment, name: str, data: Answer) -> str:
    pieces, length = [], 0
    for piece in environment.get_template(name).generate(data):
        length += len(piece)
        if length > MOST_CHARACTERS:
            raise _TooLongError
        pieces.append(piece)
    return "".join(pieces)


class _TooLongError(Exception):
    """The output has more characters than anyone needs."""


class _Loader(FileSystemLoader):
    """Reads templates of one folder, then the shipped ones; never through a link out of them."""

    def __init__(self, own: Path, shipped: str) -> None:
        self.roots = (own.resolve(), (folder("templates") / shipped).resolve())
        super().__init__([str(root) for root in self.roots])

    def get_source(self, environment: Any, template: str) -> Any:
        """Read a template's text.

        Raises:
            TemplateNotFound: it is not there, or leads out.
        """
        found = super().get_source(environment, template) if self._is_inside(template) else None
        if found is None:
            raise TemplateNotFound(template)
        return found

    def _is_inside(self, template: str) -> bool:
        for root in self.roots:
            file = root / template
            if file.is_file():
                return file.resolve().is_relative_to(root) and file.stat().st_size <= _LARGEST_SOURCE
        return False

    def name_of(self, filename: str) -> str:
        """Give a template's name back from its file; empty: it is no template."""
        for root in self.roots:
            with contextlib.suppress(ValueError):
                return Path(filename).relative_to(root).as_posix()
        return ""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Plain data, few operators, no endless ranges."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Prefer a mapping's key to its method."""
        found, value = markdown.member(obj, attribute)
        return value if found else super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Allow arithmetic on numbers of a sensible size, and nothing that repeats or formats texts."""
        if not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
            message = f"{operator} is for numbers"
            raise SecurityError(message)
        if operator == "**" and not (abs(left) <= _MOST_BITS and abs(right) <= _MOST_BITS // 8):
            message = "a power of this size"
            raise SecurityError(message)
        if operator == "*" and _bits(left) + _bits(right) > _MOST_BITS:
            message = "a product of this size"
            raise SecurityError(message)
        return super().call_binop(context, operator, left, right)


def _bits(number: float) -> int:
    return number.bit_length() if isinstance(number, int) else 0


def _range(*bounds: int) -> range:
    steps = range(*bounds)
    if len(steps) > _MOST_STEPS:
        message = f"a range of more than {_MOST_STEPS} steps"
        raise SecurityError(message)
    return steps


def _environment(loader: _Loader, data: Answer, dialect: ModuleType) -> _Sandbox:
    settings = dialect.settings(loader)
    del settings["undefined"]
    environment = sandbox_environment(data, **settings)
    dialect.equip(environment)
    return environment


def sandbox_environment(data: Mapping[str, Any], **settings: Any) -> _Sandbox:
    """Give an environment in which a template sees its data and nothing else."""
    environment = _Sandbox(undefined=_undefined(data), cache_size=50, **settings)
    for name in ("lipsum", "cycler", "joiner"):
        environment.globals.pop(name, None)
    environment.globals["range"] = _range
    return environment


class _Lack(str):
    """What is not defined, with the nearest name that is."""

    __slots__ = ("near", "what")
    what: str
    near: str | None


def _undefined(data: Mapping[str, Any]) -> type[StrictUndefined]:
    """Make the undefined value that knows which names there would have been."""

    class Undefined(StrictUndefined):
        @property
        def _undefined_message(self) -> str:
            whole = self._undefined_obj
            is_name = not isinstance(whole, (dict, list, str))
            lack = _Lack(self._undefined_hint or super()._undefined_message)
            lack.what = str(self._undefined_name)
            known = [str(key) for key in (data if is_name else whole if isinstance(whole, dict) else ())]
            lack.near = nearest(lack.what, known, limit=max(2, len(lack.what) // 3))
            return lack

    return Undefined


def _complaint(error: Exception, loader: _Loader | None) -> Answer:
    """Say what kind of mistake it is, in which template and line; a Word document has no lines."""
    name, line = _place(error, loader) if loader else ("", 0)
    common = {"name": name, "line": line, "detail": f"{type(error).__name__}: {error}"}
    match error:
        case UndefinedError():
            lack = error.message
            return {**common, "kind": "undefined", "what": getattr(lack, "what", lack), "near": getattr(lack, "near", None)}
        case SecurityError():
            return {**common, "kind": "forbidden", "detail": str(error), "said": of_safety(str(error))}
        case TemplateSyntaxError():
            found = mistake(error)
            return {"name": error.name, "line": found.line if loader else 0, "said": found.said}
        case TemplateNotFound():
            return {**common, "kind": "not-found", "what": error.name}
        case _:
            kind = next((kind for kinds, kind in _KINDS.items() if isinstance(error, kinds)), "failed")
            return {**common, "kind": kind, "said": of_running(f"{type(error).__name__}: {error}") if kind == "failed" else None}


_KINDS: dict[type[Exception], str] = {
    UnicodeDecodeError: "encoding",
    MemoryError: "memory",
    OverflowError: "memory",
    RecursionError: "depth",
    _TooLongError: "too-long",
}


def _place(error: Exception, loader: _Loader) -> tuple[str, int]:
    """Find the innermost line of a template on the way to the error."""
    place, step = ("", 0), error.__traceback__
    while step is not None:
        name = loader.name_of(step.tb_frame.f_code.co_filename)
        if name:
            place = (name, step.tb_lineno)
        step = step.tb_next
    return place


if __name__ == "__main__":
    main()
