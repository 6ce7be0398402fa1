"""Tables as cells, figures with their pictures, each with the caption that stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multilex.article import Article, Unit
from multilex.extract.values import folded
from multilex.record import Caption, Figure, Place, Table, TableCell, found
from multilex.segment.captions import CaptionParts, read_caption
from multilex.source import Box
from multilex.vocabulary import Role

_BETWEEN = (Role.FOOTNOTE, Role.RUNNING_HEAD, Role.PAGE_NUMBER)
"""What may stand between a table and its caption."""
_LONGEST_TITLE = 250
_NEAR = 90.0
"""How far a picture may be from its caption, in points: there may be lettering between."""
_SMALLEST = 20.0


@dataclass(frozen=True, slots=True)
class _Label:
    """A caption and where it stands in the sequence of units."""

    parts: CaptionParts
    first: int
    last: int


def floats(article: Article) -> tuple[tuple[Table, ...], tuple[Figure, ...]]:
    """The tables and the figures of an article, in reading order.

    A table has the caption before or after it, whichever side the article's tables mostly have it on; a table without
    a caption counts when its cells are known. What stands beside the caption of a figure is its lettering.
    """
    flow = [at for at, unit in enumerate(article.units) if unit.role not in _BETWEEN]
    roles = [article.units[at].role for at in flow]
    labels = list(_labels(article, flow))
    of_table = [one for one in labels if one.parts.kind == "table"]
    of_figure = [one for one in labels if one.parts.kind == "figure"]
    captions = _pair(of_table, roles, before=_mostly_after(of_table, roles))
    lettering = _lettering(of_figure, roles, set(captions))
    tables = {at: _table(article, flow[at], _caption(article, flow, label)) for at, label in captions.items()}
    for at, role in enumerate(roles):
        if role is Role.TABLE and at not in tables and not any(at in own for own in lettering):
            table = _table(article, flow[at], None)
            if table.rows:
                tables[at] = table
    for at in sorted(tables, reverse=True):
        label = captions.get(at)
        before = (at if label is None else min(at, label.first)) - 1
        if before in tables and _goes_on(article, tables[before], tables[at], label):
            more = tables.pop(at)
            first = tables[before]
            tables[before] = first.model_copy(
                update={"blocks": first.blocks + more.blocks, "rows": first.rows + more.rows}
            )
    held = set(map(id, captions.values()))
    tables |= {
        one.first: Table(blocks=(), caption=_caption(article, flow, one)) for one in of_table if id(one) not in held
    }
    figures = tuple(
        _figure(article, _caption(article, flow, one), tuple(flow[at] for at in own))
        for one, own in zip(of_figure, lettering, strict=True)
    )
    return tuple(tables[at] for at in sorted(tables)), figures


def _labels(article: Article, flow: Sequence[int]) -> Iterator[_Label]:
    """The captions; one that is a number alone takes in the short line between it and a table."""
    units = [article.units[at] for at in flow]
    for at, unit in enumerate(units):
        if unit.role is not Role.CAPTION:
            continue
        text = article.text(unit)
        parts = read_caption(text)
        if parts is None:
            continue
        titled = parts.start < len(text) or not _titles(units, at)
        yield _Label(parts, at, at if titled else at + 1)


def _titles(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit after a bare number is the title of the table that follows it."""
    if at + 2 >= len(units) or units[at + 2].role is not Role.TABLE:
        return False
    title = units[at + 1]
    return title.role in (Role.BODY, Role.SECTION_HEADING) and title.end - title.start <= _LONGEST_TITLE


def _mostly_after(labels: Sequence[_Label], roles: Sequence[Role]) -> bool:
    """Whether captions of tables stand above them more often than below."""
    above = sum(1 for one in labels if roles[one.last + 1 : one.last + 2] == [Role.TABLE])
    below = sum(1 for one in labels if one.first and roles[one.first - 1] is Role.TABLE)
    return above >= below


