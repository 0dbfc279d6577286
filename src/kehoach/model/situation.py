"""The situation from which a plan starts."""

from collections.abc import Mapping
from decimal import Decimal

from kehoach.model.base import Node, identity, lines, many, one, optional, party, prose, reference, required, table, word
from kehoach.model.things import INDICATOR, OWNER, VALUE_CHAIN
from kehoach.model.vocabulary import ChainStatus, ComparisonKind, ForecastMethod, Frequency
from kehoach.values.dates import PERIOD, YEAR, Period
from kehoach.values.numbers import NUMBER, rating
from kehoach.values.plain import TEXT
from kehoach.values.targets import TARGET_VALUE, TargetValue


class State(Node):
    """The state of one field."""

    field: str | None = prose(vi="Lĩnh vực", en="The field")
    text: str | None = prose(vi="Thực trạng", en="Its state")


class PastResult(Node):
    """Plan and actual of one indicator in the period before."""

    indicator: str | None = reference(INDICATOR, vi="Mã chỉ tiêu của kế hoạch này", en="The id of an indicator of this plan")
    name: str | None = prose(vi="Tên chỉ tiêu, khi không có mã", en="The indicator's name where it has no id")
    unit: str | None = prose(vi="Đơn vị tính", en="The unit")
    planned: TargetValue | None = optional(TARGET_VALUE, vi="Kế hoạch", en="Planned")
    actual: TargetValue | None = optional(TARGET_VALUE, vi="Thực hiện", en="Actual")
    estimate: TargetValue | None = optional(TARGET_VALUE, vi="Ước thực hiện", en="Estimated actual")
    note: str | None = prose(vi="Ghi chú", en="A note")


class Limitation(Node):
    """A shortcoming of the period before, with its causes (S4, step 2)."""

    text: str = required(TEXT, vi="Hạn chế", en="The shortcoming")
    causes: tuple[str, ...] = lines(vi="Nguyên nhân", en="Its causes")


class PreviousPeriod(Node):
    """The review of the period before (S3; S4, step 2)."""

    results: tuple[PastResult, ...] = many(PastResult, vi="Kết quả các chỉ tiêu", en="Results of indicators")
    achievements: tuple[str, ...] = lines(vi="Kết quả nổi bật", en="Achievements")
    limitations: tuple[Limitation, ...] = many(Limitation, vi="Tồn tại, hạn chế", en="Shortcomings")
    lessons: tuple[str, ...] = lines(vi="Bài học kinh nghiệm", en="Lessons")


class Comparison(Node):
    """A comparison in time or with another place (S2, step 2)."""

    indicator: str | None = reference(INDICATOR, vi="Chỉ tiêu được so sánh", en="The indicator compared")
    kind: ComparisonKind | None = word(ComparisonKind, vi="So sánh với gì", en="Compared with what")
    with_: str | None = prose(vi="Đối tượng so sánh", en="The other side")
    period: Period | None = optional(PERIOD, vi="Thời kỳ so sánh", en="The period compared")
    ours: TargetValue | None = optional(TARGET_VALUE, vi="Của địa phương", en="Our figure")
    theirs: TargetValue | None = optional(TARGET_VALUE, vi="Của bên so sánh", en="Their figure")


class Forecast(Node):
    """A forecast of an indicator with its method (S3)."""

    indicator: str | None = reference(INDICATOR, vi="Chỉ tiêu được dự báo", en="The indicator forecast")
    method: ForecastMethod | None = word(ForecastMethod, vi="Phương pháp", en="The method")
    series: Mapping[int, Decimal] = table(YEAR, NUMBER, vi="Số liệu các năm trước", en="Figures of the years before")
    values: Mapping[int, Decimal] = table(YEAR, NUMBER, vi="Số dự báo theo năm", en="Forecast figures by year")


class MarketInformation(Node):
    """Market information given to the community (S4, before step 1)."""

    what: str = required(TEXT, vi="Thông tin gì", en="What information")
    to: str | None = prose(vi="Cho ai", en="To whom")
    frequency: Frequency | None = word(Frequency, vi="Bao lâu một lần", en="How often")
    channel: str | None = prose(vi="Qua kênh nào", en="By which channel")
    by: str | None = party(OWNER, vi="Ai cung cấp", en="By whom")


class ValueChain(Node):
    """A product chain that was assessed (S4, step 3)."""

    id: str = identity(VALUE_CHAIN)
    product: str = required(TEXT, vi="Sản phẩm", en="The product")
    status: ChainStatus | None = word(ChainStatus, vi="Ưu tiên, tiềm năng hay không chọn", en="Priority, potential or not chosen")
    scores: Mapping[str, int] = table(TEXT, rating(1, 5), vi="Điểm 1 đến 5 theo tiêu chí", en="Scores 1 to 5 by criterion")
    constraints: tuple[str, ...] = lines(vi="Điểm nghẽn của chuỗi", en="Constraints of the chain")
    opportunities: tuple[str, ...] = lines(vi="Cơ hội của chuỗi", en="Opportunities of the chain")


class Situation(Node):
    """Where the locality stands at the start (S2, step 2)."""

    overview: str | None = prose(vi="Bức tranh chung", en="The overall picture")
    potentials: tuple[str, ...] = lines(vi="Tiềm năng", en="Potentials")
    state: tuple[State, ...] = many(State, vi="Thực trạng theo lĩnh vực", en="The state by field")
    factors: tuple[str, ...] = lines(vi="Nhân tố tác động", en="Factors at work")
    previous_period: PreviousPeriod | None = one(PreviousPeriod, vi="Đánh giá kỳ kế hoạch trước", en="The review of the period before")
    strengths: tuple[str, ...] = lines(vi="Điểm mạnh", en="Strengths")
    weaknesses: tuple[str, ...] = lines(vi="Điểm yếu", en="Weaknesses")
    opportunities: tuple[str, ...] = lines(vi="Cơ hội", en="Opportunities")
    threats: tuple[str, ...] = lines(vi="Thách thức", en="Threats")
    comparisons: tuple[Comparison, ...] = many(Comparison, vi="So sánh", en="Comparisons")
    forecasts: tuple[Forecast, ...] = many(Forecast, vi="Dự báo", en="Forecasts")
    market_information: tuple[MarketInformation, ...] = many(
        MarketInformation, vi="Thông tin thị trường cho cộng đồng", en="Market information for the community"
    )
    value_chains: tuple[ValueChain, ...] = many(ValueChain, vi="Chuỗi giá trị", en="Value chains")
    criteria: Mapping[str, Decimal] = table(TEXT, NUMBER, vi="Trọng số của tiêu chí", en="Weights of the criteria")
