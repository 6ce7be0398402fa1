"""Tables of the body: sections, blocks, aligned segments, tables, figures, footnotes, notes."""

from collections.abc import Iterator

from multilex.export._tables.cells import Row, joined
from multilex.export._units import units
from multilex.record import Record

SECTIONS = {
    "section": int, "parent": int, "level": int, "role": str, "lang": str, "heading": str, "text": str, "start": int,
    "end": int,
}  # fmt: skip


def sections(record: Record) -> Iterator[Row]:
    """A row for each section, with the text of its blocks, a line each."""
    for number, one in enumerate(record.sections):
        blocks = [record.blocks[index] for index in one.blocks]
        yield (
            number,
            one.parent,
            one.level,
            one.role.value,
            one.lang,
            one.heading.value if one.heading else None,
            "\n".join(block.text for block in blocks),
            blocks[0].span[0] if blocks else None,
            blocks[-1].span[1] if blocks else None,
        )


BLOCKS = {
    "block": int, "section": int, "role": str, "lang": str, "pages": str, "text": str, "start": int, "end": int,
}  # fmt: skip


def blocks(record: Record) -> Iterator[Row]:
    """A row for each block: together they hold every character of the paper."""
    for number, one in enumerate(record.blocks):
        pages = joined(place.page for place in one.places)
        yield number, one.section, one.role.value, one.lang, pages, one.text, *one.span


SEGMENTS = {"unit": int, "role": str, "kind": str, "score": float, "lang": str, "text": str, "spans": str}


def segments(record: Record) -> Iterator[Row]:
    """A row for each language of each unit of aligned text; ``unit`` joins the languages."""
    for number, unit in enumerate(units(record), 1):
        for lang, side in unit.sides.items():
            spans = " ".join(f"{start}-{end}" for start, end in side.spans)
            yield number, unit.role, unit.kind, unit.score, lang, side.text, spans


TABLES = {
    "table": int, "number": str, "caption": str, "row": int, "column": int, "text": str, "start": int, "end": int,
}  # fmt: skip


def tables(record: Record) -> Iterator[Row]:
    """A row for each cell, empty ones too; a table whose cells are not known has one row without a cell."""
    for number, one in enumerate(record.tables, 1):
        printed, caption = (one.caption.number, one.caption.value) if one.caption else (None, None)
        for at, row in enumerate(one.rows, 1):
            for column, cell in enumerate(row, 1):
                yield number, printed, caption, at, column, cell.text, *cell.span
        if not one.rows:
            text = "\n".join(record.blocks[index].text for index in one.blocks)
            yield number, printed, caption, None, None, text or None, None, None


FIGURES = {"figure": int, "number": str, "caption": str, "lang": str, "page": int, "box": str, "lettering": str}


def figures(record: Record) -> Iterator[Row]:
    """A row for each figure that has a caption, with the page and box of its picture."""
    for number, one in enumerate(record.figures, 1):
        place = one.picture
        page = place.page if place else next((one.page for one in one.caption.places), None)
        box = " ".join(map(str, place.box)) if place and place.box else None
        lettering = "\n".join(record.blocks[index].text for index in one.blocks)
        yield number, one.caption.number, one.caption.value, one.caption.lang, page, box, lettering or None


FOOTNOTES = {"number": str, "lang": str, "text": str, "callouts": int, "references": str, "start": int, "end": int}


def footnotes(record: Record) -> Iterator[Row]:
    """A row for each footnote."""
    for one in record.footnotes:
        works = joined(reference.id for reference in one.references)
        yield one.number, one.lang, one.value, len(one.callouts), works, *one.span


NOTES = {"code": str, "severity": str, "field": str, "lang": str, "message": str, "start": int, "end": int}


def notes(record: Record) -> Iterator[Row]:
    """A row for each remark on the paper."""
    for one in record.notes:
        yield one.code.value, one.severity.value, one.field, one.lang, one.message, *(one.span or (None, None))
