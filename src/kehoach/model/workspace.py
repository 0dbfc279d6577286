"""A workspace: `kehoach.yaml` at the root of a repository of plans."""

from collections.abc import Mapping
from decimal import Decimal

from kehoach.diagnostics import Severity
from kehoach.model.base import Node, lines, lists_by, many, one, optional, prose, required, table, word
from kehoach.model.labels import LABELS
from kehoach.model.vocabulary import Level, PlanKind, PlanLanguage
from kehoach.model.wording import SEVERITY, Wording
from kehoach.values.dates import DATE, PERIOD, Period, PlanDate
from kehoach.values.ids import ID
from kehoach.values.numbers import INTEGER, NUMBER, PERCENTAGE
from kehoach.values.paths import FILE_PATH
from kehoach.values.plain import TEXT, choice


class Expected(Node):
    """Plans that ought to be there, so that a missing one is noticed."""

    level: Level | None = word(Level, vi="Cấp", en="The level")
    period: Period | None = optional(PERIOD, vi="Kỳ kế hoạch", en="The period")
    kind: PlanKind | None = word(PlanKind, vi="Loại kế hoạch", en="The kind of plan")
    localities: str | None = optional(
        FILE_PATH, vi="Tệp CSV các địa phương: code,name,within", en="A CSV file of localities: code,name,within"
    )
    due: PlanDate | None = optional(DATE, vi="Hạn nộp", en="By when")


class ThresholdSettings(Node):
    """The figures from which rules speak."""

    unsecured: Decimal | None = optional(
        PERCENTAGE, vi="Phần vốn chưa chắc chắn được phép", en="The share of unsecured money that is still accepted"
    )
    high_risk: int | None = optional(INTEGER, vi="Rủi ro cao từ bao nhiêu điểm", en="From which score on a risk is high")
    duplicate_title: Decimal | None = optional(
        NUMBER, vi="Hai tên giống nhau từ mức nào, 0 đến 1", en="From which likeness on two titles are the same, 0 to 1"
    )


class RuleSettings(Node):
    """Which rules run, and how they weigh."""

    select: tuple[str, ...] = lines(vi="Chỉ các luật này; để trống: tất cả", en="Only these rules; empty: all")
    ignore: tuple[str, ...] = lines(vi="Bỏ qua các luật này", en="Not these rules")
    severity: Mapping[str, Severity] = table(TEXT, SEVERITY, vi="Mức độ khác cho một luật", en="Another severity for a rule")
    per_file: Mapping[str, tuple[str, ...]] = lists_by(TEXT, TEXT, vi="Bỏ qua luật trong một số tệp", en="Rules to ignore in some files")


class Waiver(Node):
    """A finding that the appraiser accepted."""

    plan: str = required(ID, vi="Kế hoạch", en="The plan")
    code: str = required(TEXT, vi="Mã luật", en="The rule's code")
    id: str | None = optional(ID, vi="Mã của mục được chấp nhận", en="The id of the thing it is accepted for")
    by: str | None = prose(vi="Ai chấp nhận", en="Who accepted it")
    reason: str | None = prose(vi="Lý do", en="Why")
    until: PlanDate | None = optional(DATE, vi="Đến khi nào", en="Until when")


class RuleExamples(Node):
    """The files that show a custom rule at work, and test it."""

    good: str | None = optional(FILE_PATH, vi="Ví dụ đúng", en="A good example")
    bad: str | None = optional(FILE_PATH, vi="Ví dụ sai", en="A bad example")


class CustomRule(Node):
    """A rule of the workspace's own, as data."""

    code: str = required(ID, vi="Mã luật, ba chữ cái và ba chữ số", en="The code, three letters and three digits")
    name: str = required(TEXT, vi="Tên luật: điều gì sai", en="The name: what is wrong")
    for_each: str = required(TEXT, vi="Danh sách được xét: tasks, objectives, monitoring.indicators, plan", en="What is looked at")
    when: str | None = prose(vi="Chỉ xét khi", en="Only when")
    require: str = required(TEXT, vi="Điều phải đúng", en="What must hold")
    message: Wording | None = one(Wording, vi="Lời nhắn", en="The message")
    why: Wording | None = one(Wording, vi="Lý do", en="The reason")
    fix: Wording | None = one(Wording, vi="Cách sửa", en="The remedy")
    severity: Severity | None = optional(SEVERITY, vi="Mức độ", en="The severity")
    source: str | None = prose(vi="Nguồn của luật", en="Where the rule comes from")
    examples: RuleExamples | None = one(RuleExamples, vi="Ví dụ", en="Examples")


class Workspace(Node):
    """What a repository of plans says of itself."""

    kehoach: str = required(TEXT, vi="Loại và phiên bản của tệp: workspace/1", en="The kind and version of the file: workspace/1")
    plans: tuple[str, ...] = lines(vi="Mẫu tên các tệp kế hoạch", en="Globs of the plans")
    exclude: tuple[str, ...] = lines(vi="Mẫu tên các tệp bỏ qua", en="Globs of files to leave out")
    language: PlanLanguage | None = word(PlanLanguage, vi="Ngôn ngữ của lời nhắn", en="The language of messages")
    follows: Mapping[Level, tuple[str, ...]] = lists_by(
        choice(Level, LABELS[Level]), ID, vi="Quy trình mặc định theo cấp", en="The processes followed, by level"
    )
    expected: tuple[Expected, ...] = many(Expected, vi="Các kế hoạch phải có", en="Plans that ought to be there")
    register: tuple[str, ...] = lines(vi="Các danh mục chỉ tiêu", en="Indicator registers")
    crosswalk: tuple[str, ...] = lines(vi="Bảng đơn vị sáp nhập", en="Tables of merged units")
    thresholds: ThresholdSettings | None = one(ThresholdSettings, vi="Ngưỡng", en="Thresholds")
    rules: RuleSettings | None = one(RuleSettings, vi="Chọn luật", en="The choice of rules")
    waivers: tuple[Waiver, ...] = many(Waiver, vi="Phát hiện được chấp nhận", en="Findings that were accepted")
    custom: tuple[CustomRule, ...] = many(CustomRule, vi="Luật riêng", en="Rules of its own")
    templates: str | None = optional(FILE_PATH, vi="Thư mục mẫu báo cáo", en="The folder of report templates")
    processes: str | None = optional(FILE_PATH, vi="Thư mục quy trình", en="The folder of processes")
