"""Layout of plain text: lines into blocks, wrapped lines and broken paragraphs joined, inline markup out."""

import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import regex

from multilex.document import Block, Document, Mark, Style
from multilex.layout.markup import Inline, strip_markup
from multilex.repair.misread import FILLER
from multilex.source import Source
from multilex.vocabulary import BlockKind, MarkKind

WIDEST_WRAP = 140
"""A file whose lines are longer than this is not hard-wrapped: each of its lines stands for itself."""

_WORD = regex.compile(r"\p{L}+")
_LINE = regex.compile(r"[^\n\r\v\f\u2028\u2029\x1c-\x1e\x85]+")
_ITEM = regex.compile(r"\s*(?:[-–—•▪·*●○■]\s|[0-9]{1,3}[.)]\s|\[[0-9]{1,3}\]|[¹²³⁰⁴-⁹])")
_MID_SENTENCE = regex.compile(rf"[\p{{L}},–—-]{FILLER}*$")
_RAISED_START = regex.compile(r"[⁰¹²³⁴-⁹]{1,3}\)?\s?[\p{L}\p{N}«\"“(\[]")
_HEADING = regex.compile(r"(#{1,6})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without its outer blanks: `start` is the source offset of its first character."""

    start: int
    end: int
    page: int
    text: str
    gap: bool  # a blank line or a page break stands before it

    @property
    def width(self) -> int:
        """How many characters show."""
        return len(self.text) - self.text.count(FILLER)


def layout_text(source: Source) -> Document:
    r"""
    The Document of a text file: a block is a printed line that stands for itself, or a paragraph of wrapped lines.

    Lines of one paragraph are joined by a blank when the file is hard-wrapped; a paragraph that a page break or a
    footnote cuts in mid-sentence is one block, and what stood in between follows it.

    >>> from multilex.read.text import read_text
    >>> layout_text(read_text("Введение\n\nМиграция^{1} растёт.".encode(), "a.txt")).text
    'Введение\n\nМиграция¹ растёт.'
    """
    lines = _lines(source)
    furniture = _furniture(lines, source)
    builder = _Builder(source)
    prose = [line for line in lines if line.start not in furniture]
    width = _wrap_width(prose)
    paragraphs = _paragraphs(prose, width)
    pending = [line for line in lines if line.start in furniture]
    for group in _joined(paragraphs):
        for paragraph in group:
            builder.add(paragraph, BlockKind.PARAGRAPH)
        last = max(piece.start for part in group for piece in part)
        while pending and pending[0].start < last:
            line = pending.pop(0)
            builder.add([line], furniture[line.start])
    for line in pending:
        builder.add([line], furniture[line.start])
    return builder.document()


def _lines(source: Source) -> list[Line]:
    lines: list[Line] = []
    for page in source.pages:
        end = None
        for match in _LINE.finditer(page.text):
            text = match.group()
            stripped = text.strip()
            if not stripped:
                continue
            start = match.start() + len(text) - len(text.lstrip())
            between = page.text[end : match.start()] if end is not None else "\f"
            gap = end is None or len(regex.findall(r"\r\n|[\n\r\v\f\u2028\u2029\x85]", between)) > 1
            lines.append(Line(page.start + start, page.start + start + len(stripped), page.number, stripped, gap))
            end = match.end()
    return lines


def _furniture(lines: list[Line], source: Source) -> dict[int, BlockKind]:
    """Running heads and page numbers: first and last lines of pages that repeat or are bare numbers."""
    if len(source.pages) < 3:
        return {}
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges = [
        line
        for page in by_page.values()
        for line in (page[:2] + page[-2:] if len(page) > 4 else page[:1] + page[1:][-1:])
    ]
    shapes = Counter(regex.sub(r"[0-9]+", "0", line.text) for line in edges)
    kinds: dict[int, BlockKind] = {}
    for line in edges:
        shape = regex.sub(r"[0-9]+", "0", line.text)
        if regex.fullmatch(r"[-–—\s]*[0-9]{1,4}[-–—\s]*", line.text):
            kinds[line.start] = BlockKind.PAGE_NUMBER
        elif shapes[shape] >= 3 and line.width <= WIDEST_WRAP:
            kinds[line.start] = BlockKind.RUNNING_HEAD
    return kinds


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the file is hard-wrapped, or None when its lines stand for themselves."""
    inner = [line.width for line, after in pairwise(lines) if not after.gap and after.page == line.page]
    if len(inner) < 8:
        return None
    inner.sort()
    width = inner[min(len(inner) - 1, int(len(inner) * 0.98))]
    full = sum(1 for length in inner if length >= width * 0.75)
    return width if 40 <= width <= WIDEST_WRAP and full >= len(inner) * 0.6 else None


def _paragraphs(lines: list[Line], width: int | None) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        before = paragraphs[-1][-1] if paragraphs else None
        if before is not None and not line.gap and before.text.endswith(",") and line.text[0].islower():
            paragraphs[-1].append(line)
            continue
        if before is not None and width and not line.gap and not _ITEM.match(line.text):
            word = line.text.split(None, 1)[0]
            if before.width + 1 + len(word) > width * 0.9:
                paragraphs[-1].append(line)
                continue
        paragraphs.append([line])
    return paragraphs


def _joined(paragraphs: list[list[Line]]) -> list[list[list[Line]]]:
    """Join a paragraph cut in mid-sentence with its rest; paragraphs that look like notes may stand in between."""
    groups: list[list[list[Line]]] = []
    index = 0
    while index < len(paragraphs):
        first, asides = list(paragraphs[index]), []
        index += 1
        while _is_cut(first):
            rest = index
            while (
                rest < len(paragraphs)
                and rest - index < 8
                and _RAISED_START.match(strip_markup(paragraphs[rest][0].text).text)
            ):
                rest += 1
            if rest >= len(paragraphs) or not _goes_on(paragraphs[rest][0]):
                break
            asides += paragraphs[index:rest]
            first += paragraphs[rest]
            index = rest + 1
        groups.append([first, *asides])
    return groups


def _is_cut(paragraph: list[Line]) -> bool:
    """Whether a paragraph of prose ends in mid-sentence; a line of names or an address is no prose."""
    length = sum(line.width for line in paragraph)
    if length < 80 or not _MID_SENTENCE.search(paragraph[-1].text):
        return False
    said = _WORD.findall(paragraph[-1].text[-300:])
    return sum(1 for word in said if word[0].islower()) * 2 > len(said)


def _goes_on(line: Line) -> bool:
    """Whether a line can be the rest of a sentence: prose that begins with a small letter, after a blank line."""
    text = line.text
    return (
        line.gap
        and text[0].islower()
        and len(text) >= 20
        and "@" not in text[:60]
        and "://" not in text[:12]
        and text[1:2] not in ".)–-"
    )


class _Builder:
    """Collects blocks into a Document."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.origin: array[int] = array("q")
        self.dropped: list[tuple[int, int]] = []
        self.marks: list[Mark] = []
        self.blocks: list[Block] = []

    def add(self, lines: list[Line], kind: BlockKind) -> None:
        """Add a block of these lines, joined by blanks (or nothing, after a hyphenation)."""
        self._separate(lines[0])
        start, first = self.length, len(self.parts)
        level = _HEADING.match(lines[0].text)
        for number, line in enumerate(lines):
            if number:
                self._put(" ", [lines[number - 1].end])
            skip = level.end() if level and number == 0 else 0
            self._line(line, skip)
        text = "".join(self.parts[first:])
        if level and kind == BlockKind.PARAGRAPH:
            kind = BlockKind.HEADING
        style = self._style(start, text)
        if kind == BlockKind.PARAGRAPH and style.bold and len(text) <= WIDEST_WRAP and len(lines) == 1:
            kind = BlockKind.HEADING
        self.blocks.append(Block(start, self.length, kind, lines[0].page, style))

    def _style(self, start: int, text: str) -> Style:
        letters = [c for c in text[:1000] if c.isalpha()]
        bold = self._marked(start, MarkKind.BOLD)
        italic = self._marked(start, MarkKind.ITALIC)
        caps = len(letters) > 3 and sum(1 for c in letters if c.isupper()) >= 0.8 * len(letters)
        return Style(bold=bold > 0.8 * len(text) > 0, italic=italic > 0.8 * len(text) > 0, caps=caps)

    def _marked(self, start: int, kind: MarkKind) -> int:
        total = 0
        for mark in reversed(self.marks):
            if mark.start < start:
                break
            total += mark.end - mark.start if mark.kind == kind else 0
        return total

    def _separate(self, line: Line) -> None:
        if self.blocks:
            self._put("\n\n" if line.gap else "\n", [-1, -1] if line.gap else [-1])

    def _line(self, line: Line, skip: int) -> None:
        inline = compose(strip_markup(line.text))
        for position in inline.dropped:
            self.dropped.append((line.start + position, len(self.blocks)))
        first = next((i for i, place in enumerate(inline.kept) if place >= skip), len(inline.text))
        for place in inline.kept[:first]:
            if not line.text[place].isspace():
                self.dropped.append((line.start + place, len(self.blocks)))
        shift = self.length - first
        for a, b, mark in inline.marks:
            if b > first:
                self.marks.append(Mark(max(a, first) + shift, b + shift, mark))
        self._put(inline.text[first:], (line.start + place for place in inline.kept[first:]))

    def _put(self, text: str, origin: Iterable[int]) -> None:
        self.parts.append(text)
        self.origin.extend(origin)
        self.length += len(text)

    def document(self) -> Document:
        """The finished Document."""
        marks = tuple(sorted(self.marks, key=lambda mark: (mark.start, mark.end, mark.kind)))
        return Document(self.source, "".join(self.parts), tuple(self.blocks), self.origin, tuple(self.dropped), marks)


def compose(inline: Inline) -> Inline:
    """The line in NFC: a letter and its combining mark become one character, the mark's place is dropped."""
    if unicodedata.is_normalized("NFC", inline.text):
        return inline
    text: list[str] = []
    kept: list[int] = []
    dropped = list(inline.dropped)
    position: list[int] = []
    for char, place in zip(inline.text, inline.kept, strict=True):
        joined = unicodedata.normalize("NFC", text[-1] + char) if text and unicodedata.combining(char) else ""
        if len(joined) == 1:
            text[-1] = joined
            dropped.append(place)
        else:
            single = unicodedata.normalize("NFC", char)
            text.append(single if len(single) == 1 else char)
            kept.append(place)
        position.append(len(text) - 1)
    marks = tuple((position[a], position[b - 1] + 1, kind) for a, b, kind in inline.marks)
    return Inline("".join(text), tuple(kept), tuple(dropped), marks)
