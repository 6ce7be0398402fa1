"""Records as flat tables: one row, one fact; the record's id in the first column; language a column, never a name.

Offsets (``start``, ``end``) are code points of the text of the record's document. Lists in a cell are joined by ``; ``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from multilex.export._tables import body, header, works
from multilex.export._tables.cells import Cell, Row
from multilex.record import Record

__all__ = ["TABLES", "Cell", "Row", "Table", "rows"]

Type = type[str] | type[int] | type[float] | type[bool]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table with their types (every cell may be None too), and the rows of a record."""

    columns: dict[str, Type]
    rows: Callable[[Record], Iterator[Row]]


TABLES: dict[str, Table] = {
    name: Table({"record": str, **columns}, make)
    for name, columns, make in (
        ("articles", header.ARTICLES, header.articles),
        ("texts", header.TEXTS, header.texts),
        ("codes", header.CODES, header.codes),
        ("authors", header.AUTHORS, header.authors),
        ("affiliations", header.AFFILIATIONS, header.affiliations),
        ("sections", body.SECTIONS, body.sections),
        ("blocks", body.BLOCKS, body.blocks),
        ("segments", body.SEGMENTS, body.segments),
        ("tables", body.TABLES, body.tables),
        ("figures", body.FIGURES, body.figures),
        ("footnotes", body.FOOTNOTES, body.footnotes),
        ("notes", body.NOTES, body.notes),
        ("references", works.REFERENCES, works.references),
        ("citations", works.CITATIONS, works.citations),
        ("acts", works.ACTS, works.acts),
        ("legal_sources", works.LEGAL_SOURCES, works.legal_sources),
    )
}


def rows(records: Iterable[Record]) -> Iterator[tuple[str, Row]]:
    """The rows of all tables, record by record, each with the name of its table."""
    for record in records:
        for name, table in TABLES.items():
            for row in table.rows(record):
                yield name, (record.id, *row)
