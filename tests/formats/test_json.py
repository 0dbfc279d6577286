"""The JSON document, parsed and compared."""

import json
from hashlib import sha256
from typing import Any

from formats.samples import DECOMPOSED, PATH, THREE, diagnostic, many, outcome, plan
from kehoach.checking import Checked
from kehoach.formats.catalogue import Format, render
from kehoach.language import Language


def written(*results: Checked, language: Language = Language.EN) -> Any:
    return json.loads(render(Format.JSON, outcome(*results, language=language)))


def test_document() -> None:
    document = written()

    assert list(document) == ["version", "tool", "files", "plans", "findings", "summary"]
    assert document["version"] == 1
    assert document["tool"] == {"name": "kehoach", "version": "0.1.0", "today": "2026-03-05"}
    assert document["files"] == 1
    assert document["plans"] == [
        {
            "path": PATH,
            "id": "bac-ha-2026",
            "stage": "draft",
            "checked_as": "draft",
            "checklist": {
                "tasks": "gaps",
                "owners": "gaps",
                "resources": "complete",
                "timelines": "gaps",
                "risks": "complete",
                "commitments": "missing",
                "coordination": "complete",
                "monitoring": "complete",
            },
            "readiness": 50,
        },
    ]
    assert document["summary"] == {
        "errors": 1,
        "warnings": 1,
        "notes": 1,
        "suppressed": 0,
        "not_checked": [
            {"path": PATH, "pointer": "/tasks/2/end", "because": "the value could not be read"},
            {"path": PATH, "pointer": "/parent", "because": "belongs to another plan: \x1b[1m"},
        ],
    }


def test_finding() -> None:
    first = written()["findings"][0]

    assert list(first.items()) == [
        ("code", "TIM002"),
        ("name", "end-before-start"),
        ("severity", "error"),
        ("message", "T1 ends before it starts"),
        ("why", "Nobody can do it."),
        ("fix", "Correct `end` of T1."),
        ("edits", []),
        ("path", PATH),
        ("line", 12),
        ("column", 10),
        ("end_line", 12),
        ("end_column", 20),
        ("pointer", "/tasks/0/end"),
        (
            "related",
            [
                {"path": PATH, "line": 9, "column": 12, "message": "it starts here"},
                {"path": "tỉnh/::cấp trên.yaml", "line": 1, "column": 1, "message": "the plan <lao-cai>"},
            ],
        ),
        ("fingerprint", sha256(b"TIM002\nxa/plan.yaml\n").hexdigest()[:16]),
    ]


def test_messages_are_composed_and_in_the_language_asked_for() -> None:
    message = written(language=Language.VI)["findings"][1]["message"]

    assert DECOMPOSED not in message
    assert message.startswith("hộ nghèo\n::error::漢字")
    assert message.endswith("chưa dựng sẵn dấu, 100% <b>")


def test_same_bytes_whatever_the_order() -> None:
    results = many()

    output = render(Format.JSON, outcome(*results))

    assert output == render(Format.JSON, outcome(*reversed(results)))
    assert [f["path"] for f in json.loads(output)["findings"]] == sorted(f["path"] for f in json.loads(output)["findings"])


def test_one_document_with_one_newline_at_its_end() -> None:
    output = render(Format.JSON, outcome(Checked(path=PATH, plan=plan())))

    assert output.endswith("}\n")
    assert not output.endswith("\n\n")
    assert "Xã" not in output
    assert "ộ" in render(Format.JSON, outcome(THREE))


def test_no_files_are_a_document_too() -> None:
    empty = json.loads(render(Format.JSON, outcome(THREE, results=())))

    assert (empty["files"], empty["plans"], empty["findings"]) == (0, [], [])


def test_surrogates_and_log_commands() -> None:
    result = Checked(path="a\udc80##[error]b", diagnostics=(diagnostic(path="a\udc80##[error]b"),))

    output = render(Format.JSON, outcome(result))

    output.encode("utf-8")
    assert "##[" not in output
    assert json.loads(output)["findings"][0]["path"] == "a\ufffd##[error]b"


def test_hidden_characters_are_escaped_and_read_back() -> None:
    evil = "a\u202eb\x9bc\x1bd\u2028e\u200bf\x7f"

    output = render(Format.JSON, outcome(Checked(path=evil, diagnostics=(diagnostic(path=evil),))))

    assert not set(output) & set("\u202e\x9b\x1b\u2028\u200b\x7f")
    assert json.loads(output)["findings"][0]["path"] == evil
