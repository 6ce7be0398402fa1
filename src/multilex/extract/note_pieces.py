"""
What a footnote says, piece by piece: works, *ibid.* and *op. cit.*, and comment around them.

The words are in ``packs/citations.toml``, table ``[notes]``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

import regex

from multilex.extract.citations.brackets import place_pattern
from multilex.packs import table
from multilex.segment.sentences import split_sentences

MOST_PIECES = 60
"""Pieces of one note; what is left over stays in the last."""
LONGEST = 6000
"""Characters of a note that are looked at."""

_YEAR_OR_ADDRESS = regex.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])|https?://|www\.|//")
_ADDRESS = regex.compile(r"https?://|www\.|//")
_SEMICOLON = regex.compile(r";[ ]")
_BEGINS = regex.compile(r"[\p{Lu}«\"“„'‘]")
_BLANKS = " ,;:.–—-"


class Kind(Enum):
    """What a piece says about a work."""

    FULL = "full"  # names it, or may do so
    IBID = "ibid"  # the work just named
    NAMED = "named"  # an author's work named before


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a note; `author` are the names of *op. cit.*, `note` the number of the note that names the work,
    `pinpoint` the place given with a short form.
    """

    start: int
    end: int
    kind: Kind
    author: str | None = None
    pinpoint: str | None = None
    note: str | None = None


def pieces(text: str, lang: str) -> Iterator[Piece]:
    """The pieces of a note that may mean a work, without the words that lead to them.

    >>> text = "См.: Орлова А. Реки. Алматы, 2011; Там же. С. 25."
    >>> [(text[one.start:one.end], one.kind.value) for one in pieces(text, "ru")]
    [('Орлова А. Реки. Алматы, 2011', 'full'), ('Там же. С. 25', 'ibid')]
    """
    for start, end in _stretches(text, lang):
        lead = _last_lead(text, start, end) if not _numbered().match(text, start, end) else None
        start = lead if lead is not None else start
        while start < end and text[start] in _BLANKS:
            start += 1
        end = start + len(text[start:end].rstrip(_BLANKS))
        if text[start:end].endswith(")") and text[start:end].count(")") > text[start:end].count("("):
            end -= 1
        if start < end:
            yield _piece(text, start, end)


def place_in_the_same(text: str) -> tuple[int, int] | None:
    """Where the place stands in a text that is nothing but *ibid.*; an empty span where it gives none, None where it is
    something else.

    >>> place_in_the_same("Ibid., p. 7."), place_in_the_same("Там же"), place_in_the_same("Orlova, Rivers")
    ((7, 11), (6, 6), None)
    """
    match = _ibid().match(text)
    if match is None or text[match.end() :].strip(_BLANKS):
        return None
    return match.span("place") if match["place"] else (len(text), len(text))


def _piece(text: str, start: int, end: int) -> Piece:
    if match := _ibid().match(text, start, end):
        return Piece(start, end, Kind.IBID, pinpoint=match["place"])
    if match := _numbered().match(text, start, end):
        return Piece(start, end, Kind.NAMED, match["who"].strip(_BLANKS) or None, match["place"], match["note"])
    if match := _named().match(text, start, end):
        return Piece(start, end, Kind.NAMED, match["who"].strip(_BLANKS) or None, match["place"])
    return Piece(start, end, Kind.FULL)


