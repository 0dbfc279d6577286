"""`kehoach completion`: words that the shell completes."""

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import tr
from kehoach.errors import KehoachError
from kehoach.language import Text

HELP = tr("In đoạn lệnh để bash, zsh hay fish tự điền lệnh, tùy chọn, mã luật.", "Print what lets bash, zsh or fish complete words.")
EXAMPLE = tr('Ví dụ: eval "$(kehoach completion bash)"', 'Example: eval "$(kehoach completion bash)"')


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("shell", "|".join(_SCRIPTS), tr("Trình lệnh nào.", "Which shell."))
    parser.after("line", tr("TỪ", "WORDS"))


def command(given: Given) -> int:
    """Print a shell's script, or the words that may end a line."""
    if given.line is not None:
        print("\n".join(endings(given.line)))
        return 0
    if given.shell not in _SCRIPTS:
        raise KehoachError(_NO_SHELL, shells=", ".join(_SCRIPTS))
    print(_SCRIPTS[given.shell], end="")
    return 0


def endings(line: list[str]) -> list[str]:
    """Give the words that may stand where the last word of a line was begun; none where a file is meant."""
    from kehoach.cli.app import COMMANDS  # noqa: PLC0415 - the list of commands names this one

    *before, begun = line or [""]
    if not before:
        words: Iterable[str] = COMMANDS
    elif before[0] not in COMMANDS:
        words = ()
    else:
        words = _words_of(before[0], before[-1], begun)
    return sorted({word for word in words if word.startswith(begun)})


def _words_of(name: str, previous: str, begun: str) -> Iterable[str]:
    module = import_module(f"kehoach.cli.{name}")
    parser = Parser(name, module.HELP, module.EXAMPLE)
    module.options(parser)
    wanted = parser.value_of(previous)
    if wanted is not None:
        return _named(wanted) or (_VALUES[previous]() if previous in _VALUES else ())
    if begun.startswith("-"):
        return (*parser.flags(), "--help")
    arguments = _ARGUMENTS.get(name)
    return arguments() if arguments and previous == name else ()


def _named(metavar: str) -> list[str]:
    """Read `text|json` as the two words it names."""
    return metavar.split("|") if re.fullmatch(r"[a-z0-9]+(\|[a-z0-9]+)+", metavar) else []


def _stages() -> Iterable[str]:
    from kehoach.model.vocabulary import Stage  # noqa: PLC0415 - as all below: only what is asked for

    return Stage


def _reports() -> Iterable[str]:
    from kehoach.reports.options import Report  # noqa: PLC0415

    return Report


def _findings() -> Iterable[str]:
    from kehoach.formats.catalogue import Format  # noqa: PLC0415

    return Format


def _processes() -> Iterable[str]:
    from kehoach.cli.process import processes_folder  # noqa: PLC0415
    from kehoach.processes.catalogue import known  # noqa: PLC0415
    from kehoach.workspace.configuration import configuration  # noqa: PLC0415

    return known(processes_folder(configuration(Path.cwd())))


def _rules() -> list[str]:
    from kehoach.rules.catalogue import rules  # noqa: PLC0415

    return [word for rule in rules() for word in (rule.code, rule.name)]


def _codes() -> list[str]:
    from kehoach.rules.catalogue import rules  # noqa: PLC0415

    return [*_rules(), *(rule.code[:3] for rule in rules())]


def _schemas() -> Iterable[str]:
    from kehoach.model.schema import KINDS  # noqa: PLC0415

    return KINDS


def _entries() -> Iterable[str]:
    from kehoach.reading.entries import KINDS  # noqa: PLC0415

    return KINDS


_VALUES: dict[str, Callable[[], Iterable[str]]] = {
    "--format": _findings,
    "--stage": _stages,
    "--report": _reports,
    "--process": _processes,
    "--select": _codes,
    "--ignore": _codes,
}
_ARGUMENTS: dict[str, Callable[[], Iterable[str]]] = {
    "completion": lambda: _SCRIPTS,
    "explain": _rules,
    "new": _entries,
    "process": _processes,
    "schema": _schemas,
    "template": lambda: ("list", "check", "eject"),
}

_SCRIPTS: dict[str, str] = {
    "bash": """\
_kehoach() {
    local IFS=$'\\n'
    COMPREPLY=($(kehoach completion -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _kehoach kehoach
""",
    "zsh": """\
_kehoach() {
    local -a found
    found=(${(f)"$(kehoach completion -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
    if (( $#found )); then compadd -a found; else _files; fi
}
compdef _kehoach kehoach
""",
    "fish": """\
complete -c kehoach -a '(kehoach completion -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
""",
}
"""Files are completed by the shell itself, where kehoach knows no word."""

_NO_SHELL = Text(vi="cần tên trình lệnh: {shells}", en="the name of a shell is wanted: {shells}")
