"""Plans held against each other: what the example promises, and how targets, money and units are compared."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from child import kehoach
from kehoach.rules.base import Scope
from kehoach.rules.catalogue import checks, rules
from kehoach.workspace import execution, forked, running
from places import EXAMPLES, TOP
from within import plainly as as_few
from within import validated
from workspace.small_plans import BETWEEN, TODAY, a_lower, findings, head, indicator, places, the_upper, written

PROVINCE = EXAMPLES / "tinh-mau-2026"


# The example.


def plainly(file: Path) -> dict[str, Any]:
    """The example read by another reader."""
    read: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return read


def number(value: object) -> Decimal:
    return Decimal(str(value).replace(",", "."))


def target(plan: dict[str, Any], name: str) -> Decimal | None:
    for entry in plan["monitoring"]["indicators"]:
        if entry["id"] == name:
            return number(entry["targets"][0]["value"])
    return None


def where(finding: dict[str, Any]) -> tuple[str, str]:
    """The last id written above a finding, and the text from its column on."""
    lines = (PROVINCE / finding["path"]).read_text("utf-8").splitlines()[: finding["line"]]
    above = [line.partition("- id: ")[2] for line in lines if "- id: " in line]
    return above[-1], lines[-1][finding["column"] - 1 :]


def test_a_plan_names_those_to_whom_it_hands_down() -> None:
    done = kehoach("render", str(PROVINCE / "tinh.yaml"), *TODAY, cwd=TOP)

    assert "| Xã Mẫu Thượng | Thu ngân sách nhà nước trên địa bàn các xã: 4 |" in done.out


def test_the_rollup_of_the_example_is_as_worked_out_apart() -> None:
    upper = plainly(PROVINCE / "tinh.yaml")
    communes = {file.stem: plainly(file) for file in sorted(PROVINCE.glob("xa-mau-*.yaml"))}
    in_metres = {name for name, plan in communes.items() if any(i.get("unit") == "m" for i in plan["monitoring"]["indicators"])}
    roads = {
        name: value / 1000 if name in in_metres else value
        for name, plan in communes.items()
        if (value := target(plan, "duong-thon")) is not None
    }
    households = {name: target(plan, "so-ho") or Decimal(0) for name, plan in communes.items()}
    poverty = sum((target(plan, "ty-le-ngheo") or Decimal(0)) * households[name] for name, plan in communes.items())
    revenue = sum((target(plan, "thu-ngan-sach") or Decimal(0)) for plan in communes.values()) / Decimal(1000)
    taken = {plan["id"]: plan["resources"]["funds"][0]["limits"][2026] for plan in communes.values()}
    handed = {entry["plan"]: entry["funds"]["ns-tinh"] for entry in upper["coordination"]["assignments"]}

    done = kehoach("rollup", str(PROVINCE), "--format", "json", *TODAY, cwd=TOP)
    found = json.loads(done.out)

    rows = {row["id"]: row for row in found["indicators"]}
    assert number(rows["duong-thon"]["given"][0]) == sum(roads.values())
    assert number(rows["duong-thon"]["residual"]) == number(target(upper, "duong-thon")) - sum(roads.values(), Decimal(0)) == Decimal("3.8")
    assert rows["duong-thon"]["silent"] == [f"{name}-2026" for name in communes if name not in roads] == ["xa-mau-son-2026"]
    assert abs(number(rows["ty-le-ngheo"]["given"][0]) - poverty / sum(households.values(), Decimal(0))) < Decimal("1e-20")
    assert number(rows["thu-ngan-sach"]["given"][0]) == revenue == target(upper, "thu-ngan-sach")
    assert number(rows["so-ho"]["given"][0]) == sum(households.values()) == target(upper, "so-ho")
    assert [row["id"] for row in found["indicators"] if row["is_short"]] == ["duong-thon"]
    fund = found["funds"][0]
    million = 1_000_000
    assert number(fund["handed"]["value"]) == sum(handed.values()) * million
    assert number(fund["claimed"]["value"]) == sum(taken.values()) * million
    over = {row["plan"]: number(row["over"]["value"]) for row in fund["plans"] if row["over"]}
    assert over == {"xa-mau-ha-2026": (taken["xa-mau-ha-2026"] - handed["xa-mau-ha-2026"]) * million}
    assert [(one["plan"], one["id"]) for one in found["requests"]] == [("xa-mau-dong-2026", "Y1")]
    assert (found["answered"], found["tasks"]) == (1, {"own": 2, "lower": 13})
    assigned = number(upper["coordination"]["assignments"][-1]["indicators"]["thu-ngan-sach"]) * 1000
    (missed,) = found["missed"]
    assert (missed["plan"], number(missed["assigned"][0]), number(missed["planned"][0])) == ("xa-mau-son-2026", assigned, Decimal(1350))
    assert missed["dialogue"] == {"proposed": ["1350", "1350"], "date": "2025-12-10", "outcome": "pending"}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", ("còn thiếu 3,8 km; 1 kế hoạch chưa đề ra: xa-mau-son-2026", "vượt 600 triệu đồng", "(đề nghị 1.350), chưa có kết quả")),
        ("en", ("3.8 km short; 1 silent: xa-mau-son-2026", "600 million VND too much", "(proposing 1,350) is pending")),
    ],
)
def test_all_rules_together_find_what_the_example_is_about_and_name_both_ends(lang: str, said: tuple[str, ...]) -> None:
    everything = findings(PROVINCE, lang=lang, among=())
    found = {f["code"]: f for f in everything}

    assert sorted((f["code"], f["severity"], f["path"], *where(f)) for f in everything) == [
        ("LVL004", "warning", "xa-mau-son.yaml", "thu-ngan-sach", "1350, date: 2026}"),
        ("LVL005", "warning", "tinh.yaml", "duong-thon", "45, is: at_least, date: 2026}"),
        ("LVL006", "error", "xa-mau-ha.yaml", "ns-tinh", "3600}"),
        ("LVL012", "warning", "xa-mau-son.yaml", "T2", "2026-11-30"),
        ("LVL014", "warning", "xa-mau-dong.yaml", "Y1", "Y1"),
    ]
    for code, text in zip(("LVL005", "LVL006", "LVL004"), said, strict=True):
        assert text in found[code]["message"]
    assert {other["path"] for other in found["LVL004"]["related"]} == {"tinh.yaml", "xa-mau-son.yaml"}
    assert {other["path"] for other in found["LVL006"]["related"]} == {"tinh.yaml"}
    assert {other["path"] for other in found["LVL012"]["related"]} == {"tinh.yaml"}
    assert {other["path"] for other in found["LVL005"]["related"]} == {"xa-mau-tay.yaml", "xa-mau-ha.yaml", "xa-mau-trung.yaml"}
    for finding in found.values():
        for end in (finding, *finding["related"]):
            line = (PROVINCE / end["path"]).read_text("utf-8").splitlines()[end["line"] - 1]
            assert line[end["column"] - 1 :].strip()


def test_one_file_alone_is_held_against_the_plan_it_names(tmp_path: Path) -> None:
    shutil.copytree(PROVINCE, tmp_path / "kho")

    line = (PROVINCE / "xa-mau-ha.yaml").read_text("utf-8").splitlines().index("      limits: {2026: 3600}") + 1
    assert places(tmp_path / "kho", "xa-mau-ha.yaml") == [("LVL006", "xa-mau-ha.yaml", line)]
    assert places(tmp_path / "kho", "tinh.yaml") == []


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("others", [{}, {"tinh": head("khong-phai", level="province")}, {"tinh": "\x00"}])
@pytest.mark.parametrize("file", ["tinh", "khac", "sau/tinh"])
def test_many_files_are_held_against_the_plan_they_name(tmp_path: Path, file: str, others: dict[str, str], jobs: str) -> None:
    for name, text in others.items():
        written(tmp_path, name, text)
    written(tmp_path, file, the_upper("100", "sum"))
    files = [written(tmp_path, f"xa-{n:02}", a_lower(f"xa-{n:02}", "2.35", unit="ha" if n == 7 else "km")) for n in range(17)]
    given = [file.name for file in files]

    assert [(code, path) for code, path, _ in places(tmp_path, *given, "--jobs", jobs)] == [("LVL007", "xa-07.yaml")]


def test_the_findings_are_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    written(tmp_path, "tinh", the_upper("100", "sum"))
    for n in range(40):
        written(tmp_path, f"xa/{n:02}", a_lower(f"xa-{n:02}", "2.35"))

    outputs = [kehoach("validate", "--format", "json", *TODAY, *BETWEEN, "--jobs", jobs, cwd=tmp_path).out for jobs in ("1", "2", "1")]

    assert outputs[0] == outputs[1] == outputs[2]
    assert "còn thiếu 6 km" in outputs[0]


@pytest.mark.skipif(not forked.CAN_FORK, reason="this system makes no process out of another")
def test_families_are_compared_in_several_processes_with_the_same_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for province in range(4):
        name = f"tinh-{province}"
        written(tmp_path, f"{province}/tinh", the_upper("100", "sum").replace("id: tinh", f"id: {name}"))
        for n in range(16):
            lower = a_lower(f"xa-{province}-{n:02}", "2.35", unit="ha" if n == province else "km")
            written(tmp_path, f"{province}/xa-{n:02}", lower.replace("parent: tinh", f"parent: {name}").replace("tinh#", f"{name}#"))
    given: list[int] = []

    def noted(pieces: Sequence[int], work: Callable[[int], Any], processes: int) -> Iterator[Any]:
        given.extend(pieces)
        return forked.at_once(pieces, work, processes)

    monkeypatch.setattr(execution, "at_once", noted)
    monkeypatch.chdir(tmp_path)
    answers = [validated("--no-cache", "--format", "json", *TODAY, "--jobs", jobs) for jobs in ("1", "2")]
    fresh, again = (validated("--format", "json", *TODAY, "--jobs", "2") for _ in range(2))

    assert answers[0] == answers[1] == fresh == again
    assert given == [*range(9)] * 2  # all plans, four families and four provinces alone; nothing once it is known
    assert answers[0].out.count("LVL007") == answers[0].out.count("LVL005") == 4


def test_what_is_left_out_of_a_plan_in_a_short_run_is_read_again_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commune has a task that another waits for, indicators that are linked to nothing and are referred to, and a plan below it."""
    work = "tasks:\n  - {{id: T1, title: Làm đường, owner: vp, {}}}\n"
    weight = "    - {id: so-ho, name: Số hộ, unit: hộ, direction: increase, targets: [{value: 100, date: 2026}]}\n"
    written(tmp_path, "tinh", the_upper("50", "weighted_mean\n      weight: so-ho") + weight)
    for n in range(16):
        written(
            tmp_path,
            f"xa-{n:02}",
            a_lower(f"xa-{n:02}", "45", "weight: so-ho") + weight + work.format("start: 2026-02-01, end: 2026-06-30"),
        )
    awaits = work.format("start: 2026-05-01, end: 2026-08-31, after: [xa-03#T1]")
    written(tmp_path, "xa-16", a_lower("xa-16", "45").replace("tinh#duong", "xa-04#so-ho") + awaits)
    sector = a_lower("nganh", "30").replace("parent: tinh", "parent: xa-05").replace("tinh#", "xa-05#")
    written(tmp_path, "nganh", sector + "resources:\n  funds:\n    - {id: ns, name: Ngân sách, from_plan: xa-05#ns}\n")
    with (tmp_path / "xa-05.yaml").open("a", encoding="utf-8") as file:
        file.write("resources:\n  funds:\n    - {id: ns, name: Ngân sách xã}\n")
    monkeypatch.chdir(tmp_path)
    words = ("--format", "json", *TODAY, *BETWEEN)
    given = [file.name for file in sorted(tmp_path.glob("*.yaml"))]

    answers = [validated("--no-cache", *words, "--jobs", jobs) for jobs in ("1", "2")]

    found = {(finding["code"], finding["path"]) for finding in json.loads(answers[0].out)["findings"]}
    assert {("LVL012", "xa-03.yaml"), ("LVL007", "xa-16.yaml"), ("LVL005", "tinh.yaml")} <= found
    assert answers[0] == answers[1] == as_few(*words) == validated(*words) == validated(*words)
    assert validated(*words, *given).out == as_few(*words, *given).out


