"""Superscript citations: raised numbers in the text of a paper without footnotes mean the items of its list."""

from collections.abc import Mapping, Sequence

import regex

from multilex.document import Document
from multilex.extract.citations.brackets import WIDEST_RANGE
from multilex.extract.citations.cited import Cited
from multilex.segment.callouts import SUPERSCRIPTS, likeness_after
from multilex.vocabulary import CitationStyle

Span = tuple[int, int]

_FEWEST = 3
_SHARE = 0.3
"""So much of the list is cited where the raised numbers of a paper are citations."""
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_BEFORE = 32
_RUN = regex.compile(
    rf"(?<![{_DIGITS}⁺⁻])[{_DIGITS}]{{1,3}}(?:[ ]?[,⁻–—⸴-][ ]?[{_DIGITS}]{{1,3}}){{0,20}}(?![{_DIGITS}⁺⁻])"
)
_PIECE = regex.compile(rf"(?P<first>[{_DIGITS}]+)(?:[ ]?[⁻–—-][ ]?(?P<last>[{_DIGITS}]+))?")


def raised(document: Document, spans: Sequence[Span], ids: Mapping[int, str]) -> list[Cited]:
    """The raised numbers that are citations, or none where those of the paper are exponents and the like.

    They are when each is the number of an item, the first ones come first, and together they cover much of the list.
    """
    text = document.text
    found: list[Cited] = []
    for start, end in spans:
        for run in _RUN.finditer(text, start, end):
            numbers = _numbers(run[0]) if run.start() > start else ()
            if not numbers or not ids.keys() >= set(numbers) or text[run.end() : run.end() + 1].isalnum():
                continue
            if likeness_after(text[max(start, run.start() - _BEFORE) : run.start()]) > 0:
                targets = tuple(ids[number] for number in numbers)
                found.append(Cited(*run.span(), CitationStyle.SUPERSCRIPT, "citation-raised", targets, numbers))
    cited = {number for one in found for number in one.numbers}
    return found if len(cited) >= max(_FEWEST, _SHARE * len(ids)) and min(found[0].numbers) <= 2 else []


def _numbers(run: str) -> tuple[int, ...]:
    """
    The numbers of a run of raised digits.

    >>> _numbers("¹,³⁻⁵")
    (1, 3, 4, 5)
    """
    numbers: list[int] = []
    for piece in _PIECE.finditer(run):
        first = int(piece["first"].translate(SUPERSCRIPTS))
        last = int((piece["last"] or piece["first"]).translate(SUPERSCRIPTS))
        if not 1 <= first <= last or last - first > WIDEST_RANGE:
            return ()
        numbers.extend(range(first, last + 1))
    return tuple(dict.fromkeys(numbers))
