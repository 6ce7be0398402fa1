"""The series of a book, in brackets behind its imprint: ``– 312 с. – (Higher education; вып. 3)``."""

from functools import cache

import regex

from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation, forms

_BRACKETED = regex.compile(
    r"(?<=[\x01.]\s{0,2}-?\s{0,2})\((?P<name>[\p{Lu}\"][^()\x01;]{3,90}?)(?:\s?;\s?(?P<more>[^()\x01]{0,30}))?\)(?=\s?\.?\s{0,2}(?:-|\x01|$))"
)


_IN_TITLE = regex.compile(r"\((?P<name>\p{Lu}[^()\x01]{3,90})\)(?=\s?[.,])")


def read_series(draft: Draft) -> None:
    """Take series and the number in it of a work that has no host."""
    for match in _IN_TITLE.finditer(draft.plain):
        if draft.folded[slice(*match.span("name"))].split()[-1] in forms("marks", "series_end"):
            draft.take("collection-title", *match.span("name"), around=match.span())
            return
    if "//" in draft.plain or not draft.has("issued") or draft.has("issue"):
        return
    imprint = max(draft.plain.rfind("\x01", 0, len(draft.plain) // 3), len(draft.plain) // 3)
    for match in _BRACKETED.finditer(draft.plain, imprint):
        start, end = match.span("name")
        if word := _word().match(draft.folded, start):
            start = word.end()
        while start < end and draft.plain[start] in '" ':
            start += 1
        while end > start and draft.plain[end - 1] in '" .,':
            end -= 1
        number = _NUMBER.search(draft.plain, *match.span("more")) if match["more"] else None
        if number:
            draft.take("collection-number", *number.span())
        draft.take("collection-title", start, end, around=match.span())
        return


_NUMBER = regex.compile(r"[0-9]{1,5}")


@cache
def _word() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation('marks', 'series_before')}(?!\p{{L}})[.:]?\s{{0,2}}")
