"""Tables of the header: articles, texts by language, codes, people, affiliations."""

from collections.abc import Iterator

from multilex.export._tables.cells import Row, joined
from multilex.record import Record, Text
from multilex.vocabulary import CodeScheme, DateKind

ARTICLES = {
    "file": str, "number_in_file": int, "kind": str, "language": str, "first_page": int, "last_page": int,
    "first_printed_page": int, "last_printed_page": int, "journal": str, "issn": str, "year": str, "volume": str,
    "number": str, **{scheme.value.lower(): str for scheme in CodeScheme if scheme is not CodeScheme.ISSN},
    **{kind.value: str for kind in DateKind},
    "authors": int, "sections": int, "references": int, "citations": int, "footnotes": int, "acts": int, "notes": int,
}  # fmt: skip


def articles(record: Record) -> Iterator[Row]:
    """One row: where the paper stands, its codes and dates, and counts of what else is known of it."""
    source, issue = record.source, record.issue
    codes = {scheme: joined(code.value for code in record.code(scheme)) for scheme in CodeScheme}
    issns = joined(code.value for code in issue.issns) or codes.pop(CodeScheme.ISSN)
    codes.pop(CodeScheme.ISSN, None)
    yield (
        source.file,
        source.index + 1,
        record.kind.value,
        record.language,
        *(source.pages or (None, None)),
        *(source.printed_pages or (None, None)),
        joined(journal.value for journal in issue.journals),
        issns,
        *(text.value if text else None for text in (issue.year, issue.volume, issue.number)),
        *codes.values(),
        *(joined(date.value for date in record.dates if date.kind is kind) for kind in DateKind),
        len({author.person if author.person is not None else author.id for author in record.authors}),
        len(record.sections),
        sum(len(one.items) for one in record.references),
        len(record.citations),
        len(record.footnotes),
        len(record.acts),
        len(record.notes),
    )


TEXTS = {"field": str, "lang": str, "position": int, "text": str, "start": int, "end": int}


def texts(record: Record) -> Iterator[Row]:
    """Titles, abstracts and keywords: a row for each in each language."""
    for position, title in enumerate(record.titles, 1):
        yield "title", title.lang, position, title.value, *title.span
    for position, abstract in enumerate(record.abstracts, 1):
        yield "abstract", abstract.lang, position, abstract.value, *abstract.span
    for keywords in record.keywords:
        for position, item in enumerate(keywords.items, 1):
            yield "keyword", keywords.lang, position, *_text(item)


def _text(text: Text) -> Row:
    return text.value, *text.span


CODES = {"scheme": str, "value": str, "text": str, "status": str, "name": str, "start": int, "end": int}


def codes(record: Record) -> Iterator[Row]:
    """A row for each code; its name in English, where it may be told."""
    for code in record.codes:
        name = next((level.names.get("en") for level in reversed(code.path) if level.names), None)
        yield code.scheme.value, code.value, code.text, code.status.value, name, *code.span


AUTHORS = {
    "author": str, "person": int, "lang": str, "name": str, "family": str, "given": str, "email": str, "orcid": str,
    "corresponding": bool, "affiliations": str, "start": int, "end": int,
}  # fmt: skip


def authors(record: Record) -> Iterator[Row]:
    """A row for each author in each language; ``person`` joins the languages."""
    for one in record.authors:
        yield (
            one.id,
            one.person,
            one.lang,
            one.value,
            one.family,
            one.given,
            one.email,
            one.orcid,
            one.corresponding,
            joined(one.affiliations),
            *one.span,
        )


AFFILIATIONS = {
    "affiliation": str, "lang": str, "name": str, "organisation": str, "city": str, "country": str, "start": int,
    "end": int,
}  # fmt: skip


def affiliations(record: Record) -> Iterator[Row]:
    """A row for each affiliation in each language."""
    for one in record.affiliations:
        yield one.id, one.lang, one.value, one.organisation, one.city, one.country, *one.span
