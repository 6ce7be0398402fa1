"""Tables and figures: what stands between the paragraphs, with its caption."""

from multilex.record.base import Model, Place, Span, Text


class Caption(Text):
    """A caption: `number` as printed (``3``, ``2.1``), `value` what it says without label and number, `said` where,
    `blocks` the indices into `Record.blocks` that it takes (two where the title stands under the number).
    """

    number: str | None
    said: Span
    blocks: tuple[int, ...]


class TableCell(Model):
    """A cell: `Document.text` at `span`, which is empty for an empty cell."""

    text: str
    span: Span


class Table(Model):
    """A table. `rows` are all of one length; a cell over several columns or rows stands at its first place, the others
    are empty. There are none where the cells are not sure. `blocks` are several where pages part the table, none where
    it is a picture or not in the file.
    """

    blocks: tuple[int, ...]
    caption: Caption | None
    rows: tuple[tuple[TableCell, ...], ...] = ()


class Figure(Model):
    """A figure that has a caption: `blocks` are its lettering, `picture` the place of what is beside it."""

    caption: Caption
    blocks: tuple[int, ...] = ()
    picture: Place | None = None
