"""What is a change, of which kind, and what is none."""

import pytest

from analysis.changes.two_plans import compared, told
from kehoach.analysis.changes.change import Group, Kind
from kehoach.formats.changes_speech import Speech
from kehoach.formats.changes_words import sentence
from kehoach.language import Language

HEAD = "kehoach: plan/1\nid: a\ntitle: Kế hoạch\nkind: annual\nlocality: {name: Xã A, level: commune}\nperiod: 2026\nunit: triệu đồng\n"
OWNERS = (
    "owners:\n  - {id: ubnd, name: Ủy ban nhân dân xã, type: government}\n  - {id: hoi, name: Hội Nông dân xã, type: mass_organisation}\n"
)
FUNDS = "resources:\n  funds:\n    - {id: ns, name: Ngân sách xã}\n    - {id: ct, name: Chương trình mục tiêu quốc gia}\n"


def task(name: str, title: str, rest: str = "", owner: str = "ubnd") -> str:
    return f"  - {{id: {name}, title: {title}, owner: {owner}{', ' if rest else ''}{rest}}}\n"


def plan(body: str) -> str:
    return f"{HEAD}{OWNERS}{FUNDS}{body}"


def indicator(rest: str, targets: str = "") -> str:
    return plan(f"monitoring:\n  indicators:\n    - {{id: i, name: Tỷ lệ hộ nghèo, unit: '%', {rest}, targets: [{targets}]}}\n")


def changes(old: str, new: str) -> list[tuple[str, str]]:
    return told(compared(plan(old), plan(new)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("end: 2026-03", "end: tháng 3 năm 2026"),
        ("end: 2026-03", "end: 03/2026"),
        ("end: 2026-Q1", "end: đến hết Quý I/2026"),
        ("needs: [{fund: ns, amount: '1,5 tỷ'}]", "needs: [{fund: ns, amount: 1500 triệu đồng}]"),
        ("needs: [{fund: ns, amount: 1500}]", "needs: [{amount: 1.500.000.000 đồng, fund: 'ns'}]"),
        ("priority: cao", "priority: high"),
        ("within_regular_budget: true", "within_regular_budget: TRUE"),
        ("deliverable: Đường", "deliverable: ' Đường '"),
        ("partners: [], method: ''", "phase: "),
        ("lags: {}", "milestones: ~"),
    ],
)
def test_another_notation_is_no_change(one: str, other: str) -> None:
    found = compared(plan(f"tasks:\n{task('T1', 'Đường', one)}"), plan(f"tasks: # ghi chú\n{task('T1', 'Đường', other)}"))

    assert told(found) == []
    assert not found.reordered


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{value: 11, is: at_most, date: 2026}", "{value: ≤ 11, date: năm 2026}"),
        ("{value: 11, date: 2026}", "{value: 11%, date: 2026}"),
        ("{value: 4, of: 9}", "{value: 4/9}"),
        ("{value: '7,5 - 8,0'}", "{value: từ 7.5 đến 8}"),
        ("{value: Đạt chuẩn}", "{value: 'Đạt chuẩn '}"),
    ],
)
def test_targets_are_compared_by_what_they_ask_for(one: str, other: str) -> None:
    assert told(compared(indicator("direction: decrease", one), indicator("direction: decrease", other))) == []


