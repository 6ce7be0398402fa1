"""The body of a JATS article: sections in sections, paragraphs, lists, captions, tables, formulas."""

from collections.abc import Iterable, Sequence

from multilex.export._jats.text import Prose
from multilex.export._xml import Element, add, clean, element
from multilex.packs import table
from multilex.record import Block, Record, Section
from multilex.vocabulary import Role, SectionRole

_LISTS = (SectionRole.REFERENCES, SectionRole.REFERENCES_ORIGINAL, SectionRole.REFERENCES_ROMANIZED)
_PROSE = (Role.BODY, Role.LIST_ITEM, Role.CAPTION, Role.TABLE, Role.FORMULA)


def body(record: Record, prose: Prose) -> tuple[Element | None, list[Element]]:
    """The ``body``, and what stands after the reference lists and belongs to the back; None where there is no text."""
    made = element("body")
    loose = [block for block in record.blocks if block.section is None and block.role in _PROSE]
    for part in _content(loose, prose):
        made.append(part)
    first_list = next((at for at, one in enumerate(record.sections) if one.role in _LISTS), len(record.sections))
    back = []
    places: dict[int, Element] = {}
    for number, section in enumerate(record.sections):
        if section.role in _LISTS:
            continue
        part = places[number] = _section(number, section, record, prose)
        if section.parent is not None and section.parent in places:
            places[section.parent].append(part)
        elif number > first_list:
            back.append(part)
        else:
            made.append(part)
    return (made if len(made) else None), back


def _section(number: int, section: Section, record: Record, prose: Prose) -> Element:
    if section.role is SectionRole.ACKNOWLEDGEMENTS and section.parent is None:
        made = element("sec", sec_type="acknowledgement", id=f"s{number + 1}")
    else:
        made = element("sec", sec_type=table("bibliography")["jats"]["sections"].get(section.role), id=f"s{number + 1}")
    if section.lang != record.language:
        made.set("{http://www.w3.org/XML/1998/namespace}lang", section.lang)
    heading = section.heading.value if section.heading else None
    if heading:
        add(made, "title", heading)
    for part in _content([record.blocks[at] for at in section.blocks], prose):
        made.append(part)
    return made


def _content(blocks: Sequence[Block], prose: Prose) -> Iterable[Element]:
    """The elements of blocks: items of a list together, a table with the caption beside it."""
    items: Element | None = None
    at = 0
    while at < len(blocks):
        block = blocks[at]
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.role is Role.LIST_ITEM:
            if items is None:
                items = element("list", list_type="simple")
            add(items, "list-item").append(prose.paragraph(block))
        else:
            if items is not None:
                yield items
                items = None
            if block.role is Role.BODY:
                yield prose.paragraph(block)
            elif block.role is Role.FORMULA:
                yield element("disp-formula", block.text)
            elif block.role is Role.TABLE or (
                block.role is Role.CAPTION and following is not None and following.role is Role.TABLE
            ):
                caption = block if block.role is Role.CAPTION else None
                cells = [block] if caption is None else []
                while at + 1 < len(blocks) and blocks[at + 1].role is Role.TABLE:
                    at += 1
                    cells.append(blocks[at])
                yield _table(caption, cells, prose)
            elif block.role is Role.CAPTION:
                made = element("fig")
                add(made, "caption").append(prose.paragraph(block))
                yield made
        at += 1
    if items is not None:
        yield items


def _table(caption: Block | None, cells: Sequence[Block], prose: Prose) -> Element:
    """A table as it is printed, line by line."""
    made = element("table-wrap")
    if caption is not None:
        add(made, "caption").append(prose.paragraph(caption))
    text = add(made, "preformat")
    text.text = clean("\n".join(block.text for block in cells))
    return made
