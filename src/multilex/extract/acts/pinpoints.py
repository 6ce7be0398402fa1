"""Pinpoints: articles, parts, paragraphs … as structured lists and ranges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import regex

from multilex.extract.acts.grammar import group_index
from multilex.packs import table

Path = tuple[tuple[str, str], ...]
"""One place in an act, outermost unit first: ``(("article", "24"), ("paragraph", "2"))``; a range is ``5..7``."""
_MOST = 60


@dataclass(frozen=True, slots=True)
class Group:
    """One unit with its numbers, as printed."""

    start: int
    end: int
    unit: str
    values: tuple[str, ...]
    inner: tuple[str, str] | None
    last: bool


@dataclass(frozen=True, slots=True)
class PinpointText:
    """A run of units: its span, the places it means, and whether it stands after its act (Kazakh) or before."""

    start: int
    end: int
    paths: tuple[Path, ...]
    after: bool


def pinpoints(text: str, folded: str) -> list[PinpointText]:
    """The pinpoints of a text in order.

    >>> pinpoints("ст. 128, 129", "ст. 128, 129")[0].paths
    ((('article', '128'),), (('article', '129'),))
    """
    found = [*_runs(text, folded, list(_before(text, folded)), last=False)]
    found += _runs(text, folded, list(_after(text, folded)), last=True)
    return sorted(found, key=lambda one: one.start)


def pinpoint_start(folded: str, start: int, end: int) -> int | None:
    """Where the first pinpoint begins that stands before its act, in Russian or English; None where none does."""
    match = _before_pattern()[0].search(folded, start, end + 20)
    return match.start() if match and match.start() < end else None


def _runs(text: str, folded: str, groups: Sequence[Group], *, last: bool) -> Iterator[PinpointText]:
    run: list[Group] = []
    for group in groups:
        if run and not _link().fullmatch(folded, run[-1].end, group.start):
            yield PinpointText(run[0].start, run[-1].end, _paths(run, last), last)
            run = []
        run.append(group)
    if run:
        yield PinpointText(run[0].start, run[-1].end, _paths(run, last), last)


@cache
def _link() -> regex.Pattern[str]:
    return regex.compile(table("law/pinpoints")["values"]["link"])


def _paths(run: Sequence[Group], outside_in: bool) -> tuple[Path, ...]:
    """The places of a run: inside-out in Russian and English (or outside-in, ``ст. 5, п. 2``), outside-in in Kazakh;
    a unit that leads neither further out nor in begins a new place.
    """
    places: list[list[Group]] = [[]]
    for index, group in enumerate(run):
        if _opens_place(places[-1], group, run[index + 1 : index + 2], outside_in):
            places.append([])
        places[-1].append(group)
    paths: list[Path] = []
    for place in places:
        ordered = sorted(place, key=lambda group: _ranks()[group.unit])
        tail = tuple(group.inner for group in ordered if group.inner)
        for values in product(*(group.values for group in ordered)):
            paths.append((*((group.unit, value) for group, value in zip(ordered, values, strict=True)), *tail))
            if len(paths) >= _MOST:
                return tuple(paths)
    return tuple(paths)


def _opens_place(place: Sequence[Group], group: Group, following: Sequence[Group], outside_in: bool) -> bool:
    """Whether a unit begins a new place: it repeats a level, or turns against the direction of the language and the
    next unit leads out again.
    """
    rank = _ranks()[group.unit]
    if not place or any(_ranks()[one.unit] == rank for one in place):
        return bool(place)
    if outside_in:
        return rank < _ranks()[place[-1].unit]
    leads_out = any(_ranks()[one.unit] < rank for one in following)
    return rank > _ranks()[place[-1].unit] and leads_out


@cache
def _ranks() -> dict[str, int]:
    """Depth of each unit: parts of an article lie inside it, before its paragraphs."""
    order = ("annex", "section", "chapter", "article", "part", "paragraph", "subparagraph", "preamble")
    return {unit: rank for rank, unit in enumerate(order)}


def _before(text: str, folded: str) -> Iterator[Group]:
    pattern, units = _before_pattern()
    for match in pattern.finditer(folded):
        unit = units[group_index(match, len(units))]
        values = _values(text, folded, *match.span("values"))
        inner = ("paragraph", match["inner"]) if match["inner"] else None
        yield Group(*match.span(), unit, values, inner, False)


def _after(text: str, folded: str) -> Iterator[Group]:
    pattern, units = _after_pattern()
    for match in pattern.finditer(folded):
        unit = units[group_index(match, len(units))]
        yield Group(*match.span(), unit, _values(text, folded, *match.span("values")), None, True)


def _values(text: str, folded: str, start: int, end: int) -> tuple[str, ...]:
    """Numbers of a list, ranges as ``5..7``; a plain hyphen belongs to the number (article 9-1), a dash is a range."""
    stretch = folded[start:end]
    for number, stems in table("law/pinpoints")["ordinals"].items():
        if stretch.startswith(tuple(stems)):
            return (number,)
    values: list[str] = []
    previous_end = None
    for match in _NUMBER.finditer(folded, start, end):
        low, high = match["low"], match["high"]
        dash = text[match.end("low") : match.start("high")] if high else ""
        between = text[previous_end : match.start()] if previous_end is not None else ""
        if high and (dash != "-" or int(high) > int(low)):
            values.append(f"{low}..{high}")
        elif values and regex.fullmatch(r"\s?\)?\s?[–—-]\s?", between) and ".." not in values[-1]:
            values[-1] = f"{values[-1]}..{low}"
        else:
            values.append(f"{low}-{high}" if high else low)
        previous_end = match.end()
    return tuple(values)


_NUMBER = regex.compile(r"(?P<low>[0-9]{1,4})(?:\s?-\s?(?P<high>[0-9]{1,4}))?")


@cache
def _list() -> str:
    pack = table("law/pinpoints")["values"]
    return rf"{pack['number']}(?:{pack['join']}{pack['number']}){{0,40}}"


@cache
def _ordinal() -> str:
    return "|".join(stem for stems in table("law/pinpoints")["ordinals"].values() for stem in stems)


@cache
def _before_pattern() -> tuple[regex.Pattern[str], tuple[str, ...]]:
    forms = [(unit["id"], form) for unit in table("law/pinpoints")["units"] for form in unit.get("before", {}).values()]
    branches = "|".join(f"(?P<h{i}>{form})" for i, (_, form) in enumerate(forms))
    pattern = regex.compile(
        rf"(?<![\p{{L}}\p{{N}}])(?:{branches})\s{{0,2}}(?:№\s?)?(?P<values>{_list()}(?!\.?[0-9]|\p{{L}})"
        rf"|(?:{_ordinal()})\p{{L}}{{0,4}}(?![\p{{L}}]))(?:\s?\((?P<inner>[0-9]{{1,3}})\))?"
    )
    return pattern, tuple(unit for unit, _ in forms)


@cache
def _after_pattern() -> tuple[regex.Pattern[str], tuple[str, ...]]:
    forms = [(unit["id"], unit["after"]["kk"]) for unit in table("law/pinpoints")["units"] if "after" in unit]
    branches = "|".join(f"(?P<h{i}>{form})" for i, (_, form) in enumerate(forms))
    pattern = regex.compile(
        rf"(?<![\p{{L}}\p{{N}}.-])(?P<values>{_list()}(?=[\s-]|\p{{L}})|(?:{_ordinal()})\p{{L}}{{0,3}})\s?-?\s?"
        rf"(?:{branches})\p{{L}}{{0,9}}+"
    )
    return pattern, tuple(unit for unit, _ in forms)
