"""Blocks and headed sections of a record."""

from multilex.article import Article, Unit
from multilex.extract.values import folded
from multilex.record import Block, LanguagePart, ReferenceList, Section, Text, found
from multilex.segment.body import SET_AS_HEADING
from multilex.segment.headings import without_number
from multilex.vocabulary import ListKind, Role, SectionRole

_OUTSIDE = (Role.FRONT_MATTER, Role.DATES, Role.OTHER, Role.RUNNING_HEAD, Role.PAGE_NUMBER)
_LIST_ROLES = {
    ListKind.ORIGINAL: SectionRole.REFERENCES_ORIGINAL,
    ListKind.ROMANIZED: SectionRole.REFERENCES_ROMANIZED,
    ListKind.UNKNOWN: SectionRole.REFERENCES,
}


def extract_blocks(article: Article, lists: tuple[ReferenceList, ...]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """All blocks of the article in reading order, and its sections as indices into them.

    A section runs from its heading to the next; text before the first heading is a section without one. Front matter,
    running heads and page numbers belong to no section.
    """
    kinds = {item.heading.span[0]: item.kind for item in lists if item.heading}
    blocks: list[Block] = []
    sections: list[tuple[Unit | None, SectionRole, list[int]]] = []
    for unit in article.units:
        index = len(blocks)
        inside = unit.group is None and unit.role not in _OUTSIDE
        if unit.role in (Role.SECTION_HEADING, Role.REFERENCE_HEADING):
            role = SectionRole.OTHER if unit.rule == SET_AS_HEADING else unit.section or SectionRole.OTHER
            if unit.role == Role.REFERENCE_HEADING:
                role = _LIST_ROLES[kinds.get(unit.start, ListKind.UNKNOWN)]
            sections.append((unit, role, [index]))
        elif inside and sections and _belongs(unit, sections[-1][0]):
            sections[-1][2].append(index)
        elif inside and unit.role in (Role.BODY, Role.LIST_ITEM, Role.REFERENCE):
            role = SectionRole.REFERENCES if unit.role == Role.REFERENCE else SectionRole.OTHER
            sections.append((None, role, [index]))
        in_section = len(sections) - 1 if sections and index in sections[-1][2][-1:] else None
        blocks.append(_block(article, unit, in_section))
    return tuple(blocks), _sections(article, sections)


def _belongs(unit: Unit, heading: Unit | None) -> bool:
    """Whether a unit goes on with the open section: not after front matter has come in between."""
    return unit.section is not None or heading is None or heading.section is None


def _block(article: Article, unit: Unit, section: int | None) -> Block:
    parts = tuple(LanguagePart(span=(start, end), lang=tag) for start, end, tag in unit.language.parts)
    return found(
        Block,
        article.document,
        unit.start,
        unit.end,
        f"segment/{unit.rule}",
        role=unit.role,
        lang=unit.language.tag,
        parts=parts,
        section=section,
    )


def _sections(article: Article, drafts: list[tuple[Unit | None, SectionRole, list[int]]]) -> tuple[Section, ...]:
    sections: list[Section] = []
    open_levels: list[tuple[int, int]] = []
    for index, (unit, role, blocks) in enumerate(drafts):
        level = unit.level if unit else 1
        while open_levels and open_levels[-1][0] >= level:
            open_levels.pop()
        parent = open_levels[-1][1] if open_levels else None
        open_levels.append((level, index))
        heading = None
        if unit:
            start, end = unit.label or (unit.start, unit.end)
            text = without_number(folded(article.document.text[start:end]))
            heading = found(
                Text, article.document, start, end, f"segment/{unit.rule}", value=text, lang=unit.language.tag
            )
        lang = article.language if unit is None else unit.language.tag
        sections.append(
            Section(role=role, heading=heading, level=level, lang=lang, blocks=tuple(blocks), parent=parent)
        )
    return tuple(sections)
