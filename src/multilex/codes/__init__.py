"""Identifier and classification codes: one module per scheme, all with the same face.

======================  =====================================================================================
``find(text)``          the codes in free text, in order, as `Match` (offsets are code points of `text`)
``compact(text)``       the canonical form of a printed code: blanks, look-alikes and other damage mended
``is_valid(text)``      whether the canonical form obeys the scheme (form, check digit, known classes)
``describe(value)``     `Description`: the status of a canonical form, its parts and its path of classes
======================  =====================================================================================

A new scheme is a new module in this folder: `schemes` finds it by walking.

>>> sorted(schemes())
['doi', 'email', 'irsti', 'issn', 'jel', 'orcid', 'udc']
>>> [(match.value, match.status.value) for match in schemes()["udc"].find("УДК 347. 965.42; 343.985")]
[('347.965.42', 'repaired'), ('343.985', 'valid')]
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from multilex.codes._fold import skeleton
from multilex.vocabulary import CodeStatus

__all__ = ["Description", "Level", "Match", "Part", "Scheme", "schemes", "skeleton"]


@dataclass(frozen=True, slots=True)
class Match:
    """A code in a text: the span of the printed code (without its label), its canonical form, what the scheme
    says of it, the span of the label it stands under, and the rule that found it.
    """

    start: int
    end: int
    value: str
    status: CodeStatus
    label: tuple[int, int] | None
    rule: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a compound code, with the scheme's own name for its kind."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a hierarchical code; `names` by language tag, where we may ship them."""

    code: str
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Description:
    """What a scheme says of a canonical form. `parts` and `path` are empty where it has none."""

    value: str
    status: CodeStatus
    parts: tuple[Part, ...] = ()
    path: tuple[Level, ...] = ()


class Scheme(Protocol):
    """The face of every module of this folder."""

    def find(self, text: str) -> Iterator[Match]:
        """The codes of this scheme in `text`, in order."""

    def compact(self, text: str) -> str:
        """The canonical form of a printed code."""

    def is_valid(self, text: str) -> bool:
        """Whether the canonical form of `text` obeys the scheme."""

    def describe(self, value: str) -> Description:
        """Status, parts and path of a canonical form."""


@cache
def schemes() -> dict[str, Scheme]:
    """All schemes by module name."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    return {name: cast("Scheme", import_module(f"{__name__}.{name}")) for name in names}
