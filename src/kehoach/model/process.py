"""A planning process: requirements, steps with what goes in and comes out, gates."""

from kehoach.diagnostics import Severity
from kehoach.model.base import (
    Node,
    identity,
    lines,
    many,
    one,
    optional,
    prose,
    reference,
    references,
    required,
    required_node,
    word,
    words,
)
from kehoach.model.party_vocabulary import StepSource
from kehoach.model.things import GATE, REQUIREMENT, STEP
from kehoach.model.vocabulary import Level, PlanKind, Stage
from kehoach.model.wording import SEVERITY, Wording
from kehoach.values.calendar import CYCLE_DAY, CycleDay
from kehoach.values.ids import ID
from kehoach.values.plain import TEXT


class Requirement(Node):
    """Something that must hold in a plan that follows the process."""

    id: str = identity(REQUIREMENT)
    check: str = required(TEXT, vi="Điều phải đúng, viết bằng ngôn ngữ biểu thức", en="What must hold, in the expression language")
    message: Wording = required_node(Wording, vi="Lời nhắn khi chưa đạt", en="What is said when it does not hold")
    fix: Wording | None = one(Wording, vi="Cách bổ sung", en="The remedy")
    severity: Severity | None = optional(
        SEVERITY,
        vi="Mức độ; để trống là cảnh báo; lỗi chỉ tính từ khi trình",
        en="The severity; a warning when absent; an error counts from `submitted` on",
    )
    rules: tuple[str, ...] = lines(vi="Các luật đã nói điều này ở đúng chỗ", en="The rules that say it at its place already")
    source: str | None = prose(vi="Nguồn của yêu cầu", en="Where it comes from")


class Step(Node):
    """A step of the process."""

    id: str = identity(STEP)
    title: Wording = required_node(Wording, vi="Tên bước", en="The name of the step")
    goal: Wording | None = one(Wording, vi="Mục tiêu của bước", en="What it is for")
    by: Wording | None = one(Wording, vi="Ai làm", en="Who does it")
    inputs: tuple[Wording, ...] = many(Wording, vi="Đầu vào", en="What goes in")
    outputs: tuple[Wording, ...] = many(Wording, vi="Đầu ra", en="What comes out")
    evidence: tuple[Wording, ...] = many(Wording, vi="Minh chứng", en="What proves that it was done")
    after: tuple[str, ...] = references(STEP, GATE, vi="Sau các bước, cổng nào", en="After which steps and gates")
    due: CycleDay | None = optional(CYCLE_DAY, vi="Hạn trong chu kỳ: 07-31 previous", en="By when in the cycle: 07-31 previous")
    before_stage: Stage | None = word(
        Stage, vi="Phải xong trước khi kế hoạch đến giai đoạn này", en="Must be done before the plan is at this stage"
    )
    recorded_by: StepSource | None = word(
        StepSource, vi="Ngày còn được ghi ở đâu trong `process`", en="What else of `process` tells when it was done"
    )
    requires: tuple[Requirement, ...] = many(Requirement, vi="Yêu cầu của bước", en="What the step requires")
    source: str | None = prose(vi="Nguồn của bước", en="Where the step comes from")


class Gate(Node):
    """A question that sends the work back to an earlier step where the answer is no (S2)."""

    id: str = identity(GATE)
    title: Wording | None = one(Wording, vi="Câu hỏi của cổng", en="The question")
    after: str | None = reference(STEP, vi="Sau bước nào", en="After which step")
    check: str = required(TEXT, vi="Điều phải đúng để qua cổng", en="What must hold to pass")
    return_to: str | None = reference(STEP, vi="Quay lại bước nào khi chưa qua", en="To which step it sends back")
    before_stage: Stage | None = word(
        Stage, vi="Phải qua trước khi kế hoạch đến giai đoạn này", en="Must be passed before the plan is at this stage"
    )
    source: str | None = prose(vi="Nguồn của cổng", en="Where the gate comes from")


class Process(Node):
    """A way to make a plan, step by step."""

    kehoach: str = required(TEXT, vi="Loại và phiên bản của tệp: process/1", en="The kind and version of the file: process/1")
    id: str = required(ID, vi="Mã của quy trình", en="The id of the process")
    title: Wording = required_node(Wording, vi="Tên quy trình", en="The name of the process")
    source: str | None = prose(vi="Tài liệu nguồn", en="The paper it comes from")
    levels: tuple[Level, ...] = words(Level, vi="Dùng cho cấp nào; để trống: mọi cấp", en="For which levels; empty: all")
    kinds: tuple[PlanKind, ...] = words(PlanKind, vi="Dùng cho loại kế hoạch nào; để trống: mọi loại", en="For which plans; empty: all")
    requires: tuple[Requirement, ...] = many(Requirement, vi="Yêu cầu với cả kế hoạch", en="What is required of the plan as a whole")
    steps: tuple[Step, ...] = many(Step, vi="Các bước theo thứ tự", en="The steps in their order")
    gates: tuple[Gate, ...] = many(Gate, vi="Các cổng", en="The gates")
