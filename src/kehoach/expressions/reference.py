"""The reference of the language, in both languages side by side."""

from collections.abc import Iterator

from kehoach.expressions.building import MOST_LOOPS
from kehoach.expressions.evaluation import MOST_STEPS
from kehoach.expressions.functions import Function
from kehoach.expressions.names.catalogue import NAMES
from kehoach.expressions.scanning import DEEPEST, LONGEST
from kehoach.expressions.sorts import variable_name
from kehoach.language import Language, Text, say


def page() -> str:
    """Write `docs/expressions.md`."""
    return "\n".join([*_introduction(), *_functions(), *_names()]) + "\n"


def _introduction() -> Iterator[str]:
    yield "# Ngôn ngữ biểu thức / The expression language"
    yield ""
    yield _WHAT.vi
    yield ""
    yield _WHAT.en
    yield ""
    yield "| | | |"
    yield "|---|---|---|"
    for code, text in _PHRASES:
        yield f"| {code} | {text.vi} | {text.en} |"
    yield ""
    for text in _LAWS:
        yield f"- {text.vi}<br>{text.en}"
    limits = {"letters": LONGEST, "depth": DEEPEST, "loops": MOST_LOOPS, "steps": MOST_STEPS}
    yield f"- {_LIMITS.fill(Language.VI, limits)}<br>{_LIMITS.fill(Language.EN, limits)}"


def _functions() -> Iterator[str]:
    yield ""
    yield "## Hàm / Functions"
    yield ""
    yield "| | | |"
    yield "|---|---|---|"
    for function in Function:
        yield f"| `{function.about.usage}` | {function.about.gives.vi} | {function.about.gives.en} |"


def _names() -> Iterator[str]:
    yield ""
    yield "## Tên tính sẵn / Worked-out names"
    yield ""
    yield _KEYS.vi
    yield ""
    yield _KEYS.en
    for node, names in NAMES.items():
        variable = variable_name(node)
        yield ""
        yield f"### {variable}"
        yield ""
        yield "| | | | |"
        yield "|---|---|---|---|"
        for key, name in names.items():
            gives = "<br>".join(say(name.gives.name, language) for language in Language)
            yield f"| `{variable}.{key}` | {gives} | {name.about.vi} | {name.about.en} |"


