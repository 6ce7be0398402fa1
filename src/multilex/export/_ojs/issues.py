"""Whole issues of OJS, article by article."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from multilex.errors import ExportError
from multilex.export._about import About, about
from multilex.export._ojs.article import Place, article, day
from multilex.export._ojs.galleys import filled, galley
from multilex.export._ojs.nodes import localized, node, root
from multilex.export._ojs.site import Site
from multilex.export._people import people
from multilex.export._xml import Element
from multilex.record import Record

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<issues xmlns="http://pkp.sfu.ca" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://pkp.sfu.ca native.xsd">\n'
)
_ARTICLES = "    <articles/>\n"
_CLOSED = "    </articles>\n  </issue>\n"


@dataclass(frozen=True, slots=True)
class _Issue:
    """What tells an issue from the others of its journal, and the day on which it appeared."""

    volume: str | None
    number: str | None
    year: str | None
    date: str | None

    @property
    def key(self) -> tuple[str | None, ...]:
        return self.volume, self.number, self.year


def issues(records: Iterable[Record], site: Site) -> Iterator[str]:
    """The file, in pieces: an ``issue`` for papers in a row of one issue. Papers of one file are of one issue."""
    number = authors = 0
    for _, papers in groupby(_placed(records, site), key=lambda paper: paper[0].key):
        for position, (issue, page, record) in enumerate(papers, 1):
            if position == 1:
                yield _HEAD if not number else _CLOSED
                yield _opened(_issue(issue, site))
            number += 1
            made = article(record, site, Place(number, page or position, authors, issue.year, issue.date))
            authors += len(people(record))
            yield from filled(_text(made, 3), galley(record, site.settings.ojs))
    if not number:
        raise ExportError(f"ojs-{site.dialect.version}: there is no article, and no issue without one")
    yield _CLOSED + "</issues>\n"


def _placed(records: Iterable[Record], site: Site) -> Iterator[tuple[_Issue, int | None, Record]]:
    """Each record with its issue, which is what most papers of its file say, and its first printed page, where all of
    the file have one: it puts papers in order that come from several files.
    """
    for _, group in groupby(records, key=lambda record: record.source.sha256):
        papers = list(group)
        issue = _agreed([about(record, site.settings) for record in papers])
        pages = [record.source.printed_pages[0] for record in papers if record.source.printed_pages]
        for position, record in enumerate(papers):
            yield issue, pages[position] if len(pages) == len(papers) else None, record


def _agreed(papers: list[About]) -> _Issue:
    return _Issue(
        volume=_most(one.volume for one in papers),
        number=_most(one.number for one in papers),
        year=_most(one.year for one in papers),
        date=_most(day(one.date) for one in papers),
    )


def _most(values: Iterable[str | None]) -> str | None:
    return next((value for value, _ in Counter(value for value in values if value).most_common(1)), None)


def _issue(issue: _Issue, site: Site) -> Element:
    """The ``issue`` with its head and no articles."""
    made = root("issue", published="1", current="0", access_status="1")
    named = node(made, "issue_identification")
    for tag, value in (("volume", issue.volume), ("number", issue.number), ("year", issue.year)):
        if value:
            node(named, tag, value)
    localized(named, "title", site.localized(site.settings.issue.title.items()))
    if issue.date:
        node(made, "date_published", issue.date)
    settings = site.settings.ojs
    section = node(node(made, "sections"), "section", ref=settings.section_abbreviation, seq="0")
    titles = site.localized(settings.section.items())
    localized(section, "abbrev", dict.fromkeys(titles, settings.section_abbreviation))
    localized(section, "title", titles)
    for flag in ("editor_restricted", "abstracts_not_required", "hide_title", "hide_author", "abstract_word_count"):
        section.set(flag, "0")
    section.set("meta_indexed", "1")
    section.set("meta_reviewed", "1")
    node(made, "articles")
    return made


def _opened(issue: Element) -> str:
    """The text of an issue up to its first article."""
    return _text(issue, 1).partition(_ARTICLES)[0] + "    <articles>\n"


def _text(element: Element, level: int) -> str:
    etree.indent(element, level=level)
    element.tail = None
    return "  " * level + etree.tostring(element, encoding="unicode") + "\n"
