"""The parts of a generated plan before its outputs and after its resources."""

from typing import TYPE_CHECKING

from links import tenths
from monitoring import monitoring
from phrases import FUNDS, MEASURES, OBJECTIVES, OWNERS, RISKS

if TYPE_CHECKING:
    from writing import Plan


def opening(plan: "Plan") -> None:
    """Write the head, the situation, the vision and the objectives."""
    place = plan.place
    plan.write(
        "# Kế hoạch được sinh tự động để đo tốc độ: tên, số liệu và văn bản đều không có thật.",
        "kehoach: plan/1",
        f"id: {place.id}",
        f"title: Kế hoạch phát triển kinh tế - xã hội {place.name} năm 2026",
        "kind: annual",
        "language: vi",
        "locality:",
        f"  name: {place.name}",
        f"  level: {place.level}",
        f'  code: "{place.old_code or place.code}"',
        *([f"  within: {place.within}"] if place.within else ()),
        "period: 2026",
        *([f"parent: {place.parent}"] if place.parent else ()),
        "stage: approved",
        "unit: triệu đồng",
        "document:",
        f"  issuing_body: Ủy ban nhân dân {place.name}",
        f"  number: {plan.random.randint(1, 90):02}",
        "  symbol: KH-UBND",
        f"  place: {place.name}",
        "  date: 2026-01-05",
        "  signatory: {authority: TM. ỦY BAN NHÂN DÂN, role: CHỦ TỊCH}",
        "  recipients:",
        "    - Thường trực Hội đồng nhân dân",
        "    - Các phòng, đơn vị trực thuộc",
        "    - Các thôn",
        "legal_basis:",
        "  - text: Luật Tổ chức chính quyền địa phương",
        "    number: 72/2025/QH15",
        "    body: Quốc hội",
        "    date: 2025-06-16",
        "  - text: Luật Ngân sách nhà nước",
        "    number: 89/2025/QH15",
        "    body: Quốc hội",
        "    date: 2025-06-25",
        "",
    )
    _situation(plan)
    plan.write("vision:", f"  statement: {place.name} là vùng quê thanh bình, người dân ấm no, trẻ em được học hành và lớn lên khỏe mạnh.")
    plan.write("  horizon: 2045", "objectives:")
    plan.write("  - id: O1", "    statement: Nâng cao đời sống và thu nhập của người dân một cách bền vững, không để ai bị bỏ lại phía sau")
    plan.write("    level: general", "    domain: social", "    horizon: medium", "    priority: 1")
    for number, (statement, domain) in enumerate(OBJECTIVES, 1):
        plan.write(f"  - id: O1.{number}", f"    statement: {statement}", "    level: specific", "    parent: O1", f"    domain: {domain}")
        plan.write("    horizon: short", f"    priority: {number}")
        plan.write(*plan.links.supports(number))


