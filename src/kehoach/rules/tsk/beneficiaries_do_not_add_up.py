"""TSK006: more women than people, more poor households than households."""

from collections.abc import Iterator

from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Beneficiaries
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each part that is larger than its whole."""
    for work, _task in works(plan):
        if work.beneficiaries is not None:
            for finding in _too_large(work.beneficiaries):
                yield finding._replace(subject=work.id)


def _too_large(counted: Beneficiaries) -> Iterator[Finding]:
    for part, whole in _WHOLES.items():
        few, most = getattr(counted, part), getattr(counted, whole)
        if few is not None and most is not None and few > most:
            yield Finding(
                path=counted.at(part),
                values={"part": _CALLED[part], "few": few, "whole": _CALLED[whole], "most": most},
                related=(Related(counted.at(whole), _WHOLE, {"whole": _CALLED[whole], "most": most}),),
            )


_WHOLES = {"women": "people", "children": "people", "ethnic_minority": "people", "poor_households": "households"}
_CALLED = {
    "people": Text(vi="người", en="people"),
    "women": Text(vi="phụ nữ", en="women"),
    "children": Text(vi="trẻ em", en="children"),
    "ethnic_minority": Text(vi="người dân tộc thiểu số", en="people of ethnic minorities"),
    "households": Text(vi="hộ", en="households"),
    "poor_households": Text(vi="hộ nghèo", en="poor households"),
}
_WHOLE = Text(vi="tất cả là {most} {whole}", en="{most} {whole} in all")

RULE = Rule(
    code="TSK006",
    name="beneficiaries-do-not-add-up",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="có {few} {part} trong khi tất cả chỉ có {most} {whole}",
        en="there are {few} {part}, but only {most} {whole} in all",
    ),
    why=Text(vi="Một phần không thể lớn hơn tổng thể của nó.", en="A part cannot be larger than its whole."),
    fix=Text(vi="Kiểm tra lại hai con số trong `beneficiaries`.", en="Check the two figures in `beneficiaries`."),
    source="S1-2",
    check=check,
)
