"""Quotations: what stands in quotation marks, and whether it is the title of an act."""

from collections.abc import Iterator
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.pieces import Piece

LONGEST = 500
_OPENS, _CLOSES, _EITHER = "«„", "»", '“”"″‟'


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Spans of quotations with their marks, the outermost of nested ones; an opening mark that never closes counts
    as closed where the last one inside it closes.
    """
    stack: list[tuple[int, bool]] = []
    inner: tuple[int, int] | None = None
    for match in _QUOTE.finditer(text):
        at = match.start()
        while stack and at - stack[0][0] > LONGEST:
            if inner and inner[0] >= stack[0][0]:
                yield (stack[0][0], inner[1])
            stack.clear()
            inner = None
        if _is_opening(text, at, bool(stack)):
            stack.append((at, True))
        elif stack:
            begin = stack.pop()[0]
            inner = (begin, at + 1)
            if not stack:
                yield inner
                inner = None
    if stack and inner and inner[0] >= stack[0][0]:
        yield (stack[0][0], inner[1])


_QUOTE = regex.compile(f"[{_OPENS}{_CLOSES}{_EITHER}]")


def _is_opening(text: str, at: int, inside: bool) -> bool:
    mark = text[at]
    if mark in _OPENS:
        return True
    if mark in _CLOSES:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or before.isspace() or before in "([«„“/-–—":
        return bool(after) and not after.isspace()
    return not inside and bool(after) and after.isalnum() and not before.isalnum()


def quoted(text: str, folded: str) -> Iterator[Piece]:
    """Quotations as titles of acts (letter T) or of something else (Q)."""
    for start, close in _single(text, folded):
        yield Piece(start, close, "T", value=clean(text[start:close].strip("‘’'<>")))
    if cut := _cut(text):
        yield Piece(
            *cut, "T" if _is_title(folded[cut[0] + 1 : cut[1]]) else "Q", value=clean(text[cut[0] + 1 : cut[1]])
        )
    for start, close in quotations(text):
        if close - start > 4:
            inside = folded[start + 1 : close - 1].strip()
            end = _range_after(folded, _code_in_brackets(folded, close))
            legal = _is_title(inside)
            before = range_before().search(folded, max(0, start - 40), start)
            begin = before.start() if before else start
            yield Piece(begin, end, "T" if legal else "Q", value=clean(text[start + 1 : close - 1]))


def _is_title(inside: str) -> bool:
    """Whether folded words begin or end like the title of an act."""
    return any(pattern.match(inside) for pattern in begins().values()) or bool(_ends().search(inside))


def _cut(text: str) -> tuple[int, int] | None:
    """A quotation that the end of the text cuts off."""
    start, end = text.rfind("«"), len(text.rstrip())
    cut = start >= 0 and _CUT.fullmatch(text, start + 1, end) is not None
    return (start, end) if cut else None


_CUT = regex.compile(r"[^«»\"“”.;!?\n]{5,160}")


def _single(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Titles in single quotation marks, which only their beginning tells from apostrophes."""
    for match in _SINGLE.finditer(text):
        inside = folded[match.start("inside") : match.end("inside")]
        if any(pattern.match(inside) for pattern in begins().values()):
            yield match.span()


_SINGLE = regex.compile(
    r"(?<![\p{L}\p{N}])(?:[‘'](?P<inside>[^‘’'«»\"\n]{4,200})[’']|<<(?P<inside>[^<>\n]{4,200})>>)(?![\p{L}\p{N}'])"
)


def _code_in_brackets(folded: str, at: int) -> int:
    """Where a title ends that repeats the name of its code in brackets: ``«О …» (… кодекс)``."""
    bracket = _BRACKET.match(folded, at)
    if bracket and any(pattern.search(bracket[0]) for pattern, _ in grammar.code_patterns().values()):
        return bracket.end()
    return at


def _range_after(folded: str, at: int) -> int:
    """Where a name ends that years follow: ``«…» на 2016-2019 годы``."""
    years = _range().match(folded, at)
    return years.end() if years else at


@cache
def range_before() -> regex.Pattern[str]:
    """The years that stand before a title: ``2016-2019 жылдарға арналған «…»``."""
    return regex.compile(rf"(?<![0-9]){grammar.words()['policies']['range_before']}")


@cache
def _range() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["policies"]["range"])


_BRACKET = regex.compile(r"\s?\([^()]{5,60}\)")


def clean(title: str) -> str:
    """A title with blanks folded and without the signs at its ends."""
    return " ".join(title.split()).strip(" .,;:")


@cache
def begins() -> dict[str, regex.Pattern[str]]:
    """How the title of an act begins, by language."""
    return {lang: regex.compile(begin) for lang, begin in grammar.words()["titles"]["begins"].items()}


@cache
def _ends() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?<![\p{{L}}])(?:{grammar.words()['titles']['ends']['kk']})(?![\p{{L}}])[^\p{{L}}]{{0,3}}(?:\([^)]{{0,60}}\))?$"
    )
