"""Users' own templates: what they can do, and that they can do no harm."""

import json
import subprocess
import tracemalloc
from pathlib import Path

import pytest

from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.reports import sandbox, sandboxed
from kehoach.reports.catalogue import OutputFormat, Report, render
from kehoach.reports.text_faults import faults
from kehoach.shipped import folder
from reports.plans import example, wanted

CORPUS = Path(__file__).parents[1] / "corpus" / "jinja"
ACCEPTED = {"include_list": "x", "safe_filter": "", "tojson": ""}
NEVER = ("<class", "root:x:0", "__builtins__", "Traceback")


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.j2")), ids=lambda file: file.stem)
def test_corpus(file: Path) -> None:
    plan = example("xa-mau-2026")
    if file.stem in ACCEPTED:
        said = render(Report.PLAN, OutputFormat.MD, plan, wanted(), file).decode()
        assert ACCEPTED[file.stem] in said
        return
    with pytest.raises(KehoachError) as caught:
        render(Report.PLAN, OutputFormat.MD, plan, wanted(), file)
    said = caught.value.to(Language.VI)
    assert f"'{file.name}', dòng 1" in said
    assert not any(sign in said for sign in NEVER)


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'x'.center(10**9) }}",
        "{{ 'x'|indent(10**9, true) }}",
        "{{ [1]|slice(10**8)|list }}",
        "{{ [1]|batch(10**9, 'x')|list }}",
        "{{ ('%s' % 'x') }}",
        "{{ [0] * 100000000 }}",
        "{{ range(100000000)|list }}",
        "{% for i in range(9999) %}{% for j in range(9999) %}xxxxxxxx{% endfor %}{% endfor %}",
        "{{ cycler('a') }}",
        "{% include 'own.md.j2' %}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{% if x %}" * 400,
        "{{ 1 / 0 }}",
        "{{ plan.update({}) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ ().__class__.__base__.__subclasses__() }}",
        "{% import 'os' as os %}",
    ],
)
def test_excess_is_an_error_and_no_traceback(source: str, tmp_path: Path) -> None:
    with pytest.raises(KehoachError) as caught:
        _rendered(tmp_path, source)

    assert "own.md.j2" in caught.value.to(Language.VI)
    assert not any(sign in caught.value.to(Language.EN) for sign in NEVER)


def test_a_template_that_waits_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.01)

    with pytest.raises(KehoachError, match="takes too long"):
        _rendered(tmp_path, "x")


def test_the_line_and_the_nearest_name_are_said(tmp_path: Path) -> None:
    with pytest.raises(KehoachError) as caught:
        _rendered(tmp_path, "một\nhai\n{{ plan.titel }}")

    assert caught.value.to(Language.VI) == "mẫu 'own.md.j2', dòng 3: không có 'titel', có thể là 'title'"


@pytest.mark.parametrize(
    ("source", "vi", "en"),
    [
        ("a\n{% for t in plan.tasks %}\nb", "dòng 2: {% for t in plan.tasks %} chưa được đóng: thiếu {% endfor %}", "line 2: {% for"),
        (
            "{% for t in plan.tasks %}\n{% if t %}\n{% endfor %}",
            "dòng 2: {% if t %} chưa được đóng trước {% endfor %}: thiếu {% endif %}",
            "line 2: {% if t %} is not closed before {% endfor %}: {% endif %} is missing",
        ),
        ("{% set x %}a", "dòng 1: {% set x %} chưa được đóng", "is not closed"),
        ("{% set x = 1 %}\n{% endif %}", "dòng 2: {% endif %} không có gì để đóng", "closes or divides nothing"),
        ("{% fur t in x %}", "dòng 1: không có thẻ 'fur', có thể là 'for'", "there is no tag 'fur'; did you mean 'for'?"),
        ("{{ title|viethoa }}", "dòng 1: không có bộ lọc 'viethoa' (hay dùng: upper là chữ hoa", "there is no filter 'viethoa'"),
        ("{{ title is odd_one }}", "dòng 1: không có phép thử 'odd_one'", "there is no test 'odd_one'"),
        ("{{ title", "sai cú pháp: thẻ chưa được đóng bằng }}", "syntax error: a tag is not closed with }}"),
        ("{{ title } }}", "sai cú pháp: '}' đứng sai chỗ", "syntax error: '}' is out of place"),
        ("{{ (title }}", "sai cú pháp: gặp '}' khi còn thiếu ')'", "syntax error: '}' where ')' is missing"),
        ("{{ title subject }}", "sai cú pháp: 'subject' đứng thừa trong thẻ", "syntax error: 'subject' is too much"),
        ("{% if title = 1 %}{% endif %}", "sai cú pháp: so sánh bằng thì viết ==", "syntax error: to compare, write =="),
        ("{% for x of title %}{% endfor %}", "gặp 'of' ở chỗ của in", "'of' stands where in should"),
        ("{{ }}", "sai cú pháp: thiếu một giá trị trước }}", "syntax error: a value is missing before }}"),
        ("{# a", "ghi chú {# … chưa được đóng", "a comment {# … is not closed"),
        ("\n{{ 1 / 0 }}", "dòng 2: chia cho 0", "line 2: division by zero"),
        ("{{ title + 1 }}", "không dùng + giữa chữ và số", "+ is not for words with numbers"),
        ("{{ title - 1 }}", "không tính được phép - với chữ và số", "- does not work with words and a number"),
        ("{{ title > 1 }}", "không so sánh được chữ với số", "words cannot be compared with a number"),
        ("{% for x in 3 %}{% endfor %}", "không lặp được qua số", "there is no loop over a number"),
        ("{{ title() }}", "chữ không phải là hàm", "words is no function"),
        ("{{ title * 2 }}", "không được phép: phép * chỉ dùng cho số", "not allowed: * is for numbers"),
        (
            "{{ title.__class__ }}",
            "không được phép: mẫu không dùng thuộc tính '__class__'",
            "the attribute '__class__' is not for templates",
        ),
        ("{{ title|round }}", "không chạy được (TypeError: type str doesn't define __round__ method)", "it fails (TypeError"),
    ],
)
def test_the_complaints_of_the_engine_are_said_anew(source: str, vi: str, en: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(asked: str, _: float) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, json.dumps(sandboxed.answer(json.loads(asked))))

    monkeypatch.setattr(sandbox, "_run", run)
    with pytest.raises(KehoachError) as caught:
        _rendered(tmp_path, source)

    assert vi in caught.value.to(Language.VI)
    assert en in caught.value.to(Language.EN)


