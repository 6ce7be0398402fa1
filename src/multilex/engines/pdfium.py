"""PDF pages through pypdfium2, several times faster than any reader in Python.

Of what pdfium reports, blanks and line breaks that it makes up itself are left out, and the marks it puts for
hyphens at line ends (U+0002, U+FFFE) are hyphens again, so that the characters are those that the page draws.
"""

import ctypes
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from multilex.engines.glyphs import ASCENT, DESCENT, TEXT_LIMIT, edges, empty_glyphs, font, thin
from multilex.errors import DamagedInputError, EncryptedInputError
from multilex.source import Box, Font, Glyphs, Page, SourceNote
from multilex.vocabulary import NoteCode, Severity

OBJECT_LIMIT = 20_000
SEGMENT_LIMIT = 64
USUAL_LEAN = 0.13
COMMON_SHARE = 0.3
_LINE_END_HYPHENS = (0x0002, 0xFFFE)
_GENERATED = (0x20, 0x0D, 0x0A, 0x2D)
_PASSWORD_ERROR = 4
_Point = tuple[float, float]
_one_at_a_time = Lock()  # pdfium is not safe to enter from two threads


@dataclass(frozen=True, slots=True)
class _Advances:
    """By font and character, for a whole file: whether it leans over the next, and how far on that began (per size)."""

    leans: dict[tuple[bytes, int], bool] = field(default_factory=dict)
    shares: dict[tuple[bytes, int], Counter[float]] = field(default_factory=lambda: defaultdict(Counter))


def read_pages(data: bytes) -> Iterator[tuple[Page, tuple[SourceNote, ...]]]:
    """The pages of a PDF in order, each with what is to be told about it; a damaged page comes out empty.

    Boxes are in points from the top left corner of the page as it is shown (crop box, /Rotate applied).

    Raises:
        EncryptedInputError: the file asks for a password.
        DamagedInputError: no PDF can be made of the bytes.
    """
    import pypdfium2

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(data)
            count = len(document)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD_ERROR:
                raise EncryptedInputError(
                    "the PDF asks for a password; save a copy without one and read that"
                ) from error
            raise DamagedInputError(
                "the bytes cannot be opened as a PDF; get the file again from where it came"
            ) from error
    try:
        start, advances = 0, _Advances()
        for index in range(count):
            with _one_at_a_time:
                page, notes = _read_page(document, index, start, advances)
            start = page.end
            yield page, notes
    finally:
        with _one_at_a_time:
            document.close()


def _read_page(
    document: Any, index: int, start: int, advances: _Advances
) -> tuple[Page, tuple[SourceNote, ...]]:
    import pypdfium2

    number = index + 1
    try:
        handle = document[index]
        characters = handle.get_textpage()
    except pypdfium2.PdfiumError:
        note = SourceNote(
            NoteCode.PAGE_UNREADABLE, Severity.WARNING, f"page {number} is damaged and was left out", number
        )
        return Page(number, "", start), (note,)
    try:
        notes: tuple[SourceNote, ...] = ()
        count = characters.count_chars()
        if count > TEXT_LIMIT:
            message = f"page {number} holds {count} characters; only the first {TEXT_LIMIT} were read"
            notes = (SourceNote(NoteCode.INPUT_TRUNCATED, Severity.WARNING, message, number),)
        width, height = handle.get_size()
        shown = _as_shown(handle.get_bbox(), handle.get_rotation())
        text, glyphs, fonts = _read_characters(characters.raw, min(count, TEXT_LIMIT), shown, advances)
        rules, images = _read_drawings(handle.raw, shown)
        return Page(number, text, start, width, height, glyphs, fonts, rules, images), notes
    finally:
        characters.close()
        handle.close()


def _as_shown(box: tuple[float, float, float, float], rotation: int) -> Callable[[float, float], _Point]:
    """The map from a page's own coordinates (upwards) to those of the page as shown (downwards)."""
    left, low, right, high = box
    return {
        0: lambda x, y: (x - left, high - y),
        90: lambda x, y: (y - low, x - left),
        180: lambda x, y: (right - x, y - low),
        270: lambda x, y: (high - y, right - x),
    }[rotation % 360]


def _read_characters(
    handle: Any, count: int, shown: Callable[[float, float], _Point], advances: _Advances
) -> tuple[str, Glyphs, tuple[Font, ...]]:
    import pypdfium2.raw as pdfium

    get_unicode, get_object = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject
    get_box, is_generated = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_IsGenerated
    box = pdfium.FS_RECTF()
    box_pointer = ctypes.byref(box)
    text: list[str] = []
    glyphs, fonts = empty_glyphs(), _Fonts(handle)
    x0s, tops, x1s, bottoms = glyphs.x0.append, glyphs.top.append, glyphs.x1.append, glyphs.bottom.append
    sizes, font_indexes = glyphs.size.append, glyphs.font.append
    drawn, upright, size, top, bottom, font_index, high = 0, True, 0.0, 0.0, 0.0, 0, 0
    leaning = _Leaning(handle, advances)
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
        drawing = ctypes.cast(get_object(handle, index), ctypes.c_void_p).value or 0
        if drawing != drawn or not upright:
            leaning.interrupt()
            drawn = drawing
            upright, size, baseline, font_index = fonts.style(index, shown)
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
        get_box(handle, index, box_pointer)
        xa, ya = shown(box.left, box.top)
        xb, yb = shown(box.right, box.bottom)
        if upright:
            leaning.see(index, len(text), fonts.names[font_index], code, size, box)
        text.append(chr(code) if code else "\ufffd")
        x0s(min(xa, xb))
        x1s(max(xa, xb))
        tops(top if upright else min(ya, yb))
        bottoms(bottom if upright else max(ya, yb))
        sizes(size)
        font_indexes(font_index)
    leaning.straighten(glyphs)
    return "".join(text), glyphs, tuple(fonts.known.values())


