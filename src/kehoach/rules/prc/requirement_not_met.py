"""PRC005: what the process document itself requires."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.process import Requirement
from kehoach.model.vocabulary import Stage
from kehoach.processes.base import Judgement, ReadyProcess
from kehoach.processes.recording import record
from kehoach.rules.base import MISSING, WARNING, WARNING_THEN_ERROR, Context, Finding, Related, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each requirement that does not hold, unless a rule that applies says so at its place."""
    for process in context.processes:
        for requirement, step in process.demands():
            if not context.rules.isdisjoint(requirement.rules) or (step is not None and _is_left_out(step.id, plan)):
                continue
            judgement = process.judge(requirement, plan, context.thresholds.unsecured)
            if judgement.holds is False:
                yield _finding(process, requirement, judgement, context.stage)


def _is_left_out(step: str, plan: Plan) -> bool:
    found = record(step, plan)
    return found is not None and found.not_applicable is not None


def _finding(process: ReadyProcess, requirement: Requirement, judgement: Judgement, stage: Stage) -> Finding:
    fix = requirement.fix.text if requirement.fix is not None else _SEE
    return Finding(
        path=judgement.path,
        values={
            "process": process.id,
            "requirement": requirement.id,
            "said": requirement.message.text,
            "fix": fix,
            "source": requirement.source or process.node.source or process.name,
        },
        related=tuple(Related(node.path, _TOO) for node in judgement.culprits[1 : _MOST + 1]),
        severity=_severity(requirement, stage),
        subject=judgement.subjects[0] if judgement.subjects else "",
        reads=process.reads(requirement),
    )


def _severity(requirement: Requirement, stage: Stage) -> Severity:
    """Take an error for a warning before a plan is submitted, for what lacks is no error; all is a note once it is closed."""
    wanted = requirement.severity or Severity.WARNING
    if stage is Stage.CLOSED:
        return Severity.NOTE
    return WARNING_THEN_ERROR.at(stage, MISSING) if wanted is Severity.ERROR else wanted


_MOST = 3
_TOO = Text(vi="ở đây cũng vậy", en="here too")
_SEE = Text(vi="Xem yêu cầu trong tài liệu quy trình.", en="See the requirement in the process document.")

RULE = Rule(
    code="PRC005",
    name="requirement-not-met",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="{said} (quy trình {process}, yêu cầu {requirement}, nguồn {source})",
        en="{said} (process {process}, requirement {requirement}, source {source})",
    ),
    why=Text(
        vi="Kế hoạch áp dụng quy trình nào thì phải đạt yêu cầu của quy trình đó.",
        en="A plan that follows a process is held to what the process requires.",
    ),
    fix=Text(vi="{fix}", en="{fix}"),
    source="format",
    check=check,
)
