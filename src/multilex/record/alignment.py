"""The same thing in several languages: what stands where, row by row."""

from typing import Literal

from pydantic import Field

from multilex import repr_alignment
from multilex.record.base import Finding, Model, Span


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
    spans: dict[str, Span] = Field(default_factory=dict)
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
