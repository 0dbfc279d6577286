"""MON010: an indicator in another unit than the shared register says."""

from collections.abc import Iterator

from kehoach.analysis.measures import factor
from kehoach.language import Text
from kehoach.model.portfolio import Family
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule, Scope
from kehoach.rules.between import at


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each unit that cannot be turned into that of the register."""
    registers = family.portfolio.registers
    for lower in family.lowers if registers else ():
        for indicator in lower.has.linked:
            entry = registers.get(indicator.register.to) if indicator.register is not None else None
            if entry is None or factor(indicator.unit, entry.unit) is not None:
                continue
            values = {"id": indicator.id, "unit": indicator.unit, "entry": entry.id, "register_unit": entry.unit}
            related = (Related(entry.spot.path, _ENTRY, values, entry.file, entry.spot),)
            yield at(lower.card, indicator.unit_spot, values, related, subject=indicator.id)


_ENTRY = Text(vi="danh mục: {entry} tính bằng {register_unit}", en="the register: {entry} is measured in {register_unit}")

RULE = Rule(
    code="MON010",
    name="unit-differs-from-register",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="chỉ tiêu {id} tính bằng {unit}, danh mục dùng chung tính {entry} bằng {register_unit}",
        en="the indicator {id} is measured in {unit}, the shared register measures {entry} in {register_unit}",
    ),
    why=Text(
        vi="Danh mục dùng chung để số liệu của các địa phương cộng và so sánh được với nhau.",
        en="The register is there so that the figures of all localities can be added and compared.",
    ),
    fix=Text(vi="Tính bằng {register_unit}, hoặc bỏ `register`.", en="Measure it in {register_unit}, or remove `register`."),
    source="S1-4",
    scope=Scope.FAMILY,
    check=check,
)
