"""The cells of a table."""

from collections.abc import Iterable

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]

_SEPARATOR = "; "


def joined(values: Iterable[object]) -> str | None:
    """Several values in one cell, each once; None where there is none.

    >>> joined(["a", None, "b", "a"]), joined([])
    ('a; b', None)
    """
    return _SEPARATOR.join(dict.fromkeys(str(value) for value in values if value not in (None, ""))) or None
