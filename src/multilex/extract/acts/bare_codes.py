"""Bare codes: abbreviations of codes without a country, told by words of law around them or by other codes."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.chains import Chain

_NEAR = 200
_SHORT = 2
_NAMED = regex.compile(r'\s?["<«„“]|\s?-?\s?[0-9]')


def bare_codes(chains: Sequence[Chain], cited: Sequence[Chain], folded: str) -> list[Chain]:
    """The chains of `chains` that are nothing but the abbreviation of a code and yet name it: ``нормы УПК`` by their
    words, ``по ГПК РК и АППК`` by a code of `cited` nearby.
    """
    bare = [one for one in chains if _is_bare(one) and not _NAMED.match(folded, one.end)]
    named = [one for one in cited if one.head.codes and one.head.type != "draft_code"]
    told = {one.start: one for one in bare if _governed(one, folded)}
    for _ in range(2):
        codes = sorted([*named, *told.values()], key=lambda one: one.start)
        for one in bare:
            at = bisect_left(codes, one.start, key=lambda code: code.start)
            if any(_beside(one, code, folded) for code in codes[max(0, at - 1) : at + 1] if code is not one):
                told[one.start] = one
    return list(told.values())


def _is_bare(chain: Chain) -> bool:
    return chain.head.abbreviation and len(chain.pieces) == 1


def _governed(chain: Chain, folded: str) -> bool:
    """Whether words of law stand before or (Kazakh) after an abbreviation; of two letters only the surest do."""
    sides = [f"before_{chain.lang}", f"after_{chain.lang}"]
    if len(chain.head.value or "") > _SHORT:
        sides += [f"{side}_long" for side in sides]
    return any(
        pattern.search(folded, max(0, chain.start - 40), chain.start)
        if side.startswith("before")
        else pattern.match(folded, chain.end)
        for side in sides
        if (pattern := _pattern(side))
    )


def _beside(chain: Chain, code: Chain, folded: str) -> bool:
    """Whether a code of the same sentence stands near, and the abbreviation as a further one."""
    between = folded[min(chain.end, code.end) : max(chain.start, code.start)]
    near = chain.lang == code.lang and len(between) < _NEAR and ". " not in between
    joins = _pattern(f"joins_{chain.lang}")
    return near and bool(
        joins and (joins.search(folded, max(0, chain.start - 12), chain.start) or joins.match(folded, chain.end))
    )


@cache
def _pattern(name: str) -> regex.Pattern[str] | None:
    pack = grammar.words()["abbreviations"]
    if name not in pack:
        return None
    start = rf"(?<![\p{{L}}])(?:{pack[name]})$" if name.startswith("before") else pack[name]
    return regex.compile(start)