def test_all_plans_of_a_short_run_have_what_was_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = "tasks:\n  - {id: T1, title: Làm đường, start: 2026-02-01, end: 2026-06-30}\n"
    for n in range(16):
        written(tmp_path, f"xa-{n:02}", head(f"xa-{n:02}") + indicator("45") + work)
    monkeypatch.chdir(tmp_path)

    done = running.run(running.Wishes(today=date(2026, 6, 30), sparing=True), lambda outcomes, _: iter(outcomes))
    assert done.portfolio is not None
    members = [done.portfolio.opened(card) for card in done.portfolio.extracts]
    done.close()

    assert [[one.id for one in member.has.indicators] for member in members] == [["duong"]] * 16
    assert [list(member.ends) for member in members] == [["T1"]] * 16


# What adds up.


@pytest.mark.parametrize(
    ("aggregation", "direction", "upper", "lowers", "said"),
    [
        ("sum", "increase", "45", ("20", "21,2"), "còn thiếu 3,8 km"),
        ("sum", "increase", "41,2", ("20", "21,2"), ""),
        ("sum", "increase", "40", ("20", "21,2"), ""),
        ("sum", "decrease", "40", ("20", "21,2"), "thừa 1,2 km"),
        ("sum", "maintain", "40", ("20", "21,2"), "thừa 1,2 km"),
        ("sum", "increase", "1000", ("500", "499"), "còn thiếu 1 km"),
        ("sum", "increase", "41,3", ("20,04", "21,2"), ""),  # half a digit of each
        ("mean", "increase", "21", ("20", "21,2"), "còn thiếu 0,4 km"),
        ("mean", "decrease", "21", ("20", "21,2"), ""),
        ("min", "increase", "20,5", ("20", "21,2"), "còn thiếu 0,5 km"),
        ("max", "decrease", "20,5", ("20", "21,2"), "thừa 0,7 km"),
        ("sum", "increase", "40 - 41", ("20", "19"), "còn thiếu 1 km"),
        ("none", "increase", "45", ("20", "21,2"), ""),
    ],
)
def test_targets_are_put_together_as_the_upper_plan_says(
    tmp_path: Path, aggregation: str, direction: str, upper: str, lowers: tuple[str, ...], said: str
) -> None:
    written(tmp_path, "tinh", the_upper(f'"{upper}"', aggregation, direction))
    for n, value in enumerate(lowers):
        written(tmp_path, f"xa-{n}", a_lower(f"xa-{n}", f'"{value}"'))

    messages = [f["message"] for f in findings(tmp_path) if f["code"] == "LVL005"]

    assert len(messages) == bool(said)
    assert all(said in message for message in messages)


