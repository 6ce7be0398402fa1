"""Rows: the stretches of a Document that segmentation decides on, with the evidence each of them carries.

A row is a block, or the part of a block before or after a label that stands inside it (``… end. Keywords: a, b``).
Evidence is worked out when asked for, and once.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property

import regex

from multilex.codes import doi, irsti, jel, udc
from multilex.document import Block, Document
from multilex.packs import languages
from multilex.segment.affiliation_line import Line, affiliation_kind, author_before
from multilex.segment.author_line import looks_like_author_line
from multilex.segment.footnotes import footnote_blocks
from multilex.segment.headings import Heading, find_heading
from multilex.segment.labels import Label, find_label, words
from multilex.vocabulary import BlockKind

ASIDE = (
    BlockKind.RUNNING_HEAD,
    BlockKind.PAGE_NUMBER,
    BlockKind.FOOTNOTE,
    BlockKind.TABLE,
    BlockKind.FORMULA,
)
"""Kinds of block that stand between the parts of a paper without being one."""

_DATES = ("received", "revised", "accepted", "published")
_SHORT = 300
_DATE = regex.compile(r"(?:19|20)[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2}")
_DATE_WORDS = 5  # month, «year», «of the manuscript» … beside a date's label
_WORD = regex.compile(r"\p{L}+")
_SENTENCE_END = regex.compile(r"[.!?…]['\"»”)\]]?$")
_SENTENCE_BREAK = regex.compile(r"[\p{Ll}\d)»”\"][.!?]\s+[\p{Lu}«\"“]")
_LIST_BEGINS = regex.compile(
    r"\s*[-–—•]?\s*\[?[0-9]{1,3}[\].)]?\s*[\p{L}«\"“\[(*<‘']|\s*\[[0-9]{1,3}\s?[-–—]\s?[0-9]{1,3}\]$"
)
_ITEM_NUMBER = regex.compile(r"\s*[-–—•]?\s*\[?([0-9]{1,3})[\].)]?\s*(?=[\p{L}«\"“\[(*<‘'])")
_REFERENCE_SIGN = regex.compile(
    r"//|https?:|\b(?:19|20)[0-9]{2}\b.{0,80}\b(?:[СCPСБб]\.|pp?\.|Vol|Т\.|№)"
    r"|[–—-]\s?[0-9]{1,4}\s?[сcpб]\.|\[[Ii]n [RK]|doi"
)
LEADER = regex.compile(r"(?:[.…․·_‥]\s{0,3}){3,400}[0-9]{1,4}(?![0-9])")
"""Dots that lead to a page."""
_LONG_CAPTION = 120
_CAPTION_NUMBER = regex.compile(r"\s?[№#]?\s?[0-9]{1,3}(?:\.[0-9]{1,2})?[a-zа-я]?\b")


class Row:
    """A stretch of the document, with the evidence that it carries."""

    def __init__(self, document: Document, block: Block, start: int, end: int, kind: BlockKind) -> None:
        self.document, self.block, self.start, self.end, self.kind = document, block, start, end, kind
        self.text = document.text[start:end]

    def __repr__(self) -> str:
        return f"Row({self.start}, {self.text[:40]!r})"

    @cached_property
    def aside(self) -> bool:
        """Whether the row is furniture, a note, a table: nothing that roles are decided on."""
        if self.kind in (BlockKind.TABLE, BlockKind.FORMULA) and self.codes:
            return False  # figures alone on a line, but those of a code
        return self.kind in ASIDE or self.caption

    @cached_property
    def short(self) -> bool:
        """Short enough for a title, a name, a label line."""
        return len(self.text) <= _SHORT

    @cached_property
    def caption(self) -> bool:
        """The caption of a table or figure: a label with a number in front (or a number and the label)."""
        return self.kind == BlockKind.CAPTION or (self.short and is_caption(self.text))

    @cached_property
    def keywords(self) -> Label | None:
        """The keyword label that begins the row."""
        return find_label(self.text, "keywords")

    @cached_property
    def abstract(self) -> Label | None:
        """The abstract label that begins the row."""
        return find_label(self.text, "abstract")

    @cached_property
    def references(self) -> Label | None:
        """The heading of a reference list: the label alone, or followed by the first item."""
        for meaning in ("references", "references_romanized"):
            label = find_label(self.text, meaning)
            if label and (label.alone or _LIST_BEGINS.match(self.text[label.end :])):
                return label
        return self._references_twice()

    def _references_twice(self) -> Label | None:
        """The heading in two languages with a slash between."""
        parts = [part for part in self.text.split("/") if part.strip()] if self.short and "/" in self.text else []
        labels = [find_label(part, "references") or find_label(part, "references_romanized") for part in parts]
        if len(labels) < 2 or labels[0] is None or not all(label and label.alone for label in labels):
            return None
        return replace(labels[0], end=len(self.text))

    @cached_property
    def heading(self) -> Heading | None:
        """The section heading that begins the row."""
        return None if self.references else find_heading(self.text)

    @cached_property
    def dates(self) -> bool:
        """A line of the paper's history (received, accepted …)."""
        return self.short and any(find_label(self.text, meaning) or _said(self.text, meaning) for meaning in _DATES)

    @cached_property
    def classification(self) -> tuple[str, ...]:
        """The UDC, IRSTI and JEL codes that the row prints behind labels, as values."""
        if len(self.text) > _SHORT:
            return ()
        return tuple(str(m.value or m.text) for scheme in (irsti, udc, jel) for m in scheme.find(self.text) if m.label)

    @cached_property
    def doi(self) -> str | None:
        """The DOI of a row that holds little else."""
        if len(self.text) > 160:
            return None
        for match in doi.find(self.text):
            rest = len(regex.sub(r"[^\p{L}]|https|doi|org|DOI", "", self.text[: match.start] + self.text[match.end :]))
            if rest <= 12 or self.classification:
                return match.value
        return None

    @cached_property
    def codes(self) -> bool:
        """A row of classification codes or the paper's DOI."""
        return bool(self.classification) or self.doi is not None

    @cached_property
    def email(self) -> bool:
        """A short row around an e-mail address."""
        return len(self.text) <= 250 and "@" in self.text

    @cached_property
    def corresponding(self) -> bool:
        """A row that names the corresponding author."""
        return self.short and find_label(self.text.lstrip("*¹² "), "corresponding_author") is not None

    @cached_property
    def authors(self) -> bool:
        """A list of person names."""
        return len(self.text) <= 1200 and bool(looks_like_author_line(self.text))

    @cached_property
    def _affiliation_kind(self) -> Line | None:
        return affiliation_kind(self.text) if len(self.text) <= 1500 else None

    @cached_property
    def affiliation(self) -> bool:
        """An organisation with its place."""
        return self._affiliation_kind is not None

    @cached_property
    def author_with_post(self) -> bool:
        """A name with its post and organisation on one line (``A.B. Saduov – PhD, Institute of Geography``)."""
        return self.short and author_before(self.text) is not None

    @cached_property
    def contact(self) -> bool:
        """How to reach an author: an e-mail address, an ORCID, a telephone number."""
        return self._affiliation_kind == Line.CONTACT and not self.prose

    @cached_property
    def prose(self) -> bool:
        """Running text: long, or several sentences, or a long sentence that ends."""
        if len(self.text) > _SHORT:
            return True
        return len(self.text) > 80 and bool(_SENTENCE_BREAK.search(self.text) or _SENTENCE_END.search(self.text))

    @cached_property
    def sentence(self) -> bool:
        """A sentence, however short: a stop at its end, small words or another stop inside; no organisation."""
        said = _WORD.findall(self.text)
        small = sum(1 for word in said if word[0].islower())
        flows = small * 2 > len(said) or bool(_SENTENCE_BREAK.search(self.text))
        return len(said) >= 3 and flows and bool(_SENTENCE_END.search(self.text)) and not self.affiliation

    @cached_property
    def item_number(self) -> int | None:
        """The number of a list item that begins the row."""
        match = _ITEM_NUMBER.match(self.text)
        return int(match.group(1)) if match else None

    @cached_property
    def reference_like(self) -> bool:
        """Whether the row reads like an item of a reference list."""
        return bool(_REFERENCE_SIGN.search(self.text[:600]))

    @cached_property
    def contents(self) -> bool:
        """The heading of a contents page (in one language or several on one line), alone or with the first entry."""
        forms = _phrases("contents")
        if len(self.text) <= 80:
            said = words(self.text)
            if said and all(any(word in form for form in forms) for word in said):
                return True
        begin = words(self.text[:80])
        return any(tuple(begin[: len(form)]) == form for form in forms) and bool(LEADER.search(self.text[:2000]))

    @cached_property
    def imprint(self) -> int:
        """How many things of an imprint a line tells (print run, format, date of printing, editors …)."""
        if len(self.text) > 2 * _SHORT:
            return 0
        said = words(self.text)
        phrases = _phrases("imprint")
        return sum(any(tuple(said[i : i + len(p)]) == p for i in range(len(said))) for p in phrases)


