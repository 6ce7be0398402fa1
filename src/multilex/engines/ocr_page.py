"""A page by OCR: from its picture to lines in points, and from these to a Page like that of a born-digital file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from multilex.engines.glyphs import ASCENT, DESCENT, RULE_THICKNESS, empty_glyphs
from multilex.engines.ocr_geometry import make_alike, measure
from multilex.engines.page_image import despeckle, ink, is_speckled, render, straighten
from multilex.engines.raised import raise_figures, without
from multilex.engines.reread import read_again, sureness
from multilex.engines.strokes import mark_bold, measure_strokes
from multilex.engines.tesseract import Line, read_lines
from multilex.source import Box, Font, Page

if TYPE_CHECKING:
    from PIL.Image import Image

SCRIPT = 0.62
"""Size of a superscript as a share of that of its line."""
CLEAR, CLEARER = 94, 0.5
"""How sure Tesseract is of the words of a good scan on average, of 100: some 95; of a bad one 85."""
RULE_LEAST = 36.0  # points
_SOLID = 0.97
_FONTS = (Font("", False, False), Font("", True, False))
_HYPHEN_GAP = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """What OCR made of a page: lines, thin straight lines, all in points on the page set straight."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Box, ...]


def recognise(data: bytes, index: int, languages: str) -> Reading:
    """The page at `index` (from 0) of a PDF as OCR reads it.

    Raises DamagedInputError when the page cannot be drawn, MultilexError when Tesseract fails or takes too long.
    """
    image, scale = render(data, index)
    image = straighten(image)
    image, lines = _read(image, languages)
    mask = ink(image)
    measure(lines)
    raised = raise_figures(image, mask, lines)
    read_again(without(image, raised), lines, languages)
    measure_strokes(lines, mask)
    rules = tuple(_scaled(box, 1 / scale) for box in find_rules(mask, RULE_LEAST * scale, RULE_THICKNESS * scale))
    for line in lines:
        line.baseline /= scale
        line.size /= scale
        for word in line.words:
            for glyph in word.glyphs:
                glyph.x0, glyph.top, glyph.x1, glyph.bottom = _scaled(
                    (glyph.x0, glyph.top, glyph.x1, glyph.bottom), 1 / scale
                )
    return Reading(image.width / scale, image.height / scale, tuple(lines), rules)


def _read(image: "Image", languages: str) -> tuple["Image", list[Line]]:
    """The lines of a page, and the picture they were read on: without specks where Tesseract is surer of that."""
    lines = read_lines(image, languages)
    before = sureness(word for line in lines for word in line.words)
    if before >= CLEAR or not is_speckled(ink(image)):
        return image, lines
    cleared = despeckle(image)
    again = read_lines(cleared, languages)
    after = sureness(word for line in again for word in line.words)
    return (cleared, again) if after > before + CLEARER else (image, lines)


def to_page(reading: Reading, number: int, start: int) -> Page:
    """The recognised characters as a page draws them: words with blanks between, every line on its baseline."""
    text: list[str] = []
    glyphs = empty_glyphs()

    def add(point: str, x0: float, x1: float, baseline: float, size: float, bold: bool) -> None:
        text.append(point)
        glyphs.x0.append(x0)
        glyphs.x1.append(max(x0, x1))
        glyphs.top.append(baseline - ASCENT * size)
        glyphs.bottom.append(baseline + DESCENT * size)
        glyphs.size.append(size)
        glyphs.font.append(bold)

    for line in reading.lines:
        for index, word in enumerate(line.words):
            lefts = _rising(glyph.x0 for glyph in word.glyphs)
            if index:
                add(" ", line.words[index - 1].glyphs[-1].x1, lefts[0], line.baseline, line.size, word.bold)
            raised: float | None = None
            for place, glyph in enumerate(word.glyphs):
                right = lefts[place + 1] if place + 1 < len(lefts) else glyph.x1
                if glyph.raised:
                    raised = glyph.bottom if raised is None else raised
                    add(glyph.text, lefts[place], right, raised, SCRIPT * line.size, word.bold)
                else:
                    raised = None
                    add(glyph.text, lefts[place], right, line.baseline, line.size, word.bold)
    return Page(number, "".join(text), start, reading.width, reading.height, glyphs, _FONTS, reading.rules)


def find_rules(mask: Any, least: float, thickest: float) -> list[Box]:
    """Thin straight lines of ink, across and down, in pixels: at least so long, at most so thick."""
    across = _rules(mask, int(least), thickest)
    down = _rules(mask.T, int(least), thickest)
    return across + [(top, x0, bottom, x1) for x0, top, x1, bottom in down]


def _rules(mask: Any, least: int, thickest: float) -> list[Box]:
    import numpy

    if mask.shape[1] <= least:
        return []
    sums = numpy.cumsum(mask, axis=1, dtype=numpy.int32)
    solid = sums[:, least:] - sums[:, :-least] >= _SOLID * least
    rows = numpy.flatnonzero(solid.any(axis=1))
    boxes: list[Box] = []
    for group in numpy.split(rows, numpy.flatnonzero(numpy.diff(rows) > 1) + 1):
        if not len(group) or len(group) > thickest:
            continue
        columns = numpy.flatnonzero(solid[group].any(axis=0))
        for stretch in numpy.split(columns, numpy.flatnonzero(numpy.diff(columns) > least) + 1):
            boxes.append((float(stretch[0]), float(group[0]), float(stretch[-1] + least), float(group[-1] + 1)))
    return boxes


def _rising(lefts: Iterable[float]) -> list[float]:
    """The same, none left of the one before."""
    rising: list[float] = []
    for left in lefts:
        rising.append(max(left, rising[-1]) if rising else left)
    return rising


def _scaled(box: Box, factor: float) -> Box:
    return (box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor)


def settle(readings: Sequence[Reading]) -> None:
    """What only all pages together tell: which sizes there are, which words are bold, which hyphens end a line."""
    lines = [line for reading in readings for line in reading.lines]
    make_alike(lines)
    mark_bold(lines)
    for line in lines:
        _join_hyphen(line)


def _join_hyphen(line: Line) -> None:
    """A hyphen alone at the end of a line, close to its word, is part of the word."""
    if len(line.words) < 2 or line.words[-1].text not in ("-", "\u2010"):
        return
    word, hyphen = line.words[-2:]
    close = hyphen.glyphs[0].x0 - word.glyphs[-1].x1 < _HYPHEN_GAP * line.size
    if close and word.glyphs[-1].text.isalpha():
        word.glyphs.extend(hyphen.glyphs)
        line.words.pop()
