"""
Author lines: a list of names with their marks, told from every other line and split into its names.

Both ask the same reading: the line is cut into words, marks, separators and things that may stand beside
a name (degrees, addresses, identifiers); what is left over speaks against it.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

import regex

from multilex import packs
from multilex.segment.author_tokens import Token, begins_with_contact, mark_values, tokens_of
from multilex.segment.names import Name, Strength, name_of, several, tag
from multilex.segment.places import is_place

LONGEST = 4000
"""Longer texts are no author line; nothing is read of them."""

MOST_LOWER = 25
"""A line with more words of five and more small letters is prose: a cheap first test."""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One author of a line: the name, the half-open span of its letters in the line, the marks beside it
    (``1``, ``*``, ``a``), and the degrees, identifiers and addresses that stand beside it.
    """

    start: int
    end: int
    name: Name
    marks: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


@dataclass(slots=True)
class _Piece:
    """What stands between two separators, while the line is read."""

    words: list[Token]
    before: list[str]
    after: list[str]
    asides: list[str]
    other: bool = False
    inverted: bool = False  # a comma stands between family name and initials


def looks_like_author_line(text: str, raised: Collection[int] = ()) -> bool:
    """
    Whether `text` is a list of author names with nothing but marks, degrees, addresses and identifiers.

    At least one name must be sure (pointed initials, a patronymic, a known first name) or the marks must
    speak for two; what is no name may be one in four at most. `raised` are offsets of superscripts.

    >>> looks_like_author_line("¹А.Б. Иванов, ²С.Т. Қасымова*")
    True
    >>> looks_like_author_line("Астана, Қазақстан")
    False
    """
    if len(text) > LONGEST or _NOT_AUTHORS.match(text) or begins_with_contact(text):
        return False
    if len(_LOWER.findall(text)) > MOST_LOWER:
        return False
    tokens = tokens_of(text, raised)
    if any(token.kind == "foreign" or _is_prose(token) for token in tokens):
        return False
    pieces = _joined(_pieces(tokens))
    entries = _entries(pieces)
    if not entries:
        return False
    bad = sum(piece.other for piece in pieces)
    sure = sum(entry.name.strength is Strength.SURE for entry in entries)
    weak = sum(entry.name.strength is Strength.WEAK for entry in entries)
    alone = len(entries) - sure - weak
    marked = sum(bool(entry.marks) for entry in entries)
    if bad * 3 > sure:
        return False
    return sure > alone or (sure > 0 and marked >= alone) or (weak > 1 and marked > alone and marked == len(entries))


def split_authors(text: str, raised: Collection[int] = ()) -> tuple[Entry, ...]:
    """
    The authors of a line in printed order; what is no name is passed over.

    >>> [(entry.name.family, entry.marks) for entry in split_authors("А.Б. Иванов¹, С.Т. Қасымова¹,²*")]
    [('Иванов', ('1',)), ('Қасымова', ('1', '2', '*'))]
    """
    return _entries(_joined(_pieces(tokens_of(text[:LONGEST], raised))))


_LOWER = regex.compile(r"(?<!\p{L})\p{Ll}{5,}(?!\p{L})")
_NOT_AUTHORS = regex.compile(r"\s*(?:\[?[0-9]{1,3}(?:\]|[.)])|[-–—•]\s)")


