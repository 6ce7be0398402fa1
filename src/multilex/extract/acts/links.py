"""Links: addresses of the register printed after an act, and whether their id is the act's."""

from dataclasses import dataclass

import regex

_ADDRESS = regex.compile(
    r"(?:https?://)?(?:[a-z]{1,10}\.){0,2}(?:zan\.kz|uchet\.kz)/(?:[a-z]{3}/)?(?:docs|history)/\s?"
    r"(?P<id>[A-Z][0-9]{2}[A-Z0-9_]{0,9}(?:\s[A-Z0-9]{1,4}_)?)(?:%5F)?"
)


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


def agreement(printed: str, expected: str) -> str:
    """``agrees``, ``repaired`` when only the final underscore is lost or padding differs, else ``conflicts``.

    >>> agreement("U070000399", "U070000399_"), agreement("Z1100000477", "P2200000961")
    ('repaired', 'conflicts')
    """
    if printed == expected:
        return "agrees"
    return "repaired" if _parts(printed) == _parts(expected) else "conflicts"


def _parts(printed: str) -> tuple[str, str, str]:
    return printed[:1], printed[1:3], printed[3:].rstrip("_").lstrip("0")


_LANGUAGES = {"kk": "kaz", "ru": "rus", "en": "eng"}


def addresses(adilet_id: str) -> dict[str, str]:
    """The addresses of an act in the register, by language.

    >>> addresses("Z1100000477")["kk"]
    'https://adilet.zan.kz/kaz/docs/Z1100000477'
    """
    return {lang: f"https://adilet.zan.kz/{name}/docs/{adilet_id}" for lang, name in _LANGUAGES.items()}