def _situation(plan: "Plan") -> None:
    random = plan.random
    plan.write(
        "situation:",
        f"  overview: {plan.place.name} có {len(plan.villages)} thôn. Phần lớn hộ làm nông, lâm nghiệp, hạ tầng được đầu tư từng bước.",
        "  potentials:",
        "    - Đất đồi tầng dày, khí hậu hợp với cây công nghiệp và cây dược liệu",
        "    - Hợp tác xã đã có xưởng sơ chế và đầu mối tiêu thụ",
        "  state:",
        "    - field: Kinh tế",
        "      text: Sản xuất hàng hóa tăng đều nhưng mới một phần được chứng nhận. Phần lớn nông sản bán thô cho thương lái.",
        "    - field: Văn hóa - xã hội",
        "      text: Tỷ lệ hộ nghèo giảm đều. Trẻ em suy dinh dưỡng thấp còi còn nhiều ở các thôn xa trung tâm.",
        "  factors: [Giá nông sản phụ thuộc thị trường xuất khẩu, Mưa lớn và sạt lở từ tháng 6 đến tháng 9]",
        "  previous_period:",
        "    results:",
    )
    for measure in MEASURES[:8]:
        planned = random.randint(*measure.start)
        plan.write(f"      - {{indicator: {measure.id}, planned: {tenths(planned)}, actual: {tenths(planned - random.randint(-9, 9))}}}")
    plan.write(
        "    achievements: [Thu ngân sách và giảm nghèo vượt kế hoạch năm 2025]",
        "    limitations:",
        "      - text: Đường thôn cứng hóa chậm so với kế hoạch",
        "        causes: [Mưa lũ kéo dài làm gián đoạn thi công]",
        "    lessons: [Bàn với thôn trước khi chọn công trình thì việc góp ngày công thuận lợi hơn]",
        "  strengths: [Cộng đồng đồng thuận và sẵn sàng góp ngày công]",
        "  weaknesses: [Sản xuất còn manh mún và ít chế biến]",
        "  opportunities: [Nhu cầu nông sản hữu cơ đang tăng]",
        "  threats: [Thiên tai ngày càng thất thường]",
        "  comparisons:",
    )
    for kind, other in (("past", "Cùng kỳ năm trước"), ("locality", "Xã bên cạnh")):
        for measure in MEASURES[:3]:
            ours = random.randint(*measure.start)
            plan.write(f"    - indicator: {measure.id}", f"      kind: {kind}", f"      with: {other}", "      period: 2025")
            plan.write(f"      ours: {tenths(ours)}", f"      theirs: {tenths(ours + random.randint(-15, 15))}")
    plan.write("  forecasts:")
    for measure in MEASURES[:8]:
        value = random.randint(*measure.start)
        series = ", ".join(f"{year}: {tenths(value - 7 * (2025 - year))}" for year in range(2021, 2026))
        plan.write(f"    - {{indicator: {measure.id}, method: expert, series: {{{series}}}, values: {{2026: {tenths(value + 7)}}}}}")


def closing(plan: "Plan") -> None:
    """Write the time frame and all that follows it."""
    plan.write("", "timelines:", "  phases:")
    plan.write("    - {id: D1, title: Nửa đầu năm, start: 2026-01-05, end: 2026-06-30}")
    plan.write("    - {id: D2, title: Nửa cuối năm, start: 2026-07-01, end: 2026-12-31}", "  milestones:")
    plan.write("    - {id: M1, title: Sơ kết sáu tháng, date: 2026-07-15}")
    plan.write("    - {id: M2, title: Tổng kết năm, date: 2026-12-28, after: [T1, T2, T3]}", "")
    _risks(plan)
    _commitments(plan)
    _coordination(plan)
    monitoring(plan)
    _process(plan)


