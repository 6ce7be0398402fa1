"""Plain and markdown-like text into a Source: find the encoding, keep every character."""

import hashlib
import re

import regex

from multilex.errors import DamagedInputError, EmptyInputError, UnsupportedInputError
from multilex.repair.letter_pairs import mean_cost
from multilex.source import Page, Source, SourceNote
from multilex.vocabulary import NoteCode, Severity

_BINARY = {
    b"PK\x03\x04": "a zip container (Word, OpenDocument, EPUB)",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip archive",
    b"Rar!": "a RAR archive",
    b"AT&T": "a DjVu file",
}
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a")) + b"\x7f"
CODE_PAGES = ("cp1251", "kz1048", "ptcp154", "koi8_r", "cp866", "mac_cyrillic")
WESTERN = "cp1252"
_MOST = 3.8  # nats per pair of letters that text of Kazakh or Russian costs
_HIGH = re.compile(rb"[\x80-\xff]+")
_WORD = regex.compile(r"[^\x00-\x7f«»“”„’–—…№\u00a0]+")


def read_text(data: bytes, name: str) -> Source:
    r"""
    A text file as a Source; form feeds separate pages.

    UTF-8 (with or without a byte order mark), UTF-16 with a mark, else the code page of Windows, DOS, KOI8 or the Mac
    that gives words of Kazakh or Russian, or Western; what the encoding was is a note. Single broken bytes in UTF-8
    become U+FFFD, with a note.
    Raises EmptyInputError, UnsupportedInputError (a known binary format), DamagedInputError (no text in any encoding).

    >>> read_text("УДК 341.2\n".encode("cp1251"), "a.txt").notes[0].code
    <NoteCode.ENCODING_GUESSED: 'encoding-guessed'>
    """
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise UnsupportedInputError(
                f"{name} is {what}; multilex reads PDF, Word, HTML and plain text: save it as one of these"
            )
    text, notes = _decode(data, name)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise EmptyInputError(f"{name} is empty: there is no text in it")
    pages, start = [], 0
    for number, chunk in enumerate(_split_pages(text), 1):
        pages.append(Page(number, chunk, start))
        start += len(chunk)
    return Source(name, "text", hashlib.sha256(data).hexdigest(), tuple(pages), tuple(notes))


def _split_pages(text: str) -> list[str]:
    """The stretches between form feeds; each keeps the form feed that ends it."""
    parts = text.split("\f")
    return [part + "\f" for part in parts[:-1]] + ([parts[-1]] if parts[-1] or len(parts) == 1 else [])


def _decode(data: bytes, name: str) -> tuple[str, list[SourceNote]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), []
    sample = data[:200_000]
    if (len(sample) - len(sample.translate(None, delete=_CONTROLS))) * 100 > len(sample):
        raise DamagedInputError(f"{name} is a binary file, not text; multilex reads PDF, Word, HTML and plain text")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _decode_damaged(data, name)


def _decode_damaged(data: bytes, name: str) -> tuple[str, list[SourceNote]]:
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    high = sum(1 for byte in data[:200_000] if byte >= 0x80)
    if broken * 10 < max(high, 10):
        message = f"{broken} broken bytes in UTF-8 were replaced by U+FFFD"
        return lenient, [SourceNote(NoteCode.CHARACTERS_REPLACED, Severity.WARNING, message)]
    encoding = _code_page(data[:200_000])
    if encoding is None:
        known = ", ".join(("UTF-8", "UTF-16", *CODE_PAGES, WESTERN))
        raise DamagedInputError(f"{name} is text in no encoding that multilex knows ({known})")
    text = data.decode(encoding, errors="replace")
    message = f"the file is not UTF-8; it was read as {encoding}"
    return text, [SourceNote(NoteCode.ENCODING_GUESSED, Severity.WARNING, message)]


def _code_page(data: bytes) -> str | None:
    """The code page in which most of these bytes are words of Kazakh or Russian; Western where they stand in words of
    ASCII letters; None where neither.
    """
    runs = [len(run) for run in _HIGH.findall(data)]
    if sum(run for run in runs if run > 2) * 5 < sum(runs):
        return WESTERN
    costs = {page: mean_cost(_WORD.findall(data.decode(page, errors="replace"))) for page in CODE_PAGES}
    best = min(CODE_PAGES, key=lambda page: costs[page])
    return best if costs[best] <= _MOST else None
