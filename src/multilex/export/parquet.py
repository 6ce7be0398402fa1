"""Parquet: the flat tables of ``csv`` with their types, a file each, for pandas, polars and DuckDB.

Written with one fixed schema, so that files of several runs read as one data set. Needs pyarrow, an extra:
``pip install "multilex[tables]"``.
"""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from multilex.errors import MissingEngineError
from multilex.export._face import Scope
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._tables import TABLES, Row, rows
from multilex.export._tables.losses import CARRIED, WHY
from multilex.record import Record

NAME = "parquet"
SUFFIX = ".parquet"
MEDIA_TYPE = "application/vnd.apache.parquet"
SCOPE = Scope.RUN
LOSSES = lost(CARRIED, WHY)
PARTS = tuple(TABLES)

_BATCH = 20_000


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[tuple[str, bytes]]:
    """Pieces of all files, each with the name of its file; MissingEngineError without pyarrow."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingEngineError('Parquet needs pyarrow: pip install "multilex[tables]"') from error
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    schemas = {
        name: pyarrow.schema([(column, types[kind]) for column, kind in table.columns.items()])
        for name, table in TABLES.items()
    }
    sinks = {name: io.BytesIO() for name in TABLES}
    writers = {name: parquet.ParquetWriter(sinks[name], schemas[name]) for name in TABLES}
    everything = rows(records)
    while batch := list(islice(everything, _BATCH)):
        for name, schema in schemas.items():
            some = [row for table, row in batch if table == name]
            if some:
                writers[name].write_batch(pyarrow.record_batch(_columns(some, schema), schema=schema))
    for name, writer in writers.items():
        writer.close()
        yield name, sinks[name].getvalue()


def _columns(some: list[Row], schema: Any) -> list[Any]:
    import pyarrow

    columns = zip(schema, zip(*some, strict=True), strict=True)
    return [pyarrow.array(values, type=field.type) for field, values in columns]