def _risks(plan: "Plan") -> None:
    random = plan.random
    plan.write("risks:")
    costliest = sorted(range(1, plan.tasks + 1), key=lambda task: -plan.costs[task - 1])[: plan.tasks // 5]
    for number in range(1, max(3, plan.tasks // 9) + 1):
        text, category, owner, prevention, contingency = RISKS[number % len(RISKS)]
        affected = sorted({*costliest[number - 1 :: max(3, plan.tasks // 9)], *random.sample(range(1, plan.tasks + 1), 2)})
        least = random.randint(0, 10)
        plan.write(
            f"  - id: R{number}",
            f"    description: {text.format(place=f'Thôn {plan.villages[number % len(plan.villages)]}')}",
            f"    category: {category}",
            f"    affects: [{', '.join(f'T{task}' for task in affected)}]",
            f"    likelihood: {random.randint(1, 4)}",
            f"    impact: {random.randint(1, 5)}",
            f"    delay_days: [{least}, {least + random.randint(1, 9)}, {least + random.randint(10, 40)}]",
            f"    prevention: {prevention}",
            f"    contingency: {contingency}",
            f"    owner: {owner}",
            "    review: quarterly",
        )
    plan.write("gaps:", "  - id: G1", "    description: Chưa có số liệu tách theo giới tính của lớp dạy nghề", "    owner: phong-vhxh")
    plan.write("    due: 2025-12-15", "    closed: 2025-12-12")


def _commitments(plan: "Plan") -> None:
    plan.write("", "commitments:")
    number = 0
    villages = [f"thon-{index}" for index in range(1, len(plan.villages) + 1)]
    parties = [owner[0] for owner in OWNERS]
    for group in (*(parties[start : start + 4] for start in range(0, len(parties), 4)), villages):
        number += 1
        _commitment(plan, number, ", ".join(group), "Thực hiện phần việc được giao đúng thời hạn và báo cáo đầy đủ", ["all: true"])
    for fund, *_, guarantor in FUNDS:
        number += 1
        amount = plan.limit(fund)
        promise = ["all: true", f"fund: {fund}", f"amount: {amount}", "year: 2026"]
        _commitment(plan, number, guarantor, "Bảo đảm đủ vốn theo mức đã thống nhất", promise)
    labour = ["all: true", "in_kind: ngay-cong", f"quantity: {max(plan.labour, 100)}", "year: 2026"]
    _commitment(plan, number + 1, ", ".join(villages), "Góp ngày công theo mức hộ dân đã thống nhất", labour)


def _commitment(plan: "Plan", number: int, by: str, statement: str, more: list[str]) -> None:
    plan.write(f"  - id: C{number}", f"    by: [{by}]", *(f"    {line}" for line in more), f"    statement: {statement}")
    plan.write("    status: confirmed", f"    date: 2025-12-{10 + number % 19}", "    evidence: van-ban/cam-ket.txt")


def _coordination(plan: "Plan") -> None:
    everybody = ", ".join(owner[0] for owner in OWNERS)
    plan.write(
        "",
        "coordination:",
        "  lead: ubnd-xa",
        "  body:",
        f"    name: Ban điều hành thực hiện kế hoạch năm 2026 {plan.place.name}",
        "    decision: Quyết định 02/QĐ-UBND ngày 05/01/2026",
        "    members: [ubnd-xa, hdnd-xa, vp-xa, phong-kinh-te, phong-vhxh, ub-mttq]",
        "  meetings:",
        "    - title: Họp giao ban kế hoạch",
        "      frequency: monthly",
        "      chair: ubnd-xa",
        f"      participants: [{everybody}]",
        "  information:",
        "    - what: Tiến độ, vướng mắc và số vốn đã giải ngân của từng nhiệm vụ",
        "      by: phong-kinh-te",
        "      to: vp-xa",
        "      frequency: monthly",
        "      channel: Bảng theo dõi dùng chung",
        "  escalation:",
        "    - when: Nhiệm vụ chậm quá 15 ngày hoặc vượt kinh phí",
        "      to: ubnd-xa",
        "      within_days: 5",
        "  proposals:",
    )
    for number in range(1, max(2, plan.tasks // 20) + 1):
        plan.write(
            f"    - by: thon-{1 + number % len(plan.villages)}",
            "      what: Thôn đề nghị làm đường vào khu sản xuất và sửa mương đầu nguồn",
            "      decision: taken",
            f"      task: T{number}",
            "      reason: Tuyến đường phục vụ nhiều hộ nghèo và vùng nguyên liệu",
        )
    plan.write(*plan.links.answers(), *plan.links.coordination(plan.goals))


def _process(plan: "Plan") -> None:
    people = plan.random.randint(60, 160)
    plan.write(
        "",
        "process:",
        "  follows: [action-plan, lao-cai]",
        "  group:",
        "    lead: ubnd-xa",
        "    members: [ubnd-xa, vp-xa, phong-kinh-te, ub-mttq]",
        "    decision: Quyết định 14/QĐ-UBND ngày 04/07/2025",
        "  consultations:",
        "    - id: V1",
        "      date: 2025-07-28",
        "      place: Nhà văn hóa thôn",
        "      with: community",
        f"      people: {people}",
        f"      women: {people // 2}",
        f"      ethnic_minority: {people // 3}",
        f"      poor_households: {people // 8}",
        "      contributions: [Góp ngày công, Hiến đất làm đường]",
        "      opinions: [Ưu tiên đường vào khu sản xuất, Công khai mức đóng góp trước khi làm]",
        "      agreed: true",
        "      evidence: van-ban/bien-ban-hop-thon.txt",
        "  approvals:",
        "    - by: hdnd-xa",
        "      number: 21/NQ-HĐND",
        "      date: 2025-12-18",
        "      file: van-ban/nghi-quyet.txt",
        "  disclosure:",
        "    - date: 2026-01-08",
        "      where: Bảng tin và trang thông tin điện tử",
    )
