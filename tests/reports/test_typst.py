"""Users' own typst templates: what they can do, and that they can do no harm."""

import io
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.reports import pdf, sandbox, typst_folder
from kehoach.reports.catalogue import OutputFormat, Report, has_template, render
from kehoach.reports.paper import family
from kehoach.reports.typesetting import typeset
from kehoach.reports.typst_faults import faults
from kehoach.shipped import folder
from places import EXAMPLES
from reports.papers import PAYLOADS, data
from reports.plans import TODAY, example, small, wanted

SHIPPED = folder("templates") / "pdf"
ONE_TASK = "tasks: [{id: T1, title: Một}]"
LIBRARY = '#import "nd30.typ": *\n'
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{href}" width="9" height="9"/></svg>"""


@pytest.mark.parametrize("report", [Report.SUBMISSION, Report.BUDGET])
def test_a_copy_of_a_shipped_template_gives_the_same_bytes(report: Report, tmp_path: Path) -> None:
    name = f"{family(report)}.typ"
    (tmp_path / name).write_bytes((SHIPPED / name).read_bytes())
    plan = example("xa-mau-2026")

    assert has_template(tmp_path, report, OutputFormat.PDF)
    assert render(report, OutputFormat.PDF, plan, wanted(), tmp_path) == render(report, OutputFormat.PDF, plan, wanted())


@pytest.mark.usefixtures("_here")
def test_a_template_has_the_plan_its_pictures_and_fonts(tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    (tmp_path / "khung.typ").write_text('#let logo = image("anh/logo.svg", alt: "Biểu trưng")\n', "utf-8")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "own.ttf").write_bytes((folder("templates") / "fonts" / "Tinos-Italic.ttf").read_bytes())
    (tmp_path / "secret.typ").write_text("#panic()", "utf-8")
    body = '#import "khung.typ": logo\n#show: official\n#logo\n#for task in data.plan.tasks [#words(task.title) ]'
    body += "#data.plan.ky;#datetime.today().display()"

    made = pdf.render(data(Report.PLAN, example("xa-mau-2026")), TODAY, template=_file(tmp_path, LIBRARY + body))

    assert made.warnings == ()
    assert "Mở rộng 55 ha quế hữu cơ" in _words(made.content)
    assert _words(made.content).rstrip().endswith("năm 20262026-06-30")