_WHAT = Text(
    vi=(
        "Dùng trong `when`, `require` của luật riêng (`kehoach.yaml`) và trong `check` của quy trình. Biểu thức chỉ xem kế hoạch và "
        "cho một giá trị; nó không đọc tệp, không gọi mạng, không biết hôm nay là ngày nào. Tên `plan` là cả kế hoạch; luật riêng có "
        "thêm một tên cho mục đang xét, theo `for_each`: `tasks` cho `task`, `monitoring.indicators` cho `indicator`."
    ),
    en=(
        "Used in `when` and `require` of custom rules (`kehoach.yaml`) and in `check` of processes. An expression looks at the plan "
        "and gives a value; it reads no files, calls no network and does not know the day. The name `plan` is the whole plan; a "
        "custom rule has one more name for the thing it looks at, by its `for_each`: `tasks` gives `task`, `monitoring.indicators` "
        "gives `indicator`."
    ),
)
_PHRASES = (
    ('`12.5`, `"chữ"`, `true`, `false`, `none`', Text(vi="giá trị; số viết dấu chấm thập phân", en="values; numbers have a decimal point")),
    ('`["a", "b"]`', Text(vi="danh sách các giá trị cùng loại", en="a list of values of one sort")),
    (
        "`task.owner`, `plan.situation.strengths`",
        Text(vi="khóa của tệp kế hoạch, hoặc tên tính sẵn dưới đây", en="a key of the plan's format, or a worked-out name from below"),
    ),
    (
        "`==` `!=` `<` `<=` `>` `>=`",
        Text(
            vi="so sánh số với số, số tiền với số tiền, ngày với ngày; chữ và mục chỉ dùng `==`, `!=`",
            en="compare number with number, amount with amount, date with date; texts and parts by `==` and `!=` only",
        ),
    ),
    (
        "`in`, `not in`",
        Text(
            vi="có trong danh sách, trong các khóa của bảng (như các năm của `limits`), trong đoạn chữ",
            en="is in a list, among the keys of a table (such as the years of `limits`), within a text",
        ),
    ),
    ("`and`, `or`, `not`", Text(vi="cho `true` hoặc `false`", en="give `true` or `false`")),
    (
        "`+` `-` `*` `/`",
        Text(
            vi="trên số và số tiền, chính xác; thương lấy 28 chữ số; số tiền chia số tiền cho một số",
            en="on numbers and amounts, exact; a quotient has 28 digits; an amount by an amount gives a number",
        ),
    ),
    (
        "`all(t.owner != none for t in plan.tasks if t.needs)`",
        Text(
            vi="xét từng phần tử của một danh sách, là đối số duy nhất của `count sum min max any all`",
            en="goes through one list, as the only argument of `count sum min max any all`",
        ),
    ),
)
_LAWS = (
    Text(
        vi=(
            "Khóa không có trong tệp là `none`. So sánh với `none` luôn là `false`, kể cả `!=` và `not in`; tính với `none` cho `none`. "
            "Muốn hỏi có hay không, viết `x == none`, `x != none` (danh sách trống cũng là `none`)."
        ),
        en=(
            "A key that is absent is `none`. A comparison with `none` is false, `!=` and `not in` too; arithmetic with `none` gives "
            "`none`. To ask whether something is there write `x == none` or `x != none` (an empty list counts as `none`)."
        ),
    ),
    Text(
        vi=(
            "Ngày tháng là một khoảng: `<`, `>` chỉ đúng khi chắc chắn, tức với mọi ngày trong khoảng; `<=`, `>=` còn đúng khi hai bên như "
            'nhau; `==` khi hai bên gồm cùng những ngày. `not (a > b)` là "không chắc chắn sau". Mức chỉ tiêu như `7,5 - 8,0` cũng vậy; '
            "mức bằng lời chỉ so bằng `==`."
        ),
        en=(
            "A date is an interval: `<` and `>` hold only when that is certain, for every choice of days; `<=` and `>=` also when both "
            'sides are alike; `==` when both are the same days. `not (a > b)` is "not certainly later". A target such as `7,5 - 8,0` '
            "likewise; one in words is compared by `==` only."
        ),
    ),
    Text(
        vi=(
            'Số tiền luôn kèm đơn vị: `task.need > money("5 tỷ đồng")`. Hai loại tiền không so sánh được với nhau; số tiền bằng 0 thì được.'
        ),
        en=('An amount has its unit: `task.need > money("5 tỷ đồng")`. Two currencies cannot be compared, but for an amount of 0.'),
    ),
    Text(
        vi='Từ trong danh sách cho sẵn viết bằng tiếng Anh hoặc nhãn tiếng Việt: `fund.kind == "ngân sách tỉnh"`; từ lạ là lỗi.',
        en='A word of an enumeration is written in English or by its Vietnamese label: `fund.kind == "provincial_budget"`.',
    ),
    Text(
        vi="Một giá trị là sai khi nó là `none`, `false`, 0 hoặc trống; mọi giá trị khác là đúng.",
        en="A value does not hold when it is `none`, `false`, 0 or empty; every other does.",
    ),
)
_LIMITS = Text(
    vi="Giới hạn: {letters} ký tự, {depth} tầng, {loops} `for` lồng nhau, {steps} bước cho mỗi lần tính.",
    en="Limits: {letters} characters, {depth} levels, {loops} nested `for`, {steps} steps each time.",
)
_KEYS = Text(
    vi="Đứng bên cạnh các khóa của tệp kế hoạch. Tên trước dấu chấm chỉ loại mục, dù biểu thức gọi nó là gì.",
    en="They stand beside the keys of the format. The name before the dot is the kind of part, whatever an expression calls it.",
)
