"""Abbreviations: the short names that a user's own list gives to acts."""

from collections.abc import Iterator

from multilex.extract.acts import catalogue
from multilex.extract.acts.grammar import Maker
from multilex.extract.acts.pieces import Piece


def abbreviated(text: str) -> Iterator[Piece]:
    """Acts named by an abbreviation of the user's own, with the case ending that a hyphen joins to it."""
    if own := catalogue.current().abbreviations:
        pattern, forms = own
        for match in pattern.finditer(text):
            lang, act = forms[match["form"]]
            yield Piece(*match.span(), "K", lang, type=act.type, maker=Maker(act.jurisdiction, None), key=act.key)
