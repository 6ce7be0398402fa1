"""Letters typed for those of another alphabet that look the same: Latin ones in Cyrillic words, and the reverse."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from multilex.packs import table
from multilex.repair.letter_pairs import CYRILLIC, mean_cost
from multilex.repair.misread import LIKELY, Change

TO_CYRILLIC, TO_LATIN = "Latin letters in Cyrillic words", "Cyrillic letters in Latin words"
_MIXED = regex.compile(r"\p{Cyrillic}[\p{Latin}--[ªº]]|[\p{Latin}--[ªº]]\p{Cyrillic}", regex.V1)
_WORD = regex.compile(r"[\p{L}--[ªº]]+", regex.V1)
_INITIAL = regex.compile(r"\p{Lu}")
_MIXED_INITIALS = regex.compile(
    r"(?:(?P<before>\p{Lu}\p{Ll}{2,40})\s)?(?<!\p{L})(?P<initials>(?:\p{Cyrillic}\.\s?\p{Latin}{1,2}|\p{Latin}{1,2}\.\s?\p{Cyrillic})\.)"
    r"(?:\s?(?P<after>\p{Lu}\p{Ll}{2,40}))?"
)
_OTHER_INITIALS = regex.compile(  # both in the other alphabet
    r"(?:(?P<before>\p{Lu}\p{Cyrillic}{2,40})\s)?(?<!\p{L})(?P<initials>\p{Latin}\.\s?\p{Latin}\.)"
    r"(?:\s?(?P<after>\p{Lu}\p{Cyrillic}{2,40}))?"
)
_CYRILLIC, _LATIN = regex.compile(r"\p{Cyrillic}"), regex.compile(r"\p{Latin}")
_ROMAN = regex.compile(r"(?=..)X{0,3}(?:IX|IV|V?I{0,3})")
_SHORTEST, _SHORT = 3, 3  # letters of a mixed word; one no longer than the second must stand elsewhere in clean letters
_LONG = 5  # letters after a letter of the other alphabet that may be a symbol with its index
_MANY, _SHARE = 20, 0.02  # mixed words that tell that a whole paper is typed so
_SURE = 3.8  # nats per pair of letters of a short word that stands elsewhere in clean letters
_KAZAKH_I = "і"  # in Latin words it is what a romanisation left


@dataclass(frozen=True, slots=True)
class _Twins:
    """Letter to letter of the same look; `also` only in words that have letters of Cyrillic alone."""

    cyrillic: dict[str, str]
    also: dict[str, str]
    latin: dict[str, str]


@cache
def _twins() -> _Twins:
    pack = table("damage")["look_alikes"]
    pairs: list[str] = pack["pairs"]
    return _Twins(
        {pair[0]: pair[1] for pair in pairs if pair[0].lower() not in "sj"},
        {pair[0]: pair[1] for pair in pack["in_cyrillic"]},
        {pair[1]: pair[0] for pair in pairs if pair[1] != _KAZAKH_I},
    )


def mend_look_alikes(text: str, borders: Sequence[int] = ()) -> list[Change]:
    """What to change in a text; no word goes over a border (where raised or lowered type begins or ends).

    >>> [change.new for change in mend_look_alikes("Мемлекеттiк қызметтi жəне Аssociate")]
    ['Мемлекеттік', 'қызметті', 'және', 'Associate']
    """
    if not _MIXED.search(text) and not _MIXED_INITIALS.search(text):
        return []
    cut = set(borders)
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    clean = {word.lower().replace("ё", "е") for _, word in words if not _is_mixed(word)}
    meant: dict[int, str] = {}
    left: list[tuple[int, str]] = []
    for start, word in words:
        if not _is_mixed(word) or any(at in cut for at in range(start + 1, start + len(word))):
            continue
        new = mended(word, clean)
        if new is None:
            left.append((start, word))
        elif new != word:
            meant[start] = new
    meant.update(_initials(text, _MIXED_INITIALS, clean))
    if meant:
        meant.update(_initials(text, _OTHER_INITIALS, clean))
    for script in (_CYRILLIC, _LATIN):
        of_script = {new.lower() for new in meant.values() if script.match(new)}
        if sum(1 for new in meant.values() if script.match(new)) >= max(
            _MANY, _SHARE * sum(1 for _, word in words if script.match(word))
        ):
            clean |= of_script
            meant.update(_in_typed_so(left, clean, script))
            if script is _CYRILLIC:
                meant.update(_whole_words(words, clean))
    return [
        Change(start, start + len(word), word_meant, TO_CYRILLIC if _CYRILLIC.search(word_meant) else TO_LATIN)
        for start, word in words
        if (word_meant := meant.get(start))
    ]


def _is_mixed(word: str) -> bool:
    return not word.isascii() and bool(_LATIN.search(word)) and bool(_CYRILLIC.search(word))


def mended(word: str, clean: Set[str] = frozenset()) -> str | None:
    """A word of two alphabets in the one it means, or None when that is not sure.

    `clean` are small-letter words of the text that are in one alphabet. A symbol with an index (``Qн``), words that
    lost the blank between them, and letters that a romanisation left (``universitetі``) stay.

    >>> mended("БӨЛIМ"), mended("сonclusion"), mended("Lкөлд")
    ('БӨЛІМ', 'conclusion', None)
    """
    roman = word.translate(_translation(_twins().latin | {_KAZAKH_I: "i"})).upper()
    if word.isupper() and _ROMAN.fullmatch(roman):
        return roman
    if len(word) < _SHORTEST:
        meant = word.translate(_translation(_twins().cyrillic))
        return meant if word.islower() and meant in clean and not _LATIN.search(meant) else None
    if _has_joint(word):
        return None
    found = [meant for meant in (_in_cyrillic(word, clean), _in_latin(word)) if meant is not None]
    known = [meant for meant in found if meant.lower() in clean]
    if len(known) == 1:
        return known[0]
    if len(word) <= _SHORT or len(found) != 1:
        return _by_majority(word, found)
    return found[0]


def _translation(letters: dict[str, str]) -> dict[int, str]:
    return {ord(letter): twin for letter, twin in letters.items()}


def _has_joint(word: str) -> bool:
    """Whether a small letter of one alphabet stands before a capital of the other, as where a blank was lost."""
    return any(
        a.islower() and b.isupper() and bool(_CYRILLIC.match(a)) != bool(_CYRILLIC.match(b)) for a, b in pairwise(word)
    )


def _in_cyrillic(word: str, clean: Set[str]) -> str | None:
    twins = _twins()
    latin = [letter for letter in word if _LATIN.match(letter)]
    cyrillic_only = any(_CYRILLIC.match(letter) and letter not in twins.latin for letter in word)
    letters = twins.cyrillic | twins.also if cyrillic_only else twins.cyrillic
    if not all(letter in letters for letter in latin) or not (word.islower() or word.istitle() or word.isupper()):
        return None
    meant = word.translate(_translation(letters))
    rest = word[1:]
    if len(latin) == 1 and word[0] == latin[0] and meant.lower() not in clean:
        symbol = word[0] in twins.also or (word[0].isupper() and rest.islower())
        if (symbol and len(rest) < _LONG) or rest.lower() in clean:
            return None  # a symbol and its index, a preposition and its noun
    return meant


def _in_latin(word: str) -> str | None:
    letters = _twins().latin
    cyrillic = [letter for letter in word if _CYRILLIC.match(letter)]
    return word.translate(_translation(letters)) if all(letter in letters for letter in cyrillic) else None


def _by_majority(word: str, found: Sequence[str]) -> str | None:
    """Of two alphabets that both could write a longer word, the one of two letters in three; not of a formula."""
    if len(word) <= _SHORT or len(found) < 2 or word.isupper():
        return None
    cyrillic = sum(1 for letter in word if _CYRILLIC.match(letter))
    if 3 * cyrillic >= 2 * len(word):
        return found[0]
    return found[1] if 3 * cyrillic <= len(word) else None


def _in_typed_so(
    left: Sequence[tuple[int, str]], clean: Set[str], script: "regex.Pattern[str]"
) -> Iterator[tuple[int, str]]:
    """The mixed words still open, in a paper where many words of one script have letters of the other."""
    twins = _twins()
    letters = twins.cyrillic | twins.also if script is _CYRILLIC else twins.latin | {_KAZAKH_I: "i"}
    languages = CYRILLIC if script is _CYRILLIC else ("latin",)
    for start, word in left:
        meant = word.translate(_translation(letters))
        alone = not (_LATIN if script is _CYRILLIC else _CYRILLIC).search(meant)
        if alone and (meant.lower() in clean or mean_cost([meant], languages) <= LIKELY) and not _has_joint(word):
            yield start, meant


def _whole_words(words: Sequence[tuple[int, str]], clean: Set[str]) -> Iterator[tuple[int, str]]:
    """Words all in Latin look-alikes among Cyrillic words, in a paper that is typed so."""
    letters = _translation(_twins().cyrillic)
    for before, (start, word), after in zip(words, words[1:], words[2:], strict=False):
        if not word.isascii() or not (_CYRILLIC.search(before[1]) and _CYRILLIC.search(after[1])):
            continue
        meant = word.translate(letters)
        if not _LATIN.search(meant) and (meant.lower() in clean or len(word) == 1) and mean_cost([meant]) <= _SURE:
            yield start, meant


def _initials(text: str, pattern: "regex.Pattern[str]", clean: Set[str]) -> Iterator[tuple[int, str]]:
    """Initials before or after a surname of another alphabet, in the alphabet of the surname."""
    twins = _twins()
    for match in pattern.finditer(text):
        surname = match["after"] or match["before"]
        if surname and _is_mixed(surname):
            surname = mended(surname, clean)
        if not surname:
            continue
        letters = _translation(twins.cyrillic if _CYRILLIC.match(surname) else twins.latin)
        found = [
            (one.start(), one[0], one[0].translate(letters)) for one in _INITIAL.finditer(text, *match.span("initials"))
        ]
        if not _is_mixed("".join(meant for _, _, meant in found) + surname):
            yield from ((start, meant) for start, initial, meant in found if meant != initial)