@pytest.mark.usefixtures("_here")
def test_words_of_a_plan_are_never_code(tmp_path: Path) -> None:
    texts = [one for one in PAYLOADS.values() if isinstance(one, str) and one.isprintable()]
    texts += ['#read("/etc/passwd") *a* _b_ $x$ @ref <l> = - + // \\', '#import "@preview/cetz:0.3.0"', '#eval("1")']
    plan = small(ONE_TASK)
    view = data(Report.ASSIGNMENTS, plan) | {"plan": {"texts": [text.replace(" ", "") for text in texts]}}

    made = pdf.render(view, TODAY, template=_file(tmp_path, f"{LIBRARY}#for said in data.plan.texts [#par(said)]"))

    said = "".join(_words(made.content).replace("\u200b", "").split())
    for text in (
        '#read("/etc/passwd")*a*_b_$x$@ref<l>=-+//\\',
        '#import"@preview/cetz:0.3.0"',
        '#eval("1")',
        "{{7*7}}",
        "<script>alert(1)</script>",
    ):
        assert text in said, text


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("\n#data.plan.titel", "mẫu 'own.typ', dòng 3: không có 'titel', có thể là 'title'"),
        ("#for task in data.plan.tasks [\n#task.ownr]", "mẫu 'own.typ', dòng 3: không có 'ownr', có thể là 'owner'"),
        ('#data.at("subjekt")', "mẫu 'own.typ', dòng 2: không có 'subjekt', có thể là 'subject'"),
        ("#data.plan.document.symbol", "mẫu 'own.typ', dòng 2: kế hoạch này không có 'symbol': viết .at(\"symbol\", default: \"\")"),
        ("#let x = (1,", "mẫu 'own.typ', dòng 2: sai cú pháp: dấu mở ở dòng này chưa được đóng: ( [ { hoặc * _ $"),
        ("#(1 / 0)", "mẫu 'own.typ', dòng 2: chia cho 0"),
        ("= a]", "mẫu 'own.typ', dòng 2: sai cú pháp: dấu ] bị thừa"),
        ("#text(size: 12)[a]", "mẫu 'own.typ', dòng 2: cần độ dài (như 12pt, 5mm), nhưng nhận số nguyên"),
        (
            '#table(columns: "a")',
            "mẫu 'own.typ', dòng 2: cần auto, độ dài (như 12pt, 50%), phần còn lại (như 1fr), số nguyên hoặc danh sách",
        ),
        ("#datetime(year: 1)", "mẫu 'own.typ', dòng 2: không chạy được (date is incomplete)"),
        ("#khong-co-ten-nay", "mẫu 'own.typ', dòng 2: không có 'khong-co-ten-nay'"),
        ("#ofical", "mẫu 'own.typ', dòng 2: không có 'ofical', có thể là 'official'"),
        ("#tables", "mẫu 'own.typ', dòng 2: chưa có 'tables' ở đây: thêm #import \"tables.typ\": * ở đầu tệp"),
        ("#set-table(1)", "mẫu 'own.typ', dòng 2: số nguyên không có khóa bên trong"),
        ("#let f(n) = f(n)\n#f(1)", "mẫu 'own.typ', dòng 2: mẫu tự gọi lại mình quá sâu"),
        ('#panic("\\u{1b}[31m")', "mẫu 'own.typ', dòng 2: mẫu tự dừng với lời: \\x1b[31m"),
        ('#read("/etc/passwd")', "mẫu 'own.typ', dòng 2: không có 'etc/passwd': tệp phải nằm cạnh mẫu"),
        ('#image("../logo.png")', "mẫu 'own.typ', dòng 2: dẫn ra ngoài thư mục mẫu"),
        ('#include "../../x.typ"', "mẫu 'own.typ', dòng 2: dẫn ra ngoài thư mục mẫu"),
        ('#plugin("x.wasm")', "mẫu 'own.typ', dòng 2: không dùng plugin trong mẫu"),
        ("#eval(data.subject)", "mẫu 'own.typ', dòng 2: không dùng eval trong mẫu"),
        ('#import "@preview/cetz:0.3.0"', "mẫu 'own.typ', dòng 2: không dùng gói (@preview/cetz:0.3.0): mẫu không tải gì từ mạng"),
        ('#import "@lo" + "cal/cetz:0.3.0"', "mẫu 'own.typ', dòng 2: không dùng gói (@local/cetz:0.3.0)"),
    ],
)
@pytest.mark.usefixtures("_here")
def test_mistakes_are_said_in_one_line(source: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(KehoachError) as caught:
        _rendered(tmp_path, LIBRARY + source)

    assert caught.value.to(Language.VI).startswith(said)
    assert str(tmp_path) not in caught.value.to(Language.VI)


@pytest.mark.usefixtures("_here")
def test_a_mistake_is_placed_in_the_file_that_has_it(tmp_path: Path) -> None:
    (tmp_path / "khung.typ").write_text("#let show-name(one) = {\n  one.nam\n}\n", "utf-8")

    with pytest.raises(KehoachError, match=r"'khung.typ', line 2: there is no 'nam'; did you mean 'name'"):
        _rendered(tmp_path, f'{LIBRARY}#import "khung.typ": *\n#show-name(data.plan.locality)')


def test_a_template_that_takes_too_much_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(KehoachError, match=r"'own.typ' takes too much memory or was stopped"):
        _rendered(tmp_path, "#for i in range(900000000) [x]")


def test_a_template_that_takes_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS_TO_FILL", 0.01)

    with pytest.raises(KehoachError, match="takes too long"):
        _rendered(tmp_path, "x")


def test_a_fetch_is_never_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package's name is put together, so that no look at the source finds it; a plain typst would ask the proxy."""
    fetch = '#import "@pre" + "view/cetz:0.3.0"'
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(20)
        proxy = f"http://127.0.0.1:{server.getsockname()[1]}"
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)

        with pytest.raises(KehoachError, match=r"packages are not for templates \(preview/cetz-0.3.0\)"):
            _rendered(tmp_path, fetch)
        server.setblocking(False)  # noqa: FBT003 - the name of the method says what it is
        with pytest.raises(BlockingIOError):
            server.accept()

        server.settimeout(20)
        with _plain_typst(fetch, dict(os.environ)) as child:
            asked, _ = server.accept()
            with asked:
                assert asked.recv(8) == b"CONNECT "
            child.wait(20)


