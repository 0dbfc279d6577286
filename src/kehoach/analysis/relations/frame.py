"""Tables of the plan itself: what it is, where it starts from, what it is to reach."""

from collections.abc import Iterator, Sequence

from kehoach.analysis.relations.base import Column, Relation, Sort, field, fields, listed
from kehoach.language import Text
from kehoach.model.document import LegalBasis
from kehoach.model.objectives import Objective, Option, Output
from kehoach.model.plan import Locality, Plan
from kehoach.model.situation import PastResult
from kehoach.model.vocabulary import Stage
from kehoach.values.targets import TargetValue

_PLAN_COLUMNS = (
    *fields(Plan, "id", "title", "kind"),
    field(Locality, "level"),
    field(Locality, "name", "locality"),
    field(Locality, "code", "locality_code"),
    field(Locality, "within"),
    field(Plan, "sector"),
    Column("period_start", Sort.DAY, Text("Ngày đầu của kỳ kế hoạch", "The first day of the period")),
    Column("period_end", Sort.DAY, Text("Ngày cuối của kỳ kế hoạch", "The last day of the period")),
    field(Plan, "parent"),
    field(Plan, "stage"),
    field(Plan, "language"),
    Column("vision", Sort.TEXT, Text("Tầm nhìn", "The vision")),
    Column("path", Sort.TEXT, Text("Tệp của kế hoạch", "The plan's file")),
)


def _plan(plan: Plan) -> Iterator[Sequence[object]]:
    place = plan.locality
    yield (
        *(plan.id, plan.title, plan.kind, place.level, place.name, place.code, place.within, plan.sector),
        *(plan.period.first, plan.period.last, plan.parent, plan.stage or Stage.DRAFT, plan.language),
        plan.vision.statement if plan.vision else None,
        None,  # a plan does not know its file
    )


def _situation(plan: Plan) -> Iterator[Sequence[object]]:
    said = plan.situation
    if said is None:
        return
    past = said.previous_period
    if said.overview:
        yield "overview", None, said.overview
    yield from (("state", state.field, state.text) for state in said.state)
    for kind in ("potentials", "factors", "strengths", "weaknesses", "opportunities", "threats"):
        yield from ((kind, None, text) for text in getattr(said, kind))
    if past is not None:
        yield from (("achievements", None, text) for text in past.achievements)
        yield from (("limitations", "; ".join(limit.causes) or None, limit.text) for limit in past.limitations)
        yield from (("lessons", None, text) for text in past.lessons)


def _past(plan: Plan) -> Iterator[Sequence[object]]:
    past = plan.situation.previous_period if plan.situation else None
    names = {i.id: (i.name, i.unit) for i in (plan.monitoring.indicators if plan.monitoring else ())}
    for result in past.results if past else ():
        name, unit = names.get(result.indicator or "", (None, None))
        figures = (result.planned, result.estimate, result.actual)
        written = (figure.text if figure else None for figure in figures)
        yield (
            *(result.indicator, result.name or name, result.unit or unit),
            *map(single, figures),
            *written,
            result.note,
        )


def single(value: TargetValue | None) -> object:
    """Give the one number of a figure; none of ranges, shares and words."""
    return value.value if value is not None and value.of is None else None


_SAID = Text("Nội dung", "What is said")

RELATIONS: tuple[Relation, ...] = (
    Relation("plans", Text("Các kế hoạch, mỗi kế hoạch một dòng", "The plans, one row each"), _PLAN_COLUMNS, _plan, is_of_plan=False),
    listed(
        "legal_basis",
        Text("Căn cứ", "The papers on which plans rest"),
        fields(LegalBasis, "text", "number", "body", "date"),
        lambda plan: plan.legal_basis,
    ),
    Relation(
        "situation",
        Text("Thực trạng, mỗi ý một dòng", "The situation, one row for each statement"),
        (
            Column("kind", Sort.TEXT, Text("Khóa trong `situation`, như `strengths`", "The key in `situation`, such as `strengths`")),
            Column("field", Sort.TEXT, Text("Lĩnh vực; nguyên nhân của một hạn chế", "The field; of a limitation its causes")),
            Column("text", Sort.TEXT, _SAID),
        ),
        _situation,
    ),
    Relation(
        "past_results",
        Text("Kết quả kỳ trước", "Results of the period before"),
        (
            *fields(PastResult, "indicator", "name", "unit"),
            Column("planned", Sort.NUMBER, PastResult.fields["planned"].about),
            Column("estimate", Sort.NUMBER, PastResult.fields["estimate"].about),
            Column("actual", Sort.NUMBER, PastResult.fields["actual"].about),
            Column("planned_written", Sort.TEXT, Text("Kế hoạch, như viết trong tệp", "Planned, as written")),
            Column("estimate_written", Sort.TEXT, Text("Ước thực hiện, như viết trong tệp", "The estimate, as written")),
            Column("actual_written", Sort.TEXT, Text("Thực hiện, như viết trong tệp", "The actual, as written")),
            field(PastResult, "note"),
        ),
        _past,
    ),
    listed(
        "objectives",
        Text("Mục tiêu", "Objectives"),
        fields(Objective, "id", "statement", "level", "parent", "domain", "horizon", "priority"),
        lambda plan: plan.objectives,
    ),
    listed(
        "options",
        Text("Phương án", "Options"),
        fields(Option, "id", "title", "objectives", "actions", "expected_results", "resources_needed", "chosen", "rationale"),
        lambda plan: plan.options,
    ),
    listed("outputs", Text("Đầu ra", "Outputs"), fields(Output, "id", "title", "objective"), lambda plan: plan.outputs),
)
