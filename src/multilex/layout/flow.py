"""Layout of files that say themselves where paragraphs are: each is a block; blanks, marks and letters put in order."""

import unicodedata
from array import array

from multilex.document import Block, Document, Mark, Style
from multilex.layout.markup import SUPERSCRIPTS
from multilex.source import Paragraph, Source
from multilex.vocabulary import BlockKind, MarkKind

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_BLANK = frozenset("\t\u00a0\u202f\u2009\u2002\u2003\v\f")
_HYPHEN = "\u2011"


def layout_flow(source: Source) -> Document:
    """The Document of a source with paragraphs: a block each, in their order, a blank line between."""
    parts: list[str] = []
    origin: array[int] = array("q")
    dropped: list[tuple[int, int]] = []
    marks: list[Mark] = []
    blocks: list[Block] = []
    length = 0
    for paragraph in source.paragraphs:
        if blocks:
            parts.append("\n\n")
            origin.extend((-1, -1))
            length += 2
        text, kept, gone = _composed(source, paragraph)
        dropped += [(place, len(blocks)) for place in gone]
        place_of = {place: length + at for at, place in enumerate(kept)}
        own = []
        for start, end, kind in paragraph.marks:
            inside = [place_of[place] for place in range(start, end) if place in place_of]
            if inside:
                own.append(Mark(inside[0], inside[-1] + 1, kind))
        blocks.append(Block(length, length + len(text), paragraph.kind, 1, _style(text, own, paragraph.centered)))
        marks += own
        parts.append(text)
        origin.extend(kept)
        length += len(text)
    ordered = tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind)))
    return Document(source, "".join(parts), tuple(blocks), origin, tuple(dropped), ordered)


def _composed(source: Source, paragraph: Paragraph) -> tuple[str, list[int], list[int]]:
    """The text of a paragraph, the source offset of each of its characters, and the offsets left out.

    Raised digits become superscript characters, blanks of all sorts single blanks, a letter and its combining mark
    one letter.
    """
    page = source.page_at(paragraph.start)
    raised = bytearray(paragraph.end - paragraph.start)
    for start, end, kind in paragraph.marks:
        if kind is MarkKind.SUPERSCRIPT:
            raised[start - paragraph.start : end - paragraph.start] = b"\1" * (end - start)
    table = paragraph.kind is BlockKind.TABLE
    text: list[str] = []
    kept: list[int] = []
    gone: list[int] = []
    for place in range(paragraph.start, paragraph.end):
        character = page.text[place - page.start]
        if raised[place - paragraph.start]:
            character = SUPERSCRIPTS.get(character, character)
        if character in _INVISIBLE:
            gone.append(place)
            continue
        if character == _HYPHEN:
            character = "-"
        elif character in _BLANK and not (table and character == "\t"):
            character = " "
        if character == " " and (not text or text[-1] in " \n\t"):
            continue
        if unicodedata.combining(character) and text:
            joined = unicodedata.normalize("NFC", text[-1] + character)
            if len(joined) == 1:
                text[-1] = joined
                gone.append(place)
                continue
        single = unicodedata.normalize("NFC", character)
        text.append(single if len(single) == 1 else character)
        kept.append(place)
    while text and text[-1].isspace():
        text.pop()
        kept.pop()
    return "".join(text), kept, gone


def _style(text: str, marks: list[Mark], centered: bool) -> Style:
    letters = [one for one in text[:1000] if one.isalpha()]
    caps = len(letters) > 3 and sum(1 for one in letters if one.isupper()) >= 0.8 * len(letters)
    covered = {
        kind: sum(mark.end - mark.start for mark in marks if mark.kind is kind)
        for kind in (MarkKind.BOLD, MarkKind.ITALIC)
    }
    most = 0.8 * len(text)
    return Style(
        bold=covered[MarkKind.BOLD] > most, italic=covered[MarkKind.ITALIC] > most, centered=centered, caps=caps
    )
