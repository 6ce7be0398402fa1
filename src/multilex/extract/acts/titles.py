"""Titles without quotation marks, whose end something shows."""

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.catalogue import title_at, title_before
from multilex.extract.acts.pieces import Piece, Row
from multilex.extract.acts.pinpoints import pinpoint_start
from multilex.extract.acts.quotations import LONGEST, begins, clean


def unquoted(text: str, folded: str, pieces: Iterable[Piece], *, listed: bool) -> Iterator[Piece]:
    """Titles without quotation marks beside head nouns. `listed` text (a reference, a footnote) gives titles up to the
    next full stop; running text only where the end is sure.
    """
    row = Row(pieces)
    named = [piece for piece in row.pieces if piece.letter == "K"]
    at = 0
    for piece in row.pieces:
        while at < len(named) and named[at].end <= piece.start:
            at += 1
        if at < len(named) and named[at].start <= piece.start:
            if piece is named[at] and piece.lang == "en" and piece.type == "convention":
                yield from _after(text, folded, piece, row, listed)
            continue
        if piece.letter in "HPC":
            if piece.lang == "kk":
                yield from _before_kazakh(text, folded, piece, row)
            else:
                yield from _first(text, folded, piece, row)
        if piece.letter in "HPCJDN" and piece.lang != "kk" and not piece.abbreviation:
            yield from _after(text, folded, piece, row, listed)


def _after(text: str, folded: str, piece: Piece, row: Row, listed: bool) -> Iterator[Piece]:
    """A title right after a head noun, a country, a date or a number."""
    gap = _GAP.match(folded, piece.end)
    if gap is None or (piece.letter == "D" and not listed) or (piece.letter == "N" and not listed and gap[0] != " "):
        return
    start = gap.end()
    if row.within(start, start + 1, "DN"):
        return
    langs = [piece.lang] if piece.lang else ["ru", "en", "latn"]
    lang = next((one for one in langs if (begin := begins().get(one)) and begin.match(folded, start)), None)
    if lang is None or ("." in gap[0] and not (listed and text[start].isupper())):
        return
    if known := title_at(lang, folded, start):
        yield Piece(start, known, "T", value=clean(text[start:known]))
        return
    end = (
        _capitals(text, folded, start, row)
        if lang == "en" and not listed
        else _boundary(text, folded, start, row, listed)
    )
    if end is not None and lang == "en" and _is_treaty(piece):
        tail = _treaty_tail().match(text, end)
        end = tail.end() if tail else end
    cut = end is not None and end >= len(text.rstrip()) and len(text[start:end].split()) < 3
    if end is not None and end - start > 4 and not cut:
        yield Piece(start, end, "T", value=clean(text[start:end]))


def _is_treaty(piece: Piece) -> bool:
    return piece.type is not None and piece.type in grammar.types() and grammar.types()[piece.type].evidence == "treaty"


@cache
def _treaty_tail() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["treaties"]["tail_en"])


_GAP = regex.compile(r"(?:\s|[.:]\s{0,2}|\.\s?-\s)")
_SHORT, _LONG = 14, 30
"""Words of a title in running text, and of one that a date or a number closes."""
_STOP = regex.compile(
    r"\.(?:\s|$)|//|[;|\"\[]|\s-\s?(?:url|http)|\shttp|\surl|:\s|(?<![0-9])\s-\s(?=[0-9]{4})|\x00|\s-\s(?=\x00)|(?<=[\p{L}0-9])\.\s?-"
)
_PROSE_STOP = regex.compile(r"[.,;:()\[\]\"/]")


def _boundary(text: str, folded: str, start: int, row: Row, listed: bool) -> int | None:
    limit = min(len(folded), start + LONGEST)
    stop = (_STOP if listed else _PROSE_STOP).search(folded, start, limit)
    end = stop.start() if stop else limit if listed or limit == len(folded) else None
    walls = row.within(start + 5, (end or limit) + 2, "DNQTK" if listed else "DNQTKHPC")
    for wall in walls:
        if wall.letter in "HPC" and not text[wall.start].isupper():
            continue
        if listed and wall.letter == "D" and len(wall.value or "") == len("2020"):
            continue
        if wall.letter == "K" and not _joins(folded[start : wall.start]):
            end = wall.end
        elif end is None or wall.start <= end:
            end = wall.start
        break
    if not listed and (pinpoint := pinpoint_start(folded, start, end or limit)) is not None:
        end = pinpoint
    if end is None:
        return None
    title = _without_and(folded[start:end] if listed else before_verb(folded[start:end]))
    bounded = end < limit and bool(row.within(end, end + 4, "DN"))
    if not listed and not 2 <= len(title.split()) <= (_LONG if bounded else _SHORT):
        return None
    return start + len(title)


