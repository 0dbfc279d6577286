"""The appraisal sheet: by section what is wrong and what is missing, whence the demand comes, and room for the answer."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kehoach.diagnostics import Diagnostic, Nature, Severity
from kehoach.language import Text
from kehoach.model.vocabulary import Stage
from kehoach.reports.options import Options
from kehoach.reports.views.heading import BLANK, country, open_day
from kehoach.reports.views.numbering import roman
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, Row, entry, group, labelled, part, section, table
from kehoach.reports.views.sections import COUNTED, MARKS, OTHERS, SECTIONS, SEVERITIES
from kehoach.reports.views.telling import Teller, first_up
from kehoach.rules.catalogue import by_code
from kehoach.rules.sources import cited
from kehoach.workspace.answering import Answers, Said

MOST = 1000
"""So many findings stand on a sheet, the gravest."""

ANSWER = Text(vi="Ý kiến tiếp thu, giải trình", en="Answer")
"""The column that is left empty for the body that made the plan."""

_ROOM = 40  # mm of that column
_SOURCE = 36
_LINE = 18  # of a column of short lines
_TOGETHER = 8  # so many findings of one rule stand in one row
_KEY = re.compile(r"`([^`]*)`")
_OF_A_PROCESS = "PRC005"  # says itself whence the demand comes


class Found(NamedTuple):
    """A finding, and whether the last appraisal did not have it; none: there was none."""

    diagnostic: Diagnostic
    is_new: bool | None


def appraisal(teller: Teller, options: Options) -> Piece:
    """Give heading, addressee, the eight sections, the findings, those of the last appraisal that are gone, signatures."""
    form = teller.plan.document
    found = _found(options)
    parts = [
        part(teller.text("Kế hoạch được thẩm định", "The plan"), bullets=_about(teller, options)),
        part(
            teller.text("Đánh giá chung theo tám nội dung", "The eight sections"),
            paragraphs=_whole(teller, options),
            table=_sections(found, teller, options),
        ),
        part(
            teller.text("Nội dung góp ý", "Findings"),
            paragraphs=[] if found else [teller.text("Không có góp ý.", "There are no findings.")],
            table=_findings(found, teller, options),
        ),
        part(teller.text("Góp ý lần trước nay không còn", "Findings of the last appraisal that are gone"), table=_gone(teller, options)),
    ]
    return {
        "heading": {
            "left": [teller.text("CƠ QUAN THẨM ĐỊNH: {blank}", "APPRAISING BODY: {blank}", blank=BLANK)],
            "right": country(teller),
            "number": teller.text("Số: {blank}/{blank}", "No.: {blank}/{blank}", blank=BLANK),
            "place_date": f"{BLANK}, {open_day(teller)}",
        },
        "addressee": teller.text("Kính gửi: {to}", "To: {to}", to=(form.issuing_body if form else None) or BLANK),
        "parts": section("", "", parts)["parts"],
        "signatures": [
            {"title": teller.text("ĐẠI DIỆN ĐƠN VỊ LẬP KẾ HOẠCH", "FOR THE BODY THAT MADE THE PLAN"), "hint": _sign(teller)},
            {"title": teller.text("NGƯỜI THẨM ĐỊNH", "THE APPRAISER"), "hint": _sign(teller)},
        ],
    }


def _sign(teller: Teller) -> str:
    return teller.text("(Ký, ghi rõ họ tên)", "(Signature, full name)")


def _about(teller: Teller, options: Options) -> list[Piece]:
    plan = teller.plan
    place = ", ".join(filter(None, (plan.locality.name, plan.locality.within)))
    stage = plan.stage or Stage.DRAFT
    said = [
        *labelled(teller.text("Địa phương", "Locality"), place),
        *labelled(teller.text("Kỳ kế hoạch", "Period"), teller.say(plan.period)),
        *labelled(teller.text("Mã kế hoạch", "Id"), plan.id),
        *labelled(teller.text("Giai đoạn", "Stage"), teller.label(stage)),
    ]
    if options.stage not in (None, stage):
        said += labelled(teller.text("Kiểm tra như ở giai đoạn", "Checked as"), teller.label(options.stage))
    return said


def _found(options: Options) -> list[Found]:
    is_new: Sequence[bool | None] = options.answers.is_new if options.answers else [None] * len(options.diagnostics)
    return [Found(diagnostic, new) for diagnostic, new in zip(options.diagnostics, is_new, strict=True)]


def _whole(teller: Teller, options: Options) -> list[str]:
    """Say what was found in all, and what became of the last findings."""
    counts = Counter(one.severity for one in options.diagnostics)
    said = ", ".join(f"{counts[severity]} {name.to(teller.language)}" for severity, name in COUNTED.items())
    lines = [
        teller.text("Ngày kiểm tra: {day}. Kết quả: {said}.", "Checked on {day}: {said}.", day=options.today, said=said),
    ]
    if options.readiness is not None:
        lines[0] += teller.text(" Mức sẵn sàng: {percent}%.", " Readiness: {percent}%.", percent=options.readiness)
    if options.unread:
        lines.append(
            teller.text(
                "Có {count} giá trị không đọc được nên chưa kiểm tra hết; cần sửa rồi thẩm định lại.",
                "Some values could not be read ({count}), so that not all was checked; mend them and appraise again.",
                count=options.unread,
            )
        )
    if options.answers:
        lines.append(_answered(options.answers, teller))
    return lines


def _answered(answers: Answers, teller: Teller) -> str:
    new = sum(answers.is_new)
    return teller.text(
        "So với lần thẩm định trước ({day}): {gone} góp ý không còn, {still} góp ý vẫn còn, {new} góp ý mới{unsure}.",
        "Since the last appraisal ({day}): {gone} findings are gone, {still} are still there, {new} are new{unsure}.",
        day=answers.day,
        gone=len(answers.gone),
        still=len(answers.is_new) - new,
        new=new,
        unsure=teller.text(", {count} chưa kiểm tra lại được", ", {count} could not be looked at again", count=len(answers.unsure))
        if answers.unsure
        else "",
    )


def _sections(found: Sequence[Found], teller: Teller, options: Options) -> Piece | None:
    """Give the mark of each section and how many findings it has; other rows where something was found there."""
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Nội dung", "Section")),
        Column(teller.text("Tình trạng", "State"), CENTRE, optional=True),
        *(Column(name.to(teller.language), RIGHT) for name in SEVERITIES.values()),
    )
    counts = Counter((one.diagnostic.section, one.diagnostic.severity) for one in found)
    rows: list[Row] = []
    for name, said in {**SECTIONS, **OTHERS}.items():
        numbers = [counts[name, severity] for severity in SEVERITIES]
        if name in SECTIONS or any(numbers):
            mark = MARKS.get(options.checklist.get(name, ""))
            said_mark = mark.to(teller.language) if mark else ""
            rows.append(entry(str(len(rows) + 1), said.to(teller.language), said_mark, *map(teller.say, numbers)))
    return table(columns, rows)


def _findings(found: Sequence[Found], teller: Teller, options: Options) -> Piece | None:
    """List the findings by section, the gravest first; those of which the same is asked stand together."""
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Nội dung góp ý", "Finding")),
        Column(teller.text("Vị trí", "Where"), room=_LINE),
        Column(teller.text("Mức độ", "Severity"), CENTRE, room=_LINE),
        Column(teller.text("Căn cứ của yêu cầu", "Source of the demand"), room=_SOURCE),
        Column(teller.text("Đề nghị", "What to do"), room=_ROOM),
        Column(teller.text("So với lần trước", "Since the last"), CENTRE, optional=True),
        Column(ANSWER.to(teller.language), room=_ROOM),
    )
    shown = sorted(found, key=_gravity)[:MOST]
    rows: list[Row] = []
    number = 0
    for name, said in {**SECTIONS, **OTHERS}.items():
        here = [one for one in shown if _home(one) == name]
        if here:
            heads = sum(row.kind == "group" for row in rows)
            rows.append(group(roman(heads + 1), said.to(teller.language), *[""] * (len(columns) - 2)))
        for together in _alike(here, teller):
            rows.append(_row(number, together, teller, options))
            number += len(together)
    more = len(found) - len(shown)
    left_out = teller.text("Còn {more} góp ý nhẹ hơn không ghi ở đây.", "{more} lesser findings are not listed here.", more=more)
    return table(columns, rows, notes=[left_out] if more else [])


def _home(one: Found) -> str:
    name = one.diagnostic.section
    return name if name in SECTIONS or name in OTHERS else ""


def _gravity(one: Found) -> tuple[int, bool, str, tuple[str, int, int, str, str]]:
    diagnostic = one.diagnostic
    return diagnostic.severity.rank, diagnostic.nature is Nature.WRONG, diagnostic.code, diagnostic.order


def _alike(found: Sequence[Found], teller: Teller) -> Iterator[list[Found]]:
    """Put findings of one rule with one remedy together, a few at a time."""
    for _, same in groupby(found, key=lambda one: (one.diagnostic.code, one.diagnostic.severity, _remedy(one, teller), one.is_new)):
        rest = list(same)
        yield from (rest[start : start + _TOGETHER] for start in range(0, len(rest), _TOGETHER))


def _row(before: int, together: Sequence[Found], teller: Teller, options: Options) -> Row:
    first = together[0]
    diagnostic = first.diagnostic
    nature = teller.text("còn thiếu", "missing") if diagnostic.nature is Nature.MISSING else teller.text("chưa đúng", "wrong")
    said = [f"{first_up(_quoted(one.diagnostic.said(teller.language))).rstrip('.')}." for one in together]
    return entry(
        str(before + 1) if len(together) == 1 else f"{before + 1}-{before + len(together)}",
        said[0] if len(said) == 1 else "\n".join(f"- {line}" for line in said),
        _where([one.diagnostic for one in together], teller),
        f"{SEVERITIES[diagnostic.severity].to(teller.language)},\n{nature}",
        f"{_source(diagnostic, options).to(teller.language)} [{diagnostic.code}]",
        _remedy(first, teller),
        {None: "", True: teller.text("Mới", "New"), False: teller.text("Vẫn còn", "Still there")}[first.is_new],
        "",
    )


def _remedy(one: Found, teller: Teller) -> str:
    return _quoted(one.diagnostic.remedy(teller.language))


def _quoted(said: str) -> str:
    """Put the keys of the file in marks that a paper has."""
    return _KEY.sub(r"“\1”", said)


def _where(found: Sequence[Diagnostic], teller: Teller) -> str:
    """Name the tasks, and the lines of the file."""
    tasks = dict.fromkeys(task for one in found if (task := _task(one, teller)))
    lines = ", ".join(dict.fromkeys(str(one.place.line) for one in found))
    said = [teller.text("nhiệm vụ {tasks}", "task {tasks}", tasks=", ".join(tasks))] if tasks else []
    return first_up(", ".join([*said, teller.text("dòng {lines}", "line {lines}", lines=lines)]))


def _task(diagnostic: Diagnostic, teller: Teller) -> str:
    keys = diagnostic.steady.split("/")
    numbers = [teller.number(key) for key in keys if teller.number(key) != key] if "tasks" in keys[:2] else []
    return numbers[-1] if numbers else ""


def _source(diagnostic: Diagnostic, options: Options) -> Text:
    """Name the paper and the step, or the law, that the demand comes from."""
    if diagnostic.code == _OF_A_PROCESS:
        return cited(str(diagnostic.values.get("source", "")))
    rule = by_code().get(diagnostic.code)
    return cited(rule.source if rule else options.sources.get(diagnostic.code, ""))


def _gone(teller: Teller, options: Options) -> Piece | None:
    """List the findings of the last appraisal that are there no more, in the words of then."""
    answers = options.answers
    if answers is None:
        return None
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Góp ý lần trước", "Finding of the last appraisal")),
        Column(teller.text("Vị trí khi đó", "Where it was"), room=_LINE),
        Column(teller.text("Mức độ", "Severity"), CENTRE),
        Column(teller.text("Kết quả", "Outcome")),
    )
    gone, unsure = teller.text("Không còn", "Gone"), teller.text("Chưa kiểm tra lại được", "Could not be looked at again")
    rows = [
        entry(str(number), *_then(said, teller), outcome)
        for number, (said, outcome) in enumerate(
            [*((said, gone) for said in answers.gone), *((said, unsure) for said in answers.unsure)][:MOST], start=1
        )
    ]
    return table(columns, rows)


def _then(said: Said, teller: Teller) -> Iterator[str]:
    yield f"{first_up(said.message).rstrip('.')}. [{said.code}]"
    yield teller.text("Dòng {line}", "Line {line}", line=str(said.line))
    yield SEVERITIES[Severity(said.severity)].to(teller.language)
