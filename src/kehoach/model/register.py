"""A register: indicators that many plans share."""

from kehoach.model.base import Node, identity, many, optional, prose, reference, required, word
from kehoach.model.things import INDICATOR
from kehoach.model.vocabulary import Accumulation, Aggregation, Counts, Direction, Expresses, Frequency
from kehoach.values.ids import ID
from kehoach.values.numbers import YES_NO
from kehoach.values.plain import TEXT


class RegisterIndicator(Node):
    """An indicator that plans name by `register`."""

    id: str = identity(INDICATOR)
    name: str = required(TEXT, vi="Tên chỉ tiêu", en="The name of the indicator")
    definition: str | None = prose(vi="Đếm gì, tính thế nào", en="What is counted, and how")
    key: bool | None = optional(YES_NO, vi="Chỉ tiêu chủ yếu", en="A main indicator")
    unit: str | None = prose(vi="Đơn vị tính", en="The unit")
    counts: Counts | None = word(Counts, vi="Đếm người, hộ, tiền, sự vật hay tỷ lệ", en="What it counts")
    direction: Direction | None = word(Direction, vi="Tăng, giảm hay duy trì", en="Which way is better")
    expresses: Expresses | None = word(Expresses, vi="Mức hay mức thay đổi", en="A level or a change")
    accumulation: Accumulation | None = word(
        Accumulation, vi="Thời điểm, lũy kế hay trong kỳ", en="Point in time, cumulative or per period"
    )
    frequency: Frequency | None = word(Frequency, vi="Bao lâu một lần", en="How often")
    form: str | None = prose(vi="Biểu mẫu báo cáo", en="The reporting form")
    source: str | None = prose(vi="Nguồn số liệu", en="Where the figure comes from")
    aggregation: Aggregation | None = word(Aggregation, vi="Tổng hợp lên cấp trên thế nào", en="How lower figures make the upper one")
    weight: str | None = reference(INDICATOR, vi="Chỉ tiêu làm trọng số", en="The indicator that weighs it")
    sdg: str | None = prose(vi="Mục tiêu phát triển bền vững", en="The Sustainable Development Goal")
    code: str | None = prose(vi="Mã trong hệ thống chỉ tiêu thống kê quốc gia", en="The code of the national statistical system")


class Register(Node):
    """Indicators that many plans share, with one unit and one way to add them up."""

    kehoach: str = required(TEXT, vi="Loại và phiên bản của tệp: register/1", en="The kind and version of the file: register/1")
    id: str = required(ID, vi="Mã của danh mục", en="The id of the register")
    title: str | None = prose(vi="Tên danh mục", en="The name of the register")
    indicators: tuple[RegisterIndicator, ...] = many(RegisterIndicator, vi="Các chỉ tiêu", en="The indicators")
