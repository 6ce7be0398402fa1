"""Scans for the tests of OCR, and the mark of tests that need it."""

import io
import shutil
import sys
from functools import cache

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.conftest import ROOT

from multilex.engines.tesseract import ready
from multilex.errors import MissingEngineError

sys.path.insert(0, str(ROOT / "samples"))

SCAN = ROOT / "samples" / "law-ru-scan.pdf"
DPI = 300
FONT = "LiberationSerif-Regular.ttf"
KAZAKH_FONT = "DejaVuSerif.ttf"


def _missing() -> str:
    try:
        ready()
    except MissingEngineError as error:
        return str(error)
    return ""


needs_tesseract = pytest.mark.skipif(bool(_missing()), reason=f"needs Tesseract: {_missing()}")
needs_ocrmypdf = pytest.mark.skipif(shutil.which("ocrmypdf") is None, reason="needs the program ocrmypdf")


@cache
def page_of_sample(number: int) -> bytes:
    """One page of the scanned sample as a PDF."""
    from multilex.engines.pdf_pages import extract_pages

    return extract_pages(SCAN.read_bytes(), number, number)


def typed(*lines: str, size: float = 12, width: int = 1400, face: str = FONT) -> Image.Image:
    """A picture of lines of text at 300 dpi; ``^1`` in them stands for a raised 1."""
    try:
        font = ImageFont.truetype(face, round(size * DPI / 72))
        small = ImageFont.truetype(face, round(0.62 * size * DPI / 72))
    except OSError:
        pytest.skip(f"needs the font {face}")
    em = size * DPI / 72
    image = Image.new("L", (width, round((2 + 1.5 * len(lines)) * em)), 255)
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(lines):
        x, baseline, raised = em, (2 + 1.5 * index) * em, False
        for character in line:
            if character == "^":
                raised = True
                continue
            used = small if raised else font
            draw.text((x, baseline - (0.35 * em if raised else 0)), character, 0, used, anchor="ls")
            x += draw.textlength(character, used)
            raised = False
    return image


def as_pdf(*images: Image.Image) -> bytes:
    """A PDF whose pages are pictures."""
    out = io.BytesIO()
    images[0].save(out, "PDF", resolution=DPI, save_all=True, append_images=images[1:])
    return out.getvalue()
