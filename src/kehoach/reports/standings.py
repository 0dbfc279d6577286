"""How far many plans have come, as a workbook."""

from collections.abc import Sequence

from kehoach.language import Text
from kehoach.reports import xlsx
from kehoach.reports.options import Options
from kehoach.reports.views.filing import Folder
from kehoach.reports.views.overview import overview
from kehoach.reports.views.standings import standings_parts
from kehoach.workspace.standing import Standing


def workbook(standings: Sequence[Standing], options: Options) -> bytes:
    """Write a sheet of the plans, one line each, and one of what they have to do next.

    Raises:
        KehoachError: the extra is not installed.
    """
    folder = Folder(one.path for one in standings)
    parts = standings_parts(standings, folder, options.language)
    subject = _COUNT.fill(options.language, {"count": len(standings)})
    view = overview("standings", _TITLE, subject, parts, options) | {"attached": folder.line(options.language)}
    return xlsx.overview(view, options)


_TITLE = Text(vi="Kế hoạch đã đi đến đâu", en="How far the plans have come")
_COUNT = Text(vi="{count} kế hoạch", en="{count} plans")
