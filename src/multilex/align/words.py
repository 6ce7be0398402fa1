"""What a sentence holds that its translation should hold too: terms, numbers, abbreviations, names, common roots."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import regex

from multilex.packs import terms
from multilex.packs.sounds import sounds
from multilex.packs.terms import Index

LONGEST = 400
"""Of a longer sentence the first words are looked at."""

Evidence = tuple[str, str]
"""Kind of evidence (a key of ``[found]`` in packs/alignment.toml) and what is found."""

_WORD = r"\p{L}[\p{L}\p{M}]{0,60}"
_NUMBER = r"[0-9](?:[0-9]|[., \u00a0](?=[0-9]{3}(?![0-9]))|[.,](?=[0-9])){0,18}"
_TOKEN = regex.compile(rf"{_WORD}(?:[-‑]{_WORD}){{0,3}}|{_NUMBER}")
_LOOK_ALIKE = str.maketrans("ІХСМ", "IXCM")
_ROMAN = regex.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_LONGEST_PHRASE = 4
_LETTERS = 5  # so many first letters make two words of one script one word; shorter by one, all of them
_SOUNDS = 4  # so many consonants, of both scripts


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Where the words of one language are looked up: the term list, and the keywords of the paper itself."""

    lang: str
    keywords: Index

    @property
    def terms(self) -> Index:
        """The term list."""
        return terms.index(self.lang)


def vocabulary(lang: str, keywords: Sequence[str] = ()) -> Vocabulary:
    """A vocabulary with a paper's keywords; the same place in the lists of two languages has the same meaning."""
    ways = ((" ".join(map(_stem, _words(keyword))), number) for number, keyword in enumerate(keywords))
    return Vocabulary(lang, terms.index_of(lang, (([way], number) for way, number in ways)))


def evidence(
    text: str, vocabulary: Vocabulary, lemmas: Mapping[int, str] = MappingProxyType({})
) -> tuple[frozenset[Evidence], ...]:
    """One set per word of the text that says anything, equal ones once; the ways in which a translation may show it.

    `lemmas` are dictionary forms by where a word begins; they count beside the printed words.

    >>> evidence("In 2019, 86,1 %", vocabulary("en"))
    (frozenset({('number', '2019')}), frozenset({('number', '861')}))
    """
    tokens = [match for match, _ in zip(_TOKEN.finditer(text), range(LONGEST), strict=False)]
    found = [
        frozenset((*_of_token(token[0], vocabulary), *_of_lemma(lemmas.get(token.start(), ""), vocabulary)))
        for token in tokens
    ]
    found += [frozenset({each}) for each in _of_phrases(text, vocabulary)]
    return tuple(dict.fromkeys(one for one in found if one))


def _of_token(token: str, vocabulary: Vocabulary) -> Iterator[Evidence]:
    if token[0].isdigit():
        yield "number", "".join(c for c in token if c.isdigit()).lstrip("0") or "0"
        return
    roman = token.translate(_LOOK_ALIKE)
    if _ROMAN.fullmatch(roman):
        yield "number", str(_roman(roman))
        return
    head = regex.split("[-‑]", token)[0]
    if len(head) > 1 and head.isupper():
        yield from (("acronym", str(meaning)) for meaning in vocabulary.terms.meanings(head))
        yield "acronym", sounds(head.casefold()) + head[-1:].casefold() if len(head) > 2 else head
    word = token.casefold().replace("ё", "е")
    yield from _of_word(word, vocabulary)
    if "-" in word:
        for part in word.split("-"):
            yield from _of_word(part, vocabulary)


def _of_lemma(lemma: str, vocabulary: Vocabulary) -> Iterator[Evidence]:
    if lemma[:1].isalpha():
        yield from _of_word(lemma.casefold(), vocabulary)


def _of_word(word: str, vocabulary: Vocabulary) -> Iterator[Evidence]:
    yield from (("term", str(meaning)) for meaning in vocabulary.terms.meanings(word))
    yield from (("keyword", str(meaning)) for meaning in vocabulary.keywords.meanings(word))
    if len(word) >= _LETTERS - 1:
        yield "letters", word[:_LETTERS]
        heard = sounds(word)
        if len(heard) >= _SOUNDS:
            yield "sounds", heard[:_SOUNDS]
        if len(heard) >= _SOUNDS - 1:
            yield "sounds_short", heard[: _SOUNDS - 1]


def _of_phrases(text: str, vocabulary: Vocabulary) -> Iterator[Evidence]:
    words = _words(text)
    for at in range(len(words)):
        window = words[at : at + _LONGEST_PHRASE]
        yield from (("term", str(meaning)) for meaning in vocabulary.terms.phrases(window))
        yield from (("keyword", str(meaning)) for meaning in vocabulary.keywords.phrases(window))


def _words(text: str) -> tuple[str, ...]:
    tokens = zip(_TOKEN.finditer(text), range(LONGEST), strict=False)
    return tuple(match[0].casefold().replace("ё", "е") for match, _ in tokens if match[0][0].isalpha())


def _stem(word: str) -> str:
    """A keyword without what is likely its ending."""
    return word[: max(4, len(word) - 3)]


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
