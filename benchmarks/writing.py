"""One plan on its way to text."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from links import Links
from localities import YEAR, Place, villages
from monitoring import targets
from phrases import ACTIVITIES, FUNDS, METHODS, OUTPUTS, OWNERS, REASONS, STEPS
from sections import closing, opening


class Plan:
    """A plan, written from its head to its process."""

    def __init__(self, place: Place, seed: int, tasks: int, links: Links | None = None) -> None:
        self.place = place
        self.links = links or Links()
        self.random = Random(f"{seed}/{place.id}/{tasks}")
        self.tasks = tasks
        self.outputs_in_all = max(5, tasks // 25 * 5)
        self.served = dict.fromkeys(range(1, 6), 0)  # how many tasks each objective has
        self.villages = villages(self.random, max(7, tasks // 10))
        self.needs = dict.fromkeys((fund[0] for fund in FUNDS), 0)
        self.labour = 0
        self.ends: list[date] = []
        self.costs: list[int] = []
        self.lines: list[str] = []
        self.targets = list(targets(self.random, self.links, tasks))
        self.goals = {target.id: target.goal for target in self.targets}

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
        for number in range(1, self.outputs_in_all + 1):
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
        self.served[activity.objective] += 1
        output = activity.objective + 5 * (self.served[activity.objective] % (self.outputs_in_all // 5))
        first, last = self.links.dates(number, _dates(random))
        partners = random.sample([owner[0] for owner in OWNERS[2:18] if owner[0] != activity.owner], random.randint(1, 2))
        self.write(
            f"  - id: T{number}",
            f"    title: {activity.title.format(**fit)}",
            f"    serves: [P{output}]",
            f"    owner: {activity.owner}",
            f"    partners: [{', '.join(partners)}]",
            *self.times(number, first, last),
            f"    deliverable: {activity.deliverable.format(**fit)}",
        )
        self.words(number, activity.sector, village)
        if number % 5 == 1:
            self.reach()
        self.money(activity.fund, size, activity.cost, activity.per, activity.spent_on)
        self.ends.append(last)

    def times(self, number: int, first: date, last: date) -> Iterator[str]:
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
        after = [f"T{self.random.choice(before)}"] if before and self.random.random() < 0.35 else []
        after += filter(None, [self.links.waits(number, first, self.random.random())])
        if after:
            yield f"    after: [{', '.join(after)}]"
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
            if self.place.level == "province":  # communes have no plans of sectors
                self.write(f"    sector: {sector}")
            self.write(f"    location: [Thôn {village}]")
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

    def limit(self, fund: str) -> int:
        """Give what a fund has: what the tasks need, and what is handed down."""
        return max(self.needs[fund], 100) + self.links.handed(fund)

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
                f"      limits: {{{YEAR}: {self.limit(name)}}}",
                *self.links.fund(name),
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
            f"  totals: {{{YEAR}: {sum(self.limit(name) for name in self.needs)}}}",
            "  constraints:",
            "    - kind: time",
            "      text: Không thi công nền đường trong các đợt mưa lớn",
            "    - kind: policy",
            "      text: Mức đóng góp của dân do hộ dân trong thôn bàn và quyết định",
        )


def _dates(random: Random) -> tuple[date, date]:
    first = date(YEAR, 1, 5) + timedelta(days=random.randrange(240))
    return first, min(first + timedelta(days=random.randint(25, 120)), date(YEAR, 12, 18))
