"""SQLite: the flat tables of ``csv`` as one database file, to ask with SQL.

Every table has the column ``record`` and an index on it.
"""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from multilex.export._face import Scope
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._tables import TABLES, rows
from multilex.export._tables.losses import CARRIED, WHY
from multilex.record import Record

NAME = "sqlite"
SUFFIX = ".sqlite"
MEDIA_TYPE = "application/vnd.sqlite3"
SCOPE = Scope.RUN
LOSSES = lost(CARRIED, WHY)

_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
_BATCH, _CHUNK = 5_000, 1 << 20


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[bytes]:
    """The bytes of the database, which is made in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.sqlite"
        with closing(sqlite3.connect(path)) as database:
            _fill(database, records)
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                yield piece


def _fill(database: sqlite3.Connection, records: Iterable[Record]) -> None:
    database.execute("PRAGMA journal_mode = OFF")
    for name, table in TABLES.items():
        columns = ", ".join(f'"{column}" {_TYPES[kind]}' for column, kind in table.columns.items())
        database.execute(f'CREATE TABLE "{name}" ({columns})')
    insert = {
        name: f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(table.columns))})' for name, table in TABLES.items()
    }
    everything = rows(records)
    while batch := list(islice(everything, _BATCH)):
        for name in TABLES:
            database.executemany(insert[name], [row for table, row in batch if table == name])
    for name in TABLES:
        database.execute(f'CREATE INDEX "{name}_record" ON "{name}" (record)')
    database.commit()
