"""Reading: one file per kind of input, each giving a Source. What a file is, its bytes say, not its name."""

from pathlib import Path
from typing import BinaryIO

from multilex.engines.tesseract import LANGUAGES
from multilex.errors import EmptyInputError, InputError
from multilex.read.office import office_suffix, read_office
from multilex.read.text import read_text
from multilex.source import Source

SUFFIXES = (".pdf", ".txt", ".md", ".docx", ".odt", ".rtf", ".doc", ".html", ".htm")
"""Endings of the files that are picked out of a folder; a file that is named is read whatever its ending."""

MAX_BYTES = 2_000_000_000
"""Larger inputs are refused before they are read into memory."""


def read_source(
    origin: str | Path | bytes | BinaryIO,
    *,
    name: str | None = None,
    engine: str = "pdfium",
    ocr: str = "auto",
    ocr_languages: str = LANGUAGES,
    password: str = "",
) -> Source:
    """
    The Source in a path, in bytes, or in a binary stream.

    PDF, Word, HTML and plain text are told apart by content; `engine`, `ocr` and `ocr_languages` are for PDF, see
    `multilex.read.pdf.read_pdf`. Raises InputError (with a subclass that says why) for what cannot be read, and
    MissingEngineError for what needs OCR, LibreOffice or a library that is not installed; FileNotFoundError and
    PermissionError pass through.
    """
    data, name = _bytes(origin, name)
    if not data:
        raise EmptyInputError(f"{name} is empty: it holds no bytes")
    if b"%PDF-" in data[:1024]:
        from multilex.read.pdf import read_pdf

        return read_pdf(data, name, engine=engine, ocr=ocr, ocr_languages=ocr_languages, password=password)
    if office_suffix(data):
        return read_office(data, name)
    if looks_like_html(data):
        from multilex.read.html import read_html

        return read_html(data, name)
    return read_text(data, name)


def looks_like_html(data: bytes) -> bool:
    r"""Whether the bytes begin as a page of HTML does.

    >>> looks_like_html(b"\n<!DOCTYPE html><html>"), looks_like_html(b"<b>1</b> text")
    (True, False)
    """
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)


def _bytes(origin: str | Path | bytes | BinaryIO, name: str | None) -> tuple[bytes, str]:
    if isinstance(origin, bytes):
        return origin, name or "-"
    if isinstance(origin, str | Path):
        path = Path(origin)
        if path.is_dir():
            raise InputError(f"{path} is a folder; give a file, or use the command line, which walks folders")
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path} is larger than {MAX_BYTES:,} bytes; split it first")
        return path.read_bytes(), name or path.name
    data = origin.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"the stream is longer than {MAX_BYTES:,} bytes; split it first")
    return data, name or str(getattr(origin, "name", "-"))
