"""Statutes: acts that English names by a capitalised phrase before the noun, ``the Equality Act 2010``."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.grammar import Maker
from multilex.extract.acts.pieces import Piece, Row


def statutes(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Statutes (letter S) with a country of `pieces` beside them; without one, whose act it is stays unknown."""
    row = Row(pieces)
    for match in _pattern().finditer(text):
        before = row.within(match.start(), match.end(), "J")
        after = row.within(match.end(), match.end() + 8, "J")
        maker = next((one.maker for one in (*before, *after)), None) or Maker(None, None)
        title = " ".join(match["title"].split())
        yield Piece(*match.span(), "S", "en", value=title, type="law", maker=maker, date=match["year"])


@cache
def _pattern() -> regex.Pattern[str]:
    pack = grammar.words()["statutes"]
    first = rf"(?!(?:{'|'.join(pack['not_first'])})\s)\p{{Lu}}[\p{{L}}'’-]{{1,30}}"
    more = rf"(?:,?\s(?:(?:{'|'.join(pack['inside'])})\s){{0,2}}(?:\([^()]{{2,40}}\)|\p{{Lu}}[\p{{L}}'’-]{{1,30}}))"
    noun = pack["noun"]
    return regex.compile(
        rf"(?<![\p{{L}}'’-])(?P<title>(?:{first}{more}{{1,8}}?\s{noun}(?:,?\s(?P<year>(?:18|19|20)[0-9]{{2}}))?"
        rf"|{first}\s{noun},?\s(?:of\s)?(?P<year>(?:18|19|20)[0-9]{{2}})))(?![\p{{L}}0-9-])"
    )
