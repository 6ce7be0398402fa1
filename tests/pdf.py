"""A few lines that write PDF files by hand, well-formed where a test does not want them otherwise."""

TEXT = b"BT /F 12 Tf 50 700 Td (UDC 341.2 Migration and law) Tj ET"

Objects = dict[int, bytes]


def one_page(content: bytes = TEXT) -> Objects:
    """A document of one page in Helvetica: 1 catalogue, 2 pages, 3 page, 4 content, 5 font."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        4: stream(content),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object, with more entries of its dictionary."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def pdf(objects: Objects) -> bytes:
    """The file of these objects, with their table and the catalogue as object 1."""
    out, starts = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        starts[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % starts.get(number, 0) for number in range(1, size))
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table)
    return bytes(out)
