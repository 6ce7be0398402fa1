"""Gold alignments of two texts, and what becomes of them when a sentence is removed, merged or divided."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import regex

Bead = tuple[tuple[int, ...], tuple[int, ...]]

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts sentence by sentence, their gold beads, and the keywords of the paper in both languages."""

    pair: tuple[str, str]
    first: tuple[str, ...]
    second: tuple[str, ...]
    beads: tuple[Bead, ...]
    keywords: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's gold: sentences of the abstract and keywords per language, and the beads of each pair."""

    name: str
    sentences: dict[str, tuple[str, ...]]
    keywords: dict[str, tuple[str, ...]]
    beads: dict[tuple[str, str], tuple[Bead, ...]]

    def case(self, a: str, b: str) -> Case:
        """The abstracts in two languages."""
        return Case(
            (a, b), self.sentences[a], self.sentences[b], self.beads[a, b], (self.keywords[a], self.keywords[b])
        )


def papers(folder: Path) -> Iterator[Paper]:
    """The articles of gold files whose abstracts are aligned sentence by sentence."""
    for path in sorted(folder.glob("*.gold.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            if article.get("alignment", {}).get("sentences"):
                yield _paper(path.name.removesuffix(".gold.json"), article)


def _paper(name: str, article: Any) -> Paper:
    beads: dict[tuple[str, str], tuple[Bead, ...]] = {}
    for languages, rows in article["alignment"]["sentences"].items():
        a, b = languages.split("-")
        beads[a, b] = tuple((tuple(row["src"]), tuple(row["tgt"])) for row in rows)
        beads[b, a] = tuple(turned(beads[a, b]))
    sentences = {
        str(one["lang"]): tuple(" ".join(each["text"].split()) for each in one["sentences"])
        for one in article["abstracts"]
    }
    keywords = {str(one["lang"]): tuple(item["text"] for item in one["items"]) for one in article["keywords"]}
    return Paper(name, sentences, keywords, beads)


def turned(beads: Sequence[Bead]) -> list[Bead]:
    """The beads with their sides exchanged."""
    return [(second, first) for first, second in beads]


def turned_case(case: Case) -> Case:
    """The case with its sides exchanged."""
    a, b = case.pair
    return Case((b, a), case.second, case.first, tuple(turned(case.beads)), (case.keywords[1], case.keywords[0]))


def without(case: Case, at: int) -> Case:
    """One sentence of the second text removed; what it alone translated has no counterpart any more."""
    beads: list[Bead] = []
    for first, second in case.beads:
        left = tuple(j - (j > at) for j in second if j != at)
        if first and second and not left:
            beads += [((i,), ()) for i in first]
        elif first or left:
            beads.append((first, left))
    return _changed(case, (*case.second[:at], *case.second[at + 1 :]), beads)


def merged(case: Case, at: int) -> Case:
    """A sentence of the second text joined with the next one, and so are their beads."""
    joined = [bead for bead in case.beads if {at, at + 1} & set(bead[1])]
    one = (
        tuple(sorted(i for bead in joined for i in bead[0])),
        tuple(sorted({j - (j > at) for bead in joined for j in bead[1]})),
    )
    others = [
        (first, tuple(j - (j > at) for j in second)) for first, second in case.beads if (first, second) not in joined
    ]
    sentence = f"{case.second[at]} {case.second[at + 1]}"
    return _changed(case, (*case.second[:at], sentence, *case.second[at + 2 :]), [*others, one])


def divided(case: Case, at: int) -> Case:
    """A sentence of the second text cut in two, at the comma (else the blank) nearest to its middle."""
    text = case.second[at]
    cuts = [match.end() for match in regex.finditer(r"[,;:] ", text)] or [m.end() for m in regex.finditer(" ", text)]
    cut = min(cuts, key=lambda place: abs(place - len(text) / 2))
    halves = text[:cut].strip(), text[cut:].strip()
    beads = [
        (first, tuple(k for j in second for k in ((j, j + 1) if j == at else (j + (j > at),))))
        for first, second in case.beads
    ]
    return _changed(case, (*case.second[:at], *halves, *case.second[at + 1 :]), beads)


def _changed(case: Case, second: tuple[str, ...], beads: Sequence[Bead]) -> Case:
    return Case(case.pair, case.first, second, tuple(beads), case.keywords)


def perturbations(case: Case) -> Iterator[tuple[str, Case]]:
    """Every single change of a case, at every position, by kind of change."""
    for j in range(len(case.second)):
        yield "one removed", without(case, j)
        yield "merged or divided", divided(case, j)
        for i in range(len(case.first)):
            yield "one removed on each side", turned_case(without(turned_case(without(case, j)), i))
    for j in range(len(case.second) - 1):
        yield "merged or divided", merged(case, j)


def pairs() -> Iterator[tuple[str, str]]:
    """All pairs of languages, both ways round."""
    for a, b in combinations(LANGUAGES, 2):
        yield a, b
        yield b, a
