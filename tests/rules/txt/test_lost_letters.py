"""Words with lost letters, however the text around them is written."""

import pytest

from kehoach.reading.document import Document
from kehoach.rules.base import Context
from kehoach.rules.txt.lost_letters import RULE


@pytest.mark.parametrize(
    ("text", "sample"),
    [
        ("thực hiện k hoch năm", "k hoch"),
        ("HI ĐNG NHÂN DÂN", "HI ĐNG"),
        ("Hi đng nhân dân", "Hi đng"),
        ("Phịng: Thanh tốn.", "Phịng"),
        ("ƣ trong câu có hồn thành", "hồn thành"),  # an unusual letter elsewhere
        ("Đồn kết", "Đồn kết"),
        ("XÀHỘI", "XÀHỘI"),
        ("gii\xa0pháp gii pháp", "gii pháp"),
        ("hı đng, hi đng", "hi đng"),  # a letter without its dot is another letter
        ("bảo tồn văn hóa, vườn phố", ""),
        ("kế hoạch, hội đồng, thanh toán", ""),
    ],
)
def test_found_in_any_writing(text: str, sample: str) -> None:
    document = Document("a.yaml", text, text, (0, len(text)))
    assert RULE.check is not None
    found = [finding.values["sample"] for finding in RULE.check(document, Context(stage=None, today=None))]  # type: ignore[arg-type]
    assert found == ([sample] if sample else [])
