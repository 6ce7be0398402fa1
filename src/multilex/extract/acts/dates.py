"""Dates of acts in all forms of ``shared`` usage: adjectival Kazakh, Russian, English, romanised, figures both ways."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.fold import fold
from multilex.extract.acts.pieces import Piece
from multilex.packs import languages

_STEM = 4


def dates(folded: str) -> Iterator[Piece]:
    """Dates with their preposition and the word for *year*; `other` is a second reading where figures allow two."""
    for match in _matches(folded):
        value, other = _values(match)
        if value is not None:
            yield Piece(*match.span(), "d" if _happened().search(match[0]) else "D", value=value, other=other)


def _matches(folded: str) -> Iterator[regex.Match[str]]:
    """The matches of the pattern, looked for only around figures that may be a year."""
    end = 0
    for begin, stop in _around_years(folded):
        for match in _pattern().finditer(folded, max(begin, end), stop):
            yield match
            end = match.end()


_NEAR = 64


def _around_years(folded: str) -> Iterator[tuple[int, int]]:
    """Stretches that no date reaches across, each with a year in it."""
    begin = stop = -1
    for year in _YEAR.finditer(folded):
        if year.start() - _NEAR > stop:
            if stop >= 0:
                yield begin, stop
            begin = max(0, year.start() - _NEAR)
        stop = min(len(folded), year.end() + _NEAR)
    if stop >= 0:
        yield begin, stop


_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}|\.[0-9]{2}(?![0-9])|/[0-9]{2}(?![0-9])")


@cache
def _happened() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["dates"]["happened"])


def _values(match: regex.Match[str]) -> tuple[str | None, str | None]:
    year = match["year"]
    year = year if len(year) == 4 else ("20" if int(year) < 60 else "19") + year
    if match["month"] is not None:
        return _iso(year, _month(match["month"]), int(match["day"] or 0)), None
    if match["a"] is None:
        return year, None
    a, b = int(match["a"]), int(match["b"])
    if match["sign"] == "y":
        return None, None
    if match.start("year") > match.start("a"):
        return _iso(year, b, a), None
    # The year first: month and day as in the register, day and month (with a closing stop) as in a commercial database.
    first, second = (a, b), (b, a)
    if match["closed"]:
        first, second = second, first
    value = _iso(year, *first)
    other = _iso(year, *second)
    return (value, other if other != value else None) if value else (other, None)


def _iso(year: str, month: int, day: int) -> str | None:
    try:
        value = date(int(year), month, day or 1).isoformat()
    except ValueError:
        return None
    return value if day else value[:7]


@cache
def _months() -> dict[str, int]:
    found = {
        fold(form): int(number)
        for pack in languages().values()
        for number, forms in pack.data.get("months", {}).items()
        for form in forms
    }
    for number, forms in grammar.words()["dates"]["months"].items():
        found.update(dict.fromkeys(forms, int(number)))
    return found


def _month(printed: str) -> int:
    return _months()[max((form for form in _months() if printed.startswith(form)), key=len)]


@cache
def _pattern() -> regex.Pattern[str]:
    pack = grammar.words()["dates"]
    names = "|".join(
        regex.escape(name) + (r"['\p{L}]{0,8}+" if len(name) >= _STEM else "")
        for name in sorted(_months(), key=len, reverse=True)
    )
    month = rf"(?P<month>{names})(?![\p{{L}}])"
    before = rf"(?:(?<![\p{{L}}])(?:{pack['before']})\s){{0,2}}"
    after = rf"(?:\s?(?:{pack['after']})(?![\p{{L}}]))?"
    year_word = rf"\s?(?:{pack['after']})(?![\p{{L}}])"
    year = r"(?P<year>(?:1[89]|20)[0-9]{2})"
    day = rf"\"?(?P<day>[0-3]?[0-9])\"?(?:-?{pack['day']})?"
    return regex.compile(
        rf"""
        {before}(?<![0-9\p{{L}}./-])(?:
            {day}\s{{0,2}}(?:of\s)?{month},?\s{{0,2}}{year}(?![0-9]){after}
          | {year}{after},?\s{{0,2}}{day}\s{{0,2}}{month}
          | {year}{after},?\s{{0,2}}{month}\s{day}(?![0-9\p{{L}}])
          | {month}\s{{0,2}}{day},?\s{{0,2}}{year}(?![0-9]){after}
          | (?P<a>[0-3]?[0-9])(?P<sign>[./])(?P<b>[01]?[0-9])(?P=sign)
            (?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}}(?={year_word}))(?![0-9]|[./-][0-9]){after}
          | {year}\.(?P<a>[0-3]?[0-9])\.(?P<b>[0-3]?[0-9])(?![0-9])(?P<closed>\.(?=\s?(?:№|n)))?{after}
          | {month},?\s{{1,2}}{year}(?![0-9]){after}
          | {year}{after}(?![0-9\p{{L}}/-]|\s{pack["since"]})
        )
        """,
        regex.VERBOSE,
    )
