"""What every report on many plans has around its tables."""

from collections.abc import Sequence

from kehoach.language import Text
from kehoach.reports.options import Options
from kehoach.reports.views.pieces import Piece, section


def overview(report: str, title: Text, subject: str, parts: Sequence[Piece], options: Options) -> Piece:
    """Give a view: its name, its headings and its parts, those without anything in them left out."""
    language = options.language
    return {
        "report": report,
        "title": title.to(language),
        "subject": subject,
        "attached": "",
        "language": language.value,
        "edition": options.edition.value,
        "invalid": "",
        "made": _MADE.fill(language, {"day": options.today, "version": options.version}),
        "locality": "",
        "labels": {"nothing": _NOTHING.to(language)},
        "plan": {},
        "parts": section("", "", parts)["parts"],
    }


_MADE = Text(vi="Lập ngày {day} bằng kehoach {version}.", en="Made on {day} by kehoach {version}.")
_NOTHING = Text(vi="Không có kế hoạch nào.", en="There are no plans.")
