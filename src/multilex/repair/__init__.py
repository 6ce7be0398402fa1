"""Damaged text mended where the evidence is strong: wrong encodings, Kazakh fonts, look-alikes, letter-spacing.

What is mended before layout (`mend_misread`, `mend_symbols`) keeps the number of source characters, what after it the
number of printed ones; `Document.repairs` tells each place, `Document.source` stays as the file has it. See
docs/damaged-text.md.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from multilex.document import Document, Repair
from multilex.repair.edit import Edit, edited
from multilex.repair.kazakh_fonts import mend_fonts
from multilex.repair.look_alikes import mend_look_alikes
from multilex.repair.losses import count_holes, is_garbled, lacks_kazakh_letters
from multilex.repair.misread import Change, mend_misread
from multilex.repair.spacing import NAME as SPACED
from multilex.repair.spacing import spaced_words
from multilex.repair.symbols import mend_symbols
from multilex.source import Page, Source
from multilex.vocabulary import MarkKind

__all__ = ["count_holes", "is_garbled", "lacks_kazakh_letters", "mend_source", "repaired"]

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = regex.compile(f"[{''.join(LIGATURES)}]")
_LINE = regex.compile(r"[^\n\r\f]+")


def repaired(source: Source, lay_out: Callable[[Source], Document]) -> Document:
    """The document that `lay_out` makes of a source, with damaged text mended; `Document.source` is as read."""
    mended, changes = mend_source(source)
    document = lay_out(mended)
    if changes:
        document = replace(document, source=source, repairs=tuple(_repairs(document, source, changes)))
    return _mend_document(document)


def mend_source(source: Source) -> tuple[Source, list[Change]]:
    """The source with misread text and private signs mended, as long as before, and the changes in source offsets."""
    pages: list[Page] = []
    found: list[Change] = []
    for page in source.pages:
        changes = mend_misread(page.text, _stretches(page)) + mend_symbols(page.text)
        if changes:
            text = list(page.text)
            for change in changes:
                text[change.start : change.end] = change.new
            found += [
                Change(page.start + change.start, page.start + change.end, change.new, change.name)
                for change in changes
            ]
            page = replace(page, text="".join(text))
        pages.append(page)
    return (replace(source, pages=tuple(pages)), found) if found else (source, [])


def _stretches(page: Page) -> Iterator[tuple[int, int]]:
    """What was surely read in one encoding: a line of text, or a run of characters of one font."""
    if page.glyphs is None:
        yield from (match.span() for match in _LINE.finditer(page.text))
        return
    start, fonts = 0, page.glyphs.font
    for at in range(1, len(fonts) + 1):
        if at == len(fonts) or fonts[at] != fonts[start]:
            yield start, at
            start = at


def _repairs(document: Document, source: Source, changes: list[Change]) -> Iterator[Repair]:
    """The stretches of the text whose characters were changed in the source."""
    change_at = {at: index for index, change in enumerate(changes) for at in range(change.start, change.end)}
    start, index = 0, -1
    for at in range(len(document.text) + 1):
        here = change_at.get(document.origin[at], -1) if at < len(document.text) else -1
        if here != index:
            if index >= 0:
                change = changes[index]
                printed = "".join(map(source.char, range(change.start, change.end)))
                yield Repair(start, at, change.name, printed)
            start, index = at, here


def _mend_document(document: Document) -> Document:
    """The document with its Kazakh fonts, look-alikes, ligatures and letter-spaced words mended."""
    fonts = mend_fonts(document.text)
    document = edited(document, _edits(fonts))
    borders = [
        at
        for mark in document.marks
        if mark.kind in (MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT)
        for at in (mark.start, mark.end)
    ]
    document = edited(document, _edits(mend_look_alikes(document.text, borders)))
    edits = [
        Edit(match.start(), match.end(), LIGATURES[match[0]], "ligatures")
        for match in _LIGATURE.finditer(document.text)
    ]
    edits += _joined(document)
    return edited(document, sorted(edits, key=lambda edit: edit.start))


def _edits(changes: list[Change]) -> list[Edit]:
    return [Edit(change.start, change.end, change.new, change.name) for change in changes]


def _joined(document: Document) -> Iterator[Edit]:
    """The letter-spaced words without their blanks."""
    for word in spaced_words(document.text, lambda a, b: _gap(document, a, b)):
        if len(word) > 1:
            yield Edit(word[0], word[-1] + 1, "".join(document.text[at] for at in word), SPACED)


def _gap(document: Document, before: int, after: int) -> float:
    """The gap between two characters: in points where they are drawn on one line, else in blanks."""
    a, b = document.origin[before], document.origin[after]
    page = document.source.page_at(a)
    if page.glyphs is None or not a < b < page.end:
        return after - before - 1
    return max(0.0, page.glyphs.x0[b - page.start] - page.glyphs.x1[a - page.start])
