"""Reading order: which rows run across the page and which are two columns beside each other.

The gutter of the file holds on a page wherever no word crosses it, unless a line only happens to have a blank there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from multilex.layout.gutters import FIRST_LINE, FLUSH, Area, Gutter
from multilex.layout.lines import Line, make_line
from multilex.layout.rows import BLANK, Row, Word, main_size
from multilex.source import Box, Page

EXACT = 0.5
SMALLER = 0.95
CHANCE = 6  # rows
HANGING = 2  # characters of a bullet or number
APART, CLOSE, EMPTY = 1.6, 2.4, 3.5  # distances of baselines per size
WIDER, SURELY_WIDER = 1.3, 2.2  # gaps per usual blank


def read_in_order(
    page: Page,
    rows: Sequence[Row],
    area: Area,
    gutters: Sequence[Gutter],
    barriers: Sequence[Box],
    stack: int,
) -> list[Line]:
    """The lines of a page in reading order; `barriers` are pictures and tables that interrupt columns.

    Stacks are numbered from `stack`.
    """
    gutter = max(gutters, key=lambda gutter: _votes(rows, gutter), default=None)
    if gutter is None or _votes(rows, gutter) < 2:
        return [_line(page, row.words, area, stack) for row in rows]
    lines: list[Line] = []
    for zone in _zones(page, rows, gutter, barriers):
        if zone.columns:
            halves = [_halves(row, gutter) for row in zone.rows]
            left, right = Area(area.left, gutter.left), Area(gutter.right, area.right)
            lines.extend(_line(page, words, left, stack) for words, _ in halves if words)
            lines.extend(_line(page, words, right, stack + 1) for _, words in halves if words)
            stack += 2
        else:
            lines.extend(_line(page, row.words, area, stack) for row in zone.rows)
            stack += 1
    return lines


def _line(page: Page, words: list[Word], area: Area, stack: int) -> Line:
    line = make_line(page, words, area.left, area.right)
    line.stack = stack
    return line


@dataclass(frozen=True, slots=True)
class _Zone:
    rows: Sequence[Row]
    columns: bool


def _halves(row: Row, gutter: Gutter) -> tuple[list[Word], list[Word]]:
    """The words of either column; a bullet or number that hangs in the gutter belongs to the right one."""
    cut = sum((word.x0 + word.x1) / 2 < gutter.middle for word in row.words)
    if 0 < cut < len(row.words):
        word = row.words[cut - 1]
        if _may_hang(word) and word.x1 > gutter.left + 0.5 and word.x0 > gutter.left - 0.6 * word.size:
            cut -= 1
    return row.words[:cut], row.words[cut:]


def _may_hang(word: Word) -> bool:
    return word.sign and word.end - word.start <= HANGING


def _start(right: Sequence[Word], gutter: Gutter) -> float:
    """Where the text of a right column begins, a bullet in the gutter apart."""
    hangs = len(right) > 1 and right[0].x0 < gutter.right - FLUSH and _may_hang(right[0])
    return right[1 if hangs else 0].x0


def _crosses(row: Row, gutter: Gutter) -> bool:
    if any(word.x0 < gutter.middle - 1 and word.x1 > gutter.middle + 1 and not _may_hang(word) for word in row.words):
        return True
    left, right = _halves(row, gutter)
    return bool(left and right) and _start(right, gutter) - left[-1].x1 < 0.5 * (gutter.right - gutter.left)


def _is_pair(row: Row, gutter: Gutter) -> bool:
    """Whether a row has two columns, or only the right one: it is no line whose blank happens to lie in the gutter."""
    left, right = _halves(row, gutter)
    if not right or not -FLUSH <= _start(right, gutter) - gutter.right <= FIRST_LINE:
        return False
    return not left or (left[-1].x1 <= gutter.left + FLUSH and _gapes(row, gutter))


def _gapes(row: Row, gutter: Gutter, wider: float = WIDER) -> bool:
    """Whether the gap at the gutter is wider than the blanks of the row, or just the gutter."""
    left, right = _halves(row, gutter)
    if abs(_start(right, gutter) - gutter.right) <= 1 and abs(left[-1].x1 - gutter.left) <= FLUSH:
        return True
    others = [b.x0 - a.x1 for half in (left, right) for a, b in pairwise(half)]
    blanks = sorted(gap for gap in others if gap > BLANK * row.size)
    return not blanks or _start(right, gutter) - left[-1].x1 > wider * blanks[len(blanks) // 2]


def _is_doubtful(row: Row, gutter: Gutter) -> bool:
    """Whether a row may as well be a full line with a wide blank in the gutter."""
    left, right = _halves(row, gutter)
    return min(len(left), len(right)) >= 3 and not _gapes(row, gutter, SURELY_WIDER)


def _is_chance(run: Sequence[Row], gutter: Gutter) -> bool:
    """Whether a short run of rows is full lines of which each happens to have a blank in the gutter."""
    pairs = [row for row in run if all(_halves(row, gutter))]
    return len(pairs) == len(run) < CHANCE and sum(_gapes(row, gutter) for row in pairs) < 0.5 * len(pairs)


def _votes(rows: Sequence[Row], gutter: Gutter) -> int:
    flush = 0
    for row in rows:
        _, right = _halves(row, gutter)
        if right and abs(_start(right, gutter) - gutter.right) <= FLUSH and not _crosses(row, gutter):
            flush += 1
    return flush


def _zones(page: Page, rows: Sequence[Row], gutter: Gutter, barriers: Sequence[Box]) -> list[_Zone]:
    walls = _walls(page, rows, gutter, barriers)
    runs: list[tuple[bool, list[Row]]] = []
    before: Row | None = None
    for row in rows:
        crosses = _crosses(row, gutter)
        walled = before is not None and any(before.baseline - 2 <= wall <= row.baseline for wall in walls)
        if before is not None and row.baseline - before.baseline > EMPTY * row.size:
            walled = True  # both columns are empty here: a picture stands across them
        if not runs or runs[-1][0] != crosses or walled:
            runs.append((crosses, []))
        runs[-1][1].append(row)
        before = row
    zones: list[_Zone] = []
    for index, (crosses, run) in enumerate(runs):
        last = index == len(runs) - 1
        zones.extend([_Zone(run, False)] if crosses else _split_run(run, gutter, last))
    return _merge(zones)


def _walls(page: Page, rows: Sequence[Row], gutter: Gutter, barriers: Sequence[Box]) -> list[float]:
    """Heights at which columns end: pictures across both, and the rule above notes that run across the page."""
    walls = [box[1] for box in barriers if box[0] < gutter.left - 10 and box[2] > gutter.right + 10]
    left = min((row.words[0].x0 for row in rows), default=0.0)
    usual = main_size(word for row in rows for word in row.words)
    for x0, top, x1, bottom in page.rules:
        if bottom - top < 3 and x1 - x0 > 20 and abs(x0 - left) < 8 and top > 0.3 * (page.height or 0.0):
            below = [row for row in rows if row.baseline > top]
            notes = all(row.size <= SMALLER * usual for row in below)
            if notes and any(_crosses(row, gutter) for row in below):
                walls.append(top)
    return walls


def _split_run(run: list[Row], gutter: Gutter, last: bool) -> list[_Zone]:
    """Cut what only looks like columns from the ends of a run of rows that nothing crosses."""
    sure = [index for index, row in enumerate(run) if _is_pair(row, gutter)]
    if len(sure) < 2 or _is_chance(run, gutter):
        return [_Zone(run, False)]
    while len(sure) > 2 and _is_doubtful(run[sure[0]], gutter) and _apart(run[sure[0]], run[sure[1]]):
        sure.pop(0)
    while len(sure) > 2 and _is_doubtful(run[sure[-1]], gutter) and _apart(run[sure[-2]], run[sure[-1]]):
        sure.pop()
    start, end = sure[0], sure[-1] + 1
    while start > 0 and _fits(run[start - 1], gutter) and _close(run[start - 1], run[start]):
        start -= 1
    while end < len(run) and _fits(run[end], gutter) and (last or _close(_above(run, end, gutter), run[end])):
        end += 1
    parts = [_Zone(run[:start], False), _Zone(run[start:end], True), _Zone(run[end:], False)]
    return [part for part in parts if part.rows]


def _fits(row: Row, gutter: Gutter) -> bool:
    """Whether the row may stand in columns: nothing reaches into the gutter, and no usual blank lies there."""
    left, right = _halves(row, gutter)
    if left and right and abs(_start(right, gutter) - gutter.right) <= EXACT:  # the left line is overfull
        return True
    if left and right and abs(_start(right, gutter) - gutter.right) <= FIRST_LINE and not _is_pair(row, gutter):
        return False
    if left and right and _is_doubtful(row, gutter):
        return False
    ends = not left or left[-1].x1 <= gutter.left + FLUSH
    return ends and (not right or _start(right, gutter) >= gutter.right - FLUSH)


def _above(run: list[Row], index: int, gutter: Gutter) -> Row:
    """The row above that has something in the left column."""
    for row in reversed(run[:index]):
        if _halves(row, gutter)[0]:
            return row
    return run[index - 1]


def _apart(above: Row, below: Row) -> bool:
    return below.baseline - above.baseline > APART * below.size


def _close(above: Row, below: Row) -> bool:
    return below.baseline - above.baseline <= CLOSE * below.size


def _merge(zones: list[_Zone]) -> list[_Zone]:
    merged: list[_Zone] = []
    for zone in zones:
        if merged and not merged[-1].columns and not zone.columns:
            merged[-1] = _Zone([*merged[-1].rows, *zone.rows], False)
        else:
            merged.append(zone)
    return merged
