"""Where an item of a reference list may begin, and how much each place looks like a beginning.

A score is a rough log-likelihood ratio: above zero speaks for a new item, below for the middle of one.
Nothing is decided here; `multilex.extract.reference_items` weighs the places of a whole list together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

import regex

from multilex.document import Document
from multilex.packs import languages, table
from multilex.vocabulary import BlockKind

BLOCK, LINE, INLINE = 1.0, 0.0, -4.6
"""Where the place is: at the start of a block, of a line inside one, or inside a line."""
MOST_INLINE = 5_000
"""Places looked for inside one line; a line with more is no list."""

_BULLET = regex.compile(r"(?:[-–—•·▪*●]|\\-)[ \t]+(?=\S)")
_NUMBER = regex.compile(
    r"(?:№[ \t]?)?(?:\[(?P<n>[0-9]{1,3})\][.,]?|\((?P<n>[0-9]{1,3})\)"
    r"|(?P<n>[0-9]{1,3})(?:\\?[.)](?:[ \t]?(?P=n)\.)?|(?P<bare>(?=[ \t]|\p{Lu}\p{Ll}))))[ \t]*(?=\S)"
)
_ALONE = regex.compile(r"[ \t]*(?:\[(?P<n>[0-9]{1,3})\]|(?P<n>[0-9]{1,3})(?:[.)]|(?P<bare>)))[ \t]*")
"""A number in a line of its own; the item begins in the next."""
_DECIMAL = regex.compile(r"[0-9]+(?:[.,%]|[ ]?$|[ ](?!\p{Lu}))")
"""After ``3.``: the number of 3.5 GHz and 12.06.2025, not of an item ``3.3D models`` or ``3.2020 Report``."""
_INLINE = regex.compile(
    r"(?:(?<=[.\])])|(?<=\S)[ \t]{1,4})(?<![0-9])"
    r"(?:\[(?P<n>[0-9]{1,3})\]|(?P<n>[0-9]{1,3})[.)](?:[ \t]?(?P=n)\.)?|(?P<n>[0-9]{1,3})(?P<bare>(?=[ \t])))"
    r"[ \t]{0,4}(?=[^\s0-9])"
)
_AUTHOR = regex.compile(
    r"[*_]{0,2}(?:\p{Lu}[\p{L}'’ʼ`#-]{1,30},?[ \t]{0,2}\p{Lu}\p{L}?[.,]"
    r"|(?:\p{Lu}\p{Ll}?\.[ \t]{0,2}-?){1,3}\p{Lu}[\p{L}'’ʼ`#-]{1,30}"
    r"|\p{Lu}[\p{L}'’ʼ`#-]{1,30},[ \t]\p{Lu}\p{Ll})"
)
_IDENTIFIER = regex.compile(
    r"[<(\[\\]*(?:href|https?|www\.|doi|url|isbn|issn|e?issn|arxiv|edn)(?!\p{L})", regex.IGNORECASE
)
_OPENING = "«\"“„‘'*_"
_OPEN_END = ",:;-–—/(&«“„="
_CLOSED_END = '.)]>»”"…'
_ADDRESS_END = regex.compile(r"(?:https?:|www\.|10\.[0-9]{4})\S{0,200}$", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """A place where an item may begin.

    `lead` is the offset of its bullet, `start` of its number, `text` of what follows; they are equal where
    there is no bullet or number. `inline` places stand inside a line.
    """

    lead: int
    start: int
    text: int
    number: int | None
    score: float
    bullet: bool
    inline: bool


def starts(document: Document, start: int, end: int, before: str) -> Iterator[Start]:
    """The places inside one block-like stretch, in order. `before` is the list's text just before it."""
    text, line_start = document.text, start
    block = document.blocks[document.block_at(start)]
    place = BLOCK
    while line_start < end:
        feed = text.find("\n", line_start, end)
        line_end = end if feed < 0 else feed
        first = _skip_blanks(text, line_start, line_end)
        if first < line_end:
            listed = block.kind is BlockKind.LIST_ITEM and first == block.start
            yield _at_line(text, first, line_end, place, before, listed)
            yield from islice(_inside_line(text, first, line_end), MOST_INLINE)
            before, place = _end_of(text, first, line_end), LINE
        line_start = line_end + 1


