"""Findings made by hand, with everything in them that a format must not let through."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from unicodedata import normalize

from kehoach.checking import Checked, NotChecked
from kehoach.checklist import PlanSummary
from kehoach.diagnostics import Diagnostic, Nature, Place, RelatedPlace, Severity
from kehoach.formats.base import Outcome
from kehoach.language import Language, Text
from kehoach.model.plan import SECTIONS
from kehoach.model.vocabulary import Stage

PATH = "xa/plan.yaml"
DECOMPOSED = normalize("NFD", "hộ nghèo")


def place(line: int, column: int, end_column: int, excerpt: str = "") -> Place:
    return Place(line=line, column=column, end_line=line, end_column=end_column, excerpt=excerpt)


def diagnostic(code: str = "TIM002", **changes: Any) -> Diagnostic:
    given: dict[str, Any] = {
        "code": code,
        "name": "end-before-start",
        "nature": Nature.WRONG,
        "severity": Severity.ERROR,
        "message": Text(vi="{id} kết thúc trước khi bắt đầu", en="{id} ends before it starts"),
        "why": Text(vi="Không ai làm được.", en="Nobody can do it."),
        "fix": Text(vi="Sửa `end` của {id}.", en="Correct `end` of {id}."),
        "path": PATH,
        "place": place(12, 10, 20, "    end: 01/01/2026"),
        "pointer": "/tasks/0/end",
        "section": "timelines",
        "values": {"id": "T1"},
    }
    return Diagnostic(**given | changes)


ERROR = diagnostic(
    related=(
        RelatedPlace(path=PATH, place=place(9, 12, 22, "    start: 01/02/2026"), message=Text("bắt đầu ở đây", "it starts here")),
        RelatedPlace(
            path="tỉnh/::cấp trên.yaml", place=place(1, 1, 2), message=Text("kế hoạch {id}", "the plan {id}"), values={"id": "<lao-cai>"}
        ),
    ),
)
WARNING = diagnostic(
    "TXT001",
    name="not-nfc",
    severity=Severity.WARNING,
    message=Text(vi="{text} chưa dựng sẵn dấu, 100% <b>", en="{text} is decomposed, 100% <b>"),
    why=Text(vi="Hai chữ giống nhau mà khác nhau.", en="Equal looks are unequal texts."),
    fix=Text(vi="Gõ lại.", en="Type it again."),
    place=place(30, 10, 10 + len(DECOMPOSED), f"  title: {DECOMPOSED} 漢字\x1b[31m\t##[error]x"),
    pointer="/tasks/1/title",
    section="tasks",
    values={"text": f"{DECOMPOSED}\n::error::漢字\x1b[2J\u202e"},
)
NOTE = diagnostic(
    "OWN007",
    name="owner-without-contact",
    nature=Nature.MISSING,
    severity=Severity.NOTE,
    message=Text(vi="{id} chưa có người liên hệ", en="{id} has no contact"),
    why=Text(vi="Không biết hỏi ai.", en="There is nobody to ask."),
    fix=Text(vi="Ghi `contact:`.", en="Write `contact:`."),
    place=place(41, 5, 7, "  - id: vp"),
    pointer="/owners/0",
    section="owners",
    values={"id": "vp"},
    lacks=Text("người liên hệ", "a contact"),
    subject="vp",
)


def missing(code: str, section: str, lacks: str, *subjects: str, line: int = 50, severity: Severity = Severity.WARNING) -> list[Diagnostic]:
    return [
        diagnostic(
            code,
            name="lacking",
            nature=Nature.MISSING,
            severity=severity,
            section=section,
            lacks=Text(lacks, lacks) if lacks else None,
            subject=subject,
            place=place(line + number, 3, 8),
            values={"id": subject},
        )
        for number, subject in enumerate(subjects or ("",))
    ]


def plan(path: str = PATH, marks: Mapping[str, str] | None = None, **changes: Any) -> PlanSummary:
    checklist = dict.fromkeys(SECTIONS, "complete") | dict(marks or {})
    given: dict[str, Any] = {
        "path": path,
        "id": "bac-ha-2026",
        "title": "Kế hoạch năm 2026",
        "locality": "Xã Bắc Hà",
        "language": "vi",
        "stage": Stage.DRAFT,
        "checked_as": Stage.DRAFT,
        "checklist": checklist,
        "readiness": sum(mark == "complete" for mark in checklist.values()) * 100 // 8,
    }
    return PlanSummary(**given | changes)


THREE = Checked(
    path=PATH,
    diagnostics=(ERROR, WARNING, NOTE),
    plan=plan(marks={"timelines": "gaps", "tasks": "gaps", "owners": "gaps", "commitments": "missing"}),
    not_checked=(
        NotChecked(path=PATH, pointer="/tasks/2/end", because=Text("không đọc được giá trị", "the value could not be read")),
        NotChecked(path=PATH, pointer="/parent", because=Text("thuộc kế hoạch khác: \x1b[1m", "belongs to another plan: \x1b[1m")),
    ),
)


def outcome(*results: Checked, language: Language = Language.VI, **changes: Any) -> Outcome:
    given: dict[str, Any] = {
        "results": results or (THREE,),
        "today": date(2026, 3, 5),
        "language": language,
        "version": "0.1.0",
        "width": 80,
    }
    return Outcome(**given | changes)


def many(number: int = 7) -> tuple[Checked, ...]:
    """Plans of many communes, one of them unreadable, and a file that is no plan."""
    results = [_commune(f"xa-{i}/plan.yaml", i) for i in range(number - 1, 0, -1)]
    unreadable = Checked(path="hong.yaml", diagnostics=(diagnostic("YML001", path="hong.yaml", section="", name="syntax-error"),))
    return (*results, unreadable, Checked(path="bieu.yaml", skipped="progress/1"))


def _commune(path: str, number: int) -> Checked:
    marks = {"risks": "gaps", "timelines": "gaps"} | ({"commitments": "missing"} if number % 2 else {})
    late = [diagnostic(path=path)] * (number % 3)
    (lacking,) = missing("RSK003", "risks", "người phụ trách", "R1")
    return Checked(
        path=path,
        plan=plan(path, marks, id=f"xa-{number}", locality=f"Xã Số {number}"),
        diagnostics=(*late, lacking._replace(path=path)),
    )
