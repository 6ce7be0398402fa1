"""JSON Lines: one record a line, in the schema ``multilex.record/1``."""

from collections.abc import Iterable, Iterator

from multilex.record import Record

SUFFIX = ".jsonl"
ONE_PER_RECORD = False


def render(records: Iterable[Record]) -> Iterator[str]:
    """One line per record, as each comes."""
    for record in records:
        yield record.to_json() + "\n"
