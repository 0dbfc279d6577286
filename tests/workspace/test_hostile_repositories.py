"""Repositories made to harm: circles, chains, links that lead out, files that are none; small ones here, large ones with `make fuzz`."""

import builtins
import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from effort import RANDOM_PLANS
from kehoach.cli.app import _dispatched
from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.reading.decoding import MAXIMUM_BYTES
from workspace.small_plans import BETWEEN, TODAY, a_lower, head, indicator, the_upper, written

IS_LARGE = RANDOM_PLANS > 200
FILES = 1000 if IS_LARGE else 60
SECONDS_PER_THOUSAND = 5
HIDDEN = "bi-mat"
"""The id of a plan that nobody must see."""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="made of files that this system has not")


class Answer(NamedTuple):
    """What a run came to: its exit code, 2 with a message where it could not go on; what it wrote; what it found."""

    code: int
    said: str
    found: list[dict[str, Any]]

    @property
    def paths(self) -> set[str]:
        return {finding["path"] for finding in self.found}


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run `validate` over a folder in this process: the answer is clean, in time, and tells no secret."""

    def asked(folder: Path, *words: str, files: int = 1) -> Answer:
        monkeypatch.chdir(folder)
        start = time.process_time()
        with _alarm(SECONDS_PER_THOUSAND * max(files, 1000) // 100):
            try:
                code = _dispatched(["validate", "--format", "json", "--lang", "vi", "--jobs", "1", *TODAY, *BETWEEN, *words])
                message = ""
            except KehoachError as error:
                code, message = 2, error.to(Language.VI)
        used = time.process_time() - start
        written = capsys.readouterr()
        assert HIDDEN not in written.out + written.err + message
        assert not IS_LARGE or files < 1000 or used < SECONDS_PER_THOUSAND * files / 1000
        return Answer(code, written.err + message, json.loads(written.out)["findings"] if written.out else [])

    return asked


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    """Give up a run that hangs, as at a pipe that nobody writes into."""

    def give_up(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def codes(found: list[dict[str, Any]]) -> Counter[str]:
    return Counter(finding["code"] for finding in found)


# Circles, chains, diamonds.


def test_a_circle_is_said_once(tmp_path: Path, ask: Ask) -> None:
    for n in range(FILES):
        written(tmp_path, f"p{n:04}", head(f"p{n:04}", f"p{(n + 1) % FILES:04}"))

    found = ask(tmp_path, files=FILES).found

    assert [(f["code"], f["path"]) for f in found] == [("LVL002", "p0000.yaml")]


def test_a_plan_above_itself_is_a_circle(tmp_path: Path, ask: Ask) -> None:
    written(tmp_path, "p", head("p", "p"))

    found = ask(tmp_path).found

    assert [(f["code"], f["path"], f["line"]) for f in found] == [("LVL002", "p.yaml", 8)]


def objective(name: str, *supports: str) -> str:
    links = f", supports: [{', '.join(supports)}]" if supports else ""
    return f"objectives:\n  - {{id: {name}, statement: Đường thôn được cứng hóa{links}}}\n"


CIRCULAR = {
    "supports": objective("O1", "{}#O1"),
    "same_as": indicator("5", "same_as: ['{}#duong']", "aggregation: sum"),
    "after": "tasks:\n  - {{id: T, title: Làm đường, start: 2026-05, end: 2026-06, after: ['{}#T']}}\n",
    "from_plan": "resources:\n  funds:\n    - {{id: ns, name: Ngân sách, limits: {{2026: 5 tỷ đồng}}, from_plan: '{}#ns'}}\n",
    "assignments": "coordination:\n  assignments:\n    - {{plan: {}, indicators: {{duong: 6}}}}\n",
}


@pytest.mark.parametrize("field", CIRCULAR)
def test_circles_of_other_links_come_to_an_end(tmp_path: Path, ask: Ask, field: str) -> None:
    files = FILES // 4
    for n in range(files):
        written(tmp_path, f"p{n:04}", head(f"p{n}") + _linked(CIRCULAR[field], f"p{(n + 1) % files}"))

    found = ask(tmp_path).found

    assert set(codes(found)) <= {"LVL012"}


def _linked(text: str, other: str) -> str:
    return text.format(other) if "{{" in text else text.replace("{}", other)


def test_a_chain_is_walked_in_time(tmp_path: Path, ask: Ask) -> None:
    for n in range(FILES):
        above = f"p{n - 1}" if n else ""
        waits = f"tasks:\n  - {{id: T, title: Việc {n}, start: 2026-05, end: 2026-06, after: [p{n - 1}#T]}}\n" if n else ""
        links = [f"same_as: [p{n - 1}#duong]"] if n else []
        written(tmp_path, f"p{n:04}", head(f"p{n}", above) + waits + indicator("5", *links, "aggregation: sum"))

    found = ask(tmp_path, files=FILES).found

    assert codes(found) == {"LVL012": FILES - 2, "LVL017": 1}


@pytest.mark.parametrize("field", ["same_as", "supports"])
def test_diamonds_are_no_explosion(tmp_path: Path, ask: Ask, field: str) -> None:
    for layer in range(30):  # 2^30 ways from the first plan to the last
        for side in "ab":
            below = [f"p{layer + 1}{other}" for other in "ab"] if layer < 29 else []
            if field == "same_as":
                text = indicator("5", f"same_as: [{', '.join(f'{name}#duong' for name in below)}]" if below else "definition: cuối")
            else:
                text = objective("O1", *(f"{name}#O1" for name in below))
            written(tmp_path, f"p{layer}{side}", head(f"p{layer}{side}", below[0] if below else "") + text)

    found = ask(tmp_path).found

    assert found == []


# Many files.


def test_many_files_with_one_id(tmp_path: Path, ask: Ask) -> None:
    for n in range(FILES):
        written(tmp_path, f"p{n:04}", head("xa", "tinh") + indicator("5", "same_as: [tinh#duong]"))
    written(tmp_path, "tinh", the_upper("5", "sum"))

    found = ask(tmp_path, files=FILES).found

    twice = [f for f in found if f["code"] == "LVL009"]
    assert [f["path"] for f in twice] == [f"p{n:04}.yaml" for n in range(1, FILES)]
    assert {other["path"] for f in twice for other in f["related"]} == {"p0000.yaml"}
    assert set(codes(found)) <= {"LVL009", "LVL005"}


def test_one_broken_file_hinders_no_other(tmp_path: Path, ask: Ask) -> None:
    files = FILES * 5
    written(tmp_path, "tinh", the_upper(f"{files + 10}", "sum"))
    for n in range(files):
        written(tmp_path, f"xa/{n // 100}/p{n:04}", a_lower(f"p{n}", "1") if n != files // 3 else "kehoach: plan/1\nid: [\n")

    done = ask(tmp_path, "--select", "LVL,YML", files=files)

    assert done.code == 1
    assert codes(done.found)["YML001"] == 1
    (sum_,) = [f for f in done.found if f["code"] == "LVL005"]
    assert f"cộng lại được {files - 1:,} km".replace(",", ".") in sum_["message"]


# Links and files that are none.


def workspace(folder: Path) -> Path:
    """A repository with one plan, and a plan outside of it that nobody must see."""
    written(folder, "ngoai/xa", head(HIDDEN))
    inside = folder / "kho"
    (inside / ".git").mkdir(parents=True)
    written(inside, "xa", head("xa", "tinh"))
    return inside


def _link_to_file(inside: Path) -> None:
    (inside / "a.yaml").symlink_to("../ngoai/xa.yaml")


def _link_to_folder(inside: Path) -> None:
    (inside / "a").symlink_to("../ngoai")


def _link_by_link(inside: Path) -> None:
    (inside / "b").symlink_to("../ngoai")
    (inside / "a.yaml").symlink_to("b/xa.yaml")


def _absolute_link(inside: Path) -> None:
    (inside / "a.yaml").symlink_to((inside / "../ngoai/xa.yaml").resolve())


def _circle(inside: Path) -> None:
    (inside / "a.yaml").symlink_to("b.yaml")
    (inside / "b.yaml").symlink_to("a.yaml")


def _folder_in_itself(inside: Path) -> None:
    (inside / "a").symlink_to(".")
    (inside / "b").symlink_to("..")


def _leads_nowhere(inside: Path) -> None:
    (inside / "a.yaml").symlink_to("khong-co.yaml")


def _endless(inside: Path) -> None:
    (inside / "a.yaml").symlink_to("/dev/zero")


def _folder(inside: Path) -> None:
    (inside / "plan.yaml").mkdir()
    (inside / "a.yaml").mkdir()


def _pipe(inside: Path) -> None:
    os.mkfifo(inside / "plan.yaml")
    os.mkfifo(inside / "a.yaml")


def _socket(inside: Path) -> None:
    here = Path.cwd()
    os.chdir(inside)  # the name of a socket must be short
    try:
        socket.socket(socket.AF_UNIX).bind("a.yaml")
    finally:
        os.chdir(here)


def _huge(inside: Path) -> None:
    written(inside, "a", head("to"))
    os.truncate(inside / "a.yaml", 10 * 1000**3)  # a hole of ten gigabytes


PLANTED = [
    *(_link_to_file, _link_to_folder, _link_by_link, _absolute_link, _circle, _folder_in_itself, _leads_nowhere, _endless),
    *(_folder, _pipe, _socket, _huge),
]


@pytest.mark.filterwarnings("ignore:unclosed")
@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__.strip("_"))
def test_what_is_no_plan_is_passed_over_or_told(tmp_path: Path, ask: Ask, plant: Callable[[Path], None]) -> None:
    inside = workspace(tmp_path)
    plant(inside)

    done = ask(inside)

    assert "xa.yaml" in done.paths
    assert done.code in (0, 1) or "a.yaml" in done.said
    for name in ("a.yaml", "plan.yaml", "a", "a/xa.yaml", "a/a/a/a/xa.yaml"):
        if os.path.lexists(inside / name) or plant is _folder_in_itself:
            ask(inside, name)


def _link_out(file: Path) -> None:
    file.symlink_to("../ngoai/xa.yaml")


def _link_to_itself(file: Path) -> None:
    file.symlink_to(file.name)


@pytest.mark.parametrize("name", ["kehoach.yaml", "kehoach.lock", ".gitignore", "chi-tieu.yaml", "van-ban"])
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, _link_out, _link_to_itself])
def test_the_workspace_s_own_files_are_files(tmp_path: Path, ask: Ask, name: str, make: Callable[[Path], None]) -> None:
    inside = workspace(tmp_path)
    if name == "chi-tieu.yaml":
        written(inside, "kehoach", "kehoach: workspace/1\nregister: [chi-tieu.yaml]\n")
    with (inside / "xa.yaml").open("a") as file:
        file.write("commitments:\n  - {id: C, by: [a], statement: x, evidence: van-ban}\n")
    make(inside / name)

    done = ask(inside)

    assert done.code in (0, 1, 2)
    assert done.code < 2 or name in done.said


def test_a_folder_of_processes_holds_files(tmp_path: Path, ask: Ask) -> None:
    inside = workspace(tmp_path)
    written(inside, "kehoach", "kehoach: workspace/1\nprocesses: quy-trinh\n")
    with (inside / "xa.yaml").open("a") as file:
        file.write("process:\n  follows: [rieng]\n")
    (inside / "quy-trinh").mkdir()
    os.mkfifo(inside / "quy-trinh/a.yaml")
    (inside / "quy-trinh/b.yaml").mkdir()
    (inside / "quy-trinh/c.yaml").symlink_to("../../ngoai/xa.yaml")

    done = ask(inside, "--select", "PRC")

    assert done.paths == {"xa.yaml"}
    assert done.said.splitlines() == ["kehoach: quy-trinh/c.yaml là liên kết dẫn ra ngoài kho kế hoạch, không được đọc"]


def test_a_file_that_may_not_be_read(tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = workspace(tmp_path)
    written(inside, "a", head("a"))
    for module, name in ((builtins, "open"), (os, "open")):
        monkeypatch.setattr(module, name, _closed(getattr(module, name)))

    done = ask(inside)

    assert (done.code, done.paths) == (2, {"xa.yaml"})
    assert "không có quyền đọc a.yaml" in done.said


def _closed(opening: Callable[..., Any]) -> Callable[..., Any]:
    """An `open` to which one file is closed, for no file is closed to root."""

    def opened(file: Any, *args: Any, **named: Any) -> Any:
        if str(file).endswith("a.yaml") and not str(file).endswith("xa.yaml"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), file)
        return opening(file, *args, **named)

    return opened


def test_a_file_that_grows_is_read_once(tmp_path: Path, ask: Ask) -> None:
    file = written(tmp_path, "a", head("a"))
    growing = (
        "import sys\nwith open(sys.argv[1], 'ab') as file:\n    print(flush=True)\n"
        "    while file.tell() < 50_000_000:\n        file.write(b'# lon\\n' * 9999)\n        file.flush()\n"
    )
    with subprocess.Popen([sys.executable, "-c", growing, str(file)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        done = ask(tmp_path, "--select", "YML004")
        writer.kill()

    assert done.code in (0, 1)
    if file.stat().st_size > MAXIMUM_BYTES:
        assert ask(tmp_path, "--select", "YML004").code == 1


# Names that lead out.

TRAVERSALS = (
    "../ngoai/xa",
    "../ngoai/xa.yaml",
    "../../etc/passwd",
    "/etc/passwd",
    "//may-chu/chung/xa.yaml",
    r"\\may-chu\chung\xa.yaml",
    r"C:\xa.yaml",
    "file:///etc/passwd",
    "~/xa.yaml",
    "%2e%2e/ngoai/xa.yaml",
    "..\\ngoai\\xa.yaml",
    "xa.yaml\0.csv",
    ". . /ngoai/xa.yaml",
    "x" * 100_000,
    "x/" * 50_000,
    "../" * 30_000 + "etc/passwd",
)

FIELDS = {
    "parent": "parent: {}\n",
    "supports": "objectives:\n  - {{id: O, statement: x, supports: [{}]}}\n",
    "after": "tasks:\n  - {{id: T, title: x, after: [{}]}}\n",
    "from_plan": "resources:\n  funds:\n    - {{id: f, name: x, from_plan: {}}}\n",
    "assignments": "coordination:\n  assignments:\n    - {{plan: {}}}\n",
    "requests": "coordination:\n  requests:\n    - {{id: Y, what: x, to: {}}}\n",
    "proposals": "coordination:\n  proposals:\n    - {{about: {}}}\n",
    "dialogues": "coordination:\n  dialogues:\n    - {{with: {}}}\n",
    "same_as": "monitoring:\n  indicators:\n    - {{id: i, name: x, same_as: [{}]}}\n",
    "register": "monitoring:\n  indicators:\n    - {{id: i, name: x, register: {}}}\n",
    "commitments": "commitments:\n  - {{id: C, evidence: {}}}\n",
    "approvals": "process:\n  approvals:\n    - {{file: {}}}\n",
    "consultations": "process:\n  consultations:\n    - {{id: V, evidence: {}}}\n",
    "follows": "process:\n  follows: [{}]\n",
}

OWN_FIELDS = {
    "register": "register: [{}]\n",
    "crosswalk": "crosswalk: [{}]\n",
    "localities": "expected:\n  - {{level: commune, period: 2026, localities: {}}}\n",
    "templates": "templates: {}\n",
    "processes": "processes: {}\n",
    "plans": "plans: [{}]\n",
    "exclude": "exclude: [{}]\n",
}
NO_FILES = ("templates", "processes", "plans", "exclude")  # patterns, and folders that need not be there


@pytest.mark.parametrize("field", FIELDS)
def test_references_lead_to_no_file_outside(tmp_path: Path, ask: Ask, field: str) -> None:
    inside = workspace(tmp_path)
    for number, name in enumerate(TRAVERSALS):
        for suffix in ("", "#O1"):
            written(inside, f"t/{number}{suffix[:1]}", head(f"p{number}{suffix[1:]}") + FIELDS[field].format(json.dumps(name + suffix)))

    done = ask(inside, "--select", "YML,REF,LVL,PRC,COM")

    assert done.code in (0, 1), done.said
    assert {path.partition("/")[0] for path in done.paths} <= {"t", "xa.yaml"}


@pytest.mark.parametrize("field", OWN_FIELDS)
def test_settings_lead_to_no_file_outside(tmp_path: Path, ask: Ask, field: str) -> None:
    inside = workspace(tmp_path)
    (inside / "ra-ngoai").symlink_to("../ngoai")
    for name in (*TRAVERSALS, "../ngoai", "ra-ngoai", "ra-ngoai/xa.yaml"):
        written(inside, "kehoach", "kehoach: workspace/1\n" + OWN_FIELDS[field].format(json.dumps(name)))

        done = ask(inside)

        assert done.code == 2 or field in NO_FILES, name[:100]
