"""CSL-JSON: the cited works as one array of items that citation processors read."""

import json
from collections.abc import Iterable, Iterator

from multilex.export._face import Scope
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._works import works
from multilex.record import Record

NAME = "csl-json"
SUFFIX = ".csl.json"
MEDIA_TYPE = "application/vnd.citationstyles.csl+json"
SCOPE = Scope.INPUT
LOSSES = lost(("references", "twins"), "a bibliography holds the cited works, not the paper that cites them")


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """One array, an item a line."""
    lead = "[\n"
    for work in works(records):
        yield lead + json.dumps(work.csl(), ensure_ascii=False)
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"
