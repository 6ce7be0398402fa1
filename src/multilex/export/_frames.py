"""The flat tables as pandas frames."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from multilex.errors import MissingEngineError
from multilex.export._tables import TABLES, Row, rows
from multilex.record import Record

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}


def frames(records: Iterable[Record]) -> "dict[str, pd.DataFrame]":
    r"""The records as flat tables by name, one row one fact: ``articles``, ``texts``, ``codes``, ``authors``,
    ``affiliations``, ``sections``, ``blocks``, ``segments`` (aligned), ``footnotes``, ``notes``, ``references`` (in
    fields), ``citations`` (with their sentences), ``acts``, ``legal_sources``.

    The column ``record`` joins them; ``start`` and ``end`` are code points of the document's text; the same tables
    are what the formats ``csv``, ``parquet`` and ``sqlite`` write.

    Raises MissingEngineError when pandas is not installed.

    >>> import multilex
    >>> tables = multilex.frames(multilex.extract("УДК 341.2\n\nПраво\n\nКлючевые слова: право, реки".encode()))
    >>> list(tables["texts"].query("field == 'keyword'")["text"])
    ['право', 'реки']
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingEngineError('tables need pandas: pip install "multilex[tables]"') from error
    found: dict[str, list[Row]] = {name: [] for name in TABLES}
    for name, row in rows(records):
        found[name].append(row)
    made = {}
    for name, table in TABLES.items():
        frame = pd.DataFrame(found[name], columns=list(table.columns))
        made[name] = frame.astype({column: _TYPES[kind] for column, kind in table.columns.items()})
    return made
