"""`kehoach validate` in the process of the test: a hundred runs in the time of five processes."""

import contextlib
import io
import sys

import pytest

from child import Ran
from kehoach.cli import validate
from kehoach.cli.parser import Parser
from kehoach.errors import KehoachError
from kehoach.workspace import many, running
from kehoach.workspace.cache.answers import recalled


def validated(*words: str) -> Ran:
    """Run the command in the current folder: from the cache at once where that is possible, as the program does."""
    many.forget()
    answer = None if "--no-cache" in words else recalled(words)
    if answer is not None:
        return Ran(answer.code, answer.out, answer.err)
    parser = Parser("validate", "", "")
    validate.options(parser)
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        patch.setattr(sys, "argv", ["kehoach", "validate", *words])
        try:
            code = validate.command(parser.read(words))
        except KehoachError as error:
            return Ran(2, out.getvalue(), err.getvalue() + str(error))
    return Ran(code, out.getvalue(), err.getvalue())


def plainly(*words: str) -> Ran:
    """Run it as if there were few files: nothing is held outside memory, nothing was found before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "MANY", 10_000)
        return validated("--no-cache", *words)