@pytest.mark.usefixtures("_here")
def test_a_picture_reaches_nothing_either(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "secret.svg").write_text(PICTURE.format(href=""), "utf-8")
    for href in (str(tmp_path / "secret.svg"), "../secret.svg", "http://127.0.0.1:0/x.svg"):
        (own / "a.svg").write_text(PICTURE.format(href=href), "utf-8")
        with pytest.raises(KehoachError, match=r"'a.svg', line 1: this svg links to another picture"):
            _rendered(own, '#image("a.svg")')


@pytest.mark.usefixtures("_here")
def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "secret.typ").write_text("bí mật", "utf-8")
    try:
        (own / "part.typ").symlink_to(tmp_path / "secret.typ")
        (own / "budget.typ").symlink_to(tmp_path / "secret.typ")
    except OSError:
        pytest.skip("no symbolic links here")

    with pytest.raises(KehoachError, match=r"template 'part.typ': leads out"):
        _rendered(own, '#include "part.typ"')
    with pytest.raises(KehoachError, match="leads out of its folder"):
        pdf.render(data(Report.BUDGET, small("")), TODAY, template=own)


def test_too_large_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typst_folder, "LARGEST", 1000)
    (tmp_path / "logo.png").write_bytes(bytes(990))

    with pytest.raises(KehoachError, match=r"'logo.png': the template and its files are too large"):
        _rendered(tmp_path, '#image("logo.png")')


def test_only_named_files_are_copied(tmp_path: Path) -> None:
    own, root = tmp_path / "own", tmp_path / "root"
    own.mkdir()
    root.mkdir()
    for name in ("part.typ", "deep.typ", "other.typ", "logo.png", "data.csv"):
        (own / name).write_text('#include "deep.typ"', "utf-8")

    taken = typst_folder.gather(_file(own, '#include "part.typ" #image("/logo.png") #csv("data.csv") "C:/x.png" "no.png"'), root)

    assert sorted(taken) == ["deep.typ", "logo.png", "own.typ", "part.typ"]
    assert {file.name for file in root.iterdir()} == {*taken, *(file.name for file in SHIPPED.iterdir())}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan.docx", "is a Word template: --format pdf takes a .typ"),
        ("plan.md.j2", "is no typst template"),
        ("no.typ", "there is no template"),
    ],
)
def test_a_template_of_another_format_is_told_apart(name: str, said: str, tmp_path: Path) -> None:
    if name != "no.typ":
        (tmp_path / name).write_bytes(b"")

    with pytest.raises(KehoachError, match=said):
        render(Report.PLAN, OutputFormat.PDF, small(""), wanted(), tmp_path / name)


@pytest.mark.usefixtures("_here")
def test_check_finds_all_unknown_fields_and_leaves_words_alone(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        """// data.khong
#import "nd30.typ": *
#let d = json(bytes(sys.inputs.paper))
= #d.sbject, xem data.gov.vn /* data.khong */ #"data.khong"
#for (i, annex) in data.annexes.enumerate() [#annex.titl #annex.table.rows.map(row => row.cels)]
#let place = data.plan.locality
#place.nam #let own(place) = place.anything
#if data.invalidd != "" [x]
#let task = (foo: 1)
#task.foo #data.plan.tasks.len() #data.blocks.filter(one => one.kind == "table").map(one => one.anything)
""",
    )

    found = [(fault.where, fault.what.en) for fault in faults(file, "plan")]

    assert found == [
        ("4", "there is no 'sbject'; did you mean 'subject'?"),
        ("5", "there is no 'titl'; did you mean 'title'?"),
        ("5", "there is no 'cels'; did you mean 'cells'?"),
        ("7", "there is no 'nam'; did you mean 'name'?"),
        ("8", "there is no 'invalidd'; did you mean 'invalid'?"),
    ]


