"""The characters of a page as pdfium reports them: code, box, size, baseline and font of each.

Of what pdfium reports, blanks and line breaks that it makes up itself are left out, and the marks it puts for
hyphens at line ends (U+0002, U+FFFE) are hyphens again, so that the characters are those that the page draws.
"""

import ctypes
import math
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from multilex.engines.glyphs import ASCENT, DESCENT, empty_glyphs, font
from multilex.source import Font, Glyphs

Point = tuple[float, float]
Shown = Callable[[float, float], Point]
"""The map from a page's own coordinates (upwards) to those of the page as shown (downwards)."""

USUAL_LEAN = 0.13
COMMON_SHARE = 0.3
_LINE_END_HYPHENS = (0x0002, 0xFFFE)
_GENERATED = (0x20, 0x0D, 0x0A, 0x2D)
_CODE_BITS = 21  # as many as the largest code point takes


@dataclass(frozen=True, slots=True)
class Advances:
    """What is known of the fonts of a file. Letters are numbered by font and code.

    `leans` says whether a letter leans over its neighbours, `insets` how far within its box it begins, `shares` how far
    on the next letter began (both per size).
    """

    fonts: dict[bytes, int] = field(default_factory=dict)
    leans: dict[int, bool] = field(default_factory=dict)
    insets: dict[int, float] = field(default_factory=dict)
    shares: dict[int, Counter[float]] = field(default_factory=lambda: defaultdict(Counter))


def read_characters(handle: Any, count: int, shown: Shown, advances: Advances) -> tuple[str, Glyphs, tuple[Font, ...]]:
    """The first `count` characters of a text page: their text, geometry and the fonts they are set in.

    `advances` is for one file, and learns from each page.
    """
    import pypdfium2.raw as pdfium

    is_generated = pdfium.FPDFText_IsGenerated
    codes, objects, boxes = _ask(handle, count)
    lefts, rights = _across(boxes, shown)
    kept: list[int] = []
    text: list[str] = []
    glyphs, styles, leaning = empty_glyphs(), _Styles(handle, shown, advances), _Leaning(handle, advances)
    leans, keep, write = advances.leans, kept.append, text.append
    drawn, upright, size, letters, high = 0, True, 0.0, 0, 0
    run: tuple[float, float, float, int] | None = None  # top, bottom, size and font of what was kept last
    begun = 0

    def end_run() -> None:
        if run is not None:
            top, bottom, size, font_index = run
            length = len(kept) - begun
            glyphs.top.extend([top] * length)
            glyphs.bottom.extend([bottom] * length)
            glyphs.size.extend([size] * length)
            glyphs.font.extend([font_index] * length)

    for index, (code, drawing) in enumerate(zip(codes, objects, strict=True)):
        if code in _GENERATED and is_generated(handle, index):
            leaning.interrupt()
            continue
        if code in _LINE_END_HYPHENS:
            code = 0x2D
        elif 0xD800 <= code < 0xE000:  # half of a character beyond the basic plane
            if code < 0xDC00:
                high = code
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
            high = 0
        if drawing != drawn or not upright or run is None:
            leaning.interrupt()
            end_run()
            drawn, begun = drawing, len(kept)
            upright, size, baseline, font_index, letters = styles.read(index)
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
            if not upright:
                top, bottom = sorted(shown(boxes[4 * index + at], boxes[4 * index + at + 1])[1] for at in (0, 2))
            run = (top, bottom, size, font_index)
        if upright and (leaning.before or leans.get(letters | code) is not False):
            leaning.see(index, len(kept), letters | code, size, boxes[4 * index], boxes[4 * index + 2])
        keep(index)
        write(chr(code) if code else "\ufffd")
    end_run()
    glyphs.x0.extend([lefts[index] for index in kept])
    glyphs.x1.extend([rights[index] for index in kept])
    leaning.straighten(glyphs)
    return "".join(text), glyphs, tuple(styles.fonts)


def _ask(handle: Any, count: int) -> tuple[list[int], list[int], list[float]]:
    """Of each character the code, the text object that draws it, and four numbers of its box: left, top, right, bottom.

    The functions are called with addresses: to wrap and to check what goes in and out takes longer than to ask.
    """
    import pypdfium2.raw as pdfium

    def bare(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
        return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)

    pointer, number = ctypes.c_void_p, ctypes.c_int
    get_code = bare(pdfium.FPDFText_GetUnicode, ctypes.c_uint, pointer, number)
    get_object = bare(pdfium.FPDFText_GetTextObject, pointer, pointer, number)
    get_box = bare(pdfium.FPDFText_GetLooseCharBox, number, pointer, number, pointer)
    page, every = ctypes.cast(handle, pointer).value, range(count)
    boxes = (pdfium.FS_RECTF * count)()
    start, size = ctypes.addressof(boxes), ctypes.sizeof(pdfium.FS_RECTF)
    for index in every:
        get_box(page, index, start + size * index)
    numbers: list[Any] = memoryview(boxes).cast("B").cast("f").tolist() if count else []
    return [get_code(page, index) for index in every], [get_object(page, index) or 0 for index in every], numbers


