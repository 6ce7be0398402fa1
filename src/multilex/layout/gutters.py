"""The text area of each page, and the gutter between columns.

Columns of a journal are equally wide and the right one starts at the same place on page after page. So the gutter is
looked for once in the whole file, near the middle of the text.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from multilex.layout.rows import Row

GUTTER, RAGGED = 7.0, 40.0
MIDDLE = 0.07
FLUSH = 2.0
LEAST_VOTES = 8
LEAST_SHARE = 0.2  # of the rows of some page: blanks of justified lines meet by chance, but not that often
FIRST_LINE = 45.0  # points that the first line of a paragraph may be indented
PAGE_SIZE_ROWS = 8


@dataclass(frozen=True, slots=True)
class Area:
    """The text area of a page: left and right edge in points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Gutter:
    """The blank strip between two columns: where the left one ends and the right one begins."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """The middle of the strip."""
        return (self.left + self.right) / 2


def find_areas(pages: Sequence[Sequence[Row]]) -> list[Area]:
    """The text area of each page; pages with little text borrow that of the others on their side (odd, even)."""
    own = [_area(rows) for rows in pages]
    usual = [_usual([area for area in own[side::2] if area]) or _usual(own) for side in (0, 1)]
    areas = []
    for index, area in enumerate(own):
        if area is None:
            rows, borrowed = pages[index], usual[index % 2]
            starts = [row.words[0].x0 for row in rows] + ([borrowed.left] if borrowed else [])
            ends = [row.words[-1].x1 for row in rows] + ([borrowed.right] if borrowed else [])
            area = Area(min(starts, default=0.0), max(ends, default=0.0))
        areas.append(area)
    return areas


def _usual(areas: Sequence[Area | None]) -> Area | None:
    counts = Counter((round(area.left), round(area.right)) for area in areas if area)
    if not counts:
        return None
    left, right = counts.most_common(1)[0][0]
    near = [area for area in areas if area and abs(area.left - left) <= 1 and abs(area.right - right) <= 1]
    return near[0] if near else None


def _area(rows: Sequence[Row]) -> Area | None:
    """Outermost edges at which several rows of the page begin and end; None when there are too few."""
    if len(rows) < PAGE_SIZE_ROWS:
        return None
    enough = max(2, len(rows) // 12)
    left = _outermost(sorted(row.words[0].x0 for row in rows), enough)
    right = _outermost(sorted(-row.words[-1].x1 for row in rows), enough)
    return None if left is None or right is None else Area(left, -right)


def _outermost(edges: list[float], enough: int) -> float | None:
    for index in range(len(edges) - enough + 1):
        if edges[index + enough - 1] - edges[index] <= FLUSH:
            return edges[index]
    return None


def find_gutters(pages: Sequence[Sequence[Row]], areas: Sequence[Area]) -> list[Gutter]:
    """The gutters of a file, most used first; none when it is set in one column."""
    starts: Counter[int] = Counter()
    sides: list[tuple[float, float | None]] = []
    on: list[int] = []  # the page of each of the sides
    alone: list[float] = []  # where rows end that have nothing in the right half
    for page, (rows, area) in enumerate(zip(pages, areas, strict=True)):
        middle, reach = (area.left + area.right) / 2, MIDDLE * (area.right - area.left)
        for row in rows:
            if row.words[-1].x1 < middle + reach:
                alone.append(row.words[-1].x1)
            for left, right in _gaps(row, middle, reach):
                starts[round(right)] += 1
                sides.append((right, left))
                on.append(page)
    gutters: list[Gutter] = []
    for start, _ in starts.most_common(12):
        near = [i for i, (right, _) in enumerate(sides) if abs(right - start) <= 1.5]
        if len(near) < LEAST_VOTES:
            break
        if not any(votes >= LEAST_SHARE * len(pages[page]) for page, votes in Counter(on[i] for i in near).items()):
            continue
        ends = [end for i in near if (end := sides[i][1]) is not None and end < start - GUTTER + 1]
        ends = sorted(ends + [end for end in alone if start - RAGGED < end < start - GUTTER + 1])
        if not ends:
            continue
        edge = ends[min(len(ends) - 1, int(len(ends) * 0.9))]
        flush = sum(abs(end - edge) <= FLUSH for end in ends)
        gutter = Gutter(edge, sorted(sides[i][0] for i in near)[len(near) // 2])
        area = areas[on[near[len(near) // 2]]]
        uneven = abs((gutter.left - area.left) - (area.right - gutter.right))
        known = any(abs(gutter.middle - other.middle) < GUTTER for other in gutters)
        if not known and uneven < MIDDLE * (area.right - area.left) and flush >= 0.3 * len(ends):
            gutters.append(gutter)
    return gutters


def _gaps(row: Row, middle: float, reach: float) -> list[tuple[float | None, float]]:
    """Where the right column may begin in this row: (end of what is left of it or None, beginning)."""
    words = row.words
    if words[0].x0 > middle - reach:
        return [(None, words[0].x0)] if words[0].x0 < middle + reach else []
    found: list[tuple[float | None, float]] = []
    end = words[0].x1
    for word in words[1:]:
        if word.x0 > middle + reach + FIRST_LINE:
            break
        if end > middle - 2 * reach and word.x0 - end >= GUTTER and middle - reach < word.x0 < middle + reach:
            found.append((end, word.x0))
        end = max(end, word.x1)
    return found
