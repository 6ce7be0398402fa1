"""The one way: read → layout → segment → extract → align → record.

Each step is a plain function over frozen values; nothing goes back.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import multilex
from multilex.align import Embed, Tools, align
from multilex.align.reference_differences import twin_notes
from multilex.align.reference_twins import twins
from multilex.article import Article
from multilex.document import Document
from multilex.engines import stanza, tesseract
from multilex.engines.provenance import engine_name, fingerprint
from multilex.errors import OptionError
from multilex.extract import Findings, extract_findings
from multilex.extract.acts.catalogue import KnownAct, using
from multilex.extract.acts.known import read_acts
from multilex.extract.contents import contents_notes
from multilex.extract.issue import read_issue
from multilex.layout import layout
from multilex.read import read_source
from multilex.read.ocr import MODES as OCR_MODES
from multilex.record import Issue, Note, Record, SourceInfo, record_id
from multilex.repair.notes import damage_notes
from multilex.segment import segment
from multilex.segment.sentences import ENGINES as SENTENCE_ENGINES
from multilex.source import Source
from multilex.vocabulary import ArticleKind, NoteCode, Role, Severity

ENGINES = ("pdfium", "pdfplumber")
LEMMA_ENGINES = ("stanza",)

Input = str | Path | bytes | BinaryIO


def read(origin: Input, *, name: str | None = None) -> Document:
    """The laid-out Document of a PDF, Word, HTML or text file, given as path, bytes or binary stream.

    Raises multilex.errors.InputError, whose message says what to do, for what cannot be read.
    """
    return Extractor().read(origin, name=name)


def extract(origin: Input | Document, *, name: str | None = None) -> list[Record]:
    """The records of a file: one per paper in it, one for the tail of a neighbour, one per stretch that is no paper.

    Together they hold every character of the input. Raises multilex.errors.InputError as `read` does.
    """
    return Extractor().extract(origin, name=name)


@dataclass(frozen=True, slots=True)
class Extractor:
    """The main job with its options fixed once, for many files.

    `engine` reads the characters of PDF pages: ``pdfium``, or ``pdfplumber``, a slower second opinion. `papers_only`
    leaves out the records of tails and of matter that is no paper (and with them the promise that every character
    of the input is in some record). `sentences` cuts the texts to be aligned: ``rules``, or ``stanza`` for Kazakh and
    rules for the rest. `lemmas` may be ``stanza``: Kazakh words are then compared by their dictionary forms too.
    `embed`, where given, turns sentences into vectors of one space for all languages; it helps to align them.
    `acts` is a TOML file with acts and abbreviations of one's own (docs/acts.md). `ocr` says which pages of a PDF
    Tesseract reads (docs/scans.md): those without usable characters (``auto``), all (``always``) or none (``never``);
    `ocr_languages` in which languages, by Tesseract's codes.
    Damaged text (docs/damaged-text.md) is mended unless `repair` is off. `password` opens encrypted PDFs.

    Raises multilex.errors.OptionError for an unknown engine or an `acts` file that is not as it should be,
    MissingEngineError for an engine that is not installed.

    >>> Extractor(papers_only=True).extract("Молоко, хлеб".encode())
    []
    """

    engine: str = "pdfium"
    papers_only: bool = False
    sentences: str = "rules"
    lemmas: str | None = None
    embed: Embed | None = None
    acts: str | Path | None = None
    repair: bool = True
    ocr: str = "auto"
    ocr_languages: str = tesseract.LANGUAGES
    password: str = field(default="", repr=False)
    _own_acts: tuple[KnownAct, ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for engine, known in (
            (self.engine, ENGINES),
            (self.sentences, SENTENCE_ENGINES),
            (self.lemmas, (*LEMMA_ENGINES, None)),
        ):
            if engine not in known:
                raise OptionError(f"unknown engine {engine!r}: choose one of {', '.join(filter(None, known))}")
        if "stanza" in (self.sentences, self.lemmas):
            stanza.ready()
        if self.ocr not in OCR_MODES:
            raise OptionError(f"unknown use of OCR {self.ocr!r}: choose one of {', '.join(OCR_MODES)}")
        if self.ocr == "always":
            tesseract.ready(self.ocr_languages)
        if self.acts is not None:
            object.__setattr__(self, "_own_acts", read_acts(self.acts))

    def read(self, origin: Input, *, name: str | None = None) -> Document:
        """The laid-out Document of a file; see `multilex.read`."""
        source = read_source(
            origin,
            name=name,
            engine=self.engine,
            ocr=self.ocr,
            ocr_languages=self.ocr_languages,
            password=self.password,
        )
        return layout(source, repair=self.repair)

    def extract(self, origin: Input | Document, *, name: str | None = None) -> list[Record]:
        """The records of a file; see `multilex.extract`."""
        document = origin if isinstance(origin, Document) else self.read(origin, name=name)
        articles = segment(document)
        issue = read_issue(document, articles)
        remarks = contents_notes(articles)
        tools = Tools(self.sentences, self.lemmas, self.embed)
        with using(self._own_acts):
            return [
                _record(article, index, len(articles), issue, tools, remarks.get(index, ()))
                for index, article in enumerate(articles)
                if article.kind == ArticleKind.ARTICLE or not self.papers_only
            ]


def _record(article: Article, index: int, count: int, issue: Issue, tools: Tools, remarks: tuple[Note, ...]) -> Record:
    findings = extract_findings(article, issue.year.value if issue.year else None)
    whole = article.kind == ArticleKind.ARTICLE
    alignment, gaps = align(findings, article.language, whole, article.document, tools)
    paired = twins(findings.references)
    source = article.document.source
    pages = _pages(findings, source.kind)
    return Record(
        id=record_id(source.sha256, index),
        multilex=multilex.__version__,
        engines=_engines(source, tools),
        source=SourceInfo(
            file=source.name,
            kind=source.kind,
            sha256=source.sha256,
            pages=pages,
            printed_pages=_printed_pages(findings, pages),
            index=index,
            count=count,
        ),
        kind=article.kind,
        matter=article.matter,
        language=article.language,
        span=(article.start, article.end),
        issue=issue,
        running_heads=findings.running_heads,
        codes=findings.codes,
        dates=findings.dates,
        emails=findings.emails,
        titles=findings.titles,
        authors=findings.authors,
        affiliations=findings.affiliations,
        abstracts=findings.abstracts,
        keywords=findings.keywords,
        blocks=findings.blocks,
        sections=findings.sections,
        tables=findings.tables,
        figures=findings.figures,
        footnotes=findings.footnotes,
        citations=findings.citations,
        references=findings.references,
        twins=paired,
        acts=findings.acts,
        legal_sources=findings.legal_sources,
        cases=findings.cases,
        alignment=alignment,
        notes=(
            *_source_notes(article, index, pages),
            *damage_notes(article.document, article.start, article.end),
            *_kind_notes(article, count),
            *remarks,
            *findings.notes,
            *twin_notes(findings.references, paired),
            *gaps,
        ),
    )


def _engines(source: Source, tools: Tools) -> dict[str, str]:
    """What did which step."""
    rules = f"multilex {multilex.__version__}"
    found = {
        "characters": source.engine,
        "ocr": source.ocr,
        "language": f"{engine_name('langdetect', 'langdetect')}; {rules}, models {fingerprint('letters')}",
        "sentences": rules if tools.sentences == "rules" else f"kk {stanza.ready()}; others {rules}",
        "lemmas": stanza.ready() if tools.lemmas else "",
        "embedding": getattr(tools.embed, "__qualname__", "") or type(tools.embed).__name__ if tools.embed else "",
    }
    return {step: engine for step, engine in found.items() if engine}


def _pages(findings: Findings, kind: str) -> tuple[int, int] | None:
    """First and last page of the file that the article touches; None for text without pages."""
    places = [
        place.page
        for block in findings.blocks
        if block.role not in (Role.RUNNING_HEAD, Role.PAGE_NUMBER)
        for place in block.places
    ]
    return (min(places), max(places)) if places and (kind == "pdf" or max(places) > 1) else None


def _printed_pages(findings: Findings, pages: tuple[int, int] | None) -> tuple[int, int] | None:
    """First and last page number as printed, when they rise as the pages of the file do."""
    offsets = []
    for block in findings.blocks:
        digits = "".join(c for c in block.text if "0" <= c <= "9") if block.role == Role.PAGE_NUMBER else ""
        if digits and block.places:
            offsets.append(int(digits[:5]) - block.places[0].page)
    if pages is None or not offsets:
        return None
    shift = max(set(offsets), key=offsets.count)
    return (pages[0] + shift, pages[1] + shift) if offsets.count(shift) * 2 > len(offsets) else None


def _source_notes(article: Article, index: int, pages: tuple[int, int] | None) -> tuple[Note, ...]:
    """What reading remarked: on the whole file in its first record, on a page in the record that holds it."""
    return tuple(
        Note(code=note.code, severity=note.severity, message=note.message)
        for note in article.document.source.notes
        if (index == 0 if note.page is None or pages is None else pages[0] <= note.page <= pages[1])
    )


def _kind_notes(article: Article, count: int) -> tuple[Note, ...]:
    span = (article.start, article.end)
    if article.kind == ArticleKind.TAIL:
        message = "the end of a paper whose beginning is not in the file"
        return (Note(code=NoteCode.FRAGMENT, severity=Severity.WARNING, message=message, span=span),)
    if article.kind == ArticleKind.MATTER and count == 1:
        message = "nothing here looks like a paper: no codes, abstract, keywords, headings or references"
        return (Note(code=NoteCode.NOT_A_PAPER, severity=Severity.ERROR, message=message, span=span),)
    return ()