@pytest.mark.parametrize(
    ("unit", "value", "upper_unit", "upper", "code"),
    [
        ("m", "45000", "km", "45", ""),
        ("triệu đồng", "4500", "tỷ đồng", '"4,5"', ""),
        ("phần trăm", "45", '"%"', "45", ""),
        ("nghìn người", "45", "người", "45000", ""),
        ("ha", "45", "km2", '"0,45"', ""),
        ("tuyến", "45", "km", "45", "LVL007"),
        ("triệu đồng/người", "45", "triệu đồng/hộ", "45", "LVL007"),
    ],
)
def test_units_are_converted_where_they_measure_the_same(
    tmp_path: Path, unit: str, value: str, upper_unit: str, upper: str, code: str
) -> None:
    written(tmp_path, "tinh", the_upper(upper, "sum", unit=upper_unit))
    written(tmp_path, "xa", a_lower("xa", value, unit=unit))

    assert {found[0] for found in places(tmp_path)} - {"LVL005"} == ({code} if code else set())
    assert code or not places(tmp_path)


def test_a_value_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    written(tmp_path, "tinh", the_upper("45", "sum"))
    written(tmp_path, "xa-1", a_lower("xa-1", "20"))
    written(tmp_path, "xa-2", a_lower("xa-2", '"1.250"'))

    assert places(tmp_path) == []


