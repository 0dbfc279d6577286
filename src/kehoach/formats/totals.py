"""The last lines: how many findings, and what was not checked and why."""

from collections import Counter
from collections.abc import Iterator

from kehoach.checking import CHECKED_TOO
from kehoach.formats.base import Outcome
from kehoach.formats.pen import STYLES, Pen, Style
from kehoach.formats.words import COUNTED, FILES, PLACES
from kehoach.language import Text

_REASONS_SHOWN = 3


def totals(outcome: Outcome, pen: Pen) -> Iterator[str]:
    """Write the summary line, and a line for what was left out if anything was."""
    yield _summary(outcome, pen)
    left_out = sum(number for tally in outcome.tallies for *_, number in tally.not_checked)
    if left_out:
        yield from _not_checked(left_out, outcome, pen)
    yield from _skipped(outcome, pen)


def _summary(outcome: Outcome, pen: Pen) -> str:
    counts = []
    for severity, noun in COUNTED.items():
        number = outcome.number(severity)
        said = pen.write(noun.say(number, pen.language))
        counts.append(pen.paint(STYLES[severity], said) if number else said)
    files = FILES.say(len(outcome.results), pen.language)
    rest = pen.say(_REST, suppressed=outcome.suppressed, files=files, today=outcome.today)
    return f"{pen.paint(Style.STRONG, pen.say(_RESULT))}: {', '.join(counts)}, {rest}"


def _not_checked(left_out: int, outcome: Outcome, pen: Pen) -> Iterator[str]:
    places = pen.say(_NOT_CHECKED, places=PLACES.say(left_out, pen.language))
    if outcome.verbose:
        yield f"{places}:"
        for result in outcome.in_order:
            for value in result.not_checked:
                yield f"  {pen.write(value.path)} {pen.write(value.pointer)}: {pen.say(value.because)}"
        return
    counted: Counter[str] = Counter()
    for tally in outcome.tallies:
        for vi, en, number in tally.not_checked:
            counted[pen.say(Text(vi, en))] += number
    reasons = counted.most_common()
    said = [f"{reason} ({number})" for reason, number in reasons[:_REASONS_SHOWN]]
    others = sum(number for _, number in reasons[_REASONS_SHOWN:])
    if others:
        said.append(pen.say(_OTHERS, number=others))
    yield f"{places}: {', '.join(said)}; {pen.say(_SEE_EACH)}"


def _skipped(outcome: Outcome, pen: Pen) -> Iterator[str]:
    skipped = [tally for tally in outcome.tallies if tally.skipped and tally.skipped not in CHECKED_TOO]
    if not skipped:
        return
    kinds = Counter(pen.write(tally.skipped) for tally in skipped)
    files = FILES.say(len(skipped), pen.language)
    yield f"{pen.say(_SKIPPED, files=files)}: {', '.join(f'{kind} ({number})' for kind, number in sorted(kinds.items()))}"
    if outcome.verbose:
        for tally in skipped:
            yield f"  {pen.write(tally.path)}: {pen.write(tally.skipped)}"


_RESULT = Text("Kết quả", "Result")
_REST = Text("{suppressed} được bỏ qua; {files}, tính đến ngày {today}", "{suppressed} suppressed; {files}, as of {today}")
_NOT_CHECKED = Text("Chưa kiểm tra {places}", "{places} not checked")
_OTHERS = Text("lý do khác ({number})", "other reasons ({number})")
_SEE_EACH = Text("dùng -v để xem từng chỗ", "-v lists each")
_SKIPPED = Text("Bỏ qua {files} không phải kế hoạch", "{files} without a plan passed over")
