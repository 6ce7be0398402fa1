"""
Citations by author and year: ``(Orlova & Seitov, 2018: 15; Ахметова, 2020)``, ``[Орлова, 2020, с. 5]``, ``Сейітов
(2019)``.

Any bracket with a year may be one; which is, the paper's references decide (`multilex.extract.citations.works`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import regex

from multilex.extract.citations.brackets import place_pattern
from multilex.extract.citations.names import names_pattern
from multilex.packs import languages, table

_BRACKET = regex.compile(r"[(\[](?P<inside>(?:[^()\[\]]|\[\p{Lu}{2,12}\]){4,400})[)\]]")
_YEAR = r"(?:1[5-9]|20)[0-9]{2}[a-zа-е]?(?![\p{L}0-9])"
_YEARS = rf"{_YEAR}(?:[ ]?[,;/&][ ]?(?:{_YEAR}|[a-zа-е](?![\p{{L}}\p{{N}}.])))*+"
_FIRST_YEAR = regex.compile(rf"(?<![\p{{L}}0-9.,–-])(?P<years>{_YEARS})")
_BEFORE = 160
"""Characters before a bracket in which the name may stand."""
_MOST_PARTS = 40
_BLANKS = {ord(blank): " " for blank in "\t\n\r\u00a0\u2009\u202f"}


@dataclass(frozen=True, slots=True)
class Part:
    """One author with years: `names` and `others` (*et al.*) as printed, None for what is no list of names; `phrase` is
    what stands before the year, or before the bracket of a narrative group, with the names from `at` on.
    """

    phrase: str
    at: int
    names: str | None
    others: str | None
    years: tuple[str, ...]
    pinpoint: str | None
    loose: bool
    """Whether something stands there that citations do not have."""


@dataclass(frozen=True, slots=True)
class Group:
    """A bracket with years: its span and its parts; `narrative` where the name stands before it."""

    start: int
    end: int
    parts: tuple[Part, ...]
    narrative: bool


def year_groups(text: str, start: int, end: int) -> Iterator[Group]:
    """
    The brackets of a stretch of text that have the form of a citation by author and year, in order.

    >>> [one.parts[0].names for one in year_groups("As Orlova (2018) said (Seitov et al., 2020, p. 5)", 0, 49)]
    ['Orlova', 'Seitov']
    """
    for match in _BRACKET.finditer(text, start, end):
        inside = match["inside"]
        if not _FIRST_YEAR.search(inside):
            continue
        if bare := _bare().fullmatch(" ".join(inside.split())):
            before = text[max(start, match.start() - _BEFORE) : match.start()].translate(_BLANKS)
            if before.strip():
                name = _at_end(before)
                part = Part(
                    before,
                    len(before) if name is None else name.start(),
                    name["names"] if name else None,
                    name["others"] if name else None,
                    _years(bare["years"]),
                    bare["place"],
                    bool(bare["word"]),
                )
                yield Group(match.start(), match.end(), (part,), True)
            continue
        parts = tuple(_parts(" ".join(inside.split())))
        if parts:
            yield Group(match.start(), match.end(), parts, False)


def _at_end(before: str) -> "regex.Match[str] | None":
    """The names that a text ends with."""
    return _named_before().search(before)


def _parts(inside: str) -> Iterator[Part]:
    """The authors with years in a bracket; nothing where it begins with no name."""
    last: Part | None = None
    for piece in inside.split(";")[:_MOST_PARTS]:
        rest: str | None = piece.strip(" ,")
        while rest:
            part, rest = _part(rest, last)
            if part is None:
                break
            yield part
            last = part


def _part(piece: str, last: Part | None) -> tuple[Part | None, str | None]:
    """The author with years at the beginning of a piece, and what is left behind it."""
    year = _FIRST_YEAR.search(piece)
    if year is None:
        return None, None
    phrase = piece[: year.start()].rstrip(" ,:(")
    place = _place().match(piece, year.end())
    pinpoint, end = (place["place"].strip(), place.end()) if place else (None, year.end())
    rest = piece[end:].strip(" ,.")
    more = bool(rest) and _FIRST_YEAR.search(rest) is not None
    see = _see().match(phrase)
    bare = phrase[see.end() :] if see else phrase
    if not bare and last is not None:
        again = replace(last, years=_years(year["years"]), pinpoint=pinpoint, loose=bool(rest))
        return again, rest if more else None
    bare = bare[-_BEFORE:]
    names = _only_names().fullmatch(bare) or _at_end(bare)
    if not bare or (names is None and not bare[:1].isupper() and bare[:1] not in '«"“„'):
        return None, None
    part = Part(
        bare,
        names.start() if names else len(bare),
        names["names"] if names else None,
        names["others"] if names else None,
        _years(year["years"]),
        pinpoint,
        bool(rest) and not more,
    )
    return part, rest if more else None


def _years(printed: str) -> tuple[str, ...]:
    """The years as printed, each in full.

    >>> _years("2018a, b; 2020")
    ('2018a', '2018b', '2020')
    """
    found: list[str] = []
    for year in regex.findall(r"[0-9]{4}[a-zа-е]?|[a-zа-е]", printed):
        found.append(year if year[0].isdigit() else found[-1][:4] + year)
    return tuple(dict.fromkeys(found))


@cache
def _only_names() -> "regex.Pattern[str]":
    return regex.compile(names_pattern())


@cache
def _named_before() -> "regex.Pattern[str]":
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}.'’-]){names_pattern()}[ ]?,?[ ]?$")


@cache
def _place() -> "regex.Pattern[str]":
    pages = r"[0-9]{1,5}(?:[ ]?[-–—−][ ]?[0-9]{1,5})?"
    worded, bare = place_pattern(), rf"{pages}(?=[ ]?(?:[;,.]|$))"
    return regex.compile(
        rf"[ ]?(?::[ ]?(?P<place>{worded}|{pages})|[,.]?[ ]?(?P<place>{worded})|,[ ]?(?P<place>{bare}))", regex.I
    )


@cache
def _bare() -> "regex.Pattern[str]":
    """Nothing but years, perhaps with the word for *year*, and a place: ``2018, p. 5``, ``2019 ж.``"""
    words = "|".join(regex.escape(word) for pack in languages().values() for word in pack.words("year"))
    return regex.compile(rf"(?P<years>{_YEARS})(?P<word>[ ]?(?:{words})\.?)?(?:{_place().pattern})?[.,]?", regex.I)


@cache
def _see() -> "regex.Pattern[str]":
    words = sorted(table("citations")["names"]["see"], key=len, reverse=True)
    return regex.compile(rf"(?:(?:{'|'.join(map(regex.escape, words))})(?!\p{{L}})[.,:]{{0,2}}[ ]?){{1,2}}", regex.I)