@cache
def _caption_forms() -> "regex.Pattern[str]":
    forms = {
        form
        for pack in languages().values()
        for meaning in ("table", "table_continued", "figure")
        for form in pack.labels(meaning)
    }
    either = "|".join(sorted((regex.escape(form.rstrip(".")) for form in forms), key=len, reverse=True))
    return regex.compile(
        rf"\s*(?:(?:{either})\.?(?=[\s№0-9])|(?:[0-9]{{1,2}}(?:\.[0-9])?)[\s–—.-]{{0,4}}(?:{either})\b)",
        regex.I,
    )


def is_caption(text: str) -> bool:
    """Whether a short text is the caption of a table or figure.

    >>> is_caption("Рис. 2 – Схема установки"), is_caption("1-кесте – Көрсеткіштер"), is_caption("Table of contents")
    (True, True, False)
    """
    match = _caption_forms().match(text)
    if match is None:
        return False
    number = match if match.group().strip()[:1].isdigit() else _CAPTION_NUMBER.match(text, match.end())
    return number is not None and not _tells(text[number.end() :])


def _tells(rest: str) -> bool:
    """Whether a sentence goes on behind label and number (``Table 1 shows …``)."""
    said = rest.lstrip()
    return said[:1].islower() and (len(said) > _LONG_CAPTION or bool(_SENTENCE_END.search(said)))


