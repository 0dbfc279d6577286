"""The list of commands, and what happens when one fails."""

import os
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from kehoach import __version__
from kehoach.cli.speech import SPOKEN, prepare_streams, tr
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.values.text import nearest

COMMANDS = ("validate", "render", "init", "explain", "rules", "schema")
"""In the order of `--help`; each is the module of that name."""

OK, FINDINGS, WRONG_USE, BUG, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141


class _Commands(TyperGroup):
    """Loads a command's module when that command is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """List the names, for help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"kehoach.cli.{cmd_name}")
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        one.command(name=cmd_name, help=module.HELP, epilog=module.EXAMPLE)(module.command)
        return typer.main.get_command(one)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or name the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = nearest(args[0], COMMANDS)
            hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
            raise KehoachError(_NO_COMMAND, name=args[0], hint=hint, commands=", ".join(COMMANDS))
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_Commands,
    help=tr(
        "Kế hoạch phát triển kinh tế - xã hội dưới dạng tệp YAML: kiểm tra, giải thích, xuất báo cáo.",
        "Socio-economic development plans as YAML files: checked, explained, rendered.",
    ),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _top(
    version: bool = typer.Option(False, "--version", help=tr("In phiên bản.", "Print the version.")),  # noqa: FBT001, FBT003 - typer's form
    traceback: bool = typer.Option(False, "--traceback", help=tr("In chi tiết khi công cụ có lỗi.", "Show details of a bug.")),  # noqa: FBT001, FBT003
) -> None:
    del traceback
    if version:
        print(f"kehoach {__version__}")
        raise typer.Exit


def run() -> int:
    """Run the command line and give the exit code."""
    prepare_streams()
    try:
        code = _guarded()
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_streams()
        return BROKEN_PIPE
    except OSError as error:
        _silence_streams()
        return _fail(_NO_OUTPUT.fill(SPOKEN, {"why": error.strerror or str(error)}), WRONG_USE)
    return code


def _guarded() -> int:
    try:
        code = app(sys.argv[1:] or ["--help"], standalone_mode=False)
    except KehoachError as error:
        return _fail(error.to(SPOKEN), WRONG_USE)
    except typer.TyperException as error:
        return _fail(_usage(error), WRONG_USE)
    except (typer.Abort, KeyboardInterrupt):
        return _fail(_STOPPED.to(SPOKEN), INTERRUPTED)
    except OSError:
        raise
    except Exception as error:
        if "--traceback" in sys.argv:
            raise
        return _fail(_BUG.fill(SPOKEN, {"kind": type(error).__name__, "version": __version__}), BUG)
    return code if isinstance(code, int) else OK


def _usage(error: typer.TyperException) -> str:
    """Say what is wrong with the options; a misspelt one with the nearest."""
    name = getattr(error, "option_name", None)
    if name is None or not hasattr(error, "possibilities"):
        return error.format_message()
    near = nearest(name, error.possibilities or ())
    hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
    return _NO_OPTION.fill(SPOKEN, {"name": name, "hint": hint})


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
_NO_OPTION = Text(vi="không có tùy chọn {name}{hint}", en="there is no option {name}{hint}")
_NO_OUTPUT = Text(vi="không ghi được kết quả: {why}", en="cannot write the output: {why}")
_STOPPED = Text(vi="đã dừng theo yêu cầu", en="stopped")
_BUG = Text(
    vi="lỗi của chính công cụ ({kind}, phiên bản {version}); hãy báo lại kèm tệp và lệnh; --traceback in chi tiết",
    en="a bug in the tool itself ({kind}, version {version}); please report it with the file and command; --traceback shows more",
)
