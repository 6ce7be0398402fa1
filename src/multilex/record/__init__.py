"""Record: the public contract, ``multilex.record/1``.

Every value is a Finding: the value, the text as printed, its span in `Document.text`, its places on paper, the rule
that found it. What is absent has no finding; what stands there unreadable has `state` ``unread`` and no value;
what does not stand there but follows from something that does has ``inferred`` and an empty span.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field

from multilex import repr_html
from multilex.record.acts import ActLink, CaseMention, LegalMention, LegalSource, Pinpoint, PinpointPart, Registration
from multilex.record.alignment import (
    AffiliationRow,
    AlignedRole,
    AlignedText,
    Alignment,
    Cell,
    KeywordRow,
    PartRow,
    PersonRow,
    Sentence,
    SentenceBead,
    SentencePair,
)
from multilex.record.base import Finding, Model, Place, Span, Text, found, places
from multilex.record.body import Block, Callout, Footnote, LanguagePart, Section
from multilex.record.contexts import citation_contexts
from multilex.record.floats import Caption, Figure, Table, TableCell
from multilex.record.header import (
    Abstract,
    AbstractPart,
    Affiliation,
    Author,
    Code,
    CodeLevel,
    CodePart,
    Date,
    Email,
    Keywords,
)
from multilex.record.issue import Issue
from multilex.record.references import (
    Citation,
    CitationContext,
    NoteReference,
    ParsedReference,
    Reference,
    ReferenceList,
    ReferenceName,
    ReferenceValue,
    Twin,
)
from multilex.vocabulary import ArticleKind, CodeScheme, MatterKind, NoteCode, Severity

__all__ = [
    "SCHEMA",
    "Abstract",
    "AbstractPart",
    "ActLink",
    "Affiliation",
    "AffiliationRow",
    "AlignedRole",
    "AlignedText",
    "Alignment",
    "Author",
    "Block",
    "Callout",
    "Caption",
    "CaseMention",
    "Cell",
    "Citation",
    "CitationContext",
    "Code",
    "CodeLevel",
    "CodePart",
    "Date",
    "Email",
    "Figure",
    "Finding",
    "Footnote",
    "Issue",
    "KeywordRow",
    "Keywords",
    "LanguagePart",
    "LegalMention",
    "LegalSource",
    "Model",
    "Note",
    "NoteReference",
    "ParsedReference",
    "PartRow",
    "PersonRow",
    "Pinpoint",
    "PinpointPart",
    "Place",
    "Record",
    "Reference",
    "ReferenceList",
    "ReferenceName",
    "ReferenceValue",
    "Registration",
    "Section",
    "Sentence",
    "SentenceBead",
    "SentencePair",
    "SourceInfo",
    "Span",
    "Table",
    "TableCell",
    "Text",
    "Twin",
    "found",
    "json_schema",
    "places",
    "record_id",
]

SCHEMA: Literal["multilex.record/1"] = "multilex.record/1"


class Note(Model):
    """A remark on what is missing, contradictory or unsure. `field` is a JSON pointer into the record."""

    code: NoteCode
    severity: Severity
    message: str
    field: str | None = None
    lang: str | None = None
    span: Span | None = None
    places: tuple[Place, ...] = ()


class SourceInfo(Model):
    """The file that a record was read from and the pages it takes there; `printed_pages` as the paper numbers them."""

    file: str
    kind: str
    sha256: str
    pages: tuple[int, int] | None
    printed_pages: tuple[int, int] | None = None
    index: int
    count: int


class Record(Model):
    """One paper (or the tail of one, or an issue's own matter), ready for use.

    Lists per language keep the printed order. `engines` says what did which step, with versions and fingerprints of
    models: ``characters`` (of PDF pages), ``language``, ``sentences``; where asked for, ``lemmas`` and ``embedding``.
    `matter` says what a record of the issue's own matter is.
    Round trip: ``Record.model_validate_json(record.to_json()) == record``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["multilex.record/1"] = Field(default=SCHEMA, alias="schema")
    id: str
    multilex: str
    engines: dict[str, str] = Field(default_factory=dict)
    source: SourceInfo
    kind: ArticleKind
    matter: MatterKind | None = None
    language: str
    span: Span
    issue: Issue = Issue()
    running_heads: tuple[Text, ...] = ()
    codes: tuple[Code, ...] = ()
    dates: tuple[Date, ...] = ()
    emails: tuple[Email, ...] = ()
    titles: tuple[Text, ...] = ()
    authors: tuple[Author, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    abstracts: tuple[Abstract, ...] = ()
    keywords: tuple[Keywords, ...] = ()
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[ReferenceList, ...] = ()
    twins: tuple[Twin, ...] = ()
    acts: tuple[LegalMention, ...] = ()
    legal_sources: tuple[LegalSource, ...] = ()
    cases: tuple[CaseMention, ...] = ()
    alignment: Alignment
    notes: tuple[Note, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON-ready objects, key ``schema`` first."""
        return self.model_dump(mode="json", by_alias=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text (one line unless `indent`), non-ASCII letters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """A record from its JSON text; raises pydantic.ValidationError for anything else."""
        return cls.model_validate_json(text)

    def _repr_html_(self) -> str:
        """What a notebook shows: codes, the header in its languages side by side, counts, notes."""
        return repr_html.record(self.to_dict())

    def text(self) -> str:
        """The text of the paper: its blocks with line feeds between. A place in it plus ``span[0]`` is the place in
        the Document.
        """
        pieces, position = [], self.span[0]
        for block in sorted(self.blocks, key=lambda one: one.span):
            pieces += ["\n" * (block.span[0] - position), block.text]
            position = block.span[1]
        return "".join(pieces)

    def title(self, lang: str | None = None) -> Text | None:
        """The title in `lang` (default: the body's language), or None."""
        return next((title for title in self.titles if title.lang == (lang or self.language)), None)

    def code(self, scheme: CodeScheme) -> Iterator[Code]:
        """The codes of one scheme."""
        return (code for code in self.codes if code.scheme == scheme)

    def citation_contexts(self) -> tuple[CitationContext, ...]:
        """Where works are cited, in the order of the text: each citation, and each callout whose footnote names works,
        with its sentence, its section and the ids of its works.
        """
        return tuple(citation_contexts(self.citations, self.footnotes, self.blocks, self.sections))


def record_id(sha256: str, index: int) -> str:
    """A stable id: the same file and the same place in it give the same id.

    >>> record_id("ab" * 32, 3)
    'mlx-454f8c11e67b'
    """
    return "mlx-" + hashlib.sha256(f"{sha256}/{index}".encode()).hexdigest()[:12]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    schema = Record.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **schema}
