"""What stands in the square brackets of a numeric citation: numbers, ranges, and places in the works."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from multilex.packs import languages, table

WIDEST_RANGE = 60
"""A range over more works than this is no citation."""

_BRACKET = regex.compile(r"\[(?P<inside>[^\[\]]{1,100})\]")
_DASH = r"(?:[-‐‑‒–—−]|\.{2,3}|…)"
_PAGES = rf"[0-9IVXLC]{{1,6}}(?:[ ]?{_DASH}[ ]?[0-9]{{1,6}})?"
_JOINT = regex.compile(rf"[ ]?{_DASH}[ ]?")
_CLOSED = regex.compile(r"(?<=[0-9])[.]$")
_OPEN = regex.compile(
    r"\[[ ]?(?P<inside>[0-9]{1,3}(?:[ ]?[,;–-][ ]?[0-9]{1,3}){0,20})(?=[ ,.;])"
    r"(?![^\[\]]{0,200}\])"
)
_UNOPENED = regex.compile(
    r"(?<=\p{L}{2}[ ])(?<!\[[^\[\]]{0,200})"
    r"(?P<inside>[0-9]{1,3}(?:[ ]?[,;–-][ ]?[0-9]{1,3}){0,20})[ ]?\](?![\p{L}\p{N}])"
)
_RING = regex.compile(r"(?<=[a-z])\[[0-9]{1,2}\](?=[a-z]{3})")
_OTHER = regex.compile(
    r"(?<![\p{L}\p{N}/:.])/(?P<slashed>[ ]?[0-9][^/\n]{0,60})/(?![\p{L}\p{N}/])|\((?P<round>[ ]?[0-9][^()]{2,60})\)"
)
_PLAIN = regex.compile(
    r"(?<=(?P<before>\p{L}{2,30})[ ])"
    r"(?P<bracket>\((?P<inside>[0-9]{1,3}(?:[ ]?[,;–-][ ]?[0-9]{1,3}){0,20})\))(?=[.,;]|[ ]?$)",
    regex.MULTILINE,
)
_COMMAS = regex.compile(r"[ ]?[0-9]{1,4}(?:[ ]?,[ ]?[0-9]{1,4}){1,8}[ ]?")
_PAIR = 2
_MATHS_BEFORE = regex.compile(r"(?:[∈∉⊂⊆=<>≤≥×∪∩]|\\[a-z]{1,12})[ ]?$|[·∙⋅+*/^_|]$|(?<![\p{L}\p{N}])[A-Za-zα-ω]$")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket that reads as a citation: its span, and the numbers expanded, as printed.

    `pinpoint` is the place in the work as printed (``с. 15``), several joined by semicolons; `closed` is
    false for a bracket that lost its closing half.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    pinpoint: str | None
    closed: bool = True


def brackets(
    text: str, start: int, end: int, last: int | None = None, *, with_pages: bool = False
) -> Iterator[Bracket]:
    """The citation brackets of a stretch of text, in order; ``[1]-[3]`` is one bracket with a range.

    `last` is the highest number that a citation can have; a bracket beyond it is none, but see `parse`. `with_pages` is
    what `paged` says of the paper.

    >>> [bracket.numbers for bracket in brackets("as in [1], [3–5, с. 7] and [2]-[4], not [0, 1]", 0, 46)]
    [(1,), (3, 4, 5), (2, 3, 4)]
    """
    before: Bracket | None = None
    for match in _BRACKET.finditer(text, start, end):
        here = _read(text, start, match.start(), match.end(), match["inside"], last, with_pages)
        if here is None:
            continue
        if before and _JOINT.fullmatch(text, before.end, here.start) and _is_range(before, here):
            numbers = range(before.numbers[0], here.numbers[0] + 1)
            before = Bracket(before.start, here.end, tuple(numbers), None)
            continue
        if before:
            yield before
        before = here
    if before:
        yield before


def other_brackets(text: str, start: int, end: int, last: int) -> Iterator[Bracket]:
    """What some papers print instead of square brackets: ``/3/``, ``/3, с. 15/``, and round ones with a place,
    ``(3, p. 15)``.

    >>> [one.numbers for one in other_brackets("as in /1, 2/, (3, p. 7) and (4), 1/2/3 or and/or", 0, 46, 9)]
    [(1, 2), (3,)]
    """
    for match in _OTHER.finditer(text, start, end):
        parsed = parse(match["slashed"] or match["round"], last)
        has_place = parsed is not None and parsed[1] is not None and not parsed[1].isdigit()
        if parsed and (match["slashed"] or has_place):
            yield Bracket(*match.span(), *parsed)


def plain_brackets(text: str, start: int, end: int, last: int) -> Iterator[Bracket]:
    """Round brackets with nothing but numbers behind a word and at the end of a clause, ``rivers (3, 4).``, which are
    citations where a paper has no others; not the numbers of formulas, nor those that count the parts of a sentence.

    >>> [one.numbers for one in plain_brackets("as shown (3, 4). By formula (5), or (1) this, (2) that", 0, 53, 9)]
    [(3, 4)]
    """
    for match in _PLAIN.finditer(text, start, end):
        parsed = parse(match["inside"], last)
        if parsed and not _is_formula(match["before"].casefold()):
            yield Bracket(match.start("bracket"), match.end(), *parsed)


def paged(text: str, spans: Iterable[tuple[int, int]], last: int) -> bool:
    """Whether a paper puts pages behind a comma without their word: ``[3, 145]`` beyond its list again and again, and
    never three works between commas.
    """
    inside = [match["inside"] for start, end in spans for match in _BRACKET.finditer(text, start, end)]
    numbers = [[int(number) for number in one.split(",")] for one in inside if _COMMAS.fullmatch(one)]
    beyond = sum(len(pair) == _PAIR and pair[0] <= last < pair[1] for pair in numbers)
    return beyond >= _PAIR and all(len(one) <= _PAIR for one in numbers)


def open_brackets(text: str, start: int, end: int) -> Iterator[Bracket]:
    """Brackets with numbers like a citation's that lost a half: ``[11; 12, partially``, ``as shown 3, 4].``"""
    halves = (*_OPEN.finditer(text, start, end), *_UNOPENED.finditer(text, start, end))
    for match in sorted(halves, key=lambda half: half.start()):
        here = _read(text, start, match.start(), match.end(), match["inside"], None)
        if here is not None:
            yield Bracket(here.start, here.end, here.numbers, None, closed=False)


