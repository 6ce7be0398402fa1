"""Report: the figures of one evaluation, as sums over outcomes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from multilex.evaluate.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Miss:
    """An outcome that is not right: in which file and article, and what gold and the record have."""

    file: str
    article: str
    outcome: Outcome

    def to_dict(self) -> dict[str, Any]:
        """The miss as a JSON-ready object; `gold` or `found` is null where that side has nothing."""
        one = self.outcome
        return {
            "file": self.file,
            "article": self.article,
            "figure": one.figure,
            "by": list(one.by),
            "gold": one.gold,
            "found": one.found,
            "at": one.at,
            "count": one.weight,
        }


class Count:
    """How many gold has, how many were found, and how many of these are right (and softly right)."""

    def __init__(self) -> None:
        self.gold = self.found = self.right = self.soft = 0

    def add(self, outcome: Outcome) -> None:
        """Count one more outcome."""
        self.gold += outcome.weight if outcome.gold is not None else 0
        self.found += outcome.weight if outcome.found is not None else 0
        self.right += outcome.weight if outcome.right else 0
        self.soft += outcome.weight if outcome.soft else 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found)

    def to_dict(self) -> dict[str, int | float]:
        """Counts and figures; precision and recall are 0 where nothing was found or asked for."""
        return {
            "gold": self.gold,
            "found": self.found,
            "right": self.right,
            "precision": round(self.right / self.found, 4) if self.found else 0.0,
            "recall": round(self.right / self.gold, 4) if self.gold else 0.0,
            "f1": round(self.f1, 4),
            "soft_f1": round(2 * self.soft / (self.gold + self.found), 4),
        }


class Figure:
    """A count over all outcomes of one figure, and one per language or field."""

    def __init__(self) -> None:
        self.all = Count()
        self.by: dict[str, Count] = {}

    def add(self, outcome: Outcome) -> None:
        """Count one more outcome, also under each of its languages and fields."""
        self.all.add(outcome)
        for label in outcome.by:
            self.by.setdefault(label, Count()).add(outcome)

    def to_dict(self) -> dict[str, Any]:
        """The whole, with ``by``: language or field → the same keys."""
        return {**self.all.to_dict(), "by": {label: self.by[label].to_dict() for label in sorted(self.by)}}


@dataclass(frozen=True, slots=True)
class Report:
    """What `evaluate` found out. `corpus` says what was scored (path, sha256, files, kind), `cost` what it
    took (cpu_seconds of reading and extracting, peak_mb of the process).
    """

    corpus: dict[str, Any]
    figures: dict[str, Figure]
    cost: dict[str, float]
    misses: tuple[Miss, ...]

    def to_dict(self, *, misses: bool = False) -> dict[str, Any]:
        """The report as plain JSON-ready objects, with the list of misses if asked for."""
        return {
            "corpus": self.corpus,
            "figures": {name: figure.to_dict() for name, figure in self.figures.items()},
            "cost": self.cost,
            **({"misses": [miss.to_dict() for miss in self.misses]} if misses else {}),
        }


def figures(outcomes: Iterable[Outcome]) -> dict[str, Figure]:
    """Figures by name, in the order in which they first occur."""
    sums: dict[str, Figure] = {}
    for outcome in outcomes:
        sums.setdefault(outcome.figure, Figure()).add(outcome)
    return sums
