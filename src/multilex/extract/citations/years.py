"""Citations by author and year: those that the references back, and in a paper that cites so others like them."""

from collections.abc import Iterator, Sequence

from multilex.extract.citations.author_years import Group, Part, year_groups
from multilex.extract.citations.cited import Cited
from multilex.extract.citations.names import families_of, is_person
from multilex.extract.citations.works import Match, Works
from multilex.segment.places import is_place
from multilex.vocabulary import CitationStyle, NoteCode

Span = tuple[int, int]

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
    read = [(group, [_matches(part, works) for part in group.parts]) for group in groups]
    backed = [any(any(matches) for matches in parts) for _, parts in read]
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


def _matches(part: Part, works: Works) -> list[Match | None]:
    """What each year of a part means."""
    families = families_of(part.names) if part.names else ()
    found = []
    for year in part.years:
        match = works.named(families, year, bool(part.others)) if families else None
        if match is None or (match.first and part.phrase[:1].isupper() and part.names != part.phrase.strip()):
            match = works.titled(part.phrase, year) or match
        found.append(match)
    return found


def _is_persons(group: Group) -> bool:
    """Whether all names of a bracket are persons' by their own form, and nothing else stands in it."""
    if group.narrative and not (_names_several(group) or any("." in (part.names or "") for part in group.parts)):
        return False
    return all(
        part.names is not None
        and not part.loose
        and part.phrase.startswith(part.names)
        and is_person(part.names, part.others)
        for part in group.parts
    )


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


def _cited(text: str, group: Group, parts: list[list[Match | None]], has_list: bool, works: Works) -> Cited:
    start, remarks = group.start, []
    targets: list[str] = []
    authors: list[str] = []
    for part, matches in zip(group.parts, parts, strict=True):
        author = _author(part, matches)
        authors.append(author)
        if group.narrative:
            start = group.start + max(part.phrase.find(author), 0)
        for year, match in zip(part.years, matches, strict=True):
            said = f"{author} {year}"
            if match and match.targets:
                targets.extend(match.targets)
                if len(match.targets) > 1:
                    message = f"{said} fits several references: {', '.join(match.targets)}"
                    remarks.append((NoteCode.CITATION_AMBIGUOUS, message))
            elif has_list:
                remarks.append(
                    (NoteCode.CITATION_DANGLING, f"{said} is not in the reference list{_other_years(part, works)}")
                )
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


def _author(part: Part, matches: list[Match | None]) -> str:
    """The names that are the work's as printed, with *et al.*; the whole phrase for a body or a title."""
    phrase = part.phrase.strip(" ,")
    first = max((match.first for match in matches if match), default=0)
    if part.names is None or not first:
        return phrase
    families = families_of(part.names)
    return phrase[phrase.find(families[first]) :] if first < len(families) else phrase


def _other_years(part: Part, works: Works) -> str:
    """The years in which the list has works of the author, for a message."""
    families = families_of(part.names) if part.names else ()
    years = sorted({year for work in works.of(families[0]) for year in work.years})[:5] if families else []
    return f" (there: {', '.join(years)})" if years else ""
