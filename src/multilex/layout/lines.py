"""Lines: what a reader takes in at one sweep of the eye, a row or one column's part of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from multilex.layout.rows import BLANK, IGNORED, Word, main_size
from multilex.source import Page

RAISED, LOWERED = 0.12, 0.06
"""A smaller word whose baseline is off by more than this share of the line's size is a script."""


@dataclass(slots=True)
class Line:
    """Words from left to right. `left` and `right` are the edges of the column that the line stands in."""

    page: Page
    words: list[Word]
    left: float
    right: float
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    text: str
    stack: int = 0  # numbers the columns of the file in reading order; lines of one stack stand above each other

    @property
    def raised(self) -> bool:
        """Whether the line begins with a superscript."""
        return script_of(self.words[0], self) > 0

    @property
    def indent(self) -> float:
        """Distance from the left edge of the column."""
        return self.x0 - self.left

    @property
    def slack(self) -> float:
        """Distance to the right edge of the column."""
        return self.right - self.x1

    @property
    def centered(self) -> bool:
        """Whether the line stands in the middle of its column and fills it on neither side."""
        return self.indent > self.size and self.slack > self.size and abs(self.indent - self.slack) < self.size


def make_line(page: Page, words: list[Word], left: float, right: float) -> Line:
    """A line of words that are sorted from left to right."""
    size = main_size(words)
    count = {"all": 0, "bold": 0, "italic": 0}
    baselines: list[float] = []
    for word in words:
        length = word.end - word.start
        count["all"] += length
        count["bold"] += length * word.font.bold
        count["italic"] += length * word.font.italic
        if abs(word.size - size) < 0.06:
            baselines.append(word.baseline)
    return Line(
        page=page,
        words=words,
        left=left,
        right=right,
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        baseline=sorted(baselines)[len(baselines) // 2],
        size=size,
        bold=count["bold"] >= 0.9 * count["all"],
        italic=count["italic"] >= 0.9 * count["all"],
        text=line_text(page, words),
    )


def line_text(page: Page, words: Sequence[Word]) -> str:
    """What the words say, with blanks between them where the page shows a gap."""
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        if before is not None and blank_between(page, before, word) is not None:
            parts.append(" ")
        parts.append(page.text[word.start : word.end])
        before = word
    text = "".join(parts)
    if any(character in text for character in IGNORED):
        text = "".join(character for character in text if character not in IGNORED)
    return text


def blank_between(page: Page, before: Word, word: Word) -> int | None:
    """The source offset of the blank between two words, -1 when the page only shows a gap, None when there is none."""
    if before.end < word.start <= before.end + 3 and page.text[before.end : word.start].isspace():
        return page.start + before.end
    return -1 if word.x0 - before.x1 > BLANK * max(word.size, before.size) else None


def script_of(word: Word, line: Line) -> int:
    """1 for a superscript, -1 for a subscript, 0 for what stands on the line."""
    if word.size > 0.88 * line.size:
        return 0
    raised = line.baseline - word.baseline
    if raised > RAISED * line.size:
        return 1
    return -1 if raised < -LOWERED * line.size else 0
