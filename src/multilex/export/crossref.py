"""Crossref: a deposit of schema 5.3.1 that registers the DOIs of an issue's papers.

What no paper prints comes from the settings: ``[crossref]`` depositor, email, registrant, landing, timestamp. Cited
works go as they are printed, the romanised form where there is one, for that is what Crossref can match.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from multilex.export._about import About, about
from multilex.export._face import Problem, Scope
from multilex.export._losses import HEADER, lost
from multilex.export._people import Organisation, Person, organisations, people
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._works import works
from multilex.export._xml import LANG, Element, add, document, element, folded, forbidden
from multilex.record import Author, Record
from multilex.vocabulary import CodeScheme, DateKind, Severity

NAME = "crossref"
SUFFIX = ".crossref.xml"
MEDIA_TYPE = "application/vnd.crossref.deposit+xml"
SCOPE = Scope.INPUT
PAPERS_ONLY = True
LOSSES = lost(
    (*HEADER, "dates", "references", "twins"),
    "a deposit describes a paper, not its text",
    codes="all but the DOI",
    dates="all but acceptance and publication",
    references="fields; of a work printed twice one form",
)

_NAMESPACE, _JATS = "http://www.crossref.org/schema/5.3.1", "http://www.ncbi.nlm.nih.gov/JATS1"
_SCHEMA = f"{_NAMESPACE} https://www.crossref.org/schemas/crossref5.3.1.xsd"
_MIXED = ("title", "unstructured_citation", f"{{{_JATS}}}p")
_DOI = re.compile(r"10\.[0-9]{4,9}/[!-~]+")
_LONGEST_NAME = 60


def check(record: Record, settings: Settings) -> Iterator[Problem]:
    """What Crossref demands of a deposit, and what its schema lets pass and its readers trip over."""
    said, known = settings.crossref, about(record, settings)
    for name in ("depositor", "email", "registrant", "landing"):
        if not getattr(said, name):
            yield Problem(record.id, f"settings:crossref.{name}", "a deposit needs it")
    if not said.timestamp and not known.date:
        yield Problem(record.id, "settings:crossref.timestamp", "a deposit needs one (or settings:issue.date)")
    if not known.issn and not known.eissn:
        yield Problem(record.id, "settings:journal.issn", "a deposit needs the ISSN")
    if not known.titles:
        yield Problem(record.id, "settings:journal.titles", "a deposit needs the journal's title")
    if not (known.year or "").isdecimal():
        yield Problem(record.id, "settings:issue.year", "a deposit needs the year of publication")
    doi = _doi(record)
    if doi is None:
        yield Problem(record.id, "/codes", "no DOI to register")
    elif not _DOI.fullmatch(doi):
        yield Problem(record.id, "/codes", f"no DOI that Crossref takes: {doi}")
    if not any(title.value for title in record.titles):
        yield Problem(record.id, "/titles", "a deposit needs a title")
    for at, author in enumerate(record.authors):
        yield from _name_problems(record, at, author)
    yield from forbidden(record)


def _name_problems(record: Record, at: int, author: Author) -> Iterator[Problem]:
    for name in (author.family or author.value or "", author.given or ""):
        if len(name) > _LONGEST_NAME:
            message = f"a name of more than {_LONGEST_NAME} characters: {name[:40]}…"
            yield Problem(record.id, f"/authors/{at}", message)
        if any(sign.isnumeric() for sign in name):
            yield Problem(record.id, f"/authors/{at}", f"digits in a name: {name}", Severity.WARNING)


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """One deposit for the papers of an issue."""
    papers = list(records)
    if not papers:
        return
    root = etree.Element("doi_batch", nsmap={"xsi": "http://www.w3.org/2001/XMLSchema-instance"})
    root.set("version", "5.3.1")
    root.set("xmlns", _NAMESPACE)
    root.set("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", _SCHEMA)
    known = about(papers[0], settings)
    root.append(_head(papers[0], known, settings))
    journal = add(add(root, "body"), "journal")
    journal.append(_journal(papers[0], known))
    journal.append(_issue(known))
    for record in papers:
        journal.append(_article(record, settings))
    yield document(root, mixed=_MIXED)


def _doi(record: Record) -> str | None:
    return next((code.value for code in record.code(CodeScheme.DOI) if code.value), None)


def _head(record: Record, known: About, settings: Settings) -> Element:
    said = settings.crossref
    made = element("head")
    stamp = said.timestamp or (known.date or "").replace("-", "").ljust(8, "0") + "000000"
    add(made, "doi_batch_id", said.batch or f"multilex-{record.source.sha256[:12]}-{stamp}")
    add(made, "timestamp", str(stamp))
    depositor = add(made, "depositor")
    add(depositor, "depositor_name", said.depositor)
    add(depositor, "email_address", said.email)
    add(made, "registrant", said.registrant)
    return made


def _journal(record: Record, known: About) -> Element:
    made = element("journal_metadata", language=record.language)
    add(made, "full_title", known.title(record.language))
    for number, medium in ((known.issn, "print"), (known.eissn, "electronic")):
        if number:
            issn = add(made, "issn", number.replace("-", ""))
            issn.set("media_type", medium)
    return made


def _issue(known: About) -> Element:
    made = element("journal_issue")
    made.append(_date("publication_date", _published(known), media=True))
    if known.volume:
        add(add(made, "journal_volume"), "volume", known.volume)
    if known.number:
        add(made, "issue", known.number)
    return made


def _published(known: About) -> str:
    return known.date if known.date and known.date[:4] == known.year else known.year or ""


def _article(record: Record, settings: Settings) -> Element:
    known = about(record, settings)
    made = element("journal_article", language=record.language)
    made.set("publication_type", "full_text")
    for title in sorted(record.titles, key=lambda one: one.lang != record.language):
        if title.value:
            add(add(made, "titles"), "title", title.value)
    institutions = {one.number: one for one in organisations(record)}
    authors = people(record, list(institutions.values()))
    if authors:
        group = add(made, "contributors")
        for person in authors:
            group.append(_person(person, institutions, record.language))
    for abstract in record.abstracts:
        if abstract.value:
            made.append(_abstract(abstract.value, abstract.lang))
    made.append(_date("publication_date", _published(known), media=True))
    accepted = next((one.value for one in record.dates if one.kind is DateKind.ACCEPTED and one.value), None)
    if accepted:
        made.append(_date("acceptance_date", accepted))
    if record.source.printed_pages:
        pages = add(made, "pages")
        for tag, number in zip(("first_page", "last_page"), record.source.printed_pages, strict=True):
            add(pages, tag, str(number))
    data = add(made, "doi_data")
    add(data, "doi", _doi(record))
    landing = settings.crossref.landing or ""
    add(data, "resource", landing.replace("{doi}", _doi(record) or "").replace("{id}", record.id))
    citations = _citations(record)
    if len(citations):
        made.append(citations)
    return made


def _abstract(value: str, lang: str) -> Element:
    made = etree.Element(f"{{{_JATS}}}abstract", nsmap={"jats": _JATS})
    made.set(LANG, lang)
    for paragraph in value.splitlines():
        if paragraph.strip():
            etree.SubElement(made, f"{{{_JATS}}}p").text = folded(paragraph)
    return made


def _person(person: Person, institutions: dict[int, Organisation], lang: str) -> Element:
    main = person.form(lang)
    made = element("person_name", language=main.lang)
    made.set("sequence", "first" if person.number == 1 else "additional")
    made.set("contributor_role", "author")
    _names(made, main, ("given_name", "surname"))
    if person.organisations:
        group = add(made, "affiliations")
        for number in person.organisations:
            forms = institutions[number].forms
            form = forms.get(main.lang) or next(iter(forms.values()))
            add(add(group, "institution"), "institution_name", form.organisation or form.value)
    if person.orcid:
        add(made, "ORCID", f"https://orcid.org/{person.orcid}")
    others = [form for form in person.forms.values() if form is not main]
    if others:
        group = add(made, "alt-name")
        for other in others:
            _names(add(group, "name", language=other.lang), other, ("surname", "given_name"))
    return made


def _names(parent: Element, form: Author, order: tuple[str, str]) -> None:
    """Family and given name; a name that is not parted is a family name."""
    parts = {"surname": form.family or form.value or form.text, "given_name": form.given if form.family else None}
    for tag in order:
        if parts[tag]:
            add(parent, tag, parts[tag])


def _date(tag: str, value: str, *, media: bool = False) -> Element:
    made = element(tag)
    if media:
        made.set("media_type", "print")
    year, *rest = value.split("-")
    for name, part in zip(("month", "day"), rest, strict=False):
        add(made, name, part)
    add(made, "year", year)
    return made


def _citations(record: Record) -> Element:
    made = element("citation_list")
    for number, work in enumerate(works([record]), 1):
        printed = work.twin.value if work.twin is not None and work.twin.value else work.item.value
        citation = add(made, "citation", key=f"ref{number}")
        doi = work.fields.values.get("DOI")
        if doi and _DOI.fullmatch(doi.value):
            add(citation, "doi", doi.value)
        add(citation, "unstructured_citation", printed or work.item.text)
    return made
