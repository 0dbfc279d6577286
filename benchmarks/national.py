"""Measure the whole country against named peers in one run and print the national table of docs/scale.md.

    python benchmarks/national.py              34 provinces and 3,321 communes: 3,355 plans, about 290 MB, up to half an hour
    python benchmarks/national.py --plans 300  a first look

Runs alternate (A B A B), so that a busy machine slows both sides; figures are medians. Nothing here fails for being slow.
"""

import os
import platform
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator import write_country
from localities import COMMUNES, PROVINCES
from measuring import KEHOACH, PYTHON, VALIDATE, Command, Cost, Row, compare, medians, run, table
from rivals import CHECKER, ajv, peers, quoted

PLAIN = {"KEHOACH_NATIVE": "0"}
"""What leaves the part in C out."""

SOME = 100
"""Of so many plans are the slow peers measured."""

PAIRS = 3
"""So often at least, for ours is short then."""

SHORT = 9
"""So often does run what is short."""


class Country(NamedTuple):
    """The files of a generated country and what the tool can do with them."""

    folder: Path
    files: list[str]
    has_cache: bool
    times: int

    @property
    def fresh(self) -> tuple[str, ...]:
        """Give the command that remembers nothing."""
        return (*VALIDATE, "--no-cache") if self.has_cache else VALIDATE

    def validate(self, *words: str) -> tuple[str, ...]:
        """Give the command over the whole folder, remembering nothing."""
        return (*self.fresh, *words, str(self.folder))


def cold(country: Country) -> Iterator[Row]:
    """Compare a first run with ajv-cli and the exported schema, which reads the same plans with quotes around their dates."""
    peer = ajv()
    files = quoted(country.files, country.folder.with_suffix(".quoted"))
    half = len(files) // 2
    runs = [
        (
            run(country.validate("--jobs", "1")),
            None if peer.missing else run(peer.command(files)),
            run(country.validate("--jobs", "2")),
            None if peer.missing else run(peer.command(files[:half]), peer.command(files[half:])),
        )
        for _ in range(country.times)
    ]
    one, two = medians(row[0] for row in runs), medians(row[2] for row in runs)
    what = f"{len(country.files)} plans, cold: kehoach / ajv-cli"
    note = "1.6 or more is wanted"
    if peer.missing:
        yield Row(what, seconds(two.wall), "", "skipped", peer.missing)
    else:
        alone, pair = medians(row[1] for row in runs if row[1]), medians(row[3] for row in runs if row[3])
        yield _against(f"{what}, one process each", one, alone)
        yield _against(f"{what}, two processes each", two, pair)
        yield _against(f"{what}, two processes / all files in one call", two, alone)
        note += f"; two processes of ajv-cli, which share nothing, are {alone.wall / pair.wall:.2f} here"
    ratio = f"{one.wall / two.wall:.2f} wall"
    yield Row(f"{len(country.files)} plans, cold: one process / two", seconds(one.wall), seconds(two.wall), ratio, note)
    if find_spec("kehoach_native"):
        plain = medians(run(country.validate("--jobs", "2"), env=PLAIN) for _ in range(country.times))
        note = f"two processes; cpu {two.cpu:.1f} s, without {plain.cpu:.1f} s"
        what = f"{len(country.files)} plans, cold: kehoach without its part in C / with it"
        yield Row(what, seconds(plain.wall), seconds(two.wall), f"{plain.wall / two.wall:.2f} wall", note)


def memory(country: Country) -> Iterator[Row]:
    """Compare the largest process of the whole country with that of a part of it."""
    part = country.files[:SOME]
    few = run((*country.fresh, "--jobs", "2", *part))
    many = run(country.validate("--jobs", "2"))
    note = f"{len(country.files) / len(part):.1f} times as many; at most 150 MiB are wanted"
    what = f"the largest process: {len(country.files)} plans / {len(part)}"
    yield Row(what, f"{many.peak:.0f} MiB", f"{few.peak:.0f} MiB", f"{many.peak / few.peak:.2f}", note)