def _across(boxes: list[float], shown: Shown) -> tuple[list[float], list[float]]:
    """The left and the right edges of boxes on the page as shown."""
    zero = shown(0.0, 0.0)[0]
    along, up = round(shown(1.0, 0.0)[0] - zero), round(shown(0.0, 1.0)[0] - zero)
    first = 0 if along else 1  # a page on its side has its left edge above or below
    sign = along or up
    edges = [(zero + sign * a, zero + sign * b) for a, b in zip(boxes[first::4], boxes[first + 2 :: 4], strict=True)]
    return [a if a < b else b for a, b in edges], [b if a < b else a for a, b in edges]


class _Styles:
    """How the text object that a character belongs to is set; `fonts` are those met on the page."""

    def __init__(self, handle: Any, shown: Shown, advances: Advances) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._handle, self._shown, self._advances = pdfium, handle, shown, advances
        self._name = ctypes.create_string_buffer(256)
        self._flags, self._matrix = ctypes.c_int(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._indexes: dict[bytes, int] = {}
        self.fonts: list[Font] = []

    def read(self, index: int) -> tuple[bool, float, float, int, int]:
        """Whether a character stands upright, its size, its baseline (from the top), its font, and the number in the
        file of that font's first letter.
        """
        pdfium, handle, matrix = self._pdfium, self._handle, self._matrix
        pdfium.FPDFText_GetMatrix(handle, index, matrix)
        pdfium.FPDFText_GetCharOrigin(handle, index, self._x, self._y)
        size = pdfium.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
        zero, along = self._shown(0.0, 0.0), self._shown(matrix.a, matrix.b)
        right, down = along[0] - zero[0], along[1] - zero[1]
        upright = right > 0 and abs(down) < 0.1 * right
        pdfium.FPDFText_GetFontInfo(handle, index, self._name, 255, self._flags)
        name = self._name.value
        if name not in self._indexes:
            self._indexes[name] = len(self._indexes)
            self.fonts.append(font(name.decode("utf-8", "replace")))
        letters = self._advances.fonts.setdefault(name, len(self._advances.fonts)) << _CODE_BITS
        return upright, size, self._shown(self._x.value, self._y.value)[1], self._indexes[name], letters


class _Leaning:
    """Letters that lean over their neighbours, an italic f: pdfium's box holds all of the letter, so the blanks beside
    it seem to be none. Their boxes are cut at their origin and where the letter after usually begins in the file.
    """

    def __init__(self, handle: Any, advances: Advances) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._handle, self._advances = pdfium, handle, advances
        self._values = [ctypes.c_double() for _ in range(4)]
        self._seen: list[tuple[int, int, float, float]] = []
        self.before: tuple[int, float, float] | None = None  # a leaning letter right before: its number, origin, width

    def interrupt(self) -> None:
        """What follows does not follow closely."""
        self.before = None

    def see(self, index: int, place: int, letter: int, size: float, start: float, end: float) -> None:
        """Take note of an upright character, the `place`-th that is kept of its page; its box begins and ends there."""
        if size <= 0:
            self.before = None
            return
        leans, inset = self._advances.leans.get(letter), self._advances.insets.get(letter, 0.0)
        if leans is None:
            left, tight, low, high = self._values
            self._pdfium.FPDFText_GetCharBox(self._handle, index, left, tight, low, high)
            leans = self._advances.leans[letter] = min(end - tight.value, left.value - start) < 0.01 * size
            self._pdfium.FPDFText_GetCharOrigin(self._handle, index, left, low)
            inset = self._advances.insets[letter] = (left.value - start) / size
        origin = start + inset * size
        if self.before is not None:
            before, begun, width = self.before
            share = (origin - begun) / size
            if 0.3 * width < share < 1.2 * width:
                self._advances.shares[before][round(share, 2)] += 1
        self.before = None
        if leans:
            self.before = (letter, origin, (end - origin) / size)
            self._seen.append((place, letter, max(0.0, origin - start), size))

    def straighten(self, glyphs: Glyphs) -> None:
        """Cut the boxes of leaning letters."""
        ends = {letter: _usual(self._advances.shares.get(letter)) for letter in {seen[1] for seen in self._seen}}
        for place, letter, inset, size in self._seen:
            glyphs.x0[place] += inset
            share = ends[letter]
            end = glyphs.x1[place] - USUAL_LEAN * size if share is None else glyphs.x0[place] + size * share
            if end < glyphs.x1[place]:
                glyphs.x1[place] = end


def _usual(shares: Counter[float] | None) -> float | None:
    """How far on the next letter begins at most, of what is common."""
    if not shares:
        return None
    often = COMMON_SHARE * max(shares.values())
    return max(share for share, times in shares.items() if times >= often)
