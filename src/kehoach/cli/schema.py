"""`kehoach schema`: the JSON Schema of a kind of document."""

import json

from kehoach.cli import options as shared
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import tr
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.schema import KINDS, schema

HELP = tr("In JSON Schema của một loại tệp, cho trình soạn thảo.", "Print the JSON Schema of a kind of file, for editors.")
EXAMPLE = tr("Ví dụ: kehoach schema plan", "Example: kehoach schema plan")


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("kind", tr("LOẠI", "KIND"), ", ".join(KINDS), default="plan")
    shared.lang(parser)


def command(given: Given) -> int:
    """Print one schema."""
    if given.kind not in KINDS:
        raise KehoachError(_NO_KIND, kind=given.kind, kinds=", ".join(KINDS))
    print(json.dumps(schema(given.kind), ensure_ascii=False, indent=2))
    return 0


_NO_KIND = Text(vi="không có schema cho {kind!r} (có: {kinds})", en="there is no schema of {kind!r} (there are: {kinds})")
