"""
The original and the romanised printing of one work, paired by what they say and not by where they stand.

Two items are as alike as the words of names and titles (by sound), numbers and identifiers they share, rare ones
counting more. The best pairs are taken first; an item left over that is contained in a paired one shares its line.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from multilex.align.reference_keys import Keys, keys_of
from multilex.record import Reference, ReferenceList, Twin
from multilex.vocabulary import ListKind

_ENOUGH = 0.34  # likeness of a pair
_ENOUGH_IN_PLACE = 0.16  # of two items with the same number, both still alone
_CONTAINED = 0.7  # share of an item's words in one that holds two works
_SAME_NUMBER = 0.08
_COMMON = 12  # items that share a key; one that more share tells nothing by itself
_IDENTIFIER, _ADDRESS = 0.5, 0.4


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    first: int
    second: int


def twins(lists: Sequence[ReferenceList]) -> tuple[Twin, ...]:
    """The pairs of each original list and the romanised list after it, in the order of the original."""
    found: list[Twin] = []
    originals = [one for one in lists if one.kind is ListKind.ORIGINAL]
    romanized = [one for one in lists if one.kind is ListKind.ROMANIZED]
    for first, second in zip(originals, romanized, strict=False):
        found += pair_items(first.items, second.items)
    return tuple(found)


def pair_items(first: Sequence[Reference], second: Sequence[Reference]) -> list[Twin]:
    """The pairs between two lists, each with its likeness from 0 to 1; an item may be in several."""
    if not first or not second:
        return []
    one, two = [keys_of(item) for item in first], [keys_of(item) for item in second]
    weight = _weights([*one, *two])
    candidates = sorted(_candidates(first, second, one, two, weight), key=lambda c: (-c.score, c.first, c.second))
    pairs = _best(candidates, _ENOUGH)
    pairs += _in_place(first, second, candidates, pairs)
    pairs += _sharing(one, two, weight, pairs)
    pairs.sort(key=lambda pair: (pair.first, pair.second))
    return [
        Twin(original=first[pair.first].id, romanized=second[pair.second].id, score=round(min(pair.score, 1.0), 3))
        for pair in pairs
    ]


def _weights(items: Sequence[Keys]) -> dict[str, float]:
    """How much a shared key tells: less the more items have it."""
    counts = Counter(key for item in items for key in item.all_words | item.figures)
    return {
        key: log(1 + len(items) / count) * (1.5 if key[0].isdigit() and len(key) > 2 else 1.0)
        for key, count in counts.items()
    }


def _candidates(
    first: Sequence[Reference],
    second: Sequence[Reference],
    one: Sequence[Keys],
    two: Sequence[Keys],
    weight: dict[str, float],
) -> Iterator[_Candidate]:
    holders: dict[str, list[int]] = defaultdict(list)
    for j, b in enumerate(two):
        for key in b.all_words | b.figures | {b.url or ""}:
            holders[key].append(j)
    numbers = {item.number: j for j, item in enumerate(second)}
    for i, a in enumerate(one):
        keys = (key for key in a.all_words | a.figures | {a.url or ""} if len(holders[key]) <= _COMMON)
        near = {j for key in keys for j in holders[key]} | {numbers.get(first[i].number, 0)}
        for j in sorted(near):
            score = likeness(a, two[j], weight)
            if first[i].number is not None and first[i].number == second[j].number:
                score += _SAME_NUMBER
            if score > _ENOUGH_IN_PLACE / 2:
                yield _Candidate(score, i, j)


def likeness(a: Keys, b: Keys, weight: dict[str, float]) -> float:
    """How alike two references are, 0 to about 1: shared weight of words and numbers, and identifiers."""
    words = _shared(a.all_words, b.all_words, weight)
    figures = _shared(a.figures, b.figures, weight)
    score = 0.65 * words + 0.35 * figures
    if a.doi and b.doi:
        score += _IDENTIFIER if a.doi == b.doi else -_IDENTIFIER / 2
    if a.url and b.url:
        score += _ADDRESS * _same_beginning(a.url, b.url)
    if a.year and b.year and a.year != b.year:
        score -= 0.1
    return score


def _same_beginning(a: str, b: str) -> float:
    """How much of two addresses is equal from the start; nothing where only the host is."""
    length = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return length / max(len(a), len(b)) if length > len(a.split("/")[0]) + 1 or a == b else 0.0


def _shared(a: frozenset[str], b: frozenset[str], weight: dict[str, float]) -> float:
    """Weight of what both have over the mean weight of the two."""
    if not a or not b:
        return 0.0
    both = sum(weight[key] for key in a & b)
    return 2 * both / (sum(weight[key] for key in a) + sum(weight[key] for key in b))


def _best(candidates: Sequence[_Candidate], enough: float) -> list[_Candidate]:
    pairs: list[_Candidate] = []
    firsts: set[int] = set()
    seconds: set[int] = set()
    for candidate in candidates:
        if candidate.score >= enough and candidate.first not in firsts and candidate.second not in seconds:
            pairs.append(candidate)
            firsts.add(candidate.first)
            seconds.add(candidate.second)
    return pairs


def _in_place(
    first: Sequence[Reference],
    second: Sequence[Reference],
    candidates: Sequence[_Candidate],
    pairs: Sequence[_Candidate],
) -> list[_Candidate]:
    """Pairs of items still alone that have little in common but their number or their neighbours."""
    firsts, seconds = {pair.first for pair in pairs}, {pair.second for pair in pairs}
    paired = {pair.first: pair.second for pair in pairs}
    fitting = []
    for candidate in candidates:
        if candidate.first in firsts or candidate.second in seconds:
            continue
        neighbours = (
            paired.get(candidate.first - 1) == candidate.second - 1
            or paired.get(candidate.first + 1) == candidate.second + 1
        )
        number = first[candidate.first].number
        if neighbours or (number is not None and number == second[candidate.second].number):
            fitting.append(candidate)
    return _best(fitting, _ENOUGH_IN_PLACE)


def _sharing(
    one: Sequence[Keys], two: Sequence[Keys], weight: dict[str, float], pairs: Sequence[_Candidate]
) -> list[_Candidate]:
    """Items left over whose words a paired item holds besides its own: two works on one line."""
    firsts, seconds = {pair.first for pair in pairs}, {pair.second for pair in pairs}
    found = []
    for pair in pairs:
        a, b = one[pair.first], two[pair.second]
        for index in (pair.first - 1, pair.first + 1):
            if (
                0 <= index < len(one)
                and index not in firsts
                and (share := _held(one[index], b, a, weight)) >= _CONTAINED
            ):
                found.append(_Candidate(share, index, pair.second))
        for index in (pair.second - 1, pair.second + 1):
            if (
                0 <= index < len(two)
                and index not in seconds
                and (share := _held(two[index], a, b, weight)) >= _CONTAINED
            ):
                found.append(_Candidate(share, pair.first, index))
    return found


def _held(item: Keys, holder: Keys, other: Keys, weight: dict[str, float]) -> float:
    """The share of an item's own words that the holder has."""
    own = item.all_words - other.all_words
    total = sum(weight[key] for key in own)
    return sum(weight[key] for key in own & holder.all_words) / total if len(own) >= 3 else 0.0
