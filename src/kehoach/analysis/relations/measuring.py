"""Tables of indicators, monitoring, risks and gaps."""

from collections.abc import Iterator, Sequence

from kehoach.analysis.relations.base import Column, Relation, Sort, field, fields, listed
from kehoach.analysis.relations.frame import single
from kehoach.language import Text
from kehoach.model.monitoring import Baseline, Indicator, Target
from kehoach.model.plan import Plan
from kehoach.model.risks import Gap, Risk
from kehoach.values.targets import TargetValue


def _all(plan: Plan) -> tuple[Indicator, ...]:
    return plan.monitoring.indicators if plan.monitoring else ()


_INDICATOR_KEYS = (
    *("id", "name", "definition", "key", "level", "part_of", "unit", "counts", "direction", "expresses", "accumulation", "price_basis"),
    *("source", "collector", "frequency", "form", "disaggregated_by", "register", "aggregation", "weight", "sdg", "code"),
)


def _indicators(plan: Plan) -> Iterator[Sequence[object]]:
    for one in _all(plan):
        start: Baseline | None = one.baseline
        value = start.value if start else None
        yield (
            *(getattr(one, key) for key in _INDICATOR_KEYS),
            *(single(value), value.text if value else None, start.date if start else None),
        )


def _measured(plan: Plan) -> Iterator[Sequence[object]]:
    for one in _all(plan):
        yield from ((one.id, objective) for objective in dict.fromkeys(one.objectives))


def _targets(plan: Plan) -> Iterator[Sequence[object]]:
    for one in _all(plan):
        for target in one.targets:
            over = target.over
            last = target.date.last if target.date else over.last if over else plan.period.last
            aspires = bool(target.aspirational)
            averaged = (over.first, over.last) if over else (None, None)
            yield one.id, "target", last.year, last, *averaged, *_figure(target.value, target.is_, target.of), one.unit, aspires
        given = one.assigned
        if given is not None:
            last = given.date.last if given.date else plan.period.last
            yield one.id, "assigned", last.year, last, None, None, *_figure(given.value, given.is_, None), one.unit, False


def _figure(value: TargetValue | None, comparison: object, of: TargetValue | None) -> tuple[object, ...]:
    if value is None:
        return (None, None, None, comparison, None)
    low = value.low if value.low is not None else single(value)
    high = value.high if value.high is not None else single(value)
    written = f"{value.text}/{of.text}" if of is not None else value.text
    return (None if of is not None else single(value), low, high, comparison or value.comparison, written)


def _monitoring(plan: Plan) -> Iterator[Sequence[object]]:
    said = plan.monitoring
    if said is None:
        return
    if said.lead:
        yield "lead", None, None, said.lead, None, None, None, None, None
    for one in said.reports:
        yield "report", None, one.title, one.by, one.to, one.frequency, one.due_day, None, one.covers
    for each in said.evaluations:
        yield "evaluation", each.id, each.title, each.by, None, None, None, each.date.last if each.date else None, each.criteria


def _affected(plan: Plan) -> Iterator[Sequence[object]]:
    for risk in plan.risks:
        yield from ((risk.id, name) for name in risk.affects)


def _score(risk: Risk) -> int | None:
    return risk.likelihood * risk.impact if risk.likelihood is not None and risk.impact is not None else None


def _likely(key: str, about: Text, sort: Sort) -> Column:
    """Take the middle of a three-point estimate."""
    return Column(f"{key}_likely", sort, about, lambda risk: getattr(risk, key)[1] if len(getattr(risk, key)) > 1 else None)


