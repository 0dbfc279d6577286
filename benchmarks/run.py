"""Measure kehoach against named peers in one run and print a table of ratios.

    python benchmarks/run.py            about ten minutes
    python benchmarks/run.py --country  also the whole country: 3,355 plans, 280 MB

Runs alternate (A B A B), so that a busy machine slows both sides; figures are medians. Nothing here fails for being slow.
"""

import json
import os
import re
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator import plan, write_country, write_plans

HERE = Path(__file__).parent
TOP = HERE.parent
SCHEMA = TOP / "schemas" / "plan.schema.json"
TODAY = "2026-01-10"
PYTHON = (sys.executable,)
KEHOACH = (*PYTHON, "-m", "kehoach")
VALIDATE = (*KEHOACH, "validate", "--today", TODAY, "--format", "concise")


class Cost(NamedTuple):
    """What one run took: seconds on the clock, seconds of processor, MiB of the largest process."""

    wall: float
    cpu: float
    peak: float


class Peer(NamedTuple):
    """Another tool: how it is called, or why it is not."""

    name: str
    command: Callable[[list[str]], tuple[str, ...]]
    missing: str = ""
    quoted: bool = False  # its YAML makes types of dates and years that JSON has not


class Row(NamedTuple):
    """One line of the table."""

    what: str
    ours: str
    theirs: str
    ratio: str
    note: str = ""


