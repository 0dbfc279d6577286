"""The hard inputs and what each must lead to."""

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from kehoach.checking import Request, check
from kehoach.diagnostics import Diagnostic

HERE = Path(__file__).parent
PLAN = (HERE / "plan.yaml").read_text("utf-8")
REQUEST = Request(today=date(2026, 6, 30))


class Case(NamedTuple):
    """One file and what reading it must say.

    `codes` are all the reader's own codes, one of them at `line`; `data` says that the file is read
    without complaint to what stands in the `.json` beside it; `template` that a plan is put into it;
    `never` lists what no output may contain; `reason` tells why, where the format decides.
    """

    id: str
    codes: tuple[str, ...] = ()
    line: int | None = None
    data: bool = False
    template: bool = False
    never: tuple[str, ...] = ()
    reason: str = ""

    @property
    def file(self) -> Path:
        """The file itself."""
        return HERE / "cases" / f"{self.id}.yaml"

    def content(self, plan: str = PLAN) -> bytes:
        """Give the bytes, with the plan in place."""
        content = self.file.read_bytes()
        return content.replace(b"@@PLAN@@", plan.encode()) if self.template else content


def _case(entry: dict[str, Any]) -> Case:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Case(**values)


CASES = [_case(entry) for entry in json.loads((HERE / "manifest.json").read_text("utf-8"))]


def read(content: bytes, folder: Path | None = None) -> list[Diagnostic]:
    """Check bytes; what the reader itself says."""
    return [found for found in check(content, "plan.yaml", REQUEST, folder).diagnostics if found.code.startswith(("YML", "REF"))]
