"""COM005: a commitment below what the tasks take from it."""

from collections.abc import Iterator

from kehoach.analysis.pledges import shortfalls
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each shortfall at the first of its commitments, with the tasks that take most."""
    for found in shortfalls(plan):
        first, *others = found.commitments
        yield Finding(
            path=first.at("quantity" if first.fund is None else "amount"),
            values={
                "ids": tuple(commitment.id for commitment in found.commitments),
                "source": found.source,
                "committed": found.committed,
                "need": found.need,
                "short": found.short,
            },
            related=(
                *(Related(commitment.path, _ALSO, {"id": commitment.id}) for commitment in others[:_MOST]),
                *(Related(path, _TAKES, {"id": name, "amount": amount}) for path, name, amount in found.parts[:_MOST]),
            ),
            subject=first.id,
        )


_MOST = 3
_ALSO = Text(vi="{id} cũng được tính", en="{id} is counted too")
_TAKES = Text(vi="{id} cần {amount}", en="{id} takes {amount}")

RULE = Rule(
    code="COM005",
    name="commitment-less-than-need",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="cam kết {ids} chỉ có {committed} của {source} trong khi các nhiệm vụ cần {need}, thiếu {short}",
        en="the commitments {ids} give {committed} of {source} and the tasks take {need}: {short} short",
    ),
    why=Text(
        vi="Phần vượt quá cam kết là phần không ai hứa; nhiệm vụ sẽ thiếu đúng chừng đó.",
        en="What goes beyond the commitment nobody has promised; the tasks will lack just that.",
    ),
    fix=Text(
        vi="Đề nghị bên cam kết nâng mức, hoặc giảm nhu cầu, hoặc thêm cam kết của bên khác.",
        en="Ask the party for more, take less, or add a commitment of another party.",
    ),
    source="S0-6",
    reads=(
        "unit",
        "period",
        "resources.rates",
        "tasks.*.needs.*.year",
        "tasks.*.actions.*.needs.*.year",
        "commitments.*.fund",
        "commitments.*.in_kind",
        "commitments.*.tasks",
        "commitments.*.all",
        "commitments.*.year",
        "commitments.*.amount",
        "commitments.*.quantity",
    ),
    check=check,
)
