"""How a word sounds, roughly: what internationalisms and names keep from one language and script to another."""

from functools import cache

import regex

from multilex import packs

_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_VOWELS = frozenset("aeiouyäöüıáóúéаеёиоуыэюяәөұүі")
_LONGEST = 40


@cache
def sounds(word: str) -> str:
    """The consonants of a lower-case word in one alphabet for both scripts; doubled ones single, a leading vowel ``a``.

    >>> sounds("интеграция"), sounds("интеграциялық"), sounds("integration")
    ('anthrs', 'anthrslk', 'anthrsn')
    >>> sounds("хамзин"), sounds("khamzin"), sounds("hamzin")
    ('hmsn', 'hmsn', 'hmsn')
    """
    word = word[:_LONGEST]
    heard = "a" if word[:1] in _VOWELS else ""
    heard += _cyrillic(word) if _CYRILLIC.match(word) else _latin(word)
    return regex.sub(r"(.)\1+", r"\1", heard)


def _cyrillic(word: str) -> str:
    letters = packs.table("alignment")["sounds"]
    return "".join(letters.get(letter, "") for letter in word)


def _latin(word: str) -> str:
    def spell(match: "regex.Match[str]") -> str:
        return str(_spellings().get(match[0], "" if match[0] in _VOWELS or not match[0].isalpha() else match[0]))

    return _pattern().sub(spell, word)


@cache
def _spellings() -> dict[str, str]:
    return dict(packs.table("alignment")["spellings"])


@cache
def _pattern() -> "regex.Pattern[str]":
    longest_first = sorted(_spellings(), key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, longest_first)) + "|.", regex.S)
