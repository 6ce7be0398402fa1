"""Source: what the file holds, page by page, before anybody interprets it.

The characters of all pages in file order make one numbering, the *source offset*: code points, from 0.
For a text file it is the position in the decoded text; for a PDF the position in the stream of
characters that the pages draw.
"""

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

from multilex.vocabulary import BlockKind, MarkKind, NoteCode, Severity

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left corner of the page."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Something to tell about the input: which page (from 1, or None for all), and what."""

    code: NoteCode
    severity: Severity
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Font:
    """A font as one page uses it."""

    name: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Geometry of a page's characters: parallel arrays with one entry per code point of `Page.text`.

    Boxes are in points from the top left; `size` in points; `font` indexes `Page.fonts`.
    """

    x0: "array[float]"
    top: "array[float]"
    x1: "array[float]"
    bottom: "array[float]"
    size: "array[float]"
    font: "array[int]"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its characters in file order; geometry where the format has it."""

    number: int
    text: str
    start: int
    width: float | None = None
    height: float | None = None
    glyphs: Glyphs | None = None
    fonts: tuple[Font, ...] = ()
    rules: tuple[Box, ...] = ()  # thin straight lines drawn on the page
    images: tuple[Box, ...] = ()

    @property
    def end(self) -> int:
        """Source offset after the page's last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a file that says itself where paragraphs are (Word, HTML): its source offsets, what it is, the
    typography of stretches of it as (start, end, kind). A footnote's begins with its number.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    marks: tuple[tuple[int, int, MarkKind], ...] = ()
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: `kind` is ``text``, ``pdf``, ``docx`` or ``html``; `sha256` of its bytes; `engine` is what read
    the characters, with its version, or nothing, and `ocr` what recognised those of pages that are pictures.
    `paragraphs` hold every non-blank character, in reading order, of a file that says itself where they are.
    """

    name: str
    kind: str
    sha256: str
    pages: tuple[Page, ...]
    notes: tuple[SourceNote, ...] = ()
    engine: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    ocr: str = ""
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(page.start for page in self.pages))

    @property
    def length(self) -> int:
        """Number of source characters."""
        return self.pages[-1].end if self.pages else 0

    def page_at(self, offset: int) -> Page:
        """The page that holds the source character at `offset`."""
        return self.pages[bisect_right(self._starts, offset) - 1]

    def char(self, offset: int) -> str:
        """The source character at `offset`."""
        page = self.page_at(offset)
        return page.text[offset - page.start]
