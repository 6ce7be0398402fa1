"""
What became of a work: an act amended, registered, repealed by another, whose date and number are not its own; for
whom a report was written.
"""

from functools import cache

import regex

from multilex.extract.dates_written import WrittenDate
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation


def read_history(draft: Draft, dates: list[WrittenDate]) -> list[WrittenDate]:
    """Set such remarks aside as unparsed; the dates that remain are given back."""
    if draft.mentions("marks", "made_for"):
        for match in _made_for().finditer(draft.folded):
            draft.remarks.append(match.span("remark"))
            draft.blot(*match.span())
    if not draft.mentions("official", "acts"):
        return dates
    for key, pattern in (("history", _from_the_word), ("history_behind", _up_to_the_word)):
        if not draft.mentions("official", key):
            continue
        for match in pattern().finditer(draft.folded):
            start, end = match.span("remark")
            draft.remarks.append((start, end))
            draft.blot(start, end)
            dates = [date for date in dates if not start <= date.start < end]
    return dates


@cache
def _made_for() -> regex.Pattern[str]:
    """``. Written for the Center of Studies.``: for whom a work was written is neither host nor publisher."""
    words = alternation("marks", "made_for")
    return regex.compile(rf"(?:[.,(]|//)\s{{0,2}}(?P<remark>{words}\s[^.,;:()\x01]{{3,90}})(?=[.,;)])")


@cache
def _from_the_word() -> regex.Pattern[str]:
    """``(repealed by Decree No. 88)``, ``. Registered in ... No. 17669``, to the bracket, an address or the end."""
    words = alternation("official", "history")
    return regex.compile(
        rf"\((?P<remark>{words}(?!\p{{L}})[^()\x01]{{0,300}}(?:\([^()\x01]{{0,60}}\)[^()\x01]{{0,100}})?)\)"
        rf"|(?<=[0-9\p{{L}}\"'][.,;)]?\s{{1,2}}|-\s)(?P<remark>{words}(?!\p{{L}})[^\x01]{{0,300}}?)(?=\s?(?://|\x01|-\s\p{{Lu}}[\p{{L}}-]+[:,])|[\s.]*$)"
    )


@cache
def _up_to_the_word() -> regex.Pattern[str]:
    """As Kazakh has it, with the word last."""
    words = alternation("official", "history_behind")
    return regex.compile(rf"[.;(]\s{{0,2}}(?P<remark>\p{{Lu}}[^.;()\x01]{{10,200}}\s{words}(?!\p{{L}}))")
