"""Countries and cities in three languages: what an affiliation ends with; from ``packs/places.toml``."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from multilex import packs


@dataclass(frozen=True, slots=True)
class Place:
    """A place name as printed (`text`), what it is, and the ISO 3166-1 alpha-2 code of its country."""

    text: str
    kind: Literal["city", "country", "region", "address"]
    country: str | None


def place_of(text: str) -> Place | None:
    """
    The place that a stretch between two commas is, without words such as city, г. or қ.; else None.

    >>> place_of("г. Алматы")
    Place(text='Алматы', kind='city', country='KZ')
    >>> place_of("Kyrgyz Republic").country
    'KG'
    >>> place_of("Institute of Almaty")
    """
    printed = " ".join(text.strip(" .,;:()").split())
    if not printed or len(printed) > 80:
        return None
    names = _names()
    known = names.get(printed.casefold())
    if known is None:
        bare = _city_words().sub("", printed).strip(" .")
        known, printed = names.get(bare.casefold()), bare if bare.casefold() in names else printed
    if known is not None:
        kind, country = known
        return Place(printed, kind, country)
    if _region().search(printed) and len(printed.split()) <= 4:
        return Place(printed, "region", None)
    if _address().search(printed):
        return Place(printed, "address", None)
    return None


def is_place(text: str) -> bool:
    """
    Whether `text` is the name of a country or city and nothing else.

    >>> is_place("Қазақстан"), is_place("Қазақстан университеті")
    (True, False)
    """
    place = place_of(text)
    return place is not None and place.kind in ("city", "country")


@cache
def _names() -> dict[str, tuple[Literal["city", "country"], str]]:
    data = packs.table("places")
    names: dict[str, tuple[Literal["city", "country"], str]] = {}
    for country, forms in data["cities"].items():
        names |= {form.casefold(): ("city", country) for form in forms}
    for country, forms in data["countries"].items():
        names |= {form.casefold(): ("country", country) for form in forms}
    return names


@cache
def _city_words() -> "regex.Pattern[str]":
    return regex.compile(r"(?i)^\L<words>(?:\s+|(?<=\.))|\s+\L<words>$", words=packs.table("places")["city_words"])


@cache
def _region() -> "regex.Pattern[str]":
    words = packs.table("places")["region_words"]
    return regex.compile(r"(?i)^\L<words>\s\p{Lu}|(?<=\p{L}\s)\L<words>$", words=words)


@cache
def _address() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?i)^[A-Z]{0,2}-?[0-9]{2,7}(?:[-/][0-9]{1,4})?\p{L}?$|^[0-9]{5,7}\b"
        r"|(?<!\p{L})\L<words>(?!\p{L}).{0,60}[0-9\p{Lu}]|\p{L}.{0,60}(?<!\p{L})\L<words>(?!\p{L})|^[0-9]{1,4}\s?[/\p{L}]{0,2}$",
        words=packs.table("places")["street_words"],
    )
