"""Sentences of the same text in two or three languages, aligned.

A monotone alignment is the most likely sequence of beads: one sentence with one, one with two or three, two with
two, or one with none. How likely a bead is, its lengths say (as W. A. Gale and K. W. Church taught, 1993) and
what its words share: terms of the trilingual list, keywords of the paper, numbers, abbreviations, names and
international words by their sound. Three languages are aligned together: what one pair leaves open, the other two
decide, and the three pairwise alignments agree.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, product

from multilex.align.beads import PAIR_SHAPES, Model, Text, pair_path, three_path
from multilex.align.lattice import Step, best_path
from multilex.align.lengths import summary_part
from multilex.align.tools import NO_TOOLS, Tools

__all__ = ["LONGEST", "Row", "Table", "Text", "align_sentences", "as_wholes"]

LONGEST = 400
"""Of a longer text so many sentences are aligned; the rest have no counterpart."""

_TWO_SIDED = tuple(shape for shape in PAIR_SHAPES if 0 not in shape)


@dataclass(frozen=True, slots=True)
class Row:
    """A bead of two or three languages: indices of sentences per language (empty: none), and its `score`, the
    probability of the bead under the model.
    """

    cells: dict[str, tuple[int, ...]]
    score: float

    @property
    def kind(self) -> str:
        """How many sentences of each language.

        >>> Row({"kk": (0,), "ru": (0, 1), "en": ()}, 0.9).kind
        '1:2:0'
        """
        return ":".join(str(len(cell)) for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class Table:
    """The `rows` of all languages, and per pair of languages the beads, which may be finer: where two languages have
    two sentences each and the third joins them in one, the row holds five and the first pair has two beads. `summaries`
    are the pairs of which one text only sums up the other: most of the longer one has no counterpart.
    """

    rows: tuple[Row, ...]
    pairs: dict[tuple[str, str], tuple[Row, ...]]
    summaries: frozenset[tuple[str, str]]


def align_sentences(texts: Sequence[Text], tools: Tools = NO_TOOLS) -> Table:
    """Two or three texts in different languages aligned; every sentence is in exactly one row, and rows are in order.

    >>> kk = Text("kk", ("Мақалада 2019 жылғы салық саясаты талданады.", "Нәтижелері берілген."))
    >>> ru = Text("ru", ("В статье анализируется налоговая политика 2019 года.", "Даны результаты."))
    >>> [(row.cells["kk"], row.cells["ru"]) for row in align_sentences([kk, ru]).rows]
    [((0,), (0,)), ((1,), (1,))]
    """
    cut = [replace(text, sentences=text.sentences[:LONGEST], parts=text.parts[:LONGEST]) for text in texts]
    model = Model(cut, tools)
    align = three_path if len(cut) == 3 else partial(pair_path, x=0, y=1)
    rows = [_row(cut, step) for step in align(model)]
    model.sum_up(
        (x, y) for x, y in combinations(range(len(cut)), 2) if _counterparts(model, rows, x, y) < summary_part()
    )
    if model.summaries:
        rows = [_row(cut, step) for step in align(model)]
    rows += [
        Row({other.lang: (at,) if other is text else () for other in texts}, 1.0)
        for text in texts
        for at in range(LONGEST, len(text.sentences))
    ]
    pairs = {
        (cut[x].lang, cut[y].lang): tuple(_pair_rows(model, rows, x, y)) for x, y in combinations(range(len(cut)), 2)
    }
    return Table(tuple(rows), pairs, frozenset((cut[x].lang, cut[y].lang) for x, y in model.summaries))


def _counterparts(model: Model, rows: Sequence[Row], x: int, y: int) -> float:
    """The part of the letters of the longer of two texts that has a counterpart in the other."""
    one, other = (
        (x, y) if model.letters(x, range(model.sizes[x])) >= model.letters(y, range(model.sizes[y])) else (y, x)
    )
    cells = [(row.cells[model.texts[one].lang], row.cells[model.texts[other].lang]) for row in rows]
    whole = model.letters(one, range(model.sizes[one]))
    return sum(model.letters(one, cell) for cell, there in cells if there) / whole if whole else 1.0


def as_wholes(langs: Iterable[str]) -> Table:
    """The table of texts of one sentence each that are known to say the same, as titles are.

    >>> as_wholes(["ru", "en"]).rows
    (Row(cells={'ru': (0,), 'en': (0,)}, score=1.0),)
    """
    cells: dict[str, tuple[int, ...]] = dict.fromkeys(langs, (0,))
    pairs: dict[tuple[str, str], tuple[Row, ...]] = {
        (a, b): (Row({a: (0,), b: (0,)}, 1.0),) for a, b in combinations(cells, 2)
    }
    return Table((Row(cells, 1.0),), pairs, frozenset())


def _row(texts: Sequence[Text], step: Step) -> Row:
    taken = zip(texts, step.start, step.sizes, strict=True)
    cells = {text.lang: tuple(range(start, start + size)) for text, start, size in taken}
    return Row(cells, round(step.probability, 4))


def _pair_rows(model: Model, rows: Sequence[Row], x: int, y: int) -> Iterator[Row]:
    """The beads of two of the languages: the rows without the third, divided where they hold several sentences."""
    texts = (model.texts[x], model.texts[y])
    for row in rows:
        first, second = (row.cells[text.lang] for text in texts)
        if len(first) > 1 and len(second) > 1:
            inside = product(range(first[0], first[-1] + 2), range(second[0], second[-1] + 2))
            for step in best_path(inside, _TWO_SIDED, model.pair(x, y)):
                bead = _row(texts, step)
                yield replace(bead, score=round(bead.score * row.score, 4))
        elif first or second:
            yield Row({texts[0].lang: first, texts[1].lang: second}, row.score)
