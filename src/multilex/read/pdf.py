"""PDF bytes → Source: characters, fonts, boxes, straight lines and pictures, page by page."""

import hashlib
from collections.abc import Callable, Iterator

from multilex.engines.glyphs import FILE_LIMIT
from multilex.engines.pdf_pages import unlock
from multilex.engines.provenance import engine_name
from multilex.engines.tesseract import LANGUAGES, ready
from multilex.errors import (
    DamagedInputError,
    EmptyInputError,
    InputError,
    MissingEngineError,
    NoTextError,
    OptionError,
    UnsupportedInputError,
)
from multilex.read.ocr import MODES, needs_ocr, read_scans, renumbered
from multilex.source import Page, Source, SourceNote
from multilex.vocabulary import NoteCode, Severity

ENGINES = ("pdfium", "pdfplumber")
_PACKAGES = {"pdfium": "pypdfium2", "pdfplumber": "pdfplumber"}
HEADER_REACH = 1024
PAGE_LIMIT = 20_000

_Pages = Iterator[tuple[Page, tuple[SourceNote, ...]]]


def read_pdf(
    data: bytes,
    name: str,
    *,
    engine: str = "pdfium",
    ocr: str = "auto",
    ocr_languages: str = LANGUAGES,
    password: str = "",
) -> Source:
    """The pages of a PDF with the characters that they draw, or that OCR reads on them.

    `engine` is ``pdfium`` (fast) or ``pdfplumber`` (slower, another opinion on damaged files). `ocr` says which pages
    Tesseract reads: those without usable characters (``auto``), all (``always``) or none (``never``), and
    `ocr_languages` in which languages, by Tesseract's codes. Trouble with single pages (no text, damaged, absurdly
    full) is told in `Source.notes`; the other pages are read. `password` opens a file that is encrypted.

    Raises:
        EmptyInputError: there are no bytes.
        UnsupportedInputError: the bytes are no PDF.
        EncryptedInputError: the file asks for a password, or for another.
        DamagedInputError: it cannot be opened as a PDF.
        NoTextError: no page draws any character, and OCR is off or found none.
        MissingEngineError: the pages need OCR, all of them or `ocr` is ``always``, and it is not installed.
        OptionError: there is no such engine, or no such way to use OCR.
    """
    read_pages = _engine(engine)
    if ocr not in MODES:
        raise OptionError(f"no way {ocr!r} to use OCR; there are {', '.join(MODES)}")
    if not data:
        raise EmptyInputError(f"{name}: the file is empty")
    if b"%PDF-" not in data[:HEADER_REACH]:
        raise UnsupportedInputError(f"{name}: this is no PDF (it does not begin with %PDF-)")
    pages: list[Page] = []
    notes: list[SourceNote] = []
    if b"%%EOF" not in data[-HEADER_REACH:]:
        message = "the file ends early; what could be recovered was read"
        notes.append(SourceNote(NoteCode.INPUT_TRUNCATED, Severity.WARNING, message))
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        data = unlock(data, password) if password else data
        for page, remarks in read_pages(data):
            pages.append(page)
            notes.extend(remarks)
            if page.end >= FILE_LIMIT or page.number >= PAGE_LIMIT:
                message = f"reading stopped after page {page.number}: the file is larger than any issue"
                notes.append(SourceNote(NoteCode.INPUT_TRUNCATED, Severity.WARNING, message, page.number))
                break
    except InputError as error:
        raise type(error)(f"{name}: {error}") from error
    if not pages:
        raise DamagedInputError(f"{name}: the PDF has no pages")
    scans = [page for page in pages if ocr == "always" or (ocr == "auto" and needs_ocr(page))]
    reader = _read_scans(data, name, pages, notes, scans, ocr_languages) if scans else ""
    _check_text(pages, notes, name, bool(reader))
    return Source(name, "pdf", sha256, tuple(pages), tuple(notes), engine_name(_PACKAGES[engine]), ocr=reader)


def _read_scans(
    data: bytes, name: str, pages: list[Page], notes: list[SourceNote], scans: list[Page], languages: str
) -> str:
    """Put what OCR reads in the place of those pages; what read them, or nothing where others must do without."""
    try:
        reader = ready(languages)
    except MissingEngineError as error:
        numbers = {page.number for page in scans}
        if not any(page.text.strip() for page in pages if page.number not in numbers):
            raise MissingEngineError(f"{name}: its pages need OCR, and {error}") from error
        message = f"{len(scans)} of {len(pages)} pages need OCR: {error}"
        notes.append(SourceNote(NoteCode.PAGE_WITHOUT_TEXT, Severity.WARNING, message))
        return ""
    found, remarks = read_scans(data, scans, languages)
    notes.extend(remarks)
    for scan, page in zip(scans, found, strict=True):
        if page is not None:
            pages[scan.number - 1] = page
    pages[:] = renumbered(pages)
    return reader


def _engine(name: str) -> Callable[[bytes], _Pages]:
    if name == "pdfium":
        from multilex.engines import pdfium

        return pdfium.read_pages
    if name == "pdfplumber":
        from multilex.engines import plumber

        return plumber.read_pages
    raise OptionError(f"no PDF engine {name!r}; there are {', '.join(ENGINES)}")


def _check_text(pages: list[Page], notes: list[SourceNote], name: str, read_by_ocr: bool) -> None:
    """Note the pages that are pictures only; give up when all are."""
    damaged = {note.page for note in notes if note.code == NoteCode.PAGE_UNREADABLE}
    silent = [page for page in pages if not page.text.strip() and page.number not in damaged]
    if all(not page.text.strip() for page in pages):
        if len(damaged) == len(pages):
            raise DamagedInputError(f"{name}: every page is damaged; get the file again from where it came")
        pictures = read_by_ocr or any(page.images for page in silent)
        what = "its pages are pictures" if pictures else "its pages are blank"
        advice = "OCR found none in them" if read_by_ocr else "let OCR read them"
        raise NoTextError(f"{name}: the PDF holds no text ({what}); {advice}")
    for page in silent:
        if page.images and not read_by_ocr:
            message = f"page {page.number} is a picture without text; it needs OCR"
            notes.append(SourceNote(NoteCode.PAGE_WITHOUT_TEXT, Severity.WARNING, message, page.number))
