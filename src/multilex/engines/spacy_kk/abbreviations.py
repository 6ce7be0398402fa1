"""Abbreviations with their stop, one token each, with what they stand for as `token.norm_`."""

from spacy.attrs import NORM, ORTH

from multilex.packs import table


def exceptions() -> dict[str, list[dict[int, str]]]:
    """The tokeniser's special cases: each abbreviation of the pack in small letters, with a capital, and in capitals.

    >>> exceptions()["Проф."] == [{ORTH: "Проф.", NORM: "профессор"}]
    True
    """
    return {
        printed: [{ORTH: printed, NORM: full}]
        for short, full in table("tokens_kk")["abbreviations"].items()
        if isinstance(full, str)
        for printed in (short, short.capitalize(), short.upper())
    }
