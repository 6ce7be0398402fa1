"""Pages without a usable text layer, read by OCR: which they are, and what comes of them."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import regex

from multilex.engines.ocr_page import Reading, recognise, settle, to_page
from multilex.engines.tesseract import LANGUAGES
from multilex.errors import MultilexError
from multilex.read.ocr_repairs import repair_line
from multilex.source import Page, SourceNote
from multilex.vocabulary import NoteCode, Severity

MODES = ("auto", "always", "never")
DOUBTFUL = 60
"""Words that Tesseract is less sure of than this (of 100) are counted as doubtful."""
FEWEST = 20
EXAMPLES = 20
STAMP, FILLS = 80, 0.7
"""Characters of a number or a line that a digitiser prints over a scan; share of the page that the scan takes."""
_GLYPH = regex.compile(r"\S")
_UNREADABLE = regex.compile(r"[\p{Co}\p{Cn}\p{Cs}\ufffd\x00-\x08\x0e-\x1f]")
_RARE_LETTER = regex.compile(r"[\u0180-\u0258\u025a-\u0274\u0276-\u02af]")
_LETTER = regex.compile(r"\p{L}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN = regex.compile(r"[A-Za-z]")
_SMALL = regex.compile(r"[a-z]")
_VOWEL = regex.compile(r"[AEIOUYaeiouy]")
LATIN_LETTERS, LEAST_VOWELS = 100, 0.22
"""Of a hundred Latin letters of English or romanised text some forty are vowels. A font without a table often shows
letters 29 places before those meant: all large, with fifteen vowels in a hundred."""


def is_broken(text: str) -> bool:
    r"""Whether the characters of a page are not what it shows: a font that lacks or lies about its code table.

    Told by the share of signs without a meaning, of letters that no language here has, and, where nothing is
    Cyrillic, by the want of vowels.

    >>> is_broken("\ue012\ue013\ue014 \ue015\ue016\ue012\ue013" * 9)
    True
    >>> is_broken("Қазақстан Республикасының заңнамасы (2020) № 4, https://a.kz/?x=1&y=2" * 3)
    False
    """
    signs = len(_GLYPH.findall(text))
    if signs < FEWEST:
        return False
    letters = max(len(_LETTER.findall(text)), 1)
    if len(_UNREADABLE.findall(text)) > 0.2 * signs or len(_RARE_LETTER.findall(text)) > 0.3 * letters:
        return True
    latin = len(_LATIN.findall(text))
    few_vowels = latin >= LATIN_LETTERS and len(_VOWEL.findall(text)) < LEAST_VOWELS * latin
    return few_vowels and max(len(_CYRILLIC.findall(text)), len(_SMALL.findall(text))) < 0.05 * letters


def needs_ocr(page: Page) -> bool:
    """Whether a page shows something and its characters do not say what: there are none, or they are broken, or they
    are but a stamp on a picture that fills the page.
    """
    signs = len(_GLYPH.findall(page.text))
    if not signs:
        return bool(page.images)
    return is_broken(page.text) or (signs < STAMP and _is_picture(page))


def _is_picture(page: Page) -> bool:
    area = (page.width or 0.0) * (page.height or 0.0)
    return any((x1 - x0) * (bottom - top) > FILLS * area for x0, top, x1, bottom in page.images) and area > 0


def read_scans(
    data: bytes, pages: Sequence[Page], languages: str = LANGUAGES
) -> tuple[list[Page | None], list[SourceNote]]:
    """Those pages read by OCR, on as many processors as there are; None for a page that could not be.

    Pages begin at source offset 0: the caller numbers them (`renumbered`).
    """

    def read(page: Page) -> Reading | str:
        try:
            return recognise(data, page.number - 1, languages)
        except MultilexError as error:
            return str(error)
        except Exception as error:  # a fault of ours on one page must not cost the others
            return f"a fault in multilex, please report it with the page: {error!r}"

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        readings = list(pool.map(read, pages))
    settle([reading for reading in readings if isinstance(reading, Reading)])
    found: list[Page | None] = []
    notes: list[SourceNote] = []
    for page, reading in zip(pages, readings, strict=True):
        if isinstance(reading, str):
            message = f"page {page.number} could not be read by OCR: {reading}"
            notes.append(SourceNote(NoteCode.PAGE_UNREADABLE, Severity.WARNING, message, page.number))
            found.append(None)
            continue
        repaired = [pair for line in reading.lines for pair in repair_line(line)]
        found.append(to_page(reading, page.number, 0))
        notes.append(_remark(page.number, reading, repaired))
    return found, notes


def _remark(number: int, reading: Reading, repaired: Sequence[tuple[str, str]]) -> SourceNote:
    words = [word for line in reading.lines for word in line.words]
    doubtful = sum(word.confidence < DOUBTFUL for word in words)
    message = f"page {number} was read by OCR: {len(words)} words, {doubtful} of them doubtful"
    if repaired:
        examples = ", ".join(f"{read} → {printed}" for read, printed in repaired[:EXAMPLES])
        message += f"; {len(repaired)} put right: {examples}"
    return SourceNote(NoteCode.READ_BY_OCR, Severity.INFO, message, number)


def renumbered(pages: Iterable[Page]) -> list[Page]:
    """The pages with their source offsets one after the other."""
    start = 0
    found = []
    for page in pages:
        found.append(replace(page, start=start))
        start = found[-1].end
    return found
