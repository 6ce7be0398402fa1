"""The body of a JATS article: sections in sections, paragraphs, lists, captions, tables, formulas."""

from collections.abc import Iterable, Sequence

from multilex.export._jats.floats import Floats, preformatted
from multilex.export._jats.text import Prose
from multilex.export._xml import Element, add, element
from multilex.packs import table
from multilex.record import Record, Section
from multilex.vocabulary import Role, SectionRole

_LISTS = (SectionRole.REFERENCES, SectionRole.REFERENCES_ORIGINAL, SectionRole.REFERENCES_ROMANIZED)
_PROSE = (Role.BODY, Role.LIST_ITEM, Role.CAPTION, Role.TABLE, Role.FORMULA)


def body(record: Record, prose: Prose) -> tuple[Element | None, list[Element]]:
    """The ``body``, and what stands after the reference lists and belongs to the back; None where there is no text."""
    made = element("body")
    floats = Floats(record)
    loose = [at for at, block in enumerate(record.blocks) if block.section is None and block.role in _PROSE]
    for part in _content(loose, prose, floats):
        made.append(part)
    first_list = next((at for at, one in enumerate(record.sections) if one.role in _LISTS), len(record.sections))
    back = []
    places: dict[int, Element] = {}
    for number, section in enumerate(record.sections):
        if section.role in _LISTS:
            continue
        part = places[number] = _section(number, section, prose, floats)
        if section.parent is not None and section.parent in places:
            places[section.parent].append(part)
        elif number > first_list:
            back.append(part)
        else:
            made.append(part)
    return (made if len(made) else None), back


def _section(number: int, section: Section, prose: Prose, floats: Floats) -> Element:
    if section.role is SectionRole.ACKNOWLEDGEMENTS and section.parent is None:
        made = element("sec", sec_type="acknowledgement", id=f"s{number + 1}")
    else:
        made = element("sec", sec_type=table("bibliography")["jats"]["sections"].get(section.role), id=f"s{number + 1}")
    if section.lang != prose.record.language:
        made.set("{http://www.w3.org/XML/1998/namespace}lang", section.lang)
    heading = section.heading.value if section.heading else None
    if heading:
        add(made, "title", heading)
    for part in _content(section.blocks, prose, floats):
        made.append(part)
    return made


def _content(blocks: Sequence[int], prose: Prose, floats: Floats) -> Iterable[Element]:
    """The elements of blocks: items of a list together, a table or figure where its first block stands."""
    items: Element | None = None
    for at in blocks:
        block = prose.record.blocks[at]
        if at in floats.held:
            continue
        if block.role is Role.LIST_ITEM and at not in floats.first:
            if items is None:
                items = element("list", list_type="simple")
            add(items, "list-item").append(prose.paragraph(block))
            continue
        if items is not None:
            yield items
            items = None
        if at in floats.first:
            yield floats.element(at, prose)
        elif block.role is Role.BODY:
            yield prose.paragraph(block)
        elif block.role is Role.FORMULA:
            yield element("disp-formula", block.text)
        elif block.role is Role.TABLE:
            yield preformatted(block)
        elif block.role is Role.CAPTION:
            made = element("fig")
            add(made, "caption").append(prose.paragraph(block))
            yield made
    if items is not None:
        yield items
