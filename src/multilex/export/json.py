"""JSON: one record, indented for people, in the schema ``multilex.record/1``."""

from collections.abc import Iterable, Iterator

from multilex.record import Record

SUFFIX = ".json"
ONE_PER_RECORD = True


def render(records: Iterable[Record]) -> Iterator[str]:
    """The record as an object; its text is what `Record.from_json` reads."""
    for record in records:
        yield record.to_json(indent=1) + "\n"
