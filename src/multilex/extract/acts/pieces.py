"""Pieces: the parts that citations are made of, found one by one."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.anchors import matches_at, word_starts
from multilex.extract.acts.fold import numeral
from multilex.extract.acts.grammar import Maker, group_index


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a citation. `letter` is its kind as in ``law/orders.toml``; `value` its date, number or title;
    `type` and `codes` what a head noun says, `maker` whose act it is.
    """

    start: int
    end: int
    letter: str
    lang: str = ""
    value: str | None = None
    type: str | None = None
    codes: tuple[str, ...] = ()
    maker: Maker | None = None
    plural: bool = False
    abbreviation: bool = False
    key: str | None = None
    date: str | None = None
    other: str | None = field(default=None)


class Row:
    """Pieces in order of the text, with quick access to those that begin in a stretch."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = sorted(pieces, key=lambda piece: (piece.start, piece.end))
        self._starts = [piece.start for piece in self.pieces]

    def within(self, begin: int, end: int, letters: str) -> list[Piece]:
        """The pieces of these kinds that begin at or after `begin` and before `end`."""
        low, high = bisect_left(self._starts, begin), bisect_left(self._starts, end)
        return [piece for piece in self.pieces[low:high] if piece.letter in letters]


def heads(folded: str, lang: str, starts: Sequence[int]) -> Iterator[Piece]:
    """Head nouns and codes by name in one language; `starts` are the places where nouns may begin."""
    taken: list[tuple[int, int]] = []
    pattern, slugs = grammar.code_patterns()[lang]
    for match in pattern.finditer(folded) if grammar.hinted(folded, "codes") else ():
        start, end, kind = _draft(folded, *match.span())
        taken.append((start, end))
        slug = slugs[group_index(match, len(slugs))]
        yield Piece(start, end, "C", lang, type=kind, codes=(slug,), plural=_plural(match))
    pattern, slugs = grammar.code_rows()[lang]
    for match in pattern.finditer(folded) if taken else ():
        yield Piece(*match.span(), "R", lang, type="code", codes=(slugs[group_index(match, len(slugs))],))
    pattern, types = grammar.head_patterns()[lang]
    at = 0
    for match in matches_at(pattern, folded, starts):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            continue
        kind = types[group_index(match, len(types))]
        letter = "C" if kind == "constitution" else "P" if _plural(match) or match.start("either") >= 0 else "H"
        yield Piece(*match.span(), letter, lang, type=kind, plural=_plural(match))


def abbreviations(text: str, lang: str) -> Iterator[Piece]:
    """Abbreviations of codes in one language."""
    known = grammar.abbreviations().get(lang, {})
    for match in grammar.abbreviation_pattern(lang).finditer(text) if known else ():
        form = match["form"]
        yield Piece(*match.span(), "C", lang, value=form, type="code", codes=known[form], abbreviation=True)


def _draft(folded: str, start: int, end: int) -> tuple[int, int, str]:
    """The span of a code with the word that makes it a draft, and its type."""
    before, behind = _draft_words()
    if word := before.search(folded, max(0, start - 12), start):
        return word.start(), end, "draft_code"
    if word := behind.match(folded, end):
        return start, word.end(), "draft_code"
    return start, end, "code"


@cache
def _draft_words() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    pack = grammar.words()["draft"]
    return regex.compile(rf"(?<![\p{{L}}]){pack['words']}\s$"), regex.compile(pack["behind"])


def _plural(match: regex.Match[str]) -> bool:
    return match.start("plural") >= 0 and bool(match["plural"])


def named(folded: str) -> Iterator[Piece]:
    """Treaties known by name, and acts with their number in the name. A text without a head noun may name one only
    where it has a hint of the packs ``int`` and ``eu``.
    """
    for pattern, begins, lang, entry in grammar.named_patterns():
        for match in pattern.finditer(folded) if any(map(folded.__contains__, begins)) else ():
            number = match.groupdict().get("number")
            piece = Piece(
                *match.span(),
                "K",
                lang,
                value=number,
                type=entry["type"],
                maker=Maker(entry["jurisdiction"], None),
                key=entry["key"].format(number=number),
                date=entry.get("date"),
                other=entry.get("dated_key"),
            )
            yield _with_protocol(folded, piece) if entry["type"] in _WITH_PROTOCOLS else piece


def _with_protocol(folded: str, treaty: Piece) -> Piece:
    """The protocol to a treaty where one is named with it, else the treaty itself."""
    before, behind = _protocols()
    match = before.search(folded, max(0, treaty.start - 60), treaty.start)
    match = match or (behind.match(folded, treaty.end) if treaty.lang == "kk" else None)
    if match is None:
        return treaty
    key = f"{treaty.key}/protocol/{match['number']}" if match["number"] else None
    start, end = min(treaty.start, match.start()), max(treaty.end, match.end())
    return replace(treaty, start=start, end=end, type="protocol", key=key, date=None, other=None)


_WITH_PROTOCOLS = frozenset({"convention", "covenant", "treaty", "agreement"})


@cache
def _protocols() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    pack = grammar.words()["treaties"]
    return regex.compile(grammar.expand(pack["protocol_before"])), regex.compile(
        grammar.expand(pack["protocol_behind"])
    )


def makers(text: str, folded: str, lang: str) -> Iterator[Piece]:
    """Countries and bodies, a body with the country it belongs to."""
    of_states, of_bodies = grammar.maker_beginnings(lang)
    countries = [
        Piece(_behind_article(match), match.end(), "J", lang, maker=Maker(ids[group_index(match, len(ids))], None))
        for pattern, ids in [grammar.country_patterns()[lang]]
        for match in matches_at(pattern, folded, word_starts(folded, of_states))
        if match.start("short") < 0 or _is_abbreviation(text[match.start("short") : match.end("short")])
    ]
    pattern, known = grammar.body_patterns()[lang]
    bodies = [
        _with_lead(folded, Piece(*match.span(), "J", lang, maker=known[group_index(match, len(known))]))
        for match in matches_at(pattern, folded, _body_starts(text, folded, lang, of_bodies))
    ]
    yield from countries
    join = _kazakh_bodies if lang == "kk" else _bodies
    yield from join(text, folded, bodies, countries)


def _body_starts(text: str, folded: str, lang: str, begins: tuple[str, ...]) -> list[int]:
    """Where the name of a body may begin: with a known beginning, or an abbreviation in capitals."""
    starts = word_starts(folded, begins)
    short = grammar.body_abbreviations(lang)
    more = [match.start() for match in short.finditer(text)] if short else []
    return sorted({*starts, *more}) if more else starts


def _is_abbreviation(printed: str) -> bool:
    """Whether letters are printed as an abbreviation: ``РК``, ``RoK``."""
    return sum(letter.isupper() for letter in printed) > 1


def _behind_article(match: regex.Match[str]) -> int:
    """Where a name begins without the English article."""
    return match.start() + (4 if match[0].startswith("the ") else 0)


def _with_lead(folded: str, body: Piece) -> Piece:
    """A body with the words before it that tell which one it is: ``Алматинского городского маслихата``."""
    if body.maker is None or body.maker.lead is None:
        return body
    lead = body.maker.lead.search(folded, max(0, body.start - 90), body.start)
    return replace(body, start=lead.start()) if lead else body


def _bodies(text: str, folded: str, bodies: list[Piece], countries: list[Piece]) -> Iterator[Piece]:
    """Bodies reaching right to their country, or to the date, number or title that follows."""
    at = 0
    for body in bodies:
        while at < len(countries) and countries[at].end <= body.start:
            at += 1
        country = next((one for one in countries[at : at + 3] if one.start >= body.end), None)
        if country and country.start - body.end <= 160 and _within().fullmatch(folded[body.end : country.start]):
            if body.lang == "en":
                behind = _english_behind().match(text, country.end)
                tail = behind.end() if behind else None
            else:
                tail = _tail(text, folded, country.end, body.lang)
            yield Piece(body.start, tail or country.end, "J", body.lang, maker=_maker(body, country))
        else:
            end = _tail(text, folded, body.end, body.lang) or body.end
            yield Piece(body.start, end, "J", body.lang, maker=body.maker)


def _tail(text: str, folded: str, at: int, lang: str) -> int | None:
    """Where the further words of a body's name end, None when there are none."""
    match = _english_tail().match(text, at) if lang == "en" else _short_tail().match(folded, at)
    return match.end() if match else None


