"""Chains: pieces that follow one another in an order that citations have."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol, TypeVar

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.abbreviations import abbreviated, short_heads
from multilex.extract.acts.anchors import word_starts
from multilex.extract.acts.dates import dates
from multilex.extract.acts.pieces import Piece, abbreviations, heads, makers, named, numbers
from multilex.extract.acts.policies import approved_papers, policies
from multilex.extract.acts.quotations import quoted
from multilex.extract.acts.rules import rules
from multilex.extract.acts.statutes import statutes
from multilex.extract.acts.titles import is_policy, unquoted

_GAP = 60


@dataclass(frozen=True, slots=True)
class Chain:
    """The pieces of one citation, with a head noun among them; `shared` when the noun stands with an earlier one."""

    start: int
    end: int
    lang: str
    pieces: tuple[Piece, ...]
    shared: Piece | None = None

    @property
    def head(self) -> Piece:
        """The head noun; the last one where a paper and the act that approved it are named together."""
        return self.shared or [piece for piece in self.pieces if piece.letter in "HPCSK"][-1]

    def of(self, letters: str) -> Piece | None:
        """The first piece of these kinds."""
        return next((piece for piece in self.pieces if piece.letter in letters), None)


def chains(text: str, folded: str, *, listed: bool = False) -> list[Chain]:
    """The chains of a text in order, none inside another; `listed` text is a reference or a footnote."""
    starts = word_starts(folded, grammar.head_beginnings())
    short = grammar.any_abbreviation().search(text) is not None
    hinted = grammar.hinted(folded, "int", "eu")
    own = list(abbreviated(text))
    joined = list(short_heads(text))
    alone = any(map(folded.__contains__, grammar.words()["approved"]["alone"]))
    if not (starts or short or hinted or own or joined or alone):
        return []
    by_lang = {
        lang: [
            *heads(folded, lang, starts),
            *(abbreviations(text, lang) if short else ()),
            *(one for one in joined if one.lang == lang),
        ]
        for lang in _languages(folded)
    }
    known = [*(named(folded) if hinted or any(by_lang.values()) else ()), *own]
    if not known and not alone and not any(by_lang.values()):
        return []
    neutral = [*numbers(text, folded), *dates(folded), *quoted(text, folded), *_force(folded), *_halves(folded)]
    found: list[Chain] = []
    for lang, nouns in by_lang.items():
        mine = [piece for piece in known if piece.lang in (lang, "")]
        if not nouns and not mine and not (alone and lang == "en"):
            continue
        row = [*neutral, *nouns, *mine, *makers(text, folded, lang)]
        row += policies(text, folded, row, lang)
        row += rules(text, folded, row, lang) if alone or "(" in folded else ()
        row += approved_papers(text, folded)
        if lang == "en":
            row += statutes(text, row)
        row += unquoted(text, folded, row, listed=listed)
        found += _in_language(text, folded, _apart(row), lang)
    days = {piece.start: piece for piece in neutral if piece.letter == "D"}
    return [_with_quotes(text, chain, days, listed) for chain in _longest(found)]


def _with_quotes(text: str, chain: Chain, days: Mapping[int, Piece], listed: bool) -> Chain:
    """A citation that stands in quotation marks as a whole, with them in lists, when the date of the act follows, and
    when it has neither date nor number.
    """
    close = _CLOSING.match(text, chain.end)
    if not close or text[chain.start - 1 : chain.start] not in tuple('«“"„') or chain.head.letter == "S":
        return chain
    day = days.get(close.end() + 1) if chain.of("D") is None else None
    if day:
        return replace(chain, start=chain.start - 1, end=day.end, pieces=(*chain.pieces, day))
    bare = listed or chain.of("DN") is None
    return replace(chain, start=chain.start - 1, end=close.end()) if bare else chain


_CLOSING = regex.compile('[,.]?[»”"“]')


def _languages(folded: str) -> list[str]:
    cyrillic, latin = _CYRILLIC.search(folded), _LATIN.search(folded)
    return [*(["kk", "ru"] if cyrillic else []), *(["en", "latn"] if latin else [])]


_CYRILLIC, _LATIN = re.compile("[а-яәіңғүұқөһ]{2}"), re.compile("[a-z]{2}")
_RANK = {letter: rank for rank, letter in enumerate("KTSQJDdNCRHPFG")}


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that do not overlap: titles and named acts before what stands inside them, longer before shorter."""
    order = sorted(pieces, key=lambda one: (one.letter not in "KSTFG", -(one.end - one.start), _RANK[one.letter]))
    return sorted(_disjoint(order), key=lambda one: one.start)


