"""Pairing: which finding answers which gold entry, by place where both have one, by text otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from multilex.evaluate.normal import ratio
from multilex.record import Finding

T = TypeVar("T")
Gold = Mapping[str, Any]
Pair = tuple[Gold | None, T | None]


def source_start(finding: Finding) -> int:
    """Source offset where a finding begins; its Document offset where it has no place."""
    return finding.places[0].start if finding.places else finding.span[0]


def overlap(finding: Finding, start: int, end: int) -> int:
    """How many source characters of a finding lie in a source span."""
    return sum(max(0, min(end, place.end) - max(start, place.start)) for place in finding.places)


def by_place(gold: Sequence[Gold], found: Sequence[T], of: Callable[[T], Finding]) -> Iterator[Pair[T]]:
    """Pairs that share most characters first, each side at most once; then what is left, alone."""
    shared = [
        (overlap(of(finding), entry["start"], entry["end"]), g, f)
        for g, entry in enumerate(gold)
        for f, finding in enumerate(found)
        if of(finding).places
        and of(finding).places[0].start < entry["end"]
        and of(finding).places[-1].end > entry["start"]
    ]
    shared.sort(key=lambda one: (-one[0], one[1], one[2]))
    return _one_to_one(((g, f) for size, g, f in shared if size), gold, found)


def by_text(
    gold: Sequence[Gold], found: Sequence[T], gold_keys: Sequence[str], found_keys: Sequence[str]
) -> Iterator[Pair[T]]:
    """Pairs in the order of both sides: equal keys, between them the nearest ones (ratio at least 0.5)."""
    matcher = SequenceMatcher(None, gold_keys, found_keys, autojunk=False)
    pairs: list[tuple[int, int]] = []
    for tag, g0, g1, f0, f1 in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(range(g0, g1), range(f0, f1), strict=True)
        elif tag == "replace":
            near = [
                (ratio(gold_keys[g][:400], found_keys[f][:400]), g, f) for g in range(g0, g1) for f in range(f0, f1)
            ]
            pairs += ((g, f) for size, g, f in sorted(near, reverse=True) if size >= 0.5)
    return _one_to_one(pairs, gold, found)


def _one_to_one(pairs: Iterable[tuple[int, int]], gold: Sequence[Gold], found: Sequence[T]) -> Iterator[Pair[T]]:
    """The pairs in which neither side was taken before, in gold order, then the unpaired of each side."""
    of_gold: dict[int, int] = {}
    taken: set[int] = set()
    for g, f in pairs:
        if g not in of_gold and f not in taken:
            of_gold[g] = f
            taken.add(f)
    for g, entry in enumerate(gold):
        yield entry, found[of_gold[g]] if g in of_gold else None
    for f, finding in enumerate(found):
        if f not in taken:
            yield None, finding