@pytest.mark.parametrize(
    ("direction", "one", "other", "kind"),
    [
        ("direction: decrease", "{value: 11}", "{value: 12}", "lowered"),
        ("direction: decrease", "{value: 11}", "{value: 10}", "raised"),
        ("direction: increase", "{value: 11}", "{value: 12}", "raised"),
        ("level: impact", "{value: 11}", "{value: 12}", "raised"),
        ("direction: maintain", "{value: 11}", "{value: 12}", "changed"),
        ("direction: increase", "{value: 4/9}", "{value: 4/10}", "lowered"),
        ("direction: increase", "{value: 7 - 8}", "{value: 7 - 9}", "raised"),
        ("direction: increase", "{value: 7 - 8}", "{value: 6 - 9}", "changed"),
        ("direction: increase", "{value: 11, is: at_least}", "{value: 11, is: equal}", "changed"),
        ("direction: increase", "{value: 11}", "{value: Đạt}", "changed"),
        ("direction: increase", "{value: 11, date: 2026}", "{value: 11, date: 2027}", "later"),
        ("direction: increase", "{value: 11, date: 2026}", "{value: 11, date: 2026-Q2}", "earlier"),
    ],
)
def test_which_of_two_targets_asks_for_more(direction: str, one: str, other: str, kind: str) -> None:
    found = compared(indicator(direction, one), indicator(direction, other))

    assert [change.kind for change in found.changes] == [kind]
    assert [change.group for change in found.changes] == [Group.TARGETS]


def _road(unit: str, baseline: str, target: str, more: str = "") -> str:
    known = f"unit: {unit}, direction: increase, baseline: {{value: {baseline}}}, targets: [{{value: {target}, date: 2026}}]"
    return plan(f"{more}monitoring:\n  indicators:\n    - {{id: i, name: Đường thôn được cứng hóa, {known}}}\n")


_NAMED = "“Đường thôn được cứng hóa” (i) năm 2026"
_UNIT = "Chỉ tiêu i “Đường thôn được cứng hóa”, đơn vị tính: "
_BASELINE = "Chỉ tiêu i “Đường thôn được cứng hóa”, giá trị gốc: "


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (("km", "8.4", "9.0"), ("m", "8400", "9000"), [f"{_UNIT}“km” → “m”"]),
        (("km", "8.4", "9.0"), ("km", "8400 m", "9000 m"), []),
        (("triệu đồng", "8.4", "9.0"), ("tỷ đồng", "'0.0084'", "'0.009'"), [f"{_UNIT}“triệu đồng” → “tỷ đồng”"]),
        (
            ("km", "8.4", "9.0"),
            ("m", "8600", "10000"),
            [f"Nâng chỉ tiêu {_NAMED}: 9 km → 10.000 m (+1.000 m)", f"{_UNIT}“km” → “m”", f"{_BASELINE}8,4 km → 8.600 m (+200 m)"],
        ),
        (("m", "8400", "10000"), ("km", "8.4", "9 km"), [f"Hạ chỉ tiêu {_NAMED}: 10.000 m → 9 km (-1 km)", f"{_UNIT}“m” → “km”"]),
        (
            ("km", "8.4", "9"),
            ("m", "8.4", "9"),
            [f"Hạ chỉ tiêu {_NAMED}: 9 km → 9 m (-8.991 m)", f"{_UNIT}“km” → “m”", f"{_BASELINE}8,4 km → 8,4 m (-8.391,6 m)"],
        ),
        (("km", "8.4", "9"), ("thôn", "8.4", "12"), [f"Sửa chỉ tiêu {_NAMED}: 9 km → 12 thôn", f"{_UNIT}“km” → “thôn”"]),
        (("km", "8.4", "9"), ("km", "8.6", "9"), [f"{_BASELINE}8,4 km → 8,6 km (+0,2 km)"]),
    ],
)
def test_targets_are_compared_in_one_unit(one: tuple[str, str, str], other: tuple[str, str, str], said: list[str]) -> None:
    found = compared(_road(*one), _road(*other))
    speech = Speech(found, Language.VI)

    assert sorted(sentence(speech, change) for change in found.changes) == sorted(said)


def test_figures_of_an_indicator_elsewhere_follow_its_unit() -> None:
    more = "situation:\n  forecasts:\n    - {{indicator: i, method: expert, values: {{2026: {}}}}}\n"

    assert told(compared(_road("km", "8.4", "9", more.format("9.0")), _road("m", "8400", "9000", more.format("9000")))) == [
        ("changed", "monitoring/indicators/i/unit")
    ]


