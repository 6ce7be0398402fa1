"""Citations by author and year: those that the references back, and in a paper that cites so others like them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from multilex.extract.citations.author_years import Group, Part, year_groups
from multilex.extract.citations.cited import Cited
from multilex.extract.citations.names import families_of, is_person
from multilex.extract.citations.works import Works
from multilex.segment.places import is_place
from multilex.vocabulary import CitationStyle, NoteCode

Span = tuple[int, int]

_EARLIEST = "1950"
_CAPITAL = regex.compile(r"(?<![\p{L}\p{N}«\"“„'’-])[«\"“„]?\p{Lu}")
_INITIALS = regex.compile(r"(?:\p{Lu}\p{Ll}?\.[ -]?){1,3}$")
_ABBREVIATION = regex.compile(r"\[\p{Lu}{2,12}\]")
_MOST_STARTS = 12
_MOST_GROUPS = 5_000
"""Brackets with years that are looked at; more has no paper."""
_FEWEST = 2
"""So many citations that the list backs, or that name several authors, show that a paper cites by author and year."""
_FEWEST_ALONE = 3
"""So many brackets with persons and years, in a paper without list."""


def by_author_and_year(text: str, spans: Sequence[Span], works: Works) -> list[Cited]:
    """The citations by author and year in stretches of text, in order.

    One counts when a reference has its author and year. In a paper that cites so, brackets of the same form that name
    persons count as well, and everywhere ``[Orlova, 2018]``; they have no target.
    """
    groups = [group for start, end in spans for group in _first(year_groups(text, start, end))][:_MOST_GROUPS]
    read = [(group, [[_meaning(part, year, works) for year in part.years] for part in group.parts]) for group in groups]
    backed = [any(any(years) for years in parts) for _, parts in read]
    has_list = bool(works.by_id)
    told = sum(is_backed or _several(group) for group, is_backed in zip(groups, backed, strict=True))
    cites_so = told >= _FEWEST if has_list else sum(map(_is_persons, groups)) >= _FEWEST_ALONE
    return [
        _cited(text, group, parts, has_list, works)
        for (group, parts), is_backed in zip(read, backed, strict=True)
        if is_backed or _in_square(text, group) or (cites_so and _is_persons(group))
    ]


def _first(groups: Iterator[Group]) -> Iterator[Group]:
    for group, _ in zip(groups, range(_MOST_GROUPS), strict=False):
        yield group


@dataclass(frozen=True, slots=True)
class _Meaning:
    """The works of a part with one year, and where in its phrase their author begins."""

    targets: tuple[str, ...]
    at: int


def _meaning(part: Part, year: str, works: Works) -> _Meaning | None:
    """What a part with one of its years means: a body's work, that of its names, or one that begins with its words."""
    starts = [match.start() for match in _CAPITAL.finditer(part.phrase)][-_MOST_STARTS:]
    phrases = [(at, _ABBREVIATION.sub("", part.phrase[at:]).rstrip(" ,'’s")) for at in starts]
    for at, phrase in phrases:
        if body := works.by_body(phrase, year):
            return _Meaning(body.targets, at)
    families = families_of(part.names) if part.names else ()
    if families and (named := works.named(families, year, bool(part.others))):
        return _Meaning(named.targets, _name_at(part, families[named.first]) if named.first else part.at)
    for at, phrase in phrases:
        if (" " in phrase or not is_place(phrase)) and (titled := works.titled(phrase, year)):
            return _Meaning(titled.targets, at)
    return None


def _name_at(part: Part, family: str) -> int:
    """Where a name of a part begins, with its initials."""
    at = part.phrase.find(family, part.at)
    initials = _INITIALS.search(part.phrase, part.at, at)
    return initials.start() if initials else at


def _is_persons(group: Group) -> bool:
    """Whether all names of a bracket are persons' by their own form, and nothing else stands in it."""
    if group.narrative and not (_names_several(group) or any(map(_has_initials, group.parts))):
        return False
    return all(
        part.names is not None
        and not part.loose
        and (group.narrative or part.at == 0)
        and is_person(part.names, part.others)
        for part in group.parts
    )


def _has_initials(part: Part) -> bool:
    """Whether a name has its initials, and the year may be that of a work, not of a birth long ago."""
    return "." in (part.names or "") and all(year >= _EARLIEST for year in part.years)


def _several(group: Group) -> bool:
    """Whether several authors are named together, as only citations do."""
    return _is_persons(group) and _names_several(group)


def _names_several(group: Group) -> bool:
    return any(part.others or len(families_of(part.names or "")) > 1 for part in group.parts)


def _in_square(text: str, group: Group) -> bool:
    """Whether nothing but names and years stands in square brackets."""
    if group.narrative or text[group.start] != "[":
        return False
    return all(
        part.names is not None and part.names == part.phrase and not part.loose and not is_place(part.names)
        for part in group.parts
    )


def _cited(text: str, group: Group, parts: list[list[_Meaning | None]], has_list: bool, works: Works) -> Cited:
    start, remarks = group.start, []
    targets: list[str] = []
    authors: list[str] = []
    for part, meanings in zip(group.parts, parts, strict=True):
        at = min((meaning.at for meaning in meanings if meaning), default=part.at if group.narrative else 0)
        author = part.phrase[at:].strip(" ,")
        authors.append(author)
        if group.narrative:
            start = group.start - len(part.phrase) + at
        for year, meaning in zip(part.years, meanings, strict=True):
            said = f"{author} {year}"
            if meaning and meaning.targets:
                targets.extend(meaning.targets)
                if len(meaning.targets) > 1:
                    message = f"{said} fits several references: {', '.join(meaning.targets)}"
                    remarks.append((NoteCode.CITATION_AMBIGUOUS, message))
            elif has_list:
                message = f"{said} is not in the reference list{_other_years(part, works)}"
                remarks.append((NoteCode.CITATION_DANGLING, message))
    return Cited(
        start,
        group.end,
        CitationStyle.AUTHOR_YEAR,
        "citation-narrative" if group.narrative else "citation-author-year",
        targets=tuple(dict.fromkeys(targets)),
        years=tuple(year for part in group.parts for year in part.years),
        author="; ".join(dict.fromkeys(authors)),
        pinpoint="; ".join(part.pinpoint for part in group.parts if part.pinpoint) or None,
        remarks=tuple(remarks),
    )


def _other_years(part: Part, works: Works) -> str:
    """The years in which the list has works of the author, for a message."""
    families = families_of(part.names) if part.names else ()
    years = sorted({year for work in works.of(families[0]) for year in work.years})[:5] if families else []
    return f" (there: {', '.join(years)})" if years else ""
