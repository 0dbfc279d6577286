"""How the plan is monitored and evaluated."""

from collections.abc import Mapping

from kehoach.model.base import (
    Node,
    all_elsewhere,
    identity,
    lines,
    many,
    one,
    optional,
    party,
    prose,
    reference,
    references,
    required,
    table,
    word,
    words,
)
from kehoach.model.labels import LABELS
from kehoach.model.things import EVALUATION, INDICATOR, OBJECTIVE, OWNER
from kehoach.model.vocabulary import (
    Accumulation,
    Aggregation,
    Counts,
    Coverage,
    Criterion,
    Direction,
    Disaggregation,
    Expresses,
    Frequency,
    IndicatorLevel,
)
from kehoach.values.dates import DATE, DUE, PERIOD, Period, PlanDate
from kehoach.values.numbers import INTEGER, YES_NO
from kehoach.values.plain import TEXT, choice
from kehoach.values.targets import TARGET_VALUE, Comparison, TargetValue


class Baseline(Node):
    """Where an indicator stands at the start."""

    value: TargetValue | None = optional(TARGET_VALUE, vi="Giá trị gốc", en="The value at the start")
    date: PlanDate | None = optional(DATE, vi="Thời điểm", en="When")


class Target(Node):
    """What an indicator is to reach."""

    value: TargetValue | None = optional(TARGET_VALUE, vi="Mức phấn đấu", en="The value")
    is_: Comparison | None = word(Comparison, vi="Ít nhất, nhiều nhất, bằng", en="At least, at most, equal")
    of: TargetValue | None = optional(TARGET_VALUE, vi="Trên tổng số", en="Out of how many")
    date: PlanDate | None = optional(DUE, vi="Thời điểm", en="When")
    over: Period | None = optional(PERIOD, vi="Bình quân trong giai đoạn", en="An average over a period")
    aspirational: bool | None = optional(YES_NO, vi="Mức phấn đấu, không bắt buộc", en="Striven for rather than promised")


class AssignedTarget(Node):
    """A target given from above (S1)."""

    value: TargetValue | None = optional(TARGET_VALUE, vi="Mức được giao", en="The value assigned")
    is_: Comparison | None = word(Comparison, vi="Ít nhất, nhiều nhất, bằng", en="At least, at most, equal")
    date: PlanDate | None = optional(DUE, vi="Thời điểm", en="When")
    by: str | None = reference(OWNER, vi="Ai giao", en="Who assigned it")
    document: str | None = prose(vi="Văn bản giao", en="The paper that assigned it")


