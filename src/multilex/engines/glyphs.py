"""What the PDF engines share: the box of a character, the style of a font, straight lines out of paths."""

from array import array
from collections.abc import Iterable

from multilex.source import Box, Font, Glyphs

ASCENT, DESCENT = 0.8, 0.2
"""Every upright character gets the box of its em square, from 0.8 of its size above the baseline to 0.2 below.
Boxes of fonts differ wildly in what they call ascent; this one keeps the baseline (`bottom` - 0.2 `size`)."""

RULE_THICKNESS = 2.5
RULE_LENGTH = 8.0
TEXT_LIMIT = 100_000
"""Characters of one page beyond which it is cut: 20 times what fits on a page that a person can read."""
FILE_LIMIT = 12_000_000
"""Characters of a file beyond which it is cut: some 3,000 full pages."""

_BOLD = ("bold", "black", "heavy", "demi", "-bd", "cmbx", "sfbx")
_ITALIC = ("italic", "oblique", "-it", "cmti", "slanted")


def empty_glyphs() -> Glyphs:
    """Arrays to be filled, one entry per character: floats in points, the font as index."""
    return Glyphs(array("f"), array("f"), array("f"), array("f"), array("f"), array("H"))


def font(name: str) -> Font:
    """A font by its PostScript name, without the subset tag.

    >>> font("ABCDEF+TimesNewRomanPS-BoldItalicMT")
    Font(name='TimesNewRomanPS-BoldItalicMT', bold=True, italic=True)
    """
    plain = name.split("+", 1)[1] if len(name) > 7 and name[6] == "+" else name
    folded = plain.lower()
    return Font(plain, any(part in folded for part in _BOLD), any(part in folded for part in _ITALIC))


def thin(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Those boxes that are thin straight lines, horizontal or vertical, each once."""
    kept: dict[Box, None] = {}
    for x0, top, x1, bottom in boxes:
        wide, high = x1 - x0, bottom - top
        if min(wide, high) <= RULE_THICKNESS and max(wide, high) >= RULE_LENGTH:
            kept[(round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))] = None
    return tuple(kept)


def edges(box: Box) -> tuple[Box, Box, Box, Box]:
    """The four sides of a stroked rectangle as thin boxes."""
    x0, top, x1, bottom = box
    return ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom))
