"""Evidence from a user's own sentence embeddings; multilex brings none."""

import math
from collections.abc import Callable, Sequence
from itertools import combinations

Embed = Callable[[list[str]], Sequence[Sequence[float]]]
"""An embedding of sentences: one vector per sentence, in one space for all languages."""

_SAMPLE = 40
_STEEPNESS, _MIDDLE, _MOST = 2.0, 1.2, 5.0  # of the log-likelihood ratio, in spreads above the mean likeness


class Vectors:
    """The vectors of the sentences of several texts, and what their likeness says.

    Likeness is the cosine; how much of it is usual between two texts is taken from their sentences at large.
    """

    def __init__(self, texts: Sequence[Sequence[str]], embed: Embed) -> None:
        vectors = [tuple(map(float, vector)) for vector in embed([one for text in texts for one in text])]
        ends = [sum(map(len, texts[: at + 1])) for at in range(len(texts))]
        self._vectors = [vectors[end - len(text) : end] for text, end in zip(texts, ends, strict=True)]
        self._usual = {(x, y): self._likenesses(x, y) for x, y in combinations(range(len(texts)), 2)}

    def agreement(self, x: int, i: int, a: int, y: int, j: int, b: int) -> float:
        """The log-likelihood ratio of two stretches being translations, by the likeness of their mean vectors."""
        mean, spread = self._usual[x, y]
        likeness = _cosine(_sum(self._vectors[x][i : i + a]), _sum(self._vectors[y][j : j + b]))
        return max(-_MOST, min(_MOST, _STEEPNESS * ((likeness - mean) / spread - _MIDDLE)))

    def _likenesses(self, x: int, y: int) -> tuple[float, float]:
        some = [_spread_out(self._vectors[each]) for each in (x, y)]
        values = [_cosine(first, second) for first in some[0] for second in some[1]] or [0.0]
        mean = sum(values) / len(values)
        return mean, math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) or 1.0


def _spread_out(vectors: Sequence[tuple[float, ...]]) -> Sequence[tuple[float, ...]]:
    return vectors[:: 1 + len(vectors) // _SAMPLE]


def _sum(vectors: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(map(sum, zip(*vectors, strict=True)))


def _cosine(first: Sequence[float], second: Sequence[float]) -> float:
    size = math.sqrt(sum(v * v for v in first) * sum(v * v for v in second))
    return sum(v * w for v, w in zip(first, second, strict=True)) / size if size else 0.0
