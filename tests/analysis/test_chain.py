from kehoach.analysis.chain import Chain, results_chain
from kehoach.model.plan import Plan
from kehoach.reading.loading import load

HEAD = """kehoach: plan/1
id: ke-hoach
title: Kế hoạch xã Bắc Hà
kind: annual
locality: {name: Xã Bắc Hà, level: commune}
period: 2026
"""
BODY = """objectives:
  - {id: O1, statement: Chung, level: general}
  - {id: O1.1, statement: Một, parent: O1}
  - {id: O1.2, statement: Hai, parent: O1}
outputs:
  - {id: P1, title: Đầu ra, objective: O1.1}
tasks:
  - {id: T1, title: Một, serves: [P1, O1.1]}
  - id: T2
    title: Hai
    actions:
      - {id: T2.1, title: Con, serves: [ke-hoach#O1.2]}
monitoring:
  indicators:
    - {id: I1, name: Chỉ tiêu, objectives: [O1.2]}
"""


def read(body: str) -> tuple[Plan, Chain]:
    built = load((HEAD + body).encode(), "plan.yaml").built
    assert built is not None
    return built.node, results_chain(built.node)


def test_down_through_outputs_and_objectives() -> None:
    _, chain = read(BODY)

    assert [task.id for task in chain.tasks_for("O1.1")] == ["T1"]
    assert [task.id for task in chain.tasks_for("O1")] == ["T1", "T2"]
    assert [indicator.id for indicator in chain.indicators_for("O1")] == ["I1"]
    assert [objective.id for objective in chain.leaves()] == ["O1.1", "O1.2"]


def test_up_from_tasks_and_their_actions() -> None:
    plan, chain = read(BODY)

    assert [[objective.id for objective in chain.objectives_of(task)] for task in plan.tasks] == [["O1.1", "O1"], ["O1.2", "O1"]]


def test_a_circle_of_objectives_ends() -> None:
    plan, chain = read("""objectives:
  - {id: A, statement: Một, parent: B}
  - {id: B, statement: Hai, parent: A}
tasks:
  - {id: T1, title: Một, serves: [A]}
""")

    assert [task.id for task in chain.tasks_for("B")] == ["T1"]
    assert [objective.id for objective in chain.objectives_of(plan.tasks[0])] == ["A", "B"]
    assert list(chain.leaves()) == []
