"""The ``teiHeader``: titles, people, where it was published, abstracts, keywords, codes."""

from collections.abc import Iterator

from multilex.export._about import About, about
from multilex.export._people import Organisation, Person, organisations, people
from multilex.export._settings import Settings
from multilex.export._xml import Element, add, append_text, element, folded
from multilex.record import Abstract, Record, Text
from multilex.vocabulary import CodeScheme

_SUBJECTS = (CodeScheme.UDC, CodeScheme.IRSTI, CodeScheme.JEL)


def header(record: Record, settings: Settings) -> Element:
    """The ``teiHeader`` of a record."""
    known = about(record, settings)
    made = element("teiHeader")
    file = add(made, "fileDesc")
    statement = add(file, "titleStmt")
    for title in _titles(record):
        statement.append(title)
    published = add(file, "publicationStmt")
    add(published, "publisher", known.publisher or "unknown")
    if known.year:
        add(published, "date", known.year, type="published", when=known.date or known.year)
    file.append(_source(record, known))
    made.append(_profile(record))
    return made


def _titles(record: Record) -> Iterator[Element]:
    main: Text | None = record.title() or next(iter(record.titles), None)
    if main is None:
        yield element("title", None, level="a", type="main")
    for title in sorted(record.titles, key=lambda one: one is not main):
        yield element("title", title.value, title.lang, level="a", type="main" if title is main else "alt")


def _source(record: Record, known: About) -> Element:
    made = element("sourceDesc")
    work = add(made, "biblStruct")
    analytic = add(work, "analytic")
    institutions = {one.number: one for one in organisations(record)}
    for person in people(record, list(institutions.values())):
        analytic.append(_author(person, institutions))
    for title in _titles(record):
        analytic.append(title)
    for code in record.code(CodeScheme.DOI):
        if code.value:
            add(analytic, "idno", code.value, type="DOI")
    book = add(work, "monogr")
    for lang, name in known.titles.items():
        add(book, "title", name, lang, level="j")
    for kind, issn in (("ISSN", known.issn), ("eISSN", known.eissn)):
        if issn:
            add(book, "idno", issn, type=kind)
    book.append(_imprint(record, known))
    return made


def _imprint(record: Record, known: About) -> Element:
    made = element("imprint")
    for unit, printed in (("volume", known.volume), ("issue", known.number)):
        if printed:
            add(made, "biblScope", printed, unit=unit)
    if record.source.printed_pages:
        first, last = map(str, record.source.printed_pages)
        scope = add(made, "biblScope", f"{first}-{last}", unit="page")
        scope.set("from", first)
        scope.set("to", last)
    add(made, "date", known.year or "", type="published", when=known.date or known.year)
    return made


def _author(person: Person, institutions: dict[int, Organisation]) -> Element:
    made = element("author", role="corresp" if person.corresponding else None)
    for form in person.forms.values():
        name = add(made, "persName", None if form.family else form.value, form.lang)
        if form.family:
            if form.given:
                add(name, "forename", form.given, type="first")
            add(name, "surname", form.family)
    if person.email:
        add(made, "email", person.email)
    if person.orcid:
        add(made, "idno", person.orcid, type="ORCID")
    for number in person.organisations:
        place = add(made, "affiliation", key=f"aff{number - 1}")
        for one in institutions[number].forms.values():
            add(place, "orgName", one.organisation or one.value, one.lang, type="institution")
    return made


def _profile(record: Record) -> Element:
    made = element("profileDesc")
    for abstract in record.abstracts:
        made.append(_abstract(abstract))
    codes = [code for code in record.codes if code.scheme in _SUBJECTS and code.value]
    if codes or record.keywords:
        group = add(made, "textClass")
        for keywords in record.keywords:
            terms = add(group, "keywords", None, keywords.lang)
            for item in keywords.items:
                add(terms, "term", item.value)
        for code in codes:
            add(group, "classCode", code.value, scheme=code.scheme.value)
    return made


def _abstract(abstract: Abstract) -> Element:
    made = element("abstract", None, abstract.lang)
    labelled = [part for part in abstract.parts if part.label]
    for part in labelled:
        section = add(made, "ab", type=part.kind)
        add(section, "label", part.label)
        append_text(section, " " + folded(part.value or ""))
    for paragraph in () if labelled else (abstract.value or "").splitlines() or [""]:
        add(made, "p", paragraph)
    return made
