"""Document: the text of a file in reading order, with the way back from each character to its page.

Layout makes it; after that the text is never edited. Offsets everywhere in multilex are code points of
`Document.text`, half-open.
"""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from multilex import repr_html
from multilex.source import Box, Page, Source
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

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """The places of a span on paper: one per page and column that it touches, in reading order."""
        places: list[Place] = []
        offsets = [offset for offset in self.origin[start:end] if offset >= 0]
        group: list[int] = []
        page: Page | None = None
        for offset in offsets:
            here = self.source.page_at(offset)
            if page is not None and (here is not page or _jumps(page, group[-1], offset)):
                places.append(_place(page, group))
                group = []
            page = here
            group.append(offset)
        if page is not None and group:
            places.append(_place(page, group))
        return tuple(places)


def _jumps(page: Page, before: int, after: int) -> bool:
    """Whether the text leaves one column for the next (PDF), or skips other text (plain text)."""
    if page.glyphs is None:
        between = page.text[before - page.start + 1 : after - page.start]
        return after < before or bool(between.strip())
    a, b = before - page.start, after - page.start
    return page.glyphs.bottom[b] < page.glyphs.top[a] - 2 * page.glyphs.size[a]


def _place(page: Page, offsets: list[int]) -> Place:
    start, end = min(offsets), max(offsets) + 1
    box: Box | None = None
    if page.glyphs is not None:
        glyphs, inside = page.glyphs, [offset - page.start for offset in offsets]
        box = (
            round(min(glyphs.x0[i] for i in inside), 1),
            round(min(glyphs.top[i] for i in inside), 1),
            round(max(glyphs.x1[i] for i in inside), 1),
            round(max(glyphs.bottom[i] for i in inside), 1),
        )
    return Place(page.number, box, start, end)
