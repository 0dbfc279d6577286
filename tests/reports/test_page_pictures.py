"""Pictures of users' own pages: those beside the template are written into the page, nothing else is read, all others are told."""

import base64
import json
import subprocess
from pathlib import Path

import pytest

from kehoach.language import Text
from kehoach.reports import page_pictures, sandbox, sandboxed
from kehoach.reports.catalogue import OutputFormat, Report, render
from kehoach.reports.page_pictures import embedded
from kehoach.reports.text_faults import faults
from reports.plans import small, wanted

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
SVG = b'<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'
KINDS = {
    "a.png": (PNG, "image/png"),
    "b.jpg": (b"\xff\xd8\xff0", "image/jpeg"),
    "c.gif": (b"GIF89a0", "image/gif"),
    "d.webp": (b"RIFF0000WEBP", "image/webp"),
    "phụ/biểu trưng.svg": (SVG, "image/svg+xml"),
}


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """Put pictures of each kind into a template's folder, and some outside."""
    top = tmp_path / "mau"
    (top / "phụ").mkdir(parents=True)
    for name, (content, _) in KINDS.items():
        (top / name).write_bytes(content)
    (top / "words.png").write_text("chữ", "utf-8")
    (tmp_path / "secret.png").write_bytes(PNG)
    return top


def data(kind: str, content: bytes) -> str:
    return f'"data:{kind};base64,{base64.b64encode(content).decode()}"'


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("form", ['<img alt="a > b" src="{}">', "<IMG src = '{}' alt=''/>", '<p>\n<img\nclass="x"\nsrc="{}?v=1">'])
def test_a_picture_beside_the_template_is_written_into_the_page(form: str, name: str, beside: Path) -> None:
    content, kind = KINDS[name]
    whole = form.format(name)

    page, told = embedded(f"{whole}<p>{name}</p>", beside)

    assert data(kind, content) in page
    assert page.endswith(f"<p>{name}</p>")
    assert told == []


def test_names_are_read_as_a_browser_does(beside: Path) -> None:
    page, told = embedded(
        '<img src=a.png><img src="ph%E1%BB%A5/bi%E1%BB%83u%20tr%C6%B0ng.svg"><img src="data:,"><!-- <img src="no.png"> -->', beside
    )

    assert told == []
    assert page.count("base64,") == 2
    assert page.endswith('<img src="data:,"><!-- <img src="no.png"> -->')


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("http://a.vn/a.png", "chép tệp ảnh vào cạnh mẫu"),
        ("//a.vn/a.png", "không tải gì từ mạng"),
        ("file:///etc/a.png", "không tải gì từ mạng"),
        ("/a.png", "nằm ngoài thư mục mẫu"),
        ("../secret.png", "nằm ngoài thư mục mẫu"),
        ("..%2Fsecret.png", "nằm ngoài thư mục mẫu"),
        ("C:a.png", "nằm ngoài thư mục mẫu"),
        ("\\\\may\\a.png", "nằm ngoài thư mục mẫu"),
        ("no.png", "không có ảnh 'no.png' cạnh mẫu"),
        ("phụ", "không có ảnh 'phụ' cạnh mẫu"),
        ("words.png", "không phải ảnh"),
        ("x" * 5000 + ".png", "…"),
    ],
)
def test_what_is_no_picture_beside_the_template_is_left_and_told(name: str, said: str, beside: Path) -> None:
    source = f'<img alt="" src="{name}">'

    page, (told,) = embedded(source * 2, beside) if len(name) < 4000 else (source * 2, [Text(said, said)])

    assert page == source * 2
    assert said in told.vi


def test_a_link_out_of_the_folder_is_not_followed(beside: Path) -> None:
    try:
        (beside / "link.png").symlink_to(beside.parent / "secret.png")
    except OSError:
        pytest.skip("no links on this system")

    assert embedded('<img src="link.png">', beside)[0] == '<img src="link.png">'


def test_large_pictures_are_told(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "MOST", 2 * len(PNG))
    page, (told,) = embedded('<img src="a.png">' * 3, beside)

    assert page.count("base64,") == 2
    assert "quá lớn" in told.vi
    monkeypatch.setattr(page_pictures, "LARGEST", 3)
    assert embedded('<img src="a.png">', beside)[0] == '<img src="a.png">'


def test_tags_without_an_end_take_no_time(beside: Path) -> None:
    page = "<img \"'" * 20_000 + "<!--" * 20_000

    assert embedded(page, beside) == (page, [])


def test_a_rendered_page_holds_its_pictures_and_words_of_a_plan_are_none(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(asked: str, _: float) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, json.dumps(sandboxed.answer(json.loads(asked))))

    monkeypatch.setattr(sandbox, "_run", run)
    file = beside / "plan.html.j2"
    file.write_text(
        '{% set said = plan.tasks[0].title %}<img src="a.png" alt="{{ said }}">\n<p>{{ said }}</p>\n<img src="no.png">', "utf-8"
    )
    told: list[Text] = []
    plan = small("""tasks: [{id: T1, title: '"><img src="a.png"> src="b.jpg"'}]""")

    page = render(Report.PLAN, OutputFormat.HTML, plan, wanted(), file, told.append).decode()

    assert page.count("base64,") == 1
    assert page.startswith(f"<img src={data('image/png', PNG)} alt=")
    assert [said.en for said in told] == ["there is no picture 'no.png' beside the template: put the file into the template's folder"]


def test_check_names_the_line_of_what_a_page_will_not_show(beside: Path) -> None:
    file = beside / "plan.html.j2"
    file.write_text(
        """{{ titel }}<img src="a.png">{% block content %}{{ super() }}{% endblock %}
<img src="{{ plan.id }}.png"><!-- <img src="x.png"> -->{# <img src="y.png"> #}
<img src="no.png"> <img src="data:,">
<script src="x.js"></script>
<link rel="stylesheet" href="x.css"><link rel="icon" href="data:,">
<p style="background: url(a.png)">url</p><style>a { fill: url(#b) }</style>
{{ subjct }}
""",
        "utf-8",
    )

    assert [(one.where, one.what.en.partition(":")[0]) for one in faults(file, "plan")] == [
        ("1", "there is no 'titel'; did you mean 'title'?"),
        ("3", "there is no picture 'no.png' beside the template"),
        ("4", "a page takes no 'script'"),
        ("5", "a page takes no 'link'"),
        ("6", "a page takes no 'url(a.png)'"),
        ("7", "there is no 'subjct'; did you mean 'subject'?"),
    ]
