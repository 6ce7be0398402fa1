"""The works that a paper lists, looked up by author and year as citations name them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import regex

from multilex.extract.citations.names import same_family
from multilex.record import Reference, ReferenceList
from multilex.vocabulary import ListKind

_HEAD = 160
"""Characters of a reference in which its author or title is looked for."""
_SAME_YEAR = 200
"""Works of one year that are compared with a citation."""
_YEAR = regex.compile(r"(?<![\p{L}0-9])((?:1[5-9]|20)[0-9]{2})([a-zа-е]?)(?![\p{L}0-9])")
_WORDS = regex.compile(r"[\p{L}\p{M}0-9]+")
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}'’ʼ-]{1,40}")
_LETTERS = {"а": "a", "б": "b", "в": "c", "г": "d", "д": "e", "е": "f"}


@dataclass(frozen=True, slots=True)
class Work:
    """A listed work: id, number, family names of its authors (or editors), those of persons, the literal ones,
    and the words that it begins with.
    """

    id: str
    number: int | None
    families: tuple[str, ...]
    persons: tuple[str, ...]
    bodies: tuple[str, ...]
    others: bool
    years: frozenset[str]
    letter: str
    head: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a citation by name and year means: ids of works, more than one where it does not say which."""

    targets: tuple[str, ...]
    first: int
    """Index of the first printed name that is one of the work's."""


class Works:
    """The works of all lists of a paper, by year; those of the original list are preferred."""

    def __init__(self, lists: Sequence[ReferenceList]) -> None:
        ranked = sorted(lists, key=lambda one: one.kind is ListKind.ROMANIZED)
        self.lists = [[_work(item) for item in one.items] for one in ranked]
        self.by_year = [_by_year(works) for works in self.lists]
        self.by_id = {work.id: work for works in self.lists for work in works}
        self.first = {work.number: work for work in self.lists[0]} if self.lists else {}

    def named(self, families: Sequence[str], year: str, others: bool) -> Match | None:
        """The work of these authors and this year (``2018a``); leading names that are none of its may be left out."""
        for by_year in self.by_year:
            works = by_year.get(year[:4], ())
            for first in range(len(families)):
                hits = [work for work in works if _is_by(work, families[first])]
                if hits:
                    chosen = _chosen(hits, families[first:], others)
                    return Match(tuple(self._original(work) for work in _lettered(chosen, year[4:])), first)
        return None

    def by_body(self, phrase: str, year: str) -> Match | None:
        """The work of a body: ``World Bank``, ``WHO``."""
        words = _folded(phrase)
        return self._first(year, lambda work: _is_body(work, words, phrase)) if words else None

    def titled(self, phrase: str, year: str) -> Match | None:
        """The work that begins with these words, as one without author does."""
        words = _folded(phrase)
        return self._first(year, lambda work: work.head[: len(words)] == words) if words else None

    def _first(self, year: str, is_meant: Callable[[Work], bool]) -> Match | None:
        for by_year in self.by_year:
            hits = [work for work in by_year.get(year[:4], ()) if is_meant(work)]
            if hits:
                return Match(tuple(self._original(work) for work in _lettered(hits, year[4:])), 0)
        return None

    def of(self, family: str) -> list[Work]:
        """The works with an author of this name, in whatever year."""
        return [
            work for works in self.lists for work in works if any(same_family(family, one) for one in work.families)
        ]

    def printed_as(self, number: int) -> list[Work]:
        """The works of this number, one in each list."""
        return [work for works in self.lists for work in works if work.number == number]

    def _original(self, work: Work) -> str:
        """The id in the first list, where the same number is a work of that year whose authors could not be read."""
        first = self.first.get(work.number) if work.number is not None else None
        return first.id if first and first.years & work.years and not first.families else work.id


def _work(item: Reference) -> Work:
    text = item.value or item.text
    fields = item.fields
    names = fields.names if fields else {}
    people = names.get("author") or names.get("editor") or ()
    issued = fields.values.get("issued") if fields else None
    head = text[:_HEAD]
    years = [issued.value[:4]] if issued else [match[1] for match in _YEAR.finditer(text)]
    printed = next((match for match in _YEAR.finditer(text) if match[1] in years and match[2]), None)
    families = [name.family or _last(name.literal) for name in people if name.family or name.literal]
    return Work(
        id=item.id,
        number=item.number,
        families=tuple(families),
        persons=tuple(name.family for name in people if name.family),
        bodies=tuple(name.literal for name in people if name.literal),
        others=bool(fields and fields.others),
        years=frozenset(years),
        letter=_letter(printed[2]) if printed else "",
        head=_folded(head),
    )


def _last(literal: str | None) -> str:
    """The last word of a name whose family name cannot be told."""
    words = _NAME.findall(literal or "")
    return words[-1] if words else literal or ""


def _by_year(works: Iterable[Work]) -> dict[str, list[Work]]:
    found: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        for year in work.years:
            if len(found[year]) < _SAME_YEAR:
                found[year].append(work)
    return found


def _is_by(work: Work, family: str) -> bool:
    """Whether a work is that of an author: its first, or where none could be read, a name at its head."""
    if work.families:
        return same_family(family, work.families[0])
    return any(same_family(family.casefold(), word) for word in work.head[:2])


def _chosen(hits: list[Work], families: Sequence[str], others: bool) -> list[Work]:
    """The hits that fit best: the second author too, and as many authors as the citation says."""
    if len(families) > 1:
        hits = [work for work in hits if _second(work, families[1])] or hits
    if len(hits) > 1:
        fitting = [work for work in hits if _fits(work, len(families), others)]
        return fitting or hits
    return hits


def _second(work: Work, family: str) -> bool:
    return any(same_family(family, one) for one in work.families[1:])


def _fits(work: Work, count: int, others: bool) -> bool:
    size = len(work.families)
    return size > count or work.others if others else size == count and not work.others


def _lettered(hits: list[Work], letter: str) -> list[Work]:
    """The work that the letter of a year tells: the one printed with it, else the one in its place of the list."""
    if not letter:
        return hits
    letter = _letter(letter)
    printed = [work for work in hits if work.letter == letter]
    if printed:
        return printed
    at = ord(letter) - ord("a")
    unlettered = len(hits) > 1 and not any(work.letter for work in hits)
    return [hits[at]] if unlettered and at < len(hits) else hits if len(hits) == 1 and not hits[0].letter else []


def _letter(letter: str) -> str:
    return _LETTERS.get(letter, letter)


def _folded(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(text.casefold()))


def _is_body(work: Work, words: tuple[str, ...], phrase: str) -> bool:
    if any(_folded(body)[: len(words) if len(words) > 1 else None] == words for body in work.bodies):
        return True
    return len(words) == 1 and len(words[0]) > 1 and phrase.isupper() and _abbreviates(work, words[0])


def _abbreviates(work: Work, letters: str) -> bool:
    """Whether capitals stand at the head of a work, or for the first words of its author."""
    heads = [work.head, *(_folded(body) for body in work.bodies)]
    return letters in work.head[:12] or any(
        "".join(word[0] for word in head if len(word) > 3 or len(head) <= len(letters))[: len(letters)] == letters
        for head in heads
    )