def _end_of(text: str, start: int, end: int) -> str:
    """The last signs of a line or block; an open bracket where it is a number, for that goes on."""
    return "(" if _ALONE.fullmatch(text, start, end) else text[max(start, end - 80) : end]


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _at_line(text: str, first: int, end: int, place: float, before: str, listed: bool) -> Start:
    bullet = _BULLET.match(text, first, end)
    start = bullet.end() if bullet else first
    number = _NUMBER.match(text, start, end)
    if number and number.group()[-1] in ".)" and _DECIMAL.match(text, number.end(), end):
        number = None
    value = number.end() if number else start
    if alone := _ALONE.fullmatch(text, start, end):
        number, value = alone, _skip_blanks(text, end, min(len(text), end + 80))
        end = value + 80
    value = start if value >= len(text) else value
    numbered = number is not None
    score = place + _shape(text[value : min(end, value + 80)], numbered=numbered) + _after(before, numbered=numbered)
    if number and number["bare"] is not None:
        score -= 1
    if number is None and end - start < 20:
        score -= 1.5
    return Start(first, start, value, int(number["n"]) if number else None, score, bool(bullet) or listed, False)


def _inside_line(text: str, first: int, end: int) -> Iterator[Start]:
    for match in _INLINE.finditer(text, first + 1, end):
        begin = match.start("n") - (text[match.start("n") - 1] in "[(")
        score = INLINE + _shape(text[match.end() : min(end, match.end() + 80)], numbered=True)
        score += _after(text[max(first, begin - 80) : begin], numbered=True)
        if match["bare"] is not None or begin == match.start():
            score -= 1
        yield Start(begin, begin, match.end(), int(match["n"]), score, False, True)


def _shape(text: str, *, numbered: bool) -> float:
    """How much a text looks like the beginning of an item: an author, a title, or the middle of something."""
    first = text[0]
    if _IDENTIFIER.match(text):
        return 0.0 if numbered else -4.0
    if _part_word().match(text):
        return -3.0
    if _AUTHOR.match(text, _particles(text)):
        return 2.0
    if first.islower():
        return -3.0
    if first.isalpha() or first in _OPENING:
        return 0.5
    if first in "([" and not numbered:
        return -1.5
    return -1.0 if first.isdigit() else -3.0


def _after(before: str, *, numbered: bool) -> float:
    """How much the text before a place looks like the end of an item."""
    before = before.rstrip()
    if not before:
        return 0.5
    if _ADDRESS_END.search(before):
        return 0.5
    if before[-1] in _OPEN_END:
        return -1.0 if numbered and before[-1] == ";" else -3.0
    if (word := _volume_before().search(before)) and not before[: word.start()].rstrip()[-1:].isdigit():
        return -3.0
    if before[-1] in _CLOSED_END or before[-1].isdigit():
        return 0.5
    return -1.6


@cache
def _part_word() -> "regex.Pattern[str]":
    """Volume, issue or page at the start of a text."""
    return regex.compile(rf"(?:{_words()})\.?[ \t]?[-–—№]?[ \t]?[0-9]", regex.IGNORECASE)


@cache
def _volume_before() -> "regex.Pattern[str]":
    """Volume, issue or page at the end of a text."""
    return regex.compile(rf"(?<!\p{{L}})(?:{_words()})\.?$", regex.IGNORECASE)


def _particles(text: str) -> int:
    """Length of what stands before a family name, ``van der``."""
    match = _particle().match(text)
    return match.end() if match else 0


@cache
def _particle() -> "regex.Pattern[str]":
    words = "|".join(regex.escape(word) for word in table("names")["particles"]["words"])
    return regex.compile(rf"(?:(?:{words})[ -]){{1,3}}")


def _words() -> str:
    kinds = ("volume", "issue", "page")
    words = {word for pack in languages().values() for kind in kinds for word in pack.words(kind)}
    words.update(word for kind in kinds for word in table("references")["romanized"][kind])
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def list_starts(document: Document, spans: Sequence[tuple[int, int]]) -> list[Start]:
    """All places of a list, in order; `spans` are its blocks.

    The first place of every block is there whatever it looks like.
    """
    found: list[Start] = []
    before = ""
    for start, end in spans:
        found.extend(starts(document, start, end, before))
        before = _end_of(document.text, start, end)
    return found
