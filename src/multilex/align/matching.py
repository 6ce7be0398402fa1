"""Short texts of a list (keywords, organisations) matched across languages, whatever their number and order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from multilex.align.lengths import length_agreement
from multilex.align.tools import NO_TOOLS, Tools
from multilex.align.weights import Agreement, side
from multilex.align.words import evidence, vocabulary
from multilex.packs.terms import COLUMNS

LONGEST = 60
"""Longer lists are matched by place only: so many entries are no list of keywords."""

_ENOUGH = 0.5  # log-likelihood ratio below which nothing but the place speaks for a pair
_ORDER = 0.4  # how much the same place in the list weighs, at most
_LENGTH = 0.3  # how much equal lengths weigh: short texts vary more than sentences

Entry = tuple[str, int]
"""Language, index in its list."""

Hint = Callable[[Entry, Entry], float]
"""What else speaks for two entries being the same, as a log-likelihood ratio."""


@dataclass(frozen=True, slots=True)
class Match:
    """Entries that mean the same, one per language at most; `basis` is ``evidence`` or ``position``."""

    entries: dict[str, int]
    basis: str


def match(lists: Mapping[str, Sequence[str]], hint: Hint | None = None, tools: Tools = NO_TOOLS) -> list[Match]:
    """All entries, each in one match, in the order of the first list, then of the second …; unmatched ones alone.

    Lists of equal length are taken in order unless the words contradict it. In others, words decide; what stands
    between the same matched neighbours, and is equally many there, is paired in order.

    >>> match({"en": ["lake", "water quality"], "ru": ["качество воды"]})
    [Match(entries={'en': 0}, basis='evidence'), Match(entries={'en': 1, 'ru': 0}, basis='evidence')]
    """
    lists = {lang: entries for lang, entries in lists.items() if entries}
    sizes = {len(entries) for entries in lists.values()}
    if max(sizes, default=0) > LONGEST:
        return _by_place(lists) if len(sizes) == 1 else _alone(lists)
    scores = _scores(lists, hint, tools)
    groups = _groups(lists, scores)
    if len(sizes) == 1 and not _contradicted(groups, scores):
        return _by_place(lists)
    return _in_order(lists, groups, _filled(lists, groups))


def _by_place(lists: Mapping[str, Sequence[str]]) -> list[Match]:
    count = max(map(len, lists.values()), default=0)
    return [Match(dict.fromkeys(lists, at), "position") for at in range(count)]


def _alone(lists: Mapping[str, Sequence[str]]) -> list[Match]:
    return [Match({lang: at}, "evidence") for lang, entries in lists.items() for at in range(len(entries))]


def _scores(lists: Mapping[str, Sequence[str]], hint: Hint | None, tools: Tools) -> dict[tuple[Entry, Entry], float]:
    """What speaks for each pair of entries of two languages, their places left aside."""
    sides = {
        lang: side([evidence(entry, vocabulary(lang), tools.lemmas_of(entry, lang)) for entry in entries])
        if lang in COLUMNS
        else None
        for lang, entries in lists.items()
    }
    scores = {}
    for a, b in combinations(lists, 2):
        one, other = sides[a], sides[b]
        words = Agreement(one, other) if one and other else None
        for i in range(len(lists[a])):
            for j in range(len(lists[b])):
                pair = (a, i), (b, j)
                sizes = length_agreement((a, b), len(lists[a][i]), len(lists[b][j]))
                said = words.of(i, 1, j, 1) if words else 0.0
                scores[pair] = said + _LENGTH * sizes + (hint(*pair) if hint else 0.0)
    return scores


def _groups(
    lists: Mapping[str, Sequence[str]], scores: Mapping[tuple[Entry, Entry], float]
) -> dict[Entry, frozenset[Entry]]:
    """The group of each entry: the best pairs first, one entry per language in each group."""
    groups = {(lang, at): frozenset({(lang, at)}) for lang, entries in lists.items() for at in range(len(entries))}

    def apart(pair: tuple[Entry, Entry]) -> float:
        return sum(at / len(lists[lang]) * sign for (lang, at), sign in zip(pair, (1, -1), strict=True))

    ranked = sorted(
        ((score - _ORDER * abs(apart(pair)), pair) for pair, score in scores.items() if score >= _ENOUGH),
        key=lambda one: (-one[0], one[1]),
    )
    for _, (first, second) in ranked:
        joined = groups[first] | groups[second]
        if len({lang for lang, _ in joined}) == len(joined):
            groups.update(dict.fromkeys(joined, joined))
    return groups


def _contradicted(groups: Mapping[Entry, frozenset[Entry]], scores: Mapping[tuple[Entry, Entry], float]) -> bool:
    """Whether entries at different places go together better than those at the same place."""
    gained = 0.0
    for group in set(groups.values()):
        for first, second in combinations(sorted(group), 2):
            if first[1] != second[1]:
                straight = [((first[0], at), (second[0], at)) for at in (first[1], second[1])]
                found = scores.get((first, second), scores.get((second, first), 0.0))
                gained += found - max(scores.get(pair, scores.get(pair[::-1], 0.0)) for pair in straight)
    return gained > _ENOUGH


def _filled(lists: Mapping[str, Sequence[str]], groups: dict[Entry, frozenset[Entry]]) -> frozenset[frozenset[Entry]]:
    """Groups of entries left over that stand between the same neighbours, equally many of them; joined in `groups`."""
    made: set[frozenset[Entry]] = set()
    for a, b in combinations(lists, 2):
        for run, other in _runs(lists, groups, a, b):
            if len(run) != len(other):
                continue
            for first, second in zip(run, other, strict=True):
                joined = groups[first] | groups[second]
                if len({lang for lang, _ in joined}) == len(joined):
                    groups.update(dict.fromkeys(joined, joined))
                    made.add(joined)
    return frozenset(made)


def _runs(
    lists: Mapping[str, Sequence[str]], groups: Mapping[Entry, frozenset[Entry]], a: str, b: str
) -> Iterator[tuple[list[Entry], list[Entry]]]:
    """Runs of entries of two languages without each other, between entries that go together (or the ends); where these
    are not in order, the last entry that each language has left.
    """
    partner = {i: j for i in range(len(lists[a])) for lang, j in groups[a, i] if lang == b}
    free = [(lang, at) for lang in (a, b) for at in range(len(lists[lang])) if not _has(groups[lang, at], a, b)]
    anchors = [(-1, -1), *sorted(partner.items()), (len(lists[a]), len(lists[b]))]
    monotone = all(before[1] < after[1] for before, after in pairwise(anchors))
    if not monotone:
        left, right = ([entry for entry in free if entry[0] == lang] for lang in (a, b))
        if len(left) == len(right) == 1:
            yield left, right
        return
    for (i, j), (next_i, next_j) in pairwise(anchors):
        yield [(a, at) for at in range(i + 1, next_i)], [(b, at) for at in range(j + 1, next_j)]


def _has(group: frozenset[Entry], a: str, b: str) -> bool:
    return {a, b} <= {lang for lang, _ in group}


def _in_order(
    lists: Mapping[str, Sequence[str]], groups: Mapping[Entry, frozenset[Entry]], by_place: frozenset[frozenset[Entry]]
) -> list[Match]:
    order = list(lists)
    ranked = sorted(set(groups.values()), key=lambda group: min((order.index(lang), at) for lang, at in group))
    return [
        Match(
            dict(sorted(group, key=lambda entry: order.index(entry[0]))),
            "position" if group in by_place else "evidence",
        )
        for group in ranked
    ]
