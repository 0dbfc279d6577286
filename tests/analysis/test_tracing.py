"""Trees of results chains: complete, finite, with what is broken marked."""

from collections.abc import Iterator, Sequence

from kehoach.analysis.extracting import extract
from kehoach.analysis.tracing.base import Atlas, Branch, Mark
from kehoach.analysis.tracing.trace import Trace, known, of_thing, whole
from kehoach.language import Language, say
from kehoach.model.plan import Plan
from kehoach.model.portfolio import Portfolio
from kehoach.model.vocabulary import Stage
from kehoach.reading.loading import load

UPPER = """objectives:
  - {id: O1, statement: Chung, level: general}
  - {id: O1.1, statement: Một, parent: O1}
resources: {funds: [{id: F, name: Quỹ}, {id: G, name: Không ai dùng}]}
coordination:
  assignments: [{plan: xa, indicators: {I: 9}, funds: {F: 4 đồng}}]
  proposals: [{about: "xa#Y", task: T0, decision: taken}]
tasks: [{id: T0, title: Việc tỉnh, serves: [O1.1]}]
monitoring: {indicators: [{id: I, name: Đường, unit: km, objectives: [O1.1], targets: [{value: 9}]}]}
"""
LOWER = """parent: tinh
objectives:
  - {id: O1, statement: Xã, supports: ["tinh#O1.1"]}
  - {id: O2, statement: Không gắn}
outputs: [{id: P, title: Đầu ra, objective: O1}, {id: Q, title: Lạc}]
owners: [{id: B, name: Phòng}]
tasks:
  - {id: T1, title: Việc, serves: [P], owner: B, needs: [{fund: F, amount: 5}], actions: [{id: A, title: Phần}]}
  - {id: T2, title: Mồ côi}
resources: {funds: [{id: F, name: Quỹ tỉnh, from_plan: "tinh#F"}]}
risks: [{id: R, description: Mưa, affects: [T1]}]
commitments: [{id: C, by: [B], tasks: [T1]}]
coordination: {requests: [{id: Y, what: Xin}]}
monitoring: {indicators: [{id: D, name: Đường xã, same_as: ["tinh#I"], objectives: [O1]}, {id: E, name: Lạc}]}
"""


def atlas_of(**bodies: str) -> tuple[Atlas, dict[str, Plan]]:
    plans, cards = {}, []
    for name, body in bodies.items():
        level = "province" if name == "tinh" else "commune"
        head = (
            f"kehoach: plan/1\nid: {name}\ntitle: K\nkind: annual\nlocality: {{name: {name}, level: {level}}}\nperiod: 2026\nunit: đồng\n"
        )
        loaded = load((head + body).encode(), f"{name}.yaml")
        assert loaded.built is not None
        plans[name] = loaded.built.node
        cards.append(extract(loaded.built, loaded.document, Stage.DRAFT, (), quote=False))
    return Atlas(Portfolio(extracts=tuple(cards), is_whole=True), plans.get), plans


def found(plan: str, thing: str = "", most: int | None = None, **bodies: str) -> Trace:
    atlas, plans = atlas_of(**(bodies or {"tinh": UPPER, "xa": LOWER}))
    result = of_thing(plans[plan], thing, atlas, most) if thing else whole(plans[plan], atlas, most)
    assert result is not None
    return result


def paths(branches: Sequence[Branch | None], above: str = "") -> Iterator[str]:
    for branch in branches:
        if branch is not None:
            name = f"{above}/{branch.plan}#{branch.id}".lstrip("/")
            yield name
            yield from paths(branch.below, name)


def marks(branches: Sequence[Branch | None]) -> dict[str, set[Mark]]:
    marked: dict[str, set[Mark]] = {}
    for branch in branches:
        if branch is not None:
            for name, own in ((f"{branch.plan}#{branch.id}", set(branch.marks)), *marks(branch.below).items()):
                marked.setdefault(name, set()).update(own)
    return marked


def test_down_from_an_upper_objective_to_the_money_of_a_lower_plan() -> None:
    down = found("tinh", "O1").down

    assert "tinh#O1/tinh#O1.1/xa#O1/xa#P/xa#T1/xa#F" in set(paths([down]))
    assert "tinh#O1/tinh#O1.1/tinh#I" in set(paths([down]))


def test_up_from_the_money_of_an_upper_plan_to_its_own_objective() -> None:
    assert "tinh#F/xa#F/xa#T1/xa#P/xa#O1/tinh#O1.1/tinh#O1" in set(paths([found("tinh", "F").up]))