def _is_prose(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 4 and tag(token.text) == "X"


def _pieces(tokens: list[Token]) -> list[_Piece]:
    """Cuts the tokens at separators and gives each run of marks to the name before or after it."""
    pieces = [_Piece([], [], [], [])]
    prefixed = next((token.kind for token in tokens if token.kind in ("mark", "word")), "") == "mark"
    at = 0
    while at < len(tokens):
        token, piece = tokens[at], pieces[-1]
        if token.kind == "mark":
            end = _run_end(tokens, at)
            if not prefixed and not piece.words and _hangs_on_comma(tokens, at, end) and len(pieces) > 1:
                pieces[-2].after += _values(tokens[at:end])
            else:
                _give(pieces, tokens[at:end], _next_kind(tokens, end), prefixed)
            at = end
            continue
        if token.kind == "sep" and (token.text != "\n" or _complete(piece)):
            pieces.append(_Piece([], [], [], []))
        elif token.kind == "word":
            piece.words.append(token)
        elif token.kind == "aside":
            piece.asides.append(token.text)
        elif token.kind in ("other", "foreign"):
            piece.other = True
        at += 1
    return [piece for piece in pieces if piece.words or piece.other or piece.asides or piece.before or piece.after]


def _run_end(tokens: list[Token], at: int) -> int:
    """Index after a run of marks with the commas and blanks between them."""
    end = at + 1
    ahead = end
    while ahead < len(tokens) and (tokens[ahead].kind == "blank" or tokens[ahead].text == ","):
        ahead += 1
        if ahead < len(tokens) and tokens[ahead].kind == "mark":
            end = ahead = ahead + 1
    return end


def _hangs_on_comma(tokens: list[Token], at: int, end: int) -> bool:
    """Whether marks stand right behind a comma and apart from what follows: ``Name,¹ Name``."""
    return at > 0 and tokens[at - 1].text == "," and (end == len(tokens) or tokens[end].kind == "blank")


def _next_kind(tokens: list[Token], at: int) -> str:
    return next((token.kind for token in tokens[at:] if token.kind != "blank"), "sep")


def _complete(piece: _Piece) -> bool:
    return any(tag(word.text) == "W" for word in piece.words)


def _give(pieces: list[_Piece], run: list[Token], following: str, prefixed: bool) -> None:
    """Gives a run of marks to the name that it belongs to; between two names it is also where one ends."""
    piece = pieces[-1]
    if not piece.words:
        piece.before += _values(run)
    elif following != "word":
        piece.after += _values(run)
    elif not _complete(piece):
        piece.before += _values(run)
    else:
        commas = [index for index, token in enumerate(run) if token.text == ","]
        spaced = [index for index in commas if run[index + 1].kind == "blank"]
        cut = (spaced or commas or [0 if prefixed else len(run)])[-1]
        piece.after += _values(run[:cut])
        pieces.append(_Piece([], _values(run[cut:]), [], []))


def _values(run: list[Token]) -> list[str]:
    return [value for token in run if token.kind == "mark" for value in mark_values(token.text)]


def _entries(pieces: list[_Piece]) -> tuple[Entry, ...]:
    """The names of the pieces; a piece with words that is no name is flagged as other."""
    entries: list[Entry] = []
    for piece in pieces:
        found = _named(piece)
        entries += found
        if not piece.words and entries:
            last = entries[-1]
            marks, asides = (*last.marks, *piece.after), (*last.asides, *piece.asides)
            entries[-1] = replace(last, marks=marks, asides=asides)
        piece.other |= bool(piece.words) and not found
    return tuple(entries)


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Pieces with a family name and the initials that a comma divides from it put together."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and {_shape(joined[-1]), _shape(piece)} == {"I", "W"}:
            first = joined.pop()
            piece = _Piece(
                first.words + piece.words,
                first.before + piece.before,
                first.after + piece.after,
                first.asides + piece.asides,
                inverted=True,
            )
        joined.append(piece)
    return joined


def _shape(piece: _Piece) -> str:
    """I for initials alone, W for one capitalised word, else the empty string."""
    tags = {tag(word.text) for word in piece.words}
    return tags.pop() if tags == {"I"} or (tags == {"W"} and len(piece.words) == 1) else ""


def _named(piece: _Piece) -> list[Entry]:
    words = [word.text for word in piece.words]
    if is_place(" ".join(words)) or any(_no_name_part(word) for word in words):
        return []
    entries = []
    spans = list(several(words))
    for first, last in spans:
        name = name_of(words[first:last])
        if name is None:
            return []
        if piece.inverted and tag(words[first]) == "W":
            name = replace(name, value=f"{name.family}, {name.given}")
        marks = (piece.before if first == 0 else []) + (piece.after if last == len(words) else [])
        asides = tuple(piece.asides) if last == len(words) else ()
        start, end = piece.words[first].start, piece.words[last - 1].end
        entries.append(Entry(start, end, name, tuple(marks), asides))
    return entries


def _no_name_part(word: str) -> bool:
    return word.casefold() in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(packs.table("organisations")["bodies"]["words"])
