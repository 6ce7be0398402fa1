"""Raised digits in the running text that may be callouts of footnotes, and how much they look like it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from multilex.document import Document
from multilex.packs import table

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

EXPONENT = -0.5

_RAISED = regex.compile(r"(?<![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])")
_STARS = regex.compile(r"(?<!\*)\*{1,3}(?!\*)")
_MINUS = tuple("-–—−")
_ACT_NUMBER = regex.compile(r"[0-9]-[IVXІХ]{1,5}$")
_WORD = regex.compile(r"[\p{L}\p{N}]{1,30}$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mark that may be a callout: half-open span, number in plain digits (or stars), and page.

    `likeness` is above zero for what reads as a callout (after a word, a bracket, a stop), a little below
    for what follows a number (``№ 12²`` or 12²; not ``№ 12-IV²``), below `EXPONENT` for an exponent (``м²``, ``10³``).
    """

    start: int
    end: int
    number: str
    page: int
    likeness: float


def candidates(document: Document, start: int, end: int, *, stars: bool = False) -> Iterator[Candidate]:
    """The marks inside a stretch of running text, in order; `stars` asks for asterisks as well."""
    text = document.text
    found = [match for match in _RAISED.finditer(text, start, end) if match.start() > start]
    if stars:
        found = sorted((*found, *_STARS.finditer(text, start, end)), key=lambda match: match.start())
    for match in found:
        number = match.group().translate(SUPERSCRIPTS)
        before, after = (
            text[max(start, match.start() - 32) : match.start()],
            text[match.end() : min(end, match.end() + 1)],
        )
        likeness = likeness_after(before)
        if after.isalnum() or after == "+" or (after in _MINUS and before[-1:] in ")]"):
            likeness -= 1.0  # an isotope or a charge: ¹³C, [Cu(H2O)4]²+
        yield Candidate(match.start(), match.end(), number, page_of(document, match.start()), likeness)


def page_of(document: Document, offset: int) -> int:
    """The page of a character, or of its block where layout put the character in."""
    origin = document.origin[offset]
    if origin < 0:
        return document.blocks[document.block_at(offset)].page
    return document.source.page_at(origin).number


def likeness_after(before: str) -> float:
    """How much a raised number behind this text looks like a callout; see `Candidate`.

    >>> likeness_after("the river"), likeness_after("an area of 5 m")
    (0.5, -0.7)
    """
    if before.rstrip()[-1:] in _MINUS:
        return -0.7
    if not before or before[-1].isspace():
        return -0.2
    word = _WORD.search(before)
    if word is None:
        return 0.5 if before[-1] in ".,;:!?)]»”\"'’…%" else -0.2
    letters = word.group()
    if _ACT_NUMBER.search(before):
        return 0.0
    if letters in _units() or len(letters) == 1:
        return -0.7
    if letters == "10":
        return -0.7
    if letters.isdigit():
        return -0.3
    return 0.5 if letters.isalpha() else 0.0


@cache
def _units() -> frozenset[str]:
    return frozenset(table("footnotes")["units"])
