"""Beginnings of papers that contents pages tell and nothing else does."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from multilex.segment.contents import FEWEST_LETTERS, Entry, grams, letters, read_entries, share, usual_shift
from multilex.segment.extent import Extent
from multilex.segment.matter import split_matter
from multilex.segment.rows import LEADER, Row
from multilex.vocabulary import ArticleKind, BlockKind, MatterKind

_FURNITURE = (BlockKind.RUNNING_HEAD, BlockKind.PAGE_NUMBER)
_HEAD, _HEAD_LETTERS = 25, 2500
_SAME = 0.6
"""How much of an entry (rubric, authors, title) stands in the head of its paper."""
_TITLE = 0.9
"""How much of a title stands in its entry."""
_FEWEST, _MOST = 3, 0.8
"""Contents are trusted against weak evidence when they know so many papers, and so large a share of them."""
_REACH = 8
"""Rows over a title that may belong to its head."""


def entries_of(rows: Sequence[Row], extents: Sequence[Extent]) -> list[Entry]:
    """What the contents pages of a file list."""
    found: list[Entry] = []
    for extent in extents:
        if extent.kind is ArticleKind.MATTER:
            own = rows[extent.start : extent.end]
            for start, end, kind in split_matter(own):
                if kind is MatterKind.CONTENTS:
                    plain = [
                        row
                        for row in own[start:end]
                        if row.kind not in _FURNITURE
                        and not (row.contents and row.short and not LEADER.search(row.text))
                    ]
                    found += read_entries((row.text, row.start) for row in plain)
    return found


def by_contents(rows: Sequence[Row], extents: Sequence[Extent]) -> list[Extent]:
    """The extents, cut where a title stands that the contents list for that page and that no paper found has; without
    the papers begun on weak evidence that contents which know the others do not list.
    """
    entries = entries_of(rows, extents)
    heads = {one.start: _head(rows, one) for one in extents if one.kind is ArticleKind.ARTICLE}
    owners = [(entry, _owner(entry, heads)) for entry in entries]
    shift = usual_shift(
        (rows[start].block.page, entry.page) for entry, start in owners if start is not None and entry.page is not None
    )
    if shift is None:
        return list(extents)
    missed = [(entry, entry.page + shift) for entry, start in owners if start is None and entry.page is not None]
    titles: dict[int, list[tuple[int, Extent]]] = defaultdict(list)
    for extent in extents:
        for at in range(extent.start + 1, extent.end if extent.kind is ArticleKind.ARTICLE else 0):
            titles[rows[at].block.page].append((at, extent))
    starts = sorted({start for entry, page in missed for start in _starts(rows, titles[page], entry)})
    listed = {start for _, start in owners}
    known = sum(1 for start in heads if start in listed)
    trusted = known >= _FEWEST and known >= _MOST * len(heads)
    kept: list[Extent] = []
    for one in (part for extent in extents for part in _cut(extent, starts)):
        unlisted = one.weak and one.start not in listed and rows[one.start].block.page not in {p for _, p in missed}
        if trusted and unlisted and kept and kept[-1].kind is ArticleKind.ARTICLE:
            kept[-1] = replace(kept[-1], end=one.end)
        else:
            kept.append(one)
    return kept


def _head(rows: Sequence[Row], extent: Extent) -> frozenset[str]:
    """What the first rows of a paper are made of, at most up to its reference list."""
    head = [row for row in rows[extent.start : min(extent.end, extent.start + _HEAD)] if not row.aside]
    text = "\n".join(row.text for row in takewhile(lambda row: not row.references, head))
    return grams(text[:_HEAD_LETTERS])


def _owner(entry: Entry, heads: Mapping[int, frozenset[str]]) -> int | None:
    """Where the paper begins whose head holds most of an entry."""
    shares = {start: share(entry.grams, head) for start, head in heads.items()}
    best = max(shares, key=lambda start: shares[start], default=None)
    return best if best is not None and shares[best] >= _SAME else None


def _starts(rows: Sequence[Row], page: Sequence[tuple[int, Extent]], entry: Entry) -> Iterator[int]:
    """Where among the rows of a page the paper of an entry begins: at its title, or what stands over that."""
    for at, extent in page:
        row = rows[at]
        if row.aside or not row.short or row.prose or row.reference_like:
            continue
        if len(letters(row.text)) >= FEWEST_LETTERS and share(grams(row.text), entry.grams) >= _TITLE:
            yield _top(rows, at, extent.start + 1, entry)
            return


def _top(rows: Sequence[Row], title: int, floor: int, entry: Entry) -> int:
    """The first row of the head that a title stands in, on its page."""
    top = title
    for at in range(title - 1, max(floor, title - _REACH) - 1, -1):
        row = rows[at]
        if row.block.page != rows[title].block.page or row.prose or row.reference_like or row.references:
            break
        if row.aside:
            continue
        if row.codes or row.authors or row.affiliation or row.email or share(grams(row.text), entry.grams) >= _SAME:
            top = at
    return top


def _cut(extent: Extent, starts: Sequence[int]) -> Iterator[Extent]:
    """An extent cut at the starts that lie in it."""
    cuts = [start for start in starts if extent.start < start < extent.end]
    for begin, end in zip([extent.start, *cuts], [*cuts, extent.end], strict=True):
        yield replace(extent, start=begin, end=end, weak=extent.weak and begin == extent.start)
