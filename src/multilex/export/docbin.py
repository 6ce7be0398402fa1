"""DocBin: a spaCy Doc per record, blocks and findings as spans, to be read by ``DocBin().from_disk(path)``.

See `multilex.to_docs` for what the spans are.
"""

from collections.abc import Iterable, Iterator

from multilex.export._face import Scope
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import Record

NAME = "docbin"
SUFFIX = ".spacy"
MEDIA_TYPE = "application/octet-stream"
SCOPE = Scope.INPUT
LOSSES = lost(
    (
        "codes",
        "dates",
        "emails",
        "titles",
        "authors",
        "affiliations",
        "abstracts",
        "keywords",
        "blocks",
        "footnotes",
        "citations",
        "references",
        "acts",
        "cases",
    ),
    "a Doc holds text and spans",
    authors="who is who, and where",
    references="fields",
    acts="all but the key",
)


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[bytes]:
    """The bytes of the DocBin."""
    from multilex.spacy import pack, to_docs

    yield pack(to_docs(records))
