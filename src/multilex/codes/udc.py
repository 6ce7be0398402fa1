"""UDC, the Universal Decimal Classification (УДК, ӘОЖ): numbers of any complexity under a label.

A bare ``341.2`` is only a number, so a code counts only under a label; further codes of the same list follow
after ``;``, ``,``, a joining word or a blank. The notation itself is in `_udc_notation`.
"""

from collections.abc import Iterator
from functools import cache

import regex

from multilex.codes import Description, Match, irsti
from multilex.codes._fold import digits, signs
from multilex.codes._labels import Label, labels
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
GLUED = regex.compile(r"[0-9\p{Ll}]|\p{Lu}(?!\p{Lu})")  # the number goes on, or is none; capitals begin a label
CLOSING_POINT = regex.compile(r"\.(?![\p{L}\p{N}])")
FOREIGN = "irsti"  # the rule of a match that is passed over
BARE_END = regex.compile(r"[ \t]*(?:[;,.)*|/]|\n|$)|\s*\p{Lu}\p{Lu}")


def find(text: str) -> Iterator[Match]:
    """The UDC numbers under a label of `text`. A code of another scheme's shape is left to that scheme.

    >>> [(m.value, m.status.value) for m in find("УДК – 349; З41.2(574), ӘОЖ 94 (574)")]
    [('349', 'valid'), ('341.2(574)', 'repaired'), ('94(574)', 'repaired')]
    """
    for label in labels(text, "UDC", "IRSTI"):
        before, position = label.end, label.code
        while (match := _match(text, before, position, label)) is not None:
            if match.rule != FOREIGN:
                yield match
            before, position = match.end, separator(text, match.end)
            if position == before:
                break


def compact(text: str) -> str:
    """The number without blanks, its look-alike digits, dashes, quotes and points mended.

    >>> compact("З41, 21 (574)"), compact("349.2(574."), compact("81’373 – 055.2")
    ('341.21(574)', '349.2(574)', "81'373-055.2")
    """
    return _mended(digits(signs(text.strip()[:1000].strip())))


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


def _match(text: str, before: int, position: int, label: Label) -> Match | None:
    """The code that begins at `position`, after a label or code that ends at `before`.

    The first of a list may be malformed, a further one may not.
    """
    if not text[position : position + 1] or not _begins(text[position]):
        return None
    folded = digits(signs(text[position : position + WINDOW]))
    found = CODE.match(folded)
    if found is None or GLUED.match(folded, found.end()):
        return None
    span, own, first = (label.start, label.end), label.scheme == "UDC", position == label.code
    end = position + found.end()
    printed = text[position:end]
    value = _mended(folded[: found.end()])
    if irsti.claims(folded):
        return Match(position, end, value, CodeStatus.VALID, span, FOREIGN)
    status = describe(value).status
    if status is CodeStatus.MALFORMED and not (first and own):
        return None
    gap = text[before:position]
    loose = "\n" in gap if first else not gap.strip(" .\n")
    if (loose or not own) and not FULL.match(value):
        return None
    if PLAIN.fullmatch(value) and not _plain(value, folded[found.end() :]):
        return None
    glued = (first and not gap) or CLOSING_POINT.match(text, end)
    if status is CodeStatus.VALID and (value != printed or glued):
        status = CodeStatus.REPAIRED
    return Match(position, end, value, status, span, "udc/label" if own else "udc/mislabelled")


def _mended(folded: str) -> str:
    number = BLANK.sub("", DECIMAL_COMMA.sub(".", folded)).rstrip(".,;:")
    return number + ")" if number.count("(") == number.count(")") + 1 else number


def _plain(value: str, rest: str) -> bool:
    """Whether bare figures are a number: three of them, or fewer with nothing else behind them."""
    return len(value) == 3 or (len(value) < 3 and BARE_END.match(rest) is not None)


@cache
def _begins(letter: str) -> bool:
    return bool(regex.match(r"[0-9\[(\"=.-]", digits(signs(letter) + "0")))
