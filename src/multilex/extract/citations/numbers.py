"""Numeric citations: brackets with the numbers of items, and the author who may be named before them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from multilex.extract.citations.brackets import Bracket, brackets, open_brackets, other_brackets, paged, plain_brackets
from multilex.extract.citations.cited import Cited, listed
from multilex.extract.citations.names import alike, families_of, is_person, names_pattern, same_family
from multilex.extract.citations.works import Work, Works
from multilex.packs import languages, table
from multilex.segment.places import is_place
from multilex.vocabulary import CitationStyle, NoteCode, State

Span = tuple[int, int]

_BEYOND = 1.5
"""Up to so many times the list's last number a citation dangles; above, the bracket means something
else."""
_MOST = 200
"""The last number that counts as a citation where the paper has no list."""
_FEWEST_OTHERS, _SHARE = 3, 0.3
"""So many items, and so much of the list, are cited in other brackets where these are citations."""
_FEWEST_PLAIN, _SHARE_PLAIN = 5, 0.6
"""The same for round brackets without any place in a work."""
_BEFORE = 160
"""Characters before a bracket in which the author may be named."""


def highest(ids: Mapping[int, str]) -> int:
    """The highest number that a citation can have in a paper whose items have these numbers."""
    last = max(ids, default=0)
    return max(last + 5, int(_BEYOND * last)) if ids else _MOST


def numeric(text: str, spans: Sequence[Span], ids: Mapping[int, str], works: Works) -> Iterator[Cited]:
    """The bracket citations of stretches of text, in order of the stretches.

    Where there are no square brackets, slashes and round brackets with a place count when they cite much of the list,
    and failing those plain round ones when they cite most of it. A bracket that
    lost its closing half is one (state ``repaired``) when all its numbers are in the list and one of
    them is cited nowhere else; such brackets come last.
    """
    last = highest(ids)
    cited: set[int] = set()
    with_pages = bool(ids) and paged(text, spans, max(ids))
    for start, end in spans:
        for one in brackets(text, start, end, last, with_pages=with_pages):
            cited.update(one.numbers)
            yield _cited(text, start, one, ids, works)
    if ids and not cited:
        others = [(start, one) for start, end in spans for one in other_brackets(text, start, end, max(ids))]
        cited = {number for _, one in others for number in one.numbers}
        if len(cited) >= max(_FEWEST_OTHERS, _SHARE * len(ids)):
            yield from (_cited(text, start, one, ids, works) for start, one in others)
        else:
            others = [(start, one) for start, end in spans for one in plain_brackets(text, start, end, max(ids))]
            cited = {number for _, one in others for number in one.numbers}
            if len(cited) >= max(_FEWEST_PLAIN, _SHARE_PLAIN * len(ids)):
                yield from (_cited(text, start, one, ids, works) for start, one in others)
            else:
                cited = set()
    for start, end in spans:
        for one in open_brackets(text, start, end):
            if ids.keys() >= set(one.numbers) and not cited.issuperset(one.numbers):
                cited.update(one.numbers)
                yield _cited(text, start, one, ids, works)


def _cited(text: str, limit: int, one: Bracket, ids: Mapping[int, str], works: Works) -> Cited:
    author, contradiction = _author(text, limit, one, works) if ids else (None, None)
    remarks = []
    missing = [number for number in one.numbers if number not in ids]
    if missing and ids:
        message = f"{text[one.start : one.end]} cites {listed(missing)}, not in the reference list"
        remarks.append((NoteCode.CITATION_DANGLING, message))
    if contradiction:
        remarks.append((NoteCode.CITATION_AUTHOR, contradiction))
    return Cited(
        one.start,
        one.end,
        CitationStyle.NUMERIC,
        "citation-bracket" if one.closed else "citation-open-bracket",
        targets=tuple(ids[number] for number in one.numbers if number in ids),
        numbers=one.numbers,
        author=author,
        pinpoint=one.pinpoint,
        state=State.READ if one.closed else State.REPAIRED,
        remarks=tuple(remarks),
    )


def _author(text: str, limit: int, one: Bracket, works: Works) -> tuple[str | None, str | None]:
    """The author named before a bracket as printed, and what is to say where the numbers are another's works."""
    before = text[max(limit, one.start - _BEFORE) : one.start]
    match = _names_before().search(before)
    if match is None:
        return None, None
    cited = [work for number in one.numbers for work in works.printed_as(number)]
    printed, others = match["names"].strip(), match["others"]
    families = families_of(printed)
    for index, family in enumerate(families):
        if any(_is_authors(work, family, printed) for work in cited):
            return _from(printed, families[index:], match), None
    if not families or not cited or not any(work.families for work in cited):
        return None, None
    is_said = bool(others) or (is_person(printed, others) and " " in printed) or _is_said(text, match, before, one)
    agrees = any(alike(family, one) for family in families for work in cited for one in work.families)
    theirs = [] if agrees or is_place(families[-1]) else [work for work in works.of(families[-1]) if work not in cited]
    if not (theirs or is_said):
        return None, None
    name = _from(printed, families if is_said else families[-1:], match)
    if agrees:
        return name, None
    whose = ", ".join(next(work.families[:3] for work in cited if work.families))
    numbers = sorted({work.number for work in theirs if work.number is not None})
    where = f"; of {families[-1]} is {listed(numbers)}" if numbers else ""
    return name, f"{name} {text[one.start : one.end]}: the work cited is by {whose}{where}"


def _is_authors(work: Work, family: str, printed: str) -> bool:
    """Whether a name is one of a work's authors; of a work whose authors could not be read, a word at its head."""
    if work.families:
        return any(same_family(family, one) for one in work.families)
    return is_person(printed, None) and any(same_family(family.casefold(), word) for word in work.head[:12])


def _from(printed: str, families: Sequence[str], match: "regex.Match[str]") -> str:
    """The names from the first of `families` on, with its initials and with *et al.*"""
    at = printed.find(families[0])
    initials = _initials_before().search(printed, 0, at)
    named = match.string[match.start("names") :] if match["others"] else printed
    return named[initials.start() if initials else at :].rstrip(" ,(")


def _is_said(text: str, match: "regex.Match[str]", before: str, one: Bracket) -> bool:
    """Whether the sentence says that the name is an author's: *according to Orlova*, *Orlova argues*."""
    said = table("citations")["names"]
    if match["names"].strip().casefold() in _openers():
        return False
    head = before[: match.start()].casefold().rstrip()
    lead = " ".join(head.split()[-3:])
    if any(lead == words or lead.endswith(" " + words) for words in said["said_before"]):
        return True
    is_subject = not head or not head[-1].isalnum() or lead.endswith(tuple(f" {word}" for word in said["that"]))
    tail = regex.findall(r"\p{L}+", text[one.end : one.end + 40].casefold())[:2]
    return is_subject and any(" ".join(tail[: len(words.split())]) == words for words in said["said_after"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(word for pack in languages().values() for word in pack.data["sentences"]["openers"])


@cache
def _names_before() -> "regex.Pattern[str]":
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}.'’-]){names_pattern()}[ ]?,?[ ]?[(]?$")


@cache
def _initials_before() -> "regex.Pattern[str]":
    return regex.compile(r"(?:\p{Lu}\p{Ll}?\.[ -]?){1,3}(?:\p{Ll}{1,4}[ ]){0,2}$|(?:\p{Ll}{1,4}[ ]){1,2}$")
