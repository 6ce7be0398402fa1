"""An article of OJS: submission, file and the one publication, in the order that its schema wants."""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

import regex

from multilex.export._about import about
from multilex.export._ojs.authors import authors, contact
from multilex.export._ojs.galleys import article_galley, galley, submission_file
from multilex.export._ojs.nodes import localized, node, root
from multilex.export._ojs.site import Site
from multilex.export._people import organisations, people
from multilex.export._xml import Element, folded
from multilex.packs import table
from multilex.record import Record
from multilex.vocabulary import CodeScheme, CodeStatus, DateKind, ListKind

_PUBLISHED = "3"
_SEPARATOR = "###"  # between the two lists of references, as plug-ins for РИНЦ take it
_DAY = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def article(record: Record, site: Site, number: int, seq: int, last_author: int, appeared: str | None) -> Element:
    """The ``article``: `number` is its id in the file, `seq` its place in the issue, `last_author` the last id taken
    there; `appeared` is the day of its issue.
    """
    main = site.language(record) or record.language
    locale, ident = site.locales.get(main, main), str(number)
    received = next((d.value for d in record.dates if d.kind is DateKind.RECEIVED and day(d.value)), None)
    made = root("article", locale=locale, date_submitted=received, status=_PUBLISHED)
    made.set("submission_progress", site.dialect.progress)
    made.set("current_publication_id", ident)
    made.set("stage", "production")
    node(made, "id", ident, type="internal", advice="ignore")
    path = galley(record, site.settings.ojs)
    if path:
        made.append(submission_file(path, number, locale, site.settings.ojs))
    known, settings = about(record, site.settings), site.settings
    here: dict[str, str | None] = {"locale": locale, "language": main} if site.dialect.publication_locale else {}
    persons = people(record)
    publication = node(made, "publication", **here, version="1", status=_PUBLISHED)
    if persons:
        publication.set("primary_contact_id", str(last_author + contact(persons).number))
    for name, value in (("seq", str(seq)), ("date_published", day(known.date) or appeared)):
        if value:
            publication.set(name, value)
    publication.set("section_ref", folded(settings.ojs.section_abbreviation))
    publication.set("access_status", "0")
    node(publication, "id", ident, type="internal", advice="ignore")
    if doi := next(dois(record), None):
        node(publication, "id", doi, type="doi", advice="update")
    _texts(publication, record, main, site)
    if settings.journal.license:
        node(publication, "licenseUrl", settings.journal.license)
    if known.year:
        node(publication, "copyrightYear", known.year)
    _terms(publication, record, main, site)
    if persons:
        authors(publication, persons, organisations(record), main, site, last_author)
    if path:
        article_galley(publication, number, locale)
    if items := list(_citations(record, settings.ojs.citations)):
        block = node(publication, "citations")
        for item in items:
            node(block, "citation", item)
    if record.source.printed_pages:
        first, last = record.source.printed_pages
        node(publication, "pages", f"{first}-{last}" if last > first else str(first))
    return made


def day(text: str | None) -> str | None:
    """A date that says the day; OJS knows no others.

    >>> day("2024-06-30"), day("2024-06"), day("2024-06-31")
    ('2024-06-30', None, None)
    """
    if not text or not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def dois(record: Record) -> Iterator[str]:
    """The DOIs of the paper that are DOIs."""
    sound = (CodeStatus.VALID, CodeStatus.REPAIRED)
    return (code.value for code in record.code(CodeScheme.DOI) if code.value and code.status in sound)


def _texts(publication: Element, record: Record, main: str, site: Site) -> None:
    """Titles and abstracts. An abstract is HTML, a title too from 3.4 on: what is HTML in the text is no mark-up."""
    titles = site.localized(((title.lang, folded(title.value or "")) for title in record.titles), main)
    if site.dialect.title_is_html:
        titles = {locale: escape(title, quote=False) for locale, title in titles.items()}
    localized(publication, "title", titles)
    abstracts = site.localized(((one.lang, _paragraphs(one.value or "")) for one in record.abstracts), main)
    localized(publication, "abstract", abstracts)


def _paragraphs(text: str) -> str:
    lines = (folded(line) for line in text.splitlines())
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def _terms(publication: Element, record: Record, main: str, site: Site) -> None:
    """Keywords in every language; classification codes as subjects, the UDC first."""
    words = ((one.lang, [item.value for item in one.items if item.value]) for one in record.keywords)
    for locale, values in site.localized(words, main).items():
        block = node(publication, "keywords", locale=locale)
        for value in values:
            _term(block, "keyword", value, site)
    codes = list(_codes(record))
    if codes:
        block = node(publication, "subjects", locale=site.locales.get(main, main))
        for scheme, value in codes:
            labels: dict[str, Any] = table("ojs")["subjects"][scheme]
            if site.dialect.terms_have_names:
                _term(block, "subject", value, site, identifier=value, source=labels["en"])
            else:
                node(block, "subject", f"{labels.get(main, labels['en'])} {value}")


def _term(block: Element, tag: str, name: str, site: Site, **more: str) -> None:
    if not site.dialect.terms_have_names:
        node(block, tag, name)
        return
    made = node(block, tag)
    for part, text in {"name": name, **more}.items():
        node(made, part, text)


def _codes(record: Record) -> dict[tuple[str, str], None]:
    """Scheme and value of every code that becomes a subject, each once."""
    pairs = ((scheme, code.value) for scheme in table("ojs")["subjects"] for code in record.code(CodeScheme(scheme)))
    return dict.fromkeys((scheme, value) for scheme, value in pairs if value)


def _citations(record: Record, which: str) -> Iterator[str]:
    """The items of the lists asked for, else of those that there are."""
    lists: dict[bool, list[str]] = {False: [], True: []}
    for one in record.references:
        lists[one.kind is ListKind.ROMANIZED] += [item.value or item.text for item in one.items]
    original, romanized = lists[False], lists[True]
    if which == "both" and original and romanized:
        yield from (*original, _SEPARATOR, *romanized)
    else:
        yield from romanized or original if which == "romanized" else original or romanized