def _stretches(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """The note cut between works, and between works and comment."""
    text = text[:LONGEST]
    sentences = [end for _, end in split_sentences(text, lang)]
    places = sorted({*sentences, *(match.start() for match in _SEMICOLON.finditer(text)), len(text)})
    start = count = 0
    for place, following in zip(places, [*places[1:], len(text)], strict=True):
        if place >= len(text) or count >= MOST_PIECES:
            continue
        left, right = text[start:place], text[place:following].lstrip(" ;")
        if _is_complete(left):
            follows_on = _has_digit(right) and not _begins_work().match(right)
            sure = _BEGINS.match(right) if place not in sentences else _ADDRESS.search(left)
            is_cut = not follows_on or sure is not None
        else:
            is_cut = not _has_digit(left) and _begins_work().match(right) is not None
        if is_cut:
            yield start, place
            start, count = place, count + 1
    yield start, len(text)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _is_complete(left: str) -> bool:
    """Whether a stretch holds what a reference to a work has at least."""
    left = left.strip(_BLANKS)
    if lead := _see().match(left):
        left = left[lead.end() :].lstrip(_BLANKS)
    return bool(_YEAR_OR_ADDRESS.search(left) or _ibid().match(left) or _named().match(left) or _numbered().match(left))


def _last_lead(text: str, start: int, end: int) -> int | None:
    """The offset behind the last words that lead to a work: ``see``, ``подробнее см.:``"""
    found = None
    for match in _leads().finditer(text, start, end):
        found = match.end()
    return found


@cache
def _see() -> "regex.Pattern[str]":
    return regex.compile(rf"(?:{_words('see')})(?!\p{{L}})[.,:]{{0,2}}", regex.IGNORECASE)


@cache
def _begins_work() -> "regex.Pattern[str]":
    """What a work begins with that comment does not: words that lead to it, *ibid.*, a name with initials."""
    name = r"\p{Lu}[\p{L}’'-]{1,40},?[ ](?:\p{Lu}\p{Ll}?\.[ ]?){1,3}|(?:\p{Lu}\p{Ll}?\.[ ]?){1,3}\p{Lu}\p{Ll}"
    return regex.compile(rf"{_see().pattern}|(?:{_words('ibid')})(?!\p{{L}})|(?-i:{name})", regex.IGNORECASE)


@cache
def _leads() -> "regex.Pattern[str]":
    """*See* where a sentence or a bracket begins, or behind a comma; a capital or a quotation follows."""
    word, more = rf"(?i:{_words('see')})(?!\p{{L}})", r"(?:[ ][\p{Ll} ]{1,40}:)?"
    begins = r"(?:(?<=[.;,:(–—!?][ ])|(?<=[(])|(?<=^[ ]?)|(?<=[;.][ ]?))"
    return regex.compile(
        rf"(?:{begins}{word}[.,:]{{0,2}}|(?<=\p{{Ll}}[ ]){word}[.:]{{1,2}}){more}[ ]{{1,2}}(?=[\p{{Lu}}«\"“„])"
    )


@cache
def _ibid() -> "regex.Pattern[str]":
    place = rf"(?P<place>(?:{_PLACE}(?:[,;.]?[ ])?){{1,4}})"
    between = r"[.,:]{0,2}[ ]?(?:[–—-][ ])?(?:at[ ])?"
    return regex.compile(rf"(?:{_words('ibid')})(?!\p{{L}}){between}(?:$|{place})", regex.IGNORECASE)


@cache
def _named() -> "regex.Pattern[str]":
    place = rf"(?P<place>(?:{_PLACE}(?:[,;.]?[ ])?){{1,4}})?"
    return regex.compile(
        rf"(?P<who>.{{0,160}}?)(?<!\p{{L}})(?:{_words('named')})(?!\p{{L}})[.,:–—-]{{0,2}}[ ]?(?:[–—-][ ])?{place}",
        regex.IGNORECASE,
    )


@cache
def _numbered() -> "regex.Pattern[str]":
    """A work by the number of its note: ``Orlova, supra note 3, at 7``."""
    place = rf"(?:[,.]?[ ](?:at[ ])?(?P<place>(?:{_PLACE}(?:[,;.]?[ ])?){{1,4}}))?"
    before, after = (rf"(?:{_words(key)})" for key in ("numbered", "numbered_after"))
    return regex.compile(
        r"(?P<who>[^0-9]{0,120}?)(?<!\p{L})"
        rf"(?:{before}\.?[ ](?P<note>[0-9]{{1,3}})|(?P<note>[0-9]{{1,3}})[- ]{after})(?![0-9]){place}[.]?[ )]{{0,2}}$",
        regex.IGNORECASE,
    )


_PAGES = r"[0-9]{1,5}(?:[ ]?[-–—][ ]?[0-9]{1,5})?"
_PLACE = rf"(?:{place_pattern()}|{_PAGES}(?=[ ]?(?:[.,;]|$)))"


@cache
def _words(key: str) -> str:
    """Any word of a list; blanks in it may be missing after a point."""
    words = sorted(table("citations")["notes"][key], key=len, reverse=True)
    return "|".join(regex.escape(word).replace(r"\.\ ", r"\.[ ]?").replace(r"\ ", "[ ]") for word in words)
