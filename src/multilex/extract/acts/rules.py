"""Rules: rules, instructions and the like, which are named with the act that approved them, or in English capitals."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.grammar import Maker
from multilex.extract.acts.pieces import Piece, Row

_KK_WORD = regex.compile(r"[\p{L}-]{2,40}+")
_SENTENCE = regex.compile(r"[.;:!?()\"«»]")


def rules(text: str, folded: str, pieces: Sequence[Piece], lang: str) -> Iterator[Piece]:
    """Names of rules (letter S): before the act in brackets that approved them, ``Правила … (утв. приказом …)``; in
    English also alone, when all their words are capitals, and those of the AIFC.
    """
    find = {"ru": _russian, "kk": _kazakh, "en": _english}.get(lang)
    for start, end in find(text, folded, pieces) if find else ():
        title = " ".join(text[start:end].split())
        yield Piece(start, end, "S", lang, value=title, type="rules", maker=Maker("kz", None))
    for match in _centre().finditer(text) if lang == "en" else ():
        yield Piece(*match.span(), "K", lang, type="rules", maker=Maker("kz", None), date=match["year"])


_Span = tuple[int, int]


def _russian(text: str, folded: str, pieces: Sequence[Piece]) -> Iterator[_Span]:
    for match in _pattern("papers", "approving_ru").finditer(folded):
        inner = [one.start() for one in _papers().finditer(folded, *match.span()) if text[one.start()].isupper()]
        if inner:
            yield inner[-1], match.end()


def _kazakh(text: str, folded: str, pieces: Sequence[Piece]) -> Iterator[_Span]:
    """The noun stands last: the name begins with the last capital before it."""
    row = Row(pieces)
    for noun in _pattern("papers_kk", "approving_kk").finditer(folded):
        floor = max(0, noun.start() - 200)
        wall = max((match.end() for match in _SENTENCE.finditer(folded, floor, noun.start())), default=floor)
        wall = max([wall, *(one.end for one in row.within(wall, noun.start(), "JDNHPC")), 0])
        words = list(_KK_WORD.finditer(text, wall, noun.start()))
        start = next((word.start() for word in reversed(words) if word[0][0].isupper()), None)
        if start is not None:
            yield start, noun.end()


def _english(text: str, folded: str, pieces: Sequence[Piece]) -> Iterator[_Span]:
    for pattern in (_pattern("papers_en", "approving_en"), _capitals()):
        for match in pattern.finditer(text):
            yield match.span()


@cache
def _papers() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}-])(?:{grammar.expand(grammar.words()['approved']['papers'])})(?![\p{{L}}])")


@cache
def _pattern(papers: str, approving: str) -> regex.Pattern[str]:
    pack = grammar.words()["approved"]
    noun = grammar.expand(pack[papers])
    more = "" if papers == "papers_kk" else r"\s[^.;()?!\"«»]{3,200}?"
    return regex.compile(rf"(?<![\p{{L}}-])(?:{noun}){more}(?={pack[approving]})")


@cache
def _capitals() -> regex.Pattern[str]:
    """English rules alone: at least three capitalised words after the preposition."""
    pack = grammar.words()["approved"]
    small = "|".join(grammar.words()["statutes"]["inside"])
    word = r"\p{Lu}[\p{L}'’-]{1,30}"
    return regex.compile(
        rf"(?<=[Tt]he\s)(?:Rules\s(?:for|on)(?:\sthe)?)\s{word}(?:,?\s(?:(?:{small}|the)\s){{0,2}}{word}){{2,12}}{pack['follows']}"
    )


@cache
def _centre() -> regex.Pattern[str]:
    """Regulations and rules of the AIFC, mostly with number and year."""
    return regex.compile(grammar.words()["approved"]["centre"])
