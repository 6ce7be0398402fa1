"""Pages of a PDF as a PDF of their own."""

import ctypes
import hashlib
import re

from multilex.engines.pdfium import one_at_a_time
from multilex.errors import DamagedInputError

_ID = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")
_MADE = re.compile(rb"/CreationDate\(D:[0-9]{14}\+00'00'\)")
_TRAILER = 4096


def extract_pages(data: bytes, first: int, last: int) -> bytes:
    """A PDF that holds the pages from `first` to `last` (from 1, both included) of another.

    Raises DamagedInputError when the bytes cannot be opened or lack such pages.
    """
    import pypdfium2
    from pypdfium2 import raw

    written: list[bytes] = []

    def write(_this: object, block: int, size: int) -> int:
        written.append(ctypes.string_at(block, size))
        return 1

    with one_at_a_time:
        try:
            source = pypdfium2.PdfDocument(data)
            made = pypdfium2.PdfDocument.new()
            made.import_pages(source, pages=list(range(first - 1, last)))
            sink = raw.FPDF_FILEWRITE(version=1)
            sink.WriteBlock = type(sink.WriteBlock)(write)
            ok = raw.FPDF_SaveAsCopy(made, ctypes.byref(sink), raw.FPDF_NO_INCREMENTAL)
            made.close()
            source.close()
        except pypdfium2.PdfiumError as error:
            raise DamagedInputError(f"pages {first} to {last} cannot be taken out of the PDF") from error
    if not ok:
        raise DamagedInputError(f"pages {first} to {last} cannot be written as a PDF")
    return _reproducible(b"".join(written))


def _reproducible(data: bytes) -> bytes:
    """The same file without the moment of its making, with an identifier that its content gives: PDFium throws dice."""
    data = _MADE.sub(b"/CreationDate(D:19700101000000+00'00')", data, count=1)
    found = _ID.search(data, max(len(data) - _TRAILER, 0))
    if found is None:
        return data
    rest = data[: found.start()] + data[found.end() :]
    ident = hashlib.sha256(rest).hexdigest()[:32].upper().encode()
    return data[: found.start()] + b"/ID[<" + ident + b"><" + ident + b">]" + data[found.end() :]
