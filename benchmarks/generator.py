"""Write plans that look real and are nobody's: the same seed gives the same bytes.

python benchmarks/generator.py OUT --plans 100 --seed 1
python benchmarks/generator.py OUT --country
python benchmarks/generator.py OUT --country --provinces 3 --communes 297
"""

from argparse import ArgumentParser
from pathlib import Path
from random import Random
from typing import NamedTuple

from founding import MISSING, found
from links import HANDED, Lower, Shown, Upper
from localities import COMMUNES, PROVINCES, alone, country
from writing import Plan

from faults import Seeded, spread

EVIDENCE = ("cam-ket.txt", "bien-ban-hop-thon.txt", "nghi-quyet.txt")


def plan(number: int = 1, seed: int = 1, tasks: int = 100, level: str = "commune") -> str:
    """Give the text of one plan that stands alone: about 80 KB for 100 tasks."""
    return Plan(alone(number, seed, level), seed, tasks).text()


def write_plans(out: Path, plans: int, seed: int = 1, tasks: int = 100, level: str = "commune") -> list[Path]:
    """Write plans that stand alone into one folder."""
    _write_evidence(out)
    files = []
    for number in range(1, plans + 1):
        place = alone(number, seed, level)
        files.append(out / f"{place.id}.yaml")
        files[-1].write_text(Plan(place, seed, tasks).text(), "utf-8", newline="\n")
    return files


class Country(NamedTuple):
    """What was written, and what a run over all of it must find, beside notes."""

    files: list[Path]
    seeded: list[Seeded]


def write_country(out: Path, seed: int = 1, tasks: int = 100, provinces: int = PROVINCES, communes: int = COMMUNES) -> Country:
    """Write a plan for each province and commune, a folder for each province, and the workspace they make."""
    files, seeded, places = [], [MISSING], list(country(seed, provinces, communes))
    for number, (province, lower) in enumerate(places, 1):
        folder = out / province.id
        _write_evidence(folder)
        shown = []
        for place, fault in zip(lower, spread(len(lower)), strict=True):
            file = f"{province.id}/{place.id}.yaml"
            random = Random(f"{seed}/{place.id}/links")
            links = Lower(place, fault, random.randint(900, 4200), asks=random.random() < 0.3)
            written = _write_plan(out / file, Plan(place, seed, tasks, links))
            limits = {name: written.limit(name) for name in HANDED}
            shown.append(Shown(place, fault, written.goals, links.households, limits, links.asks))
            seeded += [fault.seeded(file)] if fault is not None else []
            files.append(out / file)
        upper, file = Upper(shown, number), f"{province.id}/{province.id}.yaml"
        _write_plan(out / file, Plan(province, seed, tasks, upper))
        seeded += upper.seeded(file)
        files.append(out / file)
    found(out, (province for province, _ in places), (place for _, lower in places for place in lower))
    return Country(files, seeded)


def _write_plan(file: Path, made: Plan) -> Plan:
    file.write_text(made.text(), "utf-8", newline="\n")
    return made


def _write_evidence(folder: Path) -> None:
    (folder / "van-ban").mkdir(parents=True, exist_ok=True)
    for name in EVIDENCE:
        (folder / "van-ban" / name).write_text("Văn bản được sinh tự động để đo tốc độ.\n", "utf-8", newline="\n")


def main() -> None:
    """Write what the command line asks for."""
    parser = ArgumentParser(description="Write generated plans into a folder.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--plans", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tasks", type=int, default=100, help="100 make about 80 KB")
    parser.add_argument("--level", choices=("commune", "province"), default="commune")
    parser.add_argument("--country", action="store_true", help="provinces with their communes and the links between them")
    parser.add_argument("--provinces", type=int, default=PROVINCES)
    parser.add_argument("--communes", type=int, default=COMMUNES, help="of all provinces; 3,321 make about 280 MB")
    asked = parser.parse_args()
    if asked.country:
        files, seeded = write_country(asked.out, asked.seed, asked.tasks, asked.provinces, asked.communes)
        print(f"{len(seeded)} faults on purpose")
    else:
        files = write_plans(asked.out, asked.plans, asked.seed, asked.tasks, asked.level)
    print(f"{len(files)} plans, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB in {asked.out}")


if __name__ == "__main__":
    main()
