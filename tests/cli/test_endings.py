"""Which format a result has, by `--format` and by the ending of `-o`; and where it is said to be."""

from enum import StrEnum
from pathlib import Path

import pytest

from child import kehoach
from kehoach.cli.delivering import Place, deliver
from kehoach.cli.endings import form_of, forms_of
from kehoach.cli.query import AnswerFormat
from kehoach.cli.rollup import RollupFormat
from kehoach.cli.status import StatusFormat
from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.reports.catalogue import OutputFormat
from places import EXAMPLES

PLAN = EXAMPLES / "xa-mau-2026" / "plan.yaml"


@pytest.mark.parametrize(
    ("words", "said", "output", "form"),
    [
        (OutputFormat, None, "q.pdf", "pdf"),
        (OutputFormat, None, "q.DOCX", "docx"),
        (OutputFormat, None, "q.htm", "html"),
        (OutputFormat, None, "q.txt", "md"),
        (OutputFormat, None, "q", "md"),
        (OutputFormat, None, "ke-hoach.2026", "md"),
        (OutputFormat, None, None, "md"),
        (OutputFormat, "pdf", "q", "pdf"),
        (OutputFormat, "pdf", "q.pdf", "pdf"),
        (RollupFormat, None, "x.html", "html"),
        (RollupFormat, None, "x.txt", "text"),
        (StatusFormat, None, "x.xlsx", "xlsx"),
        (StatusFormat, None, "x.md", "markdown"),
        (AnswerFormat, None, "x.csv", "csv"),
        (AnswerFormat, "markdown", "x.txt", "markdown"),
    ],
)
def test_the_ending_decides_where_no_format_is_given(words: type[StrEnum], said: str | None, output: str | None, form: str) -> None:
    assert form_of(words, said, output, next(iter(words))).value == form


@pytest.mark.parametrize(
    ("words", "said", "output", "reason"),
    [
        (OutputFormat, "pdf", "q.docx", "the ending .docx does not go with --format pdf"),
        (OutputFormat, "md", "q.odt", "the ending .odt does not go with --format md"),
        (OutputFormat, None, "q.doc", "this command writes no .doc files (there are: md, html, docx, xlsx, pdf)"),
        (StatusFormat, None, "q.docx", "this command writes no .docx files"),
        (AnswerFormat, "json", "x.csv", "the ending .csv does not go with --format json"),
        (AnswerFormat, "cvs", "x.csv", "did you mean csv?"),
    ],
)
def test_an_ending_of_another_format_is_refused(words: type[StrEnum], said: str | None, output: str, reason: str) -> None:
    with pytest.raises(KehoachError) as caught:
        form_of(words, said, output, next(iter(words)))

    assert reason in str(caught.value)


@pytest.mark.parametrize("output", ["a.docx", "tep"])
def test_several_formats_want_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tep").touch()
    (tmp_path / "ban.docx").mkdir()

    with pytest.raises(KehoachError, match=f"-o {output}: 2 formats want a folder"):
        forms_of(OutputFormat, ["docx", "pdf"], output, OutputFormat.MD)
    for folder in ("moi", "ban.docx", None):
        assert forms_of(OutputFormat, ["docx", "pdf", "docx"], folder, OutputFormat.MD) == (OutputFormat.DOCX, OutputFormat.PDF)


@pytest.mark.parametrize(("quiet", "said"), [(False, "kehoach: wrote x.html\n"), (True, "")])
def test_a_file_that_was_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, quiet: bool, said: str
) -> None:
    monkeypatch.chdir(tmp_path)

    deliver(b"<p>", "k.html", Place("x.html", force=False, quiet=quiet), Language.EN, is_binary=False)

    assert capsys.readouterr() == ("", said)
    assert Path("x.html").read_bytes() == b"<p>"


def test_a_report_is_what_its_file_is_called(tmp_path: Path) -> None:
    ran = kehoach("render", str(PLAN), "-o", "q.pdf", cwd=tmp_path)

    assert (ran.code, ran.out, ran.err) == (0, "", "kehoach: đã ghi q.pdf\n")
    assert (tmp_path / "q.pdf").read_bytes().startswith(b"%PDF")
