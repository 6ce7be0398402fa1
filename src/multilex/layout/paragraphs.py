"""Lines → paragraphs: where one ends and the next begins.

A paragraph ends where its last line stops although the next word would have fitted, where the next line is indented,
set apart, in another size, or begins with the next number of a list. Otherwise it goes on over the end of a column or
page.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from multilex.layout.footnotes import SMALLER, body_size
from multilex.layout.lines import Line, blank_between
from multilex.layout.markers import Marker, find_marker, follows, has_leader, is_caption, is_formula

OTHER_SIZE = 0.06
APART = 1.3
INDENTED = 0.6
MOST_OF_LINE, HANGING = 0.6, 3.0
UNSTRETCHED = 0.35
"""A justified line that stops this share of its size before the edge was not stretched: it ends its paragraph."""
FLUSH = 2.5
CONTINUES_AFTER = ("-", "‐", "\u00ad", "/", "–", "—", "(", "«", "„")
DASHES = ("-", "–", "—")
SENTENCE_ENDS = (".", ":", ";", "!", "?")
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a file are set: usual distance of baselines by stack and by size, the justified stacks, and the
    size of the running text.
    """

    stack_pitch: dict[tuple[int, float], float]
    pitch: dict[float, float]
    justified: frozenset[int]
    size: float

    def pitch_of(self, line: Line) -> float:
        """The usual distance of baselines where the line stands."""
        size = round(line.size, 1)
        return self.stack_pitch.get((line.stack, size)) or self.pitch.get(size) or 1.2 * line.size


def find_setting(lines: Sequence[Line]) -> Setting:
    """Measure how lines are set."""
    by_size: dict[float, Counter[float]] = defaultdict(Counter)
    by_stack: dict[tuple[int, float], Counter[float]] = defaultdict(Counter)
    flush: Counter[int] = Counter()
    count: Counter[int] = Counter()
    for before, line in pairwise(lines):
        count[line.stack] += 1
        flush[line.stack] += line.slack < FLUSH
        gap = line.baseline - before.baseline
        same = before.stack == line.stack and abs(before.size - line.size) < 0.3
        if same and 0.8 * line.size < gap < 2.2 * line.size:
            size = round(line.size, 1)
            by_size[size][round(2 * gap) / 2] += 1
            by_stack[line.stack, size][round(2 * gap) / 2] += 1
    stack_pitch = {
        key: pitch
        for key, gaps in by_stack.items()
        for pitch, times in gaps.most_common(1)
        if times >= 3 and sum(gaps.values()) <= 2 * times
    }
    pitch = {size: gaps.most_common(1)[0][0] for size, gaps in by_size.items()}
    flush_share = sum(flush.values()) / max(1, sum(count.values()))
    justified = {
        stack for stack, total in count.items() if (flush[stack] / total >= 0.4 if total >= 6 else flush_share >= 0.4)
    }
    return Setting(stack_pitch, pitch, frozenset(justified), body_size(lines))


