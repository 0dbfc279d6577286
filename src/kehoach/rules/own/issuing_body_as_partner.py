"""OWN004: the body that issues the plan as a partner in it."""

from collections.abc import Iterator

from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import NOTE, WRONG, Context, Finding, Rule
from kehoach.values.text import fold, fold_word


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task or action in which the issuing body is a partner."""
    issuing = fold(plan.document.issuing_body or "") if plan.document else ""
    if not issuing:
        return
    issuers = {owner.id for owner in plan.owners for name in (owner.name, *owner.aliases) if _is_folded(name, issuing)}
    if not issuers:
        return
    for work, _task in works(plan):
        if issuers.isdisjoint(work.partners):
            continue
        for index, partner in enumerate(work.partners):
            if partner in issuers:
                yield Finding(path=work.at("partners", index), values={"owner": partner, "id": work.id}, subject=work.id)


def _is_folded(name: str, folded: str) -> bool:
    """Tell whether a name is another one folded; its first letter nearly always tells that it is not."""
    return folded.startswith(fold_word(name[:1])) and fold(name) == folded


RULE = Rule(
    code="OWN004",
    name="issuing-body-as-partner",
    nature=WRONG,
    severities=NOTE,
    message=Text(
        vi="{owner} ban hành kế hoạch mà chỉ phối hợp trong {id}",
        en="{owner} issues the plan and is only a partner in {id}",
    ),
    why=Text(
        vi="Cơ quan ban hành giao việc cho các đơn vị; ghi là đơn vị phối hợp thì không rõ ai giao, ai nhận.",
        en="The issuing body assigns the work; as a partner it leaves open who assigns and who receives.",
    ),
    fix=Text(
        vi="Ghi phòng, ban trực tiếp phối hợp, hoặc để cơ quan ban hành chủ trì.",
        en="Name the office that takes part, or let the issuing body lead.",
    ),
    source="S0-2",
    reads=("document.issuing_body",),
    check=check,
)
