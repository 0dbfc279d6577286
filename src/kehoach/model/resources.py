"""The money and things a plan can count on."""

from collections.abc import Mapping
from decimal import Decimal

from kehoach.model.base import Node, elsewhere, identity, many, optional, prose, reference, references, required, table, word
from kehoach.model.money_vocabulary import ConstraintKind, FundKind, FundNature, FundStatus
from kehoach.model.things import FUND, IN_KIND, OWNER
from kehoach.values.dates import YEAR
from kehoach.values.money import AMOUNT, AMOUNT_LIMIT, Amount, AmountRange
from kehoach.values.numbers import NUMBER
from kehoach.values.plain import TEXT


class Fund(Node):
    """A source of money (S0, item 3; S1, principle 3)."""

    id: str = identity(FUND)
    name: str = required(TEXT, vi="Tên nguồn vốn", en="The name of the fund")
    kind: FundKind | None = word(FundKind, vi="Loại nguồn", en="Where the money comes from")
    nature: FundNature | None = word(FundNature, vi="Tính chất chi", en="The nature of the spending")
    status: FundStatus | None = word(FundStatus, vi="Mức chắc chắn", en="How sure it is")
    limits: Mapping[int, AmountRange] = table(YEAR, AMOUNT_LIMIT, vi="Mức trần theo năm", en="The limit by year")
    from_plan: str | None = elsewhere(vi="Nguồn vốn của kế hoạch cấp trên", en="The fund of the plan above")
    guaranteed_by: str | None = reference(OWNER, vi="Đơn vị bảo đảm", en="The body that guarantees it")
    basis: str | None = prose(vi="Căn cứ của con số", en="What the figure rests on")


class InKind(Node):
    """A contribution of labour, land or material."""

    id: str = identity(IN_KIND)
    name: str = required(TEXT, vi="Tên đóng góp", en="The name of the contribution")
    unit: str | None = prose(vi="Đơn vị tính", en="The unit")
    limits: Mapping[int, Decimal] = table(YEAR, NUMBER, vi="Khối lượng theo năm", en="The quantity by year")
    value_per_unit: Amount | None = optional(AMOUNT, vi="Giá trị một đơn vị", en="The value of one unit")
    contributors: tuple[str, ...] = references(OWNER, vi="Ai đóng góp", en="Who contributes")


class Constraint(Node):
    """A limit other than money (S0: policy, administration)."""

    kind: ConstraintKind | None = word(ConstraintKind, vi="Loại ràng buộc", en="The sort of limit")
    text: str = required(TEXT, vi="Nội dung", en="What it is")


class Resources(Node):
    """The resource forecast (S1, principle 3)."""

    funds: tuple[Fund, ...] = many(Fund, vi="Nguồn vốn", en="Funds")
    in_kind: tuple[InKind, ...] = many(InKind, vi="Đóng góp hiện vật, ngày công", en="Contributions in kind")
    rates: Mapping[str, Amount] = table(TEXT, AMOUNT, vi="Tỷ giá ra đồng", en="Exchange rates in đồng")
    totals: Mapping[int, Amount] = table(YEAR, AMOUNT, vi="Tổng theo năm như in trong nguồn", en="Totals by year as printed")
    constraints: tuple[Constraint, ...] = many(Constraint, vi="Ràng buộc khác", en="Other limits")
