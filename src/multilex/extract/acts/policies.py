"""Policies: concepts, strategies and programmes named by what they are for, bounded by a country or by years."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.pieces import Piece, Row
from multilex.extract.acts.titles import has_verb, is_policy

LONGEST = 240


def policies(text: str, folded: str, pieces: Sequence[Piece], lang: str) -> Iterator[Piece]:
    """Names of policy papers (letter S): a capitalised noun with a country of `pieces` or years after it (Kazakh:
    before it), ``Концепция … Республики Казахстан на 2023-2027 годы``.
    """
    row = Row(pieces)
    for head in pieces:
        if head.letter not in "HP" or head.lang != lang or not is_policy(head) or head.plural:
            continue
        span = _kazakh(text, folded, head, row) if lang == "kk" else _span(text, folded, head, row)
        if span:
            maker = next((one.maker for one in row.within(*span, "J")), None)
            title = " ".join(text[span[0] : span[1]].split())
            yield Piece(*span, "S", lang, value=title, type=head.type, maker=maker)


def _span(text: str, folded: str, head: Piece, row: Row) -> tuple[int, int] | None:
    if not text[head.start].isupper():
        return None
    limit = min(len(folded), head.end + LONGEST)
    wall = _WALL.search(folded, head.end, limit)
    limit = wall.start() if wall else limit
    countries = [one.end for one in row.within(head.end, limit, "J") if one.end <= limit]
    end = max(countries, default=None)
    years = _years().search(folded, head.end, limit)
    if years:
        end = max(end or 0, years.end())
    if end is None or has_verb(folded[head.end : end]):
        end = min(countries, default=None)
        if end is None or has_verb(folded[head.end : end]):
            return None
    return head.start, end


def _kazakh(text: str, folded: str, head: Piece, row: Row) -> tuple[int, int] | None:
    floor = max(0, head.start - LONGEST)
    wall = max((match.end() for match in _WALL.finditer(folded, floor, head.start)), default=floor)
    start = min((one.start for one in row.within(wall, head.start, "J")), default=None)
    return (start, head.end) if start is not None else None


_WALL = regex.compile(r"[.,;:()\[\]\"!?]")


@cache
def _years() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["policies"]["years"])