class Indicator(Node):
    """An indicator with its five answers (S1, principle 4)."""

    id: str = identity(INDICATOR)
    name: str = required(TEXT, vi="Tên chỉ tiêu", en="The name of the indicator")
    definition: str | None = prose(vi="Đếm gì, tính thế nào", en="What is counted, and how")
    key: bool | None = optional(YES_NO, vi="Chỉ tiêu chủ yếu", en="A main indicator")
    level: IndicatorLevel | None = word(IndicatorLevel, vi="Tác động, kết quả, đầu ra hay đầu vào", en="Impact, outcome, output or input")
    objectives: tuple[str, ...] = references(OBJECTIVE, vi="Mục tiêu mà nó đo", en="The objectives it measures")
    part_of: str | None = reference(INDICATOR, vi="Trong đó của chỉ tiêu nào", en="The indicator it is a part of")
    unit: str | None = prose(vi="Đơn vị tính", en="The unit")
    counts: Counts | None = word(Counts, vi="Đếm người, hộ, tiền, sự vật hay tỷ lệ", en="What it counts")
    direction: Direction | None = word(Direction, vi="Tăng, giảm hay duy trì", en="Which way is better")
    expresses: Expresses | None = word(Expresses, vi="Mức hay mức thay đổi", en="A level or a change")
    accumulation: Accumulation | None = word(
        Accumulation, vi="Thời điểm, lũy kế hay trong kỳ", en="Point in time, cumulative or per period"
    )
    price_basis: str | None = prose(vi="Giá so sánh hay giá hiện hành", en="Constant or current prices")
    baseline: Baseline | None = one(Baseline, vi="Giá trị gốc", en="The baseline")
    targets: tuple[Target, ...] = many(Target, vi="Các mức phấn đấu", en="The targets")
    assigned: AssignedTarget | None = one(AssignedTarget, vi="Chỉ tiêu được giao", en="The target assigned from above")
    source: str | None = prose(vi="Nguồn số liệu", en="Where the figure comes from")
    collector: str | None = reference(OWNER, vi="Ai thu thập, cung cấp", en="Who collects it and hands it in")
    frequency: Frequency | None = word(Frequency, vi="Bao lâu một lần", en="How often")
    form: str | None = prose(vi="Biểu mẫu báo cáo", en="The reporting form")
    disaggregated_by: tuple[Disaggregation, ...] = words(Disaggregation, vi="Phân tổ", en="By what it is split")
    same_as: tuple[str, ...] = all_elsewhere(vi="Cùng chỉ tiêu của kế hoạch khác", en="The same indicator of another plan")
    register: str | None = prose(vi="Mã trong danh mục chỉ tiêu dùng chung", en="The id in the shared register")
    aggregation: Aggregation | None = word(Aggregation, vi="Tổng hợp lên cấp trên thế nào", en="How lower figures make the upper one")
    weight: str | None = reference(INDICATOR, vi="Chỉ tiêu làm trọng số", en="The indicator that weighs it")
    sdg: str | None = prose(vi="Mục tiêu phát triển bền vững", en="The Sustainable Development Goal")
    code: str | None = prose(vi="Mã trong hệ thống chỉ tiêu thống kê quốc gia", en="The code of the national statistical system")


class Report(Node):
    """A monitoring report."""

    title: str | None = prose(vi="Tên báo cáo", en="The name of the report")
    frequency: Frequency | None = word(Frequency, vi="Bao lâu một lần", en="How often")
    due_day: int | None = optional(INTEGER, vi="Ngày phải nộp trong tháng", en="The day of the month on which it is due")
    by: str | None = party(OWNER, vi="Ai lập", en="Who writes it")
    to: str | None = party(OWNER, vi="Gửi ai", en="Who receives it")
    form: str | None = prose(vi="Biểu mẫu", en="The form")
    covers: tuple[Coverage, ...] = words(Coverage, vi="Báo cáo những gì", en="What it covers")


class Evaluation(Node):
    """An evaluation by the OECD-DAC criteria (S2, step 7)."""

    id: str = identity(EVALUATION)
    title: str = required(TEXT, vi="Tên cuộc đánh giá", en="The name of the evaluation")
    date: PlanDate | None = optional(DUE, vi="Thời điểm", en="When")
    by: str | None = party(OWNER, vi="Ai đánh giá", en="Who evaluates")
    criteria: tuple[Criterion, ...] = words(Criterion, vi="Tiêu chí", en="The criteria")
    findings: Mapping[Criterion, str] = table(
        choice(Criterion, LABELS[Criterion]), TEXT, vi="Kết luận theo tiêu chí", en="What was found by criterion"
    )
    lessons: tuple[str, ...] = lines(vi="Bài học", en="Lessons")


class Monitoring(Node):
    """The monitoring mechanism (S0, item 8; S1, principle 4)."""

    lead: str | None = party(OWNER, vi="Đơn vị đầu mối", en="The leading body")
    indicators: tuple[Indicator, ...] = many(Indicator, vi="Các chỉ tiêu", en="The indicators")
    reports: tuple[Report, ...] = many(Report, vi="Chế độ báo cáo", en="The reports")
    evaluations: tuple[Evaluation, ...] = many(Evaluation, vi="Đánh giá", en="The evaluations")
