"""Kazakh letters on the codes of old fonts and code pages, which a cp1251 reader shows as other letters or signs.

A table of ``packs/damage.toml`` is chosen for the whole text by the words that it makes; each line must then be
Kazakh by its other words, or each word by its letters: Ukrainian, Belarusian, Serbian words stay.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

import regex

from multilex.engines.detector import detector
from multilex.packs import table
from multilex.repair.letter_pairs import cost
from multilex.repair.misread import Change

_KAZAKH_WORD = 3.4  # nats per pair of letters that a Kazakh word costs at most
_MOST = {"kk": 4.2, "": 3.4, "ru": 3.25}
"""The same by the language of the line; in lines of other languages nothing is changed."""
_SHORT, _LONGEST_ACRONYM = 3, 6
_ENOUGH_WORDS, _ENOUGH_LETTERS = 3, 2  # different words, and different letters, that tell a table
_GOOD_SHARE = 0.6  # of the words with letters of the table
_TELLING_WORDS, _LEAD = 3, 2.0  # words that tell the language of a line, and nats by which they do
_LINE = regex.compile(r"[^\n\r\f]+")
_WORD = regex.compile(r"\p{Cyrillic}+")
_KAZAKH = frozenset("әғқңөұүһі")
_OWN = _KAZAKH - {"і"}
_ALPHABET = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя") | _KAZAKH


@dataclass(frozen=True, slots=True)
class _Font:
    """A table: what is shown → the letter meant."""

    name: str
    meant: dict[int, str]


@cache
def _fonts() -> tuple[_Font, ...]:
    return tuple(
        _Font(entry["name"], {ord(a): b for a, b in zip(entry["wrong"], entry["right"], strict=True)})
        for entry in table("damage")["fonts"]
    )


@cache
def _token() -> "regex.Pattern[str]":
    """A word with a letter of some table; signs count only beside Cyrillic letters."""
    wrong = sorted({chr(code) for font in _fonts() for code in font.meant})
    signs = regex.escape("".join(char for char in wrong if not char.isalpha() or char == "µ"))
    some = "".join(wrong)
    return regex.compile(
        rf"(?=[\p{{Cyrillic}}{signs}]{{0,60}}[{some}])(?=[{signs}]{{0,2}}\p{{Cyrillic}})[\p{{Cyrillic}}{signs}]+"
    )


@cache
def _shown() -> frozenset[str]:
    """The letters of the tables, of which a text in one of the fonts has some."""
    return frozenset(chr(code) for font in _fonts() for code in font.meant if chr(code) != "µ" and chr(code).isalpha())


@cache
def _some() -> "regex.Pattern[str]":
    wrong = "".join(sorted({chr(code) for font in _fonts() for code in font.meant}))
    return regex.compile(rf"\p{{Cyrillic}}[{wrong}]|[{wrong}]\p{{Cyrillic}}")


def mend_fonts(text: str) -> list[Change]:
    """What to change in a text.

    >>> said = "Ќазаќстан Республикасыныѕ азаматтары ґз ќўќыќтары мен міндеттерін білуі їшін, сондай-аќ жўмыс"
    >>> [change.new for change in mend_fonts(said)][:3]
    ['Қазақстан', 'Республикасының', 'өз']
    """
    if _shown().isdisjoint(text) or not _some().search(text):
        return []
    lines = [
        (match.start(), match.end(), found)
        for match in _LINE.finditer(text)
        if (found := list(_token().finditer(text, match.start(), match.end())))
    ]
    font = _choose([match[0] for _, _, found in lines for match in found])
    if font is None:
        return []
    changes = [change for start, end, found in lines for change in _line(text, start, end, found, font, frozenset())]
    known = frozenset(change.new.lower() for change in changes if len(change.new) > _SHORT)
    return [change for start, end, found in lines for change in _line(text, start, end, found, font, known)]


def _choose(words: Sequence[str]) -> _Font | None:
    """The table that makes Kazakh words of most words, if there is one."""
    best: tuple[int, float, _Font] | None = None
    for font in _fonts():
        good = {word for word in words if _is_kazakh(word.translate(font.meant))}
        used = {char for word in good for char in word if ord(char) in font.meant}
        count = sum(1 for word in words if word in good)
        if len(good) < _ENOUGH_WORDS or len(used) < _ENOUGH_LETTERS or count < _GOOD_SHARE * len(words):
            continue
        mean = sum(cost(word.translate(font.meant).lower(), "kk") for word in good) / len(good)
        if best is None or (count, -mean) > best[:2]:
            best = (count, -mean, font)
    return best[2] if best else None


def _is_kazakh(word: str) -> bool:
    small = word.lower()
    return _ALPHABET.issuperset(small) and not _KAZAKH.isdisjoint(small) and cost(small, "kk") <= _KAZAKH_WORD


def _line(
    text: str, start: int, end: int, found: Sequence["regex.Match[str]"], font: _Font, known: Set[str]
) -> Iterator[Change]:
    """The words of a line to change: all in a Kazakh line, those that are `known` or like Kazakh in another."""
    odd = {match.start() for match in found}
    others = [match[0].lower() for match in _WORD.finditer(text, start, end) if match.start() not in odd]
    language = _language([word for word in others if len(word) > 3])
    most = _MOST.get(language)
    if most is None:
        return
    changes = []
    for match in found:
        printed, meant = match[0], match[0].translate(font.meant)
        small = meant.lower()
        if not _ALPHABET.issuperset(small) or (language == "ru" and not _OWN.isdisjoint(printed.lower())):
            continue  # a letter that the font does not have
        acronym = not language and not others and printed.isupper() and len(printed) <= _LONGEST_ACRONYM
        if acronym or small in known or cost(small, "kk") <= most or (language == "kk" and len(small) <= _SHORT):
            changes.append(Change(match.start(), match.end(), meant, font.name))
    if language or 2 * len(changes) >= len(found):
        yield from changes


def _language(words: Sequence[str]) -> str:
    """The language of the words that need no repair: ``kk`` where it may be; empty when they are too few to tell."""
    if len(words) < _TELLING_WORDS:
        return ""
    model = detector("Cyrl")
    totals = [sum(scores) for scores in zip(*(model.scores(word) for word in words), strict=True)]
    best = max(totals)
    return "kk" if totals[model.tags.index("kk")] >= best - _LEAD else model.tags[totals.index(best)]
