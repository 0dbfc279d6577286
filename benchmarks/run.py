"""Measure kehoach against named peers in one run and print a table of ratios.

    python benchmarks/run.py    about ten minutes; the whole country is measured by national.py

Runs alternate (A B A B), so that a busy machine slows both sides; figures are medians. Nothing here fails for being slow.
"""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import plan, write_plans
from measuring import KEHOACH, PYTHON, TODAY, VALIDATE, Row, compare, compare_calls, ms, run, table
from papers import beside_others, long_plan
from rivals import peers, quoted


def starting(times: int, file: str) -> Iterator[Row]:
    """Compare what starting costs with starting Python alone."""
    nothing = (*PYTHON, "-c", "pass")
    for name, command in (("kehoach --version", (*KEHOACH, "--version")), ("kehoach validate, one plan", (*VALIDATE, file))):
        ours, theirs = compare(command, nothing, times)
        note = f"peak {ours.peak:.0f} MiB, Python alone {theirs.peak:.0f}"
        yield Row(f"{name} / python -c pass", ms(ours.wall), ms(theirs.wall), f"{ours.wall / theirs.wall:.1f} wall", note)
        yield Row("", ms(ours.cpu), ms(theirs.cpu), f"{ours.cpu / theirs.cpu:.1f} cpu")


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
    yield Row("text to located findings / json.loads, cpu", ms(mine), ms(theirs), f"{mine / theirs:.0f}", "json.loads locates nothing")
    load = _round_trip()
    mine, theirs = compare_calls(ours, lambda: (load(text), ours()), max(2, times // 4))
    yield Row("ruamel.yaml round trip, then the same checks, cpu", ms(mine), ms(theirs - mine), f"{(theirs - mine) / mine:.0f} less")
    large = plan(tasks=1000).encode()
    mine, theirs = compare_calls(lambda: check(large, "plan.yaml", request), ours, max(2, times // 4))
    yield Row(f"a plan {len(large) / len(content):.1f} times as large / one, cpu", ms(mine), ms(theirs), f"{mine / theirs:.1f}")


def beside(times: int, files: list[str]) -> Iterator[Row]:
    """Compare the checking of many files with other validators."""
    for peer in peers():
        what = f"{len(files)} plans: {peer.name} / kehoach"
        if peer.missing:
            yield Row(what, "", "", "skipped", peer.missing)
            continue
        given = quoted(files, Path(files[0]).parent.with_suffix(".quoted")) if peer.quoted else files
        ours, theirs = compare((*VALIDATE, *files), peer.command(given), times)
        memory = f"peak {ours.peak:.0f} MiB, theirs {theirs.peak:.0f}" + (f"; {peer.note}" if peer.note else "")
        yield Row(what, f"{ours.wall:.2f} s", f"{theirs.wall:.2f} s", f"{theirs.wall / ours.wall:.1f} wall", memory)
        yield Row("", f"{ours.cpu:.2f} s", f"{theirs.cpu:.2f} s", f"{theirs.cpu / ours.cpu:.1f} cpu")


def _round_trip() -> Callable[[str], object]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - heavy

    return lambda text: YAML(typ="rt", pure=True).load(StringIO(text))


def main() -> None:
    parser = ArgumentParser(description="Print a table of ratios.")
    parser.add_argument("--times", type=int, default=9, help="runs of what is short; what is long runs a third as often")
    parser.add_argument("--plans", type=int, default=100)
    asked = parser.parse_args()
    with TemporaryDirectory() as name:
        files = [str(file) for file in write_plans(Path(name) / "plans", asked.plans)]
        run((*VALIDATE, files[0]))  # compiles what is not compiled yet
        rows = [starting(asked.times, files[0]), beside(max(1, asked.times // 3), files), long_plan(Path(name) / "long")]
        rows.append(inside(asked.times, Path(files[0]).read_text("utf-8")))  # last: a child's peak begins with its parent's size
        rows.append(beside_others(asked.times))
        table(rows)


if __name__ == "__main__":
    main()
