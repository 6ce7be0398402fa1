"""PDF pages through pypdfium2, several times faster than any reader in Python."""

import ctypes
from collections.abc import Iterator
from threading import Lock
from typing import Any

from multilex.engines.glyphs import TEXT_LIMIT, edges, thin
from multilex.engines.pdfium_characters import Advances, Point, Shown, read_characters
from multilex.errors import DamagedInputError, EncryptedInputError
from multilex.source import Box, Page, SourceNote
from multilex.vocabulary import NoteCode, Severity

OBJECT_LIMIT = 20_000
SEGMENT_LIMIT = 64
_PASSWORD_ERROR = 4
one_at_a_time = Lock()  # pdfium is not safe to enter from two threads


def read_pages(data: bytes) -> Iterator[tuple[Page, tuple[SourceNote, ...]]]:
    """The pages of a PDF in order, each with what is to be told about it; a damaged page comes out empty.

    Boxes are in points from the top left corner of the page as it is shown (crop box, /Rotate applied).

    Raises:
        EncryptedInputError: the file asks for a password.
        DamagedInputError: no PDF can be made of the bytes.
    """
    import pypdfium2

    with one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(data)
            count = len(document)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD_ERROR:
                raise EncryptedInputError("the PDF asks for a password: give it (--password)") from error
            raise DamagedInputError(
                "the bytes cannot be opened as a PDF; get the file again from where it came"
            ) from error
    try:
        start, advances = 0, Advances()
        for index in range(count):
            with one_at_a_time:
                page, notes = _read_page(document, index, start, advances)
            start = page.end
            yield page, notes
    finally:
        with one_at_a_time:
            document.close()


def _read_page(document: Any, index: int, start: int, advances: Advances) -> tuple[Page, tuple[SourceNote, ...]]:
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
        text, glyphs, fonts = read_characters(characters.raw, min(count, TEXT_LIMIT), shown, advances)
        rules, images = _read_drawings(handle.raw, shown)
        return Page(number, text, start, width, height, glyphs, fonts, rules, images), notes
    finally:
        characters.close()
        handle.close()


def _as_shown(box: tuple[float, float, float, float], rotation: int) -> Shown:
    """The map from a page's own coordinates (upwards) to those of the page as shown (downwards)."""
    left, low, right, high = box
    return {
        0: lambda x, y: (x - left, high - y),
        90: lambda x, y: (y - low, x - left),
        180: lambda x, y: (right - x, y - low),
        270: lambda x, y: (high - y, right - x),
    }[rotation % 360]


def _read_drawings(page: Any, shown: Shown) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
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


def _bounds(pdfium: Any, drawing: Any, shown: Shown) -> Box:
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawing, left, low, right, high)
    return _box(shown(left.value, low.value), shown(right.value, high.value))


def _box(a: Point, b: Point) -> Box:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _lines(pdfium: Any, path: Any, shown: Shown) -> Iterator[Box]:
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
    before: Point | None = None
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
