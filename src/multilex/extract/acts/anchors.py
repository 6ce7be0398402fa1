"""Anchors: the literal beginnings of patterns, found fast, so that a pattern is tried only where it can match."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

_SPECIAL = frozenset("\\[]{}()?*+|.^$")
_REPEATED = frozenset("?*{")


def beginnings(pattern: str) -> tuple[str, ...]:
    r"""The literal texts one of which every match of a pattern begins with; ("",) where that cannot be told.

    >>> beginnings("закон(?:а|у)?"), beginnings(r"(?:ата|негізгі)\sзаң"), beginnings(r"(?:joint\s)?orders?")
    (('закон',), ('ата', 'негізгі'), ('joint', 'order'))
    """
    found: list[str] = []
    for branch in _branches(pattern):
        found += _beginnings_of_branch(branch)
    return tuple(dict.fromkeys(found))


def _beginnings_of_branch(branch: str) -> Sequence[str]:
    end = next((at for at, sign in enumerate(branch) if sign in _SPECIAL), len(branch))
    if branch[end : end + 1] and branch[end] in _REPEATED:
        end -= 1
    literal, rest = branch[: max(end, 0)], branch[max(end, 0) :]
    if not rest.startswith("(?:"):
        return (literal,)
    close = _close(rest)
    after = rest[close + 1 :]
    if after[:1] in _REPEATED:
        return (literal,) if literal else (*beginnings(rest[3:close]), *beginnings(after[1:]))
    return [
        literal + begin
        for inside in _branches(rest[3:close])
        for begin in (beginnings(inside + after) if _SPECIAL.isdisjoint(inside) else beginnings(inside))
    ]


def _branches(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern outside groups and sets."""
    depth, begin, at = 0, 0, 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] in "([":
            depth += 1
        elif pattern[at] in ")]":
            depth -= 1
        elif pattern[at] == "|" and depth == 0:
            yield pattern[begin:at]
            begin = at + 1
        at += 1
    yield pattern[begin:]


def _close(pattern: str) -> int:
    """Where the group closes that a pattern begins with."""
    depth, at = 0, 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] in "([":
            depth += 1
        elif pattern[at] in ")]":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return at


def shortest(begins: Iterable[str]) -> tuple[str, ...]:
    """Beginnings without those that a shorter one covers.

    >>> shortest(["закон", "законопроект", "указ"])
    ('указ', 'закон')
    """
    kept: list[str] = []
    for begin in sorted(set(begins), key=lambda one: (len(one), one)):
        if not begin.startswith(tuple(kept)):
            kept.append(begin)
    return tuple(kept)


@cache
def scanner(begins: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds the words (also right after figures) with one of the beginnings, in one pass.

    >>> [match.start() for match in scanner(("закон", "указ")).finditer("закон, указы, 5указ и беззаконие")]
    [0, 7, 15]
    """
    return re.compile(rf"(?<![^\W0-9¹²³⁰⁴-⁹])(?:{alternation(shortest(begins))})")


def alternation(begins: Sequence[str]) -> str:
    """Beginnings as alternatives that differ in their first letters, so that each word is compared but once."""
    by_first: dict[str, list[str]] = {}
    for begin in begins:
        by_first.setdefault(begin[:1], []).append(begin[1:])
    branches = []
    for first, rests in by_first.items():
        if "" in rests:
            branches.append(re.escape(first))
        else:
            rest = alternation(rests)
            branches.append(re.escape(first) + (f"(?:{rest})" if len(rests) > 1 else rest))
    return "|".join(branches)


def word_starts(text: str, begins: tuple[str, ...]) -> list[int]:
    """Where a word begins that has one of the beginnings, in order.

    >>> word_starts("закон и беззаконие", ("закон",))
    [0]
    """
    return [match.start() for match in scanner(begins).finditer(text)]


def matches_at(pattern: regex.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[regex.Match[str]]:
    """The matches of a pattern that begin at one of the places, none overlapping another."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()
