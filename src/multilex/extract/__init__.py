"""Extraction: the findings of one article, each with its place."""

from dataclasses import dataclass

from multilex.article import Article
from multilex.extract.abstracts import extract_abstracts
from multilex.extract.acts import legal_acts
from multilex.extract.acts.sources import legal_sources
from multilex.extract.affiliations import extract_affiliations
from multilex.extract.authors import extract_authors
from multilex.extract.citations import citations
from multilex.extract.codes import code_notes, extract_codes, extract_emails
from multilex.extract.dates import extract_dates
from multilex.extract.floats import floats
from multilex.extract.footnotes import footnotes
from multilex.extract.keywords import extract_keywords
from multilex.extract.note_references import with_references
from multilex.extract.people import affiliation_notes, join_people, link_emails
from multilex.extract.references import reference_lists
from multilex.extract.sections import extract_blocks
from multilex.extract.titles import extract_titles
from multilex.extract.values import folded
from multilex.record import (
    Abstract,
    Affiliation,
    Author,
    Block,
    CaseMention,
    Citation,
    Code,
    Date,
    Email,
    Figure,
    Footnote,
    Keywords,
    LegalMention,
    LegalSource,
    Note,
    ReferenceList,
    Section,
    Table,
    Text,
    found,
)
from multilex.segment.language import languages_of
from multilex.vocabulary import CodeScheme, Role, SectionRole

_ONCE = (CodeScheme.ORCID, CodeScheme.ISSN)
_HEADER = (Role.CODES, Role.DOI)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article, and the notes that finding it gave rise to."""

    codes: tuple[Code, ...]
    dates: tuple[Date, ...]
    emails: tuple[Email, ...]
    titles: tuple[Text, ...]
    authors: tuple[Author, ...]
    affiliations: tuple[Affiliation, ...]
    abstracts: tuple[Abstract, ...]
    keywords: tuple[Keywords, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...]
    footnotes: tuple[Footnote, ...]
    citations: tuple[Citation, ...]
    references: tuple[ReferenceList, ...]
    acts: tuple[LegalMention, ...]
    legal_sources: tuple[LegalSource, ...]
    cases: tuple[CaseMention, ...]
    running_heads: tuple[Text, ...]
    notes: tuple[Note, ...]


def extract_findings(article: Article, year: str | None = None) -> Findings:
    """Everything that can be found in an article; `year` of its issue dates a paper that has no date of its own."""
    lists, list_notes = reference_lists(article, languages_of)
    notes_, footnote_notes = footnotes(article)
    notes_, reference_notes = with_references(article.document, notes_, lists)
    cited, citation_notes = citations(article, lists, notes_)
    affiliations = extract_affiliations(article)
    authors = extract_authors(article, affiliations)
    emails = _emails(article)
    authors, emails, people_notes = link_emails(join_people(authors), emails)
    blocks, sections = extract_blocks(article, lists)
    tables, figures = floats(article)
    codes = _codes(article)
    dates = _dates(article)
    acts, cases, act_notes = legal_acts(article, notes_, dates, year)
    return Findings(
        codes=codes,
        dates=dates,
        emails=emails,
        titles=extract_titles(article),
        authors=authors,
        affiliations=affiliations,
        abstracts=extract_abstracts(article),
        keywords=extract_keywords(article),
        blocks=blocks,
        sections=sections,
        tables=tables,
        figures=figures,
        footnotes=notes_,
        citations=cited,
        references=lists,
        acts=acts,
        legal_sources=legal_sources(acts),
        cases=cases,
        running_heads=_running_heads(article),
        notes=(
            *code_notes(list(codes)),
            *list_notes,
            *citation_notes,
            *footnote_notes,
            *reference_notes,
            *act_notes,
            *people_notes,
            *affiliation_notes(authors, affiliations),
        ),
    )


def _codes(article: Article) -> tuple[Code, ...]:
    """Codes of the paper: those of its code lines, ORCIDs between its names and the ISSN of its heads, each once."""
    codes: list[Code] = []
    seen: set[tuple[str, str | None]] = set()
    for unit in article.of(*_HEADER, Role.AUTHORS, Role.AFFILIATION, Role.EMAIL, Role.RUNNING_HEAD, Role.OTHER):
        for code in extract_codes(article.document, unit.start, unit.end, header=unit.role in _HEADER):
            if code.scheme not in _ONCE or (code.scheme, code.value) not in seen:
                codes.append(code)
            seen.add((code.scheme, code.value))
    return tuple(codes)


def _dates(article: Article) -> tuple[Date, ...]:
    """The dates of the paper, each once, however many languages print it."""
    dates: dict[tuple[str, str | None], Date] = {}
    for unit in article.of(Role.DATES):
        for date in extract_dates(article.document, unit.start, unit.end):
            dates.setdefault((date.kind, date.value), date)
    return tuple(dates.values())


def _emails(article: Article) -> tuple[Email, ...]:
    """Addresses in the front matter; where it has none, those in the information about the authors."""
    front = [unit for unit in article.units if unit.group and unit.role not in (Role.ABSTRACT, Role.KEYWORDS)]
    back = [unit for unit in article.units if unit.section == SectionRole.AUTHOR_INFO]
    for units in (front, back):
        emails = tuple(
            email.model_copy(update={"lang": unit.group})
            for unit in units
            for email in extract_emails(article.document, unit.start, unit.end)
        )
        if emails:
            return emails
    return ()


def _running_heads(article: Article) -> tuple[Text, ...]:
    """Each running head once, as first printed."""
    heads: dict[str, Text] = {}
    for unit in article.of(Role.RUNNING_HEAD):
        value = folded(article.text(unit))
        if value not in heads:
            heads[value] = found(
                Text,
                article.document,
                unit.start,
                unit.end,
                "layout/running-head",
                value=value,
                lang=unit.language.tag,
            )
    return tuple(heads.values())
