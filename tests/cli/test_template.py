"""`kehoach template`: a copy to change, and what is wrong with it."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from child import kehoach
from kehoach.cli import template
from kehoach.cli.parser import Parser
from kehoach.errors import KehoachError
from kehoach.reports.options import Report
from kehoach.shipped import folder

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(*words: str) -> int:
    parser = Parser("template", template.HELP, template.EXAMPLE)
    template.options(parser)
    return template.command(parser.read([*words, "--lang", "en"]))


def test_list_names_every_template(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0

    lines = [line.split()[:2] for line in capsys.readouterr().out.splitlines()]
    assert lines[:4] == [["docx", "appraisal"], ["docx", "plan"], ["docx", "report"], ["docx", "summary"]]
    assert ["md", "parts"] in lines


def test_list_tags_are_as_written_in_templates(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--tags", "--report", "indicators") == 0

    said = capsys.readouterr().out.splitlines()
    assert {"subject", "plan.title", "plan.tasks[].title", "blocks[].text", "annexes[].table.rows[].cells[].text"} <= set(said)


def test_list_tags_of_a_workbook_are_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--tags", "--format", "xlsx") == 0

    said = capsys.readouterr().out.splitlines()
    assert "tables[].rows[].cells[]" in said
    assert "blocks[].text" not in said


@pytest.mark.parametrize(
    ("words", "shipped"),
    [
        ((), "docx/plan.docx"),
        (("budget",), "docx/report.docx"),
        (("risks", "--format", "md"), "markdown/risks.md.j2"),
        (("budget", "--format", "pdf"), "pdf/report.typ"),
        (("--format", "xlsx"), "xlsx/plan.xlsx"),
    ],
)
def test_eject_copies_and_never_overwrites(
    words: tuple[str, ...], shipped: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = folder("templates") / shipped

    assert run("eject", *words) == 0
    assert (tmp_path / file.name).read_bytes() == file.read_bytes()
    assert f"--template {file.name}" in capsys.readouterr().out
    with pytest.raises(KehoachError):
        run("eject", *words)


def test_check_tells_sound_from_faulty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ours.docx"
    run("eject", "plan", "-o", str(file))
    assert run("check", str(file)) == 0

    document = Document(str(file))
    document.paragraphs[0].insert_paragraph_before("{{ “subject” }} {{ plan.titel }}")
    document.save(str(file))
    capsys.readouterr()

    assert run("check", str(file)) == 1
    assert "ours.docx: {{ “subject” }}: curly quotes" in capsys.readouterr().out


def test_check_of_a_workbook_names_the_cell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ours.xlsx"
    run("eject", "plan", "--format", "xlsx", "-o", str(file))
    assert run("check", str(file)) == 0

    book = load_workbook(file)
    book["Nhiệm vụ"]["B14"] = "{{ task.titel }}"
    book.save(file)
    capsys.readouterr()

    assert run("check", str(file)) == 1
    assert "ours.xlsx: Nhiệm vụ!B14: there is no 'titel'; did you mean 'title'?" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["md", "html"])
def test_every_shipped_text_template_is_sound(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for report in Report:
        name = report.value if (folder("templates") / {"md": "markdown"}.get(form, form) / f"{report}.{form}.j2").exists() else "report"
        file = tmp_path / f"{report}.{form}.j2"
        run("eject", name, "--format", form, "-o", str(file))
        capsys.readouterr()

        assert run("check", str(file), "--report", report.value) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("md", "{{ subject }}\n{{ plan.titel }}", "ours.md.j2:2: there is no 'titel'; did you mean 'title'?"),
        ("md", "{% for task in plan.tasks %}{{ task.ownr }}{% endfor %}", "ours.md.j2:1: there is no 'ownr'; did you mean 'owner'?"),
        ("html", "\n\n{% if x %}", "ours.html.j2:3: {% if x %} is not closed: {% endif %} is missing"),
        ("html", "{{ title|uper }}", "ours.html.j2:1: there is no filter 'uper'; did you mean 'upper'?"),
        ("html", "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "ours.html.j2:1: the tags are nested too deeply"),
        ("html", "{{ chartz }}", "ours.html.j2:1: there is no 'chartz'; did you mean 'charts'?"),
        ("md", "{{ charts }}", "ours.md.j2:1: there is no 'charts'"),
    ],
)
def test_a_text_template_is_checked_by_line(form: str, text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / f"ours.{form}.j2"
    file.write_text(text, "utf-8")

    assert run("check", str(file)) == 1
    assert said in capsys.readouterr().out


def test_a_typst_template_is_checked_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ours.typ"
    run("eject", "plan", "--format", "pdf", "-o", str(file))
    assert "kehoach render PLAN.yaml --format pdf --template" in capsys.readouterr().out
    assert run("check", str(file)) == 0

    file.write_text(file.read_text("utf-8") + "#data.subjct\n", "utf-8")
    capsys.readouterr()

    assert run("check", str(file)) == 1
    assert "ours.typ:" in (said := capsys.readouterr().out)
    assert "there is no 'subjct'; did you mean 'subject'?" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ejetc",), "did you mean eject"),
        (("eject", "pland"), "did you mean plan"),
        (("eject", "--format", "odt"), "no templates in 'odt'"),
        (("check",), "name a file"),
        (("check", "none.docx"), "there is no file 'none.docx'"),
        (("check", __file__), "is no Word document"),
    ],
)
def test_wrong_use_is_said(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(KehoachError, match=said):
        run(*words)


def test_a_workspace_has_templates_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "mau").mkdir()
    (tmp_path / "kehoach.yaml").write_text("kehoach: workspace/1\ntemplates: mau\n", encoding="utf-8")
    (tmp_path / "plan.yaml").write_bytes((EXAMPLES / "ky-son-2011" / "plan.yaml").read_bytes())
    (tmp_path / "mau" / "summary.md.j2").write_text("mẫu riêng: {{ plan.title }}\n", encoding="utf-8")
    own = kehoach("render", "--report", "summary", cwd=tmp_path)
    shipped = kehoach("render", "--report", "risks", cwd=tmp_path)

    assert own.out.startswith("mẫu riêng: Kế hoạch")
    assert shipped.out.startswith("#")


@pytest.mark.parametrize(
    ("output", "shipped"), [("mau.xlsx", "xlsx/plan.xlsx"), ("mau.typ", "pdf/plan.typ"), ("Mau.MD.J2", "markdown/plan.md.j2")]
)
def test_eject_goes_by_the_ending(output: str, shipped: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("eject", "plan", "-o", output) == 0
    assert Path(output).read_bytes() == (folder("templates") / shipped).read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "mau.pdf"), "end it in .typ"),
        (("-o", "mau.md"), "end it in .md.j2"),
        (("-o", "mau", "--format", "xlsx"), "end it in .xlsx"),
        (("-o", "mau.docx", "--format", "pdf"), "a template of --format pdf ends in .typ"),
    ],
)
def test_eject_refuses_an_ending_that_is_no_template_s(
    words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(KehoachError) as caught:
        run("eject", "plan", *words)

    assert said in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "commands"),
    [
        (("plan",), ("check plan.docx`", "render PLAN.yaml --format docx --template plan.docx")),
        (
            ("budget", "-o", "của ta.typ"),
            ("check 'của ta.typ' --report budget`", "render PLAN.yaml --format pdf --report budget --template 'của ta.typ'"),
        ),
        (("report",), ("check report.docx --report assignments`", "--report assignments --template report.docx")),
        (("parts", "--format", "md"), ("keep it beside them",)),
    ],
)
def test_what_eject_says_to_do_next_can_be_done(
    words: tuple[str, ...], commands: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("eject", *words) == 0

    said = capsys.readouterr().out
    assert [command for command in commands if command not in said] == []


def test_list_of_one_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--format", "xlsx") == 0

    assert capsys.readouterr().out == "xlsx  plan           plan, submission\n"
