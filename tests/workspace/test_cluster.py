"""A cluster says what one process says, byte for byte."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from child import environment, kehoach
from communes import plan

distributed = pytest.importorskip("distributed", reason='Dask is not installed: pip install "kehoach[cluster]"')


WORDS = ("validate", "--today", "2026-06-30", "--no-cache", "--format", "json")
SCRIPT = """\
import sys
from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Two worker processes on this machine, which stand in another folder."""
    script = tmp_path / "cluster.py"
    script.write_text(SCRIPT, "utf-8")
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, script], cwd=tmp_path, env=environment({}), stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate()


def test_a_cluster_of_two_workers(tmp_path: Path, address: str) -> None:
    folder = tmp_path / "kho"
    folder.mkdir()
    plan(folder, "tinh", 100)
    for number in range(40):
        plan(folder, f"xa-{number:02}", 5, "tinh")

    done = kehoach(*WORDS, "--cluster", address, cwd=folder)

    assert done.err == ""
    assert done == kehoach(*WORDS, "--jobs", "1", cwd=folder)


def test_no_cluster_at_an_address(tmp_path: Path) -> None:
    for number in range(20):
        plan(tmp_path, f"xa-{number:02}", 5)

    done = kehoach(*WORDS, "--cluster", "tcp:/", "--lang", "en", cwd=tmp_path)

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("kehoach: --cluster: tcp:/ does not answer")