@cache
def _phrases(meaning: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words(form)) for pack in languages().values() for form in pack.labels(meaning))


def _said(text: str, meaning: str) -> bool:
    """Whether a text is little else than a label and a date, in either order (``12.03.2024 ж. баспаға түсті``)."""
    if len(text) > 200 or not _DATE.search(text):
        return False
    said = words(text)
    for phrase in _phrases(meaning):
        for i in range(len(said) - len(phrase) + 1):
            if tuple(said[i : i + len(phrase)]) == phrase:
                return len(said) - len(phrase) <= _DATE_WORDS or i == 0
    return False


@cache
def _inner_keywords() -> "regex.Pattern[str]":
    forms = {form for pack in languages().values() for form in pack.labels("keywords")}
    either = "|".join(
        sorted((r"\s+".join(regex.escape(w) for w in form.split()) for form in forms), key=len, reverse=True)
    )
    return regex.compile(rf"(?<=[.!?…»”)\n]\s{{0,4}})(?=(?:{either})\s?:)", regex.I)


def rows_of(document: Document) -> list[Row]:
    """The rows of a document, in reading order: its blocks, cut before keyword labels that stand inside."""
    notes = footnote_blocks(document, 0, len(document.blocks))
    return [
        row
        for index, block in enumerate(document.blocks)
        for row in _cut(document, block, BlockKind.FOOTNOTE if index in notes else block.kind)
    ]


def _cut(document: Document, block: Block, kind: BlockKind) -> Iterator[Row]:
    start = block.start
    if block.end - block.start > 40 and kind not in ASIDE:
        text = document.text[block.start : min(block.end, block.start + 20_000)]
        for match in _inner_keywords().finditer(text, 20):
            here = block.start + match.start()
            end = len(document.text[start:here].rstrip()) + start
            if end > start:
                yield Row(document, block, start, end, kind)
                start = here
    yield Row(document, block, start, block.end, kind)
