"""Who has promised what."""

from decimal import Decimal

from kehoach.model.base import Node, identity, optional, prose, reference, references, word
from kehoach.model.party_vocabulary import CommitmentStatus
from kehoach.model.things import ACTION, COMMITMENT, FUND, IN_KIND, OWNER, TASK
from kehoach.values.dates import DATE, YEAR, PlanDate
from kehoach.values.money import AMOUNT, Amount
from kehoach.values.numbers import NUMBER, YES_NO
from kehoach.values.paths import FILE_PATH


class Commitment(Node):
    """A commitment of one or more parties (S0, item 6)."""

    id: str = identity(COMMITMENT)
    by: tuple[str, ...] = references(OWNER, vi="Các bên cam kết", en="The parties")
    tasks: tuple[str, ...] = references(TASK, ACTION, vi="Cho các nhiệm vụ", en="For which tasks")
    all: bool | None = optional(YES_NO, vi="Cho mọi nhiệm vụ", en="For all tasks")
    fund: str | None = reference(FUND, vi="Nguồn vốn cam kết", en="The fund promised")
    amount: Amount | None = optional(AMOUNT, vi="Số tiền cam kết", en="The amount promised")
    year: int | None = optional(YEAR, vi="Năm", en="The year")
    in_kind: str | None = reference(IN_KIND, vi="Đóng góp hiện vật cam kết", en="The in-kind resource promised")
    quantity: Decimal | None = optional(NUMBER, vi="Khối lượng cam kết", en="The quantity promised")
    statement: str | None = prose(vi="Nội dung cam kết", en="What is promised")
    status: CommitmentStatus | None = word(CommitmentStatus, vi="Mức chắc chắn", en="How firm it is")
    date: PlanDate | None = optional(DATE, vi="Ngày cam kết", en="When it was given")
    evidence: str | None = optional(FILE_PATH, vi="Tệp minh chứng", en="The file that proves it")