def _maker(body: Piece, country: Piece) -> Maker | None:
    """A body with the jurisdiction of its country, unless it has one of its own."""
    if body.maker is None or country.maker is None:
        return body.maker
    return replace(body.maker, jurisdiction=body.maker.jurisdiction or country.maker.jurisdiction)


def _kazakh_bodies(text: str, folded: str, bodies: list[Piece], countries: list[Piece]) -> Iterator[Piece]:
    """Bodies reaching left to their country, or over the capitalised words before them."""
    at = 0
    for body in bodies:
        while at + 1 < len(countries) and countries[at + 1].end <= body.start:
            at += 1
        country = countries[at] if countries and countries[at].end <= body.start else None
        if country and body.start - country.end <= 160 and _within().fullmatch(folded[country.end : body.start]):
            maker = _maker(body, country)
            yield Piece(country.start, body.end, "J", "kk", maker=maker)
        else:
            led = body.maker is not None and body.maker.lead is not None and text[body.start].isupper()
            yield Piece(body.start if led else _capital_start(text, body.start), body.end, "J", "kk", maker=body.maker)


def _capital_start(text: str, start: int) -> int:
    """Where up to six words before `start` begin that are names: the leftmost capitalised one of an unbroken run."""
    begin = start
    words = list(_WORD.finditer(text, max(0, start - 120), start))[-6:]
    for index, word in enumerate(reversed(words)):
        end = words[len(words) - index].start() if index else start
        if text[word.end() : end].strip() or _no_name(word[0].lower()):
            break
        if word[0][0].isupper():
            begin = word.start()
    return begin


