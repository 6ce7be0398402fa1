"""ISSN, the International Standard Serial Number (ISO 3297): ``NNNN-NNNC``, only under a label."""

from collections.abc import Iterator

import regex

from multilex.codes import Description, Match
from multilex.codes._check import modulus_11
from multilex.codes._fold import digits, signs
from multilex.codes._labels import labels
from multilex.codes._lists import separator
from multilex.vocabulary import CodeStatus

CODE = regex.compile(r"([0-9]{4})\s?-?\s?([0-9]{3}[0-9XxХх])(?![0-9\p{L}])")
QUALIFIER = regex.compile(r"\s?\(\s?\p{L}[\p{L} -]{0,30}\)")


def find(text: str) -> Iterator[Match]:
    """The numbers under a label of `text`; a wrong check character makes one malformed.

    >>> [(m.value, m.status.value) for m in find("ISSN 2049-3630 (Print), 2049–3631 (Online)")]
    [('2049-3630', 'valid'), ('2049-3631', 'malformed')]
    """
    for label in labels(text, "ISSN"):
        position = label.code
        while (found := CODE.match(digits(signs(text[position : position + 12])))) is not None:
            end = position + found.end()
            value = compact(found[0])
            status = describe(value).status
            if status is CodeStatus.VALID and value != text[position:end]:
                status = CodeStatus.REPAIRED
            yield Match(position, end, value, status, (label.start, label.end), "issn/label")
            qualifier = QUALIFIER.match(text, end)
            position = separator(text, qualifier.end() if qualifier else end)


def compact(text: str) -> str:
    """The number with its hyphen and a Latin capital X.

    >>> compact("2434 561х")
    '2434-561X'
    """
    printed = digits(signs(text.strip()[:40].strip()))
    figures = regex.sub(r"[\s-]", "", printed).upper().replace("Х", "X")
    return f"{figures[:4]}-{figures[4:]}" if len(figures) == 8 else printed


def is_valid(text: str) -> bool:
    """Whether form and check character are right.

    >>> is_valid("2049-3630"), is_valid("2049-3631")
    (True, False)
    """
    return describe(compact(text)).status is CodeStatus.VALID


def describe(value: str) -> Description:
    """The status of a canonical number."""
    good = regex.fullmatch("[0-9]{4}-[0-9]{3}[0-9X]", value) and modulus_11(value[:4] + value[5:8]) == value[8]
    return Description(value, CodeStatus.VALID if good else CodeStatus.MALFORMED)
