"""Mentions: every span of a text that designates one act, with the pinpoints that belong to it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.cases import Case, cases
from multilex.extract.acts.chains import Chain, chains
from multilex.extract.acts.dates import dates
from multilex.extract.acts.definitions import Definition, definition, is_abbreviation, uses
from multilex.extract.acts.evidence import is_citation
from multilex.extract.acts.fold import fold
from multilex.extract.acts.identity import FULL, Act, describe
from multilex.extract.acts.pieces import numbers
from multilex.extract.acts.pinpoints import Path, PinpointText, pinpoints
from multilex.extract.acts.titles import is_policy_type
from multilex.segment.sentences import split_sentences
from multilex.vocabulary import ActLevel, ActResolution

_NEAR = 400


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that designates an act. `pinpoints` are spans with the places they mean; `resolution` is how `act.key`
    came about; `defines` the short form introduced after it.
    """

    start: int
    end: int
    lang: str
    act: Act
    level: ActLevel
    resolution: ActResolution
    rule: str
    pinpoints: tuple[tuple[int, int, tuple[Path, ...]], ...] = ()
    registration: tuple[str, str] | None = None
    defines: Definition | None = None

    def moved(self, by: int) -> "Mention":
        """The mention at another offset."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            pinpoints=tuple((start + by, end + by, paths) for start, end, paths in self.pinpoints),
        )


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form and the mention it stands for; it counts from offset `start` of the text on."""

    printed: str
    of: Mention
    start: int = 0


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
    found = [_mention(chain, text, folded) for chain in cited]
    found = [one for index, one in enumerate(found) if not _is_definition(found, index)]
    known = [*forms, *_introduced(cited, found)]
    found = _with_short_forms(text, folded, _with_approval(folded, found), _settled(known))
    found = _with_pinpoints(text, folded, lang, found, points)
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
        _after_act(folded, chain.end, point) if point.after else _before_act(folded, point, chain.start)
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


@cache
def _approving() -> regex.Pattern[str]:
    stem = grammar.words()["policies"]["approved"]
    return regex.compile(rf"[^.;()]{{0,40}}(?<![\p{{L}}]){stem}[^.;()]{{0,40}}|\s\((?:{stem}\p{{L}}{{0,12}}\s)?")


def _settled(known: Sequence[ShortForm]) -> list[ShortForm]:
    """Short forms without the abbreviations that stand for codes of several countries in this paper."""
    countries: dict[str, set[str | None]] = {}
    for form in known:
        countries.setdefault(form.printed, set()).add(form.of.act.jurisdiction)
    return [form for form in known if form.of.defines or len(countries[form.printed]) == 1]


def _is_definition(found: Sequence[Mention], index: int) -> bool:
    """Whether a mention is but the short form that the one before it introduces."""
    before = found[index - 1] if index else None
    return before is not None and before.defines is not None and found[index].end <= before.defines.end


def _introduced(cited: Sequence[Chain], found: Sequence[Mention]) -> Iterator[ShortForm]:
    """The short forms that mentions introduce: by definition, or as an abbreviation with its country (``УК РК``)."""
    mentioned = {one.start: one for one in found}
    for chain in cited:
        one = mentioned.get(chain.start)
        if one is not None and one.defines:
            yield ShortForm(one.defines.printed, one, one.defines.end)
        elif one is not None and chain.head.abbreviation and chain.of("J") and chain.head.value:
            yield ShortForm(chain.head.value, one, chain.end)


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


def _mention(chain: Chain, text: str, folded: str) -> Mention:
    act = describe(chain, text)
    defined = definition(text, folded, chain.end)
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
    owned = (
        chain.of("J") is not None or chain.head.letter == "K" or (kind is not None and kind.jurisdiction is not None)
    )
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


def _with_short_forms(text: str, folded: str, found: list[Mention], known: Sequence[ShortForm]) -> list[Mention]:
    """Uses of short forms, in place of mentions that say no more than they do."""
    for printed in dict.fromkeys(form.printed for form in reversed(known)):
        same = [form for form in known if form.printed == printed]
        spans = list(uses(text, folded, printed, min(form.start for form in same)))
        found = list(_merged(found, spans, same)) if spans else found
    return found


