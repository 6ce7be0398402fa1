"""The face that all formats have."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from multilex.export._settings import Settings
from multilex.record import Record
from multilex.vocabulary import Severity

Piece = str | bytes | tuple[str, str | bytes]
"""A piece of a file; with the name of its part before it where the format makes several files."""


class Scope(StrEnum):
    """What one file of a format holds: a record, the records of one input, or all records of a run."""

    RECORD = "record"
    INPUT = "input"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a format demands and a record (or the settings) lacks, or what the reader of the format would refuse.

    An ``error`` stops the file; a ``warning`` is told. `field` is a JSON pointer into the record, or
    ``settings:journal.issn`` for what the user must give.
    """

    record: str
    field: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.record}: {self.field}: {self.message}"


class Format(Protocol):
    """A module of this folder, or what a package offers at the entry point ``multilex.formats``.

    Three names more are optional: ``PARTS``, the names of the files where a format makes several, each piece then being
    ``(part, piece)``; ``PAPERS_ONLY``, true where tails of papers and matter that is none are left out; and
    ``check(record, settings)``, the problems of a record, found before anything is written.
    """

    NAME: str
    SUFFIX: str
    MEDIA_TYPE: str
    SCOPE: Scope
    LOSSES: Mapping[str, str]

    def render(self, records: Iterable[Record], settings: Settings = ...) -> Iterator[Piece]:
        """The content, piece by piece; the same records and settings give the same bytes."""
