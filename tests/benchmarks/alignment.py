"""Sentence and keyword alignment: ``python -m tests.benchmarks.alignment [CORPUS]``.

Prints the F1 of beads (both sides equal) of multilex, with two languages and with the third beside them, and of
Gale–Church (nltk, where installed) on the same sentences: the passages of tests/align/passages, and with a corpus its
gold abstracts as they are and with every single sentence removed, merged or divided. Then keywords, whose lists
are shuffled or lack one, people, and how many articles have all three languages of title, abstract and keywords paired.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import combinations
from pathlib import Path

from multilex.align.matching import match
from multilex.align.sentences import Text, align_sentences
from multilex.evaluate.run import evaluate
from multilex.pipeline import extract
from multilex.record import Record
from tests.align.lists import Pair, Printed, author_lists, keyword_lists, matched_keywords, matched_people, wanted
from tests.align.lists import f1 as pairs_f1
from tests.align.passages import passages
from tests.benchmarks.alignment_data import LANGUAGES, Bead, Case, Paper, pairs, papers, perturbations

Aligner = Callable[[Case], Sequence[Bead]]
Count = tuple[int, int, int]
"""Right, wanted, found."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?")
    options = parser.parse_args()
    table("passages, by kind; even ones were seen when parameters were chosen", passage_cases())
    lists()
    if options.corpus:
        gold = list(papers(options.corpus / "papers"))
        table("gold abstracts", (case for paper in gold for case in paper_cases(paper)))
        keyword_table(gold)
        people(options.corpus / "papers")
        articles(options.corpus / "kazutb")


def passage_cases() -> Iterator[tuple[str, Case, Text | None]]:
    """The passages in all pairs, each with the text of the third language."""
    for number, passage in enumerate(passages()):
        for a, b in (("kk", "ru"), ("kk", "en"), ("ru", "en")):
            (c,) = set(LANGUAGES) - {a, b}
            case = Case((a, b), passage.sentences[a], passage.sentences[b], tuple(passage.beads(a, b)))
            label = "later" if passage.later else ("even", "odd")[number % 2]
            yield f"{passage.kind}, {label}", case, Text(c, passage.sentences[c])


def paper_cases(paper: Paper) -> Iterator[tuple[str, Case, Text | None]]:
    """The abstracts of a paper in all pairs, as they are and changed, each with the abstract in the third language."""
    for a, b in pairs():
        (c,) = set(LANGUAGES) - {a, b}
        third = Text(c, paper.sentences[c], keywords=paper.keywords[c])
        case = paper.case(a, b)
        yield "as they are", case, third
        yield from ((kind, changed, third) for kind, changed in perturbations(case))


def table(title: str, cases: Iterable[tuple[str, Case, Text | None]]) -> None:
    """One line per kind of case: F1 of each aligner, and how many beads are wanted; then seconds per aligner."""
    counts: dict[str, dict[str, list[Count]]] = defaultdict(lambda: defaultdict(list))
    seconds: dict[str, float] = defaultdict(float)
    for kind, case, third in cases:
        for name, align in aligners(third).items():
            began = time.process_time()
            found = align(case)
            seconds[name] += time.process_time() - began
            counts[kind][name].append(counted(case.beads, found))
    names = list(seconds)
    print(f"\n{title}\n{'':28}{'beads':>8}", *(f"{name:>16}" for name in names))
    for kind, rows in counts.items():
        wanted = sum(count[1] for count in rows[names[0]])
        print(f"{kind:28}{wanted:8}", *(f"{f1(rows[name]):16.4f}" for name in names))
    print(f"{'CPU seconds':36}", *(f"{seconds[name]:16.1f}" for name in names), flush=True)


def counted(wanted: Iterable[Bead], found: Iterable[Bead]) -> Count:
    """How many beads are right, wanted, found."""
    a, b = set(wanted), set(found)
    return len(a & b), len(a), len(b)


def f1(counts: Iterable[Count]) -> float:
    """F1 over all."""
    right, wanted, found = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (wanted + found) if wanted + found else 1.0


def aligners(third: Text | None) -> dict[str, Aligner]:
    """All aligners that can be run."""
    found: dict[str, Aligner] = {"multilex": two}
    if third is not None:
        found["with the third"] = lambda case: three(case, third)
    with suppress(ImportError):
        import_module("nltk.translate.gale_church")
        found["Gale–Church"] = gale_church
    return found


def two(case: Case) -> list[Bead]:
    """multilex with the two languages alone."""
    (a, b), keywords = case.pair, case.keywords
    beads = align_sentences([Text(a, case.first, (), keywords[0]), Text(b, case.second, (), keywords[1])])
    return [(row.cells[a], row.cells[b]) for row in beads.rows]