def _joins(stretch: str) -> bool:
    """Whether a stretch ends with a word for *and*."""
    return len(_without_and(stretch)) < len(stretch.rstrip(" ,"))


def _without_and(stretch: str) -> str:
    """A stretch without the word for *and* (and the comma) at its end."""
    stretch = stretch.rstrip(" ,(")
    found = _and_at_end().search(stretch)
    return stretch[: found.start()].rstrip(" ,") if found else stretch


@cache
def _and_at_end() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}])(?:{grammar.words()['gaps']['and']})$")


def before_verb(stretch: str) -> str:
    """A stretch up to its first Russian word (after the first one) with the ending of a verb.

    >>> before_verb("о языках обязывает всех")
    'о языках'
    """
    excepted = tuple(grammar.words()["titles"]["not_verbs"]["ru"])
    for word in list(regex.finditer(r"\S{1,60}+", stretch))[1:]:
        if _verb().fullmatch(word[0]) and not word[0].startswith(excepted):
            return stretch[: word.start()].rstrip()
    return stretch


@cache
def _verb() -> regex.Pattern[str]:
    titles = grammar.words()["titles"]
    return regex.compile(rf"\p{{L}}{{2,40}}{titles['verbs']['ru']}|{titles['clause']['ru']}")


def _capitals(text: str, folded: str, start: int, row: Row) -> int | None:
    """The end of an English title in running text: its last capitalised word, small words between."""
    small = set(grammar.words()["titles"]["inside"]["en"])
    end: int | None = None
    first, last = True, start
    following = row.within(start + 1, start + 300, "DNQTK")
    limit = following[0].start if following else min(len(text), start + 300)
    for word in _WORD.finditer(text, start, limit):
        printed = word[0].strip("(),'")
        if text[last : word.start()].strip():
            break
        last = word.end()
        if first:
            first = False
            continue
        if printed[:1].isupper() or (printed[:1].isdigit() and end is not None and len(printed) < 3):
            end = word.end()
            if word[0][-1:] in ",;:)":
                end -= 1
                if word[0][-1:] in ";:" or "(" not in text[start:end]:
                    break
        elif printed not in small or word[0][-1:] in ",;:":
            break
        if word[0].endswith("."):
            break
    return end - 1 if end and text[end - 1] == "." else end


_WORD = regex.compile(r"[^\s\[\]\"“”«»/]{1,40}+")


def _first(text: str, folded: str, head: Piece, row: Row) -> Iterator[Piece]:
    """A title that stands before its head noun, closed by a stop: ``Об утверждении …. Постановление …``."""
    begin = max(0, head.start - LONGEST)
    stop = _stop_before(folded, begin, head.start)
    if stop is None:
        return
    line = max((match.end() for match in _SENTENCE.finditer(text, begin, stop)), default=0 if begin == 0 else -1)
    if line < 0:
        return
    lead = _LEAD.match(folded, line)
    line = lead.end() if lead else line
    opening = begins()[head.lang]
    if opening.match(folded, line) and text[line].isupper():
        yield Piece(line, stop, "T", value=clean(text[line:stop]))
        return
    policy = [one for one in row.within(line, stop, "HP") if one.lang == head.lang and is_policy(one)]
    if policy and text[policy[-1].start].isupper():
        start = policy[0].start if policy[0].start == line else policy[-1].start
        yield Piece(start, stop, "T", value=clean(text[start:stop]))


def is_policy(piece: Piece) -> bool:
    """Whether a head noun names a policy paper: a concept, strategy, programme."""
    return piece.type is not None and is_policy_type(piece.type)


