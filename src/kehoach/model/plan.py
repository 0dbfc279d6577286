"""A plan: the top of the document."""

from datetime import date

from kehoach.model.base import Node, elsewhere, many, one, optional, prose, required, required_node, word
from kehoach.model.commitments import Commitment
from kehoach.model.coordination import Coordination
from kehoach.model.document import LegalBasis, OfficialForm
from kehoach.model.labels import LABELS
from kehoach.model.monitoring import Monitoring
from kehoach.model.objectives import Objective, Option, Output, Vision
from kehoach.model.owners import Owner
from kehoach.model.process_record import ProcessRecord
from kehoach.model.resources import Resources
from kehoach.model.risks import Gap, Risk
from kehoach.model.situation import Situation
from kehoach.model.tasks import Task
from kehoach.model.timelines import Timelines
from kehoach.model.vocabulary import Level, PlanKind, PlanLanguage, Stage
from kehoach.values.dates import PERIOD, Period
from kehoach.values.ids import ID
from kehoach.values.money import MONEY_UNIT
from kehoach.values.plain import TEXT, choice
from kehoach.values.units import MoneyUnit

SECTIONS = ("tasks", "owners", "resources", "timelines", "risks", "commitments", "coordination", "monitoring")
"""The eight items of the action-plan checklist, in its order (S0)."""

_ANY_PERIOD = Period(first=date(1900, 1, 1), last=date(2200, 12, 31), text="")


class Locality(Node):
    """Whose plan it is."""

    name: str = required(TEXT, vi="Tên địa phương", en="The name of the locality")
    level: Level = required(choice(Level, LABELS[Level]), vi="Cấp", en="The level", fallback=Level.COMMUNE)
    code: str | None = prose(vi="Mã đơn vị hành chính", en="The administrative code")
    within: str | None = prose(vi="Thuộc đơn vị nào", en="The unit it lies in")


class Plan(Node):
    """A plan of one locality, or one sector of it, for one period."""

    kehoach: str = required(TEXT, vi="Loại và phiên bản của tệp: plan/1", en="The kind and version of the file: plan/1")
    id: str = required(ID, vi="Mã của kế hoạch", en="The id of the plan")
    title: str = required(TEXT, vi="Tên kế hoạch", en="The title of the plan")
    kind: PlanKind = required(choice(PlanKind, LABELS[PlanKind]), vi="Loại kế hoạch", en="What sort of plan", fallback=PlanKind.ACTION)
    language: PlanLanguage | None = word(PlanLanguage, vi="Ngôn ngữ của kế hoạch", en="The language of the plan")
    locality: Locality = required_node(Locality, vi="Địa phương", en="The locality")
    sector: str | None = prose(vi="Ngành, của kế hoạch ngành", en="The sector, of a sector plan")
    period: Period = required(PERIOD, vi="Kỳ kế hoạch", en="The planning period", fallback=_ANY_PERIOD)
    parent: str | None = elsewhere(vi="Kế hoạch cấp trên", en="The plan above")
    stage: Stage | None = word(Stage, vi="Giai đoạn của kế hoạch; để trống là dự thảo", en="How far it has come; a draft when absent")
    unit: MoneyUnit | None = optional(MONEY_UNIT, vi="Đơn vị của số tiền không ghi đơn vị", en="The unit of amounts without their own")
    document: OfficialForm | None = one(OfficialForm, vi="Thể thức văn bản", en="The official form")
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis, vi="Căn cứ", en="The legal basis")
    situation: Situation | None = one(Situation, vi="Thực trạng", en="The situation")
    vision: Vision | None = one(Vision, vi="Tầm nhìn", en="The vision")
    objectives: tuple[Objective, ...] = many(Objective, vi="Mục tiêu", en="The objectives")
    options: tuple[Option, ...] = many(Option, vi="Phương án", en="The options")
    outputs: tuple[Output, ...] = many(Output, vi="Đầu ra", en="The outputs")
    tasks: tuple[Task, ...] = many(Task, vi="Nhiệm vụ và hành động", en="Tasks and actions")
    owners: tuple[Owner, ...] = many(Owner, vi="Các đối tượng tham gia", en="The bodies that take part")
    resources: Resources | None = one(Resources, vi="Nguồn lực", en="The resources")
    timelines: Timelines | None = one(Timelines, vi="Khung thời gian", en="The time frame")
    risks: tuple[Risk, ...] = many(Risk, vi="Rủi ro", en="The risks")
    gaps: tuple[Gap, ...] = many(Gap, vi="Nội dung còn thiếu", en="What the plan still lacks")
    commitments: tuple[Commitment, ...] = many(Commitment, vi="Cam kết", en="The commitments")
    coordination: Coordination | None = one(Coordination, vi="Cơ chế điều phối", en="The coordination mechanism")
    monitoring: Monitoring | None = one(Monitoring, vi="Cơ chế theo dõi, đánh giá", en="Monitoring and evaluation")
    process: ProcessRecord | None = one(ProcessRecord, vi="Quá trình lập kế hoạch", en="How the plan was made")
