"""`kehoach rollup` where nothing can be put together."""

from pathlib import Path

import pytest

from child import kehoach

LONE = "kehoach: plan/1\nid: le\ntitle: K\nkind: annual\nlocality: {name: Xã X, level: commune}\nperiod: 2026\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\n", "kehoach: no plan in kho: a .yaml file with a line `kehoach: plan/1` is wanted; `kehoach init` makes one\n"),
        (LONE, "kehoach: kho: no plan has it as its `parent`\n"),
    ],
)
def test_a_folder_without_plans_is_told_from_one_without_lower_plans(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir()
    (tmp_path / "kho" / "le.yaml").write_text(text, "utf-8")

    done = kehoach("rollup", "kho", "--lang", "en", "--today", "2026-06-30", cwd=tmp_path)

    assert (done.code, done.out, done.err) == (2, "", said)
