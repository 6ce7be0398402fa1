"""Captions of tables and figures: label, number, what it says."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from multilex.packs import languages
from multilex.segment.labels import words

Kind = Literal["table", "figure"]
KINDS: tuple[Kind, ...] = ("table", "figure")

_NUMBER = r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}(?:[a-zа-я](?!\p{L}))?|[IVXLC]{1,7}(?!\p{L}))"
_BETWEEN = r"[\s\u00a0]{0,3}[-–—.:)]{0,2}[\s\u00a0]{0,3}"
_SHORT = 40
_STOP = regex.compile(r"[\s\u00a0]*[-–—.:,;)\]/|]*[\s\u00a0]*")


@dataclass(frozen=True, slots=True)
class CaptionParts:
    """What a caption is of, its printed number, where what it says begins, whether it says that a table goes on."""

    kind: Kind
    number: str | None
    start: int
    continued: bool = False


def read_caption(text: str) -> CaptionParts | None:
    """The parts of a caption; None for a text that is none.

    >>> [(one.kind, one.number) for one in map(read_caption, ("Таблица 3 – Урожай", "2.1-сурет. Үлгі")) if one]
    [('table', '3'), ('figure', '2.1')]
    >>> read_caption("Figures of speech") is None
    True
    """
    for kind in KINDS:
        match = _pattern(kind).match(text)
        if match:
            stop = _STOP.match(text, match.end())
            start = stop.end() if stop else match.end()
            continued = match["again"] is not None or tuple(words(text[start : start + _SHORT])) in _continued()
            return CaptionParts(kind, match["number"] or match["first"], start, continued)
    return None


@cache
def _continued() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words(form)) for pack in languages().values() for form in pack.labels("continued"))


@cache
def _pattern(kind: str) -> "regex.Pattern[str]":
    """A label and a number, in either order; the number may be missing behind a label that stands alone."""
    said = [form.rstrip(".") for pack in languages().values() for form in pack.labels(kind)]
    again = [form for pack in languages().values() for form in pack.labels(f"{kind}_continued")]
    either = "|".join(regex.escape(form) for form in sorted(said, key=len, reverse=True))
    either = rf"(?P<again>{'|'.join(map(regex.escape, again)) or '(?!)'})|{either}"
    return regex.compile(
        rf"\s{{0,4}}(?:(?:{either})(?!\p{{L}})\.?\s{{0,3}}(?:[№#]\s{{0,2}})?(?:{_NUMBER}|$)"
        rf"|(?P<first>[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?){_BETWEEN}(?:{either})(?!\p{{L}}))",
        regex.IGNORECASE,
    )
