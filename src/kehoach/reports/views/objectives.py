"""Vision, objectives, the chosen option, and the targets."""

from collections.abc import Iterator

from kehoach.model.objectives import Objective
from kehoach.model.vocabulary import ObjectiveLevel
from kehoach.reports.views.indicators import targets_table
from kehoach.reports.views.pieces import Piece, bullet, part, section
from kehoach.reports.views.telling import Teller


def objectives(teller: Teller) -> Piece:
    """Give the section on what is to be reached."""
    plan = teller.plan
    general = [one for one in plan.objectives if one.level is not ObjectiveLevel.SPECIFIC]
    specific = [one for one in plan.objectives if one.level is ObjectiveLevel.SPECIFIC]
    general_title = teller.text("Mục tiêu chung", "General objectives") if specific else teller.text("Mục tiêu", "Objectives")
    return section(
        "objectives",
        teller.text("MỤC TIÊU, CHỈ TIÊU", "OBJECTIVES AND TARGETS"),
        (
            part(_vision_title(teller), paragraphs=[plan.vision.statement if plan.vision else None]),
            part(general_title, bullets=_statements(general, teller)),
            part(teller.text("Mục tiêu cụ thể", "Specific objectives"), bullets=_statements(specific, teller)),
            *_chosen(teller),
            part(teller.text("Các chỉ tiêu", "Targets"), table=targets_table(teller)),
        ),
    )


def _vision_title(teller: Teller) -> str:
    horizon = teller.plan.vision.horizon if teller.plan.vision else None
    if horizon is None:
        return teller.text("Tầm nhìn", "Vision")
    return teller.text("Tầm nhìn đến năm {year}", "Vision up to {year}", year=str(horizon))


def _statements(listed: list[Objective], teller: Teller) -> Iterator[Piece]:
    """List objectives with the outputs that serve them."""
    for objective in listed:
        outputs = [output.title for output in teller.plan.outputs if output.objective == objective.id]
        yield bullet(objective.statement, [teller.text("Đầu ra: {title}", "Output: {title}", title=title) for title in outputs])


def _chosen(teller: Teller) -> Iterator[Piece]:
    for option in teller.plan.options:
        if option.chosen:
            results = option.expected_results
            expected = [bullet(teller.text("Kết quả mong đợi", "Expected results"), results)] if results else []
            yield part(
                teller.text("Phương án được chọn", "The option chosen"),
                paragraphs=[option.title, option.rationale],
                bullets=[*option.actions, *expected],
            )
