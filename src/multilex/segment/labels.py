"""Printed labels: which of the packs' forms a line begins with.

Matching folds case, ё, look-alike letters and blanks; one slip is allowed in words of seven letters and more.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from multilex.packs import languages

_LOOKALIKE = str.maketrans("aceopxykmtbiə", "асеорхукмтвіә")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")
NUMBERING = regex.compile(r"\s*(?:§\s?)?(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?|[IVXІХ]{1,4}[.)])\s*(?=\p{L})")
_CLOSING = regex.compile(r"\)?\s{0,3}(?:\([^()]{1,40}\))?\s{0,3}(?:[:.]|[–—-](?=\s)|$)")
_LONGEST_LABEL = 90
_MOST_WORDS = 9
SHORTEST_FUZZY = 7


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a text: its meaning and language, and where it ends (code points of the text).

    `end` takes in the colon or full stop; `alone` tells that nothing follows.
    """

    meaning: str
    lang: str
    start: int
    end: int
    alone: bool


def fold(text: str) -> str:
    """Lower case, ё as е, Latin look-alikes as Cyrillic in words that hold a Cyrillic letter. One code point to one.

    >>> fold("Tүйін CӨЗДЕР")
    'түйін сөздер'
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lowered = lowered.replace("ё", "е")
    if not _CYRILLIC.search(lowered):
        return lowered
    return WORD.sub(lambda m: m[0].translate(_LOOKALIKE) if _CYRILLIC.search(m[0]) else m[0], lowered)


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return [match.group() for match in WORD.finditer(fold(text))]


@cache
def _forms(meaning: str) -> dict[tuple[str, ...], str]:
    """Words of each printed form of a meaning -> language; the same form in two languages keeps the first."""
    forms: dict[tuple[str, ...], str] = {}
    for tag, pack in languages().items():
        for form in pack.labels(meaning):
            forms.setdefault(tuple(words(form)), tag)
    return forms


def find_label(text: str, meaning: str) -> Label | None:
    """The label of this meaning that the text begins with, or None.

    A label ends at a colon, full stop, dash or line end; ``keywords`` may go on after a mere blank.

    >>> find_label("Ключевые слова: право, труд", "keywords")
    Label(meaning='keywords', lang='ru', start=0, end=15, alone=False)
    >>> find_label("Аннотация", "abstract").alone
    True
    >>> find_label("Abstract algebra is a field", "abstract") is None
    True
    """
    begin, found = _head(text[: _LONGEST_LABEL + 40])
    start = len(text) - len(text.lstrip()) if NUMBERING.match(text) else begin
    forms = _forms(meaning)
    for count in range(min(len(found), _most_words(meaning)), 0, -1):
        said = tuple(word for word, _ in found[:count])
        lang = forms.get(said) or _nearly(said, meaning)
        if lang is None:
            continue
        end = found[count - 1][1]
        closing = _CLOSING.match(text, end)
        if closing:
            return Label(meaning, lang, start, closing.end(), not text[closing.end() :].strip())
        if meaning == "keywords" and count > 1:
            return Label(meaning, lang, start, end, False)
    return None


@lru_cache(maxsize=1024)
def _head(text: str) -> tuple[int, list[tuple[str, int]]]:
    """Where a text begins after numbering and bullets, and its first undivided words with their ends."""
    numbering = NUMBERING.match(text)
    begin = numbering.end() if numbering else len(text) - len(text.lstrip(" \t\u00a0*_#–—-"))
    folded = fold(text)
    found: list[tuple[str, int]] = []
    for match in WORD.finditer(text, begin, begin + _LONGEST_LABEL):
        if len(found) > _MOST_WORDS or (found and not _joins(text[found[-1][1] : match.start()])):
            break
        found.append((folded[match.start() : match.end()], match.end()))
    return begin, found


def _joins(between: str) -> bool:
    """Whether what stands between two words keeps them in one label: blanks, hyphens, an opening bracket."""
    return not between.strip(" \t\u00a0-–(")


@cache
def _most_words(meaning: str) -> int:
    return max(map(len, _forms(meaning)), default=0)


@cache
def _by_shape(meaning: str) -> dict[tuple[int, int], list[tuple[str, str]]]:
    """(number of words, length) -> the forms of that shape and one letter more or less, with their languages."""
    shapes: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for form, lang in _forms(meaning).items():
        whole = " ".join(form)
        if len(whole) > SHORTEST_FUZZY:
            for length in (len(whole) - 1, len(whole), len(whole) + 1):
                shapes.setdefault((len(form), length), []).append((whole, lang))
    return shapes


def _nearly(said: tuple[str, ...], meaning: str) -> str | None:
    whole = " ".join(said)
    near = _by_shape(meaning).get((len(said), len(whole)), ()) if len(whole) > SHORTEST_FUZZY else ()
    return next((lang for form, lang in near if one_slip(whole, form)), None)


def one_slip(a: str, b: str) -> bool:
    """Whether two strings differ by at most one letter put in, left out, changed, or swapped with its neighbour.

    >>> one_slip("referenses", "references"), one_slip("auhtor", "author"), one_slip("выводы", "доводы")
    (True, True, False)
    """
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    i = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[i:], b[i:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (len(rest_a) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )
