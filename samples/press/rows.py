"""From the paragraphs of a paper to rows: what the pages are filled with, from top to bottom."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reportlab.pdfgen.canvas import Canvas

from press.body import on_paper
from press.definition import Table
from press.inline import Paragraph
from press.lines import Line, Style, break_lines
from press.styles import style_for

Draw = Callable[[Canvas, float, float], None]
"""Draws at x and the top of the row, both in points from the lower left corner of the page."""


@dataclass(frozen=True)
class Row:
    """A line of text, a row of a table or a figure. `keep` binds it to the next row; `of` is its kind."""

    height: float
    draw: Draw
    before: float = 0
    notes: tuple[int, ...] = ()
    keep: bool = False
    of: str = ""


@dataclass
class Region:
    """Rows that run in one or two columns."""

    columns: int
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Setter:
    """Sets paragraphs as a page design asks: `page` is the `[page]` table, `width` that of the full line."""

    page: Table
    width: float
    gutter: float = 18

    @property
    def base(self) -> float:
        """Size of the body text."""
        return float(self.page["base"])

    def column(self, columns: int) -> float:
        """Width of one of so many columns."""
        return (self.width - self.gutter * (columns - 1)) / columns

    def regions(self, paragraphs: list[Paragraph]) -> list[Region]:
        """All rows but the footnotes; the body in as many columns as the design has, the rest in one."""
        regions = [Region(1)]
        body, before = False, ""
        for paragraph in on_paper(paragraphs):
            if paragraph.kind in ("section_heading", "reference_heading"):
                body = body or len(regions) == 1
            elif paragraph.kind in ("title", "dates", "codes"):
                body = False
            columns = int(self.page["columns"]) if body else 1
            if columns != regions[-1].columns:
                regions.append(Region(columns))
            rows = self.rows(paragraph, self.column(columns))
            if paragraph.kind == "codes" and before == "reference":  # a paper begins under the end of another
                rows[0] = replace(rows[0], before=22)
            regions[-1].rows += rows
            before = paragraph.kind
        return regions

    def notes(self, paragraphs: list[Paragraph]) -> dict[int, list[Row]]:
        """The rows of each footnote."""
        notes = (paragraph for paragraph in paragraphs if paragraph.kind == "footnote")
        return {note.fields["number"]: self.rows(note, self.width) for note in notes}

    def rows(self, paragraph: Paragraph, width: float) -> list[Row]:
        """The rows of one paragraph in a column of `width` points."""
        style = style_for(paragraph, self.page)
        if paragraph.kind == "table":
            return [self._table_row(paragraph, style, width)]
        if paragraph.kind == "formula":
            return [self._formula(paragraph, style, width)]
        lines = break_lines(paragraph, style, self.page["font"], width)
        rows = [self._line(line, style, paragraph.kind) for line in lines]
        rows[0] = replace(rows[0], before=style.before)
        for i in range(len(rows) - 1):  # no single first or last line of a paragraph on a page
            if i in (0, len(rows) - 2) or style.keep:
                rows[i] = replace(rows[i], keep=True)
        rows[-1] = replace(rows[-1], height=rows[-1].height + style.after, keep=style.keep)
        if "figure" in paragraph.fields:
            rows.insert(0, self._figure(paragraph.fields["figure"], width))
        return rows

    def _line(self, line: Line, style: Style, kind: str) -> Row:
        def draw(canvas: Canvas, x: float, top: float) -> None:
            line.draw(canvas, x, top - style.size * 0.95)

        return Row(style.leading, draw, notes=line.notes, of=kind)

    def _formula(self, paragraph: Paragraph, style: Style, width: float) -> Row:
        number = Paragraph("formula", "other")
        number.add(paragraph.fields["number"])
        formula = Paragraph("formula", "other", paragraph.runs[:-1])
        centred = break_lines(formula, style, self.page["font"], width)[0]
        aside = break_lines(number, replace(style, align="right"), self.page["font"], width)[0]

        def draw(canvas: Canvas, x: float, top: float) -> None:
            centred.draw(canvas, x, top - style.size * 0.95)
            aside.draw(canvas, x, top - style.size * 0.95)

        return Row(style.leading + style.after, draw, before=style.before, of="formula")

    def _table_row(self, paragraph: Paragraph, style: Style, width: float) -> Row:
        total = sum(paragraph.fields["widths"])
        widths = [width * share / total for share in paragraph.fields["widths"]]
        cells = [self._cell(paragraph, i, style, widths[i] - 8) for i in range(len(widths))]
        height = max(len(lines) for lines in cells) * style.leading + 5

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setLineWidth(0.4)
            for lines, cell_width in zip(cells, widths, strict=True):
                canvas.rect(x, top - height, cell_width, height)
                for i, line in enumerate(lines):
                    line.draw(canvas, x + 4, top - 2 - style.size - i * style.leading)
                x += cell_width

        last = paragraph.fields["last"]
        return Row(height + (8 if last else 0), draw, keep=not last, of="table")

    def _cell(self, paragraph: Paragraph, column: int, style: Style, width: float) -> list[Line]:
        span = [span for span in paragraph.spans if span.kind == "cell"][column]
        cell = Paragraph("table", paragraph.lang, paragraph.runs[span.first : span.last])
        centred = column > 0 or paragraph.fields["head"]
        return break_lines(cell, replace(style, align="center" if centred else "left"), self.page["font"], width)

    def _figure(self, figure: Table, width: float) -> Row:
        """A bar chart: groups of two bars, a label under each group."""
        height, size = 120.0, self.base * 0.8
        step = min(width, 320) / len(figure["bars"])
        tallest = max(max(pair) for pair in figure["bars"])
        labels = [self._label(text, size, step) for text in figure["labels"]]
        values = [[self._label(text, size, step * 0.3) for text in pair] for pair in _printed_values(figure)]

        def draw(canvas: Canvas, x: float, top: float) -> None:
            foot, x = top - height + 16, x + (width - min(width, 320)) / 2
            canvas.setLineWidth(0.6)
            canvas.line(x, foot, x + step * len(labels), foot)
            canvas.line(x, foot, x, top - 4)
            for i, (pair, label) in enumerate(zip(figure["bars"], labels, strict=True)):
                for k, value in enumerate(pair):
                    canvas.setFillGray((0.35, 0.75)[k])
                    bar = (height - 26) * value / tallest
                    left = x + step * (i + 0.2 + 0.3 * k)
                    canvas.rect(left, foot, step * 0.3, bar, fill=1)
                    canvas.setFillGray(0)
                    values[i][k].draw(canvas, left, foot + bar + 2)
                label.draw(canvas, x + step * i, foot - size - 2)

        return Row(height, draw, before=8, keep=True, of="figure")

    def _label(self, text: str, size: float, width: float) -> Line:
        paragraph = Paragraph("figure", "other")
        paragraph.add(text)
        return break_lines(paragraph, Style(size, size, "center"), self.page["font"], width)[0]


def _printed_values(figure: Table) -> list[list[str]]:
    """The values of the bars as the figure prints them."""
    return [[str(value).replace(".", figure["point"]) for value in pair] for pair in figure["bars"]]


def divider(width: float) -> Row:
    """The rule that divides a paper from the one that ends above it on the page."""

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.setLineWidth(0.5)
        canvas.line(x, top - 8, x + width, top - 8)

    return Row(14, draw, before=10, keep=True, of="rule")
