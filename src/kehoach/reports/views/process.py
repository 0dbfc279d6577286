"""The record of how the plan was made, for the file that goes to the council."""

from collections.abc import Iterator

from kehoach.analysis.scoring import SWING, Ranking, rank_options, rank_value_chains
from kehoach.model.process_record import Consultation, ProcessRecord
from kehoach.processes.base import ACTION_PLAN, ReadyProcess
from kehoach.processes.catalogue import followed
from kehoach.processes.status import Met, ProcessStatus, StepState, StepStatus, process_status
from kehoach.reports.options import Options
from kehoach.reports.views.loop import loop_parts
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, Row, bullet, entry, labelled, part, table
from kehoach.reports.views.telling import Teller, first_up
from kehoach.rules.sources import cited


def process_parts(teller: Teller, options: Options) -> list[Piece]:
    """Give who planned, what was done of each step, who was asked, how the choice was made, who approved it."""
    made = teller.plan.process or ProcessRecord()
    statuses = [process_status(each, teller.plan, options.unsecured, options.today) for each in _processes(teller, options)]
    return [
        part(teller.text("Tổ lập kế hoạch", "The planning group"), bullets=_group(made, teller)),
        part(teller.text("Quy trình áp dụng", "The processes followed"), bullets=[_followed(status, teller) for status in statuses]),
        *(_steps(status, teller) for status in statuses if status.steps),
        part(teller.text("Tham vấn", "Consultations"), table=_consultations(made, teller), bullets=_opinions(made, teller)),
        _ranking(teller.text("Chọn chuỗi giá trị", "Choice of value chains"), rank_value_chains(teller.plan), teller),
        _ranking(teller.text("Chọn phương án", "Choice of the option"), rank_options(teller.plan), teller),
        *loop_parts(made, teller),
        part(teller.text("Trả lời đề xuất của cấp dưới", "Answers to what came from below"), table=_proposals(teller)),
        part(teller.text("Đối thoại về chỉ tiêu được giao", "Dialogues about assigned targets"), table=_dialogues(teller)),
        part(teller.text("Sự phù hợp", "Conformity"), table=_conformity(made, teller)),
        part(teller.text("Thông qua, phê duyệt", "Approvals"), table=_approvals(made, teller)),
        part(teller.text("Công khai", "Publication"), table=_disclosure(made, teller)),
        part(teller.text("Yêu cầu của quy trình chưa đạt", "Requirements not met"), table=_unmet(statuses, teller)),
    ]


def _processes(teller: Teller, options: Options) -> tuple[ReadyProcess, ...]:
    if options.processes is not None:
        return options.processes
    named = teller.plan.process.follows if teller.plan.process else ()
    return followed((*(name for name in named if name != ACTION_PLAN), ACTION_PLAN))


def _group(made: ProcessRecord, teller: Teller) -> list[Piece]:
    group = made.group
    said: list[Piece] = []
    if group is not None:
        said += labelled(teller.text("Tổ trưởng", "Head"), teller.name(group.lead))
        said += labelled(teller.text("Thành viên", "Members"), teller.names(group.members))
        said += labelled(teller.text("Quyết định thành lập", "Set up by"), group.decision or "")
        said += labelled(teller.text("Chức năng", "Functions"), group.functions or "")
        said += labelled(teller.text("Quy chế làm việc", "Working rules"), group.working_rules or "")
    said += labelled(teller.text("Phạm vi", "Scope"), made.scope or "")
    if made.expected_results:
        said.append(bullet("", made.expected_results, label=teller.text("Kết quả mong đợi", "Expected results")))
    return said


def _followed(status: ProcessStatus, teller: Teller) -> Piece:
    """Say of a process how many of its requirements the plan meets."""
    required = sum(1 for _ in status.process.demands())
    said = teller.text(
        "{met}/{required} yêu cầu đạt", "{met} of {required} requirements met", met=required - len(status.unmet), required=required
    )
    source = status.process.node.source
    paper = cited(source).to(teller.language) if source else ""
    return bullet(f"{said} ({paper})" if paper else said, label=teller.say(status.process.node.title.text))


