"""JSON: one record, indented for people, in the schema ``multilex.record/1``."""

from collections.abc import Iterable, Iterator

from multilex.export._face import Scope
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import Record

NAME = "json"
SUFFIX = ".json"
MEDIA_TYPE = "application/json"
SCOPE = Scope.RECORD
LOSSES: dict[str, str] = {}


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """The record as an object; its text is what `Record.from_json` reads."""
    for record in records:
        yield record.to_json(indent=1) + "\n"
