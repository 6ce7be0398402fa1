"""A title in quotation marks, as Chicago, IEEE and Harvard print it."""

from functools import cache

import regex

from multilex.extract.reference_fields.draft import BLOT, Draft, after
from multilex.extract.reference_fields.words import alternation

_LEAD = regex.compile(rf"[\s.,:;{BLOT}]*")
_PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’", "'": "'"}
_ENDS = regex.compile(rf"\s*(?:[,.;]|//|/|[{BLOT}]|$)|\s+(?=\p{{Lu}})")
_FEWEST_WORDS = 2


def read_quoted_title(draft: Draft, start: int) -> None:
    """Take the title that stands in quotation marks where titles begin, unless it goes on after them."""
    begin = after(_LEAD, draft.plain, start)
    opening = draft.text[begin : begin + 1]
    closing = _PAIRS.get(opening)
    if closing is None:
        return
    end = _closing(draft.text, begin, opening, closing)
    if end < 0 or BLOT in draft.plain[begin:end]:
        return
    inner = draft.plain[begin + 1 : end].rstrip()
    stopped = inner[-1:] in ".,?!"
    if len(inner.split()) < _FEWEST_WORDS and not (stopped and draft.people):
        return
    follows = _ENDS.match(draft.plain, end + 1) or (_in().match(draft.folded, end + 1) if stopped else None)
    if follows is None or (not stopped and follows[0].strip() == ""):
        return
    draft.take("title", begin + 1, begin + 1 + len(inner.rstrip(" .,")), around=(begin, end + 1))


@cache
def _in() -> regex.Pattern[str]:
    return regex.compile(rf"\s{alternation('marks', 'in_book')}[:.]?\s")


def _closing(text: str, begin: int, opening: str, closing: str) -> int:
    """Where the mark stands that closes the one at `begin`; -1 where none does."""
    depth = 0
    for at in range(begin + 1, min(len(text), begin + 600)):
        sign = text[at]
        if sign == closing or (opening == "„" and sign == "”"):
            if closing in "'’" and text[at + 1 : at + 2].isalpha():
                continue  # an apostrophe
            if depth == 0:
                return at
            depth -= 1
        elif sign == opening:
            depth += 1
    return -1
