"""PDF pages through pdfplumber: a second opinion on the characters; and its finder of ruled tables.

Ten times slower than pdfium; both give the same words (tested), so either may be asked when a file is odd.
"""

import io
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from multilex.engines.glyphs import ASCENT, DESCENT, TEXT_LIMIT, edges, empty_glyphs, font, thin
from multilex.errors import DamagedInputError, EncryptedInputError
from multilex.source import Box, Page, SourceNote
from multilex.vocabulary import NoteCode, Severity

_Numbers = dict[str, Any]


def read_pages(data: bytes) -> Iterator[tuple[Page, tuple[SourceNote, ...]]]:
    """The pages of a PDF in order, each with what is to be told about it; see `multilex.engines.pdfium`.

    Raises:
        EncryptedInputError: the file asks for a password.
        DamagedInputError: no PDF can be made of the bytes.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        document = pdfplumber.open(io.BytesIO(data), unicode_norm=None)
        handles = document.pages
    except Exception as error:  # pdfminer raises whatever the damage happens to hit
        if isinstance(error.__cause__ or error.__context__ or error, PDFPasswordIncorrect) or any(
            isinstance(argument, PDFPasswordIncorrect) for argument in error.args
        ):
            raise EncryptedInputError("the PDF asks for a password: give it (--password)") from error
        raise DamagedInputError("the bytes cannot be opened as a PDF; get the file again from where it came") from error
    with document:
        start = 0
        for number, handle in enumerate(handles, start=1):
            page, notes = _read_page(handle, number, start)
            handle.close()
            start = page.end
            yield page, notes


def _read_page(handle: Any, number: int, start: int) -> tuple[Page, tuple[SourceNote, ...]]:
    try:
        return _read_whole(handle, number, start)
    except MemoryError:
        raise
    except Exception:  # as above
        note = SourceNote(
            NoteCode.PAGE_UNREADABLE, Severity.WARNING, f"page {number} is damaged and was left out", number
        )
        return Page(number, "", start), (note,)


def _read_whole(handle: Any, number: int, start: int) -> tuple[Page, tuple[SourceNote, ...]]:
    characters = handle.chars
    notes: tuple[SourceNote, ...] = ()
    if len(characters) > TEXT_LIMIT:
        message = f"page {number} holds {len(characters)} characters; only the first {TEXT_LIMIT} were read"
        notes = (SourceNote(NoteCode.INPUT_TRUNCATED, Severity.WARNING, message, number),)
        characters = characters[:TEXT_LIMIT]
    depths = _depths(characters)
    left, high, right, low = handle.cropbox
    text: list[str] = []
    glyphs = empty_glyphs()
    indexes: dict[str, int] = {}
    for character in characters:
        size, name = character["size"], character["fontname"]
        top, bottom = character["top"], character["bottom"]
        if not character["upright"]:
            size = character["x1"] - character["x0"]
        else:
            baseline = bottom + depths[name] * size
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
        font_index = indexes.setdefault(name, len(indexes))
        printed = character["text"]
        for point in "\ufffd" if printed.startswith("(cid:") else printed:
            text.append(point)
            glyphs.x0.append(character["x0"] - left)
            glyphs.x1.append(character["x1"] - left)
            glyphs.top.append(top - high)
            glyphs.bottom.append(bottom - high)
            glyphs.size.append(size)
            glyphs.font.append(font_index)
    fonts = tuple(font(name) for name in indexes)
    images = tuple(_box(image, left, high) for image in handle.images)
    page = Page(
        number,
        "".join(text),
        start,
        float(right - left),
        float(low - high),
        glyphs,
        fonts,
        _rules(handle, left, high),
        images,
    )
    return page, notes


def _depths(characters: Sequence[_Numbers]) -> dict[str, float]:
    """How far the box of each font reaches below the baseline, as a (negative) share of the size.

    pdfplumber does not give the baseline, but the text matrix does for all that is not raised or lowered.
    """
    seen: dict[str, list[float]] = defaultdict(list)
    for character in characters:
        if character["upright"] and character["size"]:
            seen[character["fontname"]].append((character["y0"] - character["matrix"][5]) / character["size"])
    return defaultdict(float, {name: median(values) for name, values in seen.items()})


def _box(thing: _Numbers, left: float, high: float) -> Box:
    """The box of a thing on the page as shown, whose corner is at (left, high) of the whole sheet."""
    return (thing["x0"] - left, thing["top"] - high, thing["x1"] - left, thing["bottom"] - high)


def _rules(handle: Any, left: float, high: float) -> tuple[Box, ...]:
    boxes = [_box(line, left, high) for line in handle.lines]
    for rectangle in handle.rects:
        box = _box(rectangle, left, high)
        flat = min(box[2] - box[0], box[3] - box[1]) < 2
        boxes.extend((box,) if flat else edges(box) if rectangle["stroke"] else ())
    return thin(boxes)


def find_tables(rules: Sequence[Box]) -> list[tuple[Box, ...]]:
    """The cells of each table that thin lines enclose: at least two cells that share their corners."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    lines = [_edge(box) for box in rules]
    joined = merge_edges(lines, snap_x_tolerance=3, snap_y_tolerance=3, join_x_tolerance=3, join_y_tolerance=3)
    cells = intersections_to_cells(edges_to_intersections(joined, 3, 3))
    return [tuple(table) for table in cells_to_tables(cells) if len(table) > 1]


def _edge(box: Box) -> _Numbers:
    x0, top, x1, bottom = box
    flat = x1 - x0 >= bottom - top
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": top if flat else bottom,
        "width": x1 - x0,
        "height": 0 if flat else bottom - top,
        "orientation": "h" if flat else "v",
    }
