"""What kind of work the words after a title say it is: a thesis, a textbook, an edition."""

from functools import cache

import regex

from multilex.extract.reference_fields.draft import BLOT, Draft
from multilex.extract.reference_fields.words import alternation, forms
from multilex.packs import table

_TOKEN = regex.compile(
    r"\s{0,2}(?:[.…:,-]{1,4}(?=[\s.…\p{L}])\s{0,2})?(?P<word>\p{L}(?:[\p{L}.']|-(?=\p{Ll})){0,30}|\.{2,4}|…|\(\p{L}{2,4}\))"
)
_GENRE_GOES_ON = regex.compile(r"(?:\s\p{Ll}[\p{L}'-]*\.?){1,7}(?=\s{0,2}[.,:;/)\x01]|\s-|\s*$)")
_GENRE_ENDS = regex.compile(r"\s{0,2}[.,:;/)\x01-]|\s*$|(?<=\.)")
_CODE = regex.compile(
    r"\s{0,2}[.:,(-]{0,2}\s{0,2}"
    r"(?:[0-9]{1,2}\s?\.\s?[0-9]{2}\s?\.\s?[0-9]{2}|[0-9][DM][0-9]{6}|[0-9]{1,2}[A-Z][0-9]{5,6})\)?"
    rf"(?:\s?-\s?(?:\p{{L}}[^.,{BLOT}]{{3,90}}(?=\.))?)?"
)
"""The code of a speciality, and its name behind a dash."""


def read_thesis(draft: Draft) -> None:
    """Take the genre of a thesis, and blot the code of the speciality behind it."""
    mentioned = draft.mentions("genres", "thesis")
    match = (_thesis_phrase().search(draft.plain) or _thesis().search(draft.folded)) if mentioned else None
    if match is None:
        return
    if before := _speciality_before().search(draft.folded, 0, match.start("first")):
        draft.blot(before.start(), before.end())
    start, end = match.span("first")
    position = end
    while word := _TOKEN.match(draft.plain, position):
        if _stop().match(draft.folded, word.start("word")) or not _belongs(draft, word):
            break
        position = end = word.end()
    end = _without_ends(draft, start, end)
    if end > start:
        draft.take("genre", start, end, _mended(draft.text[start:end]))
        draft.kinds.add("thesis")
        tail = _stop_tail().match(draft.folded, end)
        if tail:
            draft.blot(end, tail.end())
        elif code := _CODE.match(draft.folded, end):
            draft.blot(end, code.end())


def _belongs(draft: Draft, word: regex.Match[str]) -> bool:
    value = word["word"]
    if value[0] in ".…" or draft.folded[word.start("word") : word.end("word")].strip(".()") in _degree():
        return True
    return value[0].islower() and "," not in draft.plain[word.start() : word.start("word")]


def _without_ends(draft: Draft, start: int, end: int) -> int:
    """The end without the signs that close it, but the point of a shortened word."""
    while end > start and draft.plain[end - 1] in " .,:;-" and not draft.plain[end - 2 : end - 1].isalpha():
        end -= 1
    return end


def _mended(printed: str) -> str:
    """Without a stray point before a word.

    >>> _mended("дис. ... канд. .юрид. наук")
    'дис. ... канд. юрид. наук'
    """
    return regex.sub(r"(?<=\s)\.(?=\p{L})", "", " ".join(printed.split()))


@cache
def _thesis() -> regex.Pattern[str]:
    word = alternation("genres", "thesis")
    shortened = r"(?:\p{L}{2,12}\.\s?){1,3}"
    whole = r"(?:\p{L}{2,12}\.?\s){1,3}"
    dots = r"(?:\.{2,4}|…)\s?"
    before = rf"(?:{shortened}(?:{dots})?|{whole}{dots}|(?<=\[)(?:\p{{L}}{{3,14}}\s){{1,2}})?"
    return regex.compile(rf"[.:,/\[(;\"\x01-]\s{{0,3}}(?P<first>{before}{word}(?!\p{{L}}))")


@cache
def _thesis_phrase() -> regex.Pattern[str]:
    """A genre whose last word says that it is a thesis: the degree and what it is for stand before."""
    words, degrees = (
        "|".join(map(regex.escape, table("reference_fields")["genres"][key])) for key in ("thesis_end", "degree_marks")
    )
    degree = rf"\(?(?:{degrees})\)?"
    return regex.compile(
        rf"[.:]\s{{0,2}}(?P<first>\p{{Ll}}[\p{{L}}-]{{2,20}}\.?(?:\s(?:\p{{Ll}}[\p{{L}}-]{{2,20}}\.?|{degree})){{1,9}}\s(?:{words}))(?=\s?[.,:;/-]|$)"
    )


@cache
def _speciality_before() -> regex.Pattern[str]:
    """Code and name of the speciality between a title and its genre."""
    return regex.compile(rf"\s?[.:]\s{{0,2}}{alternation('genres', 'thesis_stop')}(?!\p{{L}})[^\x01/]{{4,120}}$")


@cache
def _degree() -> frozenset[str]:
    return frozenset(form.strip(".") for form in forms("genres", "degree"))


@cache
def _stop() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation('genres', 'thesis_stop')}(?!\p{{L}})")


@cache
def _stop_tail() -> regex.Pattern[str]:
    stop = alternation("genres", "thesis_stop")
    ends = r"(?=\.\s|\x01|//|-\s\p{Lu}\p{L}+,)"
    return regex.compile(rf"\s{{0,2}}[.,:]?\s{{0,2}}{stop}(?!\p{{L}})[^\x01/]{{0,120}}?{ends}")


def read_genre(draft: Draft, head: int) -> None:
    """Take what the words after the title say it is (textbook, monograph), and the edition; names end at `head`."""
    edition = _edition().search(draft.folded) if draft.mentions("editions", "words") else None
    if edition:
        start, end = edition.span("value")
        draft.take("edition", start, start + len(draft.plain[start:end].rstrip(" ,")), around=(start, end))
    if draft.has("genre") or not draft.mentions("genres", "work"):
        return
    host = draft.plain.find("//")
    for match in _genre().finditer(draft.folded):
        start, end = match.span("value")
        goes_on = _GENRE_GOES_ON.match(draft.plain, end)
        end = goes_on.end() if goes_on else end
        if goes_on and goes_on[0].isascii() and draft.plain[start].isupper():
            continue  # a title: Handbook of water
        titled = match.start() >= 6 and (draft.has("title") or draft.left(head, start))
        if not titled or 0 <= host < match.start() or not _GENRE_ENDS.match(draft.plain, end):
            continue
        draft.take("genre", start, end)
        return


@cache
def _genre() -> regex.Pattern[str]:
    work = alternation("genres", "work")
    return regex.compile(rf"(?<=[.,:;/\x01(-])\s{{0,3}}(?P<value>{work})(?!\p{{L}})")


@cache
def _edition() -> regex.Pattern[str]:
    word = alternation("editions", "words") + r"(?!\p{L})\.?"
    ordinal, joining = alternation("editions", "ordinals"), alternation("editions", "joining")
    number = rf"(?:[0-9]{{1,2}}(?:-?\p{{L}}{{1,3}})?\.?|{ordinal})"
    first = rf"(?:{number}[\s-]{{0,2}}{word}|{word}\s{{0,2}}{number}|{word}(?=\s{word}))"
    return regex.compile(
        rf"(?<=[.,:;(\x01-])\s{{0,3}}(?P<value>{first}(?:[\s,]{{0,3}}(?:[0-9]-)?(?:{word}|,|{joining}(?!\p{{L}})))*)"
    )
