"""Record: the public contract, ``multilex.record/1``.

Every value is a Finding: the value, the text as printed, its span in `Document.text`, its places on paper, the rule
that found it. What is absent has no finding; what stands there unreadable has `state` ``unread`` and no value;
what does not stand there but follows from something that does has ``inferred`` and an empty span.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from multilex import repr_alignment, repr_html
from multilex.document import Document
from multilex.vocabulary import (
    ActLevel,
    ActResolution,
    ArticleKind,
    CodeScheme,
    CodeStatus,
    DateKind,
    ListKind,
    NoteCode,
    Role,
    SectionRole,
    Severity,
    State,
)

SCHEMA: Literal["multilex.record/1"] = "multilex.record/1"

Span = tuple[int, int]
"""Half-open, code points of the Document's text."""


class Model(BaseModel):
    """Frozen; unknown keys are refused, so a record written by a newer schema is not half read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Model):
    """Page (from 1), box (x0, top, x1, bottom; points from the top left; None without geometry) and the
    half-open span of source characters.
    """

    page: int
    box: tuple[float, float, float, float] | None
    start: int
    end: int


class Finding(Model):
    """What all values have. `text` is `Document.text` at `span`; `confidence` is measured precision or None."""

    text: str
    span: Span
    places: tuple[Place, ...] = ()
    rule: str
    confidence: float | None = None
    state: State = State.READ


class Text(Finding):
    """A title, heading, keyword, label … `value` is the printed text with blanks folded and markup gone."""

    value: str | None
    lang: str | None = None


class CodePart(Model):
    """One part of a compound code: for UDC the notation's kind (main, place, time, form, language, …)."""

    kind: str
    value: str


class CodeLevel(Model):
    """One level of a hierarchical code, with its name per language where we may ship one."""

    code: str
    names: dict[str, str] = {}


class Code(Finding):
    """A classification or identifier code; `value` in its canonical form."""

    scheme: CodeScheme
    value: str | None
    label: str | None = None
    status: CodeStatus = CodeStatus.VALID
    parts: tuple[CodePart, ...] = ()
    path: tuple[CodeLevel, ...] = ()


class Date(Finding):
    """A date of the paper's history; `value` is ISO 8601 in the printed precision (2020, 2020-11, 2020-11-22)."""

    kind: DateKind
    value: str | None
    label: str | None = None


class Email(Finding):
    """An e-mail address. `author` is the id of the author it belongs to, where that can be told."""

    value: str | None
    lang: str | None = None
    mark: str | None = None
    author: str | None = None


class Author(Finding):
    """A person as one language prints them. `id` is unique in the record (``ru-1``); `person` joins the same
    person across languages; `affiliations` are ids.
    """

    id: str
    person: int | None = None
    lang: str
    value: str | None
    family: str | None = None
    given: str | None = None
    marks: tuple[str, ...] = ()
    corresponding: bool = False
    email: str | None = None
    orcid: str | None = None
    affiliations: tuple[str, ...] = ()


class Affiliation(Finding):
    """An affiliation as one language prints it; `value` without its mark, blanks mended."""

    id: str
    lang: str
    value: str | None
    mark: str | None = None
    organisation: str | None = None
    city: str | None = None
    country: str | None = None


class AbstractPart(Finding):
    """A labelled part of a structured abstract."""

    kind: str
    label: str | None
    value: str | None


class Abstract(Finding):
    """The abstract in one language, without its heading."""

    lang: str
    value: str | None
    heading: Text | None = None
    parts: tuple[AbstractPart, ...] = ()


class Keywords(Finding):
    """The keyword list in one language."""

    lang: str
    label: str | None = None
    items: tuple[Text, ...] = ()


class Section(Model):
    """A headed section of the paper: `blocks` are indices into `Record.blocks`; `parent` into `Record.sections`."""

    role: SectionRole
    heading: Text | None
    level: int
    lang: str
    blocks: tuple[int, ...]
    parent: int | None = None


class LanguagePart(Model):
    """A stretch of a block in one language."""

    span: Span
    lang: str


class Block(Finding):
    """A block of the paper with its role. Every non-blank character of the input is in one block of one record."""

    role: Role
    lang: str
    parts: tuple[LanguagePart, ...] = ()
    section: int | None = None


class Callout(Finding):
    """A footnote mark in the text."""

    value: str | None


