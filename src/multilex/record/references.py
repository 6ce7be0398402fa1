"""Reference lists, their items in fields, pairs of items that are one work, and citations in the text."""

from typing import Any

from pydantic import Field

from multilex.record.base import Finding, Model, Span, Text
from multilex.vocabulary import CitationStyle, ListKind, SectionRole, State


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
    names: dict[str, tuple[ReferenceName, ...]] = Field(default_factory=dict)
    others: tuple[str, ...] = ()
    values: dict[str, ReferenceValue] = Field(default_factory=dict)
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


class NoteReference(Reference):
    """A reference inside a footnote, with an id like ``notes:3a``. One that repeats a work named before (``Ibid.``,
    an author with ``Op. cit.``, the same words again) has its id as `antecedent`; `pinpoint` is its own place there.
    """

    antecedent: str | None = None
    pinpoint: str | None = None


class Citation(Finding):
    """A citation in the text: the ids of the items that it means, and what is printed to say so.

    `numbers` are the cited numbers with ranges expanded; `author` the names printed with the citation and `years` its
    years (``2018a``); `pinpoint` the place in the work. Several of one kind are joined by semicolons. `sentence` is
    the span of the sentence that it stands in.
    """

    style: CitationStyle = CitationStyle.NUMERIC
    numbers: tuple[int, ...] = ()
    years: tuple[str, ...] = ()
    author: str | None = None
    targets: tuple[str, ...]
    pinpoint: str | None = None
    sentence: Span | None = None


class CitationContext(Model):
    """Where a work is cited: the citation as printed, its sentence and section, and the ids of the works it means.

    `section` is an index into `Record.sections`; `sentence_span` is where `sentence` stands.
    """

    text: str
    span: Span
    style: CitationStyle
    sentence: str | None
    sentence_span: Span | None
    section: int | None
    section_role: SectionRole | None
    targets: tuple[str, ...]
    pinpoint: str | None
