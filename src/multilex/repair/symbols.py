"""Characters of private use: the codes of symbol fonts (U+F000 and the code), as Word and PDF writers leave them."""

from functools import cache

import regex

from multilex.packs import table
from multilex.repair.letter_pairs import CYRILLIC, mean_cost
from multilex.repair.misread import LIKELY, Change

NAME = "signs of private use"
BULLET, DASH = "•", "–"
_RUN = regex.compile("[\uf021-\uf0ff]+")
_LETTERS_ENOUGH = 4
_CODE_PAGES = ("cp1251", "kz1048")
_WORD = regex.compile(r"\p{L}+")


def mend_symbols(text: str) -> list[Change]:
    r"""What to change in a page's text: words set in a font with codes of its own, bullets, dashes and signs.

    >>> [change.new for change in mend_symbols("\uf0b7 Первый; \uf061 = 0,5")]
    ['•', 'α']
    """
    changes: list[Change] = []
    for match in _RUN.finditer(text):
        start, run = match.start(), match[0]
        words = _words(run) if len(run) >= _LETTERS_ENOUGH else None
        meant = words or "".join(_signs().get(char, char) for char in run)
        if meant != run:
            changes.append(Change(start, match.end(), meant, NAME))
    return changes


def _words(run: str) -> str | None:
    """A run as the words that its codes make in a code page, where they make some."""
    codes = bytes(ord(char) - 0xF000 for char in run)
    best = min((codes.decode(page, errors="replace") for page in _CODE_PAGES), key=lambda text: _cost(text))
    return best if len(best) == len(run) and _cost(best) <= LIKELY else None


def _cost(text: str) -> float:
    words = _WORD.findall(text)
    enough = sum(map(len, words)) >= _LETTERS_ENOUGH
    return min(mean_cost(words, CYRILLIC), mean_cost(words, ("latin",))) if enough else LIKELY + 1


@cache
def _signs() -> dict[str, str]:
    pack = table("damage")["symbols"]
    greek = {chr(0xF000 + ord(code)): letter for code, letter in zip(pack["greek"], pack["greek_meant"], strict=True)}
    signs = dict(zip(pack["signs"], pack["signs_meant"], strict=True))
    return greek | signs | dict.fromkeys(pack["bullets"], BULLET) | dict.fromkeys(pack["dashes"], DASH)
