import re

from kehoach.expressions.expression import compile_expression
from kehoach.expressions.functions import Function
from kehoach.expressions.names.catalogue import NAMES
from kehoach.expressions.reference import page
from kehoach.model.owners import Owner
from kehoach.model.tasks import Task
from places import TOP


def test_the_page_is_what_the_code_says() -> None:
    assert (TOP / "docs" / "expressions.md").read_text("utf-8") == page()


def test_examples_of_functions_are_of_the_language() -> None:
    for function in Function:
        for usage in re.split(r"(?<=\)), ", function.about.usage):
            assert compile_expression(usage, {"task": Task, "owner": Owner}).text == usage


def test_descriptions_start_with_a_capital_and_do_not_stop() -> None:
    for names in NAMES.values():
        for name in names.values():
            for said in name.about:
                assert said[0].isupper()
                assert not said.endswith(".")
