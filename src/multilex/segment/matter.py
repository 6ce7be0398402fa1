"""What in an issue is no paper, part by part: cover, imprint, contents, lists of authors, chronicle, adverts."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from multilex.packs import languages
from multilex.segment.labels import words
from multilex.segment.rows import LEADER, Row
from multilex.vocabulary import BlockKind, MatterKind, SectionRole

_COVER_PAGES = 2
_COVER_ROWS = 40
_LONGEST_LABEL = 90
_FEWEST = 3
"""So many dots that lead to pages make contents without a heading."""
_ENTRY = regex.compile(r"(?:(?:[.…․·_]\s?){4}|\t\s*[0-9]{1,4}$|[\p{L}»”)]\s{1,9}[0-9]{1,4}$|^[0-9]{1,4}$)")
_LABELLED = (MatterKind.CHRONICLE, MatterKind.ADVERT, MatterKind.GUIDELINES)


def split_matter(rows: Sequence[Row]) -> Iterator[tuple[int, int, MatterKind]]:
    """The parts of a stretch that is no paper, as (start, end, kind), in order; together they hold every row."""
    begin, kind = 0, None
    for start, end in _pieces(rows):
        own = _kind(rows[start:end], kind)
        if kind is not None and own is not kind:
            yield begin, start, kind
            begin = start
        kind = own
    if kind is not None:
        yield begin, len(rows), kind


def opens_matter(row: Row) -> MatterKind | None:
    """The kind of matter that a heading opens: a chronicle, an advert, rules for authors."""
    if len(row.text) > _LONGEST_LABEL or row.aside:
        return None
    said = tuple(words(row.text))
    for kind in _LABELLED:
        if any(said[: len(form)] == form for form in _forms(kind.value)) and _set_as_heading(row, said, kind):
            return kind
    return None


def _set_as_heading(row: Row, said: tuple[str, ...], kind: MatterKind) -> bool:
    """Whether a label stands alone on its line, or on one that is set as a heading."""
    return said in _forms(kind.value) or row.block.style.caps or row.block.style.bold or row.block.style.centered


@cache
def _forms(meaning: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words(form)) for pack in languages().values() for form in pack.labels(meaning))


def _pieces(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The stretches to judge: they begin with a page or with a heading that tells what follows."""
    cuts = [
        at
        for at in range(1, len(rows))
        if rows[at].block.page != rows[at - 1].block.page
        or (rows[at].contents and not rows[at].aside)
        or opens_matter(rows[at])
    ]
    yield from zip([0, *cuts], [*cuts, len(rows)], strict=True)


def _kind(rows: Sequence[Row], before: MatterKind | None) -> MatterKind:
    """What a stretch is; `before` is what the stretch before it is."""
    plain = [row for row in rows if not row.aside or row.kind is BlockKind.TABLE]
    if any(row.contents for row in rows) or sum(len(LEADER.findall(row.text[:2000])) for row in plain) >= _FEWEST:
        return MatterKind.CONTENTS
    for row in plain[:3]:
        if opened := opens_matter(row):
            return opened
    entries = sum(1 for row in plain if _ENTRY.search(row.text[-200:]))
    if before is MatterKind.CONTENTS and (not plain or entries * 3 >= len(plain)):
        return before
    if any(row.heading and row.heading.role is SectionRole.AUTHOR_INFO for row in plain[:3]):
        return MatterKind.AUTHORS
    if sum(row.imprint for row in plain) >= 2:
        return MatterKind.IMPRINT
    first = not rows or rows[0].block.page <= _COVER_PAGES
    if before in (None, MatterKind.COVER) and first and len(plain) <= _COVER_ROWS and not any(map(_flows, plain)):
        return MatterKind.COVER
    if before in (*_LABELLED, MatterKind.AUTHORS) or (before is MatterKind.IMPRINT and any(r.imprint for r in plain)):
        return before
    return before if before and not plain else MatterKind.OTHER


def _flows(row: Row) -> bool:
    return row.prose and len(row.text) > 200
