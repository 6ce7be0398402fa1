"""Printed pages as a scanner gives them: askew, blurred, with noise and specks, packed hard.

Needs Pillow, NumPy and pypdfium2, which multilex brings along. The same pages come out on every run.
"""

import io
import time
from dataclasses import dataclass
from typing import Any

import numpy
import pypdfium2
from PIL import Image, ImageFilter

_EPOCH = time.gmtime(0)


@dataclass(frozen=True, slots=True)
class Scanner:
    """How bad a scan is: `skew` in degrees, `blur` the radius in pixels, `noise` the deviation of 255 greys, `specks`
    the share of pixels that are black or white by chance, `quality` that of JPEG, or 0 for black and white.
    """

    dpi: int = 300
    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    specks: float = 0.0
    quality: int = 0


LEVELS = {
    "light": Scanner(300, skew=0.5, blur=0.8, noise=8, quality=60),
    "medium": Scanner(300, skew=-1.0, blur=1.6, noise=20, specks=0.0005, quality=35),
    "hard": Scanner(200, skew=1.5, blur=1.0, noise=25, specks=0.002, quality=25),
}
OFFICE = Scanner(300, skew=0.4, blur=0.9, noise=3)


def scan(data: bytes, scanner: Scanner, pages: range | None = None, seed: int = 1) -> bytes:
    """A PDF of pictures of the pages (all, or those at these indexes) of a PDF."""
    document = pypdfium2.PdfDocument(data)
    random = numpy.random.default_rng(seed)
    sheets = [_scanned(document[index], scanner, index, random) for index in pages or range(len(document))]
    document.close()
    out = io.BytesIO()
    options: dict[str, Any] = {"quality": scanner.quality} if scanner.quality else {}
    sheets[0].save(
        out,
        "PDF",
        resolution=scanner.dpi,
        save_all=True,
        append_images=sheets[1:],
        creationDate=_EPOCH,
        modDate=_EPOCH,
        **options,
    )
    return out.getvalue()


def _scanned(page: Any, scanner: Scanner, index: int, random: numpy.random.Generator) -> Image.Image:
    sheet: Image.Image = page.render(scale=scanner.dpi / 72, grayscale=True).to_pil().convert("L")
    turned = scanner.skew * (1 if index % 2 else -1)
    sheet = sheet.rotate(turned, Image.Resampling.BICUBIC, fillcolor=255)
    sheet = sheet.filter(ImageFilter.GaussianBlur(scanner.blur))
    grey = numpy.asarray(sheet, dtype=numpy.float32) * 0.88 + 12
    grey += random.normal(0, scanner.noise, grey.shape).astype(numpy.float32)
    chance = random.random(grey.shape)
    grey[chance < scanner.specks / 2] = 0
    grey[chance > 1 - scanner.specks / 2] = 255
    sheet = Image.fromarray(numpy.clip(grey, 0, 255).astype(numpy.uint8))
    return sheet if scanner.quality else sheet.point(lambda value: 255 * (value > 140)).convert("1")