def again(country: Country) -> Iterator[Row]:
    """Compare runs that find their answers in the cache with looking at the files at all."""
    if not country.has_cache:
        yield Row(f"{len(country.files)} plans, unchanged", "", "", "skipped", "this version has no cache")
        return
    plain = (*VALIDATE, str(country.folder))
    run(plain)  # fills the cache
    looked = [_look(country.folder) for _ in range(SHORT)]
    unchanged, imported = compare(plain, (*PYTHON, "-c", "import sqlite3"), SHORT)
    base = median(looked) + imported.wall
    what = f"{len(country.files)} plans, unchanged / scandir, stat and `python -c 'import sqlite3'`"
    yield Row(what, seconds(unchanged.wall), seconds(base), f"{unchanged.wall / base:.2f} wall", "at most 3 is wanted")
    file = Path(country.files[len(country.files) // 2])
    unchanged, changed, alone = _changing(country, plain, file)
    base = unchanged.wall + 1.3 * alone.wall
    what = f"{len(country.files)} plans, one changed / unchanged + 1.3 × that file alone"
    yield Row(what, seconds(changed.wall), seconds(base), f"{changed.wall / base:.2f} wall", "at most 1 is wanted")


def beside(country: Country) -> Iterator[Row]:
    """Compare a hundred plans with the slow peers."""
    files = [file for file in country.files if "/xa-" in file][:SOME]
    ours = (*country.fresh, *files)
    for peer in peers():
        if not peer.name.startswith(tuple(WANTED)):
            continue
        what = f"{len(files)} plans: {peer.name} / kehoach"
        if peer.missing:
            yield Row(what, "", "", "skipped", peer.missing)
            continue
        given = quoted(files, country.folder.with_suffix(".some")) if peer.quoted else files
        mine, theirs = compare(ours, peer.command(given), max(PAIRS, country.times))
        wanted = f"{WANTED[peer.name]} or more is wanted" if peer.name in WANTED else peer.note
        note = f"{wanted}; cpu {theirs.cpu / mine.cpu:.1f}"
        yield Row(what, seconds(mine.wall), seconds(theirs.wall), f"{theirs.wall / mine.wall:.1f} wall", note)


WANTED = {CHECKER: 25, "Spectral": 10}


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def _against(what: str, ours: Cost, theirs: Cost) -> Row:
    note = f"cpu {ours.cpu:.1f} s, theirs {theirs.cpu:.1f} s; peak {ours.peak:.0f} MiB, theirs {theirs.peak:.0f} MiB"
    return Row(what, seconds(ours.wall), seconds(theirs.wall), f"{ours.wall / theirs.wall:.2f} wall", note)


def _changing(country: Country, plain: Command, file: Path) -> tuple[Cost, Cost, Cost]:
    """Run over all, change a file and do it again, then run over the file alone, some times."""
    runs = []
    for number in range(SHORT):
        before = run(plain)
        with file.open("a", encoding="utf-8") as text:
            text.write(f"# thay đổi {number}\n")
        runs.append((before, run(plain), run((*country.fresh, str(file)))))
    unchanged, changed, alone = (medians(row[part] for row in runs) for part in range(3))
    return unchanged, changed, alone


def _look(folder: Path) -> float:
    """Look at every file of a tree: its name, size and time."""
    start = time.perf_counter()
    stack: list[str] = [str(folder)]
    while stack:
        with os.scandir(stack.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    stack.append(entry.path)
                else:
                    entry.stat()
    return time.perf_counter() - start


def machine() -> str:
    """Describe the machine without naming it."""
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{os.cpu_count()} cores, {size:.0f} GiB, {platform.system()}, Python {python}, load {os.getloadavg()[0]:.1f} at the start"


def part_in_c() -> str:
    return f"{'with' if find_spec('kehoach_native') else 'without'} kehoach-native"


def main() -> None:
    parser = ArgumentParser(description="Print the national table.")
    parser.add_argument("--plans", type=int, default=PROVINCES + COMMUNES)
    parser.add_argument("--times", type=int, default=1, help=f"runs of what is long; what is short runs {SHORT} times")
    asked = parser.parse_args()
    provinces = max(1, round(asked.plans * PROVINCES / (PROVINCES + COMMUNES)))
    with TemporaryDirectory() as name:
        folder = Path(name) / "ca-nuoc"
        written = write_country(folder, provinces=provinces, communes=asked.plans - provinces)
        files = [str(file) for file in written.files]
        size = sum(file.stat().st_size for file in written.files) / 1e6
        options = subprocess.run((*KEHOACH, "validate", "--help"), capture_output=True, check=True, text=True).stdout
        country = Country(folder, files, "--no-cache" in options, asked.times)
        print(f"{len(files)} plans, {size:.0f} MB, {len(written.seeded)} faults on purpose; {machine()}, {part_in_c()}\n")
        table([cold(country), memory(country), again(country), beside(country)])


if __name__ == "__main__":
    main()
