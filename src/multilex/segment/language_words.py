"""The words of a text that may tell its language, in the script they mean."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

import regex

from multilex.segment.language_evidence import pack

_LONGEST_TOKEN = 200
_UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{COMBINING ACUTE ACCENT}"))  # the accent of a stressed vowel
_PUNCTUATION = '.,;:!?()[]«»“”„"*…–—'
_WEIGHTS = {"Cyrl": 3, "Latn": 2, "Zyyy": 4}  # of a letter

_SILENT = regex.compile(r"[0-9@]|://|^www\.|^doi\.org")  # in a token: an address, a code, a formula
_MARK = regex.compile(r"^[^\p{L}0-9@]*(?:[0-9]{1,4}[-–](?=\p{L}))?|[^\p{L}@]+$")  # around a word: punctuation, numbers
_FORM = regex.compile(r"[\p{L}\p{M}'’‘`´ʻʼʹʺ″′͡\"#]+")
_INITIAL = regex.compile(r"(?<!\p{L})\p{Lu}\p{Ll}?\.")
_HUMP = regex.compile(r"(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})")  # words that lost the blank between them
IDEOGRAPHS = regex.compile(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]{2}")
_CYRILLIC, _LATIN = regex.compile(r"\p{Cyrillic}"), regex.compile(r"\p{Latin}")
_CYRILLIC_WORD = regex.compile(r"[\u0400-\u04ff]+")  # all letters here are in one character
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:[ʼ]+\p{L}[\p{L}\p{M}]*)*ʼ*")
_DOT_ABOVE = "\N{COMBINING DOT ABOVE}"  # what İ leaves behind in small letters
_FOLD = str.maketrans(dict.fromkeys("'’‘`´ʻʹʺ″′\"”“#", "ʼ") | {_DOT_ABOVE: None})
_ROMAN = regex.compile(r"[XVILMC]{2,}")
_ACRONYM = regex.compile(r"\p{Lu}{2,5}")


def words_of(text: str) -> list[str]:
    """The words of a text as the models see them: lower-cased, each apostrophe of a romanisation as ``ʼ``.

    >>> words_of("Zakonodatel'stvo RK, 2-е изд.")
    ['zakonodatelʼstvo', 'rk', 'е', 'изд']
    """
    return _WORD.findall(text.lower().translate(_FOLD))


class Form(NamedTuple):
    """A printed word that may tell: its script (ISO 15924), and its words as the detector sees them."""

    script: str
    words: tuple[str, ...]
    letters: int
    acronym: bool
    capital: bool


def telling_forms(text: str, most: int | None = None) -> list[Form]:
    """The words that may tell: no codes, addresses, numbers, labels, nor acronyms among ordinary words.

    Of a text of more than `most` words, that many from its beginning, middle and end.
    """
    tokens = text.split()
    if most and len(tokens) > most:
        third, middle = most // 3, len(tokens) // 2
        tokens = tokens[:third] + tokens[middle - third // 2 :][:third] + tokens[-third:]
    forms = [form for token in tokens for form in _forms(token[:_LONGEST_TOKEN])]
    ordinary = [form for form in forms if not form.acronym]
    if len(ordinary) < len(forms) and sum(form.letters for form in ordinary) >= 4 and not text.isupper():
        return ordinary
    return forms


def main_script(forms: Sequence[Form]) -> str | None:
    """The script of most letters; those beside Latin weigh more, as its terms are often put into their sentences."""
    if len({form.script for form in forms}) == 1:
        return forms[0].script
    letters: dict[str, int] = {}
    for form in forms:
        letters[form.script] = letters.get(form.script, 0) + form.letters * _WEIGHTS[form.script]
    return max(letters, key=lambda script: letters[script]) if letters else None


@lru_cache(maxsize=100_000)
def _forms(token: str) -> tuple[Form, ...]:
    bare = token.strip(_PUNCTUATION)
    script = _plain_script(bare)
    if script:
        word = bare.lower()
        return () if word in _neutral() else (Form(script, (word,), len(word), False, word[0] != bare[0]),)
    if bare.isdecimal():
        return ()
    bare = _MARK.sub("", _INITIAL.sub(" ", normalize("NFC", token).translate(_UNSEEN)))
    if (_SILENT.search(bare) and not IDEOGRAPHS.search(bare)) or bare.lower() in _neutral():
        return ()
    forms = []
    for part in _FORM.findall(_HUMP.sub(" ", bare)):
        word, script = unmixed(part)
        words = tuple(words_of(word))
        if words and part.lower() not in _neutral() and not _ROMAN.fullmatch(word):
            letters = sum(map(len, words))
            forms.append(Form(script, words, letters, bool(_ACRONYM.fullmatch(word)), word[0].isupper()))
    return tuple(forms)


def _plain_script(word: str) -> str | None:
    """The script of a word of which nothing need be asked, as of most words; None for another."""
    if not word.isalpha() or not (word[1:].islower() or word.islower() or (len(word) > 6 and word.isupper())):
        return None
    if word.isascii():
        return "Latn"
    return "Cyrl" if _CYRILLIC_WORD.fullmatch(word) else None


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