def _is_formula(word: str) -> bool:
    return any(word.startswith(stem) for stem in table("references")["citations"]["formulas"])


@lru_cache(maxsize=10_000)
def parse(inside: str, last: int | None = None, *, paged: bool = False) -> tuple[tuple[int, ...], str | None] | None:
    """Numbers and pinpoint of what stands between the brackets, or None when it is no citation.

    A number beyond `last` behind a comma is a page without its word; where a paper is `paged`, so is every second one.

    >>> parse("3, P. 12-14; 7, 45-б.")
    ((3, 7), 'P. 12-14; 45-б.')
    >>> parse("2020"), parse("0; 1"), parse("3, 145", last=20)
    (None, None, ((3,), '145'))
    """
    grammar = _grammar()
    inside = " ".join(inside.split())
    if see := grammar.see.match(inside):
        inside = inside[see.end() :]
    inside = grammar.joints.sub(",", grammar.more.sub("", inside)).rstrip(" ;,")
    inside = _CLOSED.sub("", inside)
    numbers: list[int] = []
    pinpoints: list[str] = []
    for piece in regex.findall(r"(?:^|[;,])[^;,]*", inside):
        after_comma, piece = piece.startswith(","), piece.strip(" ,;")
        is_page = grammar.pages.fullmatch(piece) and numbers and after_comma
        beyond = max(last or _first(piece), _first(pinpoints[-1]) if pinpoints else 0)
        goes_on = pinpoints and _first(piece) > _first(pinpoints[-1]) > 0
        second = paged and len(numbers) == 1 and not pinpoints
        if is_page and (second or goes_on or _first(piece) > beyond):
            pinpoints.append(piece)
        elif match := grammar.cited.fullmatch(piece):
            cited = _expand(int(match["first"]), int(match["last"] or match["first"]))
            if not cited:
                return None
            numbers.extend(cited)
            if match["place"]:
                pinpoints.append(match["place"].strip())
        elif numbers and grammar.place.fullmatch(piece):
            pinpoints.append(piece)
        else:
            return None
    if not numbers or (last and max(numbers) > last):
        return None
    return tuple(dict.fromkeys(numbers)), "; ".join(pinpoints) or None