def run(command: tuple[str, ...]) -> Cost:
    """Run one process to its end; its children count too."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / scale)


def compare(ours: tuple[str, ...], theirs: tuple[str, ...], times: int) -> tuple[Cost, Cost]:
    """Run two commands in turn; the medians of each."""
    pairs = [(run(ours), run(theirs)) for _ in range(times)]
    return _medians([pair[0] for pair in pairs]), _medians([pair[1] for pair in pairs])


def compare_calls(ours: Callable[[], object], theirs: Callable[[], object], times: int, inner: int = 1) -> tuple[float, float]:
    """Call two functions in turn; the medians of their processor time, the second called `inner` times at once."""
    ours()
    theirs()
    pairs = [(_timed(ours, 1), _timed(theirs, inner)) for _ in range(times)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def starting(times: int, file: str) -> Iterator[Row]:
    """Compare what starting costs with starting Python alone."""
    nothing = (*PYTHON, "-c", "pass")
    for name, command in (("kehoach --version", (*KEHOACH, "--version")), ("kehoach validate, one plan", (*VALIDATE, file))):
        ours, theirs = compare(command, nothing, times)
        note = f"peak {ours.peak:.0f} MiB, Python alone {theirs.peak:.0f}"
        yield Row(f"{name} / python -c pass", _ms(ours.wall), _ms(theirs.wall), f"{ours.wall / theirs.wall:.1f} wall", note)
        yield Row("", _ms(ours.cpu), _ms(theirs.cpu), f"{ours.cpu / theirs.cpu:.1f} cpu")


def inside(times: int, text: str) -> Iterator[Row]:
    """Compare text to located findings, in one process, with loaders that check nothing."""
    from kehoach.checking import Request, check  # noqa: PLC0415 - its import is measured elsewhere
    from kehoach.reading.composing import compose  # noqa: PLC0415

    content = text.encode()
    request = Request(today=date.fromisoformat(TODAY), quote=False)
    as_json = json.dumps(compose("plan.yaml", text).data, ensure_ascii=False)

    def ours() -> object:
        return check(content, "plan.yaml", request)

    mine, theirs = compare_calls(ours, lambda: json.loads(as_json), times, 10)
    yield Row("text to located findings / json.loads, cpu", _ms(mine), _ms(theirs), f"{mine / theirs:.0f}", "json.loads locates nothing")
    load = _round_trip()
    mine, theirs = compare_calls(ours, lambda: (load(text), ours()), max(2, times // 4))
    yield Row("ruamel.yaml round trip, then the same checks, cpu", _ms(mine), _ms(theirs - mine), f"{(theirs - mine) / mine:.0f} less")
    large = plan(tasks=1000).encode()
    mine, theirs = compare_calls(lambda: check(large, "plan.yaml", request), ours, max(2, times // 4))
    yield Row(f"a plan {len(large) / len(content):.1f} times as large / one, cpu", _ms(mine), _ms(theirs), f"{mine / theirs:.1f}")


def beside(times: int, files: list[str]) -> Iterator[Row]:
    """Compare the checking of many files with other validators."""
    for peer in _peers():
        what = f"{len(files)} plans: {peer.name} / kehoach"
        if peer.missing:
            yield Row(what, "", "", "skipped", peer.missing)
            continue
        ours, theirs = compare((*VALIDATE, *files), peer.command(_quoted(files) if peer.quoted else files), times)
        memory = f"peak {ours.peak:.0f} MiB, theirs {theirs.peak:.0f}"
        yield Row(what, f"{ours.wall:.2f} s", f"{theirs.wall:.2f} s", f"{theirs.wall / ours.wall:.1f} wall", memory)
        yield Row("", f"{ours.cpu:.2f} s", f"{theirs.cpu:.2f} s", f"{theirs.cpu / ours.cpu:.1f} cpu")


def whole_country(folder: Path, files: list[str]) -> Iterator[Row]:
    """Compare time and memory of the whole country with those of a hundred plans."""
    plans = write_country(folder)
    few, many = run((*VALIDATE, *files)), run((*VALIDATE, str(folder)))
    times = len(plans) / len(files)
    yield Row(
        f"{len(plans)} plans / {len(files)}, wall",
        f"{many.wall:.1f} s",
        f"{few.wall:.1f} s",
        f"{many.wall / few.wall:.1f}",
        f"{times:.1f} times as many",
    )
    yield Row("the largest process", f"{many.peak:.0f} MiB", f"{few.peak:.0f} MiB", f"{many.peak / few.peak:.2f}")


def _peers() -> Iterator[Peer]:
    no_schema = "" if SCHEMA.exists() else "schemas/plan.schema.json is missing"
    pip, npm = "not installed: pip install", "not installed: npm ci in benchmarks/peers"
    schema_checker = [*PYTHON, "-m", "check_jsonschema", "--schemafile", str(SCHEMA)]
    yield Peer(
        "check-jsonschema", lambda files: (*schema_checker, *files), _lack("check_jsonschema", f"{pip} check-jsonschema") or no_schema
    )
    yield Peer("yamllint", lambda files: (*PYTHON, "-m", "yamllint", "-d", "relaxed", *files), _lack("yamllint", f"{pip} yamllint"))
    node, modules = which("node"), HERE / "peers" / "node_modules"
    absent = npm if node and not modules.exists() else "" if node else "no node on this machine"
    ajv = (
        node or "",
        str(modules / "ajv-cli" / "dist" / "index.js"),
        "validate",
        "--spec=draft2020",
        "--strict=false",
        "-c",
        "ajv-formats",
    )
    yield Peer(
        "ajv-cli",
        lambda files: (*ajv, "-s", str(SCHEMA), *(part for file in files for part in ("-d", file))),
        absent or no_schema,
        quoted=True,
    )
    spectral = (node or "", str(modules / "@stoplight" / "spectral-cli" / "dist" / "index.js"), "lint", "--ruleset")
    yield Peer("Spectral", lambda files: (*spectral, str(HERE / "peers" / "spectral.json"), *files), absent, quoted=True)


def _lack(module: str, reason: str) -> str:
    return "" if find_spec(module) else reason


def _quoted(files: list[str]) -> list[str]:
    """Write the same plans with dates and years in quotes."""
    copies = [Path(file).with_suffix(".quoted") / Path(file).name for file in files]
    for file, copy in zip(files, copies, strict=True):
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(_DATE.sub('"\\1"', Path(file).read_text("utf-8")), "utf-8")
    return [str(copy) for copy in copies]


_DATE = re.compile(r"(?<=[ {])([0-9]{4}-[0-9]{2}-[0-9]{2}(?=[,}]|$)|[0-9]{4}(?=: ))", re.MULTILINE)


def _round_trip() -> Callable[[str], object]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - heavy

    return lambda text: YAML(typ="rt", pure=True).load(StringIO(text))


def _timed(call: Callable[[], object], inner: int) -> float:
    start = time.process_time()
    for _ in range(inner):
        call()
    return (time.process_time() - start) / inner


def _medians(costs: list[Cost]) -> Cost:
    return Cost(*(median(figures) for figures in zip(*costs, strict=True)))


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONUTF8": "1", "NO_COLOR": "1"}


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def main() -> None:
    parser = ArgumentParser(description="Print a table of ratios.")
    parser.add_argument("--times", type=int, default=9, help="runs of what is short; what is long runs a third as often")
    parser.add_argument("--plans", type=int, default=100)
    parser.add_argument("--country", action="store_true")
    asked = parser.parse_args()
    print("| what | ours | theirs | ratio | |\n|---|---|---|---|---|")
    with TemporaryDirectory() as name:
        files = [str(file) for file in write_plans(Path(name) / "plans", asked.plans)]
        run((*VALIDATE, files[0]))  # compiles what is not compiled yet
        rows = [starting(asked.times, files[0]), beside(max(1, asked.times // 3), files)]
        if asked.country:
            rows.append(whole_country(Path(name) / "country", files))
        rows.append(inside(asked.times, Path(files[0]).read_text("utf-8")))  # last: a child's peak begins with its parent's size
        for part in rows:
            for row in part:
                print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