def _steps(status: ProcessStatus, teller: Teller) -> Piece:
    node = status.process.node
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Bước", "Step")),
        Column(teller.text("Ngày xong", "Done"), CENTRE, optional=True),
        Column(teller.text("Hạn của chu kỳ", "Due in the cycle"), CENTRE, optional=True),
        Column(teller.text("Minh chứng", "Evidence"), optional=True),
        Column(teller.text("Tình trạng", "State")),
    )
    rows = [
        entry(
            str(number),
            teller.say(each.step.title.text),
            teller.say(each.record.done) if each.record else "",
            teller.say(each.due),
            "\n".join(each.record.evidence) if each.record else "",
            _state(each, teller),
        )
        for number, each in enumerate(status.steps, start=1)
    ]
    return part(teller.say(node.title.text), table=table(columns, rows))


def _state(each: StepStatus, teller: Teller) -> str:
    match each.state:
        case StepState.DONE:
            return teller.text("xong, muộn so với chu kỳ", "done, late in the cycle") if each.is_late else teller.text("xong", "done")
        case StepState.NOT_APPLICABLE:
            reason = each.record.not_applicable if each.record else ""
            return teller.text("không áp dụng: {reason}", "not applicable: {reason}", reason=reason)
        case _:
            return teller.text("chưa xong", "not done")


def _consultations(made: ProcessRecord, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Ngày", "Date"), CENTRE),
        Column(teller.text("Với", "With")),
        Column(teller.text("Địa điểm", "Place"), optional=True),
        Column(teller.text("Số người", "People"), RIGHT, optional=True),
        Column(teller.text("Phụ nữ", "Women"), RIGHT, optional=True),
        Column(teller.text("Trẻ em", "Children"), RIGHT, optional=True),
        Column(teller.text("Dân tộc thiểu số", "Ethnic minorities"), RIGHT, optional=True),
        Column(teller.text("Hộ nghèo", "Poor households"), RIGHT, optional=True),
        Column(teller.text("Đồng thuận", "Agreed"), CENTRE, optional=True),
        Column(teller.text("Biên bản", "Minutes"), optional=True),
    )
    rows = [
        entry(
            teller.say(each.date),
            teller.label(each.with_),
            each.place or "",
            *(teller.say(count) for count in (each.people, each.women, each.children, each.ethnic_minority, each.poor_households)),
            _yes_no(each.agreed, teller),
            each.evidence or "",
        )
        for each in made.consultations
    ]
    return table(columns, rows)


def _opinions(made: ProcessRecord, teller: Teller) -> Iterator[Piece]:
    """List what was said and offered, meeting by meeting."""
    for each in made.consultations:
        said = [teller.text("Ý kiến: {said}", "Opinion: {said}", said=one) for one in each.opinions]
        said += [teller.text("Đóng góp: {said}", "Contribution: {said}", said=one) for one in each.contributions]
        if said:
            yield bullet("", said, label=first_up(_meeting(each, teller)))


def _meeting(each: Consultation, teller: Teller) -> str:
    return ", ".join(filter(None, (teller.label(each.with_), teller.say(each.date), each.place))) or each.id


def _yes_no(answer: bool | None, teller: Teller) -> str:  # noqa: FBT001 - an answer on record, not a switch
    if answer is None:
        return ""
    return teller.text("có", "yes") if answer else teller.text("không", "no")


def _ranking(title: str, ranking: Ranking, teller: Teller) -> Piece:
    columns = (
        Column(teller.text("Hạng", "Rank"), CENTRE),
        Column(teller.text("Tên", "Name")),
        Column(teller.text("Điểm", "Score"), RIGHT),
        Column(teller.text("Được chọn", "Chosen"), CENTRE, optional=True),
    )
    rows = [
        entry(str(each.rank), each.name, teller.say(round(each.score, 2)), teller.text("có", "yes") if each.id in ranking.chosen else "")
        for each in ranking.scored
    ]
    weights = ", ".join(f"{name} {teller.say(weight)}" for name, weight in ranking.weights.items())
    said = [teller.text("Trọng số: {weights}.", "Weights: {weights}.", weights=weights), *_sensitivity(ranking, teller)] if rows else []
    return part(title, paragraphs=said, table=table(columns, rows))


