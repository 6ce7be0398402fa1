"""A Word file's paragraphs in reading order: as the reader of the printed page sees them.

Insertions are read as accepted, deletions left out; a footnote follows the paragraph that calls it, endnotes stand at
the end; text boxes follow the paragraph that they hang on; headers and footers stand once, before all.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
import regex
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from multilex.engines.word.captions import captions_table
from multilex.engines.word.numbering import Numbering
from multilex.engines.word.styles import Styles, is_on, value
from multilex.errors import DamagedInputError
from multilex.source import Paragraph
from multilex.vocabulary import BlockKind, MarkKind

Element = Any

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {qn(tag) for tag in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:rPr")} | {_FALLBACK}
_BREAKS = {qn("w:br"), qn("w:cr")}
_SIGNS = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): "\u00ad"}
_PROSE_WORDS = 12
"""A cell of so many words is prose: the table only arranges the page."""
_MOST_COLUMNS = 63
"""As Word has it."""
_CELL_BREAKS = regex.compile(r"[\t\n]")


def read_word(data: bytes, name: str) -> tuple[str, tuple[Paragraph, ...]]:
    """The text of a Word file, a line per paragraph, and the paragraphs.

    Raises DamagedInputError when the parts make no Word document.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        return _Reader(document).read()
    except MemoryError:
        raise
    except Exception as error:  # the libraries raise whatever the damage happens to hit
        raise DamagedInputError(f"{name}: the Word file is damaged: {error}") from error


