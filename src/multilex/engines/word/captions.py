"""Captions of tables in a Word file: they tell a table that holds prose from one that arranges the page."""

from functools import cache

import regex

from multilex.packs import languages


def captions_table(text: str) -> bool:
    """Whether a paragraph begins as captions of tables do.

    >>> captions_table("Таблица 1 – Обзор"), captions_table("2 - кесте. Шолу"), captions_table("Tables are set below")
    (True, True, False)
    """
    return _pattern().match(text) is not None


@cache
def _pattern() -> "regex.Pattern[str]":
    labels = {label.rstrip(".") for pack in languages().values() for label in pack.labels("table")}
    either = "|".join(regex.escape(label) for label in sorted(labels, key=len, reverse=True))
    return regex.compile(
        rf"\s{{0,4}}(?:(?:{either})(?!\p{{L}})\.?\s{{0,3}}[№#]?\s{{0,2}}[0-9]|[0-9]{{1,3}}[\s–—.-]{{0,4}}(?:{either})(?!\p{{L}}))",
        regex.IGNORECASE,
    )
