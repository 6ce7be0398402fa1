"""From rows to pages: page breaks, columns, footnotes at the foot, running heads; then the PDF itself."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from press.definition import Table
from press.fonts import family_for, font_name
from press.rows import Region, Row

NOTE_GAP = 9.0  # between the text and the rule of the footnotes, and the rule's own room
Place = tuple[Row, float, float]
"""A row, its distance from the left margin and its top, counted down from the upper edge of the text."""


@dataclass
class Page:
    """A page being filled: what stands where, and who owns it (the paper whose text comes first)."""

    places: list[Place] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    owner: str = ""


@dataclass
class Filler:
    """Fills pages of `height` points from top to bottom."""

    height: float
    column: Callable[[int], float]
    gutter: float
    pages: list[Page] = field(default_factory=lambda: [Page()])
    top: float = 0.0

    def fill(self, regions: Iterable[Region], notes: dict[int, list[Row]], owner: str) -> None:
        """Set the rows of one paper, going on where the last one ended."""
        self.pages[-1].owner = self.pages[-1].owner or owner
        for region in regions:
            if region.columns == 1:
                self._fill_one(region.rows, notes, owner)
            else:
                self._fill_columns(region, owner)

    def new_page(self, owner: str = "") -> None:
        """Begin a page."""
        self.pages.append(Page(owner=owner))
        self.top = 0.0

    @property
    def room(self) -> float:
        """What is left of the page above its footnotes, in points."""
        notes = self.pages[-1].notes
        return self.height - self.top - (_tall(notes) + NOTE_GAP if notes else 0)

    def _fill_one(self, rows: list[Row], notes: dict[int, list[Row]], owner: str) -> None:
        for chunk in _chunks(rows):
            called = [row for each in chunk for number in each.notes for row in notes[number]]
            rule = NOTE_GAP if called and not self.pages[-1].notes else 0
            if _tall(chunk) + _tall(called) + rule > self.room and self.top > 0:
                self.new_page(owner)
            self.pages[-1].notes += called
            for row in chunk:
                self.top += row.before if self.top > 0 else 0
                self.pages[-1].places.append((row, 0.0, self.top))
                self.top += row.height

    def _fill_columns(self, region: Region, owner: str) -> None:
        chunks = _chunks(region.rows)
        while chunks:
            if self.room < 60:
                self.new_page(owner)
            heights = range(20, int(self.room), 2)  # the lowest height that holds all, or the whole page
            height = next((h for h in heights if not _pour(chunks, region.columns, h)[1]), self.room)
            columns, chunks = _pour(chunks, region.columns, height)
            step = self.column(region.columns) + self.gutter
            bottom = self.top
            for i, column in enumerate(columns):
                top = self.top
                for j, row in enumerate(column):
                    top += row.before if j else 0
                    self.pages[-1].places.append((row, i * step, top))
                    top += row.height
                bottom = max(bottom, top)
            self.top = bottom
            if chunks:
                self.new_page(owner)


def _chunks(rows: list[Row]) -> list[list[Row]]:
    """Rows grouped so that a page may break between any two groups."""
    chunks: list[list[Row]] = []
    kept = False
    for row in rows:
        if kept:
            chunks[-1].append(row)
        else:
            chunks.append([row])
        kept = row.keep
    return chunks


def _pour(chunks: list[list[Row]], columns: int, height: float) -> tuple[list[list[Row]], list[list[Row]]]:
    """The rows that each of the columns takes, and the chunks that found no room."""
    filled: list[list[Row]] = []
    at = 0
    for _ in range(columns):
        column: list[Row] = []
        while at < len(chunks) and (not column or _tall(column + chunks[at]) <= height):
            column += chunks[at]
            at += 1
        filled.append(column)
    return filled, chunks[at:]


def _tall(rows: list[Row]) -> float:
    """Height of rows set one under the other; nothing stands above the first."""
    return sum(row.height + row.before for row in rows) - (rows[0].before if rows else 0)


@dataclass(frozen=True)
class Printer:
    """Draws filled pages into a PDF that is the same for the same input, byte for byte."""

    page: Table
    title: str

    @property
    def width(self) -> float:
        """Width of the text."""
        return float(self.page["size"][0] - self.page["margins"]["inner"] - self.page["margins"]["outer"])

    @property
    def height(self) -> float:
        """Height of the text."""
        return float(self.page["size"][1] - self.page["margins"]["top"] - self.page["margins"]["bottom"])

    def print(self, pages: list[Page], heads: Callable[[Page, int], tuple[str, str] | None], first: int) -> bytes:
        """The PDF. `heads` gives the left and right running head of a page; `first` numbers the first one."""
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=tuple(self.page["size"]), invariant=1, pageCompression=1)
        canvas.setTitle(self.title)
        canvas.setCreator("multilex samples")
        for i, page in enumerate(pages):
            self._draw(canvas, page, first + i, heads(page, first + i))
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    def _draw(self, canvas: Any, page: Page, number: int, head: tuple[str, str] | None) -> None:
        margins = self.page["margins"]
        left = float(margins["inner"] if number % 2 else margins["outer"])
        upper = float(self.page["size"][1] - margins["top"])
        if head is not None:
            self._head(canvas, left, upper + 16, head, number)
        for row, x, top in page.places:
            row.draw(canvas, left + x, upper - top)
        if page.notes:
            top = upper - self.height + _tall(page.notes)
            canvas.setLineWidth(0.5)
            canvas.line(left, top + 4, left + self.width / 3, top + 4)
            for row in page.notes:
                row.draw(canvas, left, top)
                top -= row.height

    def _head(self, canvas: Any, left: float, y: float, head: tuple[str, str], number: int) -> None:
        size = self.page["base"] * 0.82
        texts = list(head)
        if self.page["folio"] == "head":
            outer = 1 if number % 2 else 0
            texts[outer] = f"{texts[outer]}    {number}" if outer else f"{number}    {texts[outer]}"
        else:
            self._text(
                canvas,
                left + self.width / 2,
                self.page["margins"]["bottom"] - 24,
                str(number),
                size * 1.1,
                0.5,
            )
        self._text(canvas, left, y, texts[0], size, 0)
        self._text(canvas, left + self.width, y, texts[1], size, 1)
        canvas.setLineWidth(0.5)
        canvas.line(left, y - 4, left + self.width, y - 4)

    def _text(self, canvas: Any, x: float, y: float, text: str, size: float, share: float) -> None:
        font = font_name(family_for(text, self.page["font"]), "italic" if share != 0.5 else "")
        canvas.setFont(font, size)
        canvas.drawString(x - share * pdfmetrics.stringWidth(text, font, size), y, text)
