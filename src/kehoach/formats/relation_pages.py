"""Which tables can be asked in SQL, and what their columns mean."""

import json
from collections.abc import Iterator, Sequence

from kehoach.analysis.relations.base import Column, Relation, Sort
from kehoach.formats.pen import Pen, Style, display_width
from kehoach.formats.wrapping import wrapped
from kehoach.language import Language, Text


def overview(relations: Sequence[Relation], pen: Pen) -> str:
    """List the tables, one line each, for a terminal."""
    wide = max(len(relation.name) for relation in relations)
    lines = [line for one in relations for line in wrapped(pen.say(one.about), pen.columns, f"{one.name:{wide}}  ")]
    return "\n".join([*lines, "", pen.say(_MORE)]) + "\n"


def text(relations: Sequence[Relation], pen: Pen) -> str:
    """List tables and columns for a terminal, in the language of the run."""
    return "\n".join(line for relation in relations for line in _listed(relation, pen)).rstrip("\n") + "\n"


def _listed(relation: Relation, pen: Pen) -> Iterator[str]:
    columns = relation.all_columns
    wide = max(display_width(column.name) for column in columns)
    sorts = max(display_width(pen.say(sort.value)) for sort in Sort)
    about = pen.say(relation.about)
    yield f"{pen.paint(Style.STRONG, relation.name)}: {about}"
    for column in columns:
        start = f"  {column.name:{wide}}  {pen.cut(pen.say(column.sort.value), sorts)}  "
        yield from wrapped(pen.write(_about(column, pen.language)), pen.columns, start)
    yield ""


def as_json(relations: Sequence[Relation]) -> str:
    """Write tables and columns for machines, in both languages."""
    data = [
        {
            "name": relation.name,
            "about": _both(relation.about),
            "columns": [
                {
                    "name": column.name,
                    "holds": _both(column.sort.value),
                    "about": _both(column.about),
                    "words": {word: _both(label) for word, label in column.labels.items()},
                }
                for column in relation.all_columns
            ],
        }
        for relation in relations
    ]
    return json.dumps({"version": 1, "tables": data}, ensure_ascii=False, indent=2) + "\n"


def markdown(relations: Sequence[Relation]) -> str:
    """Write the reference of the tables, in both languages."""
    lines = [_HEAD]
    for relation in relations:
        lines += ["", f"## {relation.name}", "", f"{relation.about.vi}.<br>{relation.about.en}.", "", "| | | | |", "|---|---|---|---|"]
        for column in relation.all_columns:
            sort = column.sort.value
            holds = sort.vi if sort.vi == sort.en else f"{sort.vi}<br>{sort.en}"
            cells = (f"`{column.name}`", holds, _about(column, Language.VI), _about(column, Language.EN))
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _about(column: Column, language: Language) -> str:
    """Say what a column means, with the words it may hold."""
    said = column.about.to(language)
    if not column.labels:
        return said
    words = ", ".join(f"{word} ({label.to(language)})" if language is Language.VI else word for word, label in column.labels.items())
    return f"{said}: {words}"


def _both(said: Text) -> dict[str, str]:
    return {"vi": said.vi, "en": said.en}


_MORE = Text(
    vi='Các cột: kehoach query --tables. Hỏi: kehoach query "SELECT title, stage FROM plans"',
    en='The columns: kehoach query --tables. To ask: kehoach query "SELECT title, stage FROM plans"',
)
_HEAD = """\
# Các bảng của `kehoach query` / The tables of `kehoach query`

Cách hỏi và ví dụ: [query.md](query.md). Mỗi cột có tên, kiểu và nghĩa; `đồng` là số nguyên đồng.

How to ask, with examples: [query.md](query.md). Each column has its name, what it holds and what it means;
`đồng` is a whole number of đồng."""
