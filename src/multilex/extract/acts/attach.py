"""Attach: which act a pinpoint belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.mention import Mention
from multilex.extract.acts.pinpoints import Path, PinpointText
from multilex.segment.sentences import split_sentences


def with_pinpoints(
    text: str, folded: str, lang: str, found: Sequence[Mention], points: Sequence[PinpointText]
) -> list[Mention]:
    """The mentions with the pinpoints that belong to them; those of gazettes and contracts belong to none."""
    if not found or not points:
        return list(found)
    place = _Places(found, split_sentences(text, lang))
    given: list[list[tuple[int, int, tuple[Path, ...]]]] = [[] for _ in found]
    for point in points:
        index = place.act_of(folded, point)
        if index is not None and not _in_gazette(folded, point.start):
            given[index].append((point.start, point.end, point.paths))
    return [replace(one, pinpoints=tuple(mine)) for one, mine in zip(found, given, strict=True)]


@dataclass(frozen=True)
class _Places:
    """Mentions and sentences of a text, both in order."""

    found: Sequence[Mention]
    sentences: Sequence[tuple[int, int]]

    def act_of(self, folded: str, point: PinpointText) -> int | None:
        """Index of the mention that a pinpoint belongs to: beside it, else named before it in its sentence, else the
        last of the sentence before.
        """
        follows = bisect_left(self.found, point.start, key=lambda one: one.start)
        before = follows - 1
        if before >= 0 and point.start < self.found[before].end:
            return None
        if point.after and before >= 0 and after_act(folded, self.found[before].end, point):
            return before
        if not point.after and follows < len(self.found) and before_act(folded, point, self.found[follows].start):
            return follows
        if _of_contract(folded, point):
            return None
        position = bisect_right(self.sentences, point.start, key=lambda one: one[0]) - 1
        if position < 0:
            return None
        start, end = self.sentences[position]
        has_article = any(path[0][0] == "article" for path in point.paths)
        if not has_article:
            return None
        if before >= 0 and self.found[before].start >= start:
            return before
        named_later = follows < len(self.found) and self.found[follows].start < end
        if position == 0 or named_later or before < 0:
            return None
        return before if self.found[before].start >= self.sentences[position - 1][0] else None


def before_act(folded: str, point: PinpointText, start: int) -> bool:
    """Whether a pinpoint leads straight to an act that begins at `start`."""
    return 0 <= start - point.end <= 24 and bool(_to_act().fullmatch(folded, point.end, start))


def after_act(folded: str, end: int, point: PinpointText) -> bool:
    """Whether a pinpoint follows straight on an act that ends at `end`."""
    return 0 <= point.start - end <= 40 and bool(_FROM_ACT.fullmatch(folded, end, point.start))


_FROM_ACT = regex.compile(r"[\s¹²³⁰-⁹]{0,3}(?:\([^()]{0,36}\)\s?)?")


@cache
def _to_act() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["pinpoints"]["to_act"])


def _of_contract(folded: str, point: PinpointText) -> bool:
    return bool(_contract().match(folded, point.end))


@cache
def _contract() -> regex.Pattern[str]:
    return regex.compile(rf"\s(?:\p{{L}}{{1,20}}\s)?{grammar.words()['contracts']['words']}")


def _in_gazette(folded: str, at: int) -> bool:
    return any(word in folded[max(0, at - 120) : at] for word in grammar.words()["gazettes"]["words"])
