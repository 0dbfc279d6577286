"""Plans with everything in them that a formatter can break, and what it must make of each value."""

from random import Random
from typing import Any, NamedTuple
from unicodedata import normalize

from hypothesis import strategies as st

DATES = {
    "15/03/2026": "2026-03-15",
    "7/4/2026": "2026-04-07",
    "03/2026": "2026-03",
    "tháng 9 năm 2026": "2026-09",
    "Quý I/2026": "2026-Q1",
    "6 tháng đầu năm 2026": "2026-H1",
    "30/9": "2026-09-30",
    "2026-05-01": "2026-05-01",
    "2026": "2026",
}
DUES = DATES | {"đến hết quý II/2026": "2026-Q2", "trước 01/07/2026": "trước 01/07/2026", "chậm nhất 15/11/2026": "2026-11-15"}
AMOUNTS = {
    "1,2 tỷ đồng": "1200",
    "30.000.000 đồng": "30",
    "500 triệu": "500",
    "1250,5": "1250.5",
    "1 250": "1250",
    "1.250.000": "1250000",
    "200 nghìn đồng": "200 nghìn đồng",
    "1,20 tỷ": "1,20 tỷ",
    "USD 12000": "USD 12000",
    "750": "750",
}
NUMBERS = {"12,5": "12.5", "1.234,5": "1234.5", "1 234": "1234", "12.5": "12.5", "40": "40"}
WHOLE = {"1.250.000": "1250000", "420": "420", "1 250": "1250"}
TARGETS = {"12,5": "12.5", "≥ 14": "≥ 14", "trên 20.000": "trên 20.000", "4/9": "4/9", "Đạt chuẩn": "Đạt chuẩn", "9,5%": "9,5%"}
YES_NO = {"True": "true", "false": "false"}
PRIORITIES = {"cao": "high", "Trung bình": "medium", "low": "low"}
KINDS = {"ngân sách tỉnh": "provincial_budget", "Ngân sách xã": "commune_budget", "household": "household"}
FREQUENCIES = {"hằng quý": "quarterly", "monthly": "monthly", "Hằng năm": "annual"}
PROSE = (
    "Cải tạo đường thôn",
    "Hỗ trợ hộ nghèo vay 1,2 tỷ đồng trước 15/03/2026",
    normalize("NFD", "Tổ chức tập huấn kỹ thuật"),
    "Ngân sách tỉnh",
    "12,5",
    "Việc: có dấu hai chấm",
    "Gọi là \"điểm\" và 'mốc'",
    "dự án #3, giai đoạn 2",
    "-5 độ",
)

FAULTY = {
    "Cải tạo đƣờng thôn, xây mƣơng": "Cải tạo đường thôn, xây mương",
    "Ðào tạo nghề cho hộ nghèo": "Đào tạo nghề cho hộ nghèo",
    "Hỗ\xa0trợ\u200b vay vốn": "Hỗ trợ vay vốn",
    "Chăn nuôi &amp; trồng trọt": "Chăn nuôi & trồng trọt",
    normalize("NFD", "Tổ chức đƣờng dây"): "Tổ chức đường dây",
    "nƣớc ở \xa0Ðồng Ðăng": "nước ở Đồng Đăng",
    "a&nbsp;#b": "a #b",
    "việc&#58; c": "việc: c",
}
"""What `--fix` makes of faulty texts."""
MISSPELT = {"statment": "statement", "metod": "method", "partnerss": "partners", "lead_": "lead", "nmae": "name", "priorty": "priority"}
"""What it makes of keys that are one slip away from one that is known."""

WRONG = tuple(FAULTY)

Canon = dict[str, str]
Fields = dict[str, Any]
"""Keys and what stands under them: a table of values, PROSE, a list of refs, a list or a mapping of fields."""

