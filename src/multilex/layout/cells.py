"""The cells of a table on paper: rows and columns of words, by the rules around them or by the blank between them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from multilex.layout.rows import Row, Word, find_rows, main_size
from multilex.source import Box

SNAP = 3.0
"""Edges closer than this are one."""
RIVER = 0.9
"""The blank between two columns, in sizes."""
FEWEST_STACKS = 3
"""So many cells of a row must hold their figures line beside line to be several rows between two rules."""

Grid = list[list[list[Word]]]
"""Words by row and column."""


@dataclass(frozen=True, slots=True)
class Region:
    """The printed rows of a table or figure, in reading order, and what stands after each: a line feed ends a row of
    the table, a tab a cell, nothing a line within a cell. `lead` are the empty cells before the first row.
    """

    rows: list[Row]
    breaks: list[str]
    lead: str = ""


def by_lines(words: list[Word]) -> Region:
    """A region without cells: a row per printed line."""
    rows = find_rows(words)
    return Region(rows, ["\n"] * len(rows))


def by_grid(cells: Sequence[Box], words: Sequence[Word]) -> Region:
    """A region whose cells are known by their boxes; a cell over several rows or columns stands at its first."""
    tops, lefts = _edges(cell[1] for cell in cells), _edges(cell[0] for cell in cells)
    grid: Grid = [[[] for _ in lefts] for _ in tops]
    first = {
        (row, column): (_at(tops, top), _at(lefts, left))
        for left, top, right, bottom in cells
        for row in range(_at(tops, top), _at(tops, bottom - SNAP) + 1)
        for column in range(_at(lefts, left), _at(lefts, right - SNAP) + 1)
    }
    for word in words:
        place = (_at(tops, word.baseline - 0.3 * word.size), _at(lefts, (word.x0 + word.x1) / 2))
        row, column = first.get(place, place)
        grid[row][column].append(word)
    return _region([part for row in grid for part in _stacked(row)])


def _stacked(row: list[list[Word]]) -> Grid:
    """The rows that a row of cells holds when each cell stacks as many figures, line beside line; else the row."""
    lines = [find_rows(cell) for cell in row if cell]
    heights = {tuple(round(line.baseline / SNAP) for line in one) for one in lines}
    figures = all(any(word.sign for word in line.words) for one in lines[1:] for line in one)
    if len(lines) < FEWEST_STACKS or len(heights) > 1 or len(lines[0]) < 2 or not figures:
        return [row]
    levels = [(a.baseline + b.baseline) / 2 for a, b in pairwise(lines[0])]
    parts: Grid = [[[] for _ in row] for _ in lines[0]]
    for at, cell in enumerate(row):
        for word in cell:
            parts[bisect_right(levels, word.baseline)][at].append(word)
    return parts


def by_blanks(levels: Sequence[float], words: list[Word]) -> Region:
    """A region with rules across only, at these levels: columns where a blank runs down through all rows; the head,
    above the second rule, is one row, and a line without a first cell goes on with the row above it. Without two
    such columns the region has no cells.
    """
    rows = find_rows(words)
    size = main_size(words)
    pieces = [_pieces(row, RIVER * size) for row in rows]
    body = [one for row, one in zip(rows, pieces, strict=True) if row.baseline > levels[1] and len(one) > 1]
    columns = _columns([piece for one in body for piece in one], RIVER * size)
    if len(columns) < 2 or len(body) < 2:
        return by_lines(words)
    grid: Grid = []
    in_head = False
    for row, own in zip(rows, pieces, strict=True):
        cells: list[list[Word]] = [[] for _ in columns]
        for piece in own:
            cells[_nearest(columns, piece)] += piece
        head = row.baseline <= levels[1]
        if grid and (in_head if head else not cells[0] and not in_head):
            for cell, more in zip(grid[-1], cells, strict=True):
                cell += more
        else:
            grid.append(cells)
        in_head = head
    return _region(grid)


def _edges(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SNAP:
            found.append(value)
    return found


def _at(edges: Sequence[float], value: float) -> int:
    return max(0, bisect_right(edges, value) - 1)


def _pieces(row: Row, blank: float) -> list[list[Word]]:
    """The words of a row, cut where a wide blank is."""
    pieces = [[row.words[0]]]
    right = row.words[0].x1
    for word in row.words[1:]:
        if word.x0 - right > blank:
            pieces.append([])
        pieces[-1].append(word)
        right = max(right, word.x1)
    return pieces


def _columns(pieces: Sequence[Sequence[Word]], blank: float) -> list[tuple[float, float]]:
    """The stretches across that pieces cover, apart by at least a wide blank."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((piece[0].x0, max(word.x1 for word in piece)) for piece in pieces):
        if columns and left - columns[-1][1] <= blank / 2:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _nearest(columns: Sequence[tuple[float, float]], piece: Sequence[Word]) -> int:
    left, right = piece[0].x0, max(word.x1 for word in piece)
    shared = [min(right, end) - max(left, start) for start, end in columns]
    most = max(shared)
    return shared.index(most)


def _region(grid: Grid) -> Region:
    """The grid as rows with their ends; empty rows and columns left out."""
    grid = [row for row in grid if any(row)]
    used = [at for at in range(len(grid[0])) if any(row[at] for row in grid)]
    rows: list[Row] = []
    breaks: list[str] = []
    pending = ""
    lead = ""
    for number, line in enumerate(grid):
        pending += "\n" if number else ""
        for place, at in enumerate(used):
            pending += "\t" if place else ""
            if not line[at]:
                continue
            if rows:
                breaks[-1] = pending
            else:
                lead = pending
            own = find_rows(line[at])
            rows += own
            breaks += [""] * len(own)
            pending = ""
    breaks[-1] = "\n"
    return Region(rows, breaks, lead)
