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

    `leans` says whether a letter leans over its neighbours, `shares` how far on the next letter began (per size).
    """

    fonts: dict[bytes, int] = field(default_factory=dict)
    leans: dict[int, bool] = field(default_factory=dict)
    shares: dict[int, Counter[float]] = field(default_factory=lambda: defaultdict(Counter))


def read_characters(handle: Any, count: int, shown: Shown, advances: Advances) -> tuple[str, Glyphs, tuple[Font, ...]]:
    """The first `count` characters of a text page: their text, geometry and the fonts they are set in.

    `advances` is for one file, and learns from each page.
    """
    import pypdfium2.raw as pdfium

    get_unicode, is_generated = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsGenerated
    get_box, get_object = pdfium.FPDFText_GetLooseCharBox, _address_getter(pdfium.FPDFText_GetTextObject)
    address = ctypes.cast(handle, ctypes.c_void_p).value
    box = pdfium.FS_RECTF()
    box_pointer = ctypes.byref(box)
    text: list[str] = []
    glyphs, styles, leaning = empty_glyphs(), _Styles(handle, shown, advances), _Leaning(handle, advances)
    x0s, tops, x1s, bottoms = glyphs.x0.append, glyphs.top.append, glyphs.x1.append, glyphs.bottom.append
    sizes, font_indexes, leans = glyphs.size.append, glyphs.font.append, advances.leans
    drawn, upright, size, top, bottom, font_index, letters, high = 0, True, 0.0, 0.0, 0.0, 0, 0, 0
    for index in range(count):
        code = get_unicode(handle, index)
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
        drawing = get_object(address, index) or 0
        if drawing != drawn or not upright:
            leaning.interrupt()
            drawn = drawing
            upright, size, baseline, font_index, letters = styles.read(index)
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
        get_box(handle, index, box_pointer)
        xa, ya = shown(box.left, box.top)
        xb, yb = shown(box.right, box.bottom)
        if upright and (leaning.before or leans.get(letters | code) is not False):
            leaning.see(index, len(text), letters | code, size, box)
        text.append(chr(code) if code else "\ufffd")
        x0s(xa if xa < xb else xb)
        x1s(xb if xa < xb else xa)
        tops(top if upright else min(ya, yb))
        bottoms(bottom if upright else max(ya, yb))
        sizes(size)
        font_indexes(font_index)
    leaning.straighten(glyphs)
    return "".join(text), glyphs, tuple(styles.fonts)


def _address_getter(function: Any) -> Callable[[int | None, int], int | None]:
    """The same C function of (pointer, int) that returns the address itself: wrapping it takes longer than asking."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    kind = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return kind(address or 0)


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

    def see(self, index: int, place: int, letter: int, size: float, box: Any) -> None:
        """Take note of an upright character, the `place`-th that is kept of its page."""
        leans = self._advances.leans.get(letter)
        if leans is None:
            left, tight, low, high = self._values
            self._pdfium.FPDFText_GetCharBox(self._handle, index, left, tight, low, high)
            edge = min(box.right - tight.value, left.value - box.left)
            leans = self._advances.leans[letter] = size > 0 and edge < 0.01 * size
        if self.before is None and not leans:
            return
        x, y = self._values[:2]
        self._pdfium.FPDFText_GetCharOrigin(self._handle, index, x, y)
        if self.before is not None and size > 0:
            before, start, width = self.before
            share = (x.value - start) / size
            if 0.3 * width < share < 1.2 * width:
                self._advances.shares[before][round(share, 2)] += 1
        self.before = None
        if leans and size > 0:
            self.before = (letter, x.value, (box.right - x.value) / size)
            self._seen.append((place, letter, max(0.0, x.value - box.left), size))

    def straighten(self, glyphs: Glyphs) -> None:
        """Cut the boxes of leaning letters."""
        for place, letter, start, size in self._seen:
            glyphs.x0[place] += start
            shares = self._advances.shares.get(letter)
            if shares:
                often = COMMON_SHARE * max(shares.values())
                end = glyphs.x0[place] + size * max(share for share, times in shares.items() if times >= often)
            else:
                end = glyphs.x1[place] - USUAL_LEAN * size
            glyphs.x1[place] = min(glyphs.x1[place], end)
