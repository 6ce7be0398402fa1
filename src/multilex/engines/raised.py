"""Superscripts on the picture of a page: small blobs that stand high in their line.

Tesseract takes ``¹`` for a quotation mark or leaves it out. Here they are found by where they stand, read once more
enlarged and as figures only, and put in the place of what Tesseract had made of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from multilex.engines.ocr_geometry import CAPITAL
from multilex.engines.tesseract import Glyph, Line, Word, read_snippets

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_HEIGHT, MOST_HEIGHT = 0.42, 0.9  # all in heights of a capital
LEAST_STAR = 0.2
LEAST_WIDTH, MOST_WIDTH = 0.1, 0.7
LEAST_RISE = 0.25
REACH = 1.4
NEAR, BEFORE = 0.6, 1.4
"""How far from its word a superscript stands at most, in ems; the number of a note stands before it."""
MOST_BELOW = 0.3
SURE = 50
_QUOTES = frozenset("'’‘`´“”\"„*°º!?^")
_FIGURES = "-c tessedit_char_whitelist=0123456789* --psm 7"
_HEIGHT, _MARGIN = 44, 22


@dataclass(frozen=True, slots=True)
class Blob:
    """A stretch of ink that no gap divides: its box in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int


def raise_figures(image: "Image", mask: Any, lines: Sequence[Line]) -> list[Blob]:
    """Mark the superscripts of measured lines, put right what they were read as; where they are.

    `mask` tells which pixels of `image` are ink.
    """
    places = [(line, group) for line in lines for group in _groups(line, mask)]
    figures = [(line, group) for line, group in places if not _is_star(group[0], line)]
    read = read_snippets([_enlarged(image, _figures(line, group)) for line, group in figures], "eng", _FIGURES)
    found = [(line, group, "*") for line, group in places if _is_star(group[0], line) and _reads_star(line, group)]
    for (line, group), words in zip(figures, read, strict=False):
        text = "".join(word.text for word in words)
        own = _figures(line, group)
        if (
            text not in ("", "0")
            and len(text) <= len(own)
            and (_is_one(text, own) or min(word.confidence for word in words) >= SURE)
        ):
            found.append((line, group, text + "*" * (len(group) - len(own))))
    return [blob for line, group, text in found if _put(line, group, text) for blob in group]


def without(image: "Image", blobs: Sequence[Blob]) -> "Image":
    """The picture with paper in the place of some blobs."""
    cleared = image.copy()
    for blob in blobs:
        cleared.paste(255, (blob.x0 - 2, blob.top - 2, blob.x1 + 2, blob.bottom + 2))
    return cleared


def find_raised(line: Line, mask: Any) -> list[Blob]:
    """The blobs of a line that stand where superscripts do and are as large as these are."""
    capital = line.size * CAPITAL
    return [
        blob
        for blob in _blobs(line, mask, capital)
        if _is_star(blob, line)
        or (
            LEAST_HEIGHT * capital <= blob.bottom - blob.top <= MOST_HEIGHT * capital
            and LEAST_WIDTH * capital <= blob.x1 - blob.x0 <= MOST_WIDTH * capital
            and line.baseline - blob.bottom >= LEAST_RISE * capital
        )
    ]


def _is_star(blob: Blob, line: Line) -> bool:
    """Whether it is as small as a raised asterisk, and higher than a quotation mark."""
    capital = line.size * CAPITAL
    width, height = blob.x1 - blob.x0, blob.bottom - blob.top
    small = LEAST_STAR * capital <= height < LEAST_HEIGHT * capital and 0.7 < width / height < 1.5
    return small and line.baseline - blob.bottom >= 0.6 * capital and line.baseline - blob.top >= 1.05 * capital


