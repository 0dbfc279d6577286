"""The planning frame: vision, objectives, options, outputs."""

from collections.abc import Mapping

from kehoach.model.base import (
    Node,
    all_elsewhere,
    identity,
    lines,
    optional,
    prose,
    reference,
    references,
    required,
    table,
    word,
)
from kehoach.model.things import OBJECTIVE, OPTION, OUTPUT
from kehoach.model.vocabulary import Domain, Horizon, ObjectiveLevel
from kehoach.values.dates import YEAR
from kehoach.values.money import AMOUNT, Amount
from kehoach.values.numbers import INTEGER, YES_NO, rating
from kehoach.values.plain import TEXT


class Vision(Node):
    """The wished-for picture of the locality; not an objective (S2, step 3)."""

    statement: str | None = prose(vi="Tầm nhìn", en="The vision")
    horizon: int | None = optional(YEAR, vi="Đến năm nào", en="Up to which year")


class Objective(Node):
    """An objective, general or specific (S1; S2, step 4)."""

    id: str = identity(OBJECTIVE)
    statement: str = required(TEXT, vi="Nội dung mục tiêu", en="What is to be reached")
    level: ObjectiveLevel | None = word(ObjectiveLevel, vi="Mục tiêu chung hay cụ thể", en="General or specific")
    parent: str | None = reference(OBJECTIVE, vi="Mục tiêu chung mà nó thuộc về", en="The general objective it belongs to")
    domain: Domain | None = word(Domain, vi="Lĩnh vực", en="The field of life")
    horizon: Horizon | None = word(Horizon, vi="Ngắn, trung hay dài hạn", en="Short, medium or long term")
    priority: int | None = optional(INTEGER, vi="Thứ tự ưu tiên, 1 là cao nhất", en="The rank, 1 is the first")
    supports: tuple[str, ...] = all_elsewhere(vi="Mục tiêu của kế hoạch cấp trên", en="Objectives of the plan above")


class Option(Node):
    """A way to the objectives (S2, step 5)."""

    id: str = identity(OPTION)
    title: str = required(TEXT, vi="Tên phương án", en="The name of the option")
    objectives: tuple[str, ...] = references(OBJECTIVE, vi="Mục tiêu mà phương án phục vụ", en="The objectives it serves")
    actions: tuple[str, ...] = lines(vi="Các hành động", en="Its actions")
    expected_results: tuple[str, ...] = lines(vi="Kết quả mong đợi", en="The results expected")
    resources_needed: Amount | None = optional(AMOUNT, vi="Nguồn lực cần có", en="The money it takes")
    scores: Mapping[str, int] = table(TEXT, rating(1, 5), vi="Điểm 1 đến 5 theo tiêu chí", en="Scores 1 to 5 by criterion")
    chosen: bool | None = optional(YES_NO, vi="Có được chọn không", en="Whether it was chosen")
    rationale: str | None = prose(vi="Lý do chọn hay không chọn", en="Why it was chosen or not")


class Output(Node):
    """What tasks produce and objectives need (S1)."""

    id: str = identity(OUTPUT)
    title: str = required(TEXT, vi="Tên đầu ra", en="The name of the output")
    objective: str | None = reference(OBJECTIVE, vi="Mục tiêu mà đầu ra phục vụ", en="The objective it serves")
