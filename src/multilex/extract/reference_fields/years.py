"""When a work was issued."""

from collections.abc import Sequence
from functools import cache

import regex

from multilex.codes import skeleton
from multilex.codes._fold import signs
from multilex.extract.dates_written import WrittenDate, parse_date, written_dates
from multilex.extract.reference_fields.draft import BLOT, Draft
from multilex.extract.reference_fields.words import alternation, cues, forms, spellings
from multilex.extract.reference_fields.zones import is_place
from multilex.packs import languages

_BEFORE = regex.compile(r"(?:^|[\x01.,:;()\[/\"-]|\p{L}['\"»]?)\s{0,3}$")
_IN_PROSE = regex.compile(r"(?<![\p{L}'])\p{Ll}{1,3}\s{1,2}$")
"""A short word right before: *until 2030*."""
_TITLED = regex.compile(r"\p{L}\s{1,2}$")
_TITLE_YEAR = regex.compile(r"\p{Lu}[^\x01.,:;()/\[\]-]{6,80}\s")
"""A title without authors up to the year in it: *Innovation Index 2022*."""
_HOST = regex.compile(r"[*\s]{0,3}//")
_AFTER = regex.compile(r"\s{0,2}(?:[\x01.,:;)\]/-]|\((?:[0-9]|№)|№|$)")
_YEAR = regex.compile(
    r"(?<![0-9\p{L}]|[0-9]\s?-\s?)(?P<year>(?:1[5-9]|20)[0-9]{2})"
    r"(?:-?[a-hа-в](?=\s?[)\],.;:])|(?![0-9]|\.[0-9](?![0-9]{2})|-[0-9]{2}|\s-\s[0-9]{2}))"
)
"""A year, with the letter that tells works of one year apart: *2018a*."""
_IMPRINT = regex.compile(r"\((?P<place>\p{Lu}[\p{L}. -]{0,30})[,:][^()]{0,120}(?:19|20)[0-9]{2}[^()]{0,60}\)")
_COLON = regex.compile(
    r"\((?P<place>\p{Lu}[\p{L}. ,-]{1,40}):\s(?P<publisher>\p{Lu}[\p{L}&. '-]{1,60}),\s(?:1[5-9]|20)[0-9]{2}\)"
)
"""Place and publisher, however unknown."""
_DAY = regex.compile(r"[0-9]\s\p{L}{3,9}\.?\s(?:19|20)")
"""The day of a conference, not of an imprint."""
_VOLUME_BEHIND = regex.compile(r",?\s[0-9]{1,4}\s?(?:\([0-9]|,\s[0-9])")
_SHORT = 60
_SEPARATED = regex.compile(r"[\x01.,:;/-]\s{0,2}$")
_GLUED = regex.compile(r"\p{L}-$")
"""The name of a meeting with its year: *Welding-2017*."""
_STRAY_DASH = regex.compile(r"(?<=\p{L}{3}\.?\s?)-(?=[0-9]{4}(?![0-9-]))")
_DAYS = regex.compile(r"(?<![0-9])[0-3]?[0-9](?:\s\p{L}{3,9})?\s?-\s?(?:[0-3]?[0-9]\s?)?$")
"""The first of the days on which a conference was held."""
_DAYS_BEHIND = regex.compile(r"\s?-\s?(?:\p{L}{3,9}\s)?[0-3]?[0-9](?=\s?\))")
_FEWEST_LETTERS = 2
_BRACKETED = 5.0
_SET_APART = 3.0
"""Score of a year that stands between separators on both sides."""
_APART = regex.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<gap>[\s.-]{0,4})(?P<day>[0-3]?[0-9]\s\p{L}{3,9})")


_YEAR_FIRST = regex.compile(r"(?P<year>(?:19|20)[0-9]{2})\s(?P<day>\p{Lu}\p{Ll}{2,8}\.?\s[0-3]?[0-9])(?![0-9])")
"""As Vancouver has it: *2022 Mar 5*."""


def dates_of(draft: Draft) -> list[WrittenDate]:
    """Every date of a reference in order, romanised ones and bare years among them; see `written_dates`."""
    text = _STRAY_DASH.sub(" ", draft.plain)
    found = [_year_of_place(draft, date) for date in written_dates(text)]
    apart = [
        (match, parse_date(f"{match['day']} {match['year']}"))
        for pattern in (_APART, _YEAR_FIRST)
        for match in pattern.finditer(text)
    ]
    whole = [WrittenDate(*match.span(), value) for match, value in apart if value and len(value) > len("2019-05")]
    found = whole + [one for one in found if not any(date.start <= one.start < date.end for date in whole)]
    for more in (
        _romanised_dates(draft),
        (WrittenDate(*match.span(), match["year"]) for match in _YEAR.finditer(text)),
    ):
        for date in more:
            within = [one for one in found if date.start < one.end and one.start < date.end]
            if all(len(one.value) < len(date.value) or date.end - one.end == 1 for one in within):
                found = [one for one in found if one not in within] + [date]
    return sorted((_first_of_days(text, date) for date in found), key=lambda date: date.start)


