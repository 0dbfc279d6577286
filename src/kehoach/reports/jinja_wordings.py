"""The complaints of Jinja about how tags are written and what they work out."""

from kehoach.language import Text
from kehoach.reports.wordings import Wording, reworded, wording


def of_syntax(message: str) -> Text | None:
    """Say what is wrong with how a tag is written; none where it is something rare."""
    return reworded(message, _SYNTAX, _TOKENS)


def of_running(message: str) -> Text | None:
    """Say why a tag fails: `ZeroDivisionError: division by zero`; none where it is something rare."""
    return reworded(message, _RUNNING, _TYPES)


def of_safety(message: str) -> Text | None:
    """Say what a tag may not do; none where it is something rare."""
    said = reworded(message, _SAFETY, {})
    return Text(f"không được phép: {said.vi}", f"not allowed: {said.en}") if said else None


_SYNTAX: tuple[Wording, ...] = (
    wording(r"unexpected end of template, expected '(.+)'\.", "thẻ chưa được đóng bằng {0}", "a tag is not closed with {0}"),
    wording(
        r"expected token 'end of print statement', got '(.+)'",
        "'{0}' đứng thừa trong thẻ: một thẻ {{{{ … }}}} chỉ in một giá trị",
        "'{0}' is too much: a tag {{{{ … }}}} prints one value",
    ),
    wording(
        r"expected token 'end of statement block', got '='", "so sánh bằng thì viết ==, không phải =", "to compare, write == and not ="
    ),
    wording(
        r"expected token 'end of statement block', got '(.+)'",
        "'{0}' đứng thừa trong thẻ {{% … %}}",
        "'{0}' is too much in the tag {{% … %}}",
    ),
    wording(
        r"expected token 'in', got '(.+)'",
        "gặp '{0}' ở chỗ của in: viết {{% for tên in danh_sách %}}",
        "'{0}' stands where in should: write {{% for name in list %}}",
    ),
    wording(r"expected token '(.+)', got '(.+)'", "cần {0}, nhưng gặp {1}", "{0} is expected, not {1}"),
    wording(r"Expected an expression, got '(.+)'", "thiếu một giá trị trước {0}", "a value is missing before {0}"),
    wording(r"unexpected '(.+)', expected '(.+)'", "gặp '{0}' khi còn thiếu '{1}'", "'{0}' where '{1}' is missing"),
    wording(r"unexpected char (.+) at \d+", "ký tự {0} không dùng được trong thẻ", "the character {0} has no place in a tag"),
    wording(r"unexpected '(.+)'", "'{0}' đứng sai chỗ hoặc bị thừa", "'{0}' is out of place or too much"),
    wording(r"tag name expected", "thẻ {{% … %}} trống", "an empty tag {{% … %}}"),
    wording(r"Missing end of comment tag", "ghi chú {{# … chưa được đóng bằng #}}", "a comment {{# … is not closed with #}}"),
    wording(
        r"Missing end of raw directive",
        "{{% raw %}} chưa được đóng: thiếu {{% endraw %}}",
        "{{% raw %}} is not closed: {{% endraw %}} is missing",
    ),
    wording(r"expected name or number", "sau dấu chấm phải là một tên hoặc số", "a name or a number must follow the point"),
    wording(r"expected subscript expression", "giữa [ và ] phải có tên hoặc số", "a name or a number must stand between [ and ]"),
    wording(
        r"invalid syntax for function call expression", "giá trị giữa ( và ) viết sai", "what stands between ( and ) is not well written"
    ),
    wording(r"can't assign to '.+'", "chỉ đặt được giá trị cho một tên", "only a name can be given a value"),
    wording(r"block '(.+)' defined twice", "khối '{0}' được viết hai lần", "the block '{0}' is there twice"),
    wording(
        r"cannot use extend from a non top-level scope",
        "{{% extends … %}} phải đứng ngoài mọi vòng lặp và điều kiện",
        "{{% extends … %}} must stand outside all loops and conditions",
    ),
    wording(
        r"Can't assign to special loop variable in for-loop target",
        "không dùng loop làm tên trong vòng lặp",
        "a loop cannot have loop for its name",
    ),
    wording(r"Invalid character in identifier", "tên có ký tự không dùng được", "a name has a character that it cannot have"),
)
_TOKENS = {
    "end of print statement": Text("}}", "}}"),
    "end of statement block": Text("%}", "%}"),
    "end of template": Text("chỗ hết mẫu", "the end of the template"),
    "template data / text": Text("chữ ngoài thẻ", "words outside tags"),
    "name": Text("một tên", "a name"),
    "string": Text("chữ trong dấu nháy", "words in quotes"),
    "integer": Text("một số", "a number"),
    "float": Text("một số", "a number"),
}