@pytest.mark.parametrize(
    ("source", "where", "said"),
    [
        ("#let x = (1,", "1", "syntax error: what opens in this line is not closed"),
        ('#import "@preview/a:1.0.0"', "1", "packages are not for templates"),
        ("\n#set-tabel(1)", "2", "there is no 'set-tabel'; did you mean 'set-table'?"),
        ('#include "part.typ"', "part.typ:2", "there is no 'foo'"),
    ],
)
@pytest.mark.usefixtures("_here")
def test_check_sets_a_made_up_report(source: str, where: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "part.typ").write_text("\n#foo", "utf-8")

    ((place, what),) = faults(_file(tmp_path, source), "plan")

    assert (place, what.en[: len(said)]) == (where, said)


@pytest.mark.usefixtures("_here")
def test_what_keeps_a_pdf_from_the_standards_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO, "utf-8")
    file = _file(tmp_path, f'{LIBRARY}#show: official\n#image("logo.svg")\n#data.subject\n#image("logo.svg")')

    assert [(one.where, one.what.vi[:19]) for one in faults(file, "plan")] == [("3", "ảnh hoặc công thức "), ("5", "ảnh hoặc công thức ")]
    told: list[Text] = []
    render(Report.PLAN, OutputFormat.PDF, small(ONE_TASK), wanted(), file, told.append)
    ((vi, en),) = told
    assert vi.startswith("PDF không đạt chuẩn lưu trữ PDF/A-2a, PDF/UA-1: own.typ, dòng 3, 5: ảnh hoặc công thức thiếu alt")
    assert "own.typ, line 3, 5: a picture or an equation lacks alt" in en


@pytest.mark.usefixtures("_here")
def test_a_document_without_a_title_is_said(tmp_path: Path) -> None:
    assert [(one.where, one.what.en[:25]) for one in faults(_file(tmp_path, "= a"), "plan")] == [("PDF/UA-1", "the document has no title")]


def test_check_sets_nothing_where_nothing_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "is_bounded", lambda: False)
    monkeypatch.setattr(sandbox, "_run", None)

    assert [fault.where for fault in faults(_file(tmp_path, "#data.subjekt\n#let x = (1,"), "plan")] == ["1"]


@pytest.mark.usefixtures("_here")
def test_examples_of_the_manual_are_sound(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO, "utf-8")
    examples = re.findall(r"```typ\n(.*?)```", (EXAMPLES.parent / "docs" / "templates.md").read_text("utf-8"), re.DOTALL)

    assert [faults(_file(tmp_path, one), "plan") for one in examples] == [[], []]


@pytest.mark.parametrize("report", [Report.PLAN, Report.SUMMARY, Report.APPRAISAL, Report.RISKS])
@pytest.mark.usefixtures("_here")
def test_shipped_templates_are_sound(report: Report) -> None:
    assert faults(SHIPPED / f"{family(report)}.typ", report) == []


@pytest.fixture
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do in this process what the child does, for that takes a third of the time."""
    monkeypatch.setattr(sandbox, "_run", _run)


def _run(request: str, *_: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.CompletedProcess((), 0, json.dumps(typeset(json.loads(request))))


def _plain_typst(source: str, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    command = f"import typst; typst.compile({source.encode()!r}, format='pdf', package_cache_path='none')"
    return subprocess.Popen([sys.executable, "-c", command], env=environment, stderr=subprocess.DEVNULL)


def _rendered(place: Path, source: str) -> Any:
    return pdf.render(data(Report.BUDGET, small(ONE_TASK)), TODAY, template=_file(place, source))


def _file(place: Path, source: str) -> Path:
    file = place / "own.typ"
    file.write_text(source, "utf-8")
    return file


def _words(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