def test_two_plans_of_one_unit_are_counted_once(tmp_path: Path) -> None:
    written(tmp_path, "tinh", the_upper("45", "sum"))
    written(tmp_path, "xa-1", a_lower("xa-1", "30"))
    written(tmp_path, "xa-1-hanh-dong", a_lower("xa-1-hd", "30").replace("name: xa-1-hd", "name: xa-1").replace("annual", "action"))

    assert "cộng lại được 30 km" in findings(tmp_path)[0]["message"]


# What is assigned.


@pytest.mark.parametrize(
    ("stage", "outcome", "severity"),
    [
        ("draft", None, "warning"),
        ("submitted", None, "error"),
        ("submitted", "pending", "warning"),
        ("submitted", "accepted", "warning"),
        ("submitted", "refused", "error"),
    ],
)
def test_an_assigned_target_that_cannot_be_taken_is_discussed(tmp_path: Path, stage: str, outcome: str | None, severity: str) -> None:
    dialogue = (
        f"coordination:\n  dialogues:\n    - {{about: duong, proposed: 5, with: tinh, date: 2025-12-10, outcome: {outcome}}}\n"
        if outcome
        else ""
    )
    assigned = "coordination:\n  assignments:\n    - {plan: xa, indicators: {duong: 6}}\n"
    written(tmp_path, "tinh", head("tinh", level="province") + assigned + indicator("45"))
    written(tmp_path, "xa", head("xa", "tinh", stage=stage) + dialogue + indicator("5", "same_as: [tinh#duong]"))

    (found,) = findings(tmp_path)

    assert (found["code"], found["severity"], found["path"]) == ("LVL004", severity, "xa.yaml")
    assert ("đối thoại" in found["message"]) == bool(outcome)
    assert found["related"][0]["path"] == "tinh.yaml"
    assert bool(outcome) == (len(found["related"]) == 2)


