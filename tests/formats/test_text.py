"""What text and checklist promise beside their looks."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.samples import PATH, diagnostic, many, missing, outcome, place, plan
from kehoach.checking import Checked, Request, check
from kehoach.diagnostics import Severity
from kehoach.formats.catalogue import Format, render
from kehoach.formats.pen import display_width
from kehoach.language import Language, Text

TAM_PHUOC = Path(__file__).resolve().parents[2] / "examples" / "tam-phuoc-2022" / "plan.yaml"
HUMAN = [Format.TEXT, Format.CONCISE, Format.CHECKLIST]


def test_a_real_plan_fits_one_screen() -> None:
    result = check(TAM_PHUOC.read_bytes(), "plan.yaml", Request(today=date(2026, 3, 5)))

    lines = render(Format.TEXT, outcome(result)).splitlines()

    assert len(lines) <= 40


def test_one_line_a_rule_cut_to_the_width() -> None:
    ids = [f"T{number}" for number in range(1, 61)]
    result = Checked(path=PATH, plan=plan(marks={"owners": "gaps"}), diagnostics=tuple(missing("OWN001", "owners", "đơn vị chủ trì", *ids)))

    (line,) = [line for line in render(Format.CHECKLIST, outcome(result)).splitlines() if "OWN001" in line]

    assert display_width(line) <= 80
    assert "còn thiếu đơn vị chủ trì: T1, T2, " in line
    assert line.endswith(", T3, … +57 (từ dòng 50)")


def test_without_words_for_the_lack_the_message_stands() -> None:
    found = missing("MON002", "monitoring", "", "I1", "I2", "I3", "I4")

    output = render(Format.CHECKLIST, outcome(Checked(path=PATH, plan=plan(marks={"monitoring": "gaps"}), diagnostics=tuple(found))))

    assert "MON002 I1 kết thúc trước khi bắt đầu; và 3 chỗ nữa: I2, … +2 (từ dòng 50)" in output


def test_a_missing_section_is_said_in_its_row() -> None:
    found = missing("COO001", "coordination", "cơ chế điều phối")

    output = render(Format.CHECKLIST, outcome(Checked(path=PATH, plan=plan(marks={"coordination": "missing"}), diagnostics=tuple(found))))

    assert output.count("COO001") == 1
    assert "✗ Cơ chế điều phối              chưa có  cảnh báo COO001 (dòng 50)\n" in output


def test_other_rows_only_with_findings() -> None:
    found = (*missing("SIT001", "frame", "thực trạng"), *missing("REF005", "", "tệp minh chứng"), diagnostic("PRC003", section="process"))

    output = render(Format.CHECKLIST, outcome(Checked(path=PATH, plan=plan(), diagnostics=found)))

    assert "Khung kế hoạch\n" in output
    assert "REF005 còn thiếu tệp minh chứng" in output
    assert "Quá trình lập                 (1 chỗ cần sửa)\n" in output
    assert "8/8 mục đủ (100%)" in output
    assert "Khung kế hoạch" not in render(Format.CHECKLIST, outcome(Checked(path=PATH, plan=plan())))


def test_fifty_findings_are_shown_and_the_rest_counted() -> None:
    result = Checked(path=PATH, plan=plan(), diagnostics=(diagnostic(),) * 57)

    output = render(Format.TEXT, outcome(result))

    assert output.count("TIM002") == 50
    assert "còn 7 chỗ nữa không hiện ở đây" in output
    assert "57 lỗi" in output


def test_unreadable_file_quotes_everything() -> None:
    result = Checked(path=PATH, diagnostics=tuple(missing("YML009", "", "dòng kehoach")))

    output = render(Format.TEXT, outcome(result))

    assert f"{PATH}:50:3: cảnh báo YML009 lacking\n" in output
    assert f"{PATH}: không đọc được kế hoạch (0 lỗi)\n" == render(Format.CHECKLIST, outcome(result))


def test_five_plans_are_shown_one_by_one_and_six_at_a_glance() -> None:
    five, six = many(5), many(6)

    assert "    end: 01/01/2026" in render(Format.TEXT, outcome(*five))
    assert "    end: 01/01/2026" not in render(Format.TEXT, outcome(*six))
    assert "    end: 01/01/2026" in render(Format.TEXT, outcome(*six, verbose=True))


def test_quiet_says_nothing_about_a_sound_plan() -> None:
    for form in HUMAN:
        assert render(form, outcome(Checked(path=PATH, plan=plan()), quiet=True)) == ""


def test_gravest_severity_of_a_rule() -> None:
    found = (
        *missing("RSK003", "risks", "người phụ trách", "R1"),
        *missing("RSK003", "risks", "người phụ trách", "R2", severity=Severity.ERROR),
    )

    output = render(Format.CHECKLIST, outcome(Checked(path=PATH, plan=plan(marks={"risks": "gaps"}), diagnostics=found)))

    assert "lỗi      RSK003 còn thiếu người phụ trách: R1, R2" in output


@pytest.mark.parametrize("form", HUMAN)
@pytest.mark.parametrize("language", Language)
@given(evil=st.text(st.sampled_from("::#[]\n\r\x1b\x9b\u202e\u2028\t \xa0aề̀\ud800"), max_size=12))
def test_nothing_from_a_file_is_obeyed(form: Format, language: Language, evil: str) -> None:
    text = Text(vi="{id}", en="{id}")
    found = diagnostic(
        path=evil, message=text, fix=text, values={"id": evil}, place=place(1, 2, 3, evil.replace("\n", "").replace("\r", ""))
    )
    lacking = missing("OWN001", "owners", "", evil) + missing("OWN002", "owners", "x", evil, evil + "2")
    result = Checked(path=evil, plan=plan(evil, id=evil, locality=evil), diagnostics=(found, *lacking))

    output = render(form, outcome(result, language=language))

    assert not set(output) & set("\r\x1b\x9b\u202e\u2028\ud800")
    assert "##[" not in output
    for line in output.split("\n"):
        assert not line.lstrip().startswith("::")
    if form is Format.CONCISE:
        assert output.count("\n") == 4


@pytest.mark.parametrize("form", HUMAN)
@given(text=st.text(max_size=20))
def test_ascii_is_ascii(form: Format, text: str) -> None:
    result = Checked(
        path=text, plan=plan(text, id=text), diagnostics=(diagnostic(path=text, place=place(1, 1, 2, text), values={"id": text}),)
    )

    assert render(form, outcome(result, ascii=True)).isascii()
