"""Plans for expressions to look at."""

from kehoach.expressions.expression import compile_expression
from kehoach.expressions.sorts import Value
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.reading.loading import load

HEAD = """\
kehoach: plan/1
id: xa-mau
title: Kế hoạch mẫu
kind: annual
locality: {name: Xã Mẫu, level: commune}
period: 2026-2027
unit: triệu đồng
"""

SAMPLE = f"""{HEAD}
situation:
  strengths: [Đất tốt]
  weaknesses: [Thiếu nước]
  opportunities: [Đường mới]
  threats: [Bão]
  comparisons:
    - {{kind: past, period: 2025}}
  forecasts:
    - {{indicator: I1, method: expert, values: {{2026: 14}}}}
objectives:
  - {{id: O1, statement: Giảm nghèo, level: general}}
  - {{id: O2, statement: Tăng thu nhập, level: specific, parent: O1, priority: 1}}
outputs:
  - {{id: P1, title: Vườn cà phê, objective: O2}}
tasks:
  - id: T1
    title: Trồng cà phê
    serves: [P1]
    owner: ubnd
    partners: [hoi]
    start: 2026-Q1
    end: 2027-06-30
    priority: high
    milestones:
      - {{date: 2026-Q2}}
    needs:
      - {{fund: ns, amount: 4000, year: 2026}}
      - {{fund: ns, rate: 1 triệu đồng, quantity: 2000, year: 2027}}
    beneficiaries: {{people: 100, women: 60}}
  - id: T2
    title: Tập huấn
    serves: [O2]
    owner: hoi
    date: 2026-05
    within_regular_budget: true
  - {{id: T3, title: Chưa rõ}}
owners:
  - {{id: ubnd, name: UBND xã, type: government}}
  - {{id: hoi, name: Hội nông dân, type: mass_organisation}}
resources:
  funds:
    - {{id: ns, name: Ngân sách tỉnh, kind: provincial_budget, status: allocated, limits: {{2026: 4500, 2027: 2500}}}}
    - {{id: dan, name: Dân góp, status: expected}}
timelines:
  milestones:
    - {{id: M1, title: Sơ kết, date: 2027-01-15, after: [T1]}}
risks:
  - {{id: R1, description: Bão, affects: [T1], likelihood: 3, impact: 4}}
commitments:
  - {{id: C1, by: [hoi], tasks: [T1], status: confirmed}}
  - {{id: C2, by: [ubnd], all: true, fund: ns, status: promised}}
coordination:
  dialogues:
    - {{about: I1, proposed: 14}}
monitoring:
  indicators:
    - id: I1
      name: Tỷ lệ hộ nghèo
      key: true
      objectives: [O2]
      unit: "%"
      baseline: {{value: 18.4, date: 2025}}
      targets:
        - {{value: 14, date: 2026}}
        - {{value: "7,5 - 8,0", date: 2030}}
      source: Điều tra
      collector: ubnd
      frequency: annual
      form: Biểu 01
    - {{id: I2, name: Đường đạt chuẩn, targets: [{{value: Đạt chuẩn, date: 2027}}]}}
process:
  group: {{lead: Chủ tịch, members: [Kế toán, Văn phòng]}}
  steps:
    prepare: {{done: 2025-07-10}}
    awareness: {{not_applicable: Đã làm năm trước}}
  consultations:
    - {{id: V1, date: 2025-08, with: community, people: 120, women: 55, agreed: true}}
  conformity:
    - {{with: upper_strategy, holds: true}}
    - {{with: sector_plan, holds: false}}
"""


def plan_of(text: str) -> Plan:
    """Read a plan in which nothing is wrong."""
    loaded = load(text.encode(), "plan.yaml")
    assert loaded.built is not None
    assert loaded.complaints == ()
    return loaded.built.node


PLAN = plan_of(SAMPLE)


def value(text: str, plan: Plan = PLAN, **values: Node) -> Value:
    """Work an expression out."""
    return compile_expression(text, {name: type(node) for name, node in values.items()}).evaluate(values, plan)
