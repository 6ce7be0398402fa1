"""A citation before its record."""

from dataclasses import dataclass

from multilex.vocabulary import CitationStyle, NoteCode, State


@dataclass(frozen=True, slots=True)
class Cited:
    """What `multilex.record.Citation` holds, and the remarks that the citation gives rise to."""

    start: int
    end: int
    style: CitationStyle
    rule: str
    targets: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    years: tuple[str, ...] = ()
    author: str | None = None
    pinpoint: str | None = None
    state: State = State.READ
    remarks: tuple[tuple[NoteCode, str], ...] = ()


def listed(numbers: "tuple[int, ...] | list[int]") -> str:
    """Numbers for a message.

    >>> listed((3, 4))
    '3, 4'
    """
    return ", ".join(map(str, numbers))