def test_targets_of_other_years_come_and_go() -> None:
    years = ["{value: 12, date: 2026}", "{value: 11, date: 2027}", "{value: 10, date: 2028}"]

    found = compared(indicator("level: impact", ", ".join(years)), indicator("level: impact", ", ".join(years[::2])))

    assert told(found) == [("removed", "monitoring/indicators/i/targets/1")]


def test_money_that_moved() -> None:
    needs = "needs: [{{fund: {}, amount: 300, year: 2026, for: Xây lắp}}]"
    found = compared(plan(f"tasks:\n{task('T1', 'Đường', needs.format('ns'))}"), plan(f"tasks:\n{task('T1', 'Đường', needs.format('ct'))}"))
    money = found.money

    assert told(found) == [("changed", "tasks/T1/needs/0/fund")]
    assert money is not None
    assert not money.total.difference.value
    assert [(row.key, int(row.difference.value)) for row in money.funds] == [("ct", 300_000_000), ("ns", -300_000_000)]
    assert [row.key for row in money.transfer(money.funds) or ()] == ["ns", "ct"]
    assert not money.tasks


def test_sums_of_two_currencies_are_not_compared() -> None:
    found = compared(plan("").replace("triệu đồng", "USD"), plan(""))

    assert found.money is None
    assert told(found) == [("changed", "unit")]


def test_a_renamed_id_is_one_change_wherever_it_is_named() -> None:
    old = f"tasks:\n{task('T1', 'Đường', 'partners: [hoi], after: [T2], end: 2026-05')}{task('T2', 'Mương', 'lags: {T1: 3}', 'hoi')}"
    new = old.replace("hoi", "hoi-nd").replace("T2", "T20")

    found = compared(plan(old), plan(new).replace("{id: hoi,", "{id: hoi-nd,"))

    assert told(found) == [("renamed", "tasks/T20/id"), ("renamed", "owners/hoi-nd/id")]
    assert found.renames == {"T2": "T20", "hoi": "hoi-nd"}
    assert found.money is not None
    assert not found.money.is_changed


def test_another_thing_in_its_place_is_no_rename() -> None:
    assert changes(f"tasks:\n{task('T1', 'Làm đường', 'end: 2026-05')}", f"tasks:\n{task('T2', 'Dạy nghề', 'end: 2026-09')}") == [
        ("removed", "tasks/T1"),
        ("added", "tasks/T2"),
    ]


def test_split_and_merged() -> None:
    whole = f"tasks:\n{task('T1', 'Sửa đường và mương bốn thôn', 'end: 2026-05')}"
    parts = f"tasks:\n{task('T1a', 'Sửa đường bốn thôn', 'end: 2026-04')}{task('T1b', 'Sửa mương bốn thôn', 'end: 2026-07')}"
    split, merged = compared(plan(whole), plan(parts)), compared(plan(parts), plan(whole))

    assert [change.kind for change in split.changes] == [Kind.SPLIT]
    assert [node.__dict__["id"] for node, _ in split.changes[0].others] == ["T1a", "T1b"]
    assert [change.kind for change in merged.changes] == [Kind.MERGED]
    assert merged.changes[0].before is None


def test_split_off_with_its_money() -> None:
    whole = f"tasks:\n{task('T1', 'Sửa đường bốn thôn', 'needs: [{fund: ns, amount: 500}]')}"
    parts = f"tasks:\n{task('T1', 'Sửa đường bốn thôn', 'needs: [{fund: ns, amount: 300}]')}"
    other = task("T2", "Sửa đường hai thôn xa", "needs: [{fund: ns, amount: %s}]")

    assert changes(whole, parts + other % 200) == [("split", "tasks/T1"), ("changed", "tasks/T1/needs/0/amount")]
    assert changes(whole, parts + other % 250) == [("changed", "tasks/T1/needs/0/amount"), ("added", "tasks/T2")]


