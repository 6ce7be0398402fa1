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
        led = row.within(max(0, match.start() - _SHORT), match.start(), "J")
        start = led[-1].start if led and led[-1].end + 1 == match.start() else match.start()
        maker = (led[-1].maker if start < match.start() else None) or maker
        yield Piece(start, match.end(), "S", "en", value=title, type="law", maker=maker, date=match["year"])

    for match in _dated().finditer(text):
        title = " ".join(match["title"].split())
        yield Piece(*match.span(), "S", "en", value=title, type="law", maker=Maker(None, None), date=match["year"])
    for match in _called().finditer(text) if grammar.words()["statutes"]["dated"] in text else ():
        yield Piece(*match.span(), "S", "en", value=match[0], type="law", maker=Maker(None, None))
    for match in _numbered().finditer(text):
        number = match["number"]
        yield Piece(
            *match.span(),
            "K",
            "en",
            value=number,
            type="convention",
            maker=Maker("ilo", None),
            key=f"ilo/convention/{number}",
            date=match["year"],
        )


_SHORT = 6
"""Letters of the abbreviation of a country before a statute: ``U.S.``"""


@cache
def _dated() -> regex.Pattern[str]:
    """Laws named like statutes with their year: ``Migration Law of 2011``."""
    pack = grammar.words()["statutes"]
    word = r"\p{Lu}[\p{L}'’-]{1,30}"
    first = rf"(?!(?:{'|'.join((*pack['not_first'], *pack['fields']))})\s)(?!\p{{Lu}}\p{{L}}{{1,20}}['’]s\s){word}"
    return regex.compile(
        rf"(?<![\p{{L}}'’-])(?P<title>{first}(?:\s(?:and\s)?{word}){{0,4}}?\s{pack['dated']})"
        rf"(?:\sof\s(?P<year>(?:18|19|20)[0-9]{{2}})(?![0-9])|(?=\sof\s(?:the\s)?(?:R|K)))"
    )


@cache
def _called() -> regex.Pattern[str]:
    """Laws called by their subject after an article: ``under the Trademark Law``."""
    subjects = grammar.words()["statutes"]["subjects"]
    return regex.compile(rf"(?<=[Tt]he\s){subjects}\sLaw(?![\p{{L}}]|\s\p{{Lu}}|\s(?:of|on|No|№)(?![\p{{L}}]))")


@cache
def _numbered() -> regex.Pattern[str]:
    """Conventions of the ILO by their English style: ``… (Agriculture) Convention, 1921 (No. 11)``."""
    pack = grammar.words()["statutes"]
    word = r"\p{Lu}[\p{L}'’-]{1,30}"
    first = rf"(?!(?:{'|'.join(pack['not_first'])})\s){word}"
    more = rf"(?:,?\s(?:(?:{'|'.join(pack['inside'])})\s){{0,2}}(?:\([^()]{{2,60}}\)|{word}))"
    return regex.compile(
        rf"(?<![\p{{L}}'’-])(?:ILO\s)?{first}{more}{{0,8}}?\s{pack['convention']},?\s(?P<year>(?:19|20)[0-9]{{2}})"
        rf",?\s\(N[oº]\.?\s?(?P<number>[0-9]{{1,3}})\)"
    )


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
