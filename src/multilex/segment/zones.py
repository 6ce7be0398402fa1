"""Zones of one article: front matter, body with back matter, and front matter printed after the reference lists."""

from dataclasses import dataclass

from multilex.segment.rows import Row
from multilex.vocabulary import SectionRole

_LONG_BODY = 3000
BODY_ROLES = (
    SectionRole.INTRODUCTION,
    SectionRole.LITERATURE_REVIEW,
    SectionRole.METHODS,
    SectionRole.RESULTS,
    SectionRole.DISCUSSION,
    SectionRole.RESULTS_AND_DISCUSSION,
    SectionRole.CONCLUSION,
)


@dataclass(frozen=True, slots=True)
class Zones:
    """Row indices: the front matter is ``rows[:body]``; `trailing` are runs printed after the body, half-open."""

    body: int
    trailing: tuple[tuple[int, int], ...]


def find_zones(rows: list[Row]) -> Zones:
    """Where the body begins, and which rows after it are front matter of other languages."""
    keywords = [i for i, row in enumerate(rows) if row.keywords and not row.aside]
    references = next((i for i, row in enumerate(rows) if row.references and not row.aside), len(rows))
    front = [i for i in keywords if i < references and not _body_between(rows, keywords[0], i)]
    body = _body_start(rows, front[-1] if front else None, references)
    trailing: list[tuple[int, int]] = []
    floor = body
    for i in keywords:
        if i >= body:
            start = _run_start(rows, i, max(floor, references if references < i else body))
            trailing.append((start, i + 1))
            floor = i + 1
    return Zones(body, tuple(trailing))


def _body_between(rows: list[Row], first: int, last: int) -> bool:
    """Whether a body, not just other languages' front matter, lies between two keyword lines."""
    headings = {row.heading.role for row in rows[first + 1 : last] if row.heading and row.heading.role in BODY_ROLES}
    return len(headings) >= 2 and sum(len(row.text) for row in rows[first + 1 : last]) > _LONG_BODY


def _body_start(rows: list[Row], last_keywords: int | None, references: int) -> int:
    if last_keywords is None:
        return _body_start_without_keywords(rows, references)
    start = last_keywords + 1
    heading = next((i for i in range(start, references) if _opens_body(rows[i])), references)
    for i in range(start, heading):
        if rows[i].abstract or (rows[i].authors and any(row.affiliation or row.email for row in rows[i + 1 : i + 5])):
            return heading if heading < references else _after_abstract(rows, i, references)
    while start < heading and _belongs_to_front(rows[start]):
        start += 1
    return start


def _opens_body(row: Row) -> bool:
    return row.heading is not None and not row.aside and row.heading.role in BODY_ROLES


def _belongs_to_front(row: Row) -> bool:
    if row.aside or row.codes or row.dates or row.corresponding:
        return True
    return not row.prose and (row.email or row.authors or row.affiliation)


def _after_abstract(rows: list[Row], start: int, references: int) -> int:
    """The row after the prose that follows a late abstract label."""
    i = start
    while i < references and not rows[i].prose:
        i += 1
    return min(i + 1, references)


def _body_start_without_keywords(rows: list[Row], references: int) -> int:
    labels = [i for i in range(references) if rows[i].abstract]
    heading = next((i for i in range(labels[-1] + 1 if labels else 0, references) if _opens_body(rows[i])), None)
    if heading is not None:
        return heading
    if labels:
        return _after_abstract(rows, labels[-1], references)
    heads = [i for i in range(min(references, 15)) if rows[i].codes or rows[i].authors]
    return next((i for i in range(heads[-1], references) if rows[i].prose), references) if heads else 0


def _run_start(rows: list[Row], keywords: int, floor: int) -> int:
    """The first row of the run that a keyword line closes: back over its abstract, then over its head."""
    i = keywords
    in_head = False
    while i > floor:
        row = rows[i - 1]
        if row.aside:
            i -= 1
            continue
        if row.references or row.keywords or (row.dates and not _names_above(rows, i - 1, floor)):
            break
        head = (
            row.dates
            or row.authors
            or row.codes
            or row.email
            or row.affiliation
            or row.abstract is not None
            or row.block.style.caps
        )
        if not head and row.heading is not None and row.heading.alone:
            break
        if row.item_number is not None and not (row.authors or row.affiliation or row.codes):
            break
        title = row.short and not row.reference_like and not row.prose
        if in_head and not (head or title):
            break
        if in_head and row.reference_like and not (row.authors or row.codes or row.email):
            break
        in_head = in_head or row.authors or row.affiliation or title
        i -= 1
    while i < keywords and rows[i].aside:
        i += 1
    return i


def _names_above(rows: list[Row], i: int, floor: int) -> bool:
    """Whether the lines of dates that end at row `i` stand below names or affiliations, in a run's head."""
    while i > floor and (rows[i].dates or rows[i].aside):
        i -= 1
    return rows[i].authors or rows[i].affiliation
