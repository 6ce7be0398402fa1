"""Mentions: every span of a text that designates one act, with the pinpoints that belong to it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.attach import after_act, before_act, with_pinpoints
from multilex.extract.acts.bare_codes import bare_codes
from multilex.extract.acts.cases import Case, cases
from multilex.extract.acts.chains import Chain, chains
from multilex.extract.acts.dates import dates
from multilex.extract.acts.definitions import definition
from multilex.extract.acts.evidence import is_citation
from multilex.extract.acts.fold import fold
from multilex.extract.acts.identity import FULL, HOME, Act, describe
from multilex.extract.acts.mention import Mention, ShortForm
from multilex.extract.acts.pieces import numbers
from multilex.extract.acts.pinpoints import PinpointText, pinpoints
from multilex.extract.acts.short_forms import introduced, is_definition, settled, with_short_forms
from multilex.extract.acts.titles import is_policy_type
from multilex.vocabulary import ActLevel, ActResolution

_NEAR = 400


def mentions(
    text: str, lang: str = "und", *, listed: bool = False, forms: Sequence[ShortForm] = ()
) -> tuple[list[Mention], list[Case], list[ShortForm]]:
    """The acts mentioned in a text, the judgments, and the short forms known at its end.

    `listed` text is a reference or a footnote, where titles need no quotation marks; `forms` are short forms that
    earlier text introduced.

    >>> found, _, _ = mentions("Согласно ст. 5 Закона РК «О рекламе» от 19 декабря 2003 года № 508-II")
    >>> found[0].act.key, found[0].pinpoints[0][2]
    ('kz/law/2003-12-19/508-II', ((('article', '5'),),))
    """
    folded = fold(text)
    judged = cases(text, folded)
    candidates = [
        chain
        for chain in chains(text, folded, listed=listed)
        if not any(one.start < chain.end and chain.start < one.end for one in judged)
    ]
    if not candidates and not forms:
        return [], judged, []
    points = pinpoints(text, folded)
    cited = [
        chain
        for index, chain in enumerate(candidates)
        if is_citation(chain, text) or _beside_pinpoint(chain, points, folded) or _in_row(candidates, index, folded)
    ]
    told = _bare_codes(candidates, cited, folded, forms)
    home = None if told and _only_foreign(cited) else HOME
    cited = sorted((*cited, *told.values()), key=lambda one: one.start)
    found = [_mention(chain, text, folded, home if chain.start in told else HOME) for chain in cited]
    found = [one for index, one in enumerate(found) if not is_definition(found, index, folded)]
    known = [*forms, *introduced(cited, found)]
    found = _with_translations(folded, _with_approval(folded, found))
    found = with_short_forms(text, folded, found, settled(known))
    found = with_pinpoints(text, folded, lang, found, points)
    latest = {(form.printed, form.of.act.jurisdiction): form for form in known}
    return found, judged, [replace(form, start=0) for form in latest.values()]


def _beside_pinpoint(chain: Chain, points: Sequence[PinpointText], folded: str) -> bool:
    """An abbreviation or a code in small letters counts when a pinpoint leads to it."""
    head = chain.head
    if head.plural or not (head.abbreviation or (head.codes and head.lang != "en")):
        return False
    low = bisect_left(points, chain.start - _NEAR, key=lambda point: point.start)
    high = bisect_left(points, chain.end + _NEAR, key=lambda point: point.start)
    return any(
        after_act(folded, chain.end, point) if point.after else before_act(folded, point, chain.start)
        for point in points[low:high]
    )


def _with_approval(folded: str, found: list[Mention]) -> list[Mention]:
    """Policy papers under the key of the act that the same sentence says to have approved them."""
    keyed = list(found)
    for index, one in enumerate(found):
        for other in (*found[index + 1 : index + 2], *found[max(0, index - 1) : index]):
            between = folded[min(one.end, other.end) : max(one.start, other.start)]
            policy = (
                is_policy_type(one.act.type) and not is_policy_type(other.act.type) and other.act.number is not None
            )
            if policy and other.act.key and _approving().fullmatch(between):
                keyed[index] = replace(one, act=replace(one.act, key=other.act.key), resolution=ActResolution.DOCUMENT)
                break
    return keyed


def _with_translations(folded: str, found: list[Mention]) -> list[Mention]:
    """Translations in square brackets under the key of the act that they translate."""
    keyed = found[:1]
    for one in found[1:]:
        before = keyed[-1]
        inside = folded[before.end : one.start].strip() == "[" and folded[one.end : one.end + 1] == "]"
        same = inside and one.act.number is None and one.act.type == before.act.type and before.act.key is not None
        act = replace(one.act, key=before.act.key, candidates=before.act.candidates)
        keyed.append(replace(one, act=act, resolution=ActResolution.DOCUMENT) if same else one)
    return keyed


@cache
def _approving() -> regex.Pattern[str]:
    stem = grammar.words()["policies"]["approved"]
    return regex.compile(rf"[^.;()]{{0,40}}(?<![\p{{L}}]){stem}[^.;()]{{0,40}}|\s\((?:{stem}\p{{L}}{{0,12}}\s)?")


def _in_row(chains_: Sequence[Chain], index: int, folded: str) -> bool:
    """An abbreviation that stands in a row with another that has its country (``УК и УПК РК``)."""
    chain = chains_[index]
    for other in chains_[index + 1 : index + 4]:
        if not (chain.head.abbreviation and other.head.abbreviation and other.start - chain.end < 6):
            return False
        if other.of("J"):
            return True
        chain = other
    return False


def _bare_codes(
    candidates: Sequence[Chain], cited: Sequence[Chain], folded: str, forms: Sequence[ShortForm]
) -> dict[int, Chain]:
    """By their start, the abbreviations of codes that need no country, but for those of several countries here."""
    known = {one.start for one in cited}
    countries: dict[str | None, set[str | None]] = {}
    for form in forms:
        countries.setdefault(form.printed, set()).add(form.of.act.jurisdiction)
    for one in cited:
        makers = {piece.maker.jurisdiction for piece in one.pieces if piece.maker}
        countries.setdefault(one.head.value, set()).update(makers)
    told = bare_codes([one for one in candidates if one.start not in known], cited, folded)
    return {one.start: one for one in told if len(countries.get(one.head.value, ())) < 2}


def _only_foreign(cited: Sequence[Chain]) -> bool:
    """Whether all codes whose country is told are other countries'."""
    of = [one.maker.jurisdiction for chain in cited for one in chain.pieces if chain.head.codes and one.maker]
    return bool(of) and HOME not in of