def is_policy_type(name: str) -> bool:
    """Whether a type of act is a policy paper, which has no number of its own."""
    return name in grammar.types() and grammar.types()[name].evidence == "policy"


_SENTENCE = regex.compile(r"(?<=[\p{L}\p{N})»\"]{2})[.!?…]\s+(?=\p{Lu}|[0-9])|[⁰¹²³⁴⁵⁶⁷⁸⁹]\s?|\n")
_LEAD = regex.compile(r"\s*(?:\[?[0-9]{1,3}\s?[\].)]{1,2}\s?|[-•*]\s?)?")


@cache
def _stop() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["gaps"]["stop"])


def _stop_before(folded: str, begin: int, end: int) -> int | None:
    """Where the stop begins that stands right before `end`."""
    return next((at for at in range(max(begin, end - 24), end) if _stop().fullmatch(folded, at, end)), None)


def _before_kazakh(text: str, folded: str, head: Piece, row: Row) -> Iterator[Piece]:
    """A Kazakh title before its head noun (and the country between): it ends in *about*, begins with a capital."""
    end = head.start
    for piece in reversed(row.within(max(0, head.start - 200), head.start, "JDN")[-4:]):
        if piece.end <= end and not folded[piece.end : end].strip(" ,"):
            end = piece.start
    stop = _KK_STOP.search(folded, max(0, end - 4), end)
    end = stop.start() if stop else end
    close = _about().search(folded, max(0, end - 40), end)
    if close is None or folded[close.end() : end].strip():
        return
    floor = max(0, end - 300)
    if stop:
        yield from _kazakh_line(text, folded, floor, close.end())
        return
    quotation = _changing(folded, floor, close.end(), row)
    if quotation is not None:
        yield Piece(quotation, close.end(), "T", value=clean(text[quotation : close.end()]))
        return
    wall = max((match.end() for match in _WALL.finditer(folded, floor, close.start())), default=floor)
    wall = max(
        [wall, *(one.end for one in row.within(floor, close.start(), "JDNHPC") if wall < one.end <= close.start())]
    )
    known = title_before("kk", folded, wall, close.end())
    if known is not None:
        yield Piece(known, close.end(), "T", value=clean(text[known : close.end()]))
        return
    outside = set(grammar.words()["titles"]["outside"]["kk"])
    for word in reversed(list(_KK_WORD.finditer(text, wall, close.start()))[-16:]):
        if folded[word.start() : word.end()] in outside and word[0][0].isupper():
            return
        if word[0][0].isupper():
            yield Piece(word.start(), close.end(), "T", value=clean(text[word.start() : close.end()]))
            return


def _kazakh_line(text: str, folded: str, floor: int, end: int) -> Iterator[Piece]:
    """A Kazakh title before a stop: all of its line."""
    line = max((match.end() for match in _SENTENCE.finditer(text, floor, end)), default=0 if floor == 0 else -1)
    lead = _LEAD.match(folded, line) if line >= 0 else None
    if lead and text[lead.end()].isupper() and not _WALL.search(folded, lead.end(), end):
        yield Piece(lead.end(), end, "T", value=clean(text[lead.end() : end]))


def _changing(folded: str, floor: int, end: int, row: Row) -> int | None:
    """Where a Kazakh title begins that says what is done with a quoted one: ``«…» бағдарламасын бекіту туралы``."""
    quotations = [one for one in row.within(floor, end, "TQ") if one.end < end and folded[one.start] == '"']
    if not quotations or not _doing().search(folded, max(floor, end - 40), end):
        return None
    between = folded[quotations[-1].end : end]
    return quotations[-1].start if not _WALL.search(between) and len(between.split()) <= _SHORT else None


@cache
def _doing() -> regex.Pattern[str]:
    return regex.compile(rf"{grammar.words()['titles']['doing']['kk']}\s(?:{grammar.words()['titles']['ends']['kk']})$")


_KK_STOP = regex.compile(r"[.:]\s$")
_KK_WORD = regex.compile(r"[\p{L}-]{1,40}+")
_WALL = regex.compile(r"[.;:!?()\"\[\]]")


@cache
def _about() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}])(?:{grammar.words()['titles']['ends']['kk']})(?=\s{{0,2}}$)")
