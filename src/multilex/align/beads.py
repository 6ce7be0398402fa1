"""What beads of two or three texts are worth, and the best sequence of them."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

import regex

from multilex.align.embedding import Vectors
from multilex.align.lattice import Gain, State, Step, best_path, near_diagonal
from multilex.align.lengths import bead_cost, inside_cost, length_agreement
from multilex.align.tools import Tools
from multilex.align.weights import Agreement, Side, side
from multilex.align.words import evidence, vocabulary

_INSIDE = regex.compile(r"\p{Ll}(?![).])")  # what a sentence does not begin with; a list item may: "a)"
_BAND = 60  # so far from the diagonal of a pair beads are looked for, in sentences
_NEAR = 2  # so far from a first, rough path afterwards
_CORNER = 8  # ranges this short are looked at whole
_SMALL = 2500  # states of a lattice that need no band

_ROUGH_SHAPES = ((1, 1), (1, 0), (0, 1))
PAIR_SHAPES = (*_ROUGH_SHAPES, (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Beads of two languages: how many sentences of each."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language, sentence by sentence; `parts` names the labelled part of each sentence, where it has one;
    `keywords` are those of the paper in this language, in an order that is the same in all languages, or none.
    """

    lang: str
    sentences: tuple[str, ...]
    parts: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class Model:
    """Texts with their words and lengths, counted once, and what a bead of any two of them is worth."""

    def __init__(self, texts: Sequence[Text], tools: Tools) -> None:
        self.texts = texts
        self.summaries: frozenset[tuple[int, int]] = frozenset()
        self.sizes = tuple(len(text.sentences) for text in texts)
        keyed = len({len(text.keywords) for text in texts}) == 1
        sides = [_side(text, text.keywords if keyed else (), tools) for text in texts]
        self._words = {(x, y): Agreement(sides[x], sides[y]) for x, y in combinations(range(len(texts)), 2)}
        self._inside = [[bool(at and _INSIDE.match(one)) for at, one in enumerate(text.sentences)] for text in texts]
        self._letters = [_sums(text.sentences) for text in texts]
        self._vectors = Vectors([text.sentences for text in texts], tools.embed) if tools.embed else None
        self._agreements: dict[tuple[int, ...], float] = {}
        self._worths: dict[tuple[int, ...], float] = {}

    def sum_up(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Know pairs of texts of which one only sums up the other (`summaries`): there beads need better reasons."""
        self.summaries = frozenset(pairs)
        self._worths.clear()

    def worth(self, x: int, i: int, a: int, y: int, j: int, b: int) -> float:
        """The log-likelihood of `a` sentences of text `x` from `i` and `b` of text `y` from `j` being a bead."""
        key = (x, i, a, y, j, b)
        known = self._worths.get(key)
        if known is None:
            known = self._worths[key] = self._worth(*key)
        return known

    def _worth(self, x: int, i: int, a: int, y: int, j: int, b: int) -> float:
        if not a and not b:
            return 0.0
        cost = bead_cost((a, b), summary=(x, y) in self.summaries)
        cost -= inside_cost() * ((a > 0 and self._inside[x][i]) + (b > 0 and self._inside[y][j]))
        if not a or not b:
            return cost
        key = (x, i, a, y, j, b)
        if key not in self._agreements:
            self._agreements[key] = self._agreement(*key)
        return cost + self._agreements[key]

    def letters(self, x: int, sentences: Iterable[int]) -> int:
        """How many letters some sentences of text `x` have."""
        return sum(self._letters[x][at + 1] - self._letters[x][at] for at in sentences)

    def _agreement(self, x: int, i: int, a: int, y: int, j: int, b: int) -> float:
        letters = self._letters[x][i + a] - self._letters[x][i], self._letters[y][j + b] - self._letters[y][j]
        pair = self.texts[x].lang, self.texts[y].lang
        gain = length_agreement(pair, *letters) + self._words[x, y].of(i, a, j, b)
        return gain + (self._vectors.agreement(x, i, a, y, j, b) if self._vectors else 0.0)

    def pair(self, x: int, y: int) -> Gain:
        """What beads of two of the texts are worth."""
        return lambda start, sizes: self.worth(x, start[0], sizes[0], y, start[1], sizes[1])


def _side(text: Text, keywords: Sequence[str], tools: Tools) -> Side:
    words = vocabulary(text.lang, keywords)
    parts = text.parts or ("",) * len(text.sentences)
    return side(
        [
            (
                *evidence(sentence, words, tools.lemmas_of(sentence, text.lang)),
                *([frozenset({("part", part)})] if part else ()),
            )
            for sentence, part in zip(text.sentences, parts, strict=True)
        ]
    )


def _sums(sentences: Sequence[str]) -> list[int]:
    """The letters of all sentences before each one, and of all."""
    sums = [0]
    for sentence in sentences:
        sums.append(sums[-1] + sum(not c.isspace() for c in sentence))
    return sums


def pair_path(model: Model, x: int, y: int) -> tuple[Step, ...]:
    """The best beads of two texts; of long ones, those near the best path of single sentences."""
    first, second = model.sizes[x], model.sizes[y]
    states = near_diagonal(first, second, _BAND)
    if first * second > _SMALL:
        rough = best_path(states, _ROUGH_SHAPES, model.pair(x, y))
        states = ((i, j) for i, js in enumerate(_near(rough, first, second)) for j in js)
    return best_path(states, PAIR_SHAPES, model.pair(x, y))


def three_path(model: Model) -> tuple[Step, ...]:
    """The best beads of three texts, every two of them being a bead of a pair, near the paths of the pairs."""
    pairs = list(combinations(range(3), 2))

    def gain(start: State, sizes: State) -> float:
        return sum(
            _worth_beside(model, x, start[x], sizes[x], y, start[y], sizes[y], sum(sizes) - sizes[x] - sizes[y])
            for x, y in pairs
        )

    near = {(x, y): _near(pair_path(model, x, y), model.sizes[x], model.sizes[y]) for x, y in pairs}
    states = (
        (i, j, k) for i in range(model.sizes[0] + 1) for j, k in _beside(near[0, 1][i], near[0, 2][i], near[1, 2])
    )
    return best_path(states, _three_shapes(), gain)


def _beside(second: range, third: range, near: Sequence[range]) -> Iterator[tuple[int, int]]:
    """Positions in two texts, of the ranges beside one position of the first: all, where the ranges are short; of long
    ones those near each other (`near`), and a way round them: first all of the second text, then all of the third.
    """
    first_ones = range(third.start, min(third.stop, third.start + _CORNER))
    for j in second:
        if second.stop - j <= _CORNER:
            yield from ((j, k) for k in third)
        else:
            close = range(max(near[j].start, third.start), min(near[j].stop, third.stop))
            yield from ((j, k) for k in sorted({*first_ones, *close}))


def _worth_beside(model: Model, x: int, i: int, a: int, y: int, j: int, b: int, third: int) -> float:
    """The worth of sentences of two texts; those that one sentence of the third text joins may be several beads."""
    if third == 1 and a > 1 and b > 1:
        return _divided(model, x, i, a, y, j, b)
    return model.worth(x, i, a, y, j, b)


def _divided(model: Model, x: int, i: int, a: int, y: int, j: int, b: int) -> float:
    """The worth of the best beads with two sides that some sentences in a row divide into; 0 for none."""
    if not a and not b:
        return 0.0
    return max(
        (
            model.worth(x, i, p, y, j, q) + _divided(model, x, i + p, a - p, y, j + q, b - q)
            for p, q in PAIR_SHAPES
            if p and q and p <= a and q <= b and (a == p) == (b == q)
        ),
        default=-math.inf,
    )


@cache
def _three_shapes() -> tuple[State, ...]:
    """Beads of three texts of which every two are a bead, or are joined by one sentence of the third."""
    allowed = {*PAIR_SHAPES, (0, 0), (2, 0), (0, 2), (3, 0), (0, 3)}

    def fits(sizes: State) -> bool:
        return all(
            pair in allowed or (0 not in pair and third == 1)
            for pair, third in zip(combinations(sizes, 2), reversed(sizes), strict=True)
        )

    return tuple(
        sizes
        for sizes in product(range(4), repeat=3)
        if sum(sizes) == 1 or sum(size > 0 for size in sizes) > 1
        if fits(sizes)
    )


def _near(path: Sequence[Step], first: int, second: int) -> list[range]:
    """For each position in the first text, the positions in the second that lie near the path."""
    least = [second] * (first + 1)
    most = [0] * (first + 1)
    for step in path:
        (i, j), (a, b) = step.start, step.sizes
        for at in range(i, i + a + 1):
            least[at], most[at] = min(least[at], j), max(most[at], j + b)
    return [range(max(0, low - _NEAR), min(second, high + _NEAR) + 1) for low, high in zip(least, most, strict=True)]
