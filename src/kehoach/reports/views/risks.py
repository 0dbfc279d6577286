"""Risks by likelihood and impact, their register, and the gaps of the plan."""

from kehoach.model.risks import Risk
from kehoach.reports.views.pieces import CENTRE, Column, Piece, entry, part, section, table
from kehoach.reports.views.telling import Teller
from kehoach.values.money import AmountRange

SCALE = (1, 2, 3, 4, 5)


def risks_section(teller: Teller) -> Piece:
    """Give the section on risks and gaps as it stands in a plan."""
    return section(
        "risks",
        teller.text("RỦI RO VÀ NỘI DUNG CÒN THIẾU", "RISKS AND GAPS"),
        (
            part(teller.text("Rủi ro và biện pháp", "Risks and responses"), table=register(teller)),
            part(teller.text("Nội dung còn thiếu", "What the plan still lacks"), table=gaps(teller)),
        ),
    )


def matrix(teller: Teller) -> Piece | None:
    """Count the risks by likelihood and impact; those without scores are counted under the table."""
    scored = [risk for risk in teller.plan.risks if risk.likelihood and risk.impact]
    if not scored:
        return None
    columns = [
        Column(teller.text("Khả năng \\ Tác động", "Likelihood \\ Impact"), CENTRE),
        *(Column(str(impact), CENTRE) for impact in SCALE),
    ]
    rows = [entry(str(likelihood), *(str(_count(scored, likelihood, impact) or "-") for impact in SCALE)) for likelihood in reversed(SCALE)]
    return table(columns, rows, notes=_unscored(teller, len(teller.plan.risks) - len(scored)))


def register(teller: Teller) -> Piece | None:
    """List the risks, the gravest first."""
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Rủi ro", "Risk")),
        Column(teller.text("Loại", "Sort"), CENTRE, optional=True),
        Column(teller.text("Nhiệm vụ bị ảnh hưởng", "Tasks affected"), CENTRE, optional=True),
        Column(teller.text("Khả năng × tác động", "Likelihood × impact"), CENTRE, optional=True),
        Column(teller.text("Có thể làm chậm, tăng chi", "May cost"), optional=True),
        Column(teller.text("Biện pháp phòng ngừa", "Prevention"), optional=True),
        Column(teller.text("Biện pháp ứng phó", "Contingency"), optional=True),
        Column(teller.text("Đơn vị theo dõi", "Watched by"), optional=True),
        Column(teller.text("Rà soát", "Reviewed"), CENTRE, optional=True),
    )
    rows = [
        entry(
            str(number),
            risk.description,
            teller.label(risk.category),
            teller.task_numbers(risk.affects),
            _scored(risk),
            _cost(risk, teller),
            risk.prevention or "",
            risk.contingency or "",
            teller.name(risk.owner),
            teller.label(risk.review),
            about=risk,
        )
        for number, risk in enumerate(ordered(teller), start=1)
    ]
    return table(columns, rows)


def gaps(teller: Teller) -> Piece | None:
    """List what the plan still lacks, and what was added since."""
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Nội dung còn thiếu", "What is lacking")),
        Column(teller.text("Đơn vị bổ sung", "Filled by"), optional=True),
        Column(teller.text("Hạn", "Due"), CENTRE, optional=True),
        Column(teller.text("Tình trạng", "State"), CENTRE),
    )
    rows = []
    for number, gap in enumerate(teller.plan.gaps, start=1):
        state = teller.text("đã bổ sung {day}", "filled {day}", day=gap.closed) if gap.closed else teller.text("chưa bổ sung", "open")
        rows.append(entry(str(number), gap.description, teller.name(gap.owner), teller.due(gap.due), state, about=gap))
    return table(columns, rows)


def ordered(teller: Teller) -> list[Risk]:
    """Put the gravest risks first, as the register numbers them."""
    return sorted(teller.plan.risks, key=lambda risk: -_score(risk))


def _count(scored: list[Risk], likelihood: int, impact: int) -> int:
    return sum((risk.likelihood, risk.impact) == (likelihood, impact) for risk in scored)


def _unscored(teller: Teller, count: int) -> list[str]:
    if not count:
        return []
    return [teller.text("{count} rủi ro chưa chấm điểm.", "Risks without scores: {count}.", count=count)]


def _score(risk: Risk) -> int:
    return (risk.likelihood or 0) * (risk.impact or 0)


def _scored(risk: Risk) -> str:
    return f"{risk.likelihood} × {risk.impact} = {_score(risk)}" if risk.likelihood and risk.impact else ""


def _cost(risk: Risk, teller: Teller) -> str:
    said = []
    if risk.delay_days:
        low, likely, high = risk.delay_days
        said.append(
            teller.text(
                "chậm {low} - {high} ngày (thường {likely})",
                "{low} - {high} days late (likely {likely})",
                low=low,
                likely=likely,
                high=high,
            )
        )
    if risk.extra_cost:
        cost = AmountRange(risk.extra_cost[0], risk.extra_cost[2])
        said.append(teller.text("tăng chi {cost}", "{cost} more", cost=cost))
    return "; ".join(said)
