"""Putting repairs into a document: the text changes, the way back to each printed character stays."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from multilex.document import Block, Document, Mark, Repair


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a document's text and what it becomes: as long; without its blanks; or, one character, several."""

    start: int
    end: int
    new: str
    name: str


def edited(document: Document, edits: Sequence[Edit]) -> Document:
    """The document with these edits, which do not overlap and are in order, and a `Repair` for each."""
    if not edits:
        return document
    text, origin = document.text, document.origin
    parts: list[str] = []
    sources = array(origin.typecode)
    at = length = 0
    places: list[tuple[int, int]] = [(0, 0)]  # from this offset of the old text on, what an offset moves by
    repairs: list[Repair] = []
    for edit in edits:
        parts += (text[at : edit.start], edit.new)
        sources.extend(origin[at : edit.start])
        length += edit.start - at
        width = edit.end - edit.start
        if len(edit.new) == width:
            sources.extend(origin[edit.start : edit.end])
        elif len(edit.new) < width:
            sources.extend(origin[at] for at in range(edit.start, edit.end) if not text[at].isspace())
        else:
            sources.extend([origin[edit.start]] * len(edit.new))
        repairs.append(Repair(length, length + len(edit.new), edit.name, text[edit.start : edit.end]))
        length += len(edit.new)
        at = edit.end
        if len(edit.new) < width:
            blanks = [place for place in range(edit.start, edit.end) if text[place].isspace()]
            places += [(blank + 1, places[-1][1] - count) for count, blank in enumerate(blanks, 1)]
        elif len(edit.new) > width:
            places.append((edit.end, places[-1][1] + len(edit.new) - width))
    parts.append(text[at:])
    sources.extend(origin[at:])
    moved = _Moved(places)
    return replace(
        document,
        text="".join(parts),
        origin=sources,
        blocks=tuple(
            Block(moved(block.start), moved(block.end), block.kind, block.page, block.style)
            for block in document.blocks
        ),
        marks=tuple(
            Mark(moved(mark.start), moved(mark.end), mark.kind)
            for mark in document.marks
            if moved(mark.start) < moved(mark.end)
        ),
        repairs=tuple(
            sorted(
                [*repairs, *(replace(old, start=moved(old.start), end=moved(old.end)) for old in document.repairs)],
                key=lambda repair: (repair.start, repair.end),
            )
        ),
    )


class _Moved:
    """Where an offset of the old text is in the new one."""

    def __init__(self, places: list[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in places]
        self.shifts = [shift for _, shift in places]

    def __call__(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]
