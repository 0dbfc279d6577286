"""References to what could not be read, or was named otherwise: one cause, one finding."""

from datetime import date

from kehoach.checking import Request, check

REQUEST = Request(today=date(2026, 6, 30), select=("YML", "REF"))
HEAD = "kehoach: plan/1\nid: x\ntitle: Kế hoạch\nkind: action\nlocality: {name: Xã Mẫu, level: commune}\nperiod: 2026\n"
TASKS = """tasks:
  - {id: T1, title: Một, owner: hoi-nong-dan}
  - {id: T2, title: Hai, owner: hoi-nong-dan, partners: [hoi-phu-nu]}
"""


def found(owners: str) -> list[tuple[str, str]]:
    return [(d.code, d.pointer) for d in check(f"{HEAD}{TASKS}{owners}".encode(), "plan.yaml", REQUEST).diagnostics]


def test_id_misspelt_where_it_is_defined_is_said_once() -> None:
    owners = "owners:\n  - {id: hoi-nong-dam, name: Một}\n  - {id: hoi-phu-nu, name: Hai}\n"

    assert found(owners) == [("REF001", "/tasks/0/owner")]


def test_id_misspelt_where_it_is_named_is_said_each_time() -> None:
    owners = "owners:\n  - {id: hoi-nong-dam, name: Một, predecessors: [hoi-nong-dam]}\n  - {id: hoi-phu-nu, name: Hai}\n"

    assert found(owners) == [("REF001", "/tasks/0/owner"), ("REF001", "/tasks/1/owner")]


def test_unreadable_id_is_said_where_it_stands_only() -> None:
    assert found("owners:\n  - {id: hoi nong dan, name: Một}\n  - {id: hoi-phu-nu, name: Hai}\n") == [("YML013", "/owners/0/id")]
    assert found("owners:\n  - {id: '?!', name: Một}\n  - {id: hoi-phu-nu, name: Hai}\n") == [("YML013", "/owners/0/id")]
    assert found("owners:\n  - {id: a b, name: Một}\n  - {id: hoi-phu-nu, name: Hai}\n") == [("YML013", "/owners/0/id")]


def test_unreadable_id_hides_no_other_reference_to_nothing() -> None:
    assert found("owners:\n  - {id: hoi nong dan, name: Một}\n") == [("REF001", "/tasks/1/partners/0"), ("YML013", "/owners/0/id")]


def test_section_that_cannot_be_read_is_said_once() -> None:
    assert found("owners: Hội Nông dân\n") == [("YML012", "/owners")]
    assert found("owners: !x\n  - {id: hoi-nong-dan, name: Một}\n  - {id: hoi-phu-nu, name: Hai}\n") == [("YML003", "/owners")]


def test_quoted_merge_sign_is_a_key_like_any_other() -> None:
    owners = "owners:\n  - {id: hoi-nong-dan, name: Một, '<<': x}\n  - {id: hoi-phu-nu, name: Hai}\n"

    assert found(owners) == [("YML010", "/owners/0/<<")]


def test_one_list_may_name_nothing_several_times_over() -> None:
    plan = f"{HEAD}tasks:\n  - {{id: T1, title: Một, after: [T8, T9, T9]}}\n"

    diagnostics = check(plan.encode(), "plan.yaml", REQUEST).diagnostics

    assert {(d.code, d.pointer) for d in diagnostics} >= {("REF001", "/tasks/0/after/0"), ("REF001", "/tasks/0/after/1")}
