"""Contents pages: which papers they list, on which pages, and which text those are."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import regex

from multilex.segment.labels import fold

_LEADER = regex.compile(r"(?:[.…․·_‥]\s{0,3}){3,400}(?P<page>[0-9]{1,4})?(?![0-9])")
_PAGE = r"(?P<page>[0-9]{1,4})(?:\s?[-–—]\s?[0-9]{1,4})?"
_AT_END = regex.compile(rf"(?:[\p{{L}}\p{{P}}][ \u00a0]{{1,40}}|\t[ ]{{0,9}}){_PAGE}[ \t.]{{0,9}}(?=\n|$)")
_ALONE = regex.compile(rf"(?:^|(?<=\n))[ \t]{{0,9}}{_PAGE}[ \t.]{{0,9}}(?=\n|$)")
_WITHIN = regex.compile(r"(?<=[\p{L}»”)?!.]\s{1,3})(?P<page>[0-9]{1,4})(?=\s{1,3}\p{Lu}|[ \t]{0,9}(?:\n|$))")
_NO_LETTER = regex.compile(r"\P{L}+")
_MOST_TEXT = 200_000
_FEWEST_LEADERS = 3
_GRAM = 5
FEWEST_LETTERS = 15
"""An entry with fewer letters names no paper: a rubric, a word."""


@dataclass(frozen=True)
class Entry:
    """What contents list: its text at ``[start, end)`` of the document and the page printed with it."""

    text: str
    start: int
    end: int
    page: int | None

    @cached_property
    def grams(self) -> frozenset[str]:
        """What its letters are made of."""
        return grams(self.text)


def letters(text: str) -> str:
    """The folded letters of a text."""
    return _NO_LETTER.sub("", fold(text))


def grams(text: str) -> frozenset[str]:
    """The sequences of five letters in a text."""
    said = letters(text)
    return frozenset(said[i : i + _GRAM] for i in range(len(said) - _GRAM + 1))


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of one text stands in another, from 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0


def read_entries(blocks: Iterable[tuple[str, int]]) -> list[Entry]:
    """The entries of a contents page: what stands before each page number, rubrics and authors included. Of each block
    of the page its text and its place in the document.
    """
    pieces: list[str] = []
    starts: list[tuple[int, int]] = []  # place in the joined text, place in the document
    length = 0
    for whole, start in blocks:
        said = whole[: _MOST_TEXT - length]
        starts.append((length, start))
        pieces.append(said)
        length += len(said) + 1
        if length >= _MOST_TEXT:
            break
    text = "\n".join(pieces)
    entries: list[Entry] = []
    at = 0
    for begin, end, page in _pages(text):
        name = text[at:begin]
        if sum(map(str.isalpha, name)) >= FEWEST_LETTERS:
            lead = len(name) - len(name.lstrip())
            entries.append(Entry(name.strip(), _place(starts, at + lead), _place(starts, begin), page))
        at = end
    return entries


def _pages(text: str) -> list[tuple[int, int, int]]:
    """Where page numbers stand, and which: behind leaders where the contents have them, else at the ends of lines."""
    leaders = [match for match in _LEADER.finditer(text) if match["page"]]
    found = list(_ALONE.finditer(text))
    if len(leaders) >= _FEWEST_LEADERS:
        found += leaders
    else:
        found += [match for match in _AT_END.finditer(text) if not 1900 <= int(match["page"]) <= 2099]
    spans: dict[int, tuple[int, int, int]] = {}
    for match in found:
        begin = match.start() if match.re is not _AT_END else match.start("page")
        spans[match.end("page")] = (begin, match.end(), int(match["page"]))
    sure = [spans[end] for end in sorted(spans)]
    return sorted([*sure, *_between(text, sure)])


def _between(text: str, sure: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Page numbers without a leader, by their value: between the pages before and after."""
    for before, after in pairwise([(0, 0, 1), *sure]):
        lowest = before[2]
        for match in _WITHIN.finditer(text, before[1], after[0]):
            if lowest <= int(match["page"]) <= after[2]:
                lowest = int(match["page"])
                yield match.start(), match.end(), lowest


def _place(starts: Sequence[tuple[int, int]], at: int) -> int:
    begin, start = starts[max(0, bisect_right(starts, at, key=lambda one: one[0]) - 1)]
    return start + at - begin


def usual_shift(pairs: Iterable[tuple[int, int]]) -> int | None:
    """How far pages of the file are ahead of printed ones: what most pairs (page in the file, printed) agree on."""
    counts = Counter(file - printed for file, printed in pairs)
    if not counts:
        return None
    [(shift, count)] = counts.most_common(1)
    return shift if count >= 2 and count * 2 > counts.total() else None
