"""Small plans of communes with one target that the province wants."""

from pathlib import Path

PLAN = """\
kehoach: plan/1
id: {id}
title: Kế hoạch {id}
kind: annual
locality: {{name: Xã {id}, level: {level}}}
period: 2026
{parent}monitoring:
  indicators:
    - id: duong
      name: Đường thôn
      unit: km
      direction: increase
      {more}
      targets: [{{value: {value}, date: 2026}}]
commitments:
  - {{partner: nha-nuoc, evidence: van-ban/{id}.pdf}}
"""


def plan(folder: Path, name: str, value: int, parent: str = "") -> Path:
    more = f"same_as: [{parent}#duong]" if parent else "aggregation: sum"
    head = f"parent: {parent}\n" if parent else ""
    file = folder / f"{name}.yaml"
    file.write_text(
        PLAN.format(id=name, level="commune" if parent else "province", parent=head, more=more, value=value),
        "utf-8",
    )
    return file
