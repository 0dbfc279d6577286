"""PRC015: resources recorded as ensured while the figures say otherwise."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach.analysis.balance import balance
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.process_record import GateRecord
from kehoach.processes.base import RESOURCES
from kehoach.processes.recording import latest, records_of
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each yes against its own figures, and the last yes of a gate against those of the plan."""
    records = plan.process.gates if plan.process else ()
    for name in dict.fromkeys(record.gate for record in records):
        of_gate = records_of(name, plan)
        last = latest(of_gate)
        for record in of_gate:
            if not record.ensured:
                continue
            if _is_short(record, context.thresholds.unsecured):
                own = (record.at("need"), record.at("secured"))
                yield Finding(path=record.at("ensured"), values={"gate": name, "fault": _OWN}, subject=name, reads=own)
            elif record is last and not _holds(name, plan, context):
                yield _against_plan(record, plan)


def _is_short(record: GateRecord, threshold: Decimal) -> bool:
    """Tell whether more of the need than the threshold is not secured, by the record's own figures."""
    need, secured = record.need, record.secured
    if need is None or secured is None or need.currency != secured.currency or not need.value:
        return False
    return (need.value - secured.value) / need.value > threshold


def _holds(name: str, plan: Plan, context: Context) -> bool:
    """Tell whether the plan as it stands lets a gate pass; an unknown gate is passed over."""
    unsecured = context.thresholds.unsecured
    for process in context.processes:
        gate = process.gates.get(name)
        if gate is not None:
            return process.judge(gate, plan, unsecured).holds is not False
    return name != RESOURCES or balance(plan).is_ensured(unsecured)


def _against_plan(record: GateRecord, plan: Plan) -> Finding:
    overruns = balance(plan).overruns
    related = tuple(Related(overrun.path, _OVER, {"name": overrun.source.name, "over": overrun.over}) for overrun in overruns[:_MOST])
    fault = _OVERRUN if overruns else _UNSURE
    return Finding(
        path=record.at("ensured"), values={"gate": record.gate, "fault": fault}, related=related, subject=record.gate, reads=_FIGURES
    )


_MOST = 3
_FIGURES: tuple[KeyPath, ...] = (
    ("tasks", "*", "needs"),
    ("tasks", "*", "actions", "*", "needs"),
    ("resources", "rates"),
    ("resources", "funds", "*", "limits"),
    ("resources", "funds", "*", "status"),
    ("resources", "in_kind", "*", "limits"),
)
_OWN = Text(vi="phần chưa bảo đảm quá lớn so với nhu cầu ghi ở đây", en="too much of the need on record is not secured")
_OVERRUN = Text(vi="nhu cầu của các nhiệm vụ vượt mức trần", en="the tasks need more than the limits")
_UNSURE = Text(vi="quá nhiều nhu cầu dựa vào nguồn chưa chắc chắn", en="too much of the need rests on unsure money")
_OVER = Text(vi="{name} vượt {over}", en="{name} is {over} over")

RULE = Rule(
    code="PRC015",
    name="gate-contradicts-figures",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="cổng {gate} ghi là đã qua nhưng {fault}", en="the gate {gate} is recorded as passed, but {fault}"),
    why=Text(
        vi="Nguồn lực không đảm bảo thì phải điều chỉnh mục tiêu; ghi là đảm bảo không làm cho có tiền.",
        en="Where resources are not ensured the objectives must be adjusted; writing that they are brings no money.",
    ),
    fix=Text(
        vi="Cân đối lại số liệu, hoặc ghi `ensured: false` cùng lần điều chỉnh mục tiêu trong `process.adjustments`.",
        en="Balance the figures, or write `ensured: false` with the adjustment of objectives in `process.adjustments`.",
    ),
    source="S2",
    reads=("unit", "period"),
    check=check,
)
