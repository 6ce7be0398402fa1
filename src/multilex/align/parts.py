"""Labelled parts of abstracts, by their kind."""

from collections import Counter
from collections.abc import Sequence

from multilex.record import Abstract, PartRow


def align_parts(abstracts: Sequence[Abstract]) -> tuple[PartRow, ...]:
    """One row per kind of part, in the order in which the first abstract that has it prints it; where a kind comes
    again, the second goes with the second. Empty when no abstract has labelled parts.
    """
    rows: dict[tuple[str, int], dict[str, str]] = {}
    for index, abstract in enumerate(abstracts):
        seen: Counter[str] = Counter()
        for at, part in enumerate(abstract.parts):
            row = rows.setdefault((part.kind, seen[part.kind]), {})
            row.setdefault(abstract.lang, f"/abstracts/{index}/parts/{at}")
            seen[part.kind] += 1
    return tuple(PartRow(kind=kind, parts=parts) for (kind, _), parts in rows.items())
