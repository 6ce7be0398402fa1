"""Paragraphs → text: blanks, hyphens, composed letters, superscript characters; and the way back of each character."""

import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from multilex.document import Block, Document, Mark, Style
from multilex.layout.hyphens import REACH, Words, join
from multilex.layout.lines import Line, blank_between, script_of
from multilex.layout.rows import IGNORED, Word
from multilex.source import Page, Source
from multilex.vocabulary import BlockKind, MarkKind

SUPERSCRIPTS = dict(zip("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻", strict=True))
_RAISED_CHARACTERS = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ")
_TO_SUPERSCRIPT = str.maketrans(SUPERSCRIPTS)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@dataclass(slots=True)
class Draft:
    """A block before it is text. In a table `breaks` tell what stands after each line (nothing where it goes on) and
    `lead` what before the first.
    """

    lines: list[Line]
    kind: BlockKind
    style: Style
    breaks: Sequence[str] = ()
    lead: str = ""


def compose(source: Source, drafts: list[Draft], words: Words) -> Document:
    """The document of these blocks in this order; `words` are the file's, to judge hyphens by."""
    text = _Text()
    blocks: list[Block] = []
    for draft in drafts:
        if blocks:
            text.put("\n", [-1])
        start, glued = text.length, ""
        text.put(draft.lead, [-1] * len(draft.lead))
        breaks = draft.breaks or [""] * len(draft.lines)
        for line, follow, stop in zip(draft.lines, [*draft.lines[1:], None], breaks, strict=True):
            keep, blank = True, False
            if follow and not stop:
                before = glued + line.text
                keep, blank = join(before, follow.text, words)
                glued = "" if blank else (before if keep else before[:-1])[-REACH:]
            _put_line(text, line, keep, len(blocks))
            if follow and stop:
                text.put(stop, [_blank_after(line), *[-1] * (len(stop) - 1)])
            elif follow and blank:
                text.put(" ", [_blank_after(line)])
        text.close_marks()
        blocks.append(Block(start, text.length, draft.kind, draft.lines[0].page.number, draft.style))
    text.marks.sort(key=lambda mark: (mark.start, mark.end, mark.kind))
    return Document(source, "".join(text.parts), tuple(blocks), text.origin, tuple(text.dropped), tuple(text.marks))


@dataclass(slots=True)
class _Text:
    """The growing text."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    origin: "array[int]" = field(default_factory=lambda: array("i"))
    dropped: list[tuple[int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    _open: dict[MarkKind, tuple[int, int]] = field(default_factory=dict)

    def put(self, text: str, offsets: range | list[int]) -> None:
        self.parts.append(text)
        self.length += len(text)
        self.origin.extend(offsets)

    def mark(self, kind: MarkKind, start: int) -> None:
        """Mark what was put since `start`; bold and italic go on over a blank."""
        before = self._open.get(kind)
        blank = kind in (MarkKind.BOLD, MarkKind.ITALIC) and self.parts[-2:-1] == [" "]
        if before and before[1] in ((start, start - 1) if blank else (start,)):
            start = before[0]
        elif before:
            self.marks.append(Mark(*before, kind))
        self._open[kind] = (start, self.length)

    def close_marks(self) -> None:
        self.marks.extend(Mark(*span, kind) for kind, span in self._open.items())
        self._open.clear()


def _blank_after(line: Line) -> int:
    """The source offset of a blank drawn at the end of a line, else -1."""
    end = line.words[-1].end
    return line.page.start + end if line.page.text[end : end + 1].isspace() else -1


def _put_line(text: _Text, line: Line, keep_last: bool, block: int) -> None:
    page, before = line.page, None
    last = max(line.words, key=lambda word: word.x1) if not keep_last else None
    for word in line.words:
        if before is not None:
            blank = blank_between(page, before, word)
            if blank is not None:
                text.put(" ", [blank])
        before = word
        end = word.end
        if word is last:
            end = _without_hyphen(page, word)
            text.dropped.extend((page.start + offset, block) for offset in range(end, word.end))
        if end == word.start:
            continue
        start = text.length
        script = script_of(word, line)
        printed, offsets = _plain(text, page, word.start, end, block)
        text.put(printed.translate(_TO_SUPERSCRIPT) if script > 0 else printed, offsets)
        if text.length == start:
            continue
        if script:
            text.mark(MarkKind.SUPERSCRIPT if script > 0 else MarkKind.SUBSCRIPT, start)
        elif not _RAISED_CHARACTERS.isdisjoint(printed):
            _mark_raised(text, printed, start)
        if word.font.bold:
            text.mark(MarkKind.BOLD, start)
        if word.font.italic:
            text.mark(MarkKind.ITALIC, start)


def _without_hyphen(page: Page, word: Word) -> int:
    """Where the word ends without the hyphen, and without what has no picture behind it."""
    end = word.end
    while end > word.start and page.text[end - 1] in IGNORED and page.text[end - 1] != "\u00ad":
        end -= 1
    return end - 1


def _mark_raised(text: _Text, printed: str, start: int) -> None:
    """Mark characters that are superscripts by themselves."""
    for index, character in enumerate(printed):
        if character in _RAISED_CHARACTERS:
            before = text._open.get(MarkKind.SUPERSCRIPT)
            if before and before[1] == start + index:
                text._open[MarkKind.SUPERSCRIPT] = (before[0], start + index + 1)
            else:
                if before:
                    text.marks.append(Mark(*before, MarkKind.SUPERSCRIPT))
                text._open[MarkKind.SUPERSCRIPT] = (start + index, start + index + 1)


def _plain(text: _Text, page: Page, start: int, end: int, block: int) -> tuple[str, range | list[int]]:
    """The characters in composed form (NFC), ligatures spelt out, without those that have no picture."""
    printed, base = page.text[start:end], page.start + start
    if printed.isascii() or (
        unicodedata.is_normalized("NFC", printed)
        and IGNORED.isdisjoint(printed)
        and not any(character in _LIGATURES for character in printed)
    ):
        return printed, range(base, base + len(printed))
    kept: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(printed, start=base):
        composed = unicodedata.normalize("NFC", kept[-1] + character) if kept else ""
        if character in IGNORED:
            text.dropped.append((offset, block))
        elif len(composed) == 1:
            kept[-1] = composed
            text.dropped.append((offset, block))
        else:
            for part in _LIGATURES.get(character) or unicodedata.normalize("NFC", character):
                kept.append(part)
                offsets.append(offset)
    return "".join(kept), offsets
