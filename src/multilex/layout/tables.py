"""What is kept out of the running text: ruled tables, lettering of figures, text on its side."""

from collections import defaultdict
from collections.abc import Sequence

from multilex.engines.plumber import find_tables
from multilex.layout.rows import Row, Word, find_rows, main_size
from multilex.source import Box, Page

FEWEST_RULES = 3
MOST_RULES, MOST_CELLS = 3000, 2500
MOST_OF_PAGE = 0.6
HEAD, FOOT = 0.12, 0.93

Region = list[Row]


def split_tables(page: Page, words: list[Word]) -> tuple[list[Word], list[Region]]:
    """The words outside tables and figures, and the rows of each table or figure."""
    boxes = [*_ruled(page), *_figures(page, words)]
    if not boxes:
        return words, []
    inside: dict[int, list[Word]] = defaultdict(list)
    outside: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.baseline - 0.3 * word.size
        for index, (x0, top, x1, bottom) in enumerate(boxes):
            if x0 - 1 <= x <= x1 + 1 and top - 1 <= y <= bottom + 1:
                inside[index].append(word)
                break
        else:
            outside.append(word)
    return outside, [find_rows(inside[index]) for index in sorted(inside)]


def stand_in(region: Region) -> Word:
    """A word without characters that holds the place of a table among the rows of its page."""
    words = [word for row in region for word in row.words]
    size = main_size(words)
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    return Word(words[0].start, words[0].start, x0, x1, region[0].baseline, size, words[0].font)


def _ruled(page: Page) -> list[Box]:
    """Boxes of tables with a grid of rules, and of those with three or more rules across only."""
    if not FEWEST_RULES <= len(page.rules) <= MOST_RULES:
        return []
    down = {round(box[0] / 3) for box in page.rules if box[2] - box[0] < box[3] - box[1]}
    level = {round(box[1] / 3) for box in page.rules if box[2] - box[0] >= box[3] - box[1]}
    grid = page.rules if len(down) * len(level) <= MOST_CELLS else ()  # graph paper and the like
    boxes = [box for box in find_tables(grid) if not _is_frame(page, box)]
    across: dict[tuple[int, int], list[Box]] = defaultdict(list)
    height = page.height or 0.0
    for box in page.rules:
        if not HEAD * height < box[1] < FOOT * height:
            continue
        if box[2] - box[0] > 60 and box[3] - box[1] < 3 and not any(_within(box, other) for other in boxes):
            across[round(box[0] / 3), round(box[2] / 3)].append(box)
    for rules in across.values():
        tops = sorted({round(rule[1]) for rule in rules})
        if len(tops) >= FEWEST_RULES and tops[-1] - tops[0] < MOST_OF_PAGE * height:
            boxes.append((rules[0][0], float(tops[0]), rules[0][2], float(tops[-1])))
    return boxes


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
