"""Footnotes: small lines at the foot of a page or column, each note beginning with its number."""

from collections import Counter
from collections.abc import Sequence

import regex

from multilex.layout.lines import Line, script_of

SMALLER = 0.95
SEPARATOR_SHARE = 0.75
FOOT = 0.35
CLOSE = 2.5

_MARKER = regex.compile(r"[¹²³⁰-⁹0-9]{1,3}[\s.)\p{L}«\"“]|\*{1,3}|[†‡§]")

Note = list[Line]


def body_size(lines: Sequence[Line]) -> float:
    """The size that most characters of these lines are set in; 0 for none."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def split_footnotes(lines: Sequence[Line], usual_size: float, continued: bool) -> tuple[list[Line], list[Note], Note]:
    """The lines of a page without its notes, the notes, and lines that continue a note of the page before.

    `usual_size` is that of the file's body; `continued` says whether the page before ends with a note.
    """
    stacks: dict[int, list[Line]] = {}
    for line in lines:
        stacks.setdefault(line.stack, []).append(line)
    raised = {line.words[0].start for line in lines if line.raised}
    notes: list[Note] = []
    rest: Note = []
    gone: set[int] = set()
    for stack in _at_foot(stacks):
        start = _first_note_line(stack, usual_size, continued and not notes)
        if start is None:
            continue
        own = stack[start:]
        gone.update(id(line) for line in own)
        for line in own:
            if _begins_note(line, raised, notes[-1] if notes else None):
                notes.append([line])
            elif notes:
                notes[-1].append(line)
            else:
                rest.append(line)
    return [line for line in lines if id(line) not in gone], notes, rest


def _at_foot(stacks: dict[int, list[Line]]) -> list[list[Line]]:
    """The stacks that reach the foot of the page: the last one, and its neighbours in columns above it."""
    found = list(stacks.values())
    if not found:
        return []
    last = found[-1]
    beside = [
        stack
        for stack in found[:-1]
        if abs(stack[-1].baseline - last[-1].baseline) < 3 * last[-1].size
        and (stack[-1].right < last[-1].left or last[-1].right < stack[-1].left)
    ]
    return [*beside, last]


def _first_note_line(stack: Sequence[Line], usual_size: float, continued: bool) -> int | None:
    """Index of the first line of the notes at the end of a stack of lines."""
    page = stack[0].page
    start = len(stack)
    while start > 0 and stack[start - 1].size <= SMALLER * usual_size:
        start -= 1
    small = start
    for index in range(len(stack) - 1, max(small, 0) - 1, -1):
        if _separated(stack, index):
            marked = stack[index].raised or bool(_MARKER.match(stack[index].text))
            return index if marked or continued else None
    height = page.height or 0.0
    for index in range(small, len(stack)):
        if any(line.bold or line.centered for line in stack[index:]) or _lists_authors(stack, index):
            continue
        line = stack[index]
        if line.raised and not line.centered and line.baseline > FOOT * height and _set_off(stack, index):
            return index
    return None


def _separated(stack: Sequence[Line], index: int) -> bool:
    """Whether a short rule at the left edge of the column stands right above the line."""
    line = stack[index]
    above = stack[index - 1].baseline if index else 0.0
    width = line.right - line.left
    return any(
        bottom - top < 3
        and abs(x0 - line.left) < 8
        and 20 < x1 - x0 < SEPARATOR_SHARE * max(width, 1.0)
        and above - 1 < top < line.baseline - 0.3 * line.size
        and line.baseline - top < 4 * line.size
        for x0, top, x1, bottom in line.page.rules
    )


def _lists_authors(stack: Sequence[Line], index: int) -> bool:
    """Whether the line above is one of names with marks: what follows are their affiliations."""
    above = stack[index - 1] if index else None
    if above is None or above.slack < 0.2 * (above.right - above.left):
        return False
    if stack[index].baseline - above.baseline > CLOSE * above.size:
        return False
    return any(script_of(word, above) > 0 for word in above.words)


def _set_off(stack: Sequence[Line], index: int) -> bool:
    """Whether the line is the first of its page or has larger text and more than usual space above it."""
    if index == 0:
        return True
    above = stack[index - 1]
    gap = stack[index].baseline - above.baseline
    return above.size > stack[index].size * 1.04 and gap > 1.35 * stack[index].size


def _begins_note(line: Line, raised: set[int], note: Note | None) -> bool:
    if line.words[0].start in raised:
        return True
    if not _MARKER.match(line.text):
        return False
    return note is None or (not note[0].raised and line.x0 <= note[0].x0 + 1)
