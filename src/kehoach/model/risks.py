"""What may go wrong, and what the plan still lacks."""

from kehoach.model.base import Node, identity, optional, prose, reference, references, required, three_points, word
from kehoach.model.things import ACTION, GAP, OWNER, RISK, TASK
from kehoach.model.vocabulary import Frequency, RiskCategory
from kehoach.values.dates import DATE, DUE, PlanDate
from kehoach.values.money import AMOUNT, Amount
from kehoach.values.numbers import INTEGER, rating
from kehoach.values.plain import TEXT


class Risk(Node):
    """A risk (S0, item 5)."""

    id: str = identity(RISK)
    description: str = required(TEXT, vi="Mô tả rủi ro", en="What may happen")
    category: RiskCategory | None = word(RiskCategory, vi="Loại rủi ro", en="The sort of risk")
    affects: tuple[str, ...] = references(TASK, ACTION, vi="Nhiệm vụ bị ảnh hưởng", en="The tasks it affects")
    likelihood: int | None = optional(rating(1, 5), vi="Khả năng xảy ra, 1 đến 5", en="Likelihood, 1 to 5")
    impact: int | None = optional(rating(1, 5), vi="Mức tác động, 1 đến 5", en="Impact, 1 to 5")
    delay_days: tuple[int, ...] = three_points(
        INTEGER, vi="Số ngày chậm: ít nhất, có thể, nhiều nhất", en="Days lost: minimum, likely, maximum"
    )
    extra_cost: tuple[Amount, ...] = three_points(
        AMOUNT, vi="Chi thêm: ít nhất, có thể, nhiều nhất", en="Extra cost: minimum, likely, maximum"
    )
    prevention: str | None = prose(vi="Biện pháp phòng ngừa", en="How it is prevented")
    contingency: str | None = prose(vi="Biện pháp ứng phó", en="What is done if it happens")
    owner: str | None = reference(OWNER, vi="Đơn vị theo dõi rủi ro", en="Who watches it")
    review: Frequency | None = word(Frequency, vi="Bao lâu rà soát một lần", en="How often it is reviewed")


class Gap(Node):
    """Something the plan itself still lacks (S0, item 5)."""

    id: str = identity(GAP)
    description: str = required(TEXT, vi="Nội dung còn thiếu", en="What is lacking")
    owner: str | None = reference(OWNER, vi="Ai bổ sung", en="Who fills it")
    due: PlanDate | None = optional(DUE, vi="Hạn bổ sung", en="By when")
    closed: PlanDate | None = optional(DATE, vi="Ngày bổ sung xong", en="When it was filled")
