"""Ends of lines: is the hyphen there a part of the word, and does a blank follow?

Evidence comes from the same file first: the word joined, or with its hyphen, elsewhere in the middle of a line. What
that leaves open is decided by the parts of words that ``packs/hyphenation.toml`` lists.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

import regex

from multilex import packs

HYPHENS = frozenset("-‐‑\u00ad")
SOFT_HYPHEN = "\u00ad"
DASHES = frozenset("–—")

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+){0,4}")
_LEFT = regex.compile(r"[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+){0,3}[-‐‑\u00ad]$")
_RIGHT = regex.compile(r"[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+){0,3}")
_ADDRESS = regex.compile(
    r"(?:https?:|www\.|doi\.org|ftp:|\b10\.[0-9]{4,9}(?:/|$)|@|orcid\.org|/[A-Za-z0-9._~%]{0,99}-[A-Za-z0-9._~%-]{0,99}-)",
    regex.IGNORECASE,
)
_SCHEME = regex.compile(r"https?:|www\.|ftp:", regex.IGNORECASE)
_ADDRESS_END = regex.compile(r"[/\-_=?&.:%#~@+]$")
_ADDRESS_PART = regex.compile(
    r"[A-Za-z0-9._~%+-]{0,300}[/?&=_#][A-Za-z0-9]|[A-Za-z0-9-]{1,80}\.(?:html?|pdf|aspx?|php|kz|ru|com|org|net)\b"
)
_PIECE = regex.compile(r"[A-Za-z0-9:_~%?=&-]{1,200}[./@][A-Za-z0-9:_~%?=&./@-]{4,300}")
_DASH = regex.compile(r"\s-(\s?)(\S)")
_ALNUM_END = regex.compile(r"[A-Za-z0-9]{1,60}$")
_ALNUM = regex.compile(r"[A-Za-z0-9]{1,60}(?:[.][a-z]{2,6}\b)?")
REACH = 400
COMPOUND, WHOLE_WORD, LONGEST_ENDING = 6, 4, 7


class Words:
    """The words of a file that stand whole within a line, to be asked whether one occurs."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Count the words of lines in reading order, but for those cut at a line end."""
        counts: Counter[str] = Counter()
        addresses: list[str] = []
        dashes: Counter[str] = Counter()
        cut = False
        for line in lines:
            found = _WORD.findall(line.casefold())
            if cut and found:
                del found[0]
            cut = line[-1:] in HYPHENS and len(line) > 1
            if cut and found:
                found.pop()
            counts.update(found)
            addresses.extend(_PIECE.findall(line))
            for blank, follow in _DASH.findall(line):
                dashes[_class(follow)] += -1 if blank else 1
        self._counts = counts
        self._addresses = " ".join(addresses).casefold()
        self._dashes = dashes
        self._sorted: list[str] = []

    def count(self, word: str) -> int:
        """How often the word stands in the file."""
        return self._counts[word]

    def in_address(self, part: str) -> bool:
        """Whether an address in the file holds this."""
        return part.casefold() in self._addresses

    def glues_dash(self, follow: str) -> bool:
        """Whether a hyphen that serves as a dash mostly stands without a blank before such a character."""
        return self._dashes[_class(follow)] > 0

    def count_beginning(self, beginning: str) -> int:
        """How many different words begin so."""
        if not self._sorted:
            self._sorted = sorted(self._counts)
        return bisect_left(self._sorted, beginning + "\U0010ffff") - bisect_left(self._sorted, beginning)


def join(before: str, after: str, words: Words) -> tuple[bool, bool]:
    """How two lines of a paragraph join: whether the hyphen at the end of the first stays, and whether a blank follows.

    `before` is the line with what it was itself joined to without a blank.

    >>> join("the legis-", "lation of", Words([]))
    (False, False)
    >>> join("of the year 2023-", "2027 and", Words([]))
    (True, False)
    >>> join("one word", "and another", Words([]))
    (True, True)
    """
    last = before[-1:]
    if last == SOFT_HYPHEN:
        return False, False
    head = before[-REACH:].rsplit(None, 1)[-1] if before.strip() else ""
    tail = after[:REACH].split(None, 1)[0] if after.strip() else ""
    if _address_goes_on(head, tail):
        return not (last == "-" and _hyphenated_address(head, tail, words)), False
    if head == "-":
        return True, not words.glues_dash(tail[:1])
    if last in HYPHENS and len(head) > 1:
        suspended = _is_suspended(head, tail, words)
        return suspended or _keep_hyphen(head, tail, words), suspended
    glued = (
        head[-2:-1].isalnum() and not _SCHEME.match(tail) and (last == "/" or (last in DASHES and tail[:1].isalnum()))
    )
    return True, not glued