def test_what_is_taken_of_a_fund_together_is_within_what_it_has(tmp_path: Path) -> None:
    fund = "unit: triệu đồng\nresources:\n  funds:\n    - id: ns\n      name: Ngân sách tỉnh\n      limits: {{2026: {}}}\n"
    written(tmp_path, "tinh", head("tinh", level="province") + fund.format(100))
    for name in ("xa-1", "xa-2"):
        written(tmp_path, name, head(name, "tinh") + fund.format(60) + "      from_plan: tinh#ns\n")

    (found,) = findings(tmp_path)

    assert (found["code"], found["path"], found["severity"]) == ("LVL006", "tinh.yaml", "error")
    assert "năm 2026, tính 120 triệu đồng trong khi nguồn chỉ có 100 triệu đồng, vượt 20 triệu đồng" in found["message"]


# Pins.


def test_an_upper_plan_of_another_repository_is_pinned_and_suspected_when_it_changes(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "xa", tmp_path / "tinh"
    written(theirs, "tinh", the_upper("6", "sum"))
    written(ours, "kehoach", "kehoach: workspace/1\n")
    written(ours, "ke-hoach", a_lower("xa", "5"))
    assert places(ours) == [("LVL001", "ke-hoach.yaml", 8)]
    assert places(ours, "--complete")[0][0] == "LVL001"

    pinned = kehoach("rollup", "../tinh/tinh.yaml", "--pin", *TODAY, cwd=ours)
    assert pinned.code == 0, pinned.err
    assert places(ours) == []
    assert kehoach("rollup", *TODAY, cwd=ours).out.startswith("tinh: tinh, năm 2026, 1 kế hoạch cấp dưới")

    written(theirs, "tinh", the_upper("8", "sum"))
    (found,) = [f for f in findings(ours, ".", "../tinh/tinh.yaml") if f["code"] == "LVL011"]
    assert (found["path"], found["line"]) == ("ke-hoach.yaml", 16)
    assert "trước là 2026: 6 km, nay là 2026: 8 km" in found["message"]
    again = kehoach("rollup", "../tinh/tinh.yaml", "--pin", *TODAY, cwd=ours)
    assert "đã ghim tinh" in again.err
    assert "không đổi" in kehoach("rollup", "../tinh/tinh.yaml", "--pin", *TODAY, cwd=ours).err


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"version": 1, "plans": {"x": {}}}', b"\xff", b"[" * 100_000])
def test_a_lock_that_cannot_be_read_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    written(tmp_path, "xa", a_lower("xa", "5"))
    (tmp_path / "kehoach.lock").write_bytes(content)

    done = kehoach("validate", cwd=tmp_path)

    assert (done.code, done.out) == (2, "")
    assert "kehoach rollup --pin" in done.err


@pytest.mark.parametrize("scope", Scope)
def test_no_rule_is_loaded_with_the_wrong_ones(scope: Scope) -> None:
    assert checks(scope) == tuple(rule for rule in rules() if rule.scope is scope and rule.check is not None)