class Footnote(Finding):
    """A footnote: its number, its text without the mark, and the callouts that point at it."""

    number: str | None
    value: str | None
    lang: str
    callouts: tuple[Callout, ...] = ()


class ReferenceValue(Model):
    """A field of a reference: `value` as CSL wants it, `text` as printed at `span`; ``repaired`` where they differ
    by more than blanks, dashes and quotes. Dates are ISO 8601 in the printed precision.
    """

    value: str
    text: str
    span: Span
    state: State = State.READ


class ReferenceName(Model):
    """A name in a reference; a body, or a person whose family name cannot be told, has only `literal`."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    text: str
    span: Span


class ParsedReference(Model):
    """A reference in fields by their CSL names. `names` are by role (author, editor, translator), `others` the roles
    whose lists leave names out (*et al.*); `unparsed` are the stretches that no field took.
    """

    type: str
    language: str | None = None
    names: dict[str, tuple[ReferenceName, ...]] = {}
    others: tuple[str, ...] = ()
    values: dict[str, ReferenceValue] = {}
    unparsed: tuple[Span, ...] = ()

    def csl(self) -> dict[str, Any]:
        """The same as a CSL-JSON item without id; the translated title is ``title-translation``."""
        item: dict[str, Any] = {"type": self.type}
        for role, names in self.names.items():
            parts = ({"family": n.family, "given": n.given, "literal": n.literal} for n in names)
            item[role] = [{key: value for key, value in name.items() if value} for name in parts]
        for name, field in self.values.items():
            is_date = name in ("issued", "accessed")
            item[name] = {"date-parts": [[int(part) for part in field.value.split("-")]]} if is_date else field.value
        return item if self.language is None else {**item, "language": self.language}


class Reference(Finding):
    """An item of a reference list. `id` is unique in the record (``original:7``);
    `number` is the printed one, else (`number_printed` is false) the one that the place in the list gives, or
    None where nothing gives it; `value` is the item without its number; `fields` are its parts.
    """

    id: str
    number: int | None
    number_printed: bool
    value: str | None
    lang: str
    fields: ParsedReference | None = None


class ReferenceList(Model):
    """A reference list with its items in printed order."""

    id: str
    kind: ListKind
    heading: Text | None
    items: tuple[Reference, ...]


class Twin(Model):
    """An item of the original list and one of the romanised list that are the same work, by their ids; `score` says
    how alike they are, 0 to 1. An item is in several pairs where two works share a line.
    """

    original: str
    romanized: str
    score: float


class Citation(Finding):
    """A citation in the text: the cited numbers with ranges expanded, and the ids of the items they mean."""

    numbers: tuple[int, ...]
    targets: tuple[str, ...]
    pinpoint: str | None = None


class PinpointPart(Model):
    """One level of a pinpoint: ``article`` 24; the value of a range is ``5..7``."""

    unit: str
    value: str


class Pinpoint(Finding):
    """Places in an act, as printed: `paths` go from the outermost unit to the innermost, one per place."""

    paths: tuple[tuple[PinpointPart, ...], ...]


class Registration(Model):
    """Entry of an order into the state register: its number and ISO date, neither of them the act's own."""

    number: str
    date: str | None


class ActLink(Finding):
    """An address of the register printed with an act; `id` is the one in it, `status` compares it with the act's:
    ``agrees``, ``repaired`` (padding or the final underscore lost), ``conflicts``, None where no id is known.
    """

    id: str
    status: Literal["agrees", "repaired", "conflicts"] | None


class LegalMention(Finding):
    """A span that designates one legal act (or draft act), without its pinpoints.

    `act_type` is a name of ``packs/law/types.toml``, `jurisdiction` a country code or a union; `title`, `issuer`,
    `date` (ISO, in the printed precision) and `number` are what the mention says. `key` is
    ``jurisdiction/type/date/number``, as far as the paper itself gives it, by `resolution`; `candidates` are keys
    that would fit as well. `register_key` and `adilet_id` are what the catalogue or the register's rule says for
    it, `iri` its Akoma Ntoso name.
    """

    lang: str
    act_type: str
    jurisdiction: str | None
    issuer: str | None = None
    title: str | None = None
    date: str | None = None
    number: str | None = None
    registration: Registration | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    level: ActLevel
    resolution: ActResolution
    key: str | None
    candidates: tuple[str, ...] = ()
    register_key: str | None = None
    adilet_id: str | None = None
    iri: str | None = None
    link: ActLink | None = None


