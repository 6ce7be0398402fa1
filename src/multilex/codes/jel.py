"""JEL, the subject codes of economics: a letter and up to two figures (``J61``), only under a label.

The letters are those of the classification of the Journal of Economic Literature: A to R, Y and Z.
"""

from collections.abc import Iterator

import regex

from multilex.codes import Description, Level, Match
from multilex.codes._fold import latin
from multilex.codes._labels import labels
from multilex.codes._lists import separator
from multilex.vocabulary import CodeStatus

CODE = regex.compile(r"[A-RYZ] ?[0-9]{1,2}(?![\p{L}0-9])")
CYRILLIC = regex.compile(r"\p{Cyrillic}(?= ?[0-9])")


def find(text: str) -> Iterator[Match]:
    """The codes under a label of `text`.

    >>> [m.value for m in find("JEL: J61, F22. JEL classification: О15; Q5")]
    ['J61', 'F22', 'O15', 'Q5']
    """
    for label in labels(text, "JEL"):
        position = label.code
        while (found := CODE.match(_folded(text[position : position + 8]))) is not None:
            end = position + found.end()
            value = compact(found[0])
            status = CodeStatus.VALID if value == text[position:end] else CodeStatus.REPAIRED
            yield Match(position, end, value, status, (label.start, label.end), "jel/label")
            position = separator(text, end)
            if position == end:
                break


def compact(text: str) -> str:
    """The code with a Latin capital and without blanks.

    >>> compact("О 15")
    'O15'
    """
    return regex.sub(r"\s+", "", _folded(text.strip()[:20].strip())).upper()


def is_valid(text: str) -> bool:
    """Whether the code has the form of the classification.

    >>> is_valid("J61"), is_valid("S10")
    (True, False)
    """
    return describe(compact(text)).status is CodeStatus.VALID


def describe(value: str) -> Description:
    """The path of a canonical code.

    >>> [level.code for level in describe("J61").path]
    ['J', 'J6', 'J61']
    """
    if not regex.fullmatch("[A-RYZ][0-9]{0,2}", value):
        return Description(value, CodeStatus.MALFORMED)
    return Description(value, CodeStatus.VALID, path=tuple(Level(value[:end]) for end in range(1, len(value) + 1)))


def _folded(text: str) -> str:
    return CYRILLIC.sub(lambda letter: latin(letter[0] + "0")[0], text)
