"""PDF files out of a PDF file: some of its pages, or all without its lock."""

import ctypes
import hashlib
import re
from typing import Any

from multilex.engines.pdfium import one_at_a_time
from multilex.errors import DamagedInputError, EncryptedInputError

_ID = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")
_MADE = re.compile(rb"/CreationDate\(D:[0-9]{14}\+00'00'\)")
_TRAILER = 4096


def extract_pages(data: bytes, first: int, last: int) -> bytes:
    """A PDF that holds the pages from `first` to `last` (from 1, both included) of another.

    Raises DamagedInputError when the bytes cannot be opened or lack such pages.
    """
    import pypdfium2
    from pypdfium2 import raw

    with one_at_a_time:
        try:
            source = pypdfium2.PdfDocument(data)
            made = pypdfium2.PdfDocument.new()
            made.import_pages(source, pages=list(range(first - 1, last)))
            written = _saved(made, raw.FPDF_NO_INCREMENTAL)
            made.close()
            source.close()
        except pypdfium2.PdfiumError as error:
            raise DamagedInputError(f"pages {first} to {last} cannot be taken out of the PDF") from error
    if not written:
        raise DamagedInputError(f"pages {first} to {last} cannot be written as a PDF")
    return _reproducible(written)


def unlock(data: bytes, password: str) -> bytes:
    """The same PDF without encryption; the bytes as they are when they can be opened without a password, or not at all.

    Raises EncryptedInputError when it needs a password, and another one.
    """
    import pypdfium2
    from pypdfium2 import raw

    def opened(password: str | None) -> Any:
        try:
            return pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            return getattr(error, "err_code", None)

    with one_at_a_time:
        plain = opened(None)
        if plain != raw.FPDF_ERR_PASSWORD:
            if isinstance(plain, pypdfium2.PdfDocument):
                plain.close()
            return data
        source = opened(password)
        if not isinstance(source, pypdfium2.PdfDocument):
            raise EncryptedInputError("the password does not open the PDF")
        written = _saved(source, raw.FPDF_REMOVE_SECURITY)
        source.close()
    if not written:
        raise DamagedInputError("the PDF opens with the password and cannot be copied without")
    return written


def _saved(document: Any, flags: int) -> bytes:
    """The file that PDFium makes of a document; nothing when it fails."""
    from pypdfium2 import raw

    written: list[bytes] = []

    def write(_this: object, block: int, size: int) -> int:
        written.append(ctypes.string_at(block, size))
        return 1

    sink = raw.FPDF_FILEWRITE(version=1)
    sink.WriteBlock = type(sink.WriteBlock)(write)
    ok = raw.FPDF_SaveAsCopy(document, ctypes.byref(sink), flags)
    return b"".join(written) if ok else b""


def _reproducible(data: bytes) -> bytes:
    """The same file without the moment of its making, with an identifier that its content gives: PDFium throws dice."""
    data = _MADE.sub(b"/CreationDate(D:19700101000000+00'00')", data, count=1)
    found = _ID.search(data, max(len(data) - _TRAILER, 0))
    if found is None:
        return data
    rest = data[: found.start()] + data[found.end() :]
    ident = hashlib.sha256(rest).hexdigest()[:32].upper().encode()
    return data[: found.start()] + b"/ID[<" + ident + b"><" + ident + b">]" + data[found.end() :]
