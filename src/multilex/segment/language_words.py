"""The words of a text that may tell its language, in the script they mean."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import is_normalized, normalize

import regex

from multilex.engines.langdetect import words_of
from multilex.segment.language_evidence import pack

_LONGEST_TOKEN = 200
_UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{COMBINING ACUTE ACCENT}"))  # the accent of a stressed vowel
_PUNCTUATION = '.,;:!?()[]«»“”„"*…–—'
_CYRILLIC_WEIGHT = 3  # of a letter, where another weighs 2

_SILENT = regex.compile(r"[0-9@]|://|^www\.|^doi\.org")  # in a token: an address, a code, a formula
_MARK = regex.compile(r"^[^\p{L}0-9@]*(?:[0-9]{1,4}[-–](?=\p{L}))?|[^\p{L}@]+$")  # around a word: punctuation, numbers
_FORM = regex.compile(r"[\p{L}\p{M}'’‘`´ʻʼʹʺ″′͡\"#]+")
_INITIAL = regex.compile(r"(?<!\p{L})\p{Lu}\p{Ll}?\.")
_HUMP = regex.compile(r"(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})")  # words that lost the blank between them
_CYRILLIC, _LATIN = regex.compile(r"\p{Cyrillic}"), regex.compile(r"\p{Latin}")
_ROMAN = regex.compile(r"[XVILMC]{2,}")
_ACRONYM = regex.compile(r"\p{Lu}{2,5}")


class Form(NamedTuple):
    """A printed word that may tell: its script (ISO 15924), and its words as the detector sees them."""

    script: str
    words: tuple[str, ...]
    letters: int
    acronym: bool
    capital: bool


def telling_forms(text: str) -> list[Form]:
    """The words that may tell: no codes, addresses, numbers, labels, nor acronyms among ordinary words."""
    forms = [form for token in text.split() for form in _forms(token[:_LONGEST_TOKEN])]
    ordinary = [form for form in forms if not form.acronym]
    if sum(form.letters for form in ordinary) >= 4 and len(ordinary) < len(forms) and not text.isupper():
        return ordinary
    return forms


def main_script(forms: Sequence[Form]) -> str | None:
    """The script of most letters; Cyrillic weighs more, as Latin terms are often put into its sentences."""
    letters: Counter[str] = Counter()
    for form in forms:
        letters[form.script] += form.letters * (_CYRILLIC_WEIGHT if form.script == "Cyrl" else 2)
    return letters.most_common(1)[0][0] if letters else None


@lru_cache(maxsize=100_000)
def _forms(token: str) -> tuple[Form, ...]:
    bare = token.strip(_PUNCTUATION)
    if bare.isalpha() and (bare.islower() or bare[1:].islower()) and is_normalized("NFC", bare):
        parts = [bare]  # most words, spared the patterns below
    else:
        bare = _MARK.sub("", _INITIAL.sub(" ", normalize("NFC", token).translate(_UNSEEN)))
        if _SILENT.search(bare) or bare.lower() in _neutral():
            return ()
        parts = _FORM.findall(_HUMP.sub(" ", bare))
    forms = []
    for part in parts:
        word, script = unmixed(part)
        words = tuple(words_of(word))
        if words and part.lower() not in _neutral() and not _ROMAN.fullmatch(word):
            letters = sum(map(len, words))
            forms.append(Form(script, words, letters, bool(_ACRONYM.fullmatch(word)), word[0].isupper()))
    return tuple(forms)


@cache
def _folds() -> dict[str, dict[int, str]]:
    pairs = pack()["look_alikes"]
    return {
        "Cyrl": {ord(latin): cyrillic for latin, cyrillic in pairs},
        "Latn": {ord(cyrillic): latin for latin, cyrillic in pairs if latin.isascii()},
    }


def unmixed(word: str) -> tuple[str, str]:
    """A word with letters of two scripts written in the one it means, and that script; for decisions only.

    Scripts other than Cyrillic and Latin have the name ``Zyyy``.

    >>> unmixed("мемлекеттiк"), unmixed("NАТО"), unmixed("право")
    (('мемлекеттік', 'Cyrl'), ('NATO', 'Latn'), ('право', 'Cyrl'))
    """
    if word.isascii():
        return word, "Latn"
    cyrillic = len(_CYRILLIC.findall(word))
    latin = len(_LATIN.findall(word))
    if not cyrillic and not latin:
        return word, "Zyyy"
    if not latin or not cyrillic:
        return word, "Cyrl" if cyrillic else "Latn"
    for script in ("Cyrl", "Latn") if cyrillic >= latin else ("Latn", "Cyrl"):
        folded = word.translate(_folds()[script])
        if not (_LATIN if script == "Cyrl" else _CYRILLIC).search(folded):
            return folded, script
    return word, "Cyrl" if cyrillic >= latin else "Latn"


@cache
def _neutral() -> frozenset[str]:
    return frozenset(pack()["neutral"])
