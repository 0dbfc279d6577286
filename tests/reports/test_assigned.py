"""The table of assigned targets: sums, what is left, which way the table lies."""

from kehoach.model.plan import Plan
from kehoach.reports.catalogue import Report
from kehoach.reports.options import Below
from kehoach.values.dates import read_period
from kehoach.values.kind import Frame
from places import EXAMPLES
from reports.plans import lines_of, made, markdown, small


def test_the_model_province_adds_up() -> None:
    """4 + 6.2 + 9.8 + 5.3 + 2.6 + 1.5 is 29.4, against 29.35; 4500 + 3800 + 3000 + 4200 + 5500 + 6000 is 27000 of 30000."""
    plan = made((EXAMPLES / "tinh-mau-2026" / "tinh.yaml").read_text("utf-8"))
    below = {"xa-mau-ha-2026": Below("Xã Mẫu Hạ", plan.period)}

    said = markdown(Report.ASSIGNED, plan, below=below)

    assert "| TT | Đơn vị | Thu ngân sách nhà nước trên địa bàn các xã (tỷ đồng) | Ngân sách tỉnh hỗ trợ các xã (triệu đồng) |" in said
    assert "| 3 | Xã Mẫu Hạ | 9,8 | 3.000 |" in said
    assert "| 1 | xa-mau-thuong-2026 | 4 | 4.500 |" in said
    assert "|  | **Cộng đã giao** | **29,4** | **27.000** |" in said
    assert "|  | **Mức của kế hoạch** | **29,35** | **30.000** |" in said
    assert "|  | **Còn lại chưa giao** | **-0,05** | **3.000** |" in said
    assert "Số âm: đã giao nhiều hơn mức của kế hoạch." in said


def test_the_plan_names_them_as_the_table_does() -> None:
    plan = small("coordination: {assignments: [{plan: xa-ha}, {plan: xa-thuong}]}")
    below = {"xa-ha": Below("Xã Hạ", plan.period)}

    assert "| Xã Hạ |\n| xa-thuong |\n" in markdown(Report.PLAN, plan, below=below)


def test_targets_are_for_the_end_of_the_lower_plans_period() -> None:
    plan = _upper("{plan: a, indicators: {km: 4}}, {plan: b, indicators: {km: 11}}", "2026-2027")
    below = {name: Below(f"Xã {name}", read_period(year, Frame())) for name, year in (("a", "2026"), ("b", "2027"))}

    said = markdown(Report.ASSIGNED, plan, below=below)

    assert lines_of(said, "### ") == ["### 1. Giao cho cấp dưới, năm 2026", "### 2. Giao cho cấp dưới, năm 2027"]
    assert [line.split("**")[3] for line in lines_of(said, "|  | **Mức")] == ["10", "20"]
    assert [line.split("**")[3] for line in lines_of(said, "|  | **Còn")] == ["6", "9"]


def test_what_makes_no_sum_has_none() -> None:
    said = markdown(Report.ASSIGNED, _upper("{plan: a, indicators: {ngheo: 4, km: từ 3 đến 5}}, {plan: b, indicators: {ngheo: 6}}"))

    assert lines_of(said, "|  | **Cộng") == ["|  | **Cộng đã giao** | **x** | **x** |"]
    assert "x: không cộng được" in said


def test_many_targets_of_few_units_lie_the_other_way() -> None:
    ids = [f"I{n}" for n in range(9)]
    indicators = "".join(
        f"    - {{id: {name}, name: Chỉ tiêu {name}, aggregation: sum, targets: [{{value: 9, date: 2026}}]}}\n" for name in ids
    )
    figures = ", ".join(f"{name}: 2" for name in ids)
    plan = small(
        f"monitoring:\n  indicators:\n{indicators}"
        f"coordination: {{assignments: [{{plan: a, indicators: {{{figures}}}}}, {{plan: b, indicators: {{{figures}}}}}]}}"
    )

    said = markdown(Report.ASSIGNED, plan)

    assert "| TT | Chỉ tiêu | a | b | Cộng đã giao | Mức của kế hoạch | Còn lại chưa giao |" in said
    assert "| 9 | Chỉ tiêu I8 | 2 | 2 | 4 | 9 | 5 |" in said


def test_many_targets_of_many_units_make_several_tables() -> None:
    ids, units = [f"I{n}" for n in range(10)], [f"xa-{n}" for n in range(9)]
    indicators = "".join(f"    - {{id: {name}, name: {name}}}\n" for name in ids)
    figures = ", ".join(f"{name}: 2" for name in ids)
    handed = ", ".join(f"{{plan: {unit}, indicators: {{{figures}}}}}" for unit in units)

    said = markdown(Report.ASSIGNED, small(f"monitoring:\n  indicators:\n{indicators}coordination: {{assignments: [{handed}]}}"))

    assert lines_of(said, "### ") == ["### 1. Giao cho cấp dưới, năm 2026 (1/2)", "### 2. Giao cho cấp dưới, năm 2026 (2/2)"]
    assert [len(line.split("|")) - 4 for line in lines_of(said, "| 9 |")] == [8, 2]


def test_what_came_from_above_stands_beside_the_plans_own() -> None:
    plan = small("""
monitoring:
  indicators:
    - id: thu
      name: Thu ngân sách
      unit: triệu đồng
      targets: [{value: 1350, date: 2026}]
      assigned: {value: 1500, date: 2026, document: 512/QĐ-UBND}
coordination:
  dialogues: [{about: thu, proposed: 1350, date: 2025-12-20, outcome: pending}]
""")

    said = markdown(Report.ASSIGNED, plan)

    assert "| 1 | Thu ngân sách | triệu đồng | năm 2026 | 1.500 | 1.350 | -150 | 512/QĐ-UBND | Đề nghị 1.350, 20/12/2025, " in said


def _upper(assignments: str, period: str = "2026") -> Plan:
    return small(
        "monitoring:\n  indicators:\n"
        "    - {id: ngheo, name: Tỷ lệ nghèo, aggregation: weighted_mean, targets: [{value: 5, date: 2026}]}\n"
        "    - {id: km, name: Đường, aggregation: sum, targets: [{value: 10, date: 2026}, {value: 20, date: 2027}]}\n"
        f"coordination: {{assignments: [{assignments}]}}",
        period,
    )