_RUNNING: tuple[Wording, ...] = (
    wording(
        r"ZeroDivisionError: .+",
        "chia cho 0: bao phép chia bằng {{% if … %}} để bỏ qua khi số chia bằng 0",
        "division by zero: put {{% if … %}} around it for the case that the divisor is 0",
    ),
    wording(
        r"TypeError: (?:can only concatenate str .+|unsupported operand type\(s\) for \+: .+|must be str, not .+)",
        "không dùng + giữa chữ và số: nối chữ bằng ~, như {{{{ a ~ b }}}}",
        "+ is not for words with numbers: join words with ~, as in {{{{ a ~ b }}}}",
    ),
    wording(
        r"TypeError: unsupported operand type\(s\) for (.+): '(.+)' and '(.+)'",
        "không tính được phép {0} với {1} và {2}; số tiền, ngày trong mẫu là chữ",
        "{0} does not work with {1} and {2}; amounts and days in a template are words",
    ),
    wording(
        r"TypeError: '.+' not supported between instances of '(.+)' and '(.+)'",
        "không so sánh được {0} với {1}; số tiền, ngày trong mẫu là chữ",
        "{0} cannot be compared with {1}; amounts and days in a template are words",
    ),
    wording(
        r"TypeError: '(.+)' object is not iterable",
        "không lặp được qua {0}: cần một danh sách",
        "there is no loop over {0}: it wants a list",
    ),
    wording(
        r"TypeError: '(.+)' object is not callable",
        "{0} không phải là hàm: bỏ ( ) phía sau",
        "{0} is no function: leave out the ( ) after it",
    ),
    wording(
        r"TypeError: object of type '(.+)' has no len\(\)",
        "không đếm được {0}: cần một danh sách",
        "{0} cannot be counted: it wants a list",
    ),
    wording(
        r"ValueError: (?:not enough|too many) values to unpack.*",
        "số tên sau for khác số giá trị của mỗi mục",
        "the loop has more or fewer names than each entry has values",
    ),
    wording(
        r"TypeError: .+ missing \d+ required positional arguments?: .+",
        "bộ lọc hoặc hàm thiếu giá trị trong ( )",
        "a filter or function lacks a value in ( )",
    ),
    wording(
        r"TypeError: .+ got an unexpected keyword argument '(.+)'",
        "bộ lọc hoặc hàm không có tham số '{0}'",
        "a filter or function has no argument '{0}'",
    ),
    wording(
        r"TypeError: .+ takes .+ positional arguments? but .+",
        "bộ lọc hoặc hàm có thừa giá trị trong ( )",
        "a filter or function has too many values in ( )",
    ),
)
_TYPES = {
    "str": Text("chữ", "words"),
    "Known": Text("chữ", "words"),
    "Markup": Text("chữ", "words"),
    "int": Text("số", "a number"),
    "float": Text("số", "a number"),
    "bool": Text("đúng/sai", "true or false"),
    "list": Text("danh sách", "a list"),
    "dict": Text("nhóm khóa", "a group of keys"),
    "NoneType": Text("giá trị trống", "an empty value"),
}

_SAFETY: tuple[Wording, ...] = (
    wording(
        r"(\S+) is for numbers",
        "phép {0} chỉ dùng cho số; số tiền, ngày trong mẫu là chữ",
        "{0} is for numbers; amounts and days in a template are words",
    ),
    wording(r"a range of more than (\d+) steps", "vòng lặp quá {0} bước", "a range of more than {0} steps"),
    wording(r"a (?:power|product) of this size", "kết quả phép tính quá lớn", "a number of this size"),
    wording(
        r"access to attribute '(.+)' of '.+' object is unsafe\.",
        "mẫu không dùng thuộc tính '{0}'",
        "the attribute '{0}' is not for templates",
    ),
    wording(r".+ is not safely callable", "mẫu không gọi hàm này", "this function is not for templates"),
)
