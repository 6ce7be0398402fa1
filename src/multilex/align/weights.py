"""How much it says, for and against two stretches being translations, that words of one are found in the other."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from multilex import packs
from multilex.align.words import Evidence

Word = frozenset[Evidence]

_PRIOR = 2.0  # so many sentences' worth of trust in how often evidence occurs by chance anywhere
_OFTEN = 0.95
_LEAST_SIZE = 0.5
_LEAST_GAIN = -0.4


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair, sentence by sentence: its words, all they show, and how many sentences show each of it."""

    words: tuple[tuple[Word, ...], ...]
    shown: tuple[frozenset[Evidence], ...]
    occurs: Counter[Evidence]
    usual: float  # how much a sentence shows on average

    def stretch(self, start: int, size: int) -> tuple[tuple[Word, ...], frozenset[Evidence]]:
        """The different words of some sentences in a row, and all they show."""
        if size == 1:
            return self.words[start], self.shown[start]
        words = tuple(dict.fromkeys(word for each in self.words[start : start + size] for word in each))
        return words, frozenset().union(*self.shown[start : start + size])


def side(words: Sequence[tuple[Word, ...]]) -> Side:
    """A text from the words of its sentences."""
    shown = tuple(frozenset(one for word in each for one in word) for each in words)
    usual = sum(map(len, shown)) / len(shown) if shown else 1.0
    return Side(tuple(words), shown, Counter(one for each in shown for one in each), max(usual, 1.0))


@dataclass(frozen=True, slots=True)
class _Weight:
    """What it says that a word is found in a sentence by one of the `ways` (best first), or is `missed`."""

    ways: tuple[tuple[Evidence, float], ...]
    missed: float


class Agreement:
    """How much the words of two texts agree, stretch by stretch; what single words weigh is counted once."""

    def __init__(self, first: Side, second: Side) -> None:
        self._first, self._second = first, second
        self._forth = {word: _weight(word, second) for words in first.words for word in words}
        self._back = {word: _weight(word, first) for words in second.words for word in words}

    def of(self, i: int, a: int, j: int, b: int) -> float:
        """The log-likelihood ratio of `a` sentences from `i` and `b` from `j` being translations, by their words."""
        words, shown = self._first.stretch(i, a)
        other_words, other_shown = self._second.stretch(j, b)
        forth = _found([self._forth[word] for word in words], other_shown, len(other_shown) / self._second.usual)
        back = _found([self._back[word] for word in other_words], shown, len(shown) / self._first.usual)
        return _together() * (forth + back)


def _found(weights: Sequence[_Weight], there: frozenset[Evidence], size: float) -> float:
    """What all words say together; to be found in a long stretch says less, for by chance too much is found there.
    What several words show counts once.
    """
    easier = math.log(max(size, _LEAST_SIZE))
    total = 0.0
    counted = set()
    for weight in weights:
        for evidence, gain in weight.ways:
            if evidence in there:
                worth = max(gain - easier, _LEAST_GAIN)
                total += min(worth, 0.0) if evidence in counted else worth
                counted.add(evidence)
                break
        else:
            total += weight.missed
    return total


def _weight(word: Word, other: Side) -> _Weight:
    """A word against the other text: rare evidence says more than what stands in many of its sentences."""
    met = [(one, other.occurs[one]) for one in word if one in other.occurs]
    if not met:
        return _Weight((), min(map(_nowhere, word)))
    count = len(other.words)
    ways = []
    for one, occurs in met:
        translated, by_chance = _kinds()[one[0]]
        elsewhere = (occurs - 1 + _PRIOR * by_chance) / (count - 1 + _PRIOR)
        ways.append((one, math.log(translated / elsewhere)))
    ways.sort(key=lambda way: (-way[1], way[0]))
    translated = max(_kinds()[one[0]][0] for one, _ in met)
    chance = min(_OFTEN, max(occurs for _, occurs in met) / count)
    return _Weight(tuple(ways), min(0.0, math.log((1 - translated) / (1 - chance))))


@cache
def _kinds() -> dict[str, tuple[float, float]]:
    found = packs.table("alignment")["found"]
    return {kind: (one["translated"], one["by_chance"]) for kind, one in found.items()}


@cache
def _nowhere(one: Evidence) -> float:
    costs = packs.table("alignment")["nowhere"]
    return float(costs.get(one[0], costs["other"]))


@cache
def _together() -> float:
    return float(packs.table("alignment")["words"]["weight"])
