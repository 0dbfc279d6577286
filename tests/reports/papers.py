"""What the tests of Word and PDF reports share: plans of hostile words, and a second reckoning."""

import json
from collections.abc import Callable
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from kehoach.model.plan import Plan
from kehoach.reports.blocks import Paper
from kehoach.reports.options import Report
from kehoach.reports.paper import paper
from kehoach.reports.view import view
from places import EXAMPLES
from reports.findings import checked
from reports.plans import example, wanted, with_texts

PAYLOADS = json.loads((Path(__file__).parents[1] / "corpus" / "payloads.json").read_text("utf-8"))


def data(report: Report, plan: Plan, **options: Any) -> dict[str, Any]:
    """Work out a view, the summary with a checklist."""
    return view(report, plan, wanted(**(checked(report) | options)))


def hostile(name: str) -> tuple[Plan, list[str]]:
    """Put a payload in every free text, each with a number of its own; give the texts too."""
    payloads = [one if isinstance(one, str) else one["repeat"][0] * 200 for one in PAYLOADS.values()]
    numbers, said = count(), []

    def change(_: str) -> str:
        number = next(numbers)
        said.append(f"{payloads[number % len(payloads)]} {number}")
        return said[-1]

    return with_texts(example(name), change), said


def plain(name: str) -> Plan:
    """Put plain words in every free text, each with a number of its own."""
    numbers = count()
    change: Callable[[str], str] = lambda _: f"Chữ {next(numbers)}"  # noqa: E731 - a name would say no more
    return with_texts(example(name), change)


def by_columns(table: Paper) -> bool:
    """Choose annexes by the number of columns alone, so that words of any length lie in the same place."""
    return len(table["columns"]) <= 6


def tables(report: Report, plan: Plan) -> list[list[list[str]]]:
    """Give the words of all tables of a paper, in their order."""
    made = paper(data(report, plan))
    found = [block["table"] for block in made["blocks"] if block["table"]] + [annex["table"] for annex in made["annexes"]]
    return [
        [[column["title"] for column in table["columns"]], *([cell["text"] for cell in row["cells"]] for row in table["rows"])]
        for table in found
    ]


def total(name: str) -> str:
    """Add up what the tasks of an example need, from the file itself, and say it as Vietnamese do."""
    written = yaml.safe_load((EXAMPLES / name / "plan.yaml").read_text("utf-8"))
    needs = [need for task in written["tasks"] for work in (task, *task.get("actions", ())) for need in work.get("needs", ())]
    whole = sum(_amount(need) for need in needs if need.keys() & {"amount", "rate"})
    return f"{whole:,}".replace(",", ".")


def _amount(need: dict[str, Any]) -> Decimal:
    if "amount" in need:
        return Decimal(str(need["amount"]).split()[0].replace(".", ""))
    return Decimal(str(need["rate"]).split()[0]) * Decimal(need["quantity"])
