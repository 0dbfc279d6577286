"""What is said of a file that is no text."""

import pytest

from kehoach.language import Language
from kehoach.reading.decoding import MAXIMUM_BYTES, decode

OFFICE = {
    "a workbook": (b"PK\x03\x04\x14\x00", "tệp Excel, Word hoặc ZIP"),
    "a workbook beyond the limit": (b"PK\x03\x04".ljust(MAXIMUM_BYTES + 1, b"\0"), "tệp Excel, Word hoặc ZIP"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1", "tệp Word hoặc Excel cũ"),
    "a PDF": (b"%PDF-1.7\n", "tệp PDF"),
}


@pytest.mark.parametrize("name", OFFICE)
def test_a_file_of_an_office_program_is_sent_to_init(name: str) -> None:
    content, kind = OFFICE[name]

    complaint = decode(content).complaint

    assert complaint is not None
    assert complaint.message is not None
    assert complaint.fix is not None
    assert complaint.code == "YML007"
    assert complaint.message.fill(Language.VI, complaint.values) == f"đây là {kind}, không phải tệp kế hoạch .yaml"
    assert all(word in fix for fix in complaint.fix for word in ("`kehoach init`", ".yaml"))
    assert not any("UTF-8" in fix for fix in complaint.fix)


@pytest.mark.parametrize("content", [b"\xff\xfek\0e\0", b"\x1f\x8b\x08", b"title: \xd0\xb5\xa7"], ids=["UTF-16", "gzip", "an old font"])
def test_other_bytes_are_not(content: bytes) -> None:
    complaint = decode(content).complaint

    assert complaint is not None
    assert complaint.code == "YML007"
    assert complaint.fix is None
