"""OWN003: a body that leads a task and is its partner too."""

from collections.abc import Iterator

from kehoach.analysis.works import Work, works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each leading body among the partners written beside it; an action inherits its lead."""
    for work, task in works(plan):
        led = work if work.owner or work.co_owners else task
        if work.partners and (led.owner in work.partners or led.co_owners):
            yield from _doubled(work, led)


def _doubled(partnered: Work, led: Work) -> Iterator[Finding]:
    leading = {sharer.owner: sharer.at("owner") for sharer in led.co_owners if sharer.owner}
    if led.owner:
        leading[led.owner] = led.at("owner")
    for index, partner in enumerate(partnered.partners):
        if partner in leading:
            yield Finding(
                path=partnered.at("partners", index),
                values={"owner": partner, "id": partnered.id},
                related=(Related(leading[partner], _LEADS, {"owner": partner}),),
                subject=partnered.id,
            )


_LEADS = Text(vi="{owner} chủ trì ở đây", en="{owner} leads here")

RULE = Rule(
    code="OWN003",
    name="owner-also-partner",
    nature=WRONG,
    severities=WARNING,
    message=Text(vi="{owner} vừa chủ trì vừa phối hợp trong {id}", en="{owner} both leads {id} and is its partner"),
    why=Text(
        vi="Đơn vị chủ trì không thể phối hợp với chính mình; thường là chép nhầm tên của một đơn vị khác.",
        en="A body cannot be its own partner; most often another one was meant.",
    ),
    fix=Text(
        vi="Bỏ {owner} khỏi `partners`, hoặc ghi đúng đơn vị phối hợp.",
        en="Take {owner} out of `partners`, or name the partner that was meant.",
    ),
    source="S0-2",
    check=check,
)
