"""Inputs that are too large or too special to keep: each writes one file."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Maker = Callable[[Path], object]


class Generated(NamedTuple):
    """How to make a file, and the exit code and the word that checking it must lead to."""

    make: Maker
    code: int
    says: str


def text(content: str) -> Maker:
    """Write a text."""
    return lambda path: path.write_bytes(content.encode())


def link(target: str) -> Maker:
    """Make a symbolic link."""
    return lambda path: path.symlink_to(target)


def sparse(path: Path) -> None:
    """Make a file of 5 GB that takes no room."""
    with path.open("wb") as file:
        file.truncate(5 << 30)


def unix_socket(path: Path) -> None:
    """Leave a socket behind."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(path.name)
    finally:
        os.chdir(here)


def _merges() -> str:
    anchors = "".join(f"m{i}: &m{i} {{k{i}: 1}}\n" for i in range(500))
    each = ",".join(f"*m{i}" for i in range(500))
    return anchors + "".join(f"r{j}:\n  <<: [{each}]\n" for j in range(20))


def _wrong_entries() -> str:
    head = "kehoach: plan/1\nid: x\ntitle: x\nkind: action\nlocality: {name: Xã Mẫu, level: commune}\nperiod: 2026\n"
    return head + "tasks:\n" + "  - sai_khoa: x\n" * 2_000


def _dotted() -> str:
    """A plan whose title has more dots than any blank, and a key that there is not."""
    head = "kehoach: plan/1\nid: a\nkind: annual\nlocality: {name: Xã A, level: commune}\nperiod: 2026\n"
    return f"{head}title: {'.' * 200_000}a {'_' * 100_000}a xx{'x' * 100_000}a\nla: 1\n"


FINDING, INPUT = 1, 2
GENERATED = {
    "flow_100000": Generated(text("a: " + "[" * 100_000 + "]" * 100_000), FINDING, "YML004"),
    "merge_quadratic": Generated(text(_merges()), FINDING, "YML004"),
    "big_100mb": Generated(text("- 0000000 phat trien kinh te xa hoi\n" * 2_800_000), FINDING, "YML004"),
    "sparse_5gb": Generated(sparse, FINDING, "YML004"),
    "one_line_20mb": Generated(text('a: "' + "x" * (20 << 20) + '"\n'), FINDING, "YML004"),
    "one_line_3mb": Generated(text('a: "' + "x" * (3 << 20) + '"\n'), FINDING, "YML009"),
    "keys_300k": Generated(text("".join(f"k{i:06}: {i}\n" for i in range(300_000))), FINDING, "YML004"),
    "keys_190k": Generated(text("".join(f"k{i:06}: {i}\n" for i in range(190_000))), FINDING, "YML009"),
    "errors_100k": Generated(text("hoat_dong:\n" + "  - sai_khoa: x\n" * 100_000), FINDING, "YML009"),
    "errors_in_plan": Generated(text(_wrong_entries()), FINDING, "YML010"),
    "documents_100k": Generated(text("---\na: 1\n" * 100_000), FINDING, "YML006"),
    "comments_3mb": Generated(text("# ghi chú\n" * 250_000), FINDING, "YML009"),
    "anchors_50k": Generated(text("".join(f"a{i}: &x{i} 1\nb{i}: *x{i}\n" for i in range(50_000))), FINDING, "YML004"),
    "hash_collide": Generated(text("".join(f"{i * ((1 << 61) - 1)}: 1\n" for i in range(1, 20_001))), FINDING, "YML009"),
    "dots_redos": Generated(text(_dotted()), FINDING, "YML010"),
    "quotes_redos": Generated(text('a: "' + "\\ " * 120_000 + "\nb: " + "'" * 200_000), FINDING, "YML001"),
    "spaces_1mb": Generated(text("a: x" + " " * (1 << 20) + "y\n"), FINDING, "YML009"),
    "crlf_1m": Generated(text("\r\n" * 1_000_000), FINDING, "YML009"),
    "fifo": Generated(os.mkfifo, INPUT, "plan.yaml"),
    "folder": Generated(Path.mkdir, INPUT, "plan.yaml"),
    "socket": Generated(unix_socket, INPUT, "plan.yaml"),
    "link_dev_zero": Generated(link("/dev/zero"), INPUT, "plan.yaml"),
    "link_passwd": Generated(link("/etc/passwd"), INPUT, "plan.yaml"),
    "link_loop": Generated(link("plan.yaml"), INPUT, "plan.yaml"),
    "link_dangling": Generated(link("khong-co"), INPUT, "plan.yaml"),
    "link_proc": Generated(link("/proc/self/environ"), INPUT, "plan.yaml"),
}