def _class(character: str) -> str:
    return "0" if character.isnumeric() else "a" if character.isalpha() else character


def _address_goes_on(head: str, tail: str) -> bool:
    """Whether a URL, DOI or e-mail address is cut here."""
    if not tail or (_SCHEME.match(tail) and not head.endswith("://")) or not _ADDRESS.search(head):
        return False
    if _ADDRESS_END.search(head):
        if head[-1] in ".:":
            return tail[0].isascii() and (tail[0].islower() or "/" in tail)
        return (tail[0].isascii() and tail[0].isalnum()) or tail[0] in "/?=&_%#"
    return tail[0] in "/?&=_%#" or (bool(_ADDRESS_PART.match(tail)) and not _ADDRESS.match(tail))


def _hyphenated_address(head: str, tail: str, words: Words) -> bool:
    """Whether the typesetter put the hyphen into the address: elsewhere in the file it stands without."""
    left, right = _ALNUM_END.search(head[:-1]), _ALNUM.match(tail)
    if left is None or right is None:
        return False
    return words.in_address(left[0] + right[0]) and not words.in_address(f"{left[0]}-{right[0]}")


def _is_suspended(head: str, tail: str, words: Words) -> bool:
    """Whether the hyphen stands for the rest of a word that follows later: ``micro- and macrostructure``."""
    last = tail.casefold().rstrip(",.;:")
    return last in packs.table("hyphenation")["conjunctions"] and not words.count(head[:-1].casefold() + last)


def _keep_hyphen(head: str, tail: str, words: Words) -> bool:
    left_match, right_match = _LEFT.search(head), _RIGHT.match(tail)
    if left_match is None or right_match is None:
        return True
    left, right = left_match[0][:-1], right_match[0]
    if left_match.start() and head[left_match.start() - 1].isnumeric():
        return True
    initial = len(left) == 1 and head[: left_match.start()].endswith(".")
    other_case = right[0].isupper() != left.isupper() and not initial
    left, right = left.casefold(), right.casefold()
    joined, hyphenated = left + right, f"{left}-{right}"
    if words.count(joined) != words.count(hyphenated):
        return words.count(hyphenated) > words.count(joined)
    if other_case or left.isascii() != right.isascii():
        return True
    here, there = (words.count_beginning(_stem(form, right)) for form in (joined, hyphenated))
    if here != there:
        return there > here
    return _is_compound(left.rsplit("-", 1)[-1], right) or _are_words(left, right, words)


def _are_words(left: str, right: str, words: Words) -> bool:
    """Whether both sides are long words that the file uses by themselves (Latin letters: ``nation-states``)."""
    return (
        (left + right).isascii()
        and len(left) >= 4
        and len(right) >= 5
        and left not in packs.table("hyphenation")["never"]
        and min(words.count(left), words.count(right)) >= 2
    )


def _stem(form: str, right: str) -> str:
    """The word without its ending, which changes with case and number; at least three letters after the hyphen stay."""
    return form[: len(form) - min(3, max(0, len(right) - 3))]


def _is_compound(left: str, right: str) -> bool:
    rules = packs.table("hyphenation")
    if f"{left}-{right}".startswith(tuple(rules["pairs"])):
        return True
    ending = len(right) <= LONGEST_ENDING and right.startswith(tuple(rules["suffixes"]))
    if len(right) < WHOLE_WORD or ending:
        return False
    if left in rules["keeps"]:
        return True
    compound = len(left) >= COMPOUND and left.endswith(tuple(rules["compound_endings"]))
    return compound and left not in rules["never"]
