"""Reference lists that no known heading opens: a run of items behind the body."""

from collections.abc import Sequence

import regex

from multilex.segment.rows import Row

_FEWEST = 3
"""Items of a list; fewer may be prose that quotes."""
_LONGEST_HEADING = 70
_AUTHOR = regex.compile(
    r"(?:[-–—•]\s)?(?:\p{Lu}[\p{L}'’ʼ-]{1,30},?\s{0,2}\p{Lu}\p{L}?[.,]|(?:\p{Lu}\p{L}?\.\s?){1,3}\p{Lu}[\p{L}'’-]{2,30}[,.])"
)
_CLOSED = regex.compile(r"[.,;!?]\s*$")


def headless_lists(rows: Sequence[Row], first: int = 0) -> dict[int, bool]:
    """Where a list begins that nothing announces, and whether the row is an unknown heading (else the first item).

    Such a list numbers its items from 1 or begins each with an author, reads like references, and no prose
    follows before the next heading of a list, the next section, or the end. Indices count from `first`.
    """
    found: dict[int, bool] = {}
    for i, row in enumerate(rows):
        if row.aside or row.references or not row.reference_like or not _begins(row):
            continue
        if not found and _is_list(rows, i):
            before = next((j for j in range(i - 1, -1, -1) if not rows[j].aside), None)
            headed = before is not None and _may_head(rows[before])
            found[first + (before if headed and before is not None else i)] = headed
    return found


def _begins(row: Row) -> bool:
    return row.item_number == 1 or (row.item_number is None and _AUTHOR.match(row.text) is not None)


def _is_list(rows: Sequence[Row], start: int) -> bool:
    numbered = rows[start].item_number == 1
    items, others = [rows[start]], 0
    for row in rows[start + 1 :]:
        if row.aside:
            continue
        if row.references or (row.heading and row.heading.alone):
            break
        if row.item_number == len(items) + 1 if numbered else row.reference_like and _begins(row):
            items.append(row)
        elif row.prose and not row.reference_like:
            return False
        else:
            others += 1
    like = sum(row.reference_like for row in items)
    return len(items) >= _FEWEST and like * 3 >= len(items) * 2 and others <= len(items)


def _may_head(row: Row) -> bool:
    """Whether a row may be the heading of a list: a few words without a stop, none of an item."""
    text = row.text.strip()
    return (
        len(text) <= _LONGEST_HEADING
        and row.item_number is None
        and not (row.references or row.heading or row.reference_like or row.prose or row.dates or row.codes)
        and _CLOSED.search(text) is None
    )
