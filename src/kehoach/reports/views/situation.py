"""The situation, and the review of the period before."""

from kehoach.model.monitoring import Indicator
from kehoach.model.situation import PastResult, PreviousPeriod, Situation
from kehoach.model.vocabulary import Direction
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, bullet, entry, part, section, table
from kehoach.reports.views.telling import Teller
from kehoach.values.targets import TargetValue


def situation(teller: Teller) -> Piece:
    """Give the section on where the locality stands."""
    found = teller.plan.situation
    title = teller.text("THỰC TRẠNG VÀ ĐÁNH GIÁ KỲ TRƯỚC", "SITUATION AND REVIEW OF THE PERIOD BEFORE")
    if found is None or found.previous_period is None:
        title = teller.text("THỰC TRẠNG", "SITUATION")
    if found is None:
        return section("situation", title, ())
    return section(
        "situation",
        title,
        (
            part(teller.text("Khái quát chung", "Overview"), paragraphs=[found.overview]),
            part(teller.text("Tiềm năng, lợi thế", "Potentials"), bullets=found.potentials),
            part(
                teller.text("Tình hình các lĩnh vực", "State by field"),
                bullets=[bullet(s.text or "", label=s.field or "") for s in found.state],
            ),
            *_previous(found.previous_period, teller),
            part(teller.text("Nhân tố tác động", "Factors at work"), bullets=found.factors),
            part(
                teller.text("Điểm mạnh, điểm yếu, cơ hội, thách thức", "Strengths, weaknesses, opportunities, threats"),
                table=_swot(found, teller),
            ),
            part(
                teller.text("So sánh theo thời gian và với nơi khác", "Comparisons in time and with others"),
                table=_comparisons(found, teller),
            ),
            part(teller.text("Dự báo một số chỉ tiêu", "Forecasts"), table=_forecasts(found, teller)),
            part(teller.text("Thông tin thị trường", "Market information"), table=_market(found, teller)),
            part(teller.text("Chuỗi giá trị", "Value chains"), table=_chains(found, teller)),
        ),
    )


def _previous(previous: PreviousPeriod | None, teller: Teller) -> list[Piece]:
    if previous is None:
        return []
    limitations = [
        bullet(one.text, [teller.text("Nguyên nhân: {cause}", "Cause: {cause}", cause=cause) for cause in one.causes])
        for one in previous.limitations
    ]
    return [
        part(
            teller.text("Kết quả thực hiện kỳ trước", "Results of the period before"),
            bullets=previous.achievements,
            table=_results(previous, teller),
        ),
        part(teller.text("Tồn tại, hạn chế và nguyên nhân", "Shortcomings and their causes"), bullets=limitations),
        part(teller.text("Bài học kinh nghiệm", "Lessons"), bullets=previous.lessons),
    ]


def _results(previous: PreviousPeriod, teller: Teller) -> Piece | None:
    known = {one.id: one for one in (teller.plan.monitoring.indicators if teller.plan.monitoring else ())}
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Chỉ tiêu", "Indicator")),
        Column(teller.text("ĐVT", "Unit"), CENTRE, optional=True),
        Column(teller.text("Kế hoạch", "Planned"), RIGHT, optional=True),
        Column(teller.text("Thực hiện", "Actual"), RIGHT, optional=True),
        Column(teller.text("Ước thực hiện", "Estimate"), RIGHT, optional=True),
        Column(teller.text("Đánh giá", "Judgement"), CENTRE, optional=True),
        Column(teller.text("Ghi chú", "Note"), optional=True),
    )
    rows = []
    for number, result in enumerate(previous.results, start=1):
        indicator = known.get(result.indicator or "")
        rows.append(
            entry(
                str(number),
                teller.name(result.indicator) or result.name or "",
                result.unit or (indicator.unit if indicator else "") or "",
                teller.say(result.planned),
                teller.say(result.actual),
                teller.say(result.estimate),
                _judgement(result, indicator, teller),
                result.note or "",
                about=result,
            )
        )
    return table(columns, rows)