def _first_of_days(text: str, date: WrittenDate) -> WrittenDate:
    """``(2017, July 12-15)``: the month stands for the days in brackets."""
    behind = _DAYS_BEHIND.match(text, date.end)
    if behind and len(date.value) == len("2017-07-12") and text[date.start - 1 : date.start] == "(":
        return WrittenDate(date.start, behind.end(), date.value[: len("2017-07")])
    return date


def _year_of_place(draft: Draft, date: WrittenDate) -> WrittenDate:
    """``Казань, 2008`` is no month: a capitalised word that names a place leaves the year."""
    if len(date.value) == len("2008-10"):
        word = draft.plain[date.start : date.end - 4].strip(" .,")
        if word[:1].isupper() and is_place(skeleton(word)):
            return WrittenDate(date.end - 4, date.end, date.value[:4])
    return date


def _romanised_dates(draft: Draft) -> list[WrittenDate]:
    """Dates whose month is romanised: ``2015 jylǵy 29 qazandaǵy``, ``7 iyulya 2004``."""
    found = []
    for match in _romanised().finditer(draft.folded):
        month = _romanised_months()[
            max((form for form in _romanised_months() if match["month"].startswith(form)), key=len)
        ]
        if 1 <= int(match["day"]) <= 31:
            found.append(WrittenDate(*match.span(), f"{match['year']}-{month:02}-{int(match['day']):02}"))
    return found


@cache
def _romanised_months() -> dict[str, int]:
    months = [
        (number, form)
        for pack in languages().values()
        for number, forms in pack.data.get("months", {}).items()
        for form in forms
    ]
    return {
        skeleton(signs(latin)): int(number)
        for number, form in months
        for latin in spellings(form)
        if latin != form and len(latin) > 2
    }


@cache
def _romanised() -> regex.Pattern[str]:
    month = "|".join(sorted(map(regex.escape, _romanised_months()), key=len, reverse=True))
    month = rf"(?P<month>(?:{month})\p{{L}}{{0,8}})(?!\p{{L}})"
    year, day = r"(?P<year>(?:19|20)[0-9]{2})", r"(?P<day>[0-3]?[0-9])"
    return regex.compile(
        rf"(?<![0-9\p{{L}}])(?:{year}\s\p{{L}}{{3,7}}\s{day}\s{month}|{day}\s{month}\s{year}(?![0-9]))"
    )


def read_imprint(draft: Draft) -> None:
    """Open the brackets of an imprint, ``(Oxford, 2018)``: what stands in them is no part of the title."""
    for match in _IMPRINT.finditer(draft.plain):
        told = _COLON.match(draft.plain, match.start())
        if told:
            draft.take("publisher-place", *told.span("place"))
            draft.take("publisher", *told.span("publisher"))
        if told or (not _is_meeting(draft, match) and is_place(draft.folded[slice(*match.span("place"))])):
            draft.blot(match.start(), match.start() + 1)
            draft.blot(match.end() - 1, match.end())
            draft.kinds.add("imprint")


def _is_meeting(draft: Draft, match: regex.Match[str]) -> bool:
    """Whether the brackets say where and when a conference was held, not where and when it was published."""
    return _DAY.search(match[0]) is not None and "conference" in cues().count(draft.folded[: match.start()])


def read_issued(draft: Draft, dates: Sequence[WrittenDate]) -> None:
    """
    Take the date of issue. A year in brackets after the authors counts most, then one set apart by
    separators; a fuller date of the same year is preferred to the bare year.
    """
    if draft.has("issued"):
        return
    scored = [(score, date) for date in dates if (score := _score(draft, date)) > 0]
    if not scored:
        _year_of_meeting(draft, dates)
        return
    best = max(scored, key=lambda one: (one[0], one[1].start))
    year = best[1].value[:4]
    full = [date for score, date in scored if date.value[:4] == year and len(date.value) > 4]
    chosen = full[-1] if full and len(best[1].value) == 4 else best[1]
    if best[0] >= _BRACKETED and draft.plain[: best[1].start].strip(f" .,([{BLOT}") == "":
        draft.kinds.add("headed")
    for _, date in scored:
        if date is chosen:
            begin, end = _around(draft, date)
            days = _DAYS.search(draft.plain, max(0, begin - 24), begin) if len(date.value) > len("2019") else None
            value = date.value[: len("2019-05")] if days else date.value
            draft.take("issued", date.start, date.end, value, around=(days.start() if days else begin, end))
        elif date.value[:4] == year and _score(draft, date) >= _SET_APART:
            draft.blot(*_around(draft, date))
    _blot_event(draft, [date for date in dates if date is not chosen and len(date.value) > len("2019")])