def test_the_nearest_name_at_the_top_is_said(tmp_path: Path) -> None:
    with pytest.raises(KehoachError, match="no 'plna'; did you mean 'plan'"):
        _rendered(tmp_path, "{{ plna.title }}")


def test_a_mistake_in_an_included_template_is_placed_there(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("một\n{{ khong }}", "utf-8")

    with pytest.raises(KehoachError, match=r"'part.md.j2', line 2"):
        _rendered(tmp_path, "{% include 'part.md.j2' %}")


def test_plan_texts_are_escaped(tmp_path: Path) -> None:
    assert sandbox.render(_file(tmp_path, "{{ plan.title }}"), "plan", {"plan": {"title": "[a](b) | <i>"}}) == "\\[a\\](b) \\| &lt;i&gt;"


def test_keys_come_before_methods(tmp_path: Path) -> None:
    assert sandbox.render(_file(tmp_path, "{{ plan.values }}"), "plan", {"plan": {"values": "x"}}) == "x"


def test_a_folder_may_change_one_template_and_keep_the_others(tmp_path: Path) -> None:
    (tmp_path / "indicators.md.j2").write_text(
        "{% import 'parts.md.j2' as show %}# {{ plan.ten }}\n{% for part in parts %}{{ show.part(part) }}{% endfor %}", "utf-8"
    )

    said = render(Report.INDICATORS, OutputFormat.MD, example("tam-phuoc-2022"), wanted(), tmp_path).decode()

    assert said.startswith("# Kế hoạch kinh tế - xã hội năm 2022 của xã Tam Phước\n")
    assert "| 1a | Diện tích lúa | ha | 507 |" in said


def test_a_shipped_template_gives_the_same_in_the_sandbox(tmp_path: Path) -> None:
    plan = example("xa-mau-2026")

    for report in Report:
        file = tmp_path / f"{report}.md.j2"
        file.write_bytes((folder("templates") / "markdown" / file.name).read_bytes())
        assert render(report, OutputFormat.MD, plan, wanted(), tmp_path) == render(report, OutputFormat.MD, plan, wanted())


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", "utf-8")
    own = tmp_path / "own"
    own.mkdir()
    _link(secret, own / "part.md.j2")
    _link(secret, own / "plan.md.j2")

    with pytest.raises(KehoachError, match=r"part\.md\.j2") as caught:
        _rendered(own, "{% include 'part.md.j2' %}")
    assert "bí mật" not in str(caught.value)
    with pytest.raises(KehoachError, match="leads out of its folder"):
        render(Report.PLAN, OutputFormat.MD, example("xa-mau-2026"), wanted(), own)


def test_what_is_no_template_is_said(tmp_path: Path) -> None:
    with pytest.raises(KehoachError, match="there is no template"):
        render(Report.PLAN, OutputFormat.MD, example("xa-mau-2026"), wanted(), tmp_path / "no.j2")
    file = tmp_path / "own.md.j2"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KehoachError, match="not UTF-8"):
        sandbox.render(file, "plan", {})


def _rendered(folder: Path, source: str) -> str:
    return sandbox.render(_file(folder, source), "plan", {"plan": {"title": "Kế hoạch"}, "title": "x"})


def _file(folder: Path, source: str) -> Path:
    file = folder / "own.md.j2"
    file.write_text(source, "utf-8")
    return file


def _link(target: Path, link: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("no symbolic links here")


def test_a_template_that_is_only_checked_works_nothing_out(tmp_path: Path) -> None:
    file = tmp_path / "plan.md.j2"
    file.write_text("{{ 'x'|center(100000000) }}{% set a = 'x' * 100000000 %}{{ plan.titel }}", encoding="utf-8")
    tracemalloc.start()
    try:
        found = faults(file, "plan")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert [one.where for one in found] == ["1"]
    assert peak < 10_000_000