def _pair(labels: Sequence[_Label], roles: Sequence[Role], *, before: bool) -> dict[int, _Label]:
    """Tables by their place in the flow, with their captions: first those on the usual side, then the others."""
    taken: dict[int, _Label] = {}
    rest = list(labels)
    for above in (before, not before):
        left = []
        for one in rest:
            at = one.last + 1 if above else one.first - 1
            if 0 <= at < len(roles) and roles[at] is Role.TABLE and at not in taken:
                taken[at] = one
            else:
                left.append(one)
        rest = left
    return taken


def _lettering(labels: Sequence[_Label], roles: Sequence[Role], taken: set[int]) -> list[tuple[int, ...]]:
    """What stands beside each figure's caption and is no table: above it, or else below."""
    given = set(taken)
    found_ = []
    for one in labels:
        own = list(_run(roles, one.first - 1, -1, given)) or list(_run(roles, one.last + 1, 1, given))
        given.update(own)
        found_.append(tuple(sorted(own)))
    return found_


def _run(roles: Sequence[Role], at: int, step: int, taken: set[int]) -> Iterator[int]:
    while 0 <= at < len(roles) and roles[at] is Role.TABLE and at not in taken:
        yield at
        at += step


def _caption(article: Article, flow: Sequence[int], label: _Label) -> Caption:
    first, last = article.units[flow[label.first]], article.units[flow[label.last]]
    start = last.start if label.last > label.first else first.start + label.parts.start
    return found(
        Caption,
        article.document,
        first.start,
        last.end,
        "label/caption",
        value=folded(article.document.text[start : last.end]) or None,
        lang=last.language.tag,
        number=label.parts.number,
        said=(start, last.end),
        blocks=tuple(flow[label.first : label.last + 1]),
    )


def _table(article: Article, block: int, caption: Caption | None) -> Table:
    unit = article.units[block]
    rows = list(_rows(article.text(unit), unit.start))
    width = max(map(len, rows))
    if width < 2:
        return Table(blocks=(block,), caption=caption)
    for row in rows:
        end = row[-1].span[1]
        row += [TableCell(text="", span=(end, end))] * (width - len(row))
    return Table(blocks=(block,), caption=caption, rows=tuple(map(tuple, rows)))


def _rows(text: str, offset: int) -> Iterator[list[TableCell]]:
    """The cells of each row, from the tabs between them."""
    for line in text.split("\n"):
        row = []
        for cell in line.split("\t"):
            start = offset + len(cell) - len(cell.lstrip())
            said = cell.strip()
            row.append(TableCell(text=said, span=(start, start + len(said))))
            offset += len(cell) + 1
        yield row


def _goes_on(article: Article, first: Table, second: Table, label: _Label | None) -> bool:
    """Whether a table goes on with the one before it, on the next page: as wide, no caption but one that says so."""
    if not first.rows or not second.rows or len(first.rows[0]) != len(second.rows[0]):
        return False
    ends, begins = (article.document.block_at(article.units[at].start) for at in (first.blocks[-1], second.blocks[0]))
    blocks = article.document.blocks
    return (label is None or label.parts.continued) and blocks[begins].page == blocks[ends].page + 1


def _figure(article: Article, caption: Caption, blocks: tuple[int, ...]) -> Figure:
    return Figure(caption=caption, blocks=blocks, picture=_picture(article, caption))


def _picture(article: Article, caption: Caption) -> Place | None:
    """The picture nearest above the caption on its page, else the nearest below."""
    place = caption.places[0] if caption.places else None
    if place is None or place.box is None:
        return None
    x0, top, x1, bottom = place.box
    pages = article.document.source.pages
    page = next((one for one in pages[place.page - 1 : place.page] if one.number == place.page), None)
    near: list[tuple[bool, float, Box]] = []
    for box in page.images if page else ():
        wide = min(box[2] - box[0], box[3] - box[1]) >= _SMALLEST and box[0] < x1 and x0 < box[2]
        gap, below = (top - box[3], False) if box[3] <= (top + bottom) / 2 else (box[1] - bottom, True)
        if wide and -(bottom - top) <= gap <= _NEAR:
            near.append((below, gap, box))
    if not near:
        return None
    x0, top, x1, bottom = (round(edge, 1) for edge in min(near)[2])
    return Place(page=place.page, box=(x0, top, x1, bottom), start=place.start, end=place.start)
