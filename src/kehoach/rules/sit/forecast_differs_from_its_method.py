"""SIT015: a forecast that its stated method does not give."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from decimal import Context as Arithmetic

from kehoach.analysis.forecasting import forecast
from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule
from kehoach.values.numbers import last_place


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each figure that is further from the method's than half a unit of its own last digit."""
    for each in plan.situation.forecasts if plan.situation else ():
        if each.method is None:
            continue
        for year, stated in each.values.items():
            worked_out = forecast(each.method, each.series, year)
            place = last_place(stated)
            if worked_out is not None and abs(stated - worked_out) > place / 2:
                values = {"stated": stated, "method": label(each.method), "given": _rounded(worked_out, place), "year": str(year)}
                yield Finding(path=each.at("values", str(year)), values=values, subject=each.indicator or "", reads=(each.at("series"),))


def _rounded(value: Decimal, place: Decimal) -> Decimal:
    """Say a figure as exactly as the stated one, to whole units at the coarsest."""
    return value.quantize(min(place, Decimal(1)), context=Arithmetic(prec=50, rounding=ROUND_HALF_UP))


RULE = Rule(
    code="SIT015",
    name="forecast-differs-from-its-method",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="số dự báo năm {year} là {stated}, nhưng {method} trên chuỗi số liệu này cho {given}",
        en="the forecast for {year} is {stated}, but {method} on this series gives {given}",
    ),
    why=Text(
        vi="Số dự báo không đúng với phương pháp đã nêu thì người thẩm định không tin được cả hai.",
        en="A figure that its stated method does not give lets an appraiser trust neither.",
    ),
    fix=Text(
        vi="Ghi {given}, sửa chuỗi số liệu, hoặc ghi `method: expert` nếu số do chuyên gia ước.",
        en="Write {given}, correct the series, or write `method: expert` where experts judged it.",
    ),
    source="S3",
    reads=("...method",),
    check=check,
)