def test_an_action_under_another_task() -> None:
    first, second = "  - id: T1\n    title: Đường\n", "  - id: T2\n    title: Mương\n"
    action = "    actions:\n      - {id: A1, title: Khảo sát, end: 2026-0%s}\n"

    assert changes(f"tasks:\n{first}{action % 3}{second}", f"tasks:\n{first}{second}{action % 4}") == [
        ("moved", "tasks/T2/actions/A1"),
        ("later", "tasks/T2/actions/A1/end"),
    ]


def test_another_order_is_one_note_and_no_change() -> None:
    tasks = [task("T1", "Đường", "partners: [ubnd, hoi]"), task("T2", "Mương"), task("T3", "Nhà")]
    found = compared(plan(f"tasks:\n{''.join(tasks)}"), plan(f"tasks:\n{''.join(tasks[::-1])}").replace("[ubnd, hoi]", "[hoi, ubnd]"))

    assert told(found) == []
    assert [one.new_path for one in found.reordered] == [("tasks",), ("tasks", 2, "partners")]


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("x-ghi-chu: a", "x-ghi-chu: b", ("changed", "tasks/T1/x-ghi-chu")),
        ("x-ghi-chu: {a: [1, 2]}", "x-ghi-chu: {a: [1, 3]}", ("changed", "tasks/T1/x-ghi-chu")),
        ("end: chưa rõ 1", "end: chưa rõ 2", ("changed", "tasks/T1/end")),
        ("end: 2026-05", "end: chưa rõ", ("changed", "tasks/T1/end")),
        ("owner: ubnd, phase: khong-co", "owner: ubnd, phase: khong-ro", ("changed", "tasks/T1/phase")),
        ("partners: [hoi, khong-co]", "partners: [hoi, khong-ro]", ("changed", "tasks/T1/partners")),
        ("quite_unknown_key: a", "quite_unknown_key: b", ("changed", "tasks/T1/quite_unknown_key")),
        ("needs: [{fund: ns}, nhầm]", "needs: [{fund: ns}, lẫn]", ("removed", "tasks/T1/needs/1")),
        ("lags: {x-a: 1}", "lags: {x-a: 2}", ("changed", "tasks/T1/lags/x-a")),
        ("lags: {T1: 1.5}", "lags: {T1: 2.5}", ("changed", "tasks/T1/lags/T1")),
        ("beneficiaries: nhầm", "beneficiaries: {people: 3}", ("changed", "tasks/T1/beneficiaries")),
    ],
)
def test_what_cannot_be_read_or_is_the_users_own_is_compared_too(one: str, other: str, named: tuple[str, str]) -> None:
    def with_rest(rest: str) -> str:
        return f"tasks:\n  - {{id: T1, title: Đường, {rest}}}\n"

    assert named in changes(with_rest(one), with_rest(other))
    assert changes(with_rest(one), with_rest(one)) == []


def test_a_misspelt_key_that_is_put_right_is_no_change() -> None:
    assert changes(f"tasks:\n{task('T1', 'Đường', 'metod: Thi công')}", f"tasks:\n{task('T1', 'Đường', 'method: Thi công')}") == []


def test_only_the_sound_part_of_an_item_of_prose_is_one_that_changed() -> None:
    old = "situation:\n  strengths:\n    - Đất tốt và nhiều nước\n    - Dân đồng thuận\n"
    new = "situation:\n  strengths:\n    - Dân đồng thuận\n    - Đất tốt và ít nước\n    - Gần chợ\n"
    found = compared(plan(old), plan(new))

    assert told(found) == [("changed", "situation/strengths/1"), ("added", "situation/strengths/2")]


def test_a_risk_is_rated_anew() -> None:
    risk = "risks:\n  - {id: R1, description: Mưa lũ, likelihood: %s, impact: 4}\n"

    assert changes(risk % 3, risk % 4) == [("raised", "risks/R1/likelihood")]


def test_things_with_one_id_twice_are_compared_in_their_order() -> None:
    twice = f"tasks:\n{task('T1', 'Đường')}{task('T1', 'Mương', 'end: 2026-0%s')}"

    assert changes(twice % 3, twice % 4) == [("later", "tasks/T1/end")]
