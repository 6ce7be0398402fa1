"""Characters → words → rows: what stands on one baseline of a page, from edge to edge.

A *word* is a stretch of one font, size and baseline without a blank; a *row* holds all words of one baseline, and the
superscripts and subscripts that hang on them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from multilex.source import Font, Page

BLANK = 0.15
"""A gap wider than this share of the size is a blank, whether or not one is drawn."""
SAME_BASELINE = 0.18
SCRIPT_SIZE = 0.88
GAP_AFTER_WORD, GAP_BEFORE_WORD = 0.45, 1.6
"""How far a script may stand from its word, as shares of the size; the number of a note stands before it."""
NEAR_ROWS = 12
RAISED_MOST, LOWERED_MOST = 0.75, 0.4
IGNORED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters without a picture: they count as part of the text, not of its look."""

_NO_FONT = Font("", False, False)


@dataclass(slots=True)
class Word:
    """Characters `start` to `end` of a page's text; x0, x1 and baseline in points from the top left."""

    start: int
    end: int
    x0: float
    x1: float
    baseline: float
    size: float
    font: Font
    sign: bool = False  # whether it begins with no letter


@dataclass(slots=True)
class Row:
    """Words of one baseline, from left to right."""

    baseline: float
    words: list[Word] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The size that most of the row is set in."""
        return main_size(self.words)


def main_size(words: Iterable[Word]) -> float:
    """The size that most characters of these words have."""
    counts: dict[float, int] = {}
    for word in words:
        size = round(word.size, 1)
        counts[size] = counts.get(size, 0) + word.end - word.start
    return max(counts, key=lambda size: (counts[size], size))


def find_words(page: Page) -> tuple[list[Word], list[Word]]:
    """The words of a page in drawing order: upright ones, and those that stand on their side."""
    glyphs = page.glyphs
    if glyphs is None:
        return [], []
    x0, x1, bottoms, sizes, fonts = glyphs.x0, glyphs.x1, glyphs.bottom, glyphs.size, glyphs.font
    upright: list[Word] = []
    turned: list[Word] = []
    word: Word | None = None
    bottom = size = right = 0.0
    font = -1
    for index, character in enumerate(page.text):
        if character.isspace():
            word = None
            continue
        left = x0[index]
        if (
            word is not None
            and bottoms[index] == bottom
            and sizes[index] == size
            and fonts[index] == font
            and -0.5 * size < left - right < BLANK * size
        ):
            word.end = index + 1
            right = x1[index]
            if right > word.x1:
                word.x1 = right
            continue
        bottom, size, font, right = bottoms[index], sizes[index], fonts[index], x1[index]
        style = page.fonts[font] if font < len(page.fonts) else _NO_FONT
        word = Word(index, index + 1, left, right, bottom - 0.2 * size, size, style, not character.isalpha())
        if abs(bottom - glyphs.top[index] - size) <= 0.05 * size:
            upright.append(word)
        elif turned and turned[-1].end == index and _beside(turned[-1], word):
            turned[-1].end = index + 1
            turned[-1].x0, turned[-1].x1 = min(turned[-1].x0, left), max(turned[-1].x1, right)
            word = None
        else:
            turned.append(word)
            word = None
    return upright, turned


def _beside(before: Word, word: Word) -> bool:
    """Whether a turned character stands close to the turned word before it."""
    reach = 1.2 * word.size
    return before.x0 - reach <= word.x0 <= before.x1 + reach and abs(before.size - word.size) < reach


def find_rows(words: list[Word]) -> list[Row]:
    """Rows from top to bottom."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.x0)):
        row = rows[-1] if rows else None
        if row is None or word.baseline - row.baseline > SAME_BASELINE * max(word.size, 1.0):
            row = Row(word.baseline)
            rows.append(row)
        row.words.append(word)
    _attach_scripts(rows)
    rows = [row for row in rows if row.words]
    for row in rows:
        row.words.sort(key=lambda word: (word.x0, word.start))
    return rows


def _attach_scripts(rows: list[Row]) -> None:
    """Move raised and lowered small words to the row that they hang on."""
    largest = [max(word.size for word in row.words) for row in rows]
    smallest = [min(word.size for word in row.words) for row in rows]
    for index, row in enumerate(rows):
        reach = 1.2 * largest[index] if largest[index] > 0 else 1.0
        for other in _near(rows, index, max(reach, 40.0)):
            if smallest[index] > SCRIPT_SIZE * largest[other]:
                continue
            host = rows[other]
            kept: list[Word] = []
            for word in row.words:
                (host.words if _hangs_on(word, host) else kept).append(word)
            row.words = kept
            if not kept:
                break


def _near(rows: list[Row], index: int, reach: float) -> list[int]:
    """Indices of the rows at most `reach` points above or below, nearest first."""
    found = []
    for step in (1, -1):
        other = index + step
        while (
            0 <= other < len(rows)
            and abs(other - index) <= NEAR_ROWS
            and abs(rows[other].baseline - rows[index].baseline) <= reach
        ):
            if rows[other].words:
                found.append(other)
            other += step
    return sorted(found, key=lambda other: abs(rows[other].baseline - rows[index].baseline))


def _hangs_on(script: Word, row: Row) -> bool:
    """Whether a small word touches a larger one of the row and is raised or lowered within its height."""
    for word in row.words:
        if script.size > SCRIPT_SIZE * word.size:
            continue
        raised = word.baseline - script.baseline
        if not -LOWERED_MOST * word.size <= raised <= RAISED_MOST * word.size:
            continue
        after, before = script.x0 - word.x1, word.x0 - script.x1
        if after <= GAP_AFTER_WORD * word.size and before <= GAP_BEFORE_WORD * word.size:
            return True
    return False
