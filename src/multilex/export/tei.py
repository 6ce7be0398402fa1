"""TEI: one article in TEI P5 as GROBID shapes it, for its pipelines and for digital humanities.

Header in every language, sections, links of citations, footnotes and legal acts; references as ``biblStruct`` with
the printed text of both printings in notes; the acts that the paper cites as a list of their own.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from multilex.export._face import Problem, Scope
from multilex.export._ids import Ids
from multilex.export._losses import ARTICLE, lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._tei.bibliography import back
from multilex.export._tei.header import header
from multilex.export._tei.text import Prose
from multilex.export._xml import LANG, document, forbidden
from multilex.record import Record

NAME = "tei"
SUFFIX = ".tei.xml"
MEDIA_TYPE = "application/tei+xml"
SCOPE = Scope.RECORD
PAPERS_ONLY = True
LOSSES = lost(
    ARTICLE,
    "GROBID's shape of TEI has no place for it",
    blocks="places on the page, running heads, page numbers and what has no role",
    twins="the fields of the romanised printing, whose text is kept",
    tables="cells; the text is kept",
    figures="which picture; captions and lettering are kept",
)
_MIXED = ("p", "ab", "head", "item", "note", "title")
_NAMESPACE = "http://www.tei-c.org/ns/1.0"


def check(record: Record, settings: Settings) -> Iterator[Problem]:
    """What XML forbids."""
    yield from forbidden(record)


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """The article as one XML document."""
    for record in records:
        ids = Ids(record)
        root = etree.Element("TEI")
        root.set("xmlns", _NAMESPACE)
        root.set(LANG, record.language)
        root.append(header(record, settings))
        text = etree.SubElement(root, "text")
        text.set(LANG, record.language)
        text.append(Prose(record, ids).body())
        end = back(record, ids)
        if end is not None:
            text.append(end)
        yield document(root, mixed=_MIXED)