def three(case: Case, third: Text) -> list[Bead]:
    """multilex with the third language beside them."""
    (a, b), keywords = case.pair, case.keywords
    texts = [Text(a, case.first, (), keywords[0]), Text(b, case.second, (), keywords[1]), third]
    return [(row.cells[a], row.cells[b]) for row in align_sentences(texts).pairs[a, b]]


def gale_church(case: Case) -> list[Bead]:
    """nltk's Gale–Church; links that share a sentence are one bead."""
    module = import_module("nltk.translate.gale_church")
    links = module.align_blocks([len(one) for one in case.first], [len(one) for one in case.second])
    beads: list[tuple[set[int], set[int]]] = []
    for i, j in links:
        if beads and (i in beads[-1][0] or j in beads[-1][1]):
            beads[-1][0].add(i)
            beads[-1][1].add(j)
        else:
            beads.append(({i}, {j}))
    linked = [{i for bead in beads for i in bead[side]} for side in (0, 1)]
    alone: list[Bead] = [((i,), ()) for i in range(len(case.first)) if i not in linked[0]]
    alone += [((), (j,)) for j in range(len(case.second)) if j not in linked[1]]
    return [(tuple(sorted(first)), tuple(sorted(second))) for first, second in beads] + alone


def lists() -> None:
    """Pairs of the invented keyword lists and people of tests/align."""
    for equal in (True, False):
        chosen = [
            printed
            for whole in keyword_lists()
            for printed in ({a: whole[a], b: whole[b]} for a, b in combinations(LANGUAGES, 2))
            if (len({len(entries) for entries in printed.values()}) == 1) == equal
        ]
        _line(f"keywords, counts {'agree' if equal else 'differ'}", chosen, matched_keywords)
    _line("people in three scripts", list(author_lists()), matched_people)


def _line(name: str, printed: Sequence[Printed], find: Callable[[Printed], set[Pair]]) -> None:
    gold = [wanted(one) for one in printed]
    print(f"{name:28}{sum(map(len, gold)):8} {pairs_f1([find(one) for one in printed], gold):16.4f}")


def keyword_table(gold: Sequence[Paper]) -> None:
    """Pairs of keywords: lists as printed, shuffled, with one missing, with one missing and shuffled."""
    chance = random.Random(1)
    counts: dict[str, list[Count]] = defaultdict(list)
    for paper in gold:
        for a, b in pairs():
            first, second = paper.keywords[a], paper.keywords[b]
            order = list(range(len(second)))
            counts["as printed"].append(keyword_pairs(a, b, first, second, order))
            for missing in order:
                rest = [at for at in order if at != missing]
                counts["one missing"].append(keyword_pairs(a, b, first, second, rest))
                counts["one missing, shuffled"].append(
                    keyword_pairs(a, b, first, second, chance.sample(rest, len(rest)))
                )
                counts["shuffled"].append(keyword_pairs(a, b, first, second, chance.sample(order, len(order))))
    print("\nkeywords")
    for kind, rows in counts.items():
        print(f"{kind:28}{sum(count[1] for count in rows):8} {f1(rows):16.4f}")


def keyword_pairs(a: str, b: str, first: Sequence[str], second: Sequence[str], order: Sequence[int]) -> Count:
    """Pairs of equal places in two lists, of which the second is printed in another order or not whole."""
    matches = match({a: first, b: [second[at] for at in order]})
    found = {(one.entries[a], order[one.entries[b]]) for one in matches if len(one.entries) == 2}
    wanted = {(at, at) for at in order}
    return len(found & wanted), len(wanted), len(found)


def people(folder: Path) -> None:
    """People across languages, by the whole pipeline."""
    figure = evaluate(folder).figures["people_pairs"].all
    print(f"\n{'people':28}{figure.gold:8} {figure.f1:16.4f}")


def articles(folder: Path) -> None:
    """Of the articles of a folder, how many have title, abstract and keywords in three languages, all paired."""
    paths = sorted(folder.glob("*.txt"))
    whole = sum(any(map(is_paired, extract(path))) for path in paths)
    print(f"{'articles all paired':28}{len(paths):8} {whole / max(len(paths), 1):16.4f}")


def is_paired(record: Record) -> bool:
    """Whether title, abstract (some row of it) and most keywords are there in all three languages."""
    texts = {text.role for text in record.alignment.texts if any(map(in_all, (row.cells for row in text.rows)))}
    keywords = [in_all(row.values) for row in record.alignment.keywords]
    return {"titles", "abstracts"} <= texts and 2 * sum(keywords) > len(keywords)


def in_all(cells: Mapping[str, object]) -> bool:
    """Whether all three languages have something."""
    return sum(map(bool, cells.values())) == len(LANGUAGES)


if __name__ == "__main__":
    main()
