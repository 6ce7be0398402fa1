"""Words in another script than their line, read again in the script of the line alone.

Reading in several languages at once, Tesseract takes ``in`` for Cyrillic ``іп`` and ``v`` for ``у`` now and then. A
word of the other script is replaced when the second reading is about as sure as the first.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from multilex.engines.tesseract import Line, Word, read_snippets

if TYPE_CHECKING:
    from PIL.Image import Image

CYRILLIC_CODES = frozenset(("kaz", "rus", "ukr", "bel", "kir", "tgk", "tat", "uzb_cyrl", "aze_cyrl", "mon", "bul"))
SHARE = 0.75
LEAST_LETTERS = 6
SURE, AS_SURE, SHORT = 75, 12, 3
DOUBTFUL = 60
_MARGIN = 10
_LATIN, _CYRILLIC = regex.compile(r"\p{Latin}"), regex.compile(r"\p{Cyrillic}")
_ADDRESS = regex.compile(r"https?:|www\.|@|/|\.[a-z]{2,4}\b")
_LETTERS = regex.compile(r"\p{L}")
_MIXED = regex.compile(r"[0-9]\p{L}|\p{L}[0-9]|\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin}")
_WHOLE_LINE = "--psm 7"


def read_again(image: "Image", lines: Sequence[Line], languages: str) -> int:
    """Put right words of lines with a baseline and a size; how many were."""
    codes = languages.split("+")
    count = 0
    for own, other, known in (
        (_LATIN, _CYRILLIC, [code for code in codes if code not in CYRILLIC_CODES]),
        (_CYRILLIC, _LATIN, [code for code in codes if code in CYRILLIC_CODES]),
    ):
        suspects = [(line, words) for line in lines if (words := _suspects(line, own, other))] if known else []
        pieces = [_piece(image, line) for line, _ in suspects]
        readings = read_snippets([piece for piece, _ in pieces], "+".join(known), _WHOLE_LINE)
        for (_, words), (_, left), reading in zip(suspects, pieces, readings, strict=False):
            count += sum(_replace(word, reading, left, other) for word in words)
    return count


def _suspects(line: Line, own: "regex.Pattern[str]", other: "regex.Pattern[str]") -> list[Word]:
    """The words with letters of the other script in a line that is all but written in its own."""
    words = [word for word in line.words if not _ADDRESS.search(word.text)]
    text = " ".join(word.text for word in words)
    mine, strange = len(own.findall(text)), len(other.findall(text))
    if mine < LEAST_LETTERS or mine < SHARE * (mine + strange):
        return []
    return [word for word in words if other.search(word.text)]


def _piece(image: "Image", line: Line) -> tuple["Image", float]:
    """The picture of a line with a margin of paper, and the place of its left edge on the page."""
    from PIL import ImageOps

    left = int(min(word.glyphs[0].x0 for word in line.words) - line.size / 2)
    right = int(max(word.glyphs[-1].x1 for word in line.words) + line.size / 2)
    box = (max(left, 0), max(int(line.baseline - line.size), 0), right, int(line.baseline + 0.4 * line.size))
    return ImageOps.expand(image.crop(box), _MARGIN, 255), box[0] - _MARGIN


def _replace(word: Word, reading: Sequence[Word], left: float, other: "regex.Pattern[str]") -> bool:
    """Give a word of a line the characters of its second reading, where that is better."""
    x0, x1 = word.glyphs[0].x0 - left, word.glyphs[-1].x1 - left
    again = [one for one in reading if _shared(one, x0, x1) > 0.5 * min(x1 - x0, one.glyphs[-1].x1 - one.glyphs[0].x0)]
    if not again:
        return False
    confidence = min(one.confidence for one in again)
    glyphs = [glyph for one in again for glyph in one.glyphs]
    text = "".join(glyph.text for glyph in glyphs)
    if other.search(text) or not _LETTERS.search(text) or not _is_better(word, confidence, len(text)):
        return False
    for glyph in glyphs:
        glyph.x0, glyph.x1 = glyph.x0 + left, glyph.x1 + left
        glyph.top, glyph.bottom = word.glyphs[0].top, word.glyphs[0].bottom
    word.glyphs[:], word.confidence = glyphs, confidence
    return True


def _shared(word: Word, x0: float, x1: float) -> float:
    return min(word.glyphs[-1].x1, x1) - max(word.glyphs[0].x0, x0)


def _is_better(word: Word, confidence: int, length: int) -> bool:
    if word.confidence < DOUBTFUL:
        return confidence > word.confidence
    if _MIXED.search(word.text):
        return confidence >= DOUBTFUL - AS_SURE
    if len(_LETTERS.findall(word.text)) > SHORT:
        return confidence >= word.confidence
    return confidence >= max(SURE, word.confidence - AS_SURE) and length <= len(word.text) + SHORT