def _in_language(text: str, folded: str, pieces: Sequence[Piece], lang: str) -> Iterator[Chain]:
    letters: list[str] = []
    owner: list[int] = []
    for index, piece in enumerate(pieces):
        if index:
            for sign in _between(folded, pieces[index - 1].end, piece.start):
                letters.append(sign)
                owner.append(-1)
        letters.append(piece.letter)
        owner.append(index)
    line = "".join(letters)
    for order in grammar.orders():
        if lang not in order.languages:
            continue
        for match in order.pattern.finditer(line):
            if "first" in order.pattern.groupindex:
                yield from _several(folded, match, pieces, owner, lang, line)
                continue
            start, end = match.span()
            own, bracket = _bracketed(folded, pieces, owner[start:end], line[start:end])
            own = _trimmed(folded, own, lang)
            yield Chain(own[0].start, own[-1].end + bracket, lang, tuple(own))


def _bracketed(folded: str, pieces: Sequence[Piece], owner: Sequence[int], line: str) -> tuple[list[Piece], int]:
    """The pieces of a chain, without those in a bracket that does not close right after them; 1 if it closes."""
    own = [pieces[one] for one in owner if one >= 0]
    opened = line.find("(")
    if opened < 0:
        return own, 0
    titled = any(one.letter in "TK" for one in own)
    if folded[own[-1].end : own[-1].end + 1] == ")" and (titled or any(_is_sure(one) for one in own[-2:])):
        return own, 1
    return [pieces[one] for one in owner[:opened] if one >= 0], 0


def _is_sure(piece: Piece) -> bool:
    """Whether a piece is a number or a full date."""
    return piece.letter == "N" or (piece.letter == "D" and len(piece.value or "") > len("2022"))


def _trimmed(folded: str, own: list[Piece], lang: str) -> list[Piece]:
    """A chain without a date that only follows its title: ``Закон «О …» 5 мая 2022 года`` tells when something was;
    in English without a year or a quotation before its noun that does not belong to it.
    """
    if lang == "en" and own[0].letter in "DQ" and len(own) > 1 and not _leads(folded, own[0], own[1]):
        own = own[1:]
    if own[0].letter == "d" and len(own) > 1 and own[1].letter != "N" and not folded[own[0].end : own[1].start].strip():
        own = own[1:]
    last = own[-1]
    if last.letter == "Q" and any(one.letter == "C" for one in own):
        return own[:-1]
    loose = last.letter == "D" and len(last.value or "") > len("2022") and folded[last.start].isdigit()
    return own[:-1] if loose and lang in ("ru", "latn") and len(own) > 1 and own[-2].letter == "T" else own


def _leads(folded: str, before: Piece, head: Piece) -> bool:
    """Whether what stands before an English noun belongs to it: ``1995 Constitution``, ``"Digital …" Strategy``."""
    if before.letter == "Q":
        return head.letter in "HP" and is_policy(head)
    return head.letter in "CKH" and folded[before.start : head.start] == f"{before.value} "


@cache
def _joint() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["definition"]["joint"])


