"""Pages as pictures: set straight, ink told from paper; superscripts, rules and strokes found on them."""

import pytest
from PIL import ImageDraw
from PIL.Image import Resampling
from tests.engines.scans import typed

from multilex.engines.ocr_geometry import measure
from multilex.engines.ocr_page import find_rules
from multilex.engines.page_image import despeckle, ink, is_speckled, straighten
from multilex.engines.raised import find_raised
from multilex.engines.tesseract import Glyph, Line, Word

TEXT = (
    "Authors show that the law of the land",
    "is the same for all who live in it and",
    "no one may be above or below the law.",
)


def line_over(image_width: int, baseline: float, size: float) -> Line:
    """A line as Tesseract would give it, without saying which characters it read."""
    glyph = Glyph("x", size, baseline - 0.46 * size, image_width - 2 * size, baseline)
    return Line([Word([glyph], 90)], baseline, size)


@pytest.mark.parametrize("degrees", [-2.0, -0.7, 0.5, 1.5])
def test_a_page_is_set_straight(degrees: float) -> None:
    page = typed(*TEXT)
    turned = page.rotate(degrees, Resampling.BICUBIC, fillcolor=255)
    level, before, after = (ink(image).any(axis=1).sum() for image in (page, turned, straighten(turned)))
    assert after - level < 0.5 * (before - level)


def test_a_level_page_and_an_empty_one_stay_as_they_are() -> None:
    page = typed(*TEXT)
    assert straighten(page) is page
    empty = typed()
    assert straighten(empty) is empty
    assert not ink(empty).all() or not ink(empty).any()


@pytest.mark.parametrize(
    ("printed", "raised"),
    [
        ("Akhmetova^1, Serikova^2", 2),
        ("^3Kazakh University of Law", 1),
        ("Petrov^1^2, Ivanov", 2),
        ("the “law” and it's ‘use’", 0),
        ("86,1 % — why? “No!” и йод; ё", 0),
        ("№ 961^5, Strategy", 1),
    ],
)
def test_superscripts_are_told_by_where_they_stand(printed: str, raised: int) -> None:
    page = typed(printed)
    em = 50.0
    assert len(find_raised(line_over(page.width, 2 * em, em), ink(page))) == raised


def test_specks_are_seen_and_removed() -> None:
    page = typed(*TEXT)
    assert not is_speckled(ink(page))
    dirty = page.copy()
    for x in range(5, page.width, 40):
        for y in range(5, page.height, 40):
            dirty.putpixel((x, y), 0)
    assert is_speckled(ink(dirty))
    assert not is_speckled(ink(despeckle(dirty)))
    assert not is_speckled(ink(typed("")))


def test_rules_are_thin_and_long() -> None:
    page = typed(*TEXT)
    draw = ImageDraw.Draw(page)
    draw.rectangle((100, 300, 600, 303), fill=0)  # a rule
    draw.rectangle((100, 310, 600, 340), fill=0)  # a bar
    draw.rectangle((1300, 20, 1302, 300), fill=0)  # a rule that goes down
    found = find_rules(ink(page), least=150, thickest=10)
    assert [[round(edge, -1) for edge in box] for box in found] == [[100, 300, 600, 300], [1300, 20, 1300, 300]]


def test_the_size_of_a_line_follows_from_its_letters() -> None:
    def line(size: float, text: str) -> Line:
        heights = {c: 0.46 if c in "aceno" else 0.695 for c in text}
        return Line(
            [Word([Glyph(c, 10 * i, 100 - heights[c] * size, 10 * i + 9, 100) for i, c in enumerate(text)], 90)]
        )

    lines = [line(50, "ocean"), line(50, "OCEAN"), line(40, "bald")]
    measure(lines)
    assert [round(one.size) for one in lines] == [50, 50, 40]
    assert {one.baseline for one in lines} == {100}
