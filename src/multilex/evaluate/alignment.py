"""Alignment figures: sentences that are translations of each other, and people across languages."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from multilex.evaluate.normal import normal
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold
from multilex.record import AlignedText, Record, SentencePair


def sentence_beads(gold: Gold, record: Record) -> Iterator[Outcome]:
    """`sentence_beads`: beads of the abstracts, per pair of languages; both sides equal, as printed."""
    wanted = gold.get("alignment", {}).get("sentences", {})
    sentences = {
        one["lang"]: [normal(sentence["text"]) for sentence in one.get("sentences", ())]
        for one in gold.get("abstracts", ())
    }
    for languages, beads in wanted.items():
        a, b = languages.split("-")
        left = [_shown(sentences[a], bead["src"], sentences[b], bead["tgt"]) for bead in beads]
        right = [bead for text in record.alignment.texts if text.role == "abstracts" for bead in _beads(text, a, b)]
        yield from _compared("sentence_beads", languages, left, right)


def _beads(text: AlignedText, a: str, b: str) -> Iterator[str]:
    sentences = {lang: [normal(one.text) for one in each] for lang, each in text.sentences.items()}
    for pair in text.pairs:
        if set(pair.languages) == {a, b}:
            yield from (_shown(sentences[a], source, sentences[b], target) for source, target in _cells(pair, a, b))


def _cells(pair: SentencePair, a: str, b: str) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    return ((bead.cells[a], bead.cells[b]) for bead in pair.beads)


def _shown(first: list[str], source: Iterable[int], second: list[str], target: Iterable[int]) -> str:
    return f"{' '.join(first[at] for at in source)} = {' '.join(second[at] for at in target)}"


def people_pairs(gold: Gold, record: Record) -> Iterator[Outcome]:
    """`people_pairs`: the same person in two languages, by the names as cleaned; per pair of languages."""
    rows = gold.get("alignment", {}).get("author_lists", {}).get("authors")
    if rows is None:
        return
    names = {
        author["id"]: (line["lang"], normal(author["name"]))
        for line in gold.get("author_lists", ())
        for author in line["authors"]
        if "id" in author
    }
    printed = {author.id: normal(author.value) for author in record.authors}
    wanted = [dict(names[one] for one in row if one in names) for row in rows]
    found = [{lang: printed[one] for lang, one in row.authors.items()} for row in record.alignment.people]
    languages = sorted({lang for row in wanted for lang in row} | {lang for row in found for lang in row})
    for a, b in combinations(languages, 2):
        yield from _compared("people_pairs", f"{a}-{b}", _pairs(wanted, a, b), _pairs(found, a, b))


def _pairs(rows: Iterable[Mapping[str, str]], a: str, b: str) -> list[str]:
    return [f"{row[a]} = {row[b]}" for row in rows if a in row and b in row]


def _compared(figure: str, languages: str, wanted: list[str], found: list[str]) -> Iterator[Outcome]:
    """Each wanted one found or not, then what was found besides."""
    for one in wanted:
        yield compare(figure, (languages,), one, one if one in found else None)
    for one in found:
        if one not in wanted:
            yield compare(figure, (languages,), None, one)