RELATIONS: tuple[Relation, ...] = (
    Relation(
        "indicators",
        Text("Chỉ tiêu", "Indicators"),
        (
            *fields(Indicator, *_INDICATOR_KEYS),
            Column("baseline", Sort.NUMBER, Text("Giá trị gốc; trống nếu là khoảng hay lời", "The baseline; empty of ranges and words")),
            Column("baseline_written", Sort.TEXT, Text("Giá trị gốc, như viết trong tệp", "The baseline, as written")),
            Column("baseline_date", Sort.DAY, Text("Thời điểm của giá trị gốc", "When the baseline was")),
        ),
        _indicators,
    ),
    Relation(
        "indicator_objectives",
        Text("Chỉ tiêu đo mục tiêu nào", "Which objectives an indicator measures"),
        (
            Column("indicator", Sort.TEXT, Text("Mã chỉ tiêu", "The indicator's id")),
            Column("objective", Sort.TEXT, Text("Mã mục tiêu", "The objective's id")),
        ),
        _measured,
    ),
    Relation(
        "targets",
        Text("Các mức phấn đấu và mức được giao", "Targets, and what was assigned from above"),
        (
            Column("indicator", Sort.TEXT, Text("Mã chỉ tiêu", "The indicator's id")),
            Column(
                "kind",
                Sort.WORD,
                Text("`target`: mức của kế hoạch; `assigned`: mức cấp trên giao", "`target`: the plan's own; `assigned`: from above"),
            ),
            Column("year", Sort.WHOLE, Text("Năm của thời hạn", "The year of its date")),
            Column("due_date", Sort.DAY, Text("Ngày cuối cùng của thời hạn", "The last day of its date")),
            Column("over_start", Sort.DAY, Text("Bình quân từ ngày nào", "Of an average, its first day")),
            Column("over_end", Sort.DAY, Text("Bình quân đến ngày nào", "Of an average, its last day")),
            Column("value", Sort.NUMBER, Text("Mức; trống nếu là khoảng, phân số hay lời", "The value; empty of ranges, shares and words")),
            Column("low", Sort.NUMBER, Text("Mức thấp của khoảng, hoặc chính mức đó", "The lower end of a range, else the value")),
            Column("high", Sort.NUMBER, Text("Mức cao của khoảng, hoặc chính mức đó", "The higher end of a range, else the value")),
            field(Target, "is", "comparison"),
            Column("written", Sort.TEXT, Text("Như viết trong tệp", "As written")),
            Column("unit", Sort.TEXT, Text("Đơn vị tính của chỉ tiêu", "The indicator's unit")),
            Column("aspirational", Sort.YES_NO, Target.fields["aspirational"].about),
        ),
        _targets,
    ),
    Relation(
        "monitoring",
        Text("Cơ chế theo dõi: đầu mối, báo cáo, đánh giá", "Monitoring: its lead, reports, evaluations"),
        (
            Column("kind", Sort.WORD, Text("`lead report evaluation`", "`lead report evaluation`")),
            Column("id", Sort.TEXT, Text("Mã cuộc đánh giá", "The evaluation's id")),
            Column("title", Sort.TEXT, Text("Tên báo cáo, cuộc đánh giá", "Its name")),
            Column("by_body", Sort.TEXT, Text("Đầu mối, ai lập, ai đánh giá", "Who leads, writes or evaluates")),
            Column("to_body", Sort.TEXT, Text("Gửi ai", "Who receives it")),
            Column("frequency", Sort.WORD, Text("Bao lâu một lần", "How often")),
            Column("due_day", Sort.WHOLE, Text("Ngày phải nộp trong tháng", "The day of the month on which it is due")),
            Column("due_date", Sort.DAY, Text("Ngày cuối cùng của thời hạn", "The last day of its date")),
            Column("covers", Sort.TEXT, Text("Báo cáo những gì, hoặc tiêu chí đánh giá", "What it covers, or its criteria")),
        ),
        _monitoring,
    ),
    listed(
        "risks",
        Text("Rủi ro", "Risks"),
        (
            *fields(Risk, "id", "description", "category"),
            field(Risk, "likelihood", sort=Sort.WHOLE),
            field(Risk, "impact", sort=Sort.WHOLE),
            Column("score", Sort.WHOLE, Text("Khả năng × mức tác động, 1 đến 25", "Likelihood × impact, 1 to 25"), _score),
            _likely("delay_days", Text("Số ngày chậm có thể nhất", "The likely number of days lost"), Sort.WHOLE),
            _likely("extra_cost", Text("Chi thêm có thể nhất", "The likely extra cost"), Sort.MONEY),
            *fields(Risk, "prevention", "contingency", "owner", "review"),
        ),
        lambda plan: plan.risks,
    ),
    Relation(
        "risk_tasks",
        Text("Rủi ro tác động đến nhiệm vụ nào", "Which tasks a risk affects"),
        (
            Column("risk", Sort.TEXT, Text("Mã rủi ro", "The risk's id")),
            Column("task", Sort.TEXT, Text("Mã nhiệm vụ hoặc hành động", "The task's or action's id")),
        ),
        _affected,
    ),
    listed(
        "gaps",
        Text("Nội dung kế hoạch còn thiếu", "What plans still lack, as they say themselves"),
        (*fields(Gap, "id", "description", "owner"), field(Gap, "due", "due_date"), field(Gap, "closed", "closed_date")),
        lambda plan: plan.gaps,
    ),
)
