"""What cannot be repaired: letters that are lost, pages whose text is noise."""

import regex

from multilex.engines.detector import detector
from multilex.repair.letter_pairs import CYRILLIC, cost
from multilex.repair.misread import mend_misread
from multilex.repair.symbols import mend_symbols

NOISE = 4.0
"""Nats per pair of letters from which a text is no text: that of Kazakh, Russian and English is 2 to 3.2."""
_ENOUGH = 40  # letters
_MOST_LOST = 0.1  # of the characters of a page: without meaning, or of private use
_WORD = regex.compile(r"\p{Cyrillic}+|[\p{Latin}--[ªº]]+", regex.V1)
_LATIN = regex.compile(r"\p{Latin}")
_MEANINGLESS = regex.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|\(cid:[0-9]{1,6}\)")
_HOLE = regex.compile(r"\p{Cyrillic}[?\ufffd□]{1,3}\p{Cyrillic}|(?<![^\s(«])[?\ufffd□]\p{Cyrillic}{2}")
_KAZAKH = frozenset("әғқңөұүһ")  # without і, which is not lost where these are
_LETTERS_ENOUGH, _WORDS_ENOUGH = 150, 15
_TELLING_WORDS = 40  # that tell the language
_FEWEST_KAZAKH = 0.01  # of the letters of a Kazakh text; usual are 0.12 to 0.2


def is_garbled(text: str) -> bool:
    """Whether the text of a page is noise: most of it characters without meaning, or letters that make no words.

    A page with fewer than 40 letters is not judged by its words. Text that a repair makes readable is no noise.

    >>> is_garbled("Wkh oderxu pdunhw ri wkh xqlrq lv rshq wr doo vwdwhv")
    True
    >>> is_garbled("The labour market of the union is open to all states")
    False
    """
    if not _is_noise(text):
        return False
    changed = list(text)
    for change in (*mend_misread(text, [(0, len(text))]), *mend_symbols(text)):
        changed[change.start : change.end] = change.new
    return _is_noise("".join(changed))


def _is_noise(text: str) -> bool:
    printed = sum(1 for char in text if not char.isspace())
    lost = sum(len(match[0]) for match in _MEANINGLESS.finditer(text))
    if lost > _MOST_LOST * printed and printed:
        return True
    words = _WORD.findall(text)
    latin = [word for word in words if _LATIN.match(word)]
    others = [word for word in words if not _LATIN.match(word)]
    total = sum(map(len, words))
    return total >= _ENOUGH and (_noise(latin, ("latin",)) + _noise(others, CYRILLIC)) > 0.5 * total


def _noise(words: list[str], languages: tuple[str, ...]) -> int:
    """The letters of these words when they are noise as a whole, else none."""
    pairs = sum(len(word) + 1 for word in words)
    if not pairs:
        return 0
    total = sum(min(cost(word, language) for language in languages) * (len(word) + 1) for word in words)
    return sum(map(len, words)) if total / pairs >= NOISE else 0


def count_holes(text: str) -> int:
    """In how many places of Cyrillic words a ``?`` or a replacement character stands for letters.

    >>> count_holes("?аза?стан Республикасы. Что? Где?")
    2
    """
    return len(_HOLE.findall(text))


def lacks_kazakh_letters(text: str) -> bool:
    """Whether a text is Kazakh without the letters that only Kazakh has: lost, or typed as their Russian neighbours."""
    words = [word.lower() for word in _WORD.findall(text) if not _LATIN.match(word)]
    total = sum(map(len, words))
    if len(words) < _WORDS_ENOUGH or total < _LETTERS_ENOUGH:
        return False
    if sum(1 for word in words for letter in word if letter in _KAZAKH) > _FEWEST_KAZAKH * total:
        return False
    model = detector("Cyrl")
    totals = [sum(scores) for scores in zip(*map(model.scores, words[:_TELLING_WORDS]), strict=True)]
    return bool(totals[model.tags.index("kk")] == max(totals))
