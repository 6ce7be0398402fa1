"""Article extents: where in a file each paper begins, what is the tail of another, what is no paper at all.

The best sign of a beginning is the line of classification codes; without it, front matter that comes after a
reference list and is followed by a body of its own.
"""

from dataclasses import replace

from multilex.segment.extent import Extent
from multilex.segment.language import identify
from multilex.segment.listed import by_contents
from multilex.segment.matter import opens_matter, split_matter
from multilex.segment.rows import Row
from multilex.segment.zones import BODY_ROLES, find_zones
from multilex.vocabulary import ArticleKind, SectionRole

_HEADER_REACH = 14
_MATTER_LENGTH = 1500
_RUBRIC_LINES = 4
_BODY_REACH = 40
_OPENING = (SectionRole.INTRODUCTION, SectionRole.METHODS)


def find_extents(rows: list[Row]) -> list[Extent]:
    """The extents of a file, in order; together they hold every row."""
    extents = by_contents(rows, _by_codes(rows)) if rows else []
    if all(one.kind is not ArticleKind.ARTICLE for one in extents):
        return extents
    return [part for one in extents for part in _parts(rows, one)]


def _parts(rows: list[Row], extent: Extent) -> list[Extent]:
    """The parts of the issue's own matter, each an extent; a paper as it is."""
    if extent.kind is not ArticleKind.MATTER:
        return [extent]
    return [
        replace(extent, start=extent.start + start, end=extent.start + end, matter=kind)
        for start, end, kind in split_matter(rows[extent.start : extent.end])
    ]


def _by_codes(rows: list[Row]) -> list[Extent]:
    starts = _code_starts(rows)
    extents: list[Extent] = []
    first = starts[0] if starts else 0
    if first > 0:
        extents += _before_first(rows, first)
    if not starts:
        starts = [0]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        matter = _end_matter(rows, start, end)
        extents += _split_uncoded(rows, start, matter)
        if matter < end:
            extents.append(Extent(matter, end, ArticleKind.MATTER))
    return extents


def _code_starts(rows: list[Row]) -> list[int]:
    """Rows at which a cluster of code lines opens a paper (moved up over a rubric on the same page)."""
    clusters: list[tuple[int, set[str]]] = []
    last = -10
    for i, row in enumerate(rows):
        if row.aside or not row.codes:
            continue
        values = {*row.classification, *([row.doi] if row.doi else [])}
        if i - last <= 3 and clusters:
            clusters[-1][1].update(values)
        else:
            clusters.append((i, values))
        last = i
    starts: list[int] = []
    known: set[str] = set()
    for number, (i, values) in enumerate(clusters):
        end = clusters[number + 1][0] if number + 1 < len(clusters) else len(rows)
        if starts and not _opens_paper(rows, starts[-1], i, end, values, known):
            known |= values
            continue
        if not _is_header(rows, i):
            continue
        starts.append(_above(rows, i, starts[-1] + 1 if starts else 0))
        known = set(values)
    return starts


def _is_header(rows: list[Row], i: int) -> bool:
    """Whether a code line stands over front matter: keywords, an abstract, names or a body heading follow soon."""
    near = rows[i + 1 : i + 1 + _HEADER_REACH]
    if any(row.keywords or row.abstract for row in near):
        return True
    return any(row.authors for row in near[:8]) and any(row.prose or row.affiliation for row in near)


def _opens_paper(rows: list[Row], start: int, i: int, end: int, values: set[str], known: set[str]) -> bool:
    """Whether the code line at `i` opens another paper than the one that began at `start`."""
    since = rows[start:i]
    if not any(row.prose for row in since):
        return False
    has_lists = any(row.references for row in since if not row.aside)
    own_body = any(row.references or (row.heading and not row.heading.alone) for row in rows[i:end] if not row.aside)
    if values <= known and not own_body:
        return False
    if not has_lists and not any(row.heading for row in since):
        return False
    return own_body or any(row.prose for row in rows[i:end])


def _above(rows: list[Row], i: int, floor: int) -> int:
    """Take in what stands over the codes at the top of the same page: a rubric, the journal's head."""
    start = i
    while start - 1 >= floor and i - start < _RUBRIC_LINES:
        row = rows[start - 1]
        if row.block.page != rows[i].block.page or not row.short or row.prose:
            break
        if row.reference_like or row.item_number is not None:
            break
        start -= 1
    at_top = start == 0 or rows[start - 1].block.page != rows[i].block.page
    return start if at_top else i


