"""HTML (article pages of journals' sites, saved pages) → Source: block elements as paragraphs, with their marks."""

import codecs
import hashlib
from collections.abc import Iterator

import regex
from lxml import etree, html

from multilex.errors import DamagedInputError, EmptyInputError
from multilex.source import Page, Paragraph, Source
from multilex.vocabulary import BlockKind, MarkKind

Element = etree._Element

_LEFT_OUT = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "svg", "nav", "form", "button", "select", "input",
    "textarea", "head",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "ol", "p", "pre", "section", "summary", "td", "th", "tr", "ul",
))  # fmt: skip
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_MARKS = {
    "b": MarkKind.BOLD,
    "strong": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "em": MarkKind.ITALIC,
    "sup": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
}
_NOTE = regex.compile(r"(?:sd|_)?(?:footnote|endnote|fn|ftn|edn|note)[-_]?[0-9]{1,3}", regex.IGNORECASE)
_NUMBER = regex.compile(r"\s*\[?([0-9]{1,3})[\].)]?\s*")
_COUNT = regex.compile(r"[0-9]{1,4}")
_MOST_SPAN = 100
_BLANKS = regex.compile(r"[ \t\r\n\f]+")
_ENCODING = regex.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", regex.IGNORECASE)
_CELL_WORDS = 48
_NO_TEXTS = ("idna", "punycode", "raw-unicode", "raw_unicode", "undefined", "unicode", "utf-7", "utf-16", "utf-32")
"""Codecs that no page is in which says so in ASCII."""


def read_html(data: bytes, name: str) -> Source:
    """An HTML page as a Source of kind ``html``; menus, forms and scripts are no text of it. Nothing is fetched.

    Raises DamagedInputError when no page can be made of the bytes, EmptyInputError when it says nothing.
    """
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=False)
    try:
        root = html.document_fromstring(
            data.decode(_encoding(data), "replace").encode("utf-8", "replace"), parser=parser
        )
    except (etree.LxmlError, ValueError) as error:
        raise DamagedInputError(f"{name}: no page can be made of this HTML: {error}") from error
    reader = _Reader()
    body = root.find("body")
    reader.element(root if body is None else body, frozenset())
    reader.flush(BlockKind.PARAGRAPH)
    if not reader.paragraphs:
        raise EmptyInputError(f"{name} is empty: there is no text in it")
    text = "".join(reader.text)
    return Source(
        name, "html", hashlib.sha256(data).hexdigest(), (Page(1, text, 0),), paragraphs=tuple(reader.paragraphs)
    )


def _encoding(data: bytes) -> str:
    """The encoding that the page says, where it is one of texts and the page is in it; else UTF-8 or cp1251."""
    said = _ENCODING.search(data[:4096])
    names = [said[1].decode("ascii")] if said else []
    for encoding in (*names, "utf-8", "cp1251"):
        try:
            if codecs.lookup(encoding).name.startswith(_NO_TEXTS):
                continue
            data.decode(encoding)
        except (LookupError, UnicodeError):
            continue
        return encoding
    return "utf-8"


class _Reader:
    """Collects the text of a page, a line per paragraph."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.paragraphs: list[Paragraph] = []
        self.pieces: list[tuple[str, frozenset[MarkKind]]] = []
        self.note = False

    def element(self, node: Element, marks: frozenset[MarkKind]) -> None:
        """The text within an element; block elements end the paragraph before them and their own."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in _LEFT_OUT or not tag:
            return
        if tag == "table" and (rows := list(_rows(node))):
            self.flush(BlockKind.PARAGRAPH)
            for caption in node.iterfind("caption"):
                self.element(caption, marks)
            self._table(rows)
            return
        block = tag in _BLOCKS or tag == "table"
        kind = BlockKind.HEADING if tag in _HEADINGS else BlockKind.PARAGRAPH
        if block or tag == "br":
            self.flush(BlockKind.PARAGRAPH)
        if block and _NOTE.fullmatch(node.get("id") or ""):
            self.note = True
        inner = marks | {_MARKS[tag]} if tag in _MARKS else marks
        self._add(node.text, inner)
        for child in node:
            self.element(child, inner)
            self._add(child.tail, inner)
        if block:
            self.flush(kind)

    def _add(self, text: str | None, marks: frozenset[MarkKind]) -> None:
        if text:
            self.pieces.append((_BLANKS.sub(" ", text), marks))

    def flush(self, kind: BlockKind) -> None:
        """End the paragraph; the first of a note is a footnote, its number raised."""
        pieces, self.pieces = self.pieces, []
        while pieces and not pieces[0][0].strip():
            del pieces[0]
        if not pieces:
            return
        if self.note:
            self.note, kind = False, BlockKind.FOOTNOTE
            text, marks = pieces[0]
            number = _NUMBER.match(text)
            if number:
                pieces[:1] = [(number[1], marks | {MarkKind.SUPERSCRIPT}), (text[number.end() :], marks)]
        self._emit(pieces, kind)

    def _emit(self, pieces: list[tuple[str, frozenset[MarkKind]]], kind: BlockKind) -> None:
        at, marks = self.length, []
        for text, kinds in pieces:
            marks += [(at, at + len(text), one) for one in sorted(kinds) if text]
            at += len(text)
        self.paragraphs.append(Paragraph(self.length, at, kind, tuple(marks)))
        self.text += [text for text, _ in pieces]
        self.text.append("\n")
        self.length = at + 1

    def _table(self, rows: list[list[str]]) -> None:
        lines = "\n".join("\t".join(row) for row in rows)
        if lines.strip():
            self._emit([(lines, frozenset())], BlockKind.TABLE)


def _rows(table: Element) -> Iterator[list[str]]:
    """The cells of a table; nothing for one that only arranges the page."""
    rows = _grid(table)
    words = [len(cell.split()) for row in rows for cell in row]
    nested = any(inner is not table for inner in table.iter("table"))
    if len(rows) > 1 and not nested and words and max(words) <= _CELL_WORDS:
        yield from rows


def _grid(table: Element) -> list[list[str]]:
    """The text of each cell; a cell over several columns or rows stands at its first, the others are empty."""
    rows: list[list[str]] = []
    below: dict[int, int] = {}  # how many rows more a cell reaches down, by column
    for row in table.iter("tr"):
        line: list[str] = []
        for cell in row.iter("td", "th"):
            while below.get(len(line), 0) > 0:
                below[len(line)] -= 1
                line.append("")
            width = _span(cell, "colspan")
            for column in range(len(line), len(line) + width):
                below[column] = _span(cell, "rowspan") - 1
            line += [_BLANKS.sub(" ", _said(cell)).strip(), *[""] * (width - 1)]
        while below.get(len(line), 0) > 0:
            below[len(line)] -= 1
            line.append("")
        rows.append(line)
    return rows


def _span(cell: Element, name: str) -> int:
    said = cell.get(name) or "1"
    return max(1, min(int(said), _MOST_SPAN)) if _COUNT.fullmatch(said) else 1


def _said(cell: Element) -> str:
    return "".join(str(part) for part in cell.itertext())
