"""What kind of office file the bytes are; those that are no DOCX go through LibreOffice."""

from dataclasses import replace
from hashlib import sha256

from multilex.errors import EncryptedInputError
from multilex.source import Source

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # how a DOCX with a password is wrapped
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def office_suffix(data: bytes) -> str | None:
    r"""``.docx``, ``.odt``, ``.rtf``, ``.doc``, or None for bytes of another kind.

    >>> office_suffix(rb"{\rtf1\ansi Paper}"), office_suffix(b"Paper")
    ('.rtf', None)
    """
    if data.startswith(b"PK\x03\x04"):
        return ".odt" if _ODT in data[:200] else ".docx"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    return ".doc" if data.startswith(_OLE) else None


def read_office(data: bytes, name: str) -> Source:
    """An office file as a Source; what LibreOffice had to convert has the checksum of the file given.

    Raises as `multilex.read.docx.read_docx` and `multilex.engines.libreoffice.to_docx` do.
    """
    from multilex.read.docx import read_docx

    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise EncryptedInputError(f"{name} is encrypted; save a copy without a password and read that")
    suffix = office_suffix(data)
    if suffix in (None, ".docx"):
        return read_docx(data, name)
    from multilex.engines.libreoffice import to_docx

    source = read_docx(to_docx(data, name, str(suffix)), name)
    return replace(source, sha256=sha256(data).hexdigest(), engine=f"LibreOffice, {source.engine}")
