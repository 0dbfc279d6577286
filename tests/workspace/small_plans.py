"""Small plans with links, and what is found in them."""

import json
from pathlib import Path
from typing import Any

from child import kehoach

TODAY = ("--today", "2026-06-30")
BETWEEN = ("--select", "LVL,MON010,SUP")


def findings(folder: Path, *words: str, lang: str = "vi", among: tuple[str, ...] = BETWEEN) -> list[dict[str, Any]]:
    done = kehoach("validate", *words, "--format", "json", "--lang", lang, *TODAY, *among, cwd=folder)
    found: list[dict[str, Any]] = json.loads(done.out)["findings"]
    return found


def places(folder: Path, *words: str) -> list[tuple[str, str, int]]:
    return [(f["code"], f["path"], f["line"]) for f in findings(folder, *words)]


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def head(name: str, parent: str = "", level: str = "commune", stage: str = "submitted", period: str = "2026") -> str:
    above = f"parent: {parent}\n" if parent else ""
    return (
        f"kehoach: plan/1\nid: {name}\ntitle: Kế hoạch {name}\nkind: annual\nlocality: {{name: {name}, level: {level}}}\n"
        f"period: {period}\nstage: {stage}\n{above}"
    )


def indicator(value: str, *more: str, unit: str = "km", direction: str = "increase") -> str:
    lines = [f"unit: {unit}", f"direction: {direction}", f"targets: [{{value: {value}, date: 2026}}]", *more]
    return "monitoring:\n  indicators:\n    - id: duong\n      name: Đường thôn\n" + "".join(f"      {line}\n" for line in lines)


def the_upper(value: str, aggregation: str, direction: str = "increase", unit: str = "km") -> str:
    return head("tinh", level="province") + indicator(value, f"aggregation: {aggregation}", direction=direction, unit=unit)


def a_lower(name: str, value: str, *more: str, unit: str = "km") -> str:
    return head(name, "tinh") + indicator(value, "same_as: [tinh#duong]", *more, unit=unit)
