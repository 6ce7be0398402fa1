"""Dates as they are written in Kazakh, Russian and English, with their ISO 8601 value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import cache

import regex

from multilex.codes import skeleton
from multilex.packs import languages

YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
DAY = r"[«\"“„]?(?P<day>[0-3]?[0-9])[»\"”]?"
STEM = 5  # month names of this length and more may take endings: наурызда, желтоқсанның


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: its span and its value, ``2020``, ``2020-11`` or ``2021-10-05``."""

    start: int
    end: int
    value: str


def parse_date(text: str) -> str | None:
    """The ISO value of a text that is one date, or None.

    Between points and hyphens the day comes before the month, as is the norm here; between slashes two
    figures that could both be a month are not guessed at, so only the year remains.

    >>> [parse_date(text) for text in ["2024 жылғы 12 наурызда", "12 марта 2024 г.", "2021/10/05"]]
    ['2024-03-12', '2024-03-12', '2021-10-05']
    >>> [parse_date(text) for text in ["01.02.2024", "01/02/2024", "13/02/2024", "март 2024", "31.02.2024"]]
    ['2024-02-01', '2024', '2024-02-13', '2024-03', None]
    """
    dates = list(written_dates(text))
    if len(dates) != 1 or regex.search(r"[\p{L}\p{N}]{5}", text[: dates[0].start] + text[dates[0].end :]):
        return None
    return dates[0].value


def written_dates(text: str) -> Iterator[WrittenDate]:
    """The dates of `text`, in order, without the word for *year* after them.

    >>> [date.value for date in written_dates("Received 12.03.2024. Accepted: 01 April 2024")]
    ['2024-03-12', '2024-04-01']
    """
    for match in _pattern().finditer(skeleton(text)):
        value = _value(match)
        if value is not None:
            yield WrittenDate(*match.span(), value)


def _value(match: regex.Match[str]) -> str | None:
    """The ISO value of what the pattern matched; None for a day that no calendar has."""
    if match["numeric_year"] is not None:
        first, second = int(match["a"]), int(match["b"])
        year_first = match.start("numeric_year") < match.start("a")
        undecided = not year_first and match["sign"] == "/" and max(first, second) <= 12 and first != second
        if undecided:
            return _full_year(match["numeric_year"])
        month, day = (first, second) if year_first else (second, first)
        if month > 12:
            month, day = day, month
        return _iso(int(_full_year(match["numeric_year"])), month, day)
    if match["month"] is not None:
        return _iso(int(match["year"]), _month_number(match["month"]), int(match["day"] or 0))
    return str(match["year"])


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        iso = calendar_date(year, month, day or 1).isoformat()
    except ValueError:
        return None
    return iso if day else iso[:7]


def _full_year(printed: str) -> str:
    if len(printed) == 4:
        return printed
    return f"20{printed}" if int(printed) < 60 else f"19{printed}"


@cache
def _months() -> dict[str, int]:
    return {
        skeleton(form): int(number)
        for pack in languages().values()
        for number, forms in pack.data.get("months", {}).items()
        for form in forms
    }


def _month_number(printed: str) -> int:
    months = _months()
    return months[max((form for form in months if printed.startswith(form)), key=len)]


@cache
def _pattern() -> regex.Pattern[str]:
    forms = sorted(_months(), key=len, reverse=True)
    month = "|".join(regex.escape(form) + (r"\p{L}{0,8}+" if len(form) >= STEM else "") for form in forms)
    first = "".join(sorted({regex.escape(form[0]) for form in forms}))  # a cheap look before the dear alternation
    month = rf"(?<!\p{{L}})(?=[{first}])(?P<month>{month})(?!\p{{L}})"
    years = "|".join(regex.escape(skeleton(word)) for pack in languages().values() for word in pack.words("year"))
    of_year = rf"(?:\s?(?:{years})(?!\p{{L}})\.?)?" if years else ""
    ending = r"(?:-?\p{L}{1,4})?"  # 1st, 12-го, 29-ындағы
    return regex.compile(
        rf"""
        (?<![0-9\p{{L}}./-])(?=[0-9«"“„{first}])(?:
            (?P<numeric_year>(?:19|20)[0-9]{{2}})\s?(?P<sign>[./-])\s?(?P<a>[0-9]{{1,2}})\s?(?P=sign)\s?(?P<b>[0-9]{{1,2}})
            (?![0-9])
          | [«"“„]?(?P<a>[0-9]{{1,2}})[»"”]?\s?(?P<sign>[./-])\s?(?P<b>[0-9]{{1,2}})\s?(?P=sign)\s?
            (?P<numeric_year>(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9]|[./-][0-9])
          | {DAY}{ending}\s{{0,2}}(?:\p{{L}}{{2}}\s)?{month}[.,]{{0,2}}\s{{0,2}}{YEAR}(?![0-9])
          | {YEAR}{of_year},?\s{{0,2}}{DAY}{ending}\s{{0,2}}{month}
          | {YEAR}{of_year},?\s{{0,2}}{month}\.?\s{{1,2}}{DAY}{ending}(?![0-9\p{{L}}])
          | {month}\.?\s{{0,2}}{DAY}{ending},?\s{{0,2}}{YEAR}(?![0-9])
          | {month}[.,]{{0,2}}\s{{1,2}}{YEAR}(?![0-9])
          | {YEAR}{of_year},?\s{{1,2}}{month}
          | {YEAR}(?![0-9\p{{L}}./-])
        )
        """,
        regex.VERBOSE,
    )