def _several(
    folded: str, match: regex.Match[str], pieces: Sequence[Piece], owner: Sequence[int], lang: str, line: str
) -> Iterator[Chain]:
    """The citations that share one noun: one with it, the others elliptical."""
    first = [pieces[owner[i]] for i in range(*match.span("first")) if owner[i] >= 0]
    head = next(piece for piece in first if piece.letter in "HPKC")
    whole = [pieces[owner[i]] for i in range(*match.span()) if owner[i] >= 0]
    maker = next((piece for piece in whole if piece.letter == "J"), None)
    in_row = match.re.groupindex.get("row") is not None
    if _joint().match(folded, head.start):
        yield Chain(whole[0].start, whole[-1].end, lang, tuple(whole))
        return
    if in_row or first[0] is not whole[0]:
        yield _elliptical(first, head, maker, lang)
    else:
        yield Chain(first[0].start, first[-1].end, lang, tuple(first))
    group: list[Piece] = []
    for i in range(*match.span("row" if in_row else "more")):
        if owner[i] < 0 and line[i] in ",&" and (in_row or line[i] == "&" or _is_new(group, pieces, owner, i)):
            if group:
                yield _elliptical(group, head, maker, lang)
            group = []
        elif owner[i] >= 0:
            group.append(pieces[owner[i]])
    if group:
        yield _elliptical(group, head, maker, lang)


def _is_new(group: Sequence[Piece], pieces: Sequence[Piece], owner: Sequence[int], comma: int) -> bool:
    """Whether the piece after a comma is of a kind that the citation already has."""
    following = next((pieces[owner[i]] for i in range(comma + 1, len(owner)) if owner[i] >= 0), None)
    return following is not None and following.letter in [piece.letter for piece in group]


def _elliptical(group: Sequence[Piece], head: Piece, maker: Piece | None, lang: str) -> Chain:
    own = tuple(group) if maker is None or any(one.letter == "J" for one in group) else (*group, maker)
    codes = next((one.codes for one in group if one.codes), head.codes)
    return Chain(group[0].start, group[-1].end, lang, own, shared=replace(head, plural=False, codes=codes))


def _between(folded: str, start: int, end: int) -> str:
    """What a gap is: nothing, a comma, ``&``, ``~`` for *approved by*, a stop, or ``|`` for anything else."""
    if end - start > _GAP:
        return "|"
    gap = folded[start:end]
    for sign, pattern in _gaps():
        if pattern.fullmatch(gap):
            return sign
    return "|"


@cache
def _gaps() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    pack = grammar.words()
    gaps = pack["gaps"]
    joint = gaps["joint"]
    return (
        (",", regex.compile(gaps["comma"])),
        ("", regex.compile(rf"{joint}(?:{pack['dates']['linking']}\s)?")),
        ("&", regex.compile(gaps["conjunction"])),
        ("~", regex.compile(gaps["approved"])),
        (".", regex.compile(gaps["stop"])),
        ("(", regex.compile(gaps["bracket"])),
    )


def _force(folded: str) -> Iterator[Piece]:
    """The words that give a decree the force of law."""
    return (Piece(*match.span(), "F") for match in _force_pattern().finditer(folded))


def _halves(folded: str) -> Iterator[Piece]:
    """The half of a code that a bracket after its name tells."""
    return (Piece(*match.span(), "G") for match in _half_pattern().finditer(folded))


@cache
def _half_pattern() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["parts"]["brackets"])


@cache
def _force_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}])(?:{grammar.words()['gaps']['force']})(?![\p{{L}}])")


def _longest(found: Sequence[Chain]) -> list[Chain]:
    """Chains that do not overlap, longer before shorter, in order of the text."""
    order = sorted(found, key=lambda one: (-(one.end - one.start), one.start, one.shared is None))
    return sorted(_disjoint(order), key=lambda one: one.start)


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Spanned)


def _disjoint(spans: Sequence[S]) -> list[S]:
    """Those that overlap none that came before them."""
    kept: list[S] = []
    taken: list[tuple[int, int]] = []
    for one in spans:
        at = bisect_left(taken, (one.start, one.start))
        if (at < len(taken) and taken[at][0] < one.end) or (at and taken[at - 1][1] > one.start):
            continue
        taken.insert(at, (one.start, one.end))
        kept.append(one)
    return kept
