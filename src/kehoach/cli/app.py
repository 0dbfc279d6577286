"""The list of commands, and what happens when one fails."""

import os
import sys
from importlib import import_module
from types import ModuleType

from kehoach import __version__
from kehoach.cli.parser import Parser
from kehoach.cli.speech import SPOKEN, prepare_streams, tr
from kehoach.errors import KehoachError, cause
from kehoach.language import Text
from kehoach.values.text import nearest

COMMANDS = (
    "validate",
    "status",
    "render",
    "template",
    "init",
    "new",
    "fmt",
    "process",
    "rollup",
    "diff",
    "trace",
    "query",
    "explain",
    "rules",
    "schema",
    "config",
    "cache",
    "completion",
    "doctor",
)
"""In the order of `--help`; each is the module of that name."""

OK, FINDINGS, WRONG_USE, BUG, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141


def run() -> int:
    """Run the command line and give the exit code."""
    prepare_streams()
    try:
        code = _guarded(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_streams()
        return BROKEN_PIPE
    except OSError as error:
        _silence_streams()
        return _fail(_NO_OUTPUT.fill(SPOKEN, {"why": cause(error)}), WRONG_USE)
    return code


def _guarded(words: list[str]) -> int:
    try:
        return _dispatched(words)
    except KehoachError as error:
        return _fail(error.to(SPOKEN), WRONG_USE)
    except KeyboardInterrupt:
        return _fail(_STOPPED.to(SPOKEN), INTERRUPTED)
    except OSError:
        raise
    except Exception as error:
        if "--traceback" in words:
            raise
        return _fail(_BUG.fill(SPOKEN, {"kind": type(error).__name__, "version": __version__}), BUG)


def _dispatched(words: list[str]) -> int:
    """Load the command's module, read its words, run it."""
    rest = [word for word in words if word != "--traceback"]
    first = rest[0] if rest else "--help"
    if first in ("-h", "--help"):
        print(_overview(), end="")
        return OK
    if first == "--version":
        print(f"kehoach {__version__}")
        return OK
    name = rest.pop(0)
    if name not in COMMANDS:
        near = nearest(name, COMMANDS)
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
        raise KehoachError(_NO_COMMAND, name=name, hint=hint, commands=", ".join(COMMANDS))
    module = _module(name)
    parser = Parser(name, module.HELP, module.EXAMPLE)
    module.options(parser)
    given = parser.read(rest)
    if given.help:
        print(parser.format_help(), end="")
        return OK
    code: int = module.command(given)
    return code


def _module(name: str) -> ModuleType:
    return import_module(f"kehoach.cli.{name}")


def _overview() -> str:
    """Write the page of all commands."""
    rows = "\n".join(f"  {name:<10} {_module(name).HELP}" for name in COMMANDS)
    about = tr(
        "Kế hoạch phát triển kinh tế - xã hội dưới dạng tệp YAML: kiểm tra, giải thích, xuất báo cáo.",
        "Socio-economic development plans as YAML files: checked, explained, rendered.",
    )
    usage = tr("cách dùng: kehoach LỆNH [TỆP...] [TÙY CHỌN]", "usage: kehoach COMMAND [PATHS...] [OPTIONS]")
    more = tr("Chi tiết: kehoach LỆNH --help. Phiên bản: kehoach --version.", "More: kehoach COMMAND --help. Version: kehoach --version.")
    example = tr("Ví dụ: kehoach validate plan.yaml", "Example: kehoach validate plan.yaml")
    return f"{usage}\n\n{about}\n\n{rows}\n\n{more}\n{example}\n"


def _fail(message: str, code: int) -> int:
    try:
        sys.stdout.flush()
        print(f"kehoach: {message}", file=sys.stderr)
    except OSError:
        _silence_streams()
    return code


def _silence_streams() -> None:
    """Keep Python from complaining of a closed pipe on its way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())


_NO_COMMAND = Text(vi="không có lệnh {name!r}{hint} (có: {commands})", en="there is no command {name!r}{hint} (there are: {commands})")
_NO_OUTPUT = Text(vi="không ghi được kết quả: {why}", en="cannot write the output: {why}")
_STOPPED = Text(vi="đã dừng theo yêu cầu", en="stopped")
_BUG = Text(
    vi="lỗi của chính công cụ ({kind}, phiên bản {version}); hãy báo lại kèm tệp và lệnh; --traceback in chi tiết",
    en="a bug in the tool itself ({kind}, version {version}); please report it with the file and command; --traceback shows more",
)
