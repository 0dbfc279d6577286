"""The complaints of typst about how a template is written and what it works out."""

from kehoach.language import Text
from kehoach.reports.wordings import Wording, reworded, wording


def said(message: str) -> Text | None:
    """Say what stops a template; none where it is something rare."""
    syntax = reworded(message, _SYNTAX, _THINGS)
    if syntax:
        return Text(f"sai cú pháp: {syntax.vi}", f"syntax error: {syntax.en}")
    return reworded(message, _RUNNING, _THINGS)


_SYNTAX: tuple[Wording, ...] = (
    wording(
        r"unclosed delimiter",
        "dấu mở ở dòng này chưa được đóng: ( [ {{ hoặc * _ $",
        "what opens in this line is not closed: ( [ {{ or * _ $",
    ),
    wording(r"unclosed (.+)", "{0} mở ở dòng này chưa được đóng", "{0} that begins in this line is not closed"),
    wording(
        r"unexpected closing (.+)",
        "dấu {0} bị thừa; muốn in dấu này thì viết \\ ở trước",
        "{0} closes nothing; to print it, write \\ before it",
    ),
    wording(r"unexpected ((?!argument).+)", "{0} đứng sai chỗ hoặc bị thừa", "{0} is out of place or too much"),
    wording(r"expected expression", "thiếu một giá trị", "a value is missing"),
    wording(r"expected pattern", "thiếu một tên sau let hoặc for", "a name is missing after let or for"),
    wording(r"expected comma", "thiếu dấu phẩy giữa hai giá trị", "a comma is missing between two values"),
    wording(
        r"expected semicolon or line break",
        "lệnh sau phải ở dòng mới, hoặc sau dấu ;",
        "the next command wants a line of its own, or a ; before it",
    ),
    wording(r"expected (block|colon|identifier|equals sign|keyword `\w+`|string)", "thiếu {0}", "{0} is missing"),
)
_RUNNING: tuple[Wording, ...] = (
    wording(
        r"cannot divide by zero", "chia cho 0: chỉ chia khi số chia khác 0", "division by zero: divide only where the divisor is not 0"
    ),
    wording(r"unexpected argument: (.+)", "không có tham số này: {0}", "there is no such argument: {0}"),
    wording(r"unexpected argument", "có giá trị thừa trong ( )", "there are too many values in ( )"),
    wording(r"missing argument: (.+)", "thiếu tham số: {0}", "an argument is missing: {0}"),
    wording(r"expected (.+), found (.+)", "cần {0}, nhưng nhận {1}", "{0} is wanted, not {1}"),
    wording(r"cannot add (.+) and (.+)", "không cộng được {0} với {1}", "{0} cannot be added to {1}"),
    wording(r"cannot subtract (.+) from (.+)", "không lấy được {1} trừ {0}", "{0} cannot be taken from {1}"),
    wording(r"cannot multiply (.+) with (.+)", "không nhân được {0} với {1}", "{0} cannot be multiplied with {1}"),
    wording(r"cannot divide (.+) by (.+)", "không chia được {0} cho {1}", "{0} cannot be divided by {1}"),
    wording(r"cannot compare (.+) (?:and|with) (.+)", "không so sánh được {0} với {1}", "{0} cannot be compared with {1}"),
    wording(r"cannot loop over (.+)", "không lặp được qua {0}: cần một danh sách", "there is no loop over {0}: it wants a list"),
    wording(r"cannot access fields on type (.+)", "{0} không có khóa bên trong", "{0} has no keys within"),
    wording(r"type (.+) (?:has no method|does not contain field) `(.+)`", "{0} không có `{1}`", "{0} has no `{1}`"),
    wording(
        r"array index out of bounds \(index: (-?\d+), len: (\d+)\).*",
        "danh sách không có mục số {0} (đếm từ 0): chỉ có {1} mục; viết .at({0}, default: none)",
        "the list has no entry {0} (counted from 0), only {1}; write .at({0}, default: none)",
    ),
    wording(
        r"array is empty", "danh sách trống: chỉ lấy mục khi danh sách có mục", "the list is empty: take an entry only where there is one"
    ),
    wording(r"string contains invalid digits|invalid (?:integer|float): .+", "chữ này không phải là số", "these words are no number"),
    wording(r"condition is always true", "vòng while này không bao giờ dừng", "this while never ends"),
    wording(r"label `(.+)` does not exist in the document", "tài liệu không có nhãn {0}", "the document has no label {0}"),
    wording(
        r"(?:failed to decode image|unknown image format|failed to parse SVG).*", "không đọc được ảnh này", "this picture cannot be read"
    ),
    wording(
        r"failed to load linked image.*",
        "ảnh svg này nối tới một ảnh khác, không được nạp: nhúng ảnh ấy vào tệp svg",
        "this svg links to another picture, which is not loaded: embed it in the svg",
    ),
    wording(r"panicked with: (.+)", "mẫu tự dừng với lời: {0}", "the template stops by itself: {0}"),
    wording(r"assertion failed: (.+)", "điều kiện của assert không đúng: {0}", "an assertion does not hold: {0}"),
    wording(r"assertion failed", "điều kiện của assert không đúng", "an assertion does not hold"),
    wording(r"cannot (?:break|continue) outside of loop", "break, continue chỉ dùng trong vòng lặp", "break and continue are for loops"),
    wording(r"cannot return outside of function", "return chỉ dùng trong hàm", "return is for functions"),
)
_THINGS = {
    "integer": Text("số nguyên", "an integer"),
    "float": Text("số thập phân", "a float"),
    "decimal": Text("số thập phân", "a decimal"),
    "string": Text("chữ", "words"),
    "content": Text("nội dung", "content"),
    "boolean": Text("true hoặc false", "true or false"),
    "array": Text("danh sách", "a list"),
    "dictionary": Text("nhóm khóa", "a dictionary"),
    "function": Text("hàm", "a function"),
    "length": Text("độ dài (như 12pt, 5mm)", "a length (such as 12pt, 5mm)"),
    "relative length": Text("độ dài (như 12pt, 50%)", "a length (such as 12pt, 50%)"),
    "ratio": Text("tỷ lệ (như 50%)", "a ratio (such as 50%)"),
    "fraction": Text("phần còn lại (như 1fr)", "a fraction (such as 1fr)"),
    "color": Text("màu (như red)", "a colour (such as red)"),
    "gradient": Text("dải màu", "a gradient"),
    "tiling": Text("họa tiết", "a tiling"),
    "alignment": Text("cách căn (như left, center)", "an alignment (such as left, center)"),
    "none": Text("none", "none"),
    "auto": Text("auto", "auto"),
    "label": Text("nhãn", "a label"),
    "bytes": Text("dữ liệu thô", "bytes"),
    "type": Text("kiểu", "a type"),
    "version": Text("phiên bản", "a version"),
    "bracket": Text("]", "]"),
    "paren": Text(")", ")"),
    "parenthesis": Text(")", ")"),
    "brace": Text("}", "}"),
    "raw text": Text("đoạn giữa hai dấu `", "the text between ` and `"),
    "block comment": Text("ghi chú /*", "the comment /*"),
    "block": Text("{ … } hoặc [ … ]", "{ … } or [ … ]"),
    "colon": Text("dấu hai chấm", "a colon"),
    "identifier": Text("một tên", "a name"),
    "equals sign": Text("dấu =", "an equals sign"),
}
