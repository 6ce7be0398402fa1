"""Acts as a matrix: CSV with a line per paper, a column per legal act, in each cell how often it is mentioned.

An act is named by its key; acts that nothing names are left out. Papers that cite no act have a line of zeros.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from multilex.export._face import Scope
from multilex.export._lines import MARK, csv_line
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import Record
from multilex.vocabulary import ArticleKind

NAME = "act-matrix"
SUFFIX = ".act-matrix.csv"
MEDIA_TYPE = "text/csv"
SCOPE = Scope.RUN
LOSSES = lost(("legal_sources",), "only which acts are cited how often", legal_sources="only keys and counts")


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """A line of names, then a line per paper; acts in the order of their keys."""
    papers = [
        (record.id, record.source.file, _counts(record))
        for record in records
        if record.kind is ArticleKind.ARTICLE or record.legal_sources
    ]
    keys = sorted({key for _, _, counts in papers for key in counts})
    yield MARK + csv_line(["record", "file", *keys])
    for id, file, counts in papers:
        yield csv_line([id, file, *(counts[key] for key in keys)])


def _counts(record: Record) -> Counter[str]:
    counts: Counter[str] = Counter()
    for source in record.legal_sources:
        if source.key:
            counts[source.key] += len(source.mentions)
    return counts
