"""Write plans that look real and are nobody's: the same seed gives the same bytes.

python benchmarks/generator.py OUT --plans 100 --seed 1
python benchmarks/generator.py OUT --country
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from phrases import (
    ACTIVITIES,
    FUNDS,
    METHODS,
    OUTPUTS,
    OWNERS,
    REASONS,
    STEPS,
)
from sections import closing, opening

from places import YEAR, Place, alone, country, villages

EVIDENCE = ("cam-ket.txt", "bien-ban-hop-thon.txt", "nghi-quyet.txt")


class Plan:
    """One plan on its way to text."""

    def __init__(self, place: Place, seed: int, tasks: int) -> None:
        self.place = place
        self.random = Random(f"{seed}/{place.id}/{tasks}")
        self.tasks = tasks
        self.villages = villages(self.random, max(7, tasks // 10))
        self.needs = dict.fromkeys((fund[0] for fund in FUNDS), 0)
        self.labour = 0
        self.ends: list[date] = []
        self.costs: list[int] = []
        self.lines: list[str] = []

    def text(self) -> str:
        """Write the whole plan."""
        opening(self)
        self.outputs()
        self.write("", "tasks:")
        for number in range(1, self.tasks + 1):
            self.task(number)
        self.owners()
        self.resources()
        closing(self)
        self.lines.append("")
        return "\n".join(self.lines)

    def write(self, *lines: str) -> None:
        self.lines += lines

    def outputs(self) -> None:
        """Write as many outputs as objectives can share."""
        self.write("outputs:")
        for number in range(1, max(5, self.tasks // 5) + 1):
            kind = (number - 1) % 5
            where = self.villages[number % len(self.villages)]
            self.write(f"  - id: P{number}", f"    title: {OUTPUTS[kind]} tại cụm {where}", f"    objective: O1.{kind + 1}")

    def task(self, number: int) -> None:
        """Write one task with all that the rules ask for."""
        random, villages = self.random, self.villages
        activity = ACTIVITIES[(number - 1) % len(ACTIVITIES)]
        village = villages[((number - 1) // len(ACTIVITIES) * 3 + number) % len(villages)]
        size = random.randint(*activity.sizes)
        fit = {"n": size, "place": f"Thôn {village}"}
        outputs = max(5, self.tasks // 5)
        output = activity.objective + 5 * random.randrange(outputs // 5)
        first, last = _dates(random)
        partners = random.sample([owner[0] for owner in OWNERS[2:18] if owner[0] != activity.owner], random.randint(1, 2))
        self.write(
            f"  - id: T{number}",
            f"    title: {activity.title.format(**fit)}",
            f"    serves: [P{output}]",
            f"    owner: {activity.owner}",
            f"    partners: [{', '.join(partners)}]",
            *self.times(first, last),
            f"    deliverable: {activity.deliverable.format(**fit)}",
        )
        self.words(number, activity.sector, village)
        if number % 5 == 1:
            self.reach()
        self.money(activity.fund, size, activity.cost, activity.per, activity.spent_on)
        self.ends.append(last)

    def times(self, first: date, last: date) -> Iterator[str]:
        """Write the dates, in one of the ways that officers write them."""
        way = self.random.randrange(6)
        if way == 0:
            yield f"    start: {first:%Y-%m}"
            yield f"    end: {last:%Y-%m}"
        elif way == 1:
            yield f"    start: {first:%d/%m/%Y}"
            yield f"    end: {last:%d/%m/%Y}"
        else:
            yield f"    start: {first}"
            yield f"    end: {last}"
        before = [number for number, end in enumerate(self.ends[-40:], max(1, len(self.ends) - 39)) if (first - end).days > 31]
        if before and self.random.random() < 0.35:
            yield f"    after: [T{self.random.choice(before)}]"
        if self.random.random() < 0.15:
            yield "    milestones:"
            yield f"      - date: {first + (last - first) / 2}"
            yield "        deliverable: Xong phần việc chính, có biên bản của thôn"

    def words(self, number: int, sector: str, village: str) -> None:
        """Write the prose and, for some tasks, the actions."""
        random = self.random
        if random.random() < 0.12:
            self.write(f"    method: {random.choice(METHODS)}")
        if random.random() < 0.06:
            self.write(f"    basis: {random.choice(REASONS)}")
        if random.random() < 0.2:
            self.write(f"    sector: {sector}", f"    location: [Thôn {village}]")
        if random.random() < 0.08:
            self.write("    actions:")
            for part, step in enumerate(STEPS[: random.randint(2, 4)], 1):
                self.write(f"      - id: T{number}.{part}", f"        title: {step}")

    def reach(self) -> None:
        """Write whom the task reaches, each part within its whole."""
        random = self.random
        households = random.randint(15, 300)
        people = households * random.randint(3, 5)
        women, minority = people * random.randint(45, 54) // 100, people * random.randint(20, 80) // 100
        poor = households * random.randint(5, 40) // 100
        self.write(
            f"    beneficiaries: {{people: {people}, women: {women}, ethnic_minority: {minority}, "
            f"households: {households}, poor_households: {poor}}}",
            f"    priority: {random.choice(('high', 'medium', 'low'))}",
        )

    def money(self, fund: str, size: int, cost: int, per: str, spent_on: str) -> None:
        """Write the needs and count them, so that limits hold."""
        random = self.random
        self.write("    needs:")
        if random.random() < 0.3:
            amount = size * cost
            self.write(f"      - fund: {fund}", f"        rate: {cost} triệu đồng", f"        quantity: {size}", f"        per: {per}")
            self.write(f"        year: {YEAR}", f"        for: {spent_on}")
        else:
            amount = size * cost + random.randrange(10)
            self.write(f"      - {{fund: {fund}, amount: {amount}, year: {YEAR}}}")
        self.needs[fund] += amount
        if random.random() < 0.25:
            more = random.choice([other for other in ("ns-xa", "dan-gop", "xa-hoi-hoa") if other != fund])
            extra = random.randint(5, 60)
            self.needs[more] += extra
            self.write(f"      - {{fund: {more}, amount: {extra}, year: {YEAR}}}")
            amount += extra
        if random.random() < 0.12:
            days = random.randint(2, 30) * 10
            self.labour += days
            self.write(f"      - {{in_kind: ngay-cong, quantity: {days}, year: {YEAR}}}")
        self.costs.append(amount)
        if random.random() < 0.3:
            self.write(f"    total: {amount}")

    def owners(self) -> None:
        """Write the bodies, and the villages that contribute labour."""
        self.write("", "owners:")
        slug = self.place.id
        for name, title, sort, role, group in OWNERS:
            level = "province" if name.startswith("so-") or self.place.level == "province" else "commune"
            self.write(
                f"  - id: {name}",
                f"    name: {title.format(place=self.place.name)}",
                f"    type: {sort}",
                f"    level: {level}",
                *([f"    represents: [{group}]"] if group else ()),
                f"    contact: {{role: {role}, email: {name}@{slug}.example}}",
            )
        for number, village in enumerate(self.villages, 1):
            self.write(
                f"  - id: thon-{number}",
                f"    name: Ban phát triển Thôn {village}",
                "    type: village",
                "    represents: [ethnic_minority, poor]",
                f"    contact: {{role: Trưởng thôn, email: thon-{number}@{slug}.example}}",
            )

    def resources(self) -> None:
        """Write funds whose limits are what the tasks need."""
        self.write("", "resources:", "  funds:")
        for name, title, sort, nature, status, guarantor in FUNDS:
            self.write(
                f"    - id: {name}",
                f"      name: {title}",
                f"      kind: {sort}",
                *([f"      nature: {nature}"] if nature else ()),
                f"      status: {status}",
                f"      limits: {{{YEAR}: {max(self.needs[name], 100)}}}",
                f"      guaranteed_by: {guarantor}",
                "      basis: Quyết định giao dự toán năm 2026 và biên bản thống nhất với các bên",
            )
        contributors = ", ".join(f"thon-{number}" for number in range(1, len(self.villages) + 1))
        self.write(
            "  in_kind:",
            "    - id: ngay-cong",
            "      name: Ngày công đóng góp",
            "      unit: ngày công",
            f"      limits: {{{YEAR}: {max(self.labour, 100)}}}",
            "      value_per_unit: 200 nghìn đồng",
            f"      contributors: [{contributors}]",
            f"  totals: {{{YEAR}: {sum(max(need, 100) for need in self.needs.values())}}}",
            "  constraints:",
            "    - kind: time",
            "      text: Không thi công nền đường trong các đợt mưa lớn",
            "    - kind: policy",
            "      text: Mức đóng góp của dân do hộ dân trong thôn bàn và quyết định",
        )


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


def write_country(out: Path, seed: int = 1, tasks: int = 100) -> list[Path]:
    """Write a plan for each of 34 provinces and 3,321 communes, a folder for each province."""
    files = []
    for province, communes in country(seed):
        folder = out / province.id
        _write_evidence(folder)
        for place in (province, *communes):
            files.append(folder / f"{place.id}.yaml")
            files[-1].write_text(Plan(place, seed, tasks).text(), "utf-8", newline="\n")
    return files


def _dates(random: Random) -> tuple[date, date]:
    first = date(YEAR, 1, 5) + timedelta(days=random.randrange(240))
    return first, min(first + timedelta(days=random.randint(25, 120)), date(YEAR, 12, 18))


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
    parser.add_argument("--country", action="store_true", help="34 provinces and 3,321 communes, about 270 MB")
    asked = parser.parse_args()
    if asked.country:
        files = write_country(asked.out, asked.seed, asked.tasks)
    else:
        files = write_plans(asked.out, asked.plans, asked.seed, asked.tasks, asked.level)
    print(f"{len(files)} plans, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB in {asked.out}")


if __name__ == "__main__":
    main()
