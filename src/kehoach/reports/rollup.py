"""An upper plan with its lower ones as a page and as a workbook."""

from kehoach.analysis.rollup import Rollup
from kehoach.language import Text
from kehoach.reports import html, xlsx
from kehoach.reports.charts.rollup import rollup_charts
from kehoach.reports.options import Options
from kehoach.reports.views.overview import overview
from kehoach.reports.views.pieces import Piece, part
from kehoach.reports.views.residuals import residuals
from kehoach.reports.views.rollup import Known, rollup_parts


def page(found: Rollup, options: Options) -> bytes:
    """Write one page that needs nothing else: figures, what does not add up, charts, tables."""
    known = Known(found, options.language)
    table = residuals(found, known)
    first = part(_RESIDUALS.to(options.language), paragraphs=[] if table else [_NONE.to(options.language)], table=table)
    view = _view(found, known, [first, *rollup_parts(found, known)], options)
    return html.overview(view | {"figures": _figures(found, known), "charts": list(rollup_charts(found, known))}, options)


def workbook(found: Rollup, options: Options) -> bytes:
    """Write a sheet each for indicators, funds, tasks, requests, silent plans and assigned targets.

    Raises:
        KehoachError: the extra is not installed.
    """
    known = Known(found, options.language)
    return xlsx.overview(_view(found, known, rollup_parts(found, known), options), options)


def _view(found: Rollup, known: Known, parts: list[Piece], options: Options) -> Piece:
    subject = known.say(_SUBJECT, title=found.upper.title, count=len(found.lowers))
    return overview("rollup", _TITLE, subject, parts, options) | {"attached": known.folder.line(options.language)}


def _figures(found: Rollup, known: Known) -> list[dict[str, str]]:
    short = sum(row.is_short for row in found.indicators)
    over = sum(claim.over is not None for fund in found.funds for claim in fund.claims)
    said = (
        (_LOWERS, _COUNT, {"count": len(found.lowers)}),
        (_SHORT, _OF, {"count": short, "all": len(found.indicators)}),
        (_OVER, _COUNT, {"count": over}),
        (_MISSED, _DISCUSSED, {"count": len(found.missed), "discussed": sum(row.is_discussed for row in found.missed)}),
        (_OPEN, _OF, {"count": len(found.requests), "all": len(found.requests) + found.answered}),
        (_TASKS, _BOTH, {"own": found.upper.tasks, "below": found.tasks}),
    )
    return [{"label": known.say(title), "text": known.say(text, **values)} for title, text, values in said]


_TITLE = Text(vi="Tổng hợp kế hoạch các cấp", en="Plans of two levels put together")
_SUBJECT = Text(vi="{title}: {count} kế hoạch cấp dưới", en="{title}: {count} lower plans")
_RESIDUALS = Text(vi="Chỗ chưa khớp", en="What does not add up")
_NONE = Text(vi="Không có.", en="Nothing.")
_LOWERS = Text(vi="Kế hoạch cấp dưới", en="Lower plans")
_SHORT = Text(vi="Chỉ tiêu chưa khớp", en="Targets that do not add up")
_OVER = Text(vi="Kế hoạch tính vượt vốn giao", en="Plans that count on too much")
_MISSED = Text(vi="Chỉ tiêu giao chưa được nhận", en="Assigned targets not taken up")
_OPEN = Text(vi="Kiến nghị chưa trả lời", en="Requests without an answer")
_TASKS = Text(vi="Nhiệm vụ", en="Tasks")
_COUNT = Text(vi="{count}", en="{count}")
_OF = Text(vi="{count}/{all}", en="{count} of {all}")
_DISCUSSED = Text(vi="{count} (có đối thoại: {discussed})", en="{count} (in dialogue: {discussed})")
_BOTH = Text(vi="cấp trên {own}, cấp dưới {below}", en="{own} above, {below} below")