def _blobs(line: Line, mask: Any, capital: float) -> Iterator[Blob]:
    """The blobs of ink that hold the columns of a line in which nothing stands on the baseline."""
    import numpy

    glyphs = [glyph for word in line.words for glyph in word.glyphs]
    high, low = max(int(line.baseline - REACH * capital), 0), int(line.baseline + 0.3 * capital)
    left = max(int(min(glyph.x0 for glyph in glyphs) - BEFORE * line.size), 0)
    area = mask[high:low, left : int(max(glyph.x1 for glyph in glyphs) + capital)]
    if not area.size:
        return
    floating = area.any(axis=0) & ~area[int(line.baseline - LEAST_RISE * capital) - high :].any(axis=0)
    end = 0
    for start, stop in _runs(floating):
        if stop - start < LEAST_WIDTH * capital or start < end:
            continue
        inked = numpy.flatnonzero(area[:, start:stop].any(axis=1))
        if inked[-1] - inked[0] < LEAST_STAR * capital:  # the bar of a letter
            continue
        columns = slice(max(start - int(MOST_WIDTH * capital), 0), stop + int(MOST_WIDTH * capital))
        rows = numpy.flatnonzero(area[:, (start + stop) // 2])
        x0, top, x1, bottom = _extent(area[:, columns], int(rows[-1]), (start + stop) // 2 - columns.start)
        end = columns.start + x1
        below = area[bottom:, columns.start + x0 : end].any(axis=0)
        if top > 0 and below.mean() < MOST_BELOW:  # else it is part of a larger sign, % or ?
            yield Blob(left + columns.start + x0, high + top, left + end, high + bottom)


def _runs(flags: Any) -> list[tuple[int, int]]:
    """Where flags are set: half-open stretches."""
    import numpy

    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], flags.astype(numpy.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _extent(area: Any, row: int, column: int) -> tuple[int, int, int, int]:
    """The box of the connected ink that holds a pixel."""
    import numpy

    reached = numpy.zeros_like(area)
    reached[row, column] = True
    size = 0
    while (count := int(reached.sum())) != size:
        size = count
        grown = reached.copy()
        grown[1:] |= reached[:-1]
        grown[:-1] |= reached[1:]
        grown[:, 1:] |= grown[:, :-1].copy()
        grown[:, :-1] |= grown[:, 1:].copy()
        reached = grown & area
    rows, columns = numpy.flatnonzero(reached.any(axis=1)), numpy.flatnonzero(reached.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _groups(line: Line, mask: Any) -> list[list[Blob]]:
    """Raised blobs, those that stand beside each other together."""
    groups: list[list[Blob]] = []
    for blob in find_raised(line, mask):
        if groups and blob.x0 - groups[-1][-1].x1 < 0.3 * CAPITAL * line.size:
            groups[-1].append(blob)
        else:
            groups.append([blob])
    return groups


def _figures(line: Line, group: Sequence[Blob]) -> list[Blob]:
    """The blobs of a group without the asterisks at its end."""
    return [blob for blob in group if not _is_star(blob, line)]


def _is_one(text: str, figures: Sequence[Blob]) -> bool:
    """Whether the figure read is 1 and as narrow as no other: Tesseract is never sure of a single stroke."""
    blob = figures[0]
    return text == "1" and len(figures) == 1 and blob.x1 - blob.x0 < 0.55 * (blob.bottom - blob.top)


def _reads_star(line: Line, group: Sequence[Blob]) -> bool:
    """Whether Tesseract read an asterisk, or a quotation mark in an address, where a single small blob is."""
    left, right = group[0].x0 - line.size / 4, group[-1].x1 + line.size / 4
    return len(group) == 1 and any(
        glyph.text == "*" or (glyph.text in _QUOTES and "@" in word.text)
        for word in line.words
        for glyph in word.glyphs
        if glyph.x1 > left and glyph.x0 < right
    )


def _enlarged(image: "Image", group: Sequence[Blob]) -> "Image":
    from PIL.Image import Resampling, new

    box = (group[0].x0 - 1, min(b.top for b in group) - 1, group[-1].x1 + 1, max(b.bottom for b in group) + 1)
    piece = image.crop(box)
    factor = _HEIGHT / piece.height
    piece = piece.resize((max(round(piece.width * factor), 1), _HEIGHT), Resampling.LANCZOS)
    sheet = new("L", (piece.width + 2 * _MARGIN, _HEIGHT + 2 * _MARGIN), 255)
    sheet.paste(piece, (_MARGIN, _MARGIN))
    return sheet


def _put(line: Line, group: Sequence[Blob], text: str) -> bool:
    """Put superscripts where the blobs stand, in the place of what they were read as."""
    x0, x1 = group[0].x0, group[-1].x1
    host = min(line.words, key=lambda word: max(word.glyphs[0].x0 - x1, x0 - word.glyphs[-1].x1))
    if max(host.glyphs[0].x0 - x1, x0 - host.glyphs[-1].x1) > NEAR * line.size:
        if x1 > line.words[0].glyphs[0].x0:
            return False
        host = Word([], SURE)
        line.words.insert(0, host)
    taken = [
        index
        for index, glyph in enumerate(host.glyphs)
        if _is_reading(glyph, x0, x1, line.baseline - 0.2 * CAPITAL * line.size, 0.3 * line.size)
    ]
    if taken:
        first, last = taken[0], taken[-1] + 1
    else:
        first = last = sum(glyph.x0 + glyph.x1 < x0 + x1 for glyph in host.glyphs)
    top, bottom, step = min(blob.top for blob in group), max(blob.bottom for blob in group), (x1 - x0) / len(text)
    host.glyphs[first:last] = [
        Glyph(point, x0 + index * step, top, x0 + (index + 1) * step, bottom, raised=True)
        for index, point in enumerate(text)
    ]
    return True


def _is_reading(glyph: Glyph, x0: int, x1: int, above: float, near: float) -> bool:
    """Whether a recognised character is what the blobs from `x0` to `x1` were taken for."""
    shared = min(glyph.x1, x1) - max(glyph.x0, x0)
    if glyph.text in _QUOTES:
        return shared > -near
    return glyph.bottom < above and shared > 0.5 * min(glyph.x1 - glyph.x0, x1 - x0)
