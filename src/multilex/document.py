"""Document: the text of a file in reading order, with the way back from each character to its page.

Layout makes it; after that the text is never edited. Offsets everywhere in multilex are code points of
`Document.text`, half-open.
"""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from multilex import repr_html
from multilex.source import Box, Glyphs, Page, Source
from multilex.vocabulary import BlockKind, MarkKind


@dataclass(frozen=True, slots=True)
class Style:
    """How a block is set. `size` is in points; sizes and alignment are None for plain text."""

    size: float | None = None
    bold: bool = False
    italic: bool = False
    centered: bool = False
    caps: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, footnote …: a stretch of the text and what it is on the page.

    A paragraph that a page break or a footnote interrupts is one block. `page` is where it begins.
    Inside a block of a plain text file a line feed separates printed lines that stand for themselves
    (list items, affiliations); wrapped lines are joined by a blank.
    """

    start: int
    end: int
    kind: BlockKind
    page: int
    style: Style = Style()


@dataclass(frozen=True, slots=True)
class Mark:
    """Typography of a stretch of the text. Superscript digits, + and - are also superscript characters
    in the text itself (``№ 961²``), so no number ever runs into its callout.
    """

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: page (from 1), box, and source offsets. `box` is None for plain text."""

    page: int
    box: Box | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of the text that is printed otherwise: damaged letters mended (`multilex.repair`). `name` says what the
    damage is; `printed` is what stands there, of which `Document.origin` leads to each character.
    """

    start: int
    end: int
    name: str
    printed: str


@dataclass(frozen=True)
class Document:
    """The laid-out text.

    `blocks` are in reading order, do not overlap, and hold every non-blank character of `text`; between
    them stand line feeds. `origin[i]` is the source offset of character i of `text`, or -1 for a blank that
    layout put in. `dropped` holds what layout left out of the text (line-end hyphens, markup), as pairs of source
    offset and index of the block it belonged to. So each non-blank source character is in exactly one block.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    origin: "array[int]"
    dropped: tuple[tuple[int, int], ...] = ()
    marks: tuple[Mark, ...] = ()
    repairs: tuple[Repair, ...] = ()  # in the order of the text
    _mark_starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    _block_starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_mark_starts", tuple(mark.start for mark in self.marks))
        object.__setattr__(self, "_block_starts", tuple(block.start for block in self.blocks))

    def _repr_html_(self) -> str:
        """What a notebook shows: the file, how much it holds, what reading remarked, how the text begins."""
        kinds = Counter(block.kind.value for block in self.blocks)
        facts = [
            ("pages", str(len(self.source.pages))),
            ("characters", f"{len(self.text):,}"),
            ("blocks", ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())),
        ]
        notes = [
            {"code": note.code.value, "severity": note.severity.value, "message": note.message}
            for note in self.source.notes
        ]
        return repr_html.document(self.source.name, self.source.kind, facts, notes, self.text[:400])

    def block_at(self, offset: int) -> int:
        """Index of the block that holds `offset` (of the block before it, for a separator)."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    def marks_in(self, start: int, end: int, kind: MarkKind | None = None) -> Iterator[Mark]:
        """Marks that touch the span, in order. Marks of one kind do not overlap."""
        index = max(0, bisect_right(self._mark_starts, start) - 8)
        while index < len(self.marks) and self.marks[index].start < end:
            mark = self.marks[index]
            if mark.end > start and (kind is None or mark.kind == kind):
                yield mark
            index += 1

    def repairs_in(self, start: int, end: int) -> Iterator[Repair]:
        """Repairs that touch the span, in order."""
        index = bisect_right(self.repairs, start, key=lambda repair: repair.end)
        while index < len(self.repairs) and self.repairs[index].start < end:
            yield self.repairs[index]
            index += 1

    def printed(self, start: int, end: int) -> str:
        """The span as printed, before any repair; a repair that it touches counts whole."""
        parts: list[str] = []
        for repair in self.repairs_in(start, end):
            parts += (self.text[start : repair.start], repair.printed)
            start = repair.end
        return "".join((*parts, self.text[start:end]))

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """The places of a span on paper: one per page and column that it touches, in reading order."""
        lines = self._lines
        index = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
        places: list[Place] = []
        while index < len(lines) and lines[index].start < end:
            line = lines[index]
            index += 1
            if line.end <= start:
                continue
            piece = line if start <= line.start and line.end <= end else self._part(line, start, end)
            if piece is None:
                continue
            if places and places[-1].page == piece.page and not self._apart(places[-1], piece):
                places[-1] = _union(places[-1], piece)
            else:
                places.append(Place(piece.page, piece.box, piece.first, piece.last))
        return tuple(places)

    @cached_property
    def _lines(self) -> "list[_Line]":
        """The printed lines of the text (for plain text: its unbroken stretches), as places with their text spans."""
        lines: list[_Line] = []
        begin, before, start, end = 0, -2, 0, 0
        page: Page | None = None
        glyphs: Glyphs | None = None
        for i, offset in enumerate(self.origin):
            if offset < 0:
                continue
            if offset == before + 1 and offset < end:  # the next character of the page, as nearly always
                at = offset - start
                if glyphs is None or (
                    glyphs.top[at] < glyphs.bottom[at - 1] and glyphs.bottom[at] > glyphs.top[at - 1]
                ):
                    before = offset
                    continue
            if page is None or not start <= offset < end or _new_line(page, before, offset):
                if page is not None:
                    lines.append(self._line(page, begin, i))
                page, begin = self.source.page_at(offset), i
                start, end, glyphs = page.start, page.end, page.glyphs
            before = offset
        if page is not None:
            lines.append(self._line(page, begin, len(self.origin)))
        return lines

    def _line(self, page: Page, start: int, end: int) -> "_Line":
        offsets = array("q", (offset for offset in self.origin[start:end] if offset >= 0))
        box = _box(page.glyphs, [offset - page.start for offset in offsets]) if page.glyphs else None
        return _Line(start, end, page.number, box, min(offsets), max(offsets) + 1)

    def _part(self, line: "_Line", start: int, end: int) -> "_Line | None":
        start, end = max(start, line.start), min(end, line.end)
        if all(offset < 0 for offset in self.origin[start:end]):
            return None
        return self._line(self.source.page_at(line.first), start, end)

    def _apart(self, place: Place, line: "_Line") -> bool:
        """Whether the text leaves one column for the next (PDF), or skips other text (plain text)."""
        if place.box is None or line.box is None:
            page = self.source.page_at(line.first)
            between = page.text[place.end - page.start : line.first - page.start]
            return line.first < place.end or bool(between.strip())
        return line.box[3] < place.box[3] - 2 * (line.box[3] - line.box[1])


@dataclass(frozen=True, slots=True)
class _Line:
    """One printed line: its span in the text, its page and box, and the span of its source offsets."""

    start: int
    end: int
    page: int
    box: Box | None
    first: int
    last: int


def _new_line(page: Page, before: int, after: int) -> bool:
    glyphs = page.glyphs
    if glyphs is None:
        return after != before + 1
    if before < page.start:
        return True
    a, b = before - page.start, after - page.start
    return glyphs.top[b] >= glyphs.bottom[a] or glyphs.bottom[b] <= glyphs.top[a]


def _box(glyphs: Glyphs, inside: list[int]) -> Box:
    first, last = min(inside), max(inside)
    if last - first + 1 == len(inside):  # one after another, as most lines are drawn
        stretch = slice(first, last + 1)
        edges = min(glyphs.x0[stretch]), min(glyphs.top[stretch]), max(glyphs.x1[stretch]), max(glyphs.bottom[stretch])
    else:
        edges = (
            min(glyphs.x0[i] for i in inside),
            min(glyphs.top[i] for i in inside),
            max(glyphs.x1[i] for i in inside),
            max(glyphs.bottom[i] for i in inside),
        )
    left, top, right, bottom = edges
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


def _union(place: Place, line: _Line) -> Place:
    box = place.box
    if box is not None and line.box is not None:
        a, b = box, line.box
        box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
    return Place(place.page, box, min(place.start, line.first), max(place.end, line.last))
