"""Outcome: one thing compared. Every figure is a sum over outcomes; a miss is one that is not right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from multilex.evaluate.normal import near, shown


@dataclass(frozen=True, slots=True)
class Outcome:
    """`gold` or `found` is None where that side has nothing. `by` are the languages and fields that it counts
    under besides the whole; `at` its source offset in the gold; `weight` how many things it stands for.
    """

    figure: str
    by: tuple[str, ...]
    gold: str | None
    found: str | None
    right: bool
    soft: bool
    at: int | None = None
    weight: int = 1


def compare(
    figure: str,
    by: Iterable[str | None],
    gold: Any,
    found: Any,
    *,
    at: int | None = None,
    equal: Callable[[Any, Any], bool] | None = None,
) -> Outcome:
    """The outcome of comparing two values in normal form; None, "" and empty collections are nothing.

    >>> compare("header_cells", ("ru", "title"), "Право", "Право").right
    True
    >>> compare("header_cells", ("ru", "title"), "Право", None).found is None
    True
    """
    gold = gold if gold or gold is False else None
    found = found if found or found is False else None
    both = gold is not None and found is not None
    right = both and (equal(gold, found) if equal else gold == found)
    return Outcome(
        figure,
        tuple(label for label in by if label),
        shown(gold),
        shown(found),
        right,
        right or (both and near(gold, found)),
        at,
    )