# Tables.


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("mã,tên\n1,Xã\n", "xa.csv:1: thiếu cột code"),
        ("code,nam,within\n1,Xã,Tỉnh\n", "xa.csv:1: thiếu cột name; dòng đầu phải là `code,name,within`, nam có phải là name không?"),
        ("code,name,within\n1,Xã,Tỉnh\n2,Xã, Hai,Tỉnh\n", "xa.csv:3: dòng có 4 ô trong khi dòng đầu có 3 cột"),
        ("code,name,within\n,,Tỉnh\n", "xa.csv:2: dòng không ghi mã và tên đơn vị"),
        ('code,name,within\n1,"Xã,Tỉnh\n', "xa.csv:2"),
    ],
)
def test_a_table_that_is_wrong_is_refused_with_its_line(tmp_path: Path, table: str, said: str) -> None:
    written(tmp_path, "kehoach", "kehoach: workspace/1\nexpected:\n  - {level: commune, period: 2026, localities: xa.csv}\n")
    written(tmp_path, "xa", head("xa"))
    (tmp_path / "xa.csv").write_text(table, "utf-8")

    done = kehoach("validate", cwd=tmp_path)

    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "kehoach", "kehoach: workspace/1\ncrosswalk: [cu.csv]\n")
    written(tmp_path, "xa", head("xa", "tinh"))
    (tmp_path / "cu.csv").write_bytes("old_code,old_name,new_code,new_name,from\n1,Xã,2,Xã,2025\n".encode("utf-16"))

    assert "cu.csv:1: tệp không phải UTF-8" in kehoach("validate", cwd=tmp_path).err


def test_a_merged_unit_is_found_under_its_new_code(tmp_path: Path) -> None:
    expected = "expected:\n  - {level: commune, period: 2026, localities: xa.csv}\n"
    written(tmp_path, "kehoach", f"kehoach: workspace/1\ncrosswalk: [cu.csv]\n{expected}")
    written(tmp_path, "xa", head("xa").replace("level: commune", "level: commune, code: 111"))
    (tmp_path / "xa.csv").write_text("code,name,within\n222,Xã Mới,\n333,Xã Khác,\n", "utf-8")
    (tmp_path / "cu.csv").write_text("old_code,old_name,new_code,new_name,from\n111,Xã Cũ,222,Xã Mới,2025-07-01\n", "utf-8")

    assert places(tmp_path) == [("LVL015", "xa.csv", 3)]


@pytest.mark.parametrize(("lang", "said"), [("vi", "của địa phương nào cho kỳ"), ("en", "of any locality for")])
def test_a_plan_that_is_expected_of_no_locality_in_particular(tmp_path: Path, lang: str, said: str) -> None:
    written(tmp_path, "kehoach", "kehoach: workspace/1\nexpected:\n  - {level: province, period: 2026-2030, kind: five_year}\n")
    written(tmp_path, "xa", head("xa"))

    (found,) = findings(tmp_path, lang=lang)

    assert (found["code"], found["path"], found["line"]) == ("LVL015", "kehoach.yaml", 3)
    assert said in found["message"]


def test_a_register_that_is_wrong_is_refused_with_its_place(tmp_path: Path) -> None:
    written(tmp_path, "kehoach", "kehoach: workspace/1\nregister: [danh-muc.yaml]\n")
    written(tmp_path, "danh-muc", "kehoach: register/1\nid: dm\nindicators:\n  - id: a\n    nme: x\n")
    written(tmp_path, "xa", head("xa", "tinh"))

    done = kehoach("validate", cwd=tmp_path)

    assert done.code == 2
    assert "danh-muc.yaml:5:5" in done.err


# Suppression.


def test_a_comment_accepts_a_finding_between_plans(tmp_path: Path) -> None:
    written(tmp_path, "tinh", the_upper("45", "sum").replace("targets: [", "targets: [ # kehoach: ignore LVL005 chờ họp tháng 7\n        "))
    written(tmp_path, "xa", a_lower("xa", "5"))
    text = (tmp_path / "tinh.yaml").read_text("utf-8")
    inline = re.sub(r"targets: \[ # .*\n\s+", "targets: [", text).replace("2026}]", "2026}] # kehoach: ignore LVL005 chờ họp tháng 7")
    (tmp_path / "tinh.yaml").write_text(inline, "utf-8")
    assert places(tmp_path) == []

    (tmp_path / "tinh.yaml").write_text(inline.replace(" chờ họp tháng 7", ""), "utf-8")
    assert [code for code, _, _ in places(tmp_path)] == ["SUP001"]

    written(tmp_path, "xa", a_lower("xa", "45"))
    assert [code for code, _, _ in places(tmp_path)] == ["SUP002"]
