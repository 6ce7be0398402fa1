"""What list items, captions and displayed formulas begin with or look like."""

from dataclasses import dataclass
from functools import cache

import regex

from multilex.packs import languages

_NUMBERED = regex.compile(r"(?P<open>[\[(]?)(?P<number>[0-9]{1,3})(?P<close>[\])]|[.)](?![0-9])|(?=\s))\s{0,3}(?=\S)")
_LETTERED = regex.compile(r"(?P<letter>\p{Ll})\)\s{0,3}(?=\S)")
_BULLET = regex.compile(r"(?P<bullet>[•●▪■◦○‣⁃∙·*✓➢\uf0b7\uf0a7\uf0d8–—-])\s{1,3}(?=\S)")
_EQUATION_NUMBER = regex.compile(r"\s\([0-9]{1,2}(?:[.][0-9]{1,2})?\)[.,;]?$")
_LEADER = regex.compile(r"(?:\.\s?){5,}\s{0,3}[0-9]{0,4}$")
_LONG_WORD = regex.compile(r"\p{L}{4,}")
_MATH = regex.compile(r"[+−=≈≤≥±∑∫√∂∏×·÷∈→∞<>^\p{Greek}]")


@dataclass(frozen=True, slots=True)
class Marker:
    """The beginning of a list item: its style (``1.``, ``[1]``, ``a)``, a bullet) and its place in the count."""

    style: str
    number: int


def find_marker(text: str) -> Marker | None:
    """The marker that a line begins with.

    >>> find_marker("[12] Some reference")
    Marker(style='[]', number=12)
    >>> find_marker("2020 was a year")
    """
    if match := _NUMBERED.match(text):
        return Marker(match["open"] + match["close"], int(match["number"]))
    if match := _LETTERED.match(text):
        return Marker("a)", ord(match["letter"]))
    if match := _BULLET.match(text):
        return Marker(match["bullet"], 0)
    return None


def follows(marker: Marker, before: Marker) -> bool:
    """Whether one marker is the next after another: same style, and one more unless they are bullets."""
    return marker.style == before.style and marker.number == (before.number + 1 if before.number else 0)


@cache
def _caption_pattern() -> "regex.Pattern[str]":
    labels = {
        label.rstrip(".")
        for pack in languages().values()
        for key in ("figure", "table", "table_continued")
        for label in pack.labels(key)
    }
    words = "|".join(regex.escape(label) for label in sorted(labels, key=len, reverse=True))
    return regex.compile(
        rf"(?:{words})\b[.]?\s{{0,2}}[№#]?\s{{0,2}}[0-9]{{1,3}}(?![0-9])|[0-9]{{1,3}}\s?[-–—.]?\s?(?:{words})\b",
        regex.IGNORECASE,
    )


def has_leader(text: str) -> bool:
    """Whether a line ends with dots that lead to a page number, as in a table of contents."""
    return bool(_LEADER.search(text[-80:]))


def is_caption(text: str) -> bool:
    """Whether a block begins as captions of figures and tables do."""
    match = _caption_pattern().match(text)
    if not match:
        return False
    rest = text[match.end() :].lstrip()
    return not rest or not rest[0].islower()


def is_formula(text: str) -> bool:
    """Whether a line standing by itself is a displayed formula: signs and numbers, hardly any words.

    >>> is_formula("E = mc² (3)"), is_formula("Results and discussion")
    (True, False)
    """
    words = len(_LONG_WORD.findall(text))
    if _EQUATION_NUMBER.search(text):
        return words <= 2
    return words == 0 and len(_MATH.findall(text)) >= 1 and len(text) >= 3
