"""JATS: one article in the Journal Publishing tag set 1.3 (valid against 1.1 too), for archives and publishers.

Titles, abstracts, keywords, names and affiliations in every language; UDC and IRSTI as subjects; sections; citations,
footnotes and legal acts as links; both printings of a reference as ``citation-alternatives``; the acts that the paper
cites as a reference list of their own, marked as derived.
"""

from collections.abc import Iterable, Iterator

from multilex.export._about import about
from multilex.export._face import Problem, Scope
from multilex.export._ids import Ids
from multilex.export._jats.back import back
from multilex.export._jats.body import body
from multilex.export._jats.front import front
from multilex.export._jats.text import Prose
from multilex.export._losses import ARTICLE, lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._xml import LANG, Element, document, forbidden
from multilex.record import Record

NAME = "jats"
SUFFIX = ".jats.xml"
MEDIA_TYPE = "application/jats+xml"
SCOPE = Scope.RECORD
PAPERS_ONLY = True
LOSSES = lost(
    (*ARTICLE, "dates", "emails", "tables", "figures"),
    "JATS has no place for it",
    emails="addresses of no author",
    blocks="places on the page, running heads, page numbers and what has no role",
    references="fields that stand inside others; repaired forms",
)

_DOCTYPE = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN" '
    '"JATS-journalpublishing1-3.dtd">'
)
_MIXED = ("p", "mixed-citation", "title", "article-title", "trans-title", "disp-formula", "preformat", "td")
_NAMESPACES = {"xlink": "http://www.w3.org/1999/xlink"}


def check(record: Record, settings: Settings) -> Iterator[Problem]:
    """What the tag set demands: a title and an ISSN; and what XML forbids."""
    if not any(title.value for title in record.titles):
        yield Problem(record.id, "/titles", "an article needs a title")
    known = about(record, settings)
    if not known.issn and not known.eissn:
        yield Problem(record.id, "settings:journal.issn", "the tag set asks for the journal's ISSN")
    yield from forbidden(record)


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """The article as one XML document."""
    for record in records:
        yield document(article(record, settings), _DOCTYPE, _MIXED)


def article(record: Record, settings: Settings) -> Element:
    """The root element of a record."""
    ids = Ids(record)
    prose = Prose(record, ids)
    root = _root(record.language)
    root.append(front(record, settings))
    text, sections = body(record, prose)
    if text is not None:
        root.append(text)
    end = back(record, ids, prose, sections)
    if end is not None:
        root.append(end)
    return root


def _root(lang: str) -> Element:
    from lxml import etree

    root = etree.Element("article", nsmap=_NAMESPACES)
    root.set("article-type", "research-article")
    root.set("dtd-version", "1.3")
    root.set(LANG, lang)
    return root