def _judgement(result: PastResult, indicator: Indicator | None, teller: Teller) -> str:
    """Say whether the plan was met; not said where nobody can know which way is better."""
    planned, reached = result.planned, result.actual or result.estimate
    direction = indicator.direction if indicator else None
    if not (_is_number(planned) and _is_number(reached)) or direction not in {Direction.INCREASE, Direction.DECREASE}:
        return ""
    assert planned is not None
    assert reached is not None
    assert planned.value is not None
    assert reached.value is not None
    difference = reached.value - planned.value
    if direction is Direction.DECREASE:
        difference = -difference
    if difference == 0:
        return teller.text("Đạt", "Met")
    return teller.text("Vượt", "Exceeded") if difference > 0 else teller.text("Chưa đạt", "Not met")


def _is_number(value: TargetValue | None) -> bool:
    return value is not None and value.value is not None and value.of is None and value.comparison is None


def _swot(found: Situation, teller: Teller) -> Piece | None:
    rows = (
        (teller.text("Điểm mạnh", "Strengths"), found.strengths),
        (teller.text("Điểm yếu", "Weaknesses"), found.weaknesses),
        (teller.text("Cơ hội", "Opportunities"), found.opportunities),
        (teller.text("Thách thức", "Threats"), found.threats),
    )
    columns = (Column(teller.text("Yếu tố", "Factor")), Column(teller.text("Nội dung", "Content")))
    return table(columns, [entry(name, "\n".join(f"- {line}" for line in lines)) for name, lines in rows if lines])


def _comparisons(found: Situation, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Chỉ tiêu", "Indicator")),
        Column(teller.text("So sánh với", "Compared with")),
        Column(teller.text("Thời kỳ", "Period"), CENTRE, optional=True),
        Column(teller.text("Của địa phương", "Ours"), RIGHT, optional=True),
        Column(teller.text("Của bên so sánh", "Theirs"), RIGHT, optional=True),
    )
    rows = [
        entry(
            teller.name(one.indicator),
            one.with_ or teller.label(one.kind),
            teller.say(one.period),
            teller.say(one.ours),
            teller.say(one.theirs),
        )
        for one in found.comparisons
    ]
    return table(columns, rows)


def _forecasts(found: Situation, teller: Teller) -> Piece | None:
    past = sorted({year for one in found.forecasts for year in one.series})
    ahead = sorted({year for one in found.forecasts for year in one.values})
    columns = (
        Column(teller.text("Chỉ tiêu", "Indicator")),
        *(Column(teller.year(year), RIGHT) for year in past),
        *(Column(teller.text("Dự báo {year}", "Forecast {year}", year=str(year)), RIGHT) for year in ahead),
        Column(teller.text("Phương pháp", "Method"), optional=True),
    )
    rows = [
        entry(
            teller.name(one.indicator),
            *(teller.say(one.series.get(year)) for year in past),
            *(teller.say(one.values.get(year)) for year in ahead),
            teller.label(one.method),
        )
        for one in found.forecasts
    ]
    return table(columns, rows)


def _market(found: Situation, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Thông tin", "Information")),
        Column(teller.text("Cung cấp cho", "To"), optional=True),
        Column(teller.text("Định kỳ", "How often"), optional=True),
        Column(teller.text("Kênh", "Channel"), optional=True),
        Column(teller.text("Đơn vị cung cấp", "By"), optional=True),
    )
    rows = [
        entry(one.what, teller.name(one.to), teller.label(one.frequency), one.channel or "", teller.name(one.by))
        for one in found.market_information
    ]
    return table(columns, rows)


def _chains(found: Situation, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Sản phẩm", "Product")),
        Column(teller.text("Xếp loại", "Standing"), CENTRE, optional=True),
        Column(teller.text("Điểm nghẽn", "Constraints"), optional=True),
        Column(teller.text("Cơ hội", "Opportunities"), optional=True),
    )
    rows = [
        entry(one.product, teller.label(one.status), "\n".join(one.constraints), "\n".join(one.opportunities)) for one in found.value_chains
    ]
    return table(columns, rows)
