"""`kehoach schema`: the JSON Schema of a kind of document."""

import json
from typing import Annotated

import typer

from kehoach.cli.options import Lang
from kehoach.cli.speech import tr
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.schema import KINDS, schema

HELP = tr("In JSON Schema của một loại tệp, cho trình soạn thảo.", "Print the JSON Schema of a kind of file, for editors.")
EXAMPLE = tr("Ví dụ: kehoach schema plan", "Example: kehoach schema plan")


def command(
    kind: Annotated[str, typer.Argument(help=tr("Loại tệp.", "The kind of file."))] = "plan",
    lang: Lang = None,
) -> int:
    """Print one schema."""
    del lang
    if kind not in KINDS:
        raise KehoachError(_NO_KIND, kind=kind, kinds=", ".join(KINDS))
    print(json.dumps(schema(kind), ensure_ascii=False, indent=2))
    return 0


_NO_KIND = Text(vi="không có schema cho {kind!r} (có: {kinds})", en="there is no schema of {kind!r} (there are: {kinds})")
