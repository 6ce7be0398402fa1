"""Segmentation: a Document into Articles, an Article into units with role and language."""

from collections import Counter

from multilex.article import Article, Language, Unit
from multilex.document import Document
from multilex.segment.body import Sections
from multilex.segment.boundaries import find_extents
from multilex.segment.extent import Extent
from multilex.segment.front import Group, Piece, parse_front
from multilex.segment.headless import headless_lists
from multilex.segment.language import identify, languages_of
from multilex.segment.matter import split_matter
from multilex.segment.rows import Row, rows_of
from multilex.segment.zones import find_zones
from multilex.vocabulary import ArticleKind, Role, SectionRole

_PRINTED = ("kk", "ru", "en")
_WITHOUT_LANGUAGE = (Role.CODES, Role.DOI, Role.PAGE_NUMBER)


def segment(document: Document) -> tuple[Article, ...]:
    """The articles of a document in order; together their units hold every non-blank character once.

    A file without any sign of a paper is one article of kind ``matter``.
    """
    rows = rows_of(document)
    return tuple(_article(document, rows[extent.start : extent.end], extent) for extent in find_extents(rows))


def _article(document: Document, rows: list[Row], extent: Extent) -> Article:
    if extent.kind == ArticleKind.MATTER or not _is_paper(rows, extent.kind):
        units = tuple(_unit(Piece(row, row.start, row.end, Role.FRONT_MATTER, "matter")) for row in rows)
        matter = extent.matter or next(kind for _, _, kind in split_matter(rows))
        return Article(document, ArticleKind.MATTER, units, _main_language(units, document), matter)
    zones = find_zones(rows) if extent.kind == ArticleKind.ARTICLE else None
    units_: list[Unit] = []
    sections = Sections()
    if zones is None:
        sections.in_references = not any(row.references for row in rows) and sum(
            row.reference_like for row in rows
        ) * 2 >= len(rows)
        for row in rows:
            sections.take(row)
    else:
        units_ += _front_units(rows[: zones.body])
        inside = dict(zones.trailing)
        sections.unannounced = headless_lists(rows[zones.body :], zones.body)
        i = zones.body
        while i < len(rows):
            if i in inside:
                units_ += _front_units(rows[i : inside[i]])
                sections.in_references, sections.section = False, None
                i = inside[i]
            else:
                sections.take(rows[i], i)
                i += 1
    units_ += [_unit(piece, section=section, level=level) for piece, section, level in sections.pieces]
    units = tuple(sorted(units_, key=lambda unit: unit.start))
    return Article(document, extent.kind, units, _main_language(units, document))


def _is_paper(rows: list[Row], kind: ArticleKind) -> bool:
    if kind == ArticleKind.TAIL:
        return True
    return any(
        row.keywords or row.abstract or row.references or row.codes or (row.heading and row.heading.alone)
        for row in rows
    )


def _front_units(rows: list[Row]) -> list[Unit]:
    units: list[Unit] = []
    for group in parse_front(rows):
        language = _group_language(group)
        units += [_unit(piece, group=language) for piece in group.pieces]
    return units


def _group_language(group: Group) -> str:
    """The language of a run: the one that most of its title, abstract and keywords speak, the abstract first."""
    votes: Counter[str] = Counter()
    for role in (Role.ABSTRACT, Role.TITLE, Role.KEYWORDS):
        votes[identify(group.text(role)[:4000])] += 1
    if group.labelled:
        votes[group.labelled] += 1
    for tag, _ in votes.most_common():
        if tag in _PRINTED:
            return tag
    tag = identify(group.text(Role.AUTHORS, Role.AFFILIATION))
    if tag in _PRINTED:
        return tag
    return group.labelled or identify(group.text(Role.TITLE, Role.ABSTRACT, Role.KEYWORDS, Role.AUTHORS)[:4000])


def _unit(piece: Piece, *, group: str | None = None, section: SectionRole | None = None, level: int = 1) -> Unit:
    document = piece.row.document
    if piece.role in _WITHOUT_LANGUAGE:
        language = Language("und")
    elif piece.role in (Role.AUTHORS, Role.AFFILIATION) and group:
        language = Language(group)
    else:
        prior = {group: 1.0} if group else None
        language = languages_of(document, piece.start, piece.end, prior=prior)
    return Unit(piece.start, piece.end, piece.role, language, group, piece.label, section, None, level, piece.rule)


def _main_language(units: tuple[Unit, ...], document: Document) -> str:
    """The language that most of the body is in (of everything, where there is no body)."""
    for roles in ((Role.BODY, Role.LIST_ITEM), tuple(Role)):
        weight: Counter[str] = Counter()
        for unit in units:
            if (
                unit.role in roles
                and unit.section != SectionRole.AUTHOR_INFO
                and unit.language.tag not in ("und", "mul")
            ):
                weight[unit.language.tag] += unit.end - unit.start
        if weight:
            return weight.most_common(1)[0][0]
    return "und"