def _first(pages: str) -> int:
    digits = regex.search(r"[0-9]+", pages)
    return int(digits.group()) if digits else 0


def _read(
    text: str, limit: int, start: int, end: int, inside: str, last: int | None, with_pages: bool = False
) -> Bracket | None:
    if _MATHS_BEFORE.search(text[max(limit, start - 16) : start]) or _RING.match(text, start, end + 3):
        return None
    parsed = parse(inside, last, paged=with_pages)
    return Bracket(start, end, *parsed) if parsed else None


def _is_range(first: Bracket, last: Bracket) -> bool:
    single = len(first.numbers) == len(last.numbers) == 1 and not first.pinpoint and not last.pinpoint
    return single and bool(_expand(first.numbers[0], last.numbers[0]))


def _expand(first: int, last: int) -> tuple[int, ...]:
    if not 1 <= first <= last or last - first > WIDEST_RANGE:
        return ()
    return tuple(range(first, last + 1))


@dataclass(frozen=True, slots=True)
class _Grammar:
    see: "regex.Pattern[str]"
    joints: "regex.Pattern[str]"
    more: "regex.Pattern[str]"
    cited: "regex.Pattern[str]"
    place: "regex.Pattern[str]"
    pages: "regex.Pattern[str]"


@cache
def place_pattern() -> str:
    """A pattern of the place in a work that a citation gives: ``с. 15``, ``p. 3–9``, ``45-бет``, ``ст. 24``."""
    words = table("references")
    kinds = ("volume", "issue", "page")
    places = {word for pack in languages().values() for kind in kinds for word in pack.words(kind)}
    places.update(word for kind in kinds for word in words["romanized"][kind])
    places.update(words["citations"]["places"])
    word, verso = _any(places), _any(words["citations"]["verso"])
    leaf = rf"{_PAGES}(?:[ ]?(?:{verso})(?!\p{{L}})\.?)?"
    return rf"(?:(?:{word})\.?[ ]?{leaf}|{_PAGES}[ ]?{_DASH}?[ ]?(?:{word})(?!\p{{L}})\.?)"


def _any(words: Iterable[str]) -> str:
    return "|".join(regex.escape(one) for one in sorted(words, key=len, reverse=True))


@cache
def _grammar() -> _Grammar:
    words = table("references")["citations"]
    see = _any(words["see"])
    place = place_pattern()
    number = rf"(?P<first>[0-9]{{1,3}})(?:[ ]?{_DASH}[ ]?(?P<last>[0-9]{{1,3}}))?"
    numbered, joining, more = (_any(words[key]) for key in ("numbered", "and", "more"))
    return _Grammar(
        regex.compile(rf"(?:(?:{see})[.:]{{0,2}}[ ])?(?:(?:{numbered})[.:]?[ ]?(?=[0-9]))?", regex.IGNORECASE),
        regex.compile(rf"(?<=[0-9.])[ ](?:{joining})[ ](?=[0-9])|\.[ ]?(?={place})", regex.IGNORECASE),
        regex.compile(rf"[ ](?:{more})\.?[ ]?$", regex.IGNORECASE),
        regex.compile(rf"{number}(?:[ ]?:[ ]?(?P<place>{place}|{_PAGES})|[ ](?P<place>{place}))?", regex.IGNORECASE),
        regex.compile(place, regex.IGNORECASE),
        regex.compile(_PAGES),
    )