def test_each_direction_has_nothing_of_the_other() -> None:
    task = found("xa", "T1")

    assert set(paths([task.down])) == {"xa#T1", "xa#T1/xa#F"}
    assert set(paths([task.up])) == {
        "xa#T1",
        "xa#T1/xa#P",
        "xa#T1/xa#P/xa#O1",
        "xa#T1/xa#P/xa#O1/xa#D",
        "xa#T1/xa#P/xa#O1/tinh#O1.1",
        "xa#T1/xa#P/xa#O1/tinh#O1.1/tinh#I",
        "xa#T1/xa#P/xa#O1/tinh#O1.1/tinh#O1",
    }


def test_an_indicator_leads_to_the_same_one_above_and_below_with_what_is_handed_down() -> None:
    down = found("tinh", "I").down
    assert down is not None
    (lower,) = down.below

    assert (lower.plan, lower.id) == ("xa", "D")
    assert say(lower.handed, Language.EN) == "9 km"  # in the unit of the plan that hands it down
    assert "xa#D/tinh#I/tinh#O1.1" in set(paths([found("xa", "D").up]))


def test_what_stands_beside_the_chain_leads_to_its_tasks() -> None:
    for thing in ("B", "R", "C"):
        assert f"xa#{thing}/xa#T1/xa#P/xa#O1" in set(paths([found("xa", thing).up]))
    assert "xa#Y/tinh#T0/tinh#O1.1" in set(paths([found("xa", "Y").up]))
    assert "xa#A/xa#T1/xa#P" in set(paths([found("xa", "A").up]))


def test_every_known_id_has_a_tree() -> None:
    atlas, plans = atlas_of(tinh=UPPER, xa=LOWER)

    assert all(of_thing(plan, name, atlas, None) is not None for plan in plans.values() for name in known(plan))


def test_breaks_of_the_chain_are_marked() -> None:
    lower = found("xa")

    assert {name: own for name, own in marks((*lower.tops, *lower.orphans)).items() if own} == {
        "xa#O2": {Mark.NO_TASK, Mark.NO_INDICATOR, Mark.NOTHING_ABOVE},
        "xa#Q": {Mark.NO_TASK, Mark.NO_OBJECTIVE},
        "xa#T2": {Mark.NO_OBJECTIVE},
        "xa#E": {Mark.NO_OBJECTIVE},
        "xa#F": {Mark.OVER},
    }
    assert [(orphan.id, orphan.marks) for orphan in found("tinh").orphans] == [("G", (Mark.UNUSED,))]


def test_missing_plans_and_things_are_marked() -> None:
    body = "parent: tinh\nobjectives: [{id: O, statement: X, supports: ['tinh#O1.9', 'khac#O1']}]\n"

    marked = marks([found("xa", "O", tinh=UPPER, xa=body).up])

    assert marked["tinh#O1.9"] == marked["khac#O1"] == {Mark.NOT_THERE}


def test_circles_end() -> None:
    body = "objectives: [{id: A, statement: X, parent: B}, {id: B, statement: X, parent: A}, {id: C, statement: X}]\n"
    across = "objectives: [{{id: O, statement: X, supports: ['{}#O']}}]\n"

    assert {name.rpartition("#")[2] for name in paths(found("xa", xa=body).tops)} == {"A", "B", "C"}
    assert list(paths([found("a", "O", a=across.format("b"), b=across.format("a")).up])) == ["a#O", "a#O/b#O", "a#O/b#O/a#O"]


def test_deep_chains_and_diamonds_are_cut() -> None:
    deep = "\n".join(f"  - {{id: O{i}, statement: X, parent: O{i - 1}}}" for i in range(1, 1000))
    wide = "\n".join(f"  - {{id: T{i}, title: X, serves: [P{i}, Q{i}]}}" for i in range(200))
    outputs = "\n".join(f"  - {{id: {kind}{i}, title: X, objective: O}}" for i in range(200) for kind in "PQ")

    tree = list(paths(found("xa", xa=f"objectives:\n  - {{id: O0, statement: X}}\n{deep}\n").tops))
    diamond = list(paths(found("xa", xa=f"objectives: [{{id: O, statement: X}}]\noutputs:\n{outputs}\ntasks:\n{wide}\n").tops))

    assert len(tree) < 100
    assert len(diamond) == 1 + 2 * 200 + 2 * 200


def test_things_of_many_plans_are_counted_rather_than_shown() -> None:
    lowers = {f"xa{i}": "parent: tinh\nobjectives: [{id: O, statement: X, supports: ['tinh#O1.1']}]\n" for i in range(30)}

    few, every = (found("tinh", "O1.1", most, tinh=UPPER, **lowers).down for most in (10, None))

    assert few is not None
    assert every is not None
    assert (len(few.below), few.more, len(every.below), every.more) == (12, 20, 32, 0)
