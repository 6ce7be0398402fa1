"""What a block is, told from its looks: heading, list item, caption, formula or plain paragraph."""

from collections import Counter
from collections.abc import Sequence

from multilex.document import Style
from multilex.layout.lines import Line
from multilex.layout.markers import find_marker, follows, has_leader, is_caption, is_formula
from multilex.vocabulary import BlockKind

LARGER = 1.12
FAIR_SHARE = 0.2
HEADING_LENGTH = 300
HEADING_LINES = 6


def prose_size(lines: Sequence[Line]) -> float:
    """The largest size that a fair share of the characters is set in: abstracts and references are often smaller."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.text)
    fair = FAIR_SHARE * counts.total()
    return max((size for size, count in counts.items() if count >= fair), default=0.0)


def style_of(lines: Sequence[Line]) -> Style:
    """How a block is set: its main size, and what all of it has in common."""
    letters = [character for line in lines for character in line.text if character.isalpha()]
    upper = sum(character.isupper() for character in letters)
    return Style(
        size=round(max(lines, key=lambda line: len(line.text)).size, 1),
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        centered=lines[-1].centered or (lines[0].centered and len(lines) > 1),
        caps=len(letters) >= 2 and upper >= 0.85 * len(letters),
    )


def kind_of(lines: Sequence[Line], style: Style, usual_size: float) -> BlockKind:
    """The kind of a block of the body; `usual_size` is that of the file's running text."""
    text = " ".join(line.text for line in lines)
    if is_caption(text):
        return BlockKind.CAPTION
    if has_leader(text):
        return BlockKind.PARAGRAPH
    if is_formula(text):
        return BlockKind.FORMULA
    letters = sum(character.isalpha() for character in text)
    if letters == 0:  # lettering of a chart
        return BlockKind.TABLE
    short = len(text) <= HEADING_LENGTH and len(lines) <= HEADING_LINES and letters >= 2
    larger = style.size is not None and style.size >= LARGER * usual_size
    if short and (style.bold or (style.caps and letters >= max(4, 0.5 * len(text))) or larger):
        return BlockKind.HEADING
    marker = find_marker(text)
    return BlockKind.LIST_ITEM if marker and marker.style else BlockKind.PARAGRAPH


def number_items(blocks: Sequence[tuple[str, BlockKind]]) -> list[BlockKind]:
    """Kinds once more, now that neighbours are known: blocks that count up with bare numbers are list items."""
    kinds = [kind for _, kind in blocks]
    open_marker, open_index = None, -1
    for index, (text, kind) in enumerate(blocks):
        if kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        marker = find_marker(text)
        if marker and open_marker and follows(marker, open_marker):
            kinds[index] = kinds[open_index] = BlockKind.LIST_ITEM
        if marker:
            open_marker, open_index = marker, index
    return kinds
