"""Letter-spaced words: ``А н н о т а ц и я`` is one word where the gaps between its letters are all alike."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from statistics import median

import regex

from multilex.packs import languages
from multilex.repair.letter_pairs import mean_cost

NAME = "letter-spaced words"
_SPACED = regex.compile(r"(?<![\p{L}\p{N}.])\p{L}(?:[ \u00a0\u2009]{1,4}\p{L}){3,80}(?![\p{L}\p{N}’'])")
_LETTER = regex.compile(r"\p{L}")
_WIDER = 1.6  # times the usual gap: between two words
_ENOUGH = 6  # letters of a word that no list knows
_LIKELY = 2.9  # nats per pair of letters

Gap = Callable[[int, int], float]
"""How wide the gap between two characters of the text is, by their offsets."""


def spaced_words(text: str, gap: Gap) -> Iterator[tuple[int, ...]]:
    """For each letter-spaced stretch that surely is words, the offsets of its letters, a tuple for each word.

    >>> text = "К і р і с п е. Пусть a b c d e"
    >>> ["".join(text[at] for at in word) for word in spaced_words(text, lambda a, b: b - a - 1)]
    ['Кіріспе']
    """
    for match in _SPACED.finditer(text):
        letters = [letter.start() for letter in _LETTER.finditer(text, match.start(), match.end())]
        known = _labels().get("".join(text[at] for at in letters).lower())
        words = _cut(letters, known) if known else _split(letters, gap)
        if known or _are_words(["".join(text[at] for at in word) for word in words]):
            yield from words


def _cut(letters: list[int], lengths: tuple[int, ...]) -> list[tuple[int, ...]]:
    words, start = [], 0
    for length in lengths:
        words.append(tuple(letters[start : start + length]))
        start += length
    return words


def _split(letters: list[int], gap: Gap) -> list[tuple[int, ...]]:
    gaps = [gap(a, b) for a, b in pairwise(letters)]
    widest = _WIDER * median(gaps)
    words = [[letters[0]]]
    for letter, before in zip(letters[1:], gaps, strict=True):
        if before > widest:
            words.append([])
        words[-1].append(letter)
    return [tuple(word) for word in words]


def _are_words(words: list[str]) -> bool:
    joined = "".join(words)
    if not all(word.isupper() or word.islower() or word.istitle() for word in words):
        return False
    ordered = sum(1 for a, b in pairwise(joined) if ord(b) - ord(a) == 1)
    if max(map(len, words)) < _ENOUGH or 2 * ordered > len(joined):
        return False
    return min(mean_cost(words), mean_cost(words, ("latin",))) <= _LIKELY


@cache
def _labels() -> dict[str, tuple[int, ...]]:
    """Every printed label of the packs, in small letters without blanks -> the lengths of its words."""
    forms = [form for pack in languages().values() for forms in pack.data.get("labels", {}).values() for form in forms]
    return {form.lower().replace(" ", ""): tuple(map(len, form.split(" "))) for form in forms}
