"""The promise of layout: no character is lost, none stands twice."""

from dataclasses import dataclass

from multilex.document import Document


@dataclass(frozen=True, slots=True)
class Unaccounted:
    """Source offsets of non-blank characters that are in no block, and of those that are in several."""

    lost: tuple[int, ...]
    doubled: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.lost or self.doubled)


def unaccounted(document: Document) -> Unaccounted:
    """What of the source is not in exactly one block of the document.

    A ligature that was spelt out stands for one source character twice in a row, which is no doubling.
    """
    seen = bytearray(document.source.length)
    for offset, _ in document.dropped:
        seen[offset] = min(2, seen[offset] + 1)
    for block in document.blocks:
        before = -1
        for offset in document.origin[block.start : block.end]:
            if offset >= 0 and offset != before:
                seen[offset] = min(2, seen[offset] + 1)
                before = offset
    lost: list[int] = []
    doubled: list[int] = []
    for page in document.source.pages:
        for offset, character in enumerate(page.text, start=page.start):
            if seen[offset] != 1 and not character.isspace():
                (doubled if seen[offset] else lost).append(offset)
    return Unaccounted(tuple(lost), tuple(doubled))