class _Leaning:
    """Letters that lean over their neighbours, an italic f: pdfium's box holds all of the letter, so the blanks beside it
    seem to be none. Their boxes are cut at their origin and where the letter after it usually begins in the file.
    """

    def __init__(self, handle: Any, advances: _Advances) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._handle, self._advances = pdfium, handle, advances
        self._values = [ctypes.c_double() for _ in range(4)]
        self._before: tuple[tuple[bytes, int], float, float] | None = None
        self._seen: list[tuple[int, tuple[bytes, int], float, float]] = []

    def interrupt(self) -> None:
        """What follows does not follow closely."""
        self._before = None

    def see(self, index: int, place: int, font_name: bytes, code: int, size: float, box: Any) -> None:
        """Take note of an upright character, the `place`-th of the page."""
        key = (font_name, code)
        leans = self._advances.leans.get(key)
        if leans is None:
            left, tight, low, high = self._values
            self._pdfium.FPDFText_GetCharBox(self._handle, index, left, tight, low, high)
            edge = min(box.right - tight.value, left.value - box.left)
            leans = self._advances.leans[key] = size > 0 and edge < 0.01 * size
        if self._before is None and not leans:
            return
        x, y = self._values[:2]
        self._pdfium.FPDFText_GetCharOrigin(self._handle, index, x, y)
        if self._before is not None and size > 0:
            before, start, width = self._before
            share = (x.value - start) / size
            if 0.3 * width < share < 1.2 * width:
                self._advances.shares[before][round(share, 2)] += 1
        self._before = None
        if leans and size > 0:
            self._before = (key, x.value, (box.right - x.value) / size)
            self._seen.append((place, key, max(0.0, x.value - box.left), size))

    def straighten(self, glyphs: Glyphs) -> None:
        """End the boxes of leaning letters where the next letter may begin."""
        for place, key, start, size in self._seen:
            glyphs.x0[place] += start
            shares = self._advances.shares.get(key)
            if shares:
                often = COMMON_SHARE * max(shares.values())
                end = glyphs.x0[place] + size * max(share for share, times in shares.items() if times >= often)
            else:
                end = glyphs.x1[place] - USUAL_LEAN * size
            glyphs.x1[place] = min(glyphs.x1[place], end)


class _Fonts:
    """Fonts of a page, and the style of the text object that a character belongs to."""

    def __init__(self, handle: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._handle = pdfium, handle
        self._name = ctypes.create_string_buffer(256)
        self._flags, self._matrix = ctypes.c_int(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._indexes: dict[bytes, int] = {}
        self.names: list[bytes] = []
        self.known: dict[bytes, Font] = {}

    def style(self, index: int, shown: Callable[[float, float], _Point]) -> tuple[bool, float, float, int]:
        """Whether the character stands upright, its size, the baseline (from the top) and its font."""
        pdfium, handle, matrix = self._pdfium, self._handle, self._matrix
        pdfium.FPDFText_GetMatrix(handle, index, matrix)
        pdfium.FPDFText_GetCharOrigin(handle, index, self._x, self._y)
        size = pdfium.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
        zero, along = shown(0.0, 0.0), shown(matrix.a, matrix.b)
        right, down = along[0] - zero[0], along[1] - zero[1]
        upright = right > 0 and abs(down) < 0.1 * right
        pdfium.FPDFText_GetFontInfo(handle, index, self._name, 255, self._flags)
        name = self._name.value
        if name not in self._indexes:
            self._indexes[name] = len(self._indexes)
            self.names.append(name)
            self.known[name] = font(name.decode("utf-8", "replace"))
        return upright, size, shown(self._x.value, self._y.value)[1], self._indexes[name]


def _read_drawings(
    page: Any, shown: Callable[[float, float], _Point]
) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Straight lines, and the boxes of pictures (raster images and embedded drawings)."""
    import pypdfium2.raw as pdfium

    lines: list[Box] = []
    images: list[Box] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), OBJECT_LIMIT)):
        drawing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(drawing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            lines.extend(_lines(pdfium, drawing, shown))
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            images.append(_bounds(pdfium, drawing, shown))
    return thin(lines), tuple(images)


def _bounds(pdfium: Any, drawing: Any, shown: Callable[[float, float], _Point]) -> Box:
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawing, left, low, right, high)
    return _box(shown(left.value, low.value), shown(right.value, high.value))


def _box(a: _Point, b: _Point) -> Box:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _lines(pdfium: Any, path: Any, shown: Callable[[float, float], _Point]) -> Iterator[Box]:
    """What of a path may be a rule: a flat filled box, the sides of a stroked box, straight segments."""
    count = pdfium.FPDFPath_CountSegments(path)
    box = _bounds(pdfium, path, shown)
    if count <= 2 or min(box[2] - box[0], box[3] - box[1]) < 2:
        yield box
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not stroke.value or count > SEGMENT_LIMIT:
        return
    if count in (4, 5):
        yield from edges(box)
        return
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    before: _Point | None = None
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = shown(
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if before is not None and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            yield _box(before, here)
        before = here
