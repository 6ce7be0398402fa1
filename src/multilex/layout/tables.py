"""What is kept out of the running text: ruled tables, lettering of figures, text on its side."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from multilex.engines.plumber import find_tables
from multilex.layout.cells import Region, by_blanks, by_grid, by_lines
from multilex.layout.rows import Row, Word, find_rows, main_size
from multilex.source import Box, Page

FEWEST_RULES = 3
MOST_RULES, MOST_CELLS = 3000, 2500
MOST_OF_PAGE = 0.6
HEAD, FOOT = 0.12, 0.93
PROSE_WIDTH, PROSE_ROWS = 0.85, 2
"""Rows in succession that fill so much of the width without a gap are prose between two tables."""


@dataclass(frozen=True, slots=True)
class _Float:
    """A table or figure: its box, its cells, or the heights of the rules across it."""

    box: Box
    cells: tuple[Box, ...] = ()
    levels: tuple[float, ...] = ()

    def region(self, words: list[Word]) -> Region:
        if self.cells:
            return by_grid(self.cells, words)
        return by_blanks(self.levels, words) if self.levels else by_lines(words)


def split_tables(page: Page, words: list[Word]) -> tuple[list[Word], list[Region]]:
    """The words outside tables and figures, and the rows of each table or figure."""
    floats = [*_ruled(page, words), *(_Float(box) for box in _figures(page, words))]
    if not floats:
        return words, []
    inside: dict[int, list[Word]] = defaultdict(list)
    outside: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.baseline - 0.3 * word.size
        for index, one in enumerate(floats):
            x0, top, x1, bottom = one.box
            if x0 - 1 <= x <= x1 + 1 and top - 1 <= y <= bottom + 1:
                inside[index].append(word)
                break
        else:
            outside.append(word)
    return outside, [floats[index].region(inside[index]) for index in sorted(inside)]


def stand_in(region: Region) -> Word:
    """A word without characters that holds the place of a table among the rows of its page."""
    words = [word for row in region.rows for word in row.words]
    size = main_size(words)
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    first = min(words, key=lambda word: word.baseline)
    return Word(first.start, first.start, x0, x1, first.baseline, size, first.font)


def _ruled(page: Page, words: Sequence[Word]) -> Iterator[_Float]:
    """Tables with a grid of rules, and those with three or more rules across only."""
    if not FEWEST_RULES <= len(page.rules) <= MOST_RULES:
        return
    down = {round(box[0] / 3) for box in page.rules if box[2] - box[0] < box[3] - box[1]}
    level = {round(box[1] / 3) for box in page.rules if box[2] - box[0] >= box[3] - box[1]}
    sparse = len(down) * len(level) <= MOST_CELLS  # not graph paper and the like
    grid = [*page.rules, *_sides(page.rules)] if sparse else []
    tables = [(_around(cells), cells) for cells in find_tables(grid)]
    tables = [(box, cells) for box, cells in tables if not _is_frame(page, box)]
    yield from (_Float(box, cells) for box, cells in tables)
    across: dict[tuple[int, int], list[Box]] = defaultdict(list)
    height = page.height or 0.0
    for box in page.rules:
        if not HEAD * height < box[1] < FOOT * height:
            continue
        if box[2] - box[0] > 60 and box[3] - box[1] < 3 and not any(_within(box, other) for other, _ in tables):
            across[round(box[0] / 3), round(box[2] / 3)].append(box)
    for rules in across.values():
        left, right = rules[0][0], rules[0][2]
        for tops in _apart(sorted({round(rule[1]) for rule in rules}), left, right, words):
            if len(tops) >= FEWEST_RULES and tops[-1] - tops[0] < MOST_OF_PAGE * height:
                yield _Float((left, float(tops[0]), right, float(tops[-1])), levels=tuple(map(float, tops)))


def _sides(rules: Sequence[Box]) -> Iterator[Box]:
    """Edges left and right of rules across that begin and end alike and have rules down between them: many tables are
    printed open at the sides.
    """
    across: dict[tuple[int, int], list[Box]] = defaultdict(list)
    down = [box for box in rules if box[3] - box[1] > 5 > box[2] - box[0]]
    for box in rules if down else ():
        if box[2] - box[0] > 60 and box[3] - box[1] < 3:
            across[round(box[0] / 3), round(box[2] / 3)].append(box)
    for alike in across.values():
        x0, x1 = alike[0][0], alike[0][2]
        top, bottom = min(box[1] for box in alike), max(box[3] for box in alike)
        inner = [box for box in down if x0 + 5 < box[0] < x1 - 5 and top - 3 <= box[1] and box[3] <= bottom + 3]
        outer = any(abs(box[0] - side) <= 3 for box in down for side in (x0, x1))
        if len(alike) >= FEWEST_RULES and inner and not outer:
            begin, end = min(box[1] for box in inner), max(box[3] for box in inner)
            yield from ((x, begin, x, end) for x in (x0, x1))


def _around(cells: Sequence[Box]) -> Box:
    return (
        min(cell[0] for cell in cells),
        min(cell[1] for cell in cells),
        max(cell[2] for cell in cells),
        max(cell[3] for cell in cells),
    )


def _apart(tops: Sequence[int], left: float, right: float, words: Sequence[Word]) -> Iterator[list[int]]:
    """The heights of rules across, table by table: prose between two rules parts them."""
    if len(tops) <= FEWEST_RULES:
        yield list(tops)
        return
    inside = [word for word in words if left <= (word.x0 + word.x1) / 2 <= right]
    group = [tops[0]]
    for before, top in pairwise(tops):
        rows = find_rows([word for word in inside if before < word.baseline < top])
        if _is_text(rows, right - left):
            yield group
            group = []
        group.append(top)
    yield group


def _is_text(rows: Sequence[Row], width: float) -> bool:
    """Whether rows between two rules are no rows of a table: prose from edge to edge."""
    filled = 0
    for row in rows:
        gaps = [after.x0 - before.x1 for before, after in pairwise(row.words)]
        whole = max(gaps, default=0.0) < row.size
        filled = filled + 1 if whole and row.words[-1].x1 - row.words[0].x0 > PROSE_WIDTH * width else 0
        if filled >= PROSE_ROWS:
            return True
    return False


def _is_frame(page: Page, box: Box) -> bool:
    """Whether a box is the frame of the page."""
    return box[3] - box[1] > 0.93 * (page.height or 0.0)


def _within(box: Box, other: Box) -> bool:
    return other[0] - 3 <= box[0] and box[2] <= other[2] + 3 and other[1] - 3 <= box[1] and box[3] <= other[3] + 3


def _figures(page: Page, words: Sequence[Word]) -> list[Box]:
    """Boxes of pictures that have lettering; not one that holds most of the page's text."""
    figures = []
    total = sum(word.end - word.start for word in words)
    for box in page.images[:200]:
        if box[2] - box[0] < 20 or box[3] - box[1] < 20:
            continue
        held = sum(
            word.end - word.start
            for word in words
            if box[0] <= word.x0 and word.x1 <= box[2] and box[1] <= word.baseline <= box[3]
        )
        if 0 < held < 0.5 * total:
            figures.append(box)
    return figures
