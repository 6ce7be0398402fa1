"""The promise of layout: no character is lost, none stands twice."""

from collections import Counter
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
    seen: Counter[int] = Counter(offset for offset, _ in document.dropped)
    for block in document.blocks:
        seen.update(offset for offset in dict.fromkeys(document.origin[block.start : block.end]) if offset >= 0)
    lost: list[int] = []
    doubled: list[int] = []
    for page in document.source.pages:
        for offset, character in enumerate(page.text, start=page.start):
            if not character.isspace() and seen[offset] != 1:
                (doubled if seen[offset] else lost).append(offset)
    return Unaccounted(tuple(lost), tuple(doubled))
