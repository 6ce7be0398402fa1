"""Pages typeset by hand: every letter half its size wide, so that a test can say where each line stands."""

import re
from array import array
from collections.abc import Sequence

from multilex.document import Document
from multilex.layout.pdf import layout_pdf
from multilex.source import Box, Font, Glyphs, Page, Source

WIDTH, HEIGHT = 600.0, 800.0
LEFT, RIGHT = 50.0, 550.0
_SCRIPTS = re.compile(r"(\^\{[^}]*\}|_\{[^}]*\})")


class Sheet:
    """One page. `^{1}` in a line is a superscript, `_{2}` a subscript."""

    def __init__(self) -> None:
        self.text = ""
        self.rules: list[Box] = []
        self.images: list[Box] = []
        self.baseline = 60.0
        self._fonts: list[Font] = []
        self._glyphs = Glyphs(array("f"), array("f"), array("f"), array("f"), array("f"), array("H"))

    def line(
        self,
        text: str,
        *,
        x: float = LEFT,
        y: float | None = None,
        size: float = 10.0,
        to: float | None = None,
        bold: bool = False,
        italic: bool = False,
        step: float = 1.2,
    ) -> "Sheet":
        """Draw a line below the last one, or on baseline `y`. `to` stretches its blanks to end there."""
        self.baseline = self.baseline + step * size if y is None else y
        pieces = [piece for piece in _SCRIPTS.split(text) if piece]
        plain = "".join(piece[2:-1] if piece[:2] in ("^{", "_{") else piece for piece in pieces)
        blank = size / 4
        if to is not None and " " in plain:
            blank += (to - x - self.width(text, size)) / plain.count(" ")
        for piece in pieces:
            shift, own = 0.0, size
            if piece[:2] in ("^{", "_{"):
                shift, own, piece = (-0.35 if piece[0] == "^" else 0.15) * size, 0.6 * size, piece[2:-1]
            for character in piece:
                wide = blank if character == " " else own / 2
                self._draw(character, x, wide, self.baseline + shift, own, Font("Serif", bold, italic))
                x += wide
        return self

    def centered(
        self, text: str, *, size: float = 10.0, bold: bool = False, italic: bool = False, step: float = 1.2
    ) -> "Sheet":
        """Draw a line in the middle of the text area."""
        x = (LEFT + RIGHT - self.width(text, size)) / 2
        return self.line(text, x=x, size=size, bold=bold, italic=italic, step=step)

    def paragraph(
        self, *lines: str, x: float = LEFT, right: float = RIGHT, indent: float = 20.0, size: float = 10.0
    ) -> "Sheet":
        """Draw justified lines, the first indented, the last not stretched."""
        for number, text in enumerate(lines):
            last = number == len(lines) - 1
            self.line(text, x=x + indent * (number == 0), to=None if last else right, size=size)
        return self

    def rule(self, x0: float, x1: float, y: float) -> "Sheet":
        """Draw a thin line across."""
        self.rules.append((x0, y, x1, y + 0.5))
        return self

    @staticmethod
    def width(text: str, size: float = 10.0) -> float:
        """How wide a line without scripts is when nothing is stretched."""
        return sum(size / 4 if character == " " else size / 2 for character in text)

    def page(self, number: int, start: int) -> Page:
        """The page as a reader would give it."""
        fonts, rules, images = tuple(self._fonts), tuple(self.rules), tuple(self.images)
        return Page(number, self.text, start, WIDTH, HEIGHT, self._glyphs, fonts, rules, images)

    def _draw(self, character: str, x: float, wide: float, baseline: float, size: float, font: Font) -> None:
        if font not in self._fonts:
            self._fonts.append(font)
        self.text += character
        glyphs = self._glyphs
        glyphs.x0.append(x)
        glyphs.x1.append(x + wide)
        glyphs.top.append(baseline - 0.8 * size)
        glyphs.bottom.append(baseline + 0.2 * size)
        glyphs.size.append(size)
        glyphs.font.append(self._fonts.index(font))


def source(sheets: Sequence[Sheet]) -> Source:
    """The file of these pages."""
    pages: list[Page] = []
    for number, sheet in enumerate(sheets, start=1):
        pages.append(sheet.page(number, pages[-1].end if pages else 0))
    return Source("sheets.pdf", "pdf", "", tuple(pages))


def lay(*sheets: Sheet) -> Document:
    """Lay the pages out."""
    return layout_pdf(source(sheets))


def blocks(*sheets: Sheet) -> list[tuple[str, str]]:
    """Kind and text of each block of the laid-out pages."""
    document = lay(*sheets)
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]
