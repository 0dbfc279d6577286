"""The catalogue of rules, written for people and machines."""

import json
from collections.abc import Sequence
from pathlib import Path

from kehoach.diagnostics import Severity
from kehoach.formats.words import unfilled
from kehoach.language import Language, Text
from kehoach.model.labels import label
from kehoach.model.vocabulary import Stage
from kehoach.rules.base import Rule, Severities
from kehoach.shipped import folder

_STAGES = (Stage.DRAFT, Stage.SUBMITTED, Stage.CLOSED)
_SEVERITY = {
    Severity.ERROR: Text(vi="lỗi", en="error"),
    Severity.WARNING: Text(vi="cảnh báo", en="warning"),
    Severity.NOTE: Text(vi="lưu ý", en="note"),
}


def page(rule: Rule, language: Language) -> str:
    """Explain one rule: what, why, remedy, source, stages, examples."""
    parts = [
        f"{rule.code} {rule.name}",
        "",
        f"{_WHAT.to(language)}: {unfilled(rule.message, language)}",
        f"{_WHY.to(language)}: {rule.why.to(language)}",
        f"{_FIX.to(language)}: {unfilled(rule.fix, language)}",
        f"{_SOURCE.to(language)}: {rule.source}",
        f"{_WEIGHT.to(language)}: {_by_stage(rule, language)}",
    ]
    where = _where(rule, language)
    if where:
        parts.append(f"{_APPLIES.to(language)}: {where}")
    for kind, title in (("bad", _BAD), ("good", _GOOD)):
        text = example(rule, kind)
        if text:
            parts += ["", f"{title.to(language)}:", "", *(f"    {line}" for line in text.splitlines())]
    return "\n".join(parts) + "\n"


def listing(rules: Sequence[Rule], language: Language) -> str:
    """List the rules, one a line."""
    lines = [f"{rule.code}  {_letters(rule.severities):<3}  {rule.name:<36} {unfilled(rule.message, language)}" for rule in rules]
    return "\n".join([*lines, "", _LETTERS.to(language), ""])


def as_json(rules: Sequence[Rule]) -> str:
    """Write the catalogue for machines."""
    entries = [
        {
            "code": rule.code,
            "name": rule.name,
            "nature": rule.nature.value,
            "severity": {stage.value: rule.severities.at(stage, rule.nature).value for stage in Stage},
            "message": rule.message._asdict(),
            "why": rule.why._asdict(),
            "fix": rule.fix._asdict(),
            "source": rule.source,
            "kinds": sorted(rule.kinds),
            "levels": sorted(rule.levels),
            "processes": sorted(rule.processes),
        }
        for rule in rules
    ]
    return json.dumps({"version": 1, "rules": entries}, ensure_ascii=False, indent=2) + "\n"


def reference(rules: Sequence[Rule]) -> str:
    """Write the reference in Markdown, grouped by what the rules are about."""
    parts = ["# Các luật kiểm tra / The rules", "", _INTRODUCTION, ""]
    for family, title in _FAMILIES.items():
        members = [rule for rule in rules if rule.family == family]
        if not members:
            continue
        parts += [f"## {family}: {title.vi} / {title.en}", "", "| | | | |", "|---|---|---|---|"]
        for rule in members:
            told = f"{_cell(unfilled(rule.message, Language.VI))}<br>{_cell(unfilled(rule.message, Language.EN))}"
            link = f"[{rule.code}]({rule.code}-{rule.name}/)"
            parts.append(f"| {link} | `{rule.name}` | {_letters(rule.severities)} | {told} |")
        parts.append("")
    return "\n".join(parts).rstrip("\n") + "\n"


def example(rule: Rule, kind: str) -> str:
    """Read the rule's shipped example; empty where it is not text."""
    top = folder("examples") / "rules" / f"{rule.code}-{rule.name}"
    for file in (top / f"{kind}.yaml", top / kind / "plan.yaml"):
        if file.is_file():
            return _shown(file)
    return ""


def _shown(file: Path) -> str:
    return "".join(
        c if c.isprintable() or c in "\n\t" else f"\\u{ord(c):04x}" for c in file.read_bytes().decode("utf-8", "backslashreplace")
    )


def _by_stage(rule: Rule, language: Language) -> str:
    said = [f"{label(stage).to(language)}: {_SEVERITY[rule.severities.at(stage, rule.nature)].to(language)}" for stage in _STAGES]
    return ", ".join(said)


def _where(rule: Rule, language: Language) -> str:
    kinds = ", ".join(label(kind).to(language) for kind in sorted(rule.kinds))
    levels = ", ".join(label(level).to(language) for level in sorted(rule.levels))
    return "; ".join(part for part in (kinds, levels, ", ".join(sorted(rule.processes))) if part)


def _letters(severities: Severities) -> str:
    early, late = severities.early.value[0].upper(), severities.late.value[0].upper()
    return early if early == late else f"{early}>{late}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


_WHAT = Text(vi="Nói gì", en="Says")
_WHY = Text(vi="Vì sao", en="Why")
_FIX = Text(vi="Cách sửa", en="Remedy")
_SOURCE = Text(vi="Nguồn", en="Source")
_WEIGHT = Text(vi="Mức độ", en="Severity")
_APPLIES = Text(vi="Áp dụng cho", en="Applies to")
_BAD = Text(vi="Ví dụ sai", en="A bad example")
_GOOD = Text(vi="Ví dụ đúng", en="A good example")
_LETTERS = Text(
    vi="E lỗi, W cảnh báo, N lưu ý; W>E: cảnh báo khi còn dự thảo, lỗi từ khi trình",
    en="E error, W warning, N note; W>E: a warning in a draft, an error from submission on",
)
_INTRODUCTION = (
    "E lỗi, W cảnh báo, N lưu ý; W>E: cảnh báo khi còn dự thảo, lỗi từ khi trình.  \n"
    "E error, W warning, N note; W>E: a warning in a draft, an error from submission on.\n\n"
    "Được tạo bằng / made by `kehoach rules --format markdown`."
)
_FAMILIES = {
    "TSK": Text("Nhiệm vụ", "tasks"),
    "OWN": Text("Đối tượng tham gia", "owners"),
    "RES": Text("Nguồn lực", "resources"),
    "TIM": Text("Khung thời gian", "timelines"),
    "RSK": Text("Rủi ro và nội dung còn thiếu", "risks and gaps"),
    "COM": Text("Cam kết", "commitments"),
    "COO": Text("Cơ chế điều phối", "coordination"),
    "MON": Text("Theo dõi, đánh giá", "monitoring and evaluation"),
    "SIT": Text("Thực trạng, tầm nhìn, phương án", "situation, vision, options"),
    "OBJ": Text("Chuỗi kết quả", "the results chain"),
    "PRC": Text("Quy trình lập kế hoạch", "the planning process"),
    "LVL": Text("Giữa các kế hoạch", "between plans"),
    "PRG": Text("Báo cáo tiến độ", "progress reports"),
    "REF": Text("Mã tham chiếu", "references"),
    "TXT": Text("Chữ tiếng Việt", "Vietnamese text"),
    "YML": Text("Đọc tệp", "reading the file"),
    "SUP": Text("Bỏ qua có lý do", "suppression"),
}