def _before_first(rows: list[Row], first: int) -> list[Extent]:
    """What stands before the first paper: the tail of another, or the matter of the issue."""
    rows = rows[:first]
    plain = [row for row in rows if not row.aside]
    if any(row.contents or row.imprint >= 2 for row in plain):
        return [Extent(0, first, ArticleKind.MATTER)]
    items = sum(1 for row in plain if row.reference_like)
    prose = sum(1 for row in plain if row.prose and not row.block.style.caps)
    if items * 2 >= max(1, len(plain)) or prose * 3 >= max(1, len(plain)) or any(row.references for row in plain):
        return [Extent(0, first, ArticleKind.TAIL)]
    return [Extent(0, first, ArticleKind.MATTER)]


def _end_matter(rows: list[Row], start: int, end: int) -> int:
    """Where, after the last reference list of a stretch, the issue's own matter begins; `end` when it does not."""
    references = [i for i in range(start, end) if rows[i].references and not rows[i].aside]
    if not references:
        return end
    for i in range(references[-1] + 1, end):
        if rows[i].contents or (rows[i].imprint and sum(row.imprint for row in rows[i : i + 12]) >= 3):
            return _page_top(rows, i, references[-1] + 1)
        if opens_matter(rows[i]):
            top = _page_top(rows, i, references[-1] + 1)
            page = rows[i].block.page
            if rows[top - 1].block.page != page or page == rows[0].block.page:
                return top
    return end


def _page_top(rows: list[Row], i: int, floor: int) -> int:
    """The first row of the page that holds row `i`, when only short lines that tell nothing else stand between."""
    top = i
    while top > floor and rows[top - 1].block.page == rows[i].block.page:
        row = rows[top - 1]
        tells = row.prose or row.reference_like or row.dates or row.heading or row.email
        if not row.aside and (tells or not row.short):
            return i
        top -= 1
    return top


def _split_uncoded(rows: list[Row], start: int, end: int) -> list[Extent]:
    """Cut a stretch where a paper without code lines follows another: front matter, then a body of its own."""
    stretch = rows[start:end]
    lists = [i for i, row in enumerate(stretch) if row.references and not row.aside]
    if not lists:
        return [Extent(start, end, ArticleKind.ARTICLE)]
    zones = find_zones(stretch)
    runs = [run for run in zones.trailing if run[0] > lists[0]]
    inside = {i for start_, end_ in runs for i in range(start_, end_)}
    bodies = [i for i in range(lists[0], len(stretch)) if i not in inside and _is_body(stretch, i)]
    cut = next((run for run in runs if bodies and any(body >= run[1] for body in bodies)), None)
    if cut is None:
        return [Extent(start, end, ArticleKind.ARTICLE)]
    body = next(i for i in bodies if i >= cut[1])
    before = [run for run in runs if run[1] <= body]
    first = 0
    missing = {"kk", "ru", "en"} - _front_languages(stretch[: zones.body])
    while first < len(before) - 1 and _language(stretch, before[first]) in missing:
        missing.discard(_language(stretch, before[first]))
        first += 1
    at = start + before[first][0]
    after = _split_uncoded(rows, at, end)
    return [Extent(start, at, ArticleKind.ARTICLE), replace(after[0], weak=True), *after[1:]]


def _is_body(rows: list[Row], i: int) -> bool:
    """A body after a reference list: its first heading, and another one or long prose after it."""
    heading = rows[i].heading
    if heading is None or rows[i].aside or heading.role not in _OPENING:
        return False
    if any(row.heading and row.heading.role in BODY_ROLES for row in rows[i + 1 : i + _BODY_REACH] if not row.aside):
        return True
    return sum(len(row.text) for row in rows[i : i + 6] if row.prose or not heading.alone) > _MATTER_LENGTH


def _language(rows: list[Row], run: tuple[int, int]) -> str:
    return identify(" ".join(row.text for row in rows[run[0] : run[1]] if row.prose)[:3000])


def _front_languages(rows: list[Row]) -> set[str]:
    return {identify(row.text) for row in rows if row.keywords}
