"""multilex inside spaCy: the components ``multilex`` and ``multilex_sentences``, and records as Docs.

The components are entry points: once multilex is installed, ``nlp.add_pipe("multilex")`` needs no import of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from multilex.engines import spacy_pipes
from multilex.engines.spacy_pipes import extend_spans, pack

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from multilex.record import Finding, PinpointPart, Record
    from multilex.tagging import Tag

__all__ = ["extend_spans", "make_multilex", "make_sentences", "pack", "to_docs"]


def to_docs(records: "Record | Iterable[Record]", nlp: "Language | None" = None) -> "Iterator[Doc]":
    """One spaCy Doc per record: its blocks in order, whatever stands between two of them as line feeds.

    ``doc.spans["multilex_blocks"]`` has a span per block, labelled with its role (`span._.value` is its
    language); ``doc.spans["multilex"]`` one per value of the record: codes, dates, e-mails, titles, authors,
    affiliations, abstracts, keywords, citations, references, footnotes, legal acts, pinpoints, judgments. The value of
    an ``act`` is its key, which is ``span.kb_id_`` too. The record's id is in ``doc.user_data["record"]``. A place in
    the Doc plus ``record.span[0]`` is the place in the Document.

    `nlp` reads the text (default: an empty pipeline in the record's language); what its own ``multilex``
    component finds gives way to the record's values.
    """
    from multilex.record import Record

    for record in [records] if isinstance(records, Record) else records:
        doc = (nlp or spacy_pipes.blank(record.language))(record.text())
        spacy_pipes.put(doc, spacy_pipes.BLOCKS, _blocks(record))
        spacy_pipes.put(doc, spacy_pipes.FINDINGS, _values(record))
        doc.user_data["record"] = record.id
        yield doc


@dataclass(frozen=True, slots=True)
class _Value:
    kind: str
    start: int
    end: int
    value: str | None


def _blocks(record: "Record") -> Iterator[_Value]:
    first = record.span[0]
    for block in record.blocks:
        yield _Value(block.role.value, block.span[0] - first, block.span[1] - first, block.lang)


def _values(record: "Record") -> list[_Value]:
    """The record's values that stand in its text, in order."""
    named: list[tuple[str, Finding]] = [
        *((code.scheme.value.lower(), code) for code in record.codes),
        *((date.kind.value, date) for date in record.dates),
        *(("email", email) for email in record.emails),
        *(("title", title) for title in record.titles),
        *(("author", author) for author in record.authors),
        *(("affiliation", affiliation) for affiliation in record.affiliations),
        *(("abstract", abstract) for abstract in record.abstracts),
        *(("keyword", item) for keywords in record.keywords for item in keywords.items),
        *(("citation", citation) for citation in record.citations),
        *(("reference", item) for references in record.references for item in references.items),
        *(("footnote", footnote) for footnote in record.footnotes),
    ]
    valued = [
        *((kind, one, getattr(one, "value", None)) for kind, one in named),
        *(("act", record.acts[index], source.key) for source in record.legal_sources for index in source.mentions),
        *(("pinpoint", point, "; ".join(map(_place, point.paths))) for act in record.acts for point in act.pinpoints),
        *(("case", case, case.title) for case in record.cases),
    ]
    first, end = record.span
    values = [
        _Value(kind, one.span[0] - first, one.span[1] - first, value)
        for kind, one, value in valued
        if first <= one.span[0] < one.span[1] <= end
    ]
    return sorted(values, key=lambda one: (one.start, -one.end, one.kind))


def _place(path: "Iterable[PinpointPart]") -> str:
    return ", ".join(f"{part.unit} {part.value}" for part in path)


def _tags(text: str, kinds: Sequence[str] | None) -> "tuple[Tag, ...]":
    from multilex.tagging import tag

    return tag(text, only=kinds).findings


def _finder(kinds: Sequence[str] | None) -> spacy_pipes.Finder:
    from multilex.tagging import check_kinds

    check_kinds(kinds or ())
    return partial(_tags, kinds=kinds)


def _sentences(text: str, lang: str | None) -> list[tuple[int, int]]:
    from multilex.segment.language import identify
    from multilex.segment.sentences import split_sentences

    return split_sentences(text, lang or identify(text))


def _splitter(lang: str | None) -> spacy_pipes.Splitter:
    return partial(_sentences, lang=lang)


make_multilex = spacy_pipes.register_findings(_finder)
make_sentences = spacy_pipes.register_sentences(_splitter)
