"""What the tokeniser takes off a word at its ends, where it cuts inside, and what it leaves whole.

A hyphen never cuts inside a word or behind a number: Kazakh joins pairs with it (``көші-қон``), and endings to numbers,
acronyms and per cents (``23-бабы``, ``ҚР-ның``, ``90%-ына``). Only a span of two years is cut (``2008-2009``).
A stop behind a single letter belongs to it: initials (``А.``), ``ж.``, ``б.``; initials without a blank are cut
between (``А.|Ш.|Хамзин``). Superscript digits are footnote marks and come off (``сөз|¹``), except in ``км²``.

The patterns are for Python's `re`, because spaCy writes them into a saved pipeline and reads them back with it.
"""

import re
from collections.abc import Callable

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, LIST_ICONS

from multilex.packs import table

_CYRILLIC = [chr(code) for code in range(0x0400, 0x0530) if chr(code).isalpha()]  # spaCy's classes lack Қ, Ң, Ү, Ұ …
_LOWERS = ALPHA_LOWER + "".join(filter(str.islower, _CYRILLIC))
_UPPERS = ALPHA_UPPER + "".join(filter(str.isupper, _CYRILLIC))
_LETTERS = ALPHA + "".join(_CYRILLIC)
_A, _LOWER, _UPPER = f"[{_LETTERS}]", f"[{_LOWERS}]", f"[{_UPPERS}]"
_WORD = f"[{_LETTERS}0-9%]"
_MARKS = "[¹²³⁰⁴-⁹]{1,4}"
_BRACKETS = r'[()\[\]{}«»“”„"]'
_CURRENCY = "$€£¥₸₽₴₺₩"
_SIGNS = r"""[,:;!?¿¡()\[\]{}<>_#*&|…·'"`´‘’‚“”„«»‹›—–""" + LIST_ICONS[0][1:]  # one class: a search tries it once
_DOTS = r"\.\.+"
_LONGEST_WORD = 2000  # spaCy strips affixes one by one, in quadratic time
_YEAR = "(?:1[5-9]|20)[0-9]{2}"


def _numbered(kind: str) -> str:
    """One of the pack's abbreviations or units that follow a number, longest first."""
    longest_first = sorted(map(re.escape, table("tokens_kk")["after_number"][kind]), key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(longest_first)})"


def prefixes() -> list[str]:
    """What comes off the beginning of a word."""
    return [_SIGNS, _DOTS, f"[§={_CURRENCY}]", "%(?!-)", r"\+(?![0-9])", f"-(?={_UPPER}{_LOWER})", _MARKS]


def suffixes() -> list[str]:
    """What comes off the end of a word; a stop does not when a single letter is before it."""
    stops = [r"(?<=[^\s.][^\s.])\.", rf"(?<=[^{_LETTERS}\s.])\."]
    after_number = [rf"{_numbered('stopped')}\.", _numbered("units"), f"[{_CURRENCY}]"]
    return [_SIGNS, *stops, _DOTS, _MARKS, *(f"(?<=[0-9]){one}" for one in after_number)]


def infixes() -> list[str]:
    """Where a word is cut inside."""
    return [
        _DOTS,
        "…",
        rf"(?<={_LOWER})\.(?={_UPPER})",  # a blank lost behind a sentence
        rf"(?<={_UPPER}{_UPPER})\.(?={_UPPER})",
        rf"(?<=(?<!{_A}){_A}\.)(?=[{_LETTERS}0-9])",  # between initials, before the name, т.1
        rf"(?<=[{_LOWERS}0-9])\.(?=[-–—«“(\"])",  # 2019.-№2.-Б.12, as references print it
        rf"(?<=[{_LOWERS}0-9]\.)[-–—](?=[{_LETTERS}0-9№])",
        rf"(?<={_UPPER}\.)[-–—](?={_LOWER}{_LOWER})",
        "№(?=[0-9])",
        f"(?<={_A})[,;!?](?={_A})",
        f"(?<={_WORD})[:<>=](?={_A})",
        f"(?<={_A})/(?={_A})",
        f"(?<=[{_LETTERS}0-9%.]){_BRACKETS}(?=[{_LETTERS}0-9-])",
        f"(?<={_WORD})(?:—|–(?=[{_UPPERS}0-9]))(?={_WORD})",  # but ҚР–ның, for a hyphen
        f"(?<=(?<![0-9-]){_YEAR})-(?={_YEAR}(?![0-9-]))",
        r"(?<=[0-9])[+*^](?=[0-9])",
    ]


def token_match() -> Callable[[str], re.Match[str] | None]:
    """What stays whole although a rule above would cut it; matches a whole token."""
    raised = "|".join(one for one in table("tokens_kk")["after_number"]["units"] if not one.isalpha())
    whole = [
        rf"{_A}\.(?:-?{_LOWER}\.){{0,4}}-?{_LOWER}\.?",  # т.б., з.ғ.к., ф.-м.ғ.д.
        rf"{_A}{{2,4}}\.(?:{_LOWER}\.){{2,3}}",  # пед.ғ.к.
        rf"{_UPPER}\.-{_UPPER}\.",
        rf"[0-9]{{1,5}}-{_numbered('stopped')}\.",  # 23-б.
        raised,
        rf"(?s:.{{{_LONGEST_WORD},}})",
        rf"10\.[0-9]{{4,9}}/[^\s]{{1,200}}[{_LETTERS}0-9)]",  # DOI
    ]
    return re.compile(f"(?:{'|'.join(whole)})\\Z").match
