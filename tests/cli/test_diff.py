"""`kehoach diff`, seen from outside: files, revisions, the index, the working tree."""

import json
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from analysis.changes.two_plans import EDITS, MODEL, revised
from child import TRACEBACK, kehoach
from places import TOP

SENTENCES = (
    "Giai đoạn: đã phê duyệt → đang thực hiện",
    "Hạ chỉ tiêu “Tỷ lệ lao động qua đào tạo” (lao-dong-qua-dao-tao) năm 2026: từ 34% trở lên → từ 32% trở lên (-2 điểm %)",
    "Lùi thời điểm của chỉ tiêu “Diện tích quế được chứng nhận hữu cơ” (dien-tich-que) (từ 180 ha trở lên): năm 2026 → năm 2027",
    "Thêm chỉ tiêu nuoc-sach “Tỷ lệ hộ dùng nước sạch”: năm 2026 từ 90% trở lên",
    (
        "Nhiệm vụ T3 “Cứng hóa 6,15 km đường thôn”, nhu cầu Chương trình mục tiêu quốc gia (ctmtqg), 2026, “Xây lắp”: "
        "2.400 → 2.550 triệu đồng (+150 triệu đồng)"
    ),
    "Nhiệm vụ T4 “Sửa chữa mương tưới ở bốn thôn”, đơn vị chủ trì: Ban Quản lý dự án xã (ban-qlda) → Phòng Kinh tế xã (phong-kinh-te)",
    "Nhiệm vụ T4 “Sửa chữa mương tưới ở bốn thôn”, kết thúc: 27/11/2026 → 18/12/2026 (lùi 21 ngày)",
    "Bỏ rủi ro R6 “Người dân bận mùa vụ nên ít tham gia”: khả năng xảy ra 3, mức tác động 2",
    "Cam kết C7 “Bảo đảm phần ngân sách tỉnh đã giao cho xã”, mức chắc chắn: đã khẳng định → có điều kiện",
    "Đơn vị cong-an-xa “Công an xã” đổi mã thành ca-xa",
)
SMALL = "kehoach: plan/1\nid: {id}\ntitle: K\nkind: annual\nlocality: {{name: Xã X, level: commune}}\nperiod: 2026\nstage: {stage}\n"


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, **files: str | None) -> None:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three revisions: the model plan, its next one, the next one formatted; and plans that come, go and move."""
    folder = tmp_path_factory.mktemp("kho")
    git(folder, "init", "-q", "-b", "main")
    commit(folder, xa__plan=MODEL, cu=SMALL.format(id="cu", stage="draft"), di=SMALL.format(id="di", stage="draft"), khac="a: 1\n")
    commit(folder, xa__plan=revised(), cu=None, di=None, di__den=SMALL.format(id="di", stage="draft"), khac="a: 2\n")
    assert kehoach("fmt", str(folder / "xa" / "plan.yaml")).code == 0
    commit(folder, moi=SMALL.format(id="moi", stage="draft"))
    git(folder, "tag", "khac.yaml")
    return folder


def diff(folder: Path, *words: str) -> dict[str, Any]:
    ran = kehoach("diff", "--format", "json", "--today", "2026-06-30", "--lang", "vi", *words, cwd=folder)
    assert ran.code == 0
    assert ran.err == ""
    document: dict[str, Any] = json.loads(ran.out)
    return document


def states(document: dict[str, Any]) -> dict[str, str]:
    return {plan["id"]: plan["status"] for plan in document["plans"]}


def test_every_change_between_two_revisions_in_a_sentence_and_no_other(repository: Path) -> None:
    document = diff(repository, "HEAD~2", "HEAD~1")
    plan = next(plan for plan in document["plans"] if plan["id"] == "xa-mau-2026")
    messages = [change["message"] for change in plan["changes"]]
    edited = {change["path"] for change in plan["changes"]}

    assert states(document) == {"xa-mau-2026": "changed", "cu": "removed", "di": "same"}
    assert not [said for said in SENTENCES if said not in messages]
    for name in EDITS:
        assert name.startswith("id") or any(_told(name, path) for path in edited), name
    assert len(messages) == 30
    assert {change["before"]["path"] for change in plan["changes"]} == {"HEAD~2:xa/plan.yaml"}
    assert "MON009" in [finding["code"] for finding in plan["findings"]["new"]]


def _told(name: str, path: str) -> bool:
    """Tell whether a path is that of one of the edits of the model plan."""
    ends = {
        "stage": "/stage",
        "target lowered": "lao-dong-qua-dao-tao/targets/0/value",
        "target eased": "ty-le-ngheo/targets/0/value",
        "target put off": "dien-tich-que/targets/0/date",
        "indicator changed": "dien-tich-que/source",
        "money added": "T3/needs/0/amount",
        "money from another source": "T11/needs/1/fund",
        "owner": "T4/owner",
        "deadline slipped": "T4/end",
        "deadline advanced": "T2/milestones/0/date",
        "task renamed": "T6/title",
        "risk rated anew": "R1/likelihood",
        "commitment": "C7/status",
        "coordination": "escalation/1/within_days",
        "monitoring": "reports/0/due_day",
        "situation": "situation/overview",
        "objective": "O1.3/statement",
        "the official form": "document/number",
        "a key of the users' own": "document/x-nguoi-soan",
    }
    return path.endswith(ends[name])


def test_nothing_changes_by_formatting(repository: Path) -> None:
    assert states(diff(repository, "HEAD~1..HEAD")) == {"xa-mau-2026": "same", "moi": "added"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("HEAD~2", "xa/plan.yaml"), ["xa-mau-2026"]),
        (("HEAD~2", "--", "xa"), ["xa-mau-2026"]),
        (("HEAD~2", "HEAD", "--", "cu.yaml"), ["cu"]),
        (("HEAD~2...HEAD", "di"), ["di"]),
        (("HEAD~1..",), ["moi", "xa-mau-2026"]),
        (("--staged", "HEAD~1"), ["moi", "xa-mau-2026"]),
        (("--staged",), []),
        ((), []),
        (("HEAD~2:xa/plan.yaml", "xa/plan.yaml"), ["xa-mau-2026"]),
    ],
)
def test_words_mean_what_git_takes_them_for(repository: Path, words: tuple[str, ...], found: list[str]) -> None:
    assert sorted(states(diff(repository, *words))) == found


def test_the_working_tree_and_what_is_staged(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, plan=SMALL.format(id="a", stage="draft"))
    (tmp_path / "plan.yaml").write_text(SMALL.format(id="a", stage="consulted"), "utf-8")
    git(tmp_path, "add", "plan.yaml")
    (tmp_path / "plan.yaml").write_text(SMALL.format(id="a", stage="submitted"), "utf-8")
    (tmp_path / "hong.yaml").write_text("kehoach: plan/1\n- x\n", "utf-8")

    def stages(*words: str) -> list[tuple[str, str]]:
        plans = diff(tmp_path, *words, "--", "plan.yaml")["plans"]
        return [(c["before"]["value"], c["after"]["value"]) for plan in plans for c in plan["changes"]]

    assert stages() == [("consulted", "submitted")]
    assert stages("--staged") == [("draft", "consulted")]
    assert stages("HEAD") == [("draft", "submitted")]
    assert [plan["status"] for plan in diff(tmp_path, "HEAD")["plans"]] == ["changed", "unreadable"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("khong-co", "HEAD"), "khong-co"),
        (("HEAD", "--", "khong-co.yaml"), "khong-co.yaml"),
        (("HEAD", "HEAD~1", "HEAD~2"), "hai phiên bản"),
        (("main", "--", "../ngoai.yaml"), "ngoai.yaml"),
        (("--output=x", "HEAD"), "--output"),
        (("HEAD:khong.yaml", "xa/plan.yaml"), "HEAD:khong.yaml"),
        (("HEAD", "khac.yaml"), "vừa là phiên bản vừa là tệp"),
        (("xa/plan.yaml", "khac.yaml"), "không đọc được"),
    ],
)
def test_wrong_use(repository: Path, words: tuple[str, ...], says: str) -> None:
    ran = kehoach("diff", "--lang", "vi", *words, cwd=repository)

    assert ran.code == 2
    assert says in ran.out + ran.err
    assert TRACEBACK not in ran.err


def test_without_a_repository(tmp_path: Path) -> None:
    for name, stage in (("a", "draft"), ("b", "consulted")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.yaml").write_text(SMALL.format(id="a", stage=stage), "utf-8")
    files, folders = (diff(tmp_path, *words) for words in (("a/plan.yaml", "b/plan.yaml"), ("a", "b")))
    missing = kehoach("diff", "a/plan.yaml", "c.yaml", "--lang", "vi", cwd=tmp_path)

    assert [c["message"] for c in files["plans"][0]["changes"]] == ["Giai đoạn: dự thảo → đã tham vấn"]
    assert folders["plans"][0]["changes"][0]["before"]["path"] == "a/plan.yaml"
    assert (missing.code, "c.yaml" in missing.err) == (2, True)


def test_standard_input_is_one_side(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(SMALL.format(id="a", stage="consulted"), "utf-8")

    ran = kehoach("diff", "-", "plan.yaml", "--lang", "vi", cwd=tmp_path, stdin=SMALL.format(id="a", stage="draft").encode())

    assert (ran.code, "dự thảo → đã tham vấn" in ran.out) == (0, True)


def test_the_commands_of_the_page_run(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, xa__plan=SMALL.format(id="a", stage="draft"), cu=SMALL.format(id="b", stage="draft"))
    commit(tmp_path, xa__plan=SMALL.format(id="a", stage="consulted"), moi=SMALL.format(id="b", stage="consulted"))
    commit(tmp_path, cu__plan=SMALL.format(id="c", stage="draft"), moi__plan=SMALL.format(id="c", stage="consulted"))
    page = (TOP / "docs" / "diff.md").read_text("utf-8")
    commands = [line.removeprefix("$ kehoach ").partition(" > ")[0] for line in page.splitlines() if line.startswith("$ kehoach ")]

    assert len(commands) == 10
    for command in commands:
        ran = kehoach(*shlex.split(command, comments=True), cwd=tmp_path)
        assert (ran.code, ran.err) == (0, ""), command