NEED: Fields = {"fund": "ns", "amount": AMOUNTS, "year": {"2026": "2026"}, "for": PROSE, "quantity": NUMBERS}
TASK: Fields = {
    "title": PROSE,
    "serves": ["O1"],
    "owner": "ubnd",
    "partners": ["hoi-1", "hoi-2"],
    "start": DATES,
    "end": DUES,
    "deliverable": PROSE,
    "method": PROSE,
    "priority": PRIORITIES,
    "needs": [NEED],
    "milestones": [{"date": DUES, "deliverable": PROSE, "aspirational": YES_NO}],
    "beneficiaries": {"people": WHOLE, "women": WHOLE},
    "within_regular_budget": YES_NO,
    "x-note": PROSE,
}
FUND: Fields = {"name": PROSE, "kind": KINDS, "limits": {"2026": AMOUNTS}, "basis": PROSE, "x-b": PROSE}
INDICATOR: Fields = {
    "name": PROSE,
    "unit": PROSE,
    "baseline": {"value": TARGETS, "date": DATES},
    "targets": [{"value": TARGETS, "date": DUES}],
    "frequency": FREQUENCIES,
}
SECTIONS: Fields = {
    "situation": {"overview": PROSE, "strengths": [PROSE], "weaknesses": [PROSE]},
    "objectives": [{"statement": PROSE, "level": {"Mục tiêu chung": "general", "specific": "specific"}, "priority": {"1": "1"}}],
    "tasks": [TASK],
    "resources": {"funds": [FUND], "totals": {"2026": AMOUNTS}},
    "risks": [{"description": PROSE, "likelihood": {"3": "3"}, "owner": "ubnd", "review": FREQUENCIES}],
    "monitoring": {"lead": "ubnd", "indicators": [INDICATOR]},
}
LISTS_WITH_IDS = {"objectives": "O", "tasks": "T", "funds": "F", "risks": "R", "indicators": "I"}
IN_BRACKETS = ("baseline", "limits", "beneficiaries", "locality", "totals")
HEAD = {
    "kehoach": "plan/1",
    "id": "ke-hoach",
    "title": "Kế hoạch năm 2026",
    "kind": "hằng năm",
    "stage": "dự thảo",
    "period": "năm 2026",
    "unit": "triệu đồng",
    "locality": {"level": "xã", "name": "Xã Mẫu"},
}
WORDS = {"hằng năm": "annual", "dự thảo": "draft", "xã": "commune", "năm 2026": "2026"}


class Sample(NamedTuple):
    """A plan's bytes, and what each value that is rewritten says afterwards, by its key."""

    content: bytes
    canon: dict[tuple[str, str], str]


@st.composite
def samples(draw: st.DrawFn, *, is_faulty: bool = False) -> Sample:
    """Draw a plan: everything but the file's own form comes from one seed, so that 1,500 are drawn in a minute."""
    random = Random(draw(st.integers(min_value=0, max_value=2**48)))  # noqa: S311 - the same plan for the same seed
    writer = _Writer(random, is_faulty=is_faulty)
    text = writer.plan()
    if draw(st.booleans()):
        text = text.rstrip("\n")
    text = text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n"))))
    return Sample((b"\xef\xbb\xbf" if draw(st.integers(0, 3)) == 0 else b"") + text.encode(), writer.canon)


