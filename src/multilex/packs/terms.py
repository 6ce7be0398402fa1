"""The trilingual term list ``terms.tsv`` beside this module: what means the same in Kazakh, Russian and English.

Each row holds one meaning and the domain it was collected for; ``|`` divides its ways to say it in one
language. A way is one stem or several in a row; a stem stands for every word that begins with it, one that ends
in ``=`` for that word alone, and one in capitals for an abbreviation. The list was written for this project and
has its licence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

COLUMNS = ("kk", "ru", "en")

LONGEST_ENDING = {"kk": 14, "ru": 8, "en": 7}
"""How many letters may follow a stem: endings, no second word."""

_WHOLE = "="
_SHORT = 3  # letters of a stem that takes shorter endings only, lest it be the beginning of anything


@dataclass(frozen=True, slots=True)
class Index:
    """The stems of one language: meanings (row numbers) of single stems, and of stems in a row by the first of them."""

    lang: str
    single: dict[str, tuple[int, ...]]
    several: dict[str, tuple[tuple[tuple[str, ...], int], ...]]

    def meanings(self, word: str) -> tuple[int, ...]:
        """The meanings of a word (lower case, or capitals for an abbreviation) by its longest stem.

        >>> english = index("en")
        >>> english.meanings("methods") == english.meanings("method") != ()
        True
        """
        whole = self.single.get(word + _WHOLE)
        if whole:
            return whole
        for length in range(len(word), max(1, len(word) - LONGEST_ENDING[self.lang] - 1), -1):
            meanings = self.single.get(word[:length])
            if meanings and (length > _SHORT or len(word) - length <= LONGEST_ENDING[self.lang] // 2):
                return meanings
        return ()

    def phrases(self, words: tuple[str, ...]) -> Iterable[int]:
        """The meanings of stems in a row that begin with the first of these words."""
        word = words[0]
        for length in range(len(word), 1, -1):
            for stems, meaning in self.several.get(word[:length], ()):
                if len(stems) <= len(words) and all(map(_fits, words, stems)):
                    yield meaning


@cache
def rows() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """All meanings: per row the ways of saying it in each of `COLUMNS`.

    >>> len(rows()) >= 1500
    True
    """
    text = files("multilex.packs").joinpath("terms.tsv").read_text(encoding="utf-8")
    lines = text.splitlines()[1:]
    return tuple(tuple(_ways(cell) for cell in line.split("\t")[: len(COLUMNS)]) for line in lines)


@cache
def index(lang: str) -> Index:
    """The index of one of `COLUMNS`."""
    column = COLUMNS.index(lang)
    return index_of(lang, ((ways[column], number) for number, ways in enumerate(rows())))


def index_of(lang: str, meanings: Iterable[tuple[Iterable[str], int]]) -> Index:
    """An index of ways of saying things (as in the list) and the numbers of what they mean."""
    single: dict[str, list[int]] = {}
    several: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for ways, number in meanings:
        for way in ways:
            stems = tuple(way.split())
            if len(stems) == 1:
                single.setdefault(stems[0], []).append(number)
            elif stems:
                several.setdefault(stems[0].rstrip(_WHOLE), []).append((stems, number))
    return Index(
        lang,
        {stem: tuple(dict.fromkeys(numbers)) for stem, numbers in single.items()},
        {stem: tuple(phrases) for stem, phrases in several.items()},
    )


def _ways(cell: str) -> tuple[str, ...]:
    return tuple(way.strip() for way in cell.split("|") if way.strip())


def _fits(word: str, stem: str) -> bool:
    return word == stem[:-1] if stem.endswith(_WHOLE) else word.startswith(stem)
