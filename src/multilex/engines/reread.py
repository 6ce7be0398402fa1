"""Words in another script than their line, and doubtful lines, read again in one script alone.

Reading in several languages at once, Tesseract takes ``in`` for Cyrillic ``іп`` and ``v`` for ``у`` now and then. A
word of the other script is replaced when the second reading is about as sure as the first.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from multilex.engines.tesseract import Glyph, Line, Word, read_snippets

if TYPE_CHECKING:
    from PIL.Image import Image

CYRILLIC_CODES = frozenset(("kaz", "rus", "ukr", "bel", "kir", "tgk", "tat", "uzb_cyrl", "aze_cyrl", "mon", "bul"))
SHARE = 0.75
LEAST_LETTERS = 6
SURE, AS_SURE, SHORT = 75, 12, 3
DOUBTFUL = 60
DOUBTFUL_LINE, SURER, MOST_LINES = 70, 15, 12
_MARGIN = 10
_LATIN, _CYRILLIC = regex.compile(r"\p{Latin}"), regex.compile(r"\p{Cyrillic}")
_ADDRESS = regex.compile(r"https?:|www\.|@|/|\.[a-z]{2,4}\b")
_LETTERS = regex.compile(r"\p{L}")
_MIXED = regex.compile(r"[0-9]\p{L}|\p{L}[0-9]|\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin}")
_WHOLE_LINE = "--psm 7"


def read_again(image: "Image", lines: Sequence[Line], languages: str) -> None:
    """Put right lines and words of a page; the lines have a baseline and a size."""
    codes = languages.split("+")
    scripts = (
        (_LATIN, _CYRILLIC, "+".join(code for code in codes if code not in CYRILLIC_CODES)),
        (_CYRILLIC, _LATIN, "+".join(code for code in codes if code in CYRILLIC_CODES)),
    )
    if not all(known for _, _, known in scripts):
        return
    doubtful = [line for line in lines if sureness(line.words) < DOUBTFUL_LINE and not _ADDRESS.search(line.text)]
    for _, _, known in scripts:
        for line, (words, left) in _read(image, doubtful[:MOST_LINES], known):
            if _letters(words) > 0.7 * _letters(line.words) and sureness(words) >= sureness(line.words) + SURER:
                raised = [glyph for word in line.words for glyph in word.glyphs if glyph.raised]
                line.words[:] = [_moved(word, left, line) for word in words]
                _hang(raised, line.words)
    for own, other, known in scripts:
        suspects = {id(line): words for line in lines if (words := _suspects(line, own, other))}
        for line, (reading, left) in _read(image, [line for line in lines if id(line) in suspects], known):
            for word in suspects[id(line)]:
                _replace(line, word, reading, left, other)


def _read(image: "Image", lines: Sequence[Line], languages: str) -> Iterator[tuple[Line, tuple[list[Word], float]]]:
    """Each line with its words in other languages, and where their picture begins on the page."""
    pieces = [_piece(image, line) for line in lines]
    readings = read_snippets([piece for piece, _ in pieces], languages, _WHOLE_LINE)
    return zip(lines, zip(readings, (left for _, left in pieces), strict=False), strict=False)


def sureness(words: Iterable[Word]) -> float:
    """How sure Tesseract is of the words of some length, 0 to 100; 100 where there are none."""
    sure = [word.confidence for word in words if len(_LETTERS.findall(word.text)) > SHORT]
    return sum(sure) / len(sure) if sure else 100.0


def _letters(words: Sequence[Word]) -> int:
    return sum(len(_LETTERS.findall(word.text)) for word in words)


def _moved(word: Word, left: float, line: Line) -> Word:
    """A word of a line's picture as it stands on the page."""
    above = line.baseline - line.size - _MARGIN
    for glyph in word.glyphs:
        glyph.x0, glyph.x1 = glyph.x0 + left, glyph.x1 + left
        glyph.top, glyph.bottom = glyph.top + above, glyph.bottom + above
    return word


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


def _replace(line: Line, word: Word, reading: Sequence[Word], left: float, other: "regex.Pattern[str]") -> None:
    """Give a word of a line the characters of its second reading, where that is better."""
    x0, x1 = word.glyphs[0].x0 - left, word.glyphs[-1].x1 - left
    again = [one for one in reading if _shared(one, x0, x1) > 0.5 * min(x1 - x0, one.glyphs[-1].x1 - one.glyphs[0].x0)]
    if not again:
        return
    confidence = min(one.confidence for one in again)
    text = "".join(one.text for one in again)
    if other.search(text) or not _LETTERS.search(text) or not _is_better(word, confidence, len(text)):
        return
    raised = [glyph for glyph in word.glyphs if glyph.raised]
    word.glyphs[:] = [glyph for one in again for glyph in _moved(one, left, line).glyphs]
    word.confidence = confidence
    _hang(raised, [word])


def _hang(raised: Sequence[Glyph], words: Sequence[Word]) -> None:
    """Put superscripts back where they stand."""
    for mark in raised:
        word = min(words, key=lambda word: max(word.glyphs[0].x0 - mark.x1, mark.x0 - word.glyphs[-1].x1))
        place = sum(glyph.x0 + glyph.x1 < mark.x0 + mark.x1 for glyph in word.glyphs)
        word.glyphs.insert(place, mark)


def _plain(word: Word) -> str:
    """The characters of a word that are not raised."""
    return "".join(glyph.text for glyph in word.glyphs if not glyph.raised)


def _shared(word: Word, x0: float, x1: float) -> float:
    return min(word.glyphs[-1].x1, x1) - max(word.glyphs[0].x0, x0)


def _is_better(word: Word, confidence: int, length: int) -> bool:
    if word.confidence < DOUBTFUL:
        return confidence > word.confidence
    if _MIXED.search(_plain(word)):
        return confidence >= DOUBTFUL - AS_SURE
    if len(_LETTERS.findall(_plain(word))) > SHORT:
        return confidence >= word.confidence
    return confidence >= max(SURE, word.confidence - AS_SURE) and length <= len(_plain(word)) + SHORT
