"""After any change the cache gives what a run without it gives, byte for byte."""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kehoach.workspace import execution, running
from kehoach.workspace.cache.between import Between
from kehoach.workspace.cache.ledger import Row
from places import EXAMPLES
from within import plainly, validated

FORMATS = ("text", "concise", "json", "sarif", "checklist")
PROVINCE = EXAMPLES / "tinh-mau-2026"
STEPS = 20


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A province with sixteen communes, of which some are copies with another name."""
    folder = tmp_path / "kho"
    shutil.copytree(PROVINCE, folder)
    (folder / ".git").mkdir()
    for number in range(10):
        text = (folder / "xa-mau-ha.yaml").read_text("utf-8").replace("xa-mau-ha", f"xa-moi-{number}").replace("Mẫu Hạ", f"Mới {number}")
        (folder / f"xa-moi-{number}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KEHOACH_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(execution, "processors", lambda: 1)
    return folder


def changed(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def plans(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("**/*.yaml") if path.name not in ("kehoach.yaml", "chi-tieu.yaml"))


def shift(folder: Path, random: Random) -> None:
    changed(random.choice(plans(folder)), lambda text: f"# ghi chú\n{text}")


def retitle(folder: Path, random: Random) -> None:
    changed(random.choice(plans(folder)), lambda text: text.replace("title: ", f"title: Việc {random.randrange(9)} ", 3))


def retarget(folder: Path, random: Random) -> None:
    """Change figures alone, which are as long as before: nothing but what is compared between plans becomes another."""

    def change(text: str) -> str:
        return re.sub(r"(value: )(\d)", lambda found: found[1] + str(random.randint(1, 9)), text)

    changed(random.choice(plans(folder)), change)


def break_up(folder: Path, random: Random) -> None:
    changed(random.choice(plans(folder)), lambda text: text + random.choice(["\n\tx: [", "period: 2026\n", "la: 1\n", "tasks: 5\n"]))


def restore(folder: Path, random: Random) -> None:
    shutil.copy(random.choice(sorted(PROVINCE.glob("*.yaml"))), folder)


def add(folder: Path, random: Random) -> None:
    below = folder / random.choice(["huyen", "."])
    below.mkdir(exist_ok=True)
    (below / f"them-{random.randrange(5)}.yaml").write_bytes(random.choice(plans(folder)).read_bytes())


def remove(folder: Path, random: Random) -> None:
    if len(plans(folder)) > running.MANY:
        random.choice(plans(folder)).unlink()


def rename(folder: Path, random: Random) -> None:
    random.choice(plans(folder)).rename(folder / f"ten-{random.randrange(20)}.yaml")


def reparent(folder: Path, random: Random) -> None:
    new = random.choice(["xa-moi-1", "tinh", "khong-co"])
    changed(
        random.choice(plans(folder)), lambda text: "\n".join(f"parent: {new}" if x.startswith("parent:") else x for x in text.split("\n"))
    )


def rename_plan(folder: Path, random: Random) -> None:
    changed(random.choice(plans(folder)), lambda text: text.replace("\nid: ", f"\nid: m{random.randrange(3)}", 1))


def register(folder: Path, random: Random) -> None:
    changed(folder / "chi-tieu.yaml", lambda text: text.replace("unit: ", random.choice(["unit: k", "unit: "]), 1))


def crosswalk(folder: Path, random: Random) -> None:
    changed(folder / "xa.csv", lambda text: text + f"9{random.randrange(1000):04},Xã Thêm {random.randrange(9)},\n")


SETTINGS = (
    "thresholds: {high_risk: 6}\n",
    "rules: {severity: {TIM002: note}, ignore: [SIT]}\n",
    "exclude: ['ten-*.yaml']\n",
    "waivers:\n  - {plan: xa-mau-ha, code: LVL, by: Sở, reason: đã biết}\n  - {plan: xa-moi-1, code: RES, by: Sở, reason: đã biết}\n",
    "plans: ['*.yaml']\n",
    "",
)


def settings(folder: Path, random: Random) -> None:
    shutil.copy(PROVINCE / "kehoach.yaml", folder)
    changed(folder / "kehoach.yaml", lambda text: text + random.choice(SETTINGS))


def lock(folder: Path, random: Random) -> None:
    (folder / "kehoach.lock").unlink(missing_ok=True)
    if random.random() < 0.7:
        lists: dict[str, object] = {"objectives": {}, "indicators": {}, "funds": {}, "assignments": [], "answers": []}
        head = {"title": "x", "kind": "annual", "level": "province", "locality": ["T", "", ""], "period": "2026"}
        upper = {**head, **lists, "stage": random.choice(["draft", "approved"])}
        content = json.dumps({"version": 1, "plans": {"khong-co": upper}})
        (folder / "kehoach.lock").write_text(content, "utf-8")


def evidence(folder: Path, random: Random) -> None:
    file = folder / "van-ban.pdf"
    if file.exists():
        file.unlink()
    else:
        file.write_bytes(b"x")
    commitment = "\ncommitments:\n  - {partner: x, evidence: van-ban.pdf, confirmed: yes}\n"
    changed(random.choice(plans(folder)), lambda text: text if "\ncommitments:" in text else text + commitment)


def pass_over(folder: Path, random: Random) -> None:
    (folder / ".gitignore").write_text(random.choice(["", "them-*.yaml\n", "huyen/\n", "!them-1.yaml\n"]), "utf-8")


def stranger(folder: Path, random: Random) -> None:
    (folder / f"khac-{random.randrange(2)}.yaml").write_text(random.choice(["a: 1\n", "kehoach: plan/1\nid: la\n", "kehoach: process/1\n"]))


def accept(folder: Path, random: Random) -> None:
    code = random.choice(["LVL005", "LVL004 -- đã biết", "RES006 -- x"])
    changed(random.choice(plans(folder)), lambda text: text.replace("\nid: ", f"\n# kehoach: ignore {code}\nid: ", 1))


def link(folder: Path, random: Random) -> None:
    file = folder / "lien-ket.yaml"
    file.unlink(missing_ok=True)
    file.symlink_to(random.choice(plans(folder)))


def touch(folder: Path, random: Random) -> None:
    os.utime(random.choice(plans(folder)))


EDITS = (
    *(retarget, retarget, shift, retitle, retarget, break_up, restore, add, remove, rename, reparent, rename_plan, register, crosswalk),
    *(settings, lock, evidence, pass_over, stranger, accept, link, touch),
)


@pytest.mark.parametrize("seed", range(int(os.environ.get("KEHOACH_SEEDS", "2"))))
def test_a_warm_run_says_what_a_cold_one_says(workspace: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same edits each time
    done = []
    for step in range(STEPS):
        for _ in range(random.randint(1, 2)):
            edit = random.choice(EDITS)
            edit(workspace, random)
            done.append(edit.__name__)
        words = ["--lang", "en", "--format", FORMATS[step % len(FORMATS)], "--today", random.choice(["2026-06-30", "2025-12-01"])]
        if random.random() < 0.2:
            words.append(random.choice(["huyen", "xa-mau-ha.yaml"]))
            (workspace / "huyen").mkdir(exist_ok=True)
        expected = plainly(*words)
        assert validated(*words) == expected, (seed, step, done)
        assert validated(*words) == expected, (seed, step, done, "again")


def test_a_line_more_works_nothing_out_anew_where_no_finding_stands(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Places change all the same: what stands in the changed file is found anew, and so is what points to it."""
    worked: list[str] = []
    row_of = Between._row

    def noted(self: Between, work: Any, seen: Any) -> Row:
        row = row_of(self, work, seen)
        worked.extend(row.placed)
        return row

    monkeypatch.setattr(Between, "_row", noted)
    validated("--format", "concise")
    assert "tinh.yaml" in worked
    spared = [file for file in plans(workspace) if file.name not in worked]
    assert spared

    worked.clear()
    changed(spared[0], lambda text: f"# ghi chú\n{text}")
    said = validated("--format", "concise")
    assert worked == []
    assert said == plainly("--format", "concise")

    changed(workspace / "tinh.yaml", lambda text: f"# ghi chú\n{text}")
    assert validated("--format", "text") == plainly("--format", "text")
    assert "tinh.yaml" in worked