class CaseMention(Finding):
    """A court judgment named in the text; never an act."""

    title: str
    year: str | None = None


class Cell(Model):
    """One cell of the alignment table: whether the role is there in the language, and where (JSON pointer)."""

    state: Literal["present", "absent", "unread", "inferred"]
    pointer: str | None = None
    count: int | None = None


class AlignedRole(Model):
    """One row of the alignment table: a role across languages."""

    role: str
    cells: dict[str, Cell]


class KeywordRow(Model):
    """Keywords that mean the same, per language their values and spans; alone in its row what no other language has.

    `basis` is ``position`` where lists are equally long and nothing speaks against their order, or where neighbours
    leave one place; ``evidence`` where the words themselves decide.
    """

    values: dict[str, str]
    spans: dict[str, Span] = {}
    basis: Literal["position", "evidence"]


class PersonRow(Model):
    """One person as the languages print them: the number that joins them, and the id of the author per language."""

    person: int
    authors: dict[str, str]


class AffiliationRow(Model):
    """One organisation as the languages print it: the id of the affiliation per language; `basis` as for keywords."""

    affiliations: dict[str, str]
    basis: Literal["position", "evidence"]


class PartRow(Model):
    """A labelled part of the abstract, by its kind: JSON pointers per language."""

    kind: str
    parts: dict[str, str]


class Sentence(Finding):
    """A sentence of a text that stands there in several languages."""

    lang: str


class SentenceBead(Model):
    """Sentences that are translations of each other: indices per language, empty where a language lacks them. `kind`
    counts them in the order of the cells (``1:2``, ``1:0:1``); `score` is the probability of the bead under the model.
    """

    cells: dict[str, tuple[int, ...]]
    kind: str
    score: float


class SentencePair(Model):
    """The beads of two languages; finer than the rows where the third joins sentences that the two keep apart.

    `relation` is ``summary`` where most of the longer text has no counterpart in the other.
    """

    languages: tuple[str, str]
    relation: Literal["translation", "summary"]
    beads: tuple[SentenceBead, ...]


class AlignedText(Model):
    """A text that stands there in several languages: `pointers` to it, its sentences, their beads over all languages
    in `rows` and pairwise in `pairs`. Every sentence is in one row; rows and pairs agree.
    """

    role: str
    pointers: dict[str, str]
    sentences: dict[str, tuple[Sentence, ...]]
    rows: tuple[SentenceBead, ...]
    pairs: tuple[SentencePair, ...]


class Alignment(Model):
    """The same thing in three languages: role × language with gaps visible, then keywords, people, affiliations, parts
    of abstracts and sentences, row by row.
    """

    languages: tuple[str, ...]
    roles: tuple[AlignedRole, ...]
    keywords: tuple[KeywordRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    affiliations: tuple[AffiliationRow, ...] = ()
    parts: tuple[PartRow, ...] = ()
    texts: tuple[AlignedText, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows: the languages in columns, sentences that belong together lighting up together."""
        return repr_alignment.alignment(self.model_dump(mode="json"))


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

    Lists per language keep the printed order. Round trip: ``Record.model_validate_json(record.to_json()) == record``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["multilex.record/1"] = Field(default=SCHEMA, alias="schema")
    id: str
    multilex: str
    source: SourceInfo
    kind: ArticleKind
    language: str
    span: Span
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
    footnotes: tuple[Footnote, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[ReferenceList, ...] = ()
    twins: tuple[Twin, ...] = ()
    acts: tuple[LegalMention, ...] = ()
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

    def title(self, lang: str | None = None) -> Text | None:
        """The title in `lang` (default: the body's language), or None."""
        return next((title for title in self.titles if title.lang == (lang or self.language)), None)

    def code(self, scheme: CodeScheme) -> Iterator[Code]:
        """The codes of one scheme."""
        return (code for code in self.codes if code.scheme == scheme)


F = TypeVar("F", bound=Finding)


def places(document: Document, start: int, end: int) -> tuple[Place, ...]:
    """The places on paper of a span of the document."""
    return tuple(
        Place(page=place.page, box=place.box, start=place.start, end=place.end) for place in document.places(start, end)
    )


def found(model: type[F], document: Document, start: int, end: int, rule: str, **fields: Any) -> F:
    """A finding of `model` at a span of the document, with its printed text and places filled in."""
    text = document.text[start:end]
    return model(text=text, span=(start, end), places=places(document, start, end), rule=rule, **fields)


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
