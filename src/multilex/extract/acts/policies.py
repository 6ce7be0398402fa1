"""Policies: concepts, strategies and programmes named by what they are for, bounded by a country or by years."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.grammar import Maker
from multilex.extract.acts.pieces import Piece, Row
from multilex.extract.acts.quotations import range_before
from multilex.extract.acts.titles import before_verb, is_policy

LONGEST = 240


def policies(text: str, folded: str, pieces: Sequence[Piece], lang: str) -> Iterator[Piece]:
    """Names of policy papers (letter S): a capitalised noun with a country of `pieces` or years after it (Kazakh:
    before it), ``Концепция … Республики Казахстан на 2023-2027 годы``.
    """
    yield from _by_place(text, folded, lang)
    row = Row(pieces)
    if lang == "kk" and sum(one.letter == "J" for one in pieces) > 1:
        yield from _between_states(text, folded, row)
    for head in pieces:
        if head.letter not in "HP" or head.lang != lang or not is_policy(head) or head.plural:
            continue
        span = _kazakh(text, folded, head, row) if lang == "kk" else _span(text, folded, head, row)
        if span:
            maker = next((one.maker for one in row.within(*span, "J")), None)
            title = " ".join(text[span[0] : span[1]].split())
            yield Piece(*span, "S", lang, value=title, type=head.type, maker=maker)


def _by_place(text: str, folded: str, lang: str) -> Iterator[Piece]:
    """Treaties called after a place: ``Hague Convention``, ``Женевская конвенция``."""
    pack = grammar.words()["treaties"]
    if lang in pack["cities"]:
        for match in _places(lang).finditer(text):
            noun = folded[match.start("noun") : match.end()]
            kind = next(kind for kind, stem in pack["kinds"].items() if noun.startswith(tuple(stem)))
            yield Piece(*match.span(), "S", lang, value=match[0], type=kind, maker=Maker("int", None))


@cache
def _places(lang: str) -> regex.Pattern[str]:
    pack = grammar.words()["treaties"]
    place = pack["cities"][lang]
    first = place if lang == "en" else rf"(?i:(?=\p{{Lu}}){place})"
    ending = r"\p{L}{2,3}" if lang == "ru" else ""
    return regex.compile(
        rf"(?<![\p{{L}}-]){first}{ending}\s(?P<noun>(?i:{grammar.expand(pack['nouns'][lang])}))(?![\p{{L}}])"
    )


def _between_states(text: str, folded: str, row: Row) -> Iterator[Piece]:
    """Kazakh treaties named with both their states: ``… мен … арасындағы … туралы шарт``."""
    for match in _between().finditer(folded):
        floor = max(0, match.start() - 160)
        wall = max((sign.end() for sign in _WALL.finditer(folded, floor, match.start())), default=floor)
        states = row.within(wall, match.start(), "J")
        if len(states) < 2:
            continue
        day = next((one.value for one in row.within(*match.span(), "D")), None)
        kind = next(kind for kind, stem in grammar.words()["treaties"]["kinds"].items() if match["noun"] in stem)
        title = " ".join(text[states[0].start : match.end()].split())
        yield Piece(states[0].start, match.end(), "S", "kk", value=title, type=kind, maker=Maker("int", None), date=day)


@cache
def _between() -> regex.Pattern[str]:
    return regex.compile(grammar.expand(grammar.words()["treaties"]["between_kk"]))


def approved_papers(text: str, folded: str) -> Iterator[Piece]:
    """Rules, instructions and the like (letter T) before the act that approved them: their title is not the act's."""
    for match in _approved_papers().finditer(folded):
        if text[match.start()].isupper():
            yield Piece(*match.span(), "T")


@cache
def _approved_papers() -> regex.Pattern[str]:
    pack = grammar.words()["approved"]
    return regex.compile(rf"(?<![\p{{L}}-])(?:{grammar.expand(pack['papers'])})\s[^.;()?!]{{3,240}}?(?={pack['act']})")


