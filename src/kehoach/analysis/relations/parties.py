"""Tables of who takes part, how they work together, and what plans ask of one another."""

from collections.abc import Iterator, Sequence

from kehoach.analysis.budget import budget
from kehoach.analysis.relations.base import Column, Relation, Sort, dong, field, fields, listed
from kehoach.analysis.relations.frame import single
from kehoach.language import Text
from kehoach.model.coordination import Dialogue, Proposal, Request
from kehoach.model.owners import Contact, Owner
from kehoach.model.plan import Plan
from kehoach.model.process_record import Approval, Consultation, StepRecord


def _owners(plan: Plan) -> Iterator[Sequence[object]]:
    for owner in plan.owners:
        contact = owner.contact
        reached = (contact.role, contact.phone, contact.email) if contact else (None, None, None)
        until = owner.until.last if owner.until else None
        yield (
            *(owner.id, owner.name, owner.type, owner.level, owner.aliases, owner.since, until, owner.predecessors),
            *(owner.represents, *reached, owner.tasks_at_once),
        )


def _people(plan: Plan) -> Iterator[Sequence[object]]:
    for owner in plan.owners:
        yield from ((owner.id, member.name, member.role) for member in owner.members)


def _coordination(plan: Plan) -> Iterator[Sequence[object]]:
    said = plan.coordination
    if said is None:
        return
    if said.lead:
        yield "lead", None, said.lead, None, None, None, None
    if said.body is not None:
        yield "body", said.body.name, None, said.body.members, None, None, said.body.decision
    for meeting in said.meetings:
        yield "meeting", meeting.title, meeting.chair, meeting.participants, meeting.frequency, None, None
    for flow in said.information:
        yield "information", flow.what, flow.by, flow.to, flow.frequency, None, flow.channel
    for one in said.escalation:
        yield "escalation", one.when, None, one.to, None, one.within_days, None


def _assignments(plan: Plan) -> Iterator[Sequence[object]]:
    rates = budget(plan).rates
    for assignment in plan.coordination.assignments if plan.coordination else ():
        for name, value in assignment.indicators.items():
            yield assignment.plan, name, None, single(value), None, value.text
        for name, amount in assignment.funds.items():
            yield assignment.plan, None, name, None, dong(amount, rates), amount.text


def _links(plan: Plan) -> Iterator[Sequence[object]]:
    """List every reference that leads to another plan, with the key that makes it."""
    for thing, name, key, to in _outward(plan):
        if to and (key != "after" or "#" in to):
            other, _, inside = to.partition("#")
            if other != plan.id:
                yield thing, name, key, other, inside or None


def _outward(plan: Plan) -> Iterator[tuple[str, str | None, str, str | None]]:
    yield "plan", plan.id, "parent", plan.parent
    for objective in plan.objectives:
        yield from (("objective", objective.id, "supports", to) for to in objective.supports)
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        yield from (("indicator", indicator.id, "same_as", to) for to in indicator.same_as)
    for fund in plan.resources.funds if plan.resources else ():
        yield "fund", fund.id, "from_plan", fund.from_plan
    for task in plan.tasks:
        for work in (task, *task.actions):
            yield from (("task", work.id, "after", to) for to in work.after)
    said = plan.coordination
    if said is not None:
        yield from (("assignment", None, "plan", each.plan) for each in said.assignments)
        yield from (("request", request.id, "to", request.to) for request in said.requests)
        yield from (("proposal", None, "about", proposal.about) for proposal in said.proposals)
        yield from (("dialogue", dialogue.about, "with", dialogue.with_) for dialogue in said.dialogues)


def _steps(plan: Plan) -> Iterator[Sequence[object]]:
    for name, record in plan.process.steps.items() if plan.process else ():
        yield name, record.done, record.not_applicable, record.evidence


_WHO = Text("Mã đơn vị; có khi là tên", "The body's id, or its name")

