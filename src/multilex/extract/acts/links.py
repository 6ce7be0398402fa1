"""Links: addresses of the register printed after an act, and whether their id is the act's."""

from dataclasses import dataclass
from typing import Literal

import regex

from multilex.extract.acts import catalogue
from multilex.extract.acts.known import KnownAct

_ADDRESS = regex.compile(
    r"(?:https?://)?(?:[a-z]{1,10}\.){0,2}(?:zan\.kz|uchet\.kz)/(?:[a-z]{3}/)?(?:docs|history)/\s?"
    r"(?P<id>[A-Z][0-9]{2}[A-Z0-9_]{0,9}(?:\s[A-Z0-9]{1,4}_)?)(?:%5F)?"
)


Agreement = Literal["agrees", "repaired", "conflicts"]


@dataclass(frozen=True, slots=True)
class PrintedId:
    """An id of the register in a printed address, with the span of the address."""

    start: int
    end: int
    id: str


def printed_ids(text: str) -> list[PrintedId]:
    """The register's ids in the addresses of a text, in order.

    >>> [one.id for one in printed_ids("URL: https://adilet.zan.kz/rus/docs/Z1100000477#z12")]
    ['Z1100000477']
    """
    found = []
    for match in _ADDRESS.finditer(text):
        printed = "".join(match["id"].split()) + ("_" if match[0].endswith("%5F") else "")
        found.append(PrintedId(*match.span(), printed))
    return found


def agreement(printed: str, expected: str) -> Agreement:
    """``agrees``, ``repaired`` when only the final underscore is lost or padding differs, else ``conflicts``.

    >>> agreement("U070000399", "U070000399_"), agreement("Z1100000477", "P2200000961")
    ('repaired', 'conflicts')
    """
    if printed == expected:
        return "agrees"
    return "repaired" if _parts(printed) == _parts(expected) else "conflicts"


def owner(printed: str) -> KnownAct | None:
    """The act of the catalogue that an id belongs to, perhaps without its final underscore."""
    return catalogue.by_adilet(printed) or catalogue.by_adilet(f"{printed}_")


def is_possible(printed: str, date: str, number: str | None) -> bool:
    """Whether an id may be that of an act of a date and number, by the year and the figure in it, as far as the rule
    of the ids goes: ids with letters among the figures, and those of registrations, tell no more than the year.

    >>> is_possible("Z1100000477", "2011-07-22", "477-IV"), is_possible("Z1100000477", "2012-07-22", "477-IV")
    (True, False)
    >>> is_possible("V1200007447", "2011-12-30", "31"), is_possible("P2100000301", "2021-05-05", "300")
    (True, False)
    """
    letter, year, rest = _parts(printed)
    if letter in _REGISTERED:
        return year in (date[2:4], f"{int(date[2:4]) + 1:02}")
    if year != date[2:4]:
        return False
    figure = regex.match("[0-9]+(?=-|$)", number or "")
    return figure is None or not rest.isdigit() or date < _NUMBERED or figure[0].lstrip("0") == rest


_REGISTERED = "VG"
"""Letters of ids that have the number of a registration, or none."""

_NUMBERED = "1995-03"
"""The month from which ids have the number of the act."""


def _parts(printed: str) -> tuple[str, str, str]:
    return printed[:1], printed[1:3], printed[3:].rstrip("_").lstrip("0")


_LANGUAGES = {"kk": "kaz", "ru": "rus", "en": "eng"}


def addresses(adilet_id: str) -> dict[str, str]:
    """The addresses of an act in the register, by language.

    >>> addresses("Z1100000477")["kk"]
    'https://adilet.zan.kz/kaz/docs/Z1100000477'
    """
    return {lang: f"https://adilet.zan.kz/{name}/docs/{adilet_id}" for lang, name in _LANGUAGES.items()}