@dataclass(slots=True)
class _Draft:
    """A paragraph being read: its pieces with the marks that each has."""

    kind: BlockKind
    centered: bool
    pieces: list[tuple[str, frozenset[MarkKind]]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # of which part, by which id
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


class _Reader:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.styles = Styles(document.styles.element)
        self.numbering = Numbering(self._part(RELATIONSHIP_TYPE.NUMBERING), self.styles)
        self.notes = {
            "footnotes": self._notes(RELATIONSHIP_TYPE.FOOTNOTES, "w:footnote"),
            "endnotes": self._notes(RELATIONSHIP_TYPE.ENDNOTES, "w:endnote"),
        }
        self.numbers: dict[tuple[str, str], str] = {}
        self.text: list[str] = []
        self.length = 0
        self.paragraphs: list[Paragraph] = []

    def read(self) -> tuple[str, tuple[Paragraph, ...]]:
        for section in self._furniture():
            self._blocks(section, BlockKind.RUNNING_HEAD)
        self._blocks(self.document.element.body, None)
        for ident in [ident for part, ident in self.numbers if part == "endnotes"]:
            self._note("endnotes", ident)
        return "".join(self.text), tuple(self.paragraphs)

    def _part(self, kind: str) -> Element | None:
        for relation in self.document.part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                part = relation.target_part
                return part.element if hasattr(part, "element") else parse_xml(part.blob)
        return None

    def _notes(self, kind: str, tag: str) -> dict[str, Element]:
        root = self._part(kind)
        found = [] if root is None else root.findall(qn(tag))
        return {one.get(qn("w:id")) or "": one for one in found if one.get(qn("w:type")) in (None, "normal")}

    def _furniture(self) -> Iterator[Element]:
        """Headers and footers, each once."""
        seen = set()
        for relation in self.document.part.rels.values():
            if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER) and not relation.is_external:
                part = relation.target_part
                if part.partname not in seen:
                    seen.add(part.partname)
                    yield part.element if hasattr(part, "element") else parse_xml(part.blob)

    def _blocks(self, parent: Element, kind: BlockKind | None) -> None:
        """The paragraphs and tables of a part, a cell, a text box; of `kind` where that is given."""
        for child in parent:
            if child.tag == qn("w:p"):
                self._paragraph(child, kind)
            elif child.tag == qn("w:tbl"):
                self._table(child, kind)
            elif child.tag not in _LEFT_OUT:
                content = child.find(qn("w:sdtContent")) if child.tag == qn("w:sdt") else child
                if content is not None and child.tag != qn("w:sectPr"):
                    self._blocks(content, kind)

    def _paragraph(self, element: Element, kind: BlockKind | None) -> None:
        properties = element.find(qn("w:pPr"))
        chain = self.styles.chain(value(None if properties is None else properties.find(qn("w:pStyle"))))
        heading = kind is None and self.styles.heading(properties, chain)
        justified = value(self.styles.paragraph(properties, chain, "w:jc"))
        draft = _Draft(kind or (BlockKind.HEADING if heading else BlockKind.PARAGRAPH), justified == "center")
        label = self.numbering.label(properties, chain) if kind in (None, BlockKind.TABLE) else ""
        if label:
            draft.pieces.append((f"{label} ", frozenset()))
        self._runs(element, draft, chain)
        if draft.text.strip(f"{label} \t\n"):
            self._emit(draft)
        for part, ident in draft.notes:
            if part == "footnotes":
                self._note(part, ident)
        for box in draft.boxes:
            self._blocks(box, kind)

    def _runs(self, parent: Element, draft: _Draft, chain: list[Element]) -> None:
        for child in parent:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag == qn("w:r"):
                self._run(child, draft, chain)
            elif child.tag == f"{_MATH}t":
                draft.pieces.append((child.text or "", frozenset()))
            elif child.tag == qn("w:txbxContent"):
                draft.boxes.append(child)
            else:
                self._runs(child, draft, chain)

    def _run(self, run: Element, draft: _Draft, chain: list[Element]) -> None:
        properties = run.find(qn("w:rPr"))
        if properties is not None and is_on(properties.find(qn("w:vanish"))):
            return
        marks = self._marks(properties, chain)
        for child in run:
            if child.tag == qn("w:t"):
                draft.pieces.append((child.text or "", marks))
            elif child.tag in _SIGNS:
                draft.pieces.append((_SIGNS[child.tag], marks))
            elif child.tag in _BREAKS:
                if child.get(qn("w:type")) in (None, "textWrapping"):
                    draft.pieces.append(("\n", marks))
            elif child.tag == qn("w:sym"):
                code = int(child.get(qn("w:char")) or "fffd", 16)
                draft.pieces.append((chr(code) if code < 0xD800 or code > 0xDFFF else "\ufffd", marks))
            elif child.tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
                self._callout(child, draft)
            elif child.tag not in _LEFT_OUT:
                self._runs(child, draft, chain)

    def _callout(self, reference: Element, draft: _Draft) -> None:
        part = "footnotes" if reference.tag == qn("w:footnoteReference") else "endnotes"
        ident = reference.get(qn("w:id")) or ""
        if ident in self.notes[part] and is_on(reference.find(qn("w:customMarkFollows"))) is not True:
            count = sum(1 for known, _ in self.numbers if known == part) + 1
            number = self.numbers.setdefault((part, ident), str(count))
            draft.pieces.append((number, frozenset({MarkKind.SUPERSCRIPT})))
            draft.notes.append((part, ident))

    def _note(self, part: str, ident: str) -> None:
        """A note's paragraphs; the first begins with its raised number."""
        number = self.numbers[part, ident]
        first, piece, at = len(self.paragraphs), len(self.text), self.length
        self._blocks(self.notes[part][ident], BlockKind.FOOTNOTE)
        if len(self.paragraphs) == first:
            return
        start = self.paragraphs[first].start
        self.text[piece] = self.text[piece][: start - at] + number + self.text[piece][start - at :]
        self.length += len(number)
        self.paragraphs[first:] = [_shifted(one, len(number)) for one in self.paragraphs[first:]]
        shifted = self.paragraphs[first]
        marks = ((start, start + len(number), MarkKind.SUPERSCRIPT), *shifted.marks)
        self.paragraphs[first] = Paragraph(start, shifted.end, shifted.kind, marks, shifted.centered)

    def _marks(self, properties: Element | None, chain: list[Element]) -> frozenset[MarkKind]:
        marks = set()
        for tag, kind in (("w:b", MarkKind.BOLD), ("w:i", MarkKind.ITALIC)):
            if is_on(self.styles.run(properties, chain, tag)):
                marks.add(kind)
        raised = value(self.styles.run(properties, chain, "w:vertAlign"))
        if raised == "superscript":
            marks.add(MarkKind.SUPERSCRIPT)
        elif raised == "subscript":
            marks.add(MarkKind.SUBSCRIPT)
        return frozenset(marks)

    def _table(self, table: Element, kind: BlockKind | None) -> None:
        """A table as a block, a line per row; without a caption one that arranges prose as paragraphs."""
        rows = [list(_children(row, qn("w:tc"))) for row in _children(table, qn("w:tr"))]
        words = [len("".join(cell.itertext()).split()) for row in rows for cell in row]
        filled = [count for count in words if count]
        nested = any(True for _ in table.iterfind(f".//{qn('w:tbl')}"))
        arranges = bool(filled) and max(filled) > _PROSE_WORDS * 4 and not any(map(captions_table, self.text[-2:]))
        if kind is not None or nested or not filled or arranges or len(rows) < 2:
            for row in rows:
                for cell in row:
                    self._blocks(cell, kind)
            return
        draft = _Draft(BlockKind.TABLE, False)
        for row in rows:
            if draft.pieces:
                draft.pieces.append(("\n", frozenset()))
            for number, cell in enumerate(row):
                if number:
                    draft.pieces.append(("\t", frozenset()))
                first = len(draft.pieces)
                for place, paragraph in enumerate(cell.iterfind(qn("w:p"))):
                    if place:
                        draft.pieces.append((" ", frozenset()))
                    properties = paragraph.find(qn("w:pPr"))
                    chain = self.styles.chain(value(None if properties is None else properties.find(qn("w:pStyle"))))
                    label = self.numbering.label(properties, chain)
                    if label:
                        draft.pieces.append((f"{label} ", frozenset()))
                    self._runs(paragraph, draft, chain)
                draft.pieces[first:] = [(_CELL_BREAKS.sub(" ", text), marks) for text, marks in draft.pieces[first:]]
                draft.pieces.append(("\t" * (_span(cell) - 1), frozenset()))
        if draft.text.strip():
            self._emit(draft)
        for part, ident in draft.notes:
            if part == "footnotes":
                self._note(part, ident)
        for box in draft.boxes:
            self._blocks(box, None)

    def _emit(self, draft: _Draft) -> None:
        """Put a draft into the text: a paragraph per printed line, but for tables, whose rows stay together."""
        start = self.length
        marks: list[tuple[int, int, MarkKind]] = []
        for text, kinds in draft.pieces:
            marks += [(start, start + len(text), kind) for kind in sorted(kinds) if text]
            start += len(text)
        text = draft.text
        at = self.length
        for line in [text] if draft.kind is BlockKind.TABLE else text.split("\n"):
            if line.strip():
                own = tuple(_clipped(marks, at, at + len(line)))
                self.paragraphs.append(Paragraph(at, at + len(line), draft.kind, own, draft.centered))
            at += len(line) + 1
        self.text.append(text + "\n")
        self.length += len(text) + 1


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The children of a tag, also those that a content control wraps."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == qn("w:sdt") and (content := child.find(qn("w:sdtContent"))) is not None:
            yield from _children(content, tag)


def _span(cell: Element) -> int:
    """How many columns a cell takes."""
    properties = cell.find(qn("w:tcPr"))
    said = value(None if properties is None else properties.find(qn("w:gridSpan"))) or "1"
    return min(int(said), _MOST_COLUMNS) if said.isdigit() and said.isascii() and said != "0" else 1


def _shifted(paragraph: Paragraph, by: int) -> Paragraph:
    marks = tuple((start + by, end + by, kind) for start, end, kind in paragraph.marks)
    return Paragraph(paragraph.start + by, paragraph.end + by, paragraph.kind, marks, paragraph.centered)


def _clipped(marks: Iterable[tuple[int, int, MarkKind]], start: int, end: int) -> Iterator[tuple[int, int, MarkKind]]:
    """The marks within a line, neighbours of one kind joined."""
    last: dict[MarkKind, tuple[int, int]] = {}
    for left, right, kind in marks:
        left, right = max(left, start), min(right, end)
        if left >= right:
            continue
        before = last.get(kind)
        if before and before[1] == left:
            last[kind] = (before[0], right)
        else:
            if before:
                yield *before, kind
            last[kind] = (left, right)
    for kind, place in last.items():
        yield *place, kind
