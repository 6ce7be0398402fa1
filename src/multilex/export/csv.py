"""CSV: flat tables of articles, texts, people, sections, references, citations, acts and more, a file each.

UTF-8 with the mark that spreadsheets ask for, commas, quotes where needed. Read codes and labels as text
(``dtype=str``): ``02`` and ``341.20`` are no numbers.
"""

from collections.abc import Iterable, Iterator

from multilex.export._face import Scope
from multilex.export._lines import MARK, csv_line
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._tables import TABLES, rows
from multilex.export._tables.losses import CARRIED, WHY
from multilex.record import Record

NAME = "csv"
SUFFIX = ".csv"
MEDIA_TYPE = "text/csv"
SCOPE = Scope.RUN
LOSSES = lost(CARRIED, WHY)
PARTS = tuple(TABLES)


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[tuple[str, str]]:
    """Rows of all tables, each with the name of its file."""
    for name, table in TABLES.items():
        yield name, MARK + csv_line(table.columns)
    for name, row in rows(records):
        yield name, csv_line(row)
