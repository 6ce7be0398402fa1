"""Folding of a text for matching, one character for one: offsets stay those of the text."""

import re

import regex

_SIGNS = (
    *((sign, '"') for sign in "«»“”„‟″‹›"),
    *((sign, "'") for sign in "’‘ʼʹ´`"),
    *((sign, "-") for sign in "‐‑‒–—−"),
    *((sign, " ") for sign in "\u00a0\u2009\u202f\u2007\t\n\r"),
    ("ё", "е"),
)
_OF_ADDRESS = ("http", "www.", ".kz", ".ru", ".com", ".org", ".net", ".info")
_ALIKE = str.maketrans("aceiopxy", "асеіорху")
_LATIN_INSIDE = regex.compile(r"(?<=\p{Cyrillic})[aceiopxy]{1,30}+|(?<![aceiopxy])[aceiopxy]{1,30}+(?=\p{Cyrillic})")
_ADDRESS = regex.compile(
    r"(?:https?:|www\.)[^\s<>«»]{1,300}|(?<![\p{L}])[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){0,3}\.(?:kz|ru|com|org|net|info)(?![\p{L}])[^\s<>«»]{0,300}"
)
_MIXED = re.compile("[aceiopxy][\u0400-\u052f]|[\u0400-\u052f][aceiopxy]")
_NUMERAL = str.maketrans("іхсмӏ", "ixcmi")


def fold(text: str) -> str:
    """The text in lower case with plain quotes, dashes and blanks, and Latin look-alikes in Cyrillic words mended;
    addresses of the web are blanked out.

    >>> fold("«О рекламе» — Кодексiне")
    '"о рекламе" - кодексіне'
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if any(map(lowered.__contains__, _OF_ADDRESS)):
        lowered = _ADDRESS.sub(lambda address: "\x00" * len(address[0]), lowered)
    for sign, plain in _SIGNS:
        if sign in lowered:
            lowered = lowered.replace(sign, plain)
    if lowered.isascii() or not _MIXED.search(lowered):
        return lowered
    return _LATIN_INSIDE.sub(lambda run: run[0].translate(_ALIKE), lowered)


def numeral(printed: str) -> str:
    """A Roman numeral, printed with whatever look-alikes, in Latin capitals.

    >>> numeral("ХIІІ")
    'XIII'
    """
    return printed.lower().translate(_NUMERAL).upper()