def _mention(chain: Chain, text: str, folded: str, home: str | None) -> Mention:
    act = describe(chain, text, home)
    noun = chain.head.value if chain.head.abbreviation else text[chain.head.start : chain.head.end].split()[-1]
    defined = definition(text, folded, chain.end, noun or "")
    return Mention(
        chain.start,
        chain.end,
        chain.lang,
        act,
        _level(chain, act),
        ActResolution.OWN_WORDS if act.key else ActResolution.UNRESOLVED,
        f"act-{chain.lang}",
        registration=_registration(text, folded, chain.end),
        defines=defined,
    )


def _level(chain: Chain, act: Act) -> ActLevel:
    if chain.head.abbreviation and not act.number:
        return ActLevel.ABBREVIATION
    said = act.number is not None or len(act.date or "") >= FULL
    kind = grammar.types().get(act.type)
    own = chain.of("J") is not None or chain.head.maker is not None
    owned = own or chain.head.letter == "K" or (kind is not None and kind.jurisdiction is not None)
    return ActLevel.FULL if said and owned else ActLevel.SHORT


def _registration(text: str, folded: str, at: int) -> tuple[str, str] | None:
    """Number and ISO date of the entry into the register of orders, said right after the act."""
    stretch = folded[at : at + 260]
    word = _registered().search(stretch)
    if word is None or word.start() > 160:
        return None
    stop = regex.search(r"\.\s(?!№|n\s?[0-9])", stretch[word.end() :])
    stretch = stretch[: word.end() + stop.start()] if stop else stretch
    number = next((one.value for one in numbers(text[at : at + len(stretch)], stretch)), None)
    day = next((one.value for one in dates(stretch) if one.value and len(one.value) == FULL), None)
    return (number, day or "") if number and number.isdigit() else None


@cache
def _registered() -> regex.Pattern[str]:
    pack = grammar.words()["registration"]
    return regex.compile("|".join(pack["entry"]))
