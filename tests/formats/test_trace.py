"""What the trees of the example look like: read the snapshots."""

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from kehoach.analysis.tracing.growing import MOST
from kehoach.analysis.tracing.trace import Trace, of_thing, whole
from kehoach.formats import trace_pages, trace_text
from kehoach.formats.pen import Pen, display_width
from kehoach.language import Language
from kehoach.workspace.charting import charted
from places import EXAMPLES

CASES = {
    "province": ("tinh.yaml", None),
    "upper-objective": ("tinh.yaml", "O1.2"),
    "upper-fund": ("tinh.yaml", "ns-tinh"),
    "lower-task": ("xa-mau-ha.yaml", "T1"),
    "lower-indicator": ("xa-mau-son.yaml", "thu-ngan-sach"),
    "request": ("xa-mau-thuong.yaml", "Y1"),
    "owner": ("xa-mau-ha.yaml", "phong-kinh-te"),
}


@pytest.fixture(scope="module")
def traces() -> dict[str, Trace]:
    found = {}
    for case, (file, thing) in CASES.items():
        chart = charted(str(EXAMPLES / "tinh-mau-2026" / file), thing, None, lambda sheets, _: iter(sheets))
        traced = of_thing(chart.plan, chart.thing, chart.atlas, MOST) if thing else whole(chart.plan, chart.atlas, MOST)
        assert traced is not None
        found[case] = traced
    return found


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", Language)
def test_tree(case: str, language: Language, traces: dict[str, Trace], snapshot: SnapshotAssertion) -> None:
    written = trace_text.text(traces[case], Pen(language, 100, colour=False, ascii=False))

    assert max(map(display_width, written.splitlines())) <= 100
    assert written == snapshot


def test_narrow_ascii_tree(traces: dict[str, Trace], snapshot: SnapshotAssertion) -> None:
    written = trace_text.text(traces["lower-task"], Pen(Language.EN, 60, colour=True, ascii=True))

    assert written.isascii()
    assert written.replace("\x1b", "ESC") == snapshot


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.VI, ("chưa có giá trị gốc → 1.350", "! chưa có nhiệm vụ nào")),
        (Language.EN, ("no baseline → 1,350", "! no task serves it")),
    ],
)
def test_what_is_lacking_is_said(language: Language, words: tuple[str, ...], tmp_path: Path) -> None:
    complete = (EXAMPLES / "tinh-mau-2026" / "xa-mau-son.yaml").read_text("utf-8")
    lacking = complete.replace("      baseline: {value: 1310, date: 2025}\n", "").replace("serves: [O1.1, O1.3]", "serves: [O1.1]")
    (tmp_path / "plan.yaml").write_text(lacking, "utf-8")
    chart = charted(str(tmp_path / "plan.yaml"), "thu-ngan-sach", None, lambda sheets, _: iter(sheets))
    traced = of_thing(chart.plan, chart.thing, chart.atlas, MOST)
    assert traced is not None

    written = " ".join(trace_text.text(traced, Pen(language, 100, colour=False, ascii=False)).split())

    assert all(word in written for word in words)


def test_pages(traces: dict[str, Trace], snapshot: SnapshotAssertion) -> None:
    assert trace_pages.markdown(traces["lower-task"], Language.VI) == snapshot(name="markdown")
    assert trace_pages.mermaid(traces["lower-task"], Language.VI) == snapshot(name="mermaid")
    assert json.loads(trace_pages.as_json(traces["lower-task"])) == snapshot(name="json")


def test_nothing_of_a_plan_is_markup(tmp_path: Path) -> None:
    hostile = '"]; click n0 javascript:x <b>`*_|#quot;\x1b[31m'
    head = "kehoach: plan/1\nid: x\ntitle: K\nkind: annual\nlocality: {name: X, level: commune}\nperiod: 2026\n"
    text = f"{head}objectives:\n  - id: O\n    statement: {json.dumps(hostile)}\n"
    (tmp_path / "x.yaml").write_text(text, "utf-8")
    chart = charted(str(tmp_path / "x.yaml"), None, None, lambda sheets, _: iter(sheets))
    found = whole(chart.plan, chart.atlas, None)

    label = next(line for line in trace_pages.mermaid(found, Language.EN).splitlines() if "objective O" in line)

    assert label.count('"') == 2
    assert not set(label.partition('"')[2].rpartition('"')[0].replace("<br>", "")) & set('"<>`[]*|\x1b')
    assert "<b>" not in trace_pages.markdown(found, Language.EN)
    assert "\x1b" not in trace_text.text(found, Pen(Language.EN, 80, colour=False, ascii=False))
