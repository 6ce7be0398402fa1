"""How unlike a word of Kazakh, Russian or a Latin alphabet a string is, by its pairs of letters."""

from collections.abc import Iterable
from functools import cache, lru_cache

from multilex.packs import table

DEAREST = 35 / 4
"""What a pair costs that holds no letter of the language."""
CYRILLIC = ("kk", "ru")


@cache
def _costs(language: str) -> dict[str, float]:
    """Pair of letters -> nats."""
    pack = table("letter_pairs")[language]
    letters: str = pack["letters"]
    return {
        first + second: int(digit, 36) / 4
        for first, row in zip(letters, pack["rows"], strict=True)
        for second, digit in zip(letters, row, strict=True)
    }


@lru_cache(maxsize=50_000)
def cost(word: str, language: str) -> float:
    """Nats per pair of letters that a word costs in ``kk``, ``ru`` or ``latin``: words of it 2 to 3.3, noise over 4.

    >>> [round(cost(word, "ru"), 1) for word in ("право", "ртбчп")]
    [2.0, 5.6]
    """
    costs = _costs(language)
    padded = f" {word.lower()} "
    pairs = [padded[at : at + 2] for at in range(len(padded) - 1)]
    return sum(costs.get(pair, DEAREST) for pair in pairs) / len(pairs)


def mean_cost(words: Iterable[str], languages: tuple[str, ...] = CYRILLIC) -> float:
    """Nats per pair of letters of a text, in the language that fits it best; `DEAREST` for no words at all."""
    known = list(words)
    pairs = sum(len(word) + 1 for word in known)
    if not pairs:
        return DEAREST
    return min(sum(cost(word, language) * (len(word) + 1) for word in known) for language in languages) / pairs
