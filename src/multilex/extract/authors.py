"""Authors per language: author lines cut into names with their marks, affiliations and identifiers."""

from collections.abc import Iterator, Sequence

from multilex.article import Article, Unit
from multilex.codes import orcid
from multilex.record import Affiliation, Author, found
from multilex.segment.author_line import Entry, split_authors
from multilex.segment.names import plain
from multilex.vocabulary import MarkKind, Role

_REFERENCES = (Role.REFERENCE, Role.REFERENCE_HEADING)


def extract_authors(article: Article, affiliations: Sequence[Affiliation] = ()) -> tuple[Author, ...]:
    """
    The authors in printed order, once per language that prints them.

    `span` is the printed name without its marks; `value` has its blanks mended (``А.Ш.Өтегенов`` becomes
    ``А.Ш. Өтегенов``). An author belongs to the affiliations of the same language that bear one of the author's
    marks; without any marks, to the only affiliation there is. `corresponding` where a star or envelope says so.
    """
    authors: list[Author] = []
    for language, unit, entries in _lists(article):
        own = [affiliation for affiliation in affiliations if affiliation.lang == language]
        known = {mark for affiliation in own for mark in (affiliation.mark or "").split(",") if mark}
        for entry in entries:
            number = 1 + sum(author.lang == language for author in authors)
            marks = _marks(entry.marks, known)
            authors.append(
                found(
                    Author,
                    article.document,
                    unit.start + entry.start,
                    unit.start + entry.end,
                    "author/initials" if entry.name.given else "author/family-name",
                    id=f"{language}-{number}",
                    lang=language,
                    value=entry.name.value,
                    family=entry.name.family,
                    given=entry.name.given,
                    marks=marks,
                    corresponding="*" in entry.marks,
                    orcid=_orcid_beside(entry),
                    affiliations=_affiliations_of(marks, own),
                )
            )
    return _with_orcids(article, authors)


def _lists(article: Article) -> Iterator[tuple[str, Unit, tuple[Entry, ...]]]:
    for unit in article.of(Role.AUTHORS):
        raised = {
            offset - unit.start
            for mark in article.document.marks_in(unit.start, unit.end, MarkKind.SUPERSCRIPT)
            for offset in range(max(mark.start, unit.start), min(mark.end, unit.end))
        }
        yield unit.group or unit.language.tag, unit, split_authors(article.text(unit), raised)


def _marks(printed: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    """The marks without stars, once each; ``12`` is 1 and 2 where no affiliation bears the number 12."""
    marks: list[str] = []
    for mark in printed:
        parted = [mark] if mark in known or not mark.isdecimal() or not known >= set(mark) else list(mark)
        marks += [part for part in parted if part != "*" and part not in marks]
    return tuple(marks)


def _affiliations_of(marks: tuple[str, ...], own: list[Affiliation]) -> tuple[str, ...]:
    """The ids of an author's affiliations."""
    by_mark = [each.id for each in own if set(marks) & set((each.mark or "").split(","))]
    if by_mark:
        return tuple(by_mark)
    return (own[0].id,) if len(own) == 1 and (not marks or own[0].mark is None) else ()


def _orcid_beside(entry: Entry) -> str | None:
    return next((match.value for aside in entry.asides for match in orcid.find(aside)), None)


def _with_orcids(article: Article, authors: list[Author]) -> tuple[Author, ...]:
    """
    Gives identifiers that stand elsewhere to their authors: to the one whose family name stands in the same line,
    else by order where as many identifiers as authors of one language are printed.
    """
    text = article.document.text
    unclaimed: dict[str, list[str]] = {}
    claimed: dict[str, str] = {author.id: author.orcid for author in authors if author.orcid}
    for unit in article.units:
        if unit.role in _REFERENCES:
            continue
        for match in orcid.find(article.text(unit)):
            start = unit.start + match.start
            line = text[text.rfind("\n", 0, start) + 1 : start]
            owners = [author for author in authors if author.family and plain(author.family) in plain(line)]
            claimed |= {
                owner.id: match.value for owner in owners if owner.id not in claimed and len(owners) <= 3
            }
            if unit.group and not owners and match.value not in claimed.values():
                unclaimed.setdefault(unit.group, []).append(match.value)
    for language, values in unclaimed.items():
        bare = [author.id for author in authors if author.lang == language and author.id not in claimed]
        if len(bare) == len(values):
            claimed |= dict(zip(bare, values, strict=True))
    return tuple(
        author.model_copy(update={"orcid": claimed[author.id]}) if author.id in claimed else author
        for author in authors
    )