def _merged(
    found: Sequence[Mention], spans: Sequence[tuple[int, int]], forms: Sequence[ShortForm]
) -> Iterator[Mention]:
    """Mentions and uses of a short form (as introduced last), in order; a use gives way to a mention that says more."""
    bare = len(forms[0].printed.split()) == 1
    level = (
        ActLevel.SHORT if not bare else ActLevel.ABBREVIATION if is_abbreviation(forms[0].printed) else ActLevel.ANAPHOR
    )
    at = 0
    for start, end in spans:
        while at < len(found) and found[at].end <= start:
            yield found[at]
            at += 1
        inside: list[Mention] = []
        while at + len(inside) < len(found) and found[at + len(inside)].start < end:
            inside.append(found[at + len(inside)])
        if any(one.act.number or one.act.date or one.start < start or one.end > end for one in inside):
            continue
        at += len(inside)
        form = forms[max(0, bisect_right(forms, start, key=lambda one: one.start) - 1)]
        yield Mention(start, end, form.of.lang, form.of.act, level, ActResolution.DEFINITION, "act-short-form")
    yield from found[at:]


def _with_pinpoints(
    text: str, folded: str, lang: str, found: Sequence[Mention], points: Sequence[PinpointText]
) -> list[Mention]:
    if not found or not points:
        return list(found)
    place = _Places(found, split_sentences(text, lang))
    given: list[list[tuple[int, int, tuple[Path, ...]]]] = [[] for _ in found]
    for point in points:
        index = place.act_of(folded, point)
        if index is not None and not _in_gazette(folded, point.start):
            given[index].append((point.start, point.end, point.paths))
    return [replace(one, pinpoints=tuple(mine)) for one, mine in zip(found, given, strict=True)]


@dataclass(frozen=True)
class _Places:
    """Mentions and sentences of a text, both in order."""

    found: Sequence[Mention]
    sentences: Sequence[tuple[int, int]]

    def act_of(self, folded: str, point: PinpointText) -> int | None:
        """Index of the mention that a pinpoint belongs to: beside it, else named before it in its sentence, else the
        last of the sentence before.
        """
        follows = bisect_left(self.found, point.start, key=lambda one: one.start)
        before = follows - 1
        if before >= 0 and point.start < self.found[before].end:
            return None
        if point.after and before >= 0 and _after_act(folded, self.found[before].end, point):
            return before
        if not point.after and follows < len(self.found) and _before_act(folded, point, self.found[follows].start):
            return follows
        if _of_contract(folded, point):
            return None
        position = bisect_right(self.sentences, point.start, key=lambda one: one[0]) - 1
        if position < 0:
            return None
        start, end = self.sentences[position]
        has_article = any(path[0][0] == "article" for path in point.paths)
        if not has_article:
            return None
        if before >= 0 and self.found[before].start >= start:
            return before
        named_later = follows < len(self.found) and self.found[follows].start < end
        if position == 0 or named_later or before < 0:
            return None
        return before if self.found[before].start >= self.sentences[position - 1][0] else None


def _before_act(folded: str, point: PinpointText, start: int) -> bool:
    return 0 <= start - point.end <= 24 and bool(_to_act().fullmatch(folded, point.end, start))


def _after_act(folded: str, end: int, point: PinpointText) -> bool:
    return 0 <= point.start - end <= 40 and bool(_FROM_ACT.fullmatch(folded, end, point.start))


_FROM_ACT = regex.compile(r"[\s¹²³⁰-⁹]{0,3}(?:\([^()]{0,36}\)\s?)?")


@cache
def _to_act() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["pinpoints"]["to_act"])


def _of_contract(folded: str, point: PinpointText) -> bool:
    return bool(_contract().match(folded, point.end))


@cache
def _contract() -> regex.Pattern[str]:
    return regex.compile(rf"\s(?:\p{{L}}{{1,20}}\s)?{grammar.words()['contracts']['words']}")


def _in_gazette(folded: str, at: int) -> bool:
    return any(word in folded[max(0, at - 120) : at] for word in grammar.words()["gazettes"]["words"])
