"""UDC, the Universal Decimal Classification (УДК, ӘОЖ): numbers of any complexity under a label.

A bare ``341.2`` is only a number, so a code counts only under a label; further codes of the same list follow
after ``;``, ``,``, a joining word or a blank. The notation itself is in `_udc_notation`.
"""

from collections.abc import Iterator
from functools import cache

import regex

from multilex.codes import Description, Match, irsti
from multilex.codes._fold import digits, signs
from multilex.codes._labels import labels
from multilex.codes._lists import separator
from multilex.codes._udc_notation import NotationError, parse
from multilex.vocabulary import CodeStatus

WINDOW = 160  # characters after the label that one code may take

_POINT = (
    r"(?:\.|(?<=[0-9]{3})[ \n]?\.[ \n]{1,2}(?=[0-9]{1,3}(?![0-9]))"
    r"|(?<=(?<![0-9])[0-9]{3}),(?=[0-9]{1,2}(?![0-9.])))"
)
_NUMBER = rf"[0-9]{{1,20}}+(?:{_POINT}[0-9]{{1,20}}+){{0,10}}+"
_INSIDE = r"=?[0-9](?:[0-9.+/:='-]| (?=[0-9.+/:=)-])){0,60}+"
_AUXILIARY = rf"""
    [ ]?\([ ]?{_INSIDE}(?:\p{{Lu}}[\p{{L}}'-]{{1,40}})?[ ]?\)
  | \(=?[0-9][0-9.]{{0,20}}+(?![0-9.\p{{L}}])(?=[ ,;\n]|$)     # the closing bracket is lost
  | [ ]?=[ ]?[0-9]{{1,9}}(?:[.'-][0-9]{{1,9}}){{0,8}}+
  | [ ]?"[0-9][0-9.+/: -]{{0,30}}"
  | (?:-|[ ]-(?=0[2-5]))[0-9]{{1,9}}(?:\.[0-9]{{1,9}}){{0,8}}+
  | '[0-9]{{1,9}}(?:\.[0-9]{{1,9}}){{0,8}}+
  | (?<=[)"])\.0[0-9]{{0,9}}(?:\.[0-9]{{1,9}}){{0,8}}+
  | \*[0-9A-Za-z][0-9A-Za-z.]{{0,30}}
  | (?<=[0-9)])\p{{Lu}}\p{{Ll}}{{2,40}}
"""
_TERM = rf"(?:\[[ ]?){{0,3}}(?:{_NUMBER}|{_AUXILIARY})(?:{_AUXILIARY}|[ ]?\]){{0,10}}+"
_TAIL = r"(?<=/)[.'-][0-9]{1,9}(?:\.[0-9]{1,9}){0,6}"
CODE = regex.compile(
    rf"{_TERM}(?:[ \n]?(?:::|[:+]|/)[ \n]?(?:{_TERM}|{_TAIL})){{0,12}}+",
    regex.VERBOSE,
)
DECIMAL_COMMA = regex.compile(r"(?<=[0-9]{3}) ?, ?(?=[0-9]{1,2}(?![0-9]))")
BLANK = regex.compile(r"\s+")
PLAIN = regex.compile(r"[0-9]+")
FULL = regex.compile(r"[0-9]{3}(?:[.:+/(\[=\"'-]|(?![0-9,]))")
BARE_END = regex.compile(r"[ \t]*(?:[;,.)*|/]|\n|$)|\s*\p{Lu}\p{Lu}")


def find(text: str) -> Iterator[Match]:
    """The UDC numbers under a label of `text`. A code of another scheme's shape is left to that scheme.

    >>> [(m.value, m.status.value) for m in find("УДК – 349; З41.2(574), ӘОЖ 94 (574)")]
    [('349', 'valid'), ('341.2(574)', 'repaired'), ('94(574)', 'repaired')]
    """
    for label in labels(text, "UDC", "IRSTI"):
        own = label.scheme == "UDC"
        position, first = label.code, True
        while (match := _match(text, position, (label.start, label.end), own, first)) is not None:
            yield match
            position, first = separator(text, match.end), False
            if position == match.end:
                break


def compact(text: str) -> str:
    """The number without blanks, its look-alike digits, dashes, quotes and points mended.

    >>> compact("З41, 21 (574)"), compact("349.2(574."), compact("81’373 – 055.2")
    ('341.21(574)', '349.2(574)', "81'373-055.2")
    """
    number = digits(signs(text.strip()[:1000].strip()))
    number = BLANK.sub("", DECIMAL_COMMA.sub(".", number)).rstrip(".,;:")
    return number + ")" if number.count("(") == number.count(")") + 1 else number


def is_valid(text: str) -> bool:
    """Whether the number, once mended, obeys the notation.

    >>> is_valid("[31:63](574)"), is_valid("3412.15"), is_valid("629.734/.735"), is_valid("(574")
    (True, False, True, True)
    """
    return describe(compact(text)).status is CodeStatus.VALID


def describe(value: str) -> Description:
    """The parts of a canonical number.

    >>> [(part.kind, part.value) for part in describe("821.512.122-31").parts]
    [('main', '821.512.122'), ('special', '-31')]
    """
    try:
        return Description(value, CodeStatus.VALID, parse(value))
    except NotationError:
        return Description(value, CodeStatus.MALFORMED)


def _match(text: str, position: int, label: tuple[int, int], own: bool, first: bool) -> Match | None:
    """The code that begins at `position`; the first of a list may be malformed, a further one may not."""
    if not text[position : position + 1] or not _begins(text[position]):
        return None
    folded = _folded(text[position : position + WINDOW])
    found = CODE.match(folded)
    if found is None:
        return None
    printed = text[position : position + found.end()]
    end = position + found.end()
    value = compact(printed)
    status = describe(value).status
    far = "\n" in text[label[1] : position] if first else text[position - 1].isspace()
    if irsti.claims(folded) or (folded[found.end() : found.end() + 1].isalnum()):
        return None
    if PLAIN.fullmatch(value) and (
        len(value) > 3 or (len(value) < 3 and not BARE_END.match(folded, found.end()))
    ):
        return None
    if (far or not own) and not FULL.match(value):
        return None
    if status is CodeStatus.MALFORMED and not (first and own):
        return None
    if status is CodeStatus.VALID and (value != printed or _touched(text, label, position, end, first)):
        status = CodeStatus.REPAIRED
    return Match(position, end, value, status, label, "udc/label" if own else "udc/mislabelled")


def _touched(text: str, label: tuple[int, int], position: int, end: int, first: bool) -> bool:
    """Whether the label is glued to the code, or a point to its end."""
    return (first and position == label[1]) or (
        text[end : end + 1] == "." and not text[end + 1 : end + 2].isalnum()
    )


@cache
def _begins(letter: str) -> bool:
    return bool(regex.match(r"[0-9\[(\"=.-]", digits(signs(letter) + "0")))


def _folded(text: str) -> str:
    return digits(signs(text))
