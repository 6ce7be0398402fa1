"""CSL-JSON: the cited works as one array of items that citation processors read."""

import json
from collections.abc import Iterable, Iterator

from multilex.export._works import works
from multilex.record import Record

SUFFIX = ".csl.json"
ONE_PER_RECORD = False


def render(records: Iterable[Record]) -> Iterator[str]:
    """One array, an item a line."""
    lead = "[\n"
    for work in works(records):
        yield lead + json.dumps(work.csl(), ensure_ascii=False)
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"