class _Writer:
    def __init__(self, random: Random, *, is_faulty: bool = False) -> None:
        self.random = random
        self.is_faulty = is_faulty
        self.canon: dict[tuple[str, str], str] = {}
        self.comments = 0
        self.ids: dict[str, int] = {}
        self.anchors = random.random() < 0.15
        self.anchored = 0
        self.lines: list[str] = []

    def plan(self) -> str:
        random = self.random
        if random.random() < 0.3:
            self.lines += ["# yaml-language-server: $schema=plan.schema.json", ""][: random.choice((1, 2))]
        if random.random() < 0.1:
            self.lines.append("---")
        share = 0.25 if self.is_faulty else 0.4
        fields = {**HEAD, **{name: SECTIONS[name] for name in SECTIONS if random.random() < share}}
        fields |= {"vision": {"statement": WRONG}} if self.is_faulty else {}
        if random.random() < 0.3:
            fields["x-data"] = {"b": PROSE, "a": DATES}
        self.mapping(fields, 0, "")
        return "\n".join(self.lines) + "\n"

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def comment(self) -> str:
        self.comments += 1
        said = self.random.choice(("ghi chú", "x: y", "- mục", "“trích”", "{", 'dấu "'))
        return f"#c{self.comments} {said}{self.random.choice(('', ' '))}"

    def mapping(self, fields: Fields, column: int, lead: str) -> None:
        """Write keys in a random order; `lead` is what stands before the first one, such as a dash."""
        keys = list(fields)
        self.random.shuffle(keys)
        for number, key in enumerate(keys):
            pad = " " * column
            if number:
                self.above(column)
            start = lead if number == 0 else pad
            self.pair(start, self.key(key), key, fields[key], column)

    def key(self, key: str) -> str:
        if self.is_faulty and self.chance(0.15):
            key = {right: wrong for wrong, right in MISSPELT.items()}.get(key, key)
        return self.random.choice((key, key, key, key, f'"{key}"', f"'{key}'")) if not key.isdigit() else key

    def above(self, column: int) -> None:
        if self.chance(0.12):
            self.lines.append(self.random.choice(("", "   ", "")))
        while self.chance(0.12):
            self.lines.append(" " * self.random.choice((column, column, 0, column + 2)) + self.comment())
        if self.chance(0.03):
            self.lines.append("")

    def after(self) -> str:
        if self.chance(0.12):
            return "  " + self.comment()
        return self.random.choice(("",) * 9 + ("  ",))

    def pair(self, start: str, written: str, key: str, value: Any, column: int) -> None:
        if isinstance(value, dict) and all(isinstance(v, str) for v in value.values()) and key != "locality":
            self.lines.append(f"{start}{written}: {self.scalar(key, value, column)}")
        elif isinstance(value, dict):
            self.inner_mapping(start, written, key, value, column)
        elif value is PROSE or value is WRONG:
            self.lines.append(f"{start}{written}: {self.prose(column, value)}")
        elif isinstance(value, list):
            self.entries(start, written, key, value, column)
        else:
            self.canon[key, value] = WORDS.get(value, value)
            self.lines.append(f"{start}{written}: {self.quoted(value)}{self.after()}")

    def inner_mapping(self, start: str, written: str, key: str, value: Fields, column: int) -> None:
        if key in IN_BRACKETS and self.chance(0.3):
            inside = [f"{k}: {self.in_flow(k, v)}" for k, v in value.items()]
            self.random.shuffle(inside)
            self.lines.append(f"{start}{written}: {{{', '.join(inside)}}}{self.after()}")
            return
        self.lines.append(f"{start}{written}:{self.after()}")
        self.above(column + 2)
        step = self.random.choice((2, 2, 3))
        self.mapping(value, column + step, " " * (column + step))

    def in_flow(self, key: str, value: Any) -> str:
        if isinstance(value, str):
            self.canon[key, value] = WORDS.get(value, value)
            return self.quoted(value)
        source = self.random.choice(list(value))
        self.canon[key, source] = value[source]
        return f'"{source}"'

    def entries(self, start: str, written: str, key: str, value: list[Any], column: int) -> None:
        first = value[0]
        if isinstance(first, str):
            self.refs(start, written, value, column)
            return
        self.lines.append(f"{start}{written}:{self.after()}")
        dash = column + self.random.choice((2, 2, 0))
        for _ in range(self.random.randint(1, 2)):
            self.above(dash)
            if first is PROSE:
                self.lines.append(f"{' ' * dash}- {self.prose(dash)}")
                continue
            fields = {k: v for k, v in first.items() if k in ("title", "name", "statement", "description") or self.chance(0.6)} or first
            prefix = LISTS_WITH_IDS.get(key)
            if prefix:
                self.ids[prefix] = self.ids.get(prefix, 0) + 1
                fields = {**fields, "id": f"{prefix}{self.ids[prefix]}"}
            self.mapping(fields, dash + 2, " " * dash + "- ")
            if self.chance(0.1):
                self.lines.append(" " * (dash + 2) + self.comment())

    def refs(self, start: str, written: str, value: list[str], column: int) -> None:
        if self.chance(0.6):
            self.lines.append(f"{start}{written}: [{', '.join(value)}]{self.after()}")
            return
        pad = " " * (column + 2)
        if self.chance(0.4):
            inside = f",{self.after()}\n{pad}".join(value)
            self.lines.append(f"{start}{written}: [{self.after()}\n{pad}{inside}{self.after()}\n{pad}]{self.after()}")
            return
        self.lines.append(f"{start}{written}:{self.after()}")
        self.lines += [f"{pad}- {item}{self.after()}" for item in value]

    def scalar(self, key: str, table: Canon, column: int) -> str:
        del column
        source = self.random.choice(list(table))
        if normalize("NFC", source) != source or key.startswith("x-"):
            return self.quoted(source) + self.after()
        self.canon[key, source] = table[source]
        return self.quoted(source) + self.after()

    def quoted(self, source: str) -> str:
        quote = self.random.choice(("", "", "", '"', "'"))
        return f"{quote}{source}{quote}"

    def prose(self, column: int, texts: tuple[str, ...] = PROSE) -> str:
        source = self.random.choice(WRONG if self.is_faulty and self.chance(0.4) else texts)
        form = self.random.random()
        if form < 0.12:
            pad = " " * (column + self.random.choice((2, 4)))
            header = self.random.choice(("|", ">", "|-", ">-", "|+" if self.chance(0.2) else "|"))
            comment = f" {self.comment()}" if self.chance(0.2) else ""
            more = self.random.choice(("", f"\n\n{pad}dòng ba", f"\n{pad}# không phải ghi chú", "\n"))
            return f"{header}{comment}\n{pad}{source}\n{pad}dòng hai{more}"
        if form < 0.2:
            return f'"{source.replace(chr(34), "")}\n{" " * (column + 2)}tiếp theo"{self.after()}'
        if form < 0.25 and self.anchors:
            if self.anchored and self.chance(0.6):
                return f"*neo{self.anchored}{self.after()}"
            self.anchored += 1
            return f"&neo{self.anchored} đoạn chữ dùng lại{self.after()}"
        if form < 0.6 and ": " not in source and " #" not in source and source[0] not in "\"'-":
            return source + self.after()
        if self.chance(0.5):
            return "'" + source.replace("'", "''") + "'" + self.after()
        return '"' + source.replace('"', '\\"') + '"' + self.after()


def plan(random: Random) -> str:
    """Write one plan."""
    return _Writer(random).plan()
