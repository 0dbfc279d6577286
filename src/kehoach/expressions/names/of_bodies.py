"""The worked-out names of bodies, funds and risks."""

from collections.abc import Mapping
from decimal import Decimal

from kehoach.expressions.facts import Facts
from kehoach.expressions.names.base import BALANCE, MONEY, Name
from kehoach.expressions.sorts import AMOUNT, NUMBER, YES_NO, list_of
from kehoach.language import Text
from kehoach.model.commitments import Commitment
from kehoach.model.risks import Risk
from kehoach.model.tasks import Task


def _risk_tasks(risk: Risk, facts: Facts) -> tuple[Task, ...]:
    return tuple(dict.fromkeys(facts.tasks[name] for name in risk.affects if name in facts.tasks))


_LEADS = ("tasks.*.owner", "tasks.*.co_owners.*.owner")

OWNER: Mapping[str, Name] = {
    "tasks": Name(
        list_of(Task),
        Text(vi="Các nhiệm vụ chủ trì hoặc cùng chủ trì", en="The tasks it leads, alone or with others"),
        lambda owner, facts: facts.led_by.get(owner.id, ()),
        _LEADS,
    ),
    "joined_tasks": Name(
        list_of(Task),
        Text(vi="Các nhiệm vụ tham gia dưới mọi hình thức", en="The tasks in which it takes part in any way"),
        lambda owner, facts: facts.joined_by.get(owner.id, ()),
        (*_LEADS, "tasks.*.partners", "tasks.*.supporters", "tasks.*.actions"),
    ),
    "commitments": Name(
        list_of(Commitment),
        Text(vi="Các cam kết của đơn vị", en="Its commitments"),
        lambda owner, facts: facts.commitments_by.get(owner.id, ()),
        ("commitments.*.by",),
    ),
}

FUND: Mapping[str, Name] = {
    "need": Name(
        AMOUNT,
        Text(vi="Nhu cầu vốn của các nhiệm vụ từ nguồn này", en="What the tasks take from it"),
        lambda fund, facts: facts.needs_on.get(fund.id, facts.nothing),
        MONEY,
    ),
    "over_limit": Name(
        YES_NO,
        Text(vi="Nhu cầu vượt mức trần", en="Whether more is taken than its limit"),
        lambda fund, facts: fund.id in facts.over_limit,
        BALANCE,
    ),
    "commitments": Name(
        list_of(Commitment),
        Text(vi="Các cam kết về nguồn này", en="The commitments of money from it"),
        lambda fund, facts: facts.commitments_on.get(fund.id, ()),
        ("commitments.*.fund",),
    ),
}

RISK: Mapping[str, Name] = {
    "score": Name(
        NUMBER,
        Text(vi="Khả năng × mức tác động; `none` nếu thiếu một", en="Likelihood × impact; `none` while one is missing"),
        lambda risk, _: None if risk.likelihood is None or risk.impact is None else Decimal(risk.likelihood * risk.impact),
        (".likelihood", ".impact"),
    ),
    "tasks": Name(
        list_of(Task),
        Text(vi="Các nhiệm vụ bị ảnh hưởng, kể cả qua hành động", en="The tasks it affects, themselves or by their actions"),
        _risk_tasks,
        (".affects",),
    ),
}
