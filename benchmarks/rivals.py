"""The other validators, how each is called, and what it needs."""

import re
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import NamedTuple

from measuring import installed

HERE = Path(__file__).parent
SCHEMA = HERE.parent / "schemas" / "plan.schema.json"
MODULES = HERE / "peers" / "node_modules"
COMMANDS = HERE / "peers" / ".venv" / "bin"
"""The tools in Python, in an environment of their own."""

CHECKER = "check-jsonschema"


class Peer(NamedTuple):
    """Another tool: how it is called, or why it is not."""

    name: str
    command: Callable[[Sequence[str]], tuple[str, ...]]
    missing: str = ""
    quoted: bool = False  # its YAML makes types of dates and years that JSON has not
    note: str = ""


def peers() -> Iterator[Peer]:
    """List the tools that are compared with."""
    own, beside = (str(COMMANDS / CHECKER),), installed(CHECKER, "check_jsonschema")
    schema = ("--schemafile", str(SCHEMA))
    yield Peer(CHECKER, lambda files: (*own, *schema, *files), _no_command(CHECKER) or _no_schema())
    yield Peer(
        f"{CHECKER}, installed beside kehoach",
        lambda files: (*beside, *schema, *files),
        _lack("check_jsonschema", f"not installed: pip install {CHECKER}") or _no_schema(),
        note="with the YAML parser in C that kehoach brings, and it does not",
    )
    relaxed = (str(COMMANDS / "yamllint"), "-d", "relaxed")
    yield Peer("yamllint", lambda files: (*relaxed, *files), _no_command("yamllint"))
    yield ajv()
    lint = (_node(), str(MODULES / "@stoplight" / "spectral-cli" / "dist" / "index.js"), "lint", "--ruleset")
    yield Peer("Spectral", lambda files: (*lint, str(HERE / "peers" / "spectral.json"), *files), _no_modules(), quoted=True)


def ajv() -> Peer:
    """Give ajv-cli with the exported schema."""
    command = (
        _node(),
        str(MODULES / "ajv-cli" / "dist" / "index.js"),
        "validate",
        "--spec=draft2020",
        "--strict=false",
        "-c",
        "ajv-formats",
    )
    return Peer(
        "ajv-cli",
        lambda files: (*command, "-s", str(SCHEMA), *(part for file in files for part in ("-d", file))),
        _no_modules() or _no_schema(),
        quoted=True,
    )


def quoted(files: Sequence[str], folder: Path) -> list[str]:
    """Write the same plans with dates and years in quotes."""
    copies = [folder / Path(file).name for file in files]
    folder.mkdir(exist_ok=True)
    for file, copy in zip(files, copies, strict=True):
        copy.write_text(_DATE.sub('"\\1"', Path(file).read_text("utf-8")), "utf-8")
    return [str(copy) for copy in copies]


_DATE = re.compile(r"(?<=[ {])([0-9]{4}-[0-9]{2}-[0-9]{2}(?=[,}]|$)|[0-9]{4}(?=: ))", re.MULTILINE)


def _node() -> str:
    return which("node") or ""


def _no_modules() -> str:
    if not _node():
        return "no node on this machine"
    return "" if MODULES.exists() else "not installed: npm ci in benchmarks/peers"


def _no_schema() -> str:
    return "" if SCHEMA.exists() else "schemas/plan.schema.json is missing"


def _no_command(name: str) -> str:
    return "" if (COMMANDS / name).exists() else "not installed: make peers"


def _lack(module: str, reason: str) -> str:
    return "" if find_spec(module) else reason
