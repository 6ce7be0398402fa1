"""Footnotes that a plain text prints between its paragraphs, where the page ended."""

from collections import Counter

import regex

from multilex.document import Document
from multilex.segment.callouts import EXPONENT, SUPERSCRIPTS, candidates
from multilex.vocabulary import BlockKind

_NOTE = regex.compile(r"(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\)?[ \t]{0,3}(?=[\p{L}\p{N}«\"“„*_<\[(])")
_NAMES = regex.compile(r"[\s,;][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}[ ]?\p{Lu}")
_SMALL_WORD = regex.compile(r"(?<!\S)\p{Ll}[\p{Ll}-]*")
_PROSE = 6
"""Words in small letters that make a paragraph prose and no line of authors or addresses."""


def is_footnote_text(text: str) -> bool:
    """Whether a paragraph is printed like a footnote: a raised number, then its text.

    >>> is_footnote_text("³ Report on rivers. – Astana, 2021."), is_footnote_text("10³ units")
    (True, False)
    """
    return _NOTE.match(text) is not None


def footnote_blocks(document: Document, first: int, last: int) -> frozenset[int]:
    """Indices of the blocks from `first` up to `last` (excluded) that are footnotes.

    A block counts when layout says so, or when it begins with the raised number that is due (1, or the one
    after the note before; one may be missing) and this number stands as a callout in an earlier paragraph
    of prose, not yet taken by another note. So ``¹ Institute of …`` below a line of authors is none.
    """
    notes: set[int] = set()
    called: Counter[str] = Counter()
    before = 0

    def due(number: int) -> bool:
        return number == 1 or (before > 0 and 0 < number - before <= 2)

    for index in range(first, last):
        block = document.blocks[index]
        text = document.text[block.start : block.end]
        note = _NOTE.match(text)
        number = int(note["mark"].translate(SUPERSCRIPTS)) if note else 0
        if block.kind is BlockKind.FOOTNOTE:
            notes.add(index)
            before = number or before
        elif called[str(number)] and due(number) and not _NAMES.search(text, 1):
            notes.add(index)
            called[str(number)] -= 1
            before = number
        elif note is None and len(_SMALL_WORD.findall(text)) >= _PROSE:
            marks = candidates(document, block.start, block.end)
            called.update(mark.number for mark in marks if mark.likeness > EXPONENT)
    return frozenset(notes)
