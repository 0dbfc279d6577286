"""Plans for tests of the analyses, written as users write them."""

from kehoach.model.plan import Plan
from kehoach.reading.loading import load

_HEAD = """\
kehoach: plan/1
id: ke-hoach
title: Kế hoạch phát triển kinh tế - xã hội xã Bắc Hà
kind: annual
locality: {name: Xã Bắc Hà, level: commune}
"""


def plan(body: str, *, period: str = "2026", unit: str = "triệu đồng") -> Plan:
    """Read a plan from what stands below its head; it must be readable."""
    text = f"{_HEAD}period: {period}\n{f'unit: {unit}' if unit else ''}\n{body}"
    loaded = load(text.encode(), "plan.yaml")
    assert loaded.built is not None
    assert not loaded.complaints, loaded.complaints
    return loaded.built.node
