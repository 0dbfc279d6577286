"""Other commands over many plans find in the cache what `validate` left there, and say the same without it."""

from pathlib import Path

import pytest

from kehoach.checking import check
from kehoach.cli import query, rollup, status
from kehoach.cli.parser import Parser
from kehoach.workspace.cache import keeping
from within import validated
from workspace.test_cache_incremental import changed, plans, workspace

__all__ = ["workspace"]

COMMANDS = {
    "rollup": (rollup, ("tinh.yaml", "--format", "json")),
    "status": (status, ("--format", "json")),
    "query": (query, ("SELECT code, path, line, message FROM findings ORDER BY 1, 2, 3, 4", "--format", "json", "--rows", "5000")),
}


def said(name: str, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    command, words = COMMANDS[name]
    parser = Parser(name, command.HELP, command.EXAMPLE)
    command.options(parser)
    code = command.command(parser.read((*words, "--today", "2026-06-30", *more)))
    return code, capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_what_was_found_is_not_looked_for_again(
    name: str, workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    validated("--today", "2026-06-30")
    changed(plans(workspace)[3], lambda text: f"# ghi chú\n{text}")
    checked: list[str] = []

    def noted(content: bytes, file: str, *others: object) -> object:
        checked.append(file)
        return check(content, file, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(keeping, "check", noted)
    capsys.readouterr()
    with_it = said(name, capsys)
    assert len(checked) == 1
    assert said(name, capsys, "--no-cache") == with_it
    assert len(checked) > len(plans(workspace)) // 2
