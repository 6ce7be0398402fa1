"""Running heads, running feet and page numbers: what stands at the edge of page after page."""

from collections.abc import Sequence

import regex

from multilex.layout.lines import line_text
from multilex.layout.markers import is_caption
from multilex.layout.rows import SCRIPT_SIZE, Row
from multilex.source import Page
from multilex.vocabulary import BlockKind

DEEPEST = 3  # rows of furniture at either edge
NEAR_PAGES = 4
HEAD_ZONE, FOOT_ZONE = 0.16, 0.86
APART = 1.7
SET_OFF = 1.4

_NUMBER = regex.compile(r"[\W_]{0,4}([0-9]{1,4})[\W_]{0,4}|[\W_]{0,4}[ivxlc]{1,7}[\W_]{0,4}", regex.IGNORECASE)
_OUTER_NUMBER = regex.compile(r"^[\W_]{0,4}[0-9]{1,4}[\W_]{1,4}|[\W_]{1,4}[0-9]{1,4}[\W_]{0,4}$")

Furniture = list[tuple[Row, BlockKind]]


def split_furniture(pages: Sequence[Page], rows: Sequence[list[Row]]) -> tuple[list[list[Row]], list[Furniture]]:
    """Per page the rows of the body, and the rows of furniture with what each is.

    A row at the edge is furniture when a near page has the same there (but for a number at its end), when a rule
    across the page sets it apart, or when it is nothing but a number that counts pages.
    """
    edges = [(_edge(page, own, False), _edge(page, own, True)) for page, own in zip(pages, rows, strict=True)]
    offsets = [_number_offsets(page, edge) for page, edge in zip(pages, edges, strict=True)]
    bodies: list[list[Row]] = []
    furniture: list[Furniture] = []
    for index, page in enumerate(pages):
        found: Furniture = []
        taken: set[int] = set()
        near = [i for i in range(max(0, index - NEAR_PAGES), min(len(pages), index + NEAR_PAGES + 1)) if i != index]
        counting = {offset for i in near for offset in offsets[i]}
        for at_foot in (False, True):
            others = {key for i in near for _, key in edges[i][at_foot]}
            outer: Furniture = []
            for depth, (row, key) in enumerate(edges[index][at_foot]):
                text = line_text(page, row.words)
                if not text or is_caption(text):  # a table, or what stands over one
                    break
                numbered = _NUMBER.fullmatch(text)
                if numbered and (_counts(page, text, counting) or _stands_apart(rows[index], row, at_foot)):
                    outer.append((row, BlockKind.PAGE_NUMBER))
                elif (key and key in others) or (not at_foot and _ruled_off(page, rows[index], row, depth)):
                    outer.append((row, BlockKind.RUNNING_HEAD))
                else:
                    break
            while outer and not _set_off(page, rows[index], len(outer), at_foot):
                outer.pop()
            for row, kind in outer:
                if id(row) not in taken:
                    taken.add(id(row))
                    found.append((row, kind))
        bodies.append([row for row in rows[index] if id(row) not in taken])
        furniture.append(found)
    return bodies, furniture


def _edge(page: Page, rows: list[Row], at_foot: bool) -> list[tuple[Row, str]]:
    """The outermost rows, outermost first, with what is compared of them."""
    outer = rows[::-1][:DEEPEST] if at_foot else rows[:DEEPEST]
    return [(row, "" if _is_note(row) else _key(line_text(page, row.words))) for row in outer]


def _is_note(row: Row) -> bool:
    """Whether a row begins with a raised number, as notes do (and the same note may stand on page after page)."""
    first = row.words[0]
    return first.size < SCRIPT_SIZE * row.size and first.baseline < row.words[-1].baseline


def _key(text: str) -> str:
    folded = _OUTER_NUMBER.sub("", text.casefold())
    return "".join(folded.split()) if sum(map(str.isalpha, folded)) >= 3 else ""


def _number_offsets(page: Page, edges: tuple[list[tuple[Row, str]], list[tuple[Row, str]]]) -> set[int]:
    """How far numbers at the edge of a page are ahead of its place in the file."""
    found = set()
    for edge in edges:
        for row, _ in edge:
            match = _NUMBER.fullmatch(line_text(page, row.words))
            if match and match[1]:
                found.add(int(match[1]) - page.number)
    return found


def _counts(page: Page, text: str, counting: set[int]) -> bool:
    match = _NUMBER.fullmatch(text)
    return match is not None and match[1] is not None and int(match[1]) - page.number in counting


def _set_off(page: Page, rows: list[Row], depth: int, at_foot: bool) -> bool:
    """Whether space or a rule stands between the outermost rows and the rest of the page."""
    if depth >= len(rows):
        return True
    upper, lower = (rows[-depth - 1], rows[-depth]) if at_foot else (rows[depth - 1], rows[depth])
    if lower.baseline - upper.baseline > SET_OFF * max(upper.size, lower.size):
        return True
    return any(
        x1 - x0 > 0.5 * (page.width or 0.0) and upper.baseline - 1 < top < lower.baseline - 0.5 * lower.size
        for x0, top, x1, _ in page.rules
    )


def _stands_apart(rows: list[Row], row: Row, at_foot: bool) -> bool:
    """Whether a number is the outermost row and well away from the next."""
    if len(rows) < 2:
        return False
    outer, inner = (rows[-1], rows[-2]) if at_foot else (rows[0], rows[1])
    return row is outer and abs(outer.baseline - inner.baseline) > APART * inner.size


def _ruled_off(page: Page, rows: list[Row], row: Row, depth: int) -> bool:
    """Whether a rule across the page runs right below the row, in the head of the page."""
    height, width = page.height or 0.0, page.width or 0.0
    if row.baseline > HEAD_ZONE * height or depth + 1 >= len(rows):
        return False
    below = rows[depth + 1].baseline - 0.7 * rows[depth + 1].size
    return any(
        x1 - x0 > 0.5 * width
        and bottom - top < 3
        and row.baseline - 1 < top < min(below, row.baseline + 1.5 * row.size)
        for x0, top, x1, bottom in page.rules
    )