def _span(text: str, folded: str, head: Piece, row: Row) -> tuple[int, int] | None:
    """From a capitalised noun to its country or years, whichever come first, and on to the other if it is near."""
    if not text[head.start].isupper():
        return None
    limit = min(len(folded), head.end + LONGEST)
    wall = next(_walls(folded, head.end, limit), None)
    if wall and wall[0] == "," and (ranged := _ranged().match(folded, head.end)):
        return None if _goes_on(folded[head.end : ranged.end()]) else (head.start, ranged.end())
    limit = wall.start() if wall else limit
    limit = min([limit, *(one.start for one in row.within(head.end, limit, "HP") if is_policy(one))])
    country = next((one.end for one in row.within(head.end, limit, "J") if one.end <= limit), None)
    match = _years().search(folded, head.end, limit)
    years = match.span() if match else None
    if years and (country is None or years[0] < country):
        end = years[1] if country is None or folded[years[1] : country].count(" ") > 4 else max(years[1], country)
    elif years and country and years[0] - country <= _NEAR and not _goes_on(folded[country : years[0]]):
        end = years[1]
    elif country and not _is_loose(head, folded, country):
        end = country
    else:
        return None
    shouted = text[head.start : end].isupper()
    if _goes_on(folded[head.end : end]) or (shouted and not years):
        return None
    own = _own().match(folded, head.start) is not None
    vague = head.type in ("strategy", "plan") and not own
    if country is None and (vague or _others().search(folded, head.start, end)):
        return None
    if end == country and (behind := _behind().match(folded, end)):
        end = behind.end()
    return (_lead(text, head) if head.lang == "en" else head.start), end


@cache
def _behind() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["policies"]["behind"])


def _lead(text: str, head: Piece) -> int:
    """Where the capitalised words begin that stand right before an English noun: ``Migration Policy Concept``."""
    lead = _LEAD.search(text, max(0, head.start - 120), head.start)
    return lead.start() if lead else head.start


_LEAD = regex.compile(r"(?<![\p{L}-])(?:(?!(?:The|This|That|An|In|By|Its|A)\s)\p{Lu}[\p{L}-]{1,30}\s(?:and\s)?){1,6}$")


@cache
def _own() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["policies"]["own"])


def _is_loose(head: Piece, folded: str, country: int) -> bool:
    """Whether a country alone does not make a name: a plain programme, or figures between."""
    plain = head.type == "programme" and " " not in folded[head.start : head.end]
    return plain or regex.search(r"[0-9]", folded[head.end : country]) is not None


def _goes_on(stretch: str) -> bool:
    """Whether a stretch has a verb, so that it is more than a name."""
    return before_verb(f". {stretch}") != f". {stretch}" or bool(_verbs().search(stretch))


def _kazakh(text: str, folded: str, head: Piece, row: Row) -> tuple[int, int] | None:
    """From the country before the noun, when years stand between or the noun is capitalised."""
    floor = max(0, head.start - LONGEST)
    wall = max((match.end() for match in _walls(folded, floor, head.start)), default=floor)
    wall = max([wall, *(one.end for one in row.within(wall, head.start, "HPC"))])
    countries = [one.start for one in row.within(wall, head.start, "J")]
    if not countries:
        return None
    years = _years().search(folded, countries[0], head.start)
    start = max((one for one in countries if years is None or one <= years.start()), default=countries[0])
    shouted = text[start : head.end].isupper()
    before = range_before().search(folded, max(0, start - 40), start)
    start = before.start() if before else start
    told = _years().search(folded, start, head.start) or (text[head.start].isupper() and not shouted)
    owned = head.type in ("concept", "doctrine") and _owned().search(folded, start, head.end) is not None
    return (start, head.end) if told or (owned and len(folded[start : head.start].split()) > len("ҚР")) else None


@cache
def _owned() -> regex.Pattern[str]:
    """A Kazakh noun with the ending of what belongs to somebody."""
    return regex.compile(rf"{grammar.words()['policies']['owned']}$")


@cache
def _ranged() -> regex.Pattern[str]:
    """Words with commas up to a range of years."""
    return regex.compile(rf"[\p{{L}}\s,-]{{5,{LONGEST}}}?(?:{grammar.words()['policies']['range']})")


_NEAR = 80


@cache
def _others() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["policies"]["others"])


@cache
def _verbs() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}])(?:{grammar.words()['policies']['verbs']})(?![\p{{L}}])")


_WALL = regex.compile(r"[.,;:()\[\]\"!?]")
_ALIKE = regex.compile(r"(?P<ending>\p{L}{2}),\s\p{L}{2,30}(?P=ending)(?![\p{L}])")


def _walls(folded: str, start: int, end: int) -> Iterator[regex.Match[str]]:
    """Signs that close a name: not the commas between words of one ending (adjectives in a row)."""
    for wall in _WALL.finditer(folded, start, end):
        if wall[0] != "," or not _ALIKE.match(folded, max(0, wall.start() - 2)):
            yield wall


@cache
def _years() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["policies"]["years"])
