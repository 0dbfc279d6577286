"""GitHub annotations, read as its runner reads a log."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.samples import PATH, diagnostic, outcome, place
from kehoach import escaping
from kehoach.checking import Checked
from kehoach.diagnostics import Place, Severity
from kehoach.formats.base import Outcome
from kehoach.formats.catalogue import Format, render
from kehoach.language import Language, Text

HOSTILE = st.text(st.sampled_from("%::##[],=25 0AD\n\r\t;]\x1b\u2028\u202eđề\ud800"), max_size=16)
REGISTERED = ("error", "warning", "notice", "group", "endgroup", "set-output", "add-mask")


class Command(NamedTuple):
    """A workflow command."""

    name: str
    properties: dict[str, str]
    data: str


def obeyed(line: str) -> Command | None:
    """Read a line as the runner does: the new form at the beginning of a line, else the old one anywhere in it."""
    stripped = line.lstrip()
    if stripped.startswith("::") and "::" in stripped[2:]:
        info, _, data = stripped[2:].partition("::")
        name, _, properties = info.partition(" ")
        if name in REGISTERED:
            pairs = [pair.split("=", 1) for pair in properties.strip().split(",") if "=" in pair]
            return Command(name, {key: unescaped(value, "\r\n:,%") for key, value in pairs if value}, unescaped(data, "\r\n%"))
    _, prefix, rest = line.partition("##[")
    if prefix and "]" in rest and rest.partition("]")[0].split(" ")[0] in REGISTERED:
        return Command("old", {}, rest)
    return None


def unescaped(text: str, characters: str) -> str:
    for character in characters:
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def commands(case: Outcome) -> list[Command]:
    read = [obeyed(line) for line in render(Format.GITHUB, case).split("\n")[:-1]]
    return [command for command in read if command is not None]


def only(**changes: Any) -> Outcome:
    found = diagnostic(**changes)
    return outcome(Checked(path=found.path, diagnostics=(found,)), language=Language.EN)


def test_properties() -> None:
    (command,) = commands(only())

    assert command == Command(
        "error",
        {"file": PATH, "line": "12", "endLine": "12", "col": "10", "endColumn": "20", "title": "TIM002 end-before-start"},
        f"{PATH}:12:10: error TIM002 T1 ends before it starts\nwhy: Nobody can do it.\nfix: Correct `end` of T1.",
    )


def test_columns_only_within_one_line() -> None:
    (command,) = commands(only(place=Place(line=3, column=5, end_line=9, end_column=2)))

    assert (command.properties["line"], command.properties["endLine"]) == ("3", "9")
    assert not {"col", "endColumn"} & set(command.properties)


@pytest.mark.parametrize("language", Language)
@given(evil=HOSTILE)
def test_hostile_text_is_read_back_and_obeyed_by_nobody(language: Language, evil: str) -> None:
    text = Text("{id}", "{id}")
    found = diagnostic(
        path=f"x{evil}", name=f"x{evil}x", message=text, fix=text, why=Text(evil, evil), values={"id": evil}, place=place(1, 2, 3)
    )

    output = render(Format.GITHUB, outcome(Checked(path=PATH, diagnostics=(found,)), language=language))

    (line,) = output.splitlines()
    command = obeyed(line)
    shown = escaping.terminal(evil)
    assert command is not None
    assert command.name == "error"
    assert command.properties["file"] == escaping.terminal(outcome().located(f"x{evil}"))
    assert command.properties["title"] == f"TIM002 x{shown}x"
    assert set(command.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    message, why, fix = command.data.split("\n")
    assert message.endswith(f" TIM002 {shown}")
    assert why.endswith(f": {shown}")
    assert fix.endswith(f": {shown}")


def test_the_runner_gives_percent_signs_back() -> None:
    (command,) = commands(only(values={"id": "100%0A%25 ::error::"}))

    assert "TIM002 100%0A%25 ::error:: ends" in command.data


def test_what_github_would_drop_is_listed_as_text() -> None:
    errors = [diagnostic(values={"id": "::error::x ##[error]y"}, place=place(n, 1, 2)) for n in range(1, 14)]
    warnings = [diagnostic("TIM001", severity=Severity.WARNING, place=place(n, 1, 2)) for n in range(1, 13)]
    case = outcome(Checked(path="::error::x/plan.yaml", diagnostics=(*errors, *warnings)), language=Language.EN)

    lines = render(Format.GITHUB, case).splitlines()

    assert [c.name for c in commands(case)] == ["error"] * 10 + ["warning"] * 10 + ["group", "endgroup"]
    assert lines[20] == "::group::3 errors, 2 warnings more; GitHub shows 10 of each kind beside the lines"
    assert len(lines) == 20 + 1 + 5 + 1
    assert lines[21].startswith(f"{PATH}:11:1: error TIM002 ::error::x ##\\[error]y")


def test_a_path_at_the_beginning_of_a_listed_line_is_no_command() -> None:
    found = [diagnostic(path="::error::x", place=place(n, 1, 2)) for n in range(1, 12)]

    lines = render(Format.GITHUB, outcome(Checked(path="::error::x", diagnostics=tuple(found)))).splitlines()

    assert lines[11].startswith("\\::error::x:11:1: ")


def test_a_long_message_is_cut_as_the_runner_would() -> None:
    (command,) = commands(only(values={"id": "%" * 9000}))

    assert len(command.data) == 4096


def test_nothing_found_nothing_said() -> None:
    assert render(Format.GITHUB, outcome(Checked(path=PATH))) == ""
