"""Score: all that the records of one input are compared for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from multilex.document import Document
from multilex.evaluate import acts, alignment, blocks, boundaries, header, links, reference_fields, references, sections
from multilex.evaluate.conservation import conservation
from multilex.evaluate.goldset import GoldFile
from multilex.evaluate.hyphens import hyphens
from multilex.evaluate.outcome import Outcome
from multilex.evaluate.pairing import Gold
from multilex.record import Alignment, Record, SourceInfo
from multilex.vocabulary import ArticleKind

_KEYS = [
    "codes",
    "doi",
    "emails",
    "dates",
    "titles",
    "author_lists",
    "author_lines",
    "affiliations",
    "abstracts",
    "keywords",
    "sections",
    "footnotes",
    "footnote_callouts",
    "citations",
    "reference_lists",
    "legal_mentions",
]


def score(file: GoldFile, document: Document | None, records: Sequence[Record]) -> Iterator[tuple[str, Outcome]]:
    """All outcomes of one input, each with the id of its article (of its record, where gold has none)."""
    offsets = document is not None and document.source.kind == "text"
    known = [key for key in _KEYS if any(key in article for article in file.articles)]
    for gold, record in boundaries.match(file.articles, records):
        name = gold["id"] if gold else record.id if record else ""
        for outcome in _article(file, gold, record, offsets):
            yield name, outcome
        for outcome in _findings(file, gold or dict.fromkeys(known, ()), record or _nothing(), offsets):
            yield name, outcome
    if file.blocks:
        for outcome in _languages(file, records, offsets):
            yield file.name, outcome
    if file.printed and document is not None:
        for outcome in _pages(file.printed, document, records):
            yield file.name, outcome
    if document is not None:
        for outcome in conservation(document, records):
            yield file.name, outcome


def _article(file: GoldFile, gold: Gold | None, record: Record | None, offsets: bool) -> Iterator[Outcome]:
    if file.pages:
        yield from boundaries.opening(gold, record)
    elif any("start" in article for article in file.articles):
        yield from boundaries.extent(gold, record, file.blocks, file.text if offsets else None)


def _findings(file: GoldFile, gold: Gold, record: Record, offsets: bool) -> Iterator[Outcome]:
    cells = list(header.cells(gold, record))
    heads = cells + list(header.whole(cells))
    yield from heads
    if file.verified:
        yield from (replace(head, figure=f"{head.figure}_verified") for head in heads)
    yield from header.author_fields(gold, record)
    if file.pages:
        return
    blocks_by_id = {block["id"]: block for block in file.blocks}
    yield from sections.headings(gold, record, offsets=offsets, complete=bool(file.blocks))
    yield from sections.body_roles(gold, record, blocks_by_id, file.text if offsets else None)
    yield from links.footnotes(gold, record, offsets=offsets)
    yield from links.callouts(gold, record, file.text, offsets=offsets)
    yield from links.citations(gold, record, offsets=offsets)
    yield from references.items(gold, record)
    yield from reference_fields.fields(gold, record)
    yield from reference_fields.twins(gold, record)
    yield from links.keyword_pairs(gold, record)
    yield from acts.acts(gold, record, offsets=offsets)
    yield from alignment.sentence_beads(gold, record)
    yield from alignment.people_pairs(gold, record)


def _languages(file: GoldFile, records: Sequence[Record], offsets: bool) -> Iterator[Outcome]:
    everything = _nothing().model_copy(update={"blocks": tuple(block for one in records for block in one.blocks)})
    yield from sections.languages(file.blocks, everything, offsets=offsets)


def _pages(printed: Gold, document: Document, records: Sequence[Record]) -> Iterator[Outcome]:
    yield from blocks.printed_blocks(printed, records)
    yield from blocks.superscripts(printed, document)
    yield from blocks.urls(printed, records)
    yield from hyphens(printed, document)


def _nothing() -> Record:
    """A record without findings: what answers an article that no record answers."""
    source = SourceInfo(file="", kind="", sha256="", pages=None, index=0, count=0)
    return Record(
        id="",
        multilex="",
        source=source,
        kind=ArticleKind.MATTER,
        language="und",
        span=(0, 0),
        alignment=Alignment(languages=(), roles=()),
    )
