"""The bodies that take part."""

from kehoach.model.base import Node, identity, lines, many, one, optional, prose, references, required, word, words
from kehoach.model.party_vocabulary import Group, OwnerType
from kehoach.model.things import OWNER
from kehoach.model.vocabulary import Level
from kehoach.values.dates import DATE, DUE, PlanDate
from kehoach.values.numbers import INTEGER
from kehoach.values.plain import TEXT


class Contact(Node):
    """How a body is reached."""

    role: str | None = prose(vi="Chức vụ, bộ phận", en="The office")
    phone: str | None = prose(vi="Điện thoại", en="The telephone number")
    email: str | None = prose(vi="Thư điện tử", en="The e-mail address")


class Member(Node):
    """A person of a body."""

    name: str = required(TEXT, vi="Họ tên", en="The name")
    role: str | None = prose(vi="Vai trò", en="The role")


class Owner(Node):
    """A body that leads, partners, pays or is consulted (S0, item 2)."""

    id: str = identity(OWNER)
    name: str = required(TEXT, vi="Tên đơn vị", en="The name of the body")
    type: OwnerType | None = word(OwnerType, vi="Loại đơn vị", en="What sort of body")
    level: Level | None = word(Level, vi="Cấp", en="The level")
    aliases: tuple[str, ...] = lines(vi="Tên gọi khác", en="Other names")
    since: PlanDate | None = optional(DATE, vi="Có từ", en="It exists since")
    until: PlanDate | None = optional(DUE, vi="Đến khi sáp nhập, giải thể", en="Until it was merged or abolished")
    predecessors: tuple[str, ...] = references(OWNER, vi="Đơn vị tiền thân", en="The bodies it came from")
    represents: tuple[Group, ...] = words(Group, vi="Đại diện cho nhóm", en="The groups it speaks for")
    contact: Contact | None = one(Contact, vi="Liên hệ", en="The contact")
    members: tuple[Member, ...] = many(Member, vi="Thành viên", en="Its members")
    tasks_at_once: int | None = optional(INTEGER, vi="Số nhiệm vụ làm được cùng lúc", en="How many tasks it can run at once")
