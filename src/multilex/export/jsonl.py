"""JSON Lines: one record a line, in the schema ``multilex.record/1``."""

from collections.abc import Iterable, Iterator

from multilex.export._face import Scope
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import Record

NAME = "jsonl"
SUFFIX = ".jsonl"
MEDIA_TYPE = "application/jsonl"
SCOPE = Scope.INPUT
LOSSES: dict[str, str] = {}


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """One line per record, as each comes."""
    for record in records:
        yield record.to_json() + "\n"