RELATIONS: tuple[Relation, ...] = (
    Relation(
        "owners",
        Text("Các đơn vị tham gia", "The bodies that take part"),
        (
            *fields(Owner, "id", "name", "type", "level", "aliases", "since", "until", "predecessors", "represents"),
            *fields(Contact, "role", "phone", "email"),
            field(Owner, "tasks_at_once"),
        ),
        _owners,
    ),
    Relation(
        "people",
        Text("Thành viên của các đơn vị", "People of the bodies"),
        (
            Column("body", Sort.TEXT, Text("Mã đơn vị, như `owners.id`", "The body's id, as in `owners.id`")),
            Column("name", Sort.TEXT, Text("Họ tên", "The name")),
            Column("role", Sort.TEXT, Text("Vai trò", "The role")),
        ),
        _people,
    ),
    Relation(
        "coordination",
        Text("Cơ chế điều phối", "How the parties work together"),
        (
            Column("kind", Sort.WORD, Text("`lead body meeting information escalation`", "`lead body meeting information escalation`")),
            Column("what", Sort.TEXT, Text("Tên, nội dung, hoặc khi nào", "Its name, what it is about, or when")),
            Column("by_body", Sort.TEXT, Text("Đầu mối, chủ trì, ai gửi", "Who leads, chairs or sends")),
            Column("to_bodies", Sort.TEXT, Text("Thành phần, ai nhận, báo cho ai", "Who takes part, receives or is told")),
            Column("frequency", Sort.WORD, Text("Bao lâu một lần", "How often")),
            Column("within_days", Sort.WHOLE, Text("Trong bao nhiêu ngày", "Within how many days")),
            Column("by_paper", Sort.TEXT, Text("Quyết định thành lập, hoặc kênh thông tin", "The decision that set it up, or the channel")),
        ),
        _coordination,
    ),
    Relation(
        "assignments",
        Text("Chỉ tiêu và vốn giao cho cấp dưới", "Targets and money handed down"),
        (
            Column("to_plan", Sort.TEXT, Text("Kế hoạch cấp dưới", "The lower plan")),
            Column("indicator", Sort.TEXT, Text("Chỉ tiêu giao, mã của kế hoạch giao", "The indicator, by the upper plan's id")),
            Column("fund", Sort.TEXT, Text("Vốn giao, mã của kế hoạch giao", "The fund, by the upper plan's id")),
            Column("value", Sort.NUMBER, Text("Mức giao; trống nếu là khoảng hay lời", "The target; empty of ranges and words")),
            Column("amount", Sort.MONEY, Text("Số tiền giao", "The money")),
            Column("written", Sort.TEXT, Text("Như viết trong tệp", "As written")),
        ),
        _assignments,
    ),
    listed(
        "requests",
        Text("Kiến nghị cấp trên", "What is asked of the plan above"),
        (*fields(Request, "id", "what"), field(Request, "to", "to_plan"), field(Request, "amount")),
        lambda plan: plan.coordination.requests if plan.coordination else (),
    ),
    listed(
        "proposals",
        Text("Trả lời đề xuất từ cấp dưới", "Answers to what came from below"),
        (
            field(Proposal, "about"),
            field(Proposal, "by", "by_body"),
            *fields(Proposal, "what", "decision", "task", "reason"),
        ),
        lambda plan: plan.coordination.proposals if plan.coordination else (),
    ),
    listed(
        "dialogues",
        Text("Đối thoại về chỉ tiêu được giao", "Dialogues about assigned targets"),
        (
            field(Dialogue, "about", "indicator"),
            Column("proposed", Sort.TEXT, Dialogue.fields["proposed"].about, lambda one: one.proposed.text if one.proposed else None),
            field(Dialogue, "reason"),
            field(Dialogue, "with", "with_plan"),
            field(Dialogue, "date", "held_date"),
            field(Dialogue, "outcome"),
        ),
        lambda plan: plan.coordination.dialogues if plan.coordination else (),
    ),
    Relation(
        "links",
        Text("Mọi dẫn chiếu sang kế hoạch khác", "Every reference that leads to another plan"),
        (
            Column("thing", Sort.WORD, Text("Loại mục dẫn chiếu, như `objective`", "The kind of thing that refers, such as `objective`")),
            Column("id", Sort.TEXT, Text("Mã của mục", "Its id")),
            Column(
                "by_key",
                Sort.WORD,
                Text("Khóa của tệp: `parent supports same_as from_plan after to about with plan`", "The key of the format"),
            ),
            Column("to_plan", Sort.TEXT, Text("Kế hoạch được dẫn chiếu", "The plan referred to")),
            Column("to_id", Sort.TEXT, Text("Mục được dẫn chiếu; trống: cả kế hoạch", "The thing referred to; empty: the whole plan")),
        ),
        _links,
    ),
    Relation(
        "process_steps",
        Text("Các bước của quy trình đã ghi", "Steps of the process on record"),
        (
            Column("step", Sort.TEXT, Text("Mã bước", "The step's id")),
            field(StepRecord, "done", "done_date"),
            *fields(StepRecord, "not_applicable", "evidence"),
        ),
        _steps,
    ),
    listed(
        "consultations",
        Text("Các cuộc tham vấn", "Consultations"),
        (
            field(Consultation, "id"),
            field(Consultation, "date", "held_date"),
            field(Consultation, "place"),
            field(Consultation, "with", "with_whom"),
            *fields(Consultation, "people", "women", "children", "ethnic_minority", "poor_households", "opinions", "agreed"),
        ),
        lambda plan: plan.process.consultations if plan.process else (),
    ),
    listed(
        "approvals",
        Text("Thông qua, phê duyệt", "Approvals"),
        (field(Approval, "by", "by_body"), field(Approval, "number"), field(Approval, "date", "given_date")),
        lambda plan: plan.process.approvals if plan.process else (),
    ),
)
