"""The body of a paper: blocks with their roles, sections, footnotes."""

from multilex.record.base import Finding, Model, Span, Text
from multilex.record.references import NoteReference
from multilex.vocabulary import Role, SectionRole


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
    """A footnote mark in the text; `sentence` is the span of the sentence that it stands in."""

    value: str | None
    sentence: Span | None = None


class Footnote(Finding):
    """A footnote: its number, its text without the mark, the callouts that point at it, the works that it names."""

    number: str | None
    value: str | None
    lang: str
    callouts: tuple[Callout, ...] = ()
    references: tuple[NoteReference, ...] = ()