def _sensitivity(ranking: Ranking, teller: Teller) -> Iterator[str]:
    percent = int(SWING * 100)
    if not ranking.swings:
        yield teller.text(
            "Thứ tự chọn không đổi khi từng trọng số tăng hoặc giảm {percent}%.",
            "The choice stands when any one weight moves by {percent}%.",
            percent=percent,
        )
    for swing in ranking.swings:
        yield teller.text(
            "Khi trọng số {criterion} {way} {percent}%, điểm cao nhất là {best}.",
            "With the weight of {criterion} {way} by {percent}%, the best is {best}.",
            criterion=swing.criterion,
            way=teller.text("tăng", "up") if swing.change > 0 else teller.text("giảm", "down"),
            percent=percent,
            best=teller.names(swing.best),
        )


def _proposals(teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Của ai", "From"), optional=True),
        Column(teller.text("Đề xuất", "Proposal")),
        Column(teller.text("Trả lời", "Answer"), CENTRE),
        Column(teller.text("Nhiệm vụ", "Task"), optional=True),
        Column(teller.text("Lý do", "Reason"), optional=True),
    )
    found = teller.plan.coordination
    rows = [
        entry(teller.name(each.by), each.what or each.about or "", teller.label(each.decision), teller.name(each.task), each.reason or "")
        for each in (found.proposals if found else ())
    ]
    return table(columns, rows)


def _dialogues(teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Chỉ tiêu", "Indicator")),
        Column(teller.text("Mức đề nghị", "Proposed"), CENTRE, optional=True),
        Column(teller.text("Lý do", "Reason"), optional=True),
        Column(teller.text("Ngày", "Date"), CENTRE, optional=True),
        Column(teller.text("Kết quả", "Outcome"), CENTRE, optional=True),
    )
    found = teller.plan.coordination
    rows = [
        entry(teller.name(each.about), teller.say(each.proposed), each.reason or "", teller.say(each.date), teller.label(each.outcome))
        for each in (found.dialogues if found else ())
    ]
    return table(columns, rows)


def _conformity(made: ProcessRecord, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Phù hợp với", "Agrees with")),
        Column(teller.text("Văn bản", "Paper"), optional=True),
        Column(teller.text("Phù hợp", "Holds"), CENTRE),
        Column(teller.text("Ghi chú", "Note"), optional=True),
    )
    rows = [entry(teller.label(each.with_), each.document or "", _yes_no(each.holds, teller), each.note or "") for each in made.conformity]
    return table(columns, rows)


def _approvals(made: ProcessRecord, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Cơ quan", "Body")),
        Column(teller.text("Số", "Number"), optional=True),
        Column(teller.text("Ngày", "Date"), CENTRE, optional=True),
        Column(teller.text("Tệp", "File"), optional=True),
    )
    return table(
        columns, [entry(teller.name(each.by), each.number or "", teller.say(each.date), each.file or "") for each in made.approvals]
    )


def _disclosure(made: ProcessRecord, teller: Teller) -> Piece | None:
    columns = (Column(teller.text("Ngày", "Date"), CENTRE, optional=True), Column(teller.text("Nơi công khai", "Where")))
    return table(columns, [entry(teller.say(each.date), each.where) for each in made.disclosure])


def _unmet(statuses: list[ProcessStatus], teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Quy trình", "Process")),
        Column(teller.text("Yêu cầu chưa đạt", "What is not met")),
        Column(teller.text("Ở đâu", "Of what"), optional=True),
        Column(teller.text("Nguồn", "Source"), optional=True),
    )
    return table(columns, [_lack(met, status, teller) for status in statuses for met in status.unmet])


def _lack(met: Met, status: ProcessStatus, teller: Teller) -> Row:
    subjects = ", ".join(met.judgement.subjects)
    source = cited(met.requirement.source).to(teller.language) if met.requirement.source else ""
    return entry(teller.say(status.process.node.title.text), first_up(teller.say(met.requirement.message.text)), subjects, source)
