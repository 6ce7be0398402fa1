"""Folding of a text for matching, one character for one: offsets stay those of the text."""

import regex

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("«»“”„‟″‹›", '"'),
        **dict.fromkeys("’‘ʼʹ´`", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\u2007\t\n\r", " "),
        "ё": "е",
        "Ё": "е",
    }
)
_ALIKE = str.maketrans("aceiopxy", "асеіорху")
_LATIN_INSIDE = regex.compile(r"(?<=\p{Cyrillic})[aceiopxy]{1,30}+|(?<![aceiopxy])[aceiopxy]{1,30}+(?=\p{Cyrillic})")
_ADDRESS = regex.compile(
    r"(?:https?:|www\.)[^\s<>«»]{1,300}|(?<![\p{L}])[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){0,3}\.(?:kz|ru|com|org|net|info)(?![\p{L}])[^\s<>«»]{0,300}"
)
_LATIN, _CYRILLIC = regex.compile("[aceiopxy]"), regex.compile("[а-я]")
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
    if "." in lowered or "http" in lowered:
        lowered = _ADDRESS.sub(lambda address: "\x00" * len(address[0]), lowered)
    lowered = lowered.translate(_SIGNS)
    if lowered.isascii() or not _LATIN.search(lowered) or not _CYRILLIC.search(lowered):
        return lowered
    return _LATIN_INSIDE.sub(lambda run: run[0].translate(_ALIKE), lowered)


def numeral(printed: str) -> str:
    """A Roman numeral, printed with whatever look-alikes, in Latin capitals.

    >>> numeral("ХIІІ")
    'XIII'
    """
    return printed.lower().translate(_NUMERAL).upper()
