"""Tables and figures of a JATS article: where each stands, with its caption."""

from collections.abc import Sequence

from multilex.export._jats.text import Prose
from multilex.export._xml import Element, add, clean, element
from multilex.record import Block, Caption, Figure, Record, Table, TableCell

_AROUND = " .:–—-\n\u00a0"


class Floats:
    """The tables and figures of a record by the first block of each; `held` are the other blocks that they take."""

    def __init__(self, record: Record) -> None:
        self.first: dict[int, tuple[str, Table | Figure]] = {}
        self.held: set[int] = set()
        every: list[tuple[str, Table | Figure]] = [
            *((f"T{number}", one) for number, one in enumerate(record.tables, 1)),
            *((f"F{number}", one) for number, one in enumerate(record.figures, 1)),
        ]
        for ident, one in every:
            blocks = sorted({*one.blocks, *(one.caption.blocks if one.caption else ())})
            self.first[blocks[0]] = (ident, one)
            self.held.update(blocks[1:])

    def element(self, block: int, prose: Prose) -> Element:
        """The ``table-wrap`` or ``fig`` that begins with a block."""
        ident, one = self.first[block]
        made = element("table-wrap" if isinstance(one, Table) else "fig", id=ident)
        if one.caption:
            _caption(made, one.caption, prose)
        blocks = [prose.record.blocks[at] for at in one.blocks]
        if isinstance(one, Table) and one.rows:
            body = add(add(made, "table"), "tbody")
            for row in one.rows:
                line = add(body, "tr")
                for cell in row:
                    _cell(line, cell, prose)
        elif blocks:
            made.append(_as_printed(blocks))
        return made


def preformatted(block: Block) -> Element:
    """Lettering that belongs to no table or figure that is known."""
    made = element("table-wrap")
    made.append(_as_printed([block]))
    return made


def _as_printed(blocks: Sequence[Block]) -> Element:
    made = element("preformat")
    made.text = clean("\n".join(block.text for block in blocks))
    return made


def _caption(parent: Element, caption: Caption, prose: Prose) -> None:
    """Label and title; what the label leaves over of the printed caption is punctuation."""
    start, end = caption.said
    label = caption.text[: start - caption.span[0]].strip(_AROUND)
    if label:
        add(parent, "label", label)
    if caption.value:
        lang = caption.lang if caption.lang != prose.record.language else None
        said = add(add(parent, "caption"), "p", None, lang)
        prose.fill(said, caption.text[start - caption.span[0] : end - caption.span[0]], caption.said)


def _cell(parent: Element, cell: TableCell, prose: Prose) -> None:
    prose.fill(add(parent, "td"), cell.text, cell.span)
