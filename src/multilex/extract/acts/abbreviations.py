"""Abbreviations: the short names that a user's own list gives to acts, and those of nouns together with their maker."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from multilex.extract.acts import catalogue, grammar
from multilex.extract.acts.anchors import beginnings, shortest
from multilex.extract.acts.grammar import Maker
from multilex.extract.acts.pieces import Piece
from multilex.packs import table


def abbreviated(text: str) -> Iterator[Piece]:
    """Acts named by an abbreviation of the user's own, with the case ending that a hyphen joins to it."""
    if own := catalogue.current().abbreviations:
        pattern, forms = own
        for match in pattern.finditer(text):
            lang, act = forms[match["form"]]
            yield Piece(*match.span(), "K", lang, type=act.type, maker=Maker(act.jurisdiction, None), key=act.key)


def short_heads(text: str) -> Iterator[Piece]:
    """Head nouns abbreviated together with their maker: ``ППРК от 12 мая 2018 года № 263``."""
    pattern, entries, begins = _short_heads()
    for match in pattern.finditer(text) if any(map(text.__contains__, begins)) else ():
        entry = entries[grammar.group_index(match, len(entries))]
        maker = Maker(entry["jurisdiction"], entry["body"])
        yield Piece(*match.span(), "H", entry["lang"], type=entry["type"], maker=maker)


@cache
def _short_heads() -> tuple[regex.Pattern[str], tuple[dict[str, Any], ...], tuple[str, ...]]:
    entries = tuple(table("law/types")["abbreviated"])
    branches = "|".join(f"(?P<h{i}>{entry['form']})" for i, entry in enumerate(entries))
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}-])(?:{branches})(?:-\p{{Ll}}{{1,4}})?(?![\p{{L}}\p{{N}}-])")
    return pattern, entries, shortest(begin for entry in entries for begin in beginnings(entry["form"]))