def split_paragraphs(lines: Sequence[Line], setting: Setting) -> list[list[Line]]:
    """The paragraphs of lines in reading order."""
    paragraphs: list[list[Line]] = []
    for index, line in enumerate(lines):
        follow = lines[index + 1] if index + 1 < len(lines) else None
        if paragraphs and not _ends(paragraphs[-1], line, follow, setting):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def stops_short(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a line ends although the first word of the next would still have fitted."""
    if before.text.endswith(CONTINUES_AFTER[4:]) or (before.text.endswith(",") and not before.centered):
        return False
    room = before.slack + (before.indent if before.centered else 0.0) - 0.25 * before.size
    needed = _first_word_width(line)
    if room > needed + (2.0 if before.centered else 0.3) * before.size:
        return True
    justified = before.stack in setting.justified and not before.centered
    if not justified or before.slack <= UNSTRETCHED * before.size or " " not in before.text:
        return False
    return not (line.text[:1].islower() or before.text.endswith(CONTINUES_AFTER))


def _first_word_width(line: Line) -> float:
    end = line.words[0].x1
    if _begins_with_address(line):
        return line.x1 - line.x0
    for before, word in zip(line.words, line.words[1:], strict=False):
        blank = blank_between(line.page, before, word)
        if blank is not None and not (blank >= 0 and line.page.text[blank - line.page.start] == NO_BREAK):
            break
        end = word.x1
    return end - line.words[0].x0


def _ends(block: list[Line], line: Line, follow: Line | None, setting: Setting) -> bool:
    before = block[-1]
    if not line.text or not before.text:  # a table stands for itself
        return True
    if abs(before.size - line.size) > OTHER_SIZE * max(before.size, line.size):
        return True
    together = before.stack == line.stack
    if together and _apart(before, line, follow, setting):
        return True
    if together and is_caption(block[0].text) and _goes_on_as_caption(before, line, setting):
        return False
    if (
        _begins_with_address(line)
        and "@" not in before.text
        and (not before.text.endswith((":", ",")) or (before.text.endswith(",") and line.centered))
    ):
        return True
    if (line.centered or before.centered) and not _hangs(block, line):
        return not together or _centered_ends(block, line, setting)
    if _hyphenated(before, line):
        return False
    if has_leader(before.text):
        return True
    short = stops_short(before, line, setting)
    if line.raised and (short or block[0].raised):
        return True
    marker, first = find_marker(line.text), find_marker(block[0].text)
    if marker and _opens_list(before, marker):
        return True
    if marker and first and follows(marker, first) and _may_be_item(block[0], line, marker):
        return True
    goes_on = first and (first.number > 0 or not before.text.endswith("."))
    opens = marker and before.text.endswith((":", ";"))
    if goes_on and not opens and not line.bold and _is_continuation(block, line):
        return False
    if short or (before.bold and not line.bold and len(block) == 1 and _is_caps(before.text)):
        return True
    return _indented(block, line, follow, marker, first)


def _goes_on_as_caption(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a line is set like the caption above it, and not like running text."""
    other = line.bold or line.size < SMALLER * setting.size
    return other and before.bold == line.bold and not is_caption(line.text)


def _begins_with_address(line: Line) -> bool:
    """Whether an e-mail address is the first or second word."""
    return any("@" in word for word in line.text[:120].split()[:2])


def _hyphenated(before: Line, line: Line) -> bool:
    text = before.text
    return (
        len(text) > 1
        and text[-1] in "-‐\u00ad"
        and text[-2].isalpha()
        and line.text[:1].islower()
        and before.slack < before.size
    )


def _apart(before: Line, line: Line, follow: Line | None, setting: Setting) -> bool:
    """Whether more than the usual space stands between two lines, and not the same again below."""
    gap = line.baseline - before.baseline
    if gap <= 0:
        return True
    if gap <= APART * setting.pitch_of(line):
        return False
    if gap > 2.5 * line.size or follow is None or follow.stack != line.stack:
        return True
    return abs(follow.baseline - line.baseline - gap) > 0.06 * gap or before.bold != line.bold


def _centered_ends(block: list[Line], line: Line, setting: Setting) -> bool:
    before = block[-1]
    full = before.indent < 2 * before.size and before.slack < 2 * before.size
    if before.centered and before.bold and line.bold and line.text[:1].islower():
        return False
    if not (line.centered and (before.centered or full)):
        return True
    if line.raised:
        return not (before.text.endswith(",") and (before.bold or not stops_short(before, line, setting)))
    if before.bold != line.bold or _is_caps(before.text) != _is_caps(line.text):
        return True
    if before.bold and before.text.endswith(","):
        return False
    if before.bold and (_is_caps(line.text) or line.text[:1].islower()):
        return False
    if not before.centered and not before.bold and not _is_caps(before.text):
        return True
    if before.x1 - before.x0 > MOST_OF_LINE * (before.right - before.left) and before.text[-1:].isalpha():
        return False
    return stops_short(before, line, setting)


def _opens_list(before: Line, marker: Marker) -> bool:
    """Whether a line with this marker begins an item whatever the geometry says."""
    if marker.number == 0 and marker.style not in DASHES:
        return True
    return marker.number <= 1 and marker.style != "" and before.text.endswith((":", ";"))


def _may_be_item(first: Line, line: Line, marker: Marker) -> bool:
    """A bare number begins an item only where items begin."""
    return marker.style not in ("", *DASHES) or abs(first.indent - line.indent) < INDENTED * line.size


def _hangs(block: list[Line], line: Line) -> bool:
    """Whether a line only seems centered because it hangs under the first line of a list item."""
    item = find_marker(block[0].text) is not None and not block[0].raised and not block[0].centered
    return item and not line.bold and line.indent < HANGING * line.size


def _is_continuation(block: list[Line], line: Line) -> bool:
    """Whether a line of a list item stands where its further lines begin, which is not where items begin."""
    tolerance = INDENTED * line.size
    if abs(line.indent - block[0].indent) <= tolerance:
        return False
    return abs(line.indent - block[-1].indent) <= tolerance or (len(block) == 1 and line.indent <= tolerance)


def _indented(block: list[Line], line: Line, follow: Line | None, marker: Marker | None, first: Marker | None) -> bool:
    """Whether the left edge says that a paragraph begins here."""
    before, tolerance = block[-1], INDENTED * line.size
    if len(block) > 1:
        hanging = block[1].indent > block[0].indent + tolerance
        if abs(line.indent - before.indent) <= tolerance:
            return False
        return line.indent > before.indent or hanging
    if line.indent > before.indent + tolerance:
        if is_formula(line.text):
            return True
        sentence_goes_on = before.text.endswith(CONTINUES_AFTER) or not (
            before.text.endswith(SENTENCE_ENDS) or _first_letter(line.text).isupper()
        )
        return not (first or sentence_goes_on)
    if abs(line.indent - before.indent) > tolerance or line.indent <= 0.8 * line.size:
        return False
    return follow is None or follow.stack != line.stack or abs(follow.indent - line.indent) > tolerance


def _first_letter(text: str) -> str:
    return next((character for character in text if character.isalpha()), "")


def _is_caps(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 4 and sum(character.isupper() for character in letters) >= 0.75 * len(letters)
