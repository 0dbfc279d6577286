"""The files of a generated workspace beside its plans: settings, register, tables of units."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from links import HOUSEHOLDS, REGISTERED
from localities import YEAR, Place
from phrases import MEASURES

from faults import Seeded

SETTINGS = f"""\
# Kho kế hoạch được sinh tự động để đo tốc độ.
kehoach: workspace/1
language: vi
register: [chi-tieu.yaml]
crosswalk: [sap-nhap.csv]
expected:
  - {{level: province, period: {YEAR}, kind: annual, localities: tinh.csv, due: {YEAR}-01-31}}
  - {{level: commune, period: {YEAR}, kind: annual, localities: xa.csv, due: {YEAR}-01-31}}
  - {{level: province, period: {YEAR}-{YEAR + 4}, kind: five_year, due: {YEAR}-12-31}}
"""

MISSING = Seeded("LVL015", "warning", "kehoach.yaml", "")
"""The plan of five years, which nobody has written."""


def found(out: Path, provinces: Iterable[Place], communes: Iterable[Place]) -> None:
    """Write everything beside the plans."""
    communes = tuple(communes)
    files = {
        "kehoach.yaml": SETTINGS.splitlines(),
        "chi-tieu.yaml": _register(),
        "tinh.csv": _localities(provinces),
        "xa.csv": _localities(communes),
        "sap-nhap.csv": _crosswalk(communes),
    }
    for name, lines in files.items():
        (out / name).write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")


def _register() -> Iterator[str]:
    yield from ("kehoach: register/1", "id: chi-tieu", "title: Danh mục chỉ tiêu giao cho các xã", "indicators:")
    for measure in MEASURES:
        if measure.id in REGISTERED:
            yield from (f"  - id: {measure.id}", f"    name: {measure.name}", f"    definition: {measure.definition}")
            yield from (f"    unit: {measure.unit}", f"    counts: {measure.counts}", f"    direction: {measure.direction}")
            yield from ("    aggregation: weighted_mean", f"    weight: {HOUSEHOLDS}")
    yield from (f"  - id: {HOUSEHOLDS}", "    name: Số hộ", "    unit: hộ", "    counts: households", "    aggregation: sum")


def _localities(places: Iterable[Place]) -> Iterator[str]:
    yield "code,name,within"
    for place in places:
        yield f"{place.code},{place.name},{place.within}"


def _crosswalk(communes: Iterable[Place]) -> Iterator[str]:
    yield "old_code,old_name,new_code,new_name,from"
    for place in communes:
        if place.old_code:
            yield f"{place.old_code},{place.name} Cũ,{place.code},{place.name},2025-07-01"
