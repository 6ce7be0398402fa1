"""A page as a picture: rendered, set straight, told into ink and paper."""

import math
from typing import TYPE_CHECKING, Any

from multilex.engines.pdfium import one_at_a_time
from multilex.errors import DamagedInputError

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
PIXEL_LIMIT = 40_000_000
"""Twice an A3 sheet at 300 dpi; larger pages are rendered smaller."""
STEEPEST = 0.05  # rise of the lines over their run: three degrees
LEAST_SKEW, SHARPER = 0.0006, 1.003
SPECKS = 0.00005  # of the pixels of a page
_STEPS = (0.002, 0.0004)
_REDUCTION = 3


def render(data: bytes, index: int) -> tuple["Image", float]:
    """The page at `index` (from 0) of a PDF in grey, and its pixels per point.

    Raises DamagedInputError when the page cannot be drawn.
    """
    import pypdfium2

    with one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(data)
            page = document[index]
            width, height = page.get_size()
            scale = min(DPI / 72, math.sqrt(PIXEL_LIMIT / max(width * height, 1.0)))
            image: Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            page.close()
            document.close()
        except (pypdfium2.PdfiumError, MemoryError, ValueError) as error:
            raise DamagedInputError(f"page {index + 1} cannot be drawn") from error
    return image, scale


def straighten(image: "Image") -> "Image":
    """The picture turned so that its lines of text are level; as it is when they are."""
    from PIL.Image import Resampling

    rise = _rise(ink(image.reduce(_REDUCTION)))
    if abs(rise) < LEAST_SKEW:
        return image
    return image.rotate(math.degrees(math.atan(rise)), Resampling.BICUBIC, fillcolor=255)


def despeckle(image: "Image") -> "Image":
    """The picture without specks and with less noise: the median of nine pixels, then a little blur."""
    from PIL import ImageFilter

    return image.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.GaussianBlur(0.8))


def is_speckled(mask: Any) -> bool:
    """Whether many pixels of ink stand alone, as they do in noisy scans and never in print."""
    import numpy

    padded = numpy.pad(mask, 1).astype(numpy.int8)
    high, wide = mask.shape
    around = sum(padded[down : down + high, right : right + wide] for down in range(3) for right in range(3))
    return bool((mask & (around == 1)).sum() > SPECKS * mask.size)


def ink(image: "Image") -> Any:
    """Which pixels are ink: a boolean array (rows, columns), by Otsu's threshold."""
    import numpy

    grey = numpy.asarray(image)
    counts = numpy.bincount(grey.ravel(), minlength=256).astype(float)
    below = numpy.cumsum(counts)
    sums = numpy.cumsum(counts * numpy.arange(256))
    above = below[-1] - below
    with numpy.errstate(divide="ignore", invalid="ignore"):
        between = (sums[-1] * below - sums * below[-1]) ** 2 / (below * above)
    return grey <= int(numpy.nanargmax(numpy.where(numpy.isfinite(between), between, -1.0)))


def _rise(mask: Any) -> float:
    """How much the lines of text fall per pixel to the right: where rows of ink are sharpest."""
    import numpy

    ys, xs = numpy.nonzero(mask)
    if len(ys) < 100:
        return 0.0
    offset = int(STEEPEST * 1.2 * mask.shape[1]) + 1

    def sharpness(rise: float) -> float:
        rows = numpy.bincount(numpy.round(ys - xs * rise).astype(int) + offset)
        return float((rows.astype(float) ** 2).sum())

    wide, narrow = _STEPS
    rough = max(numpy.arange(-STEEPEST, STEEPEST + wide / 2, wide), key=sharpness)
    best = float(max(numpy.arange(rough - wide, rough + wide + narrow / 2, narrow), key=sharpness))
    return best if sharpness(best) > SHARPER * sharpness(0.0) else 0.0
