"""Rules of a workspace's own, written as data in `kehoach.yaml`."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kehoach.diagnostics import KeyPath, Severity
from kehoach.errors import KehoachError
from kehoach.expressions.evaluation import is_true
from kehoach.expressions.expression import Expression, Subjects, compile_expression, subjects
from kehoach.expressions.fault import ExpressionError
from kehoach.expressions.sorts import Value
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.model.wording import Wording
from kehoach.model.workspace import CustomRule
from kehoach.rules.base import WRONG, Context, Finding, Rule, Severities


class CustomRuleError(KehoachError):
    """An expression of a custom rule is wrong; `path` leads to it in `kehoach.yaml`."""

    def __init__(self, path: KeyPath, code: str, fault: ExpressionError) -> None:
        super().__init__(_FAULT, code=code, what=fault.message, fix=fault.fix)
        self.path = path
        self.code = code
        self.fault = fault

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with its place."""
        return CustomRuleError, (self.path, self.code, self.fault)


class _Compiled(NamedTuple):
    """A custom rule whose expressions were understood."""

    rule: CustomRule
    subjects: Subjects
    when: Expression | None
    require: Expression

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """Report each subject for which the rule's condition holds and its demand does not."""
        for subject in self.subjects.of(plan):
            values = {self.subjects.variable: subject}
            if self.when is not None and not is_true(self._evaluate("when", self.when, values, plan, context)):
                continue
            if is_true(self._evaluate("require", self.require, values, plan, context)):
                continue
            reads = (*self.require.reads(values), *(self.when.reads(values) if self.when else ()))
            yield Finding(path=subject.path, subject=getattr(subject, "id", ""), reads=reads)

    def _evaluate(self, key: str, expression: Expression, values: dict[str, Node], plan: Plan, context: Context) -> Value:
        try:
            return expression.evaluate(values, plan, unsecured=context.thresholds.unsecured)
        except ExpressionError as fault:
            raise CustomRuleError(self.rule.at(key), self.rule.code, fault) from None


@cache
def custom_rule(declared: CustomRule) -> Rule:
    """Make a rule of its declaration.

    Raises:
        CustomRuleError: an expression is not of the language.
    """
    try:
        about = subjects(declared.for_each)
    except ExpressionError as fault:
        raise CustomRuleError(declared.at("for_each"), declared.code, fault) from None
    variables = {about.variable: about.node}
    compiled = _Compiled(
        rule=declared,
        subjects=about,
        when=_compiled(declared, "when", declared.when, variables) if declared.when else None,
        require=_compiled(declared, "require", declared.require, variables),
    )
    severity = declared.severity or Severity.WARNING
    return Rule(
        code=declared.code,
        name=declared.name,
        nature=WRONG,
        severities=Severities(severity, severity),
        message=_worded(declared.message, Text(declared.name, declared.name)),
        why=_worded(declared.why, _NO_WHY),
        fix=_worded(declared.fix, _NO_FIX),
        source=declared.source or "kehoach.yaml",
        check=compiled.check,
    )


def _compiled(declared: CustomRule, key: str, text: str, variables: dict[str, type[Node]]) -> Expression:
    try:
        return compile_expression(text, variables)
    except ExpressionError as fault:
        raise CustomRuleError(declared.at(key), declared.code, fault) from None


def _worded(wording: Wording | None, otherwise: Text) -> Text:
    """Give both languages; one that is left out speaks like the other."""
    vi, en = (wording.vi, wording.en) if wording else (None, None)
    if not vi and not en:
        return otherwise
    return Text(vi=vi or en or "", en=en or vi or "")


_FAULT = Text(vi="luật {code}: {what}. {fix}", en="rule {code}: {what}. {fix}")
_NO_WHY = Text(vi="Luật riêng của kho kế hoạch này.", en="A rule of this workspace's own.")
_NO_FIX = Text(vi="Xem luật trong kehoach.yaml.", en="See the rule in kehoach.yaml.")
