"""Bold words, told by the thickness of their strokes."""

from collections.abc import Sequence
from statistics import median
from typing import Any

from multilex.engines.ocr_geometry import CAPITAL
from multilex.engines.tesseract import Line, Word

BOLDER = 1.28
"""How much thicker strokes are than usual in the file: bold faces have some 1.5 times as much, light ones 1.05."""
LEAST_LETTERS = 3
_MOST_OF_LINE = 0.7


def measure_strokes(lines: Sequence[Line], mask: Any) -> None:
    """Set the stroke of each word to the usual length of its horizontal runs of ink, as a share of the size."""
    import numpy

    for line in lines:
        top, bottom = max(int(line.baseline - CAPITAL * line.size), 0), int(line.baseline)
        for word in line.words:
            glyphs = [glyph for glyph in word.glyphs if not glyph.raised]
            if not glyphs:
                continue
            area = mask[top:bottom, max(int(glyphs[0].x0), 0) : int(glyphs[-1].x1) + 1]
            edges = numpy.diff(numpy.pad(area.astype(numpy.int8), ((0, 0), (1, 1))), axis=1)
            starts, ends = numpy.nonzero(edges == 1)[1], numpy.nonzero(edges == -1)[1]
            if len(starts):
                word.stroke = float(numpy.median(ends - starts)) / line.size


def mark_bold(lines: Sequence[Line]) -> None:
    """Tell the words whose strokes are thicker than is usual in all these lines; short ones go with their line."""
    known = [word.stroke for line in lines for word in line.words if _is_long(word)]
    if not known:
        return
    least = BOLDER * median(known)
    for line in lines:
        long = [word for word in line.words if _is_long(word)] or [word for word in line.words if word.stroke]
        if not long:
            continue
        whole = sum(word.stroke >= least for word in long) >= _MOST_OF_LINE * len(long)
        before = False
        for word in line.words:
            word.bold = whole or (word.stroke >= least if _is_long(word) else before)
            before = word.bold


def _is_long(word: Word) -> bool:
    return word.stroke > 0 and sum(glyph.text.isalpha() for glyph in word.glyphs) >= LEAST_LETTERS