def _no_name(word: str) -> bool:
    titles = grammar.words()["titles"]
    return word in titles["outside"]["kk"] or bool(regex.search(titles["ending"]["kk"], word))


_WORD = regex.compile(r"[\p{L}-]{2,40}+")


@cache
def _within() -> regex.Pattern[str]:
    """What may stand between a body and its country: words, no sign of a new part."""
    return regex.compile(rf"(?!.{{0,160}}{grammar.words()['makers']['breaks']})[\p{{L}}\s,'()-]{{0,160}}")


@cache
def _short_tail() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["makers"]["tail"])


@cache
def _english_tail() -> regex.Pattern[str]:
    pack = grammar.words()["makers"]
    return regex.compile(grammar.expand(pack["english_tail"], {"name": pack["english_name"]}))


@cache
def _english_behind() -> regex.Pattern[str]:
    pack = grammar.words()["makers"]
    return regex.compile(grammar.expand(pack["english_behind"], {"name": pack["english_name"]}))


def numbers(text: str, folded: str) -> Iterator[Piece]:
    """Numbers of acts: ``№ 477-IV ЗРК`` gives ``477-IV``; numerals of any look, suffix and sign left out."""
    for match in matches_at(_number(), folded, (sign.start() for sign in _NUMBER_STARTS.finditer(folded))):
        yield Piece(*match.span(), "N", value=_number_value(match, text))


_NUMBER_STARTS = re.compile(r"№|\((?=[№nн])|(?<![^\W_])[nн](?=[oоuөº°№.\s0-9])|(?<![0-9])[0-9]")


def _number_value(match: regex.Match[str], text: str) -> str:
    """The number that was matched, as printed but for blanks, dashes and the look of the numeral."""
    if match["roman"] is not None:
        return f"{match['count']}-{numeral(match['roman'])}"
    start, end = match.span("body")
    return regex.sub(r"\s?[-‐‑–—]\s?", "-", text[start:end])


@cache
def _number() -> regex.Pattern[str]:
    pack = grammar.words()["numbers"]
    roman = r"(?P<count>[0-9]{1,4})\s?-\s?(?P<roman>[ivxіхӏ]{1,5})"
    tail = rf"(?:\s?(?:{pack['suffixes']})(?![\p{{L}}]))?"
    plain = r"[0-9]{1,6}(?:[/-][0-9]{1,6}){0,2}(?:\s?-\s?\p{L}{1,4}|/\p{L}{1,4}|\p{L})?"
    series = rf"(?:{pack['series']})\s?-?\s?[0-9]{{1,5}}(?:/20[0-9]{{2}})?"
    return regex.compile(
        rf"(?P<open>\()?(?:(?<![\p{{L}}]){pack['signs']}|№)\s{{0,2}}(?:{roman}(?![\p{{L}}0-9]|-\p{{L}}){tail}"
        rf"|(?P<body>{series}|{plain})(?![\p{{L}}0-9]))(?(open)\))"
        rf"|(?<![\p{{L}}\p{{N}}/-]){roman}(?![\p{{L}}\p{{N}}-]){tail}"
        rf"|(?<={pack['bare_after']})(?P<body>[0-9]{{1,3}})(?![\p{{L}}\p{{N}}-]|[.,/][0-9])"
    )
