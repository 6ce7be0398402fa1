"""Text out of pictures by Tesseract (through pytesseract): lines, words and characters with boxes and confidence.

Tesseract is a program of its own; it runs without a shell, on files in a temporary folder, with a time-out, in one
thread: pages are what is done in parallel.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from multilex.errors import MissingEngineError, MultilexError

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGES = "kaz+rus+eng"
PAGE_SECONDS = 300
_THREADS = "OMP_THREAD_LIMIT"
_HOCR = "-c hocr_char_boxes=1 --dpi 300"
_NUMBER = re.compile(r"-?[0-9]+")
_CONFIDENCE = re.compile(r"x_wconf ([0-9]+)")


class SlowPageError(MultilexError):
    """Tesseract did not finish in time."""


@dataclass(slots=True)
class Glyph:
    """A character and its box in pixels from the top left. `raised` when it is a superscript."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    raised: bool = False


@dataclass(slots=True)
class Word:
    """Characters without a blank; `confidence` is what Tesseract gives, 0 to 100; `stroke` as a share of the size."""

    glyphs: list[Glyph]
    confidence: int
    stroke: float = 0.0
    bold: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(slots=True)
class Line:
    """The words of a printed line, from left to right. `baseline` and `size` (the em) are in pixels."""

    words: list[Word]
    baseline: float = 0.0
    size: float = 0.0

    @property
    def text(self) -> str:
        """Its words with a blank between them."""
        return " ".join(word.text for word in self.words)


@cache
def ready(languages: str = LANGUAGES) -> str:
    """Which Tesseract reads, and in which languages: ``tesseract 5.3.0, kaz+rus+eng``.

    Raises MissingEngineError, which names the packages to install, when pytesseract, the program or the data of a
    language is missing.
    """
    try:
        import pytesseract
    except ImportError as error:
        raise MissingEngineError('reading scans needs pytesseract: pip install "multilex[ocr]"') from error
    codes = [code for code in languages.split("+") if code]
    packages = " ".join(("tesseract-ocr", *(f"tesseract-ocr-{code.replace('_', '-')}" for code in codes)))
    advice = f"on Debian and Ubuntu: apt-get install {packages}"
    try:
        version = str(pytesseract.get_tesseract_version()).split("\n")[0]
        known = pytesseract.get_languages()
    except (pytesseract.TesseractNotFoundError, OSError, SystemExit) as error:
        raise MissingEngineError(f"reading scans needs the program tesseract; {advice}") from error
    missing = [code for code in codes if code not in known]
    if missing or not codes:
        raise MissingEngineError(f"Tesseract has no data for {', '.join(missing) or 'no language'}; {advice}")
    return f"tesseract {version}, {languages}"


def read_lines(image: "Image", languages: str = LANGUAGES) -> list[Line]:
    """The lines of a page in Tesseract's order.

    Raises SlowPageError when it takes longer than PAGE_SECONDS.
    """
    return list(_lines(_run(image, languages, _HOCR)))


def read_snippets(images: "Sequence[Image]", languages: str, options: str) -> list[list[Word]]:
    """The words of each of some small pictures, read in one go."""
    if not images:
        return []
    found: list[list[Word]] = []
    with TemporaryDirectory(prefix="multilex-") as folder:
        path = str(Path(folder) / "snippets.tif")
        images[0].save(path, save_all=True, append_images=list(images[1:]), compression="tiff_lzw")
        tree = _parse(_run(path, languages, f"{_HOCR} {options}"))
    for page in tree.iter("{*}div"):
        if page.get("class") == "ocr_page":
            found.append([word for element in _of_class(page, "ocrx_word") if (word := _word(element)) is not None])
    return found


def _run(image: "Image | str", languages: str, options: str) -> bytes:
    import pytesseract

    os.environ.setdefault(_THREADS, "1")
    try:
        return bytes(
            pytesseract.image_to_pdf_or_hocr(
                image, lang=languages, config=options, extension="hocr", timeout=PAGE_SECONDS
            )
        )
    except pytesseract.TesseractError as error:
        raise MultilexError(f"Tesseract failed: {str(error)[:200]}") from error
    except RuntimeError as error:  # how pytesseract reports a time-out
        raise SlowPageError(f"Tesseract took longer than {PAGE_SECONDS} seconds") from error


def _parse(hocr: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    return etree.fromstring(hocr, parser)


def _lines(hocr: bytes) -> Iterator[Line]:
    tree = _parse(hocr)
    for element in tree.iter("{*}span"):
        if element.get("class") in ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"):
            words = [word for child in _of_class(element, "ocrx_word") if (word := _word(child)) is not None]
            if words:
                yield Line(sorted(words, key=lambda word: word.glyphs[0].x0))


def _of_class(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element.iter("{*}span") if child.get("class") == name)


def _word(element: Any) -> Word | None:
    glyphs: list[Glyph] = []
    for child in _of_class(element, "ocrx_cinfo"):
        x0, top, x1, bottom = (float(number) for number in _NUMBER.findall(child.get("title").split(";")[0])[:4])
        glyphs += [Glyph(point, x0, top, x1, bottom) for point in child.text or "" if not point.isspace()]
    confidence = _CONFIDENCE.search(element.get("title", ""))
    return Word(glyphs, int(confidence[1]) if confidence else 0) if glyphs else None
