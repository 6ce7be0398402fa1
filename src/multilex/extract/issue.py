"""The issue that a file's papers stand in: what covers, imprints, running heads and lines above titles say of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from multilex.article import Article
from multilex.document import Block, Document
from multilex.extract.codes import extract_codes
from multilex.packs import table
from multilex.record import Code, Issue, Text, found
from multilex.segment.language import identify
from multilex.vocabulary import ArticleKind, BlockKind, CodeScheme, Role

_LONGEST = 220
"""Longer blocks are prose."""
_FIRST, _COVER = 60, 6
"""How many blocks before the first paper, and on how many pages, may tell of the issue."""
_BETWEEN = regex.compile(r"\s(?:[-–—|*•·/]|//)\s|[|•·]|\s{3,}|\n")
_EDGES = " \t\n.,;:|*•·/–—-()\u00a0"
_PAGE = regex.compile(r"\s*[0-9]{1,4}\s+(?=\P{N})")
_BARE = regex.compile(r"[0-9IVXLC\s]*")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    repeats: int  # on how many pages it stands as a running head


def read_issue(document: Document, articles: Sequence[Article]) -> Issue:
    """What the file says of journal and issue; what is printed most often wins, then what stands first.

    A running head that is a title or a name of authors tells nothing. Empty where nothing is printed.
    """
    lines = list(_lines(document, articles))
    issued = {name: _first(document, _matches(lines, name), name) for name in ("number", "volume", "year")}
    return Issue(
        journals=tuple(_journals(document, lines)),
        issns=tuple(_issns(document, lines)),
        year=issued["year"],
        volume=issued["volume"],
        number=issued["number"],
    )


def _lines(document: Document, articles: Sequence[Article]) -> Iterator[_Line]:
    """The lines that may tell of the issue: running heads, each once, most repeated first; then cover and imprint."""
    said = {
        _folded(one.text(unit)) for one in articles for unit in one.of(Role.TITLE, Role.AUTHORS, Role.SECTION_HEADING)
    }
    heads: dict[str, Block] = {}
    counts: Counter[str] = Counter()
    for block in document.blocks:
        if block.kind is BlockKind.RUNNING_HEAD:
            text = _folded(document.text[block.start : block.end])
            heads.setdefault(text, block)
            counts[text] += 1
    for text, repeats in counts.most_common():
        if text not in said:
            yield _line(document, heads[text], repeats)
    first = next((one for one in articles if one.kind is ArticleKind.ARTICLE), None)
    if first is None:
        return
    title = next((unit.start for unit in first.of(Role.TITLE)), first.start)
    before = [one for one in document.blocks if one.end <= title and one.kind is not BlockKind.RUNNING_HEAD]
    for block in before[:_FIRST]:
        if block.end - block.start <= _LONGEST and block.page <= before[0].page + _COVER:
            yield _line(document, block, 0)


def _line(document: Document, block: Block, repeats: int) -> _Line:
    return _Line(block.start, block.end, document.text[block.start : block.end], repeats)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def patterns(name: str) -> tuple[regex.Pattern[str], ...]:
    """What tells a part of an issue: ``number``, ``volume`` or ``year``, the group of this name being the value."""
    return tuple(regex.compile(one, regex.IGNORECASE) for one in table("issue")[name]["patterns"])


def find_parts(text: str) -> dict[str, tuple[int, int]]:
    """Number, volume and year in a line that tells of an issue, by their places; none in other lines.

    >>> line = "Хабаршы № 4 (25) - 2024"
    >>> {name: line[start:end] for name, (start, end) in find_parts(line).items()}
    {'number': '4 (25)', 'year': '2024'}
    >>> find_parts("заң № 2512 қабылданды")
    {}
    """
    parts: dict[str, tuple[int, int]] = {}
    for name in ("number", "volume", "year"):
        for pattern in patterns(name):
            if match := pattern.search(text):
                parts[name] = match.span(name)
                break
    numbered = "number" in parts or "volume" in parts
    whole = numbered and not _without(text, parts).strip(_EDGES + "№NTтTVv")
    return parts if (numbered and "year" in parts) or ("number" in parts and "volume" in parts) or whole else {}


def _without(text: str, parts: dict[str, tuple[int, int]]) -> str:
    for pattern in (*patterns("number"), *patterns("volume"), *patterns("year")):
        text = pattern.sub(" ", text)
    return text


def _matches(lines: Iterable[_Line], name: str) -> Iterator[tuple[int, int, int]]:
    """Places of a part, each with the weight of its line."""
    for line in lines:
        if name in (parts := find_parts(line.text)):
            start, end = parts[name]
            yield line.start + start, line.start + end, line.repeats


def _first(document: Document, places: Iterable[tuple[int, int, int]], name: str) -> Text | None:
    """The value printed most often; among equals the first."""
    found_: dict[str, tuple[int, int]] = {}
    weight: Counter[str] = Counter()
    for start, end, repeats in places:
        value = regex.sub(r"\s+", " ", document.text[start:end])
        found_.setdefault(value, (start, end))
        weight[value] += 1 + repeats
    if not weight:
        return None
    value = max(weight, key=lambda one: weight[one])
    return found(Text, document, *found_[value], f"issue-{name}", value=value)


def _issns(document: Document, lines: Iterable[_Line]) -> Iterator[Code]:
    """The ISSNs, each once."""
    known = set()
    for line in lines:
        for code in extract_codes(document, line.start, line.end, header=True):
            if code.scheme is CodeScheme.ISSN and code.value not in known:
                known.add(code.value)
                yield code


def _journals(document: Document, lines: Sequence[_Line]) -> Iterator[Text]:
    """The names of the journal, one per language."""
    known: set[str] = set()
    for start, end in _names(lines):
        name = document.text[start:end]
        lang = identify(name)
        if lang not in known:
            known.add(lang)
            yield found(Text, document, start, end, "issue-journal", value=" ".join(name.split()), lang=lang)


def _names(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    rules = table("issue")["name"]
    words = regex.compile(r"\b(?:\L<words>)\b", regex.IGNORECASE, words=rules["words"])
    around = regex.compile(r"(?<!\p{L})(?:\L<around>)(?!\p{L})", regex.IGNORECASE, around=rules["around"])
    codes = regex.compile(r"[0-9]{4}\s?[-–]\s?[0-9]{3}[0-9XХ]", regex.IGNORECASE)
    for line in lines:
        told = bool(find_parts(line.text)) or bool(codes.search(line.text))
        at = 0
        for cut in [*_BETWEEN.finditer(line.text), None]:
            piece = (at, cut.start() if cut else len(line.text))
            at = cut.end() if cut else at
            start, end = _name(line.text, piece, around, codes)
            if end - start < 4 or _BARE.fullmatch(line.text, start, end):
                continue
            if words.search(line.text, start, end) or (told and line.repeats):
                yield line.start + start, line.start + end


def _name(text: str, piece: tuple[int, int], around: regex.Pattern[str], codes: regex.Pattern[str]) -> tuple[int, int]:
    """The name at the beginning of a piece: what stands before number, volume, year, ISSN."""
    start, end = piece
    every = (*patterns("number"), *patterns("volume"), *patterns("year"), codes)
    stops = [match.start() for one in every if (match := one.search(text, start, end))]
    labels = [match.start() for match in around.finditer(text, start, end) if match[0].casefold().endswith("issn")]
    end = min([*stops, *labels, end])
    if page := _PAGE.match(text, start, end):
        start = page.end()
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end