def _year_of_meeting(draft: Draft, dates: Sequence[WrittenDate]) -> None:
    """Where proceedings have no date but that of the conference, in brackets: its year is that of issue."""
    years = {date.value[:4] for date in dates if BLOT not in draft.plain[date.start : date.end]}
    if len(years) != 1 or "conference" not in cues().count(draft.folded):
        return
    for date in dates:
        bracket = draft.plain.rfind("(", 0, date.start)
        closed = bracket >= 0 and bracket > draft.plain.rfind(")", 0, date.start) and draft.plain.find(")", date.end)
        if closed and closed > 0:
            draft.take("issued", date.start, date.end, years.pop(), around=(bracket, closed + 1))
            return


def _blot_event(draft: Draft, dates: Sequence[WrittenDate]) -> None:
    """Blot the days on which a conference was held."""
    for date in dates:
        if BLOT not in draft.plain[date.start : date.end] and "conference" in cues().count(draft.folded[: date.start]):
            begin, end = _around(draft, date)
            days = _DAYS.search(draft.plain, max(0, begin - 24), begin)
            draft.blot(days.start() if days else begin, end)


def _score(draft: Draft, date: WrittenDate) -> float:
    """How much speaks for a date being that of issue; 0 where it is something else."""
    text, start, end = draft.plain, date.start, date.end
    if BLOT in text[start:end] or _of_volume().search(draft.folded, max(0, start - 10), start):
        return 0.0
    if _published().search(draft.folded, max(0, start - 20), start):
        return 6.0
    if text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]", ",", ";"):
        return 5.0 if start < 0.7 * len(text) or len(text) < _SHORT else 4.0
    bracket = text.rfind("(", 0, start)
    inside = bracket > text.rfind(")", 0, start) and text.find(")", end) > 0
    title = _TITLED.search(text, max(0, start - 4), start) and _HOST.match(text, end)
    of = _of().search(draft.folded, max(0, start - 8), start)
    prose = len(date.value) == 4 and of is None and _IN_PROSE.search(text, max(0, start - 8), start)
    year_word = _year_word().match(draft.folded, end)
    fits = _BEFORE.search(text, max(0, start - 4), start) and (_AFTER.match(text, end) or year_word)
    titled = _TITLE_YEAR.fullmatch(text, 0, start) if len(date.value) == 4 and "author" not in draft.people else None
    if inside or title or prose or titled or not fits:
        return 0.0
    apart = start == 0 or _SEPARATED.search(text, max(0, start - 4), start) is not None
    apart = apart and _GLUED.search(text, max(0, start - 2), start) is None
    located = _VOLUME_BEHIND.match(text, end) is not None
    total = 1.0 + 2.0 * (apart or located) + 2.0 * located + bool(year_word)
    return total + 0.5 * (len(date.value) > 4) + (start > 0.3 * len(text))


def _around(draft: Draft, date: WrittenDate) -> tuple[int, int]:
    """The date with its brackets and the word for *year*."""
    start, end = date.start, date.end
    if published := _published().search(draft.folded, max(0, start - 20), start):
        start = published.start()
    if of := _of().search(draft.folded, max(0, start - 12), start):
        start = of.start()
    if word := _year_word().match(draft.folded, end):
        end = word.end()
    if draft.plain[start - 1 : start] in ("(", "[") and draft.plain[end : end + 1] in (")", "]"):
        return start - 1, end + 1
    return start, end


@cache
def _of_volume() -> regex.Pattern[str]:
    """A label that makes of a year the number of a volume: *Vol. 2000*."""
    labels = "|".join(form for form in forms("marks", "volume_before") if len(form) > _FEWEST_LETTERS)
    return regex.compile(rf"(?<!\p{{L}})(?:{labels})\.?\s?$")


@cache
def _year_word() -> regex.Pattern[str]:
    words = {word for pack in languages().values() for word in pack.words("year")}
    forms = {skeleton(signs(spelling)) for word in words for spelling in spellings(word)}
    return regex.compile(rf"\s?(?:{'|'.join(sorted(map(regex.escape, forms), key=len, reverse=True))})(?!\p{{L}})\.?")


@cache
def _of() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}}){alternation('official', 'of')}\.?\s{{1,2}}$")


@cache
def _published() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}}){alternation('marks', 'published')}[.:]?\s{{0,2}}$")
