"""An article of OJS: submission, file and the one publication, in the order that its schema wants."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from multilex.export._about import about
from multilex.export._ojs.authors import authors, contact
from multilex.export._ojs.galleys import article_galley, galley, submission_file
from multilex.export._ojs.nodes import node, root
from multilex.export._ojs.site import Site
from multilex.export._ojs.texts import citations, keywords_and_subjects, titles_and_abstracts
from multilex.export._people import organisations, people
from multilex.export._xml import Element
from multilex.record import Record
from multilex.vocabulary import CodeScheme, CodeStatus, DateKind

_PUBLISHED = "3"
_DAY = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands: its number in the file, what orders it in the issue, the number of authors before it in
    the file, and year and day of the issue.
    """

    number: int
    seq: int
    authors: int
    year: str | None
    appeared: str | None


def article(record: Record, site: Site, place: Place) -> Element:
    """The ``article`` of a record."""
    main = site.language(record) or record.language
    locale, ident = site.locales.get(main, main), str(place.number)
    received = next((d.value for d in record.dates if d.kind is DateKind.RECEIVED and day(d.value)), None)
    made = root(
        "article",
        locale=locale,
        date_submitted=received,
        status=_PUBLISHED,
        submission_progress=site.dialect.progress,
        current_publication_id=ident,
        stage="production",
    )
    node(made, "id", ident, type="internal", advice="ignore")
    path = galley(record, site.settings.ojs)
    if path:
        made.append(submission_file(path, place.number, locale, site.settings.ojs))
    made.append(_publication(record, site, place, main))
    return made


def _publication(record: Record, site: Site, place: Place, main: str) -> Element:
    known, settings, persons = about(record, site.settings), site.settings, people(record)
    locale = site.locales.get(main, main)
    made = root(
        "publication",
        locale=locale if site.dialect.publication_locale else None,
        language=main if site.dialect.publication_locale else None,
        version="1",
        status=_PUBLISHED,
        primary_contact_id=str(place.authors + contact(persons).number) if persons else None,
        seq=str(place.seq),
        date_published=day(known.date) or place.appeared,
        section_ref=settings.ojs.section_abbreviation,
        access_status="0",
    )
    node(made, "id", str(place.number), type="internal", advice="ignore")
    if doi := next(dois(record), None):
        node(made, "id", doi, type="doi", advice="update")
    titles_and_abstracts(made, record, main, site)
    if settings.journal.license and is_address(settings.journal.license):
        node(made, "licenseUrl", settings.journal.license)
    if year := known.year or place.year:
        node(made, "copyrightYear", year)
    keywords_and_subjects(made, record, main, site)
    if persons:
        authors(made, persons, organisations(record), main, site, place.authors)
    if galley(record, settings.ojs):
        article_galley(made, place.number, locale)
    citations(made, record, site)
    if record.source.printed_pages:
        first, last = record.source.printed_pages
        node(made, "pages", f"{first}-{last}" if last > first else str(first))
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


def is_address(text: str) -> bool:
    """Whether a text is the address of a page."""
    return text.startswith(("http://", "https://"))
